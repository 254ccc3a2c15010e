package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Reads JCAMP-DX 4.24 and 5 (McDonald and Wilks, Appl. Spectrosc. 42, 151, 1988,
 * 10.1366/0003702884428734; Davies and Lampen, Appl. Spectrosc. 47, 1093, 1993,
 * 10.1366/0003702934067874): each block with data is one measurement, also in a block that links
 * others.
 *
 * <p>Data are {@code XYDATA} in every ASDF form (fixed, packed, squeezed, difference and
 * duplicate), {@code XYPOINTS} and {@code PEAK TABLE}, whose peaks come as sticks with a warning.
 * The checks of the format are made: the number of points and the ordinate check of difference form
 * must hold; where only the abscissa check or FIRSTY fails, there is a warning. Axes that fall are
 * turned round. Each page of tuples ({@code NTUPLES}) is a measurement of its own. Interferograms
 * and peak assignments are refused.
 */
final class JcampReader implements SpectrumReader {
  /** 1 MiB; the format asks for 80 characters. */
  private static final int LONGEST_LINE = 1 << 20;

  private static final int DEEPEST = 16;
  private static final int MOST_BLOCKS = 10_000;

  @Override
  public String format() {
    return "jcamp";
  }

  @Override
  public String description() {
    return "JCAMP-DX";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (!text.contains("##")) {
      return false;
    }
    boolean titled = false;
    for (String line : text.split("[\\r\\n]+")) {
      String start = line.replace("\u00EF\u00BB\u00BF", "").strip();
      if (!start.startsWith("##")) {
        continue;
      }
      String label = label(start);
      titled |= label.equals("TITLE");
      if (label.equals("JCAMPDX") || label.equals("JCAMPCS")) {
        return titled;
      }
    }
    return titled && text.replace("\u00EF\u00BB\u00BF", "").stripLeading().startsWith("##");
  }

  /** The label of a line {@code ##LABEL= value}, with what the format ignores left out. */
  private static String label(String line) {
    int end = line.indexOf('=');
    String name = end < 0 ? line.substring(2) : line.substring(2, end);
    return name.replaceAll("[\\s/_\\-]", "").toUpperCase(Locale.ROOT);
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    try (BoundedLines lines = BoundedLines.lenient(in, source, LONGEST_LINE)) {
      return new Blocks(lines, source).read();
    }
  }

  /** The blocks of one file, which lie in each other. */
  private static final class Blocks {
    private final BoundedLines lines;
    private final String source;
    private final Deque<JcampBlock> open = new ArrayDeque<>();
    private final List<Measurement> found = new ArrayList<>();

    Blocks(BoundedLines lines, String source) {
      this.lines = lines;
      this.source = source;
    }

    List<Measurement> read() {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        String text = line.get();
        String start = text.stripLeading();
        if (start.startsWith("##")) {
          labelled(start);
        } else if (!open.isEmpty()) {
          open.element().accept(text, lines);
        } else if (!start.isEmpty() && !start.startsWith("$$")) {
          throw new MatterException(
              "The line stands outside of a block.",
              lines.place(),
              "Begin the block with '##TITLE=' and end it with '##END='.");
        }
      }
      if (!open.isEmpty()) {
        throw new MatterException(
            "The block that begins at line " + open.element().line() + " has no '##END='.",
            lines.place(),
            "Copy the file again; it is cut off.");
      }
      if (found.isEmpty()) {
        throw new MatterException(
            "No block of the file has data.",
            Place.of(source),
            "Give a file with XYDATA, XYPOINTS or PEAK TABLE.");
      }
      return found;
    }

    private void labelled(String line) {
      String label = label(line);
      int equals = line.indexOf('=');
      String value = equals < 0 ? "" : line.substring(equals + 1);
      if (label.equals("TITLE")) {
        requireRoom();
        open.push(new JcampBlock(source, lines.line()));
      } else if (open.isEmpty()) {
        throw new MatterException(
            "The block does not begin with '##TITLE='.", lines.place(), "Add that line.");
      }
      if (label.equals("END")) {
        found.addAll(open.pop().measurements(lines.place()));
      } else {
        String name = line.substring(2, equals < 0 ? line.length() : equals).strip();
        open.element().begin(label, name, value, lines.place());
      }
    }

    private void requireRoom() {
      if (open.size() == DEEPEST || found.size() >= MOST_BLOCKS) {
        throw new MatterException(
            "There are more than " + DEEPEST + " blocks in each other, or " + MOST_BLOCKS + ".",
            lines.place(),
            "End each block with '##END='; is this the right file?");
      }
    }
  }
}
