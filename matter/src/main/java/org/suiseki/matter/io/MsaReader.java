package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.suiseki.matter.MatterException;

/**
 * Reads the EMSA/MAS format of spectra, ISO 22029 (Egerton and others, EMSA Bulletin 21, 35, 1991):
 * one spectrum, as pairs ({@code DATATYPE XY}) or as values over an even axis ({@code Y}), any
 * number of them on a line.
 *
 * <p>Energies in keV become eV; an axis without a unit keeps its numbers, with the unit {@code
 * unknown} and a warning. An axis that falls is turned round. The file must hold at least as many
 * points as it says, and its end mark.
 */
final class MsaReader implements SpectrumReader {
  /** 1 MiB. */
  private static final int LONGEST_LINE = 1 << 20;

  private static final int MOST_HEAD_LINES = 100_000;

  @Override
  public String format() {
    return "msa";
  }

  @Override
  public String description() {
    return "EMSA/MAS spectrum, ISO 22029";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int mark = text.indexOf('#');
    return mark >= 0
        && text.substring(0, mark).replace("\u00EF\u00BB\u00BF", "").isBlank()
        && text.substring(mark)
            .lines()
            .findFirst()
            .orElse("")
            .matches("(?i)#FORMAT\\s*:\\s*EMSA/MAS.*");
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    try (BoundedLines lines = BoundedLines.lenient(in, source, LONGEST_LINE)) {
      MsaHeader header = header(lines);
      MeasuredRows rows = header.isPairs() ? pairs(lines, source) : values(lines, header, source);
      header.requirePoints(rows, lines.place());
      return List.of(header.measurement(rows, source));
    }
  }

  private static MsaHeader header(BoundedLines lines) {
    MsaHeader header = new MsaHeader();
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      String text = line.get().strip();
      if (text.isEmpty()) {
        continue;
      }
      if (!text.startsWith("#")) {
        throw new MatterException(
            "The line '" + Shown.text(text) + "' stands in the head but begins without '#'.",
            lines.place(),
            "Put '#SPECTRUM :' before the numbers.");
      }
      if (header.accept(text, lines.place())) {
        return header;
      }
      if (lines.line() > MOST_HEAD_LINES) {
        throw new MatterException(
            String.format("The head has more than %,d lines.", MOST_HEAD_LINES),
            lines.place(),
            "Shorten it; is this the right file?");
      }
    }
    throw new MatterException(
        "The file ends before '#SPECTRUM'.", lines.place(), "Copy it again; it is cut off.");
  }

  private static MeasuredRows pairs(BoundedLines lines, String source) {
    MeasuredRows rows = new MeasuredRows(source, 2);
    NumberLine numbers = new NumberLine(lines);
    while (nextLine(lines, numbers)) {
      while (numbers.next()) {
        double x = numbers.number("axis value");
        if (!numbers.next()) {
          throw new MatterException(
              "The line ends behind an axis value.",
              numbers.place(),
              "Give a value with it; DATATYPE XY means pairs.");
        }
        rows.add(x, numbers.number("value"), lines.line());
      }
    }
    return rows;
  }

  private static MeasuredRows values(BoundedLines lines, MsaHeader header, String source) {
    double first = header.number("OFFSET", lines.place());
    double step = header.number("XPERCHAN", lines.place());
    MeasuredRows rows = new MeasuredRows(source, 2);
    NumberLine numbers = new NumberLine(lines);
    while (nextLine(lines, numbers)) {
      while (numbers.next()) {
        rows.add(first + rows.size() * step, numbers.number("value"), lines.line());
      }
    }
    return rows;
  }

  /** Moves to the next line of numbers; false at the end mark. */
  private static boolean nextLine(BoundedLines lines, NumberLine numbers) {
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      String text = line.get();
      String start = text.stripLeading();
      if (start.regionMatches(true, 0, "#ENDOFDATA", 0, 10)) {
        return false;
      }
      if (!start.isEmpty() && !start.startsWith("#")) {
        numbers.start(text);
        return true;
      }
    }
    throw new MatterException(
        "The file ends without '#ENDOFDATA'.", lines.place(), "Copy it again; it is cut off.");
  }
}
