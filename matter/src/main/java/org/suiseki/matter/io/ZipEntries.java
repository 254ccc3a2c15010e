package org.suiseki.matter.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * The entries of a zip archive, one after the other, in bounded memory and time. Nothing is written
 * to disk, so that the names of entries are no more than names; a packed archive may have {@value
 * #LARGEST} bytes, all that is unpacked from it {@value #MOST_UNPACKED}.
 */
final class ZipEntries {
  /** What is done with each entry; its stream may be left unread. */
  interface Visitor {
    /**
     * @param place names the archive and the entry in it
     */
    void entry(String name, InputStream content, String place) throws IOException;
  }

  static final int LARGEST = 256 << 20;
  static final long MOST_UNPACKED = 1L << 29;
  static final int MOST_ENTRIES = 10_000;

  /** Ends the directory that ends an archive; its comment has at most 65,535 bytes. */
  private static final int END_LENGTH = 22;

  private static final int LONGEST_COMMENT = 0xFFFF;

  private final String source;
  private long unpacked;

  private ZipEntries(String source) {
    this.source = source;
  }

  /** Whether an archive begins with these bytes. */
  static boolean begins(byte[] head) {
    return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /** The name of the first entry, as far as the head shows it. */
  static String firstName(byte[] head) {
    if (head.length < 30) {
      return "";
    }
    int length = head[26] & 0xFF | (head[27] & 0xFF) << 8;
    return new String(head, 30, Math.min(length, head.length - 30), StandardCharsets.ISO_8859_1);
  }

  /**
   * Whether one of the entries that the head shows, whole or in part, has such a name. Instruments
   * write first what identifies them, or small entries before it.
   */
  static boolean shows(byte[] head, String name) {
    return begins(head) && new String(head, StandardCharsets.ISO_8859_1).contains(name);
  }

  /**
   * Visits all entries.
   *
   * @throws MatterException where the archive is cut off, damaged, encrypted or too large
   */
  static void each(InputStream in, String source, Visitor visitor) {
    new ZipEntries(source).visit(in, visitor);
  }

  private void visit(InputStream in, Visitor visitor) {
    String last = "its beginning";
    try {
      byte[] packed = in.readNBytes(LARGEST + 1);
      int announced = entries(packed);
      int seen = 0;
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          String name = entry.getName();
          last = "entry " + Shown.text(name);
          visitor.entry(name, new Bounded(zip), source + "!" + Shown.text(name));
          // Closing an entry unpacks its rest, which a bound must see.
          new Bounded(zip).exhaust();
          seen++;
          if (seen > MOST_ENTRIES) {
            throw tooLarge("more than " + MOST_ENTRIES + " entries");
          }
        }
      }
      if (seen < announced) {
        throw new MatterException(
            "The zip archive announces " + announced + " entries and has " + seen + ".",
            Place.of(source),
            "Copy or download it again.");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new MatterException(
          "The zip archive is damaged or cut off in " + last + ": " + Failures.reason(io(e)) + ".",
          Place.of(source),
          "Copy or download it again.",
          e);
    }
  }

  /** A name that is no text comes as an illegal argument. */
  private static IOException io(Exception e) {
    return e instanceof IOException already ? already : new IOException(e.getMessage(), e);
  }

  /** As the directory at the end of the archive counts them. */
  private int entries(byte[] packed) {
    if (packed.length > LARGEST) {
      throw tooLarge(String.format("more than %,d bytes", LARGEST));
    }
    int lowest = Math.max(0, packed.length - END_LENGTH - LONGEST_COMMENT);
    for (int at = packed.length - END_LENGTH; at >= lowest; at--) {
      if (packed[at] == 'P'
          && packed[at + 1] == 'K'
          && packed[at + 2] == 5
          && packed[at + 3] == 6) {
        return packed[at + 10] & 0xFF | (packed[at + 11] & 0xFF) << 8;
      }
    }
    throw new MatterException(
        "The zip archive is cut off: the directory at its end is missing, after byte "
            + packed.length
            + ".",
        Place.of(source),
        "Copy or download it again.");
  }

  private MatterException tooLarge(String what) {
    return new MatterException(
        "The zip archive holds " + what + ".",
        Place.of(source),
        "Is this the file of an instrument? Export it again.");
  }

  /** The current entry, counted into what may be unpacked; closing it leaves the archive open. */
  private final class Bounded extends InputStream {
    private final ZipInputStream zip;

    Bounded(ZipInputStream zip) {
      this.zip = zip;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
      int taken = zip.read(buffer, from, most);
      unpacked += Math.max(0, taken);
      if (unpacked > MOST_UNPACKED) {
        throw tooLarge(String.format("more than %,d bytes when unpacked", MOST_UNPACKED));
      }
      return taken;
    }

    void exhaust() throws IOException {
      byte[] buffer = new byte[1 << 16];
      while (read(buffer, 0, buffer.length) >= 0) {
        continue;
      }
    }
  }
}
