package org.suiseki.matter.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Reads project files of Athena (Ravel and Newville, J. Synchrotron Rad. 12, 537, 2005,
 * 10.1107/S0909049505012719), gzipped or not: each data group is one measurement.
 *
 * <p>Energies are in eV, as Athena keeps them; a group of chi(k) has a wavenumber in 1/Å. The
 * energy shift that Athena would apply ({@code bkg_eshift}) is told in a warning and not applied.
 */
final class AthenaReader implements SpectrumReader {
  /** A whole array stands on a line. */
  private static final int LONGEST_LINE = 1 << 25;

  private static final int MOST_GROUPS = 100_000;
  private static final Pattern GROUP = Pattern.compile("\\$old_group\\s*=\\s*'(.*)';?\\s*");
  private static final Pattern ARRAY = Pattern.compile("@(\\w+)\\s*=\\s*\\(");

  @Override
  public String format() {
    return "athena";
  }

  @Override
  public String description() {
    return "project of Athena";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    return text(head).stripLeading().startsWith("# Athena project file");
  }

  private static String text(byte[] head) {
    boolean gzipped = head.length > 2 && head[0] == 0x1f && (head[1] & 0xFF) == 0x8b;
    if (!gzipped) {
      return new String(head, StandardCharsets.ISO_8859_1);
    }
    byte[] first = new byte[64];
    int filled = 0;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
      int read = in.read(first);
      while (read > 0) {
        filled += read;
        read = in.read(first, filled, first.length - filled);
      }
    } catch (IOException e) {
      // The head is cut off behind what was wanted, or it is no gzip: its text then says so.
      return new String(first, 0, filled, StandardCharsets.ISO_8859_1);
    }
    return new String(first, 0, filled, StandardCharsets.ISO_8859_1);
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    try (BoundedLines lines = BoundedLines.lenient(in, source, LONGEST_LINE)) {
      List<Measurement> groups = new ArrayList<>();
      Optional<AthenaGroup> group = Optional.empty();
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        String text = line.get().stripLeading();
        Matcher begins = GROUP.matcher(text);
        if (begins.matches()) {
          group.ifPresent(open -> open.requireRecord());
          group = Optional.of(new AthenaGroup(begins.group(1), lines.place()));
        } else if (group.isPresent() && text.startsWith("[record]")) {
          groups.add(group.get().measurement());
          requireFew(groups.size(), lines.place());
          group = Optional.empty();
        } else if (group.isPresent() && text.startsWith("@")) {
          array(line.get(), lines.place(), group.get());
        }
      }
      group.ifPresent(open -> open.requireRecord());
      if (groups.isEmpty()) {
        throw new MatterException(
            "The project holds no data group.", Place.of(source), "Is this the right file?");
      }
      return groups;
    }
  }

  private static void array(String line, Place place, AthenaGroup group) {
    Matcher array = ARRAY.matcher(line);
    if (array.lookingAt()) {
      group.accept(array.group(1), new PerlList(line, place));
    } else {
      throw new MatterException(
          "The line begins like an array but is none.", place, "Write it as @x = ('1','2');");
    }
  }

  private static void requireFew(int groups, Place place) {
    if (groups > MOST_GROUPS) {
      throw new MatterException(
          String.format("There are more than %,d groups.", MOST_GROUPS),
          place,
          "Split the project; is this the right file?");
    }
  }
}
