package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Version 4, {@code RAW4.00}: a header of 61 bytes and segments of metadata, each with its type and
 * length; then ranges, each a header of 160 bytes, segments of the length it names, and its data.
 */
final class BrukerRaw4 {
  private static final int FILE_HEADER = 61;
  private static final int RANGE_HEADER = 160;

  /** Types of segments; both of the first two begin a range. */
  private static final int RANGE = 0;

  private static final int OTHER_RANGE = 160;
  private static final int VARIABLE = 10;
  private static final int HARDWARE = 30;
  private static final int DRIVE = 50;

  /** Of one point, in bytes; a larger one would be an image. */
  private static final long LARGEST_DATUM = 64;

  /** Longer texts are packed settings that nobody reads. */
  private static final int LONGEST_TEXT = 500;

  private final BinaryFields file;
  private final List<String[]> texts = new ArrayList<>();
  private EmissionLines lines = EmissionLines.NONE;
  private long at = FILE_HEADER;

  private BrukerRaw4(BinaryFields file) {
    this.file = file;
  }

  static List<RawRange> ranges(BinaryFields file) {
    return new BrukerRaw4(file).ranges();
  }

  private List<RawRange> ranges() {
    long type = file.unsigned(at, "the first segment");
    for (; !beginsRange(type); type = file.unsigned(at, "a segment")) {
      at += segment(type, at);
    }
    List<RawRange> ranges = new ArrayList<>();
    while (at < file.length() && beginsRange(file.unsigned(at, "a range"))) {
      ranges.add(range());
    }
    if (at < file.length()) {
      ranges
          .get(ranges.size() - 1)
          .warnings
          .add((file.length() - at) + " bytes after the last known range are not read.");
    }
    return ranges;
  }

  private static boolean beginsRange(long type) {
    return type == RANGE || type == OTHER_RANGE;
  }

  /** Reads a segment that describes the file; gives its length. */
  private long segment(long type, long from) {
    long length = length(from);
    if (type == VARIABLE && length >= 36) {
      String name = file.text(from + 12, 24, "the name of a variable");
      if (length - 36 <= LONGEST_TEXT) {
        String text = file.text(from + 36, (int) length - 36, "the variable " + name);
        texts.add(new String[] {name.equals("SAMPLEID") ? "sample" : name, text});
      }
    } else if (type == HARDWARE && length >= 120) {
      double ratio = file.real(from + 104, "the ratio of the lines");
      lines =
          new EmissionLines(
              file.real(from + 72, "the average wavelength"),
              file.real(from + 80, "the wavelength Kα1"),
              file.real(from + 88, "the wavelength Kα2"),
              file.real(from + 96, "the wavelength Kβ"),
              ratio > 0 ? ratio : -1);
      texts.add(new String[] {"anode", file.text(from + 116, 4, "the anode")});
    }
    return length;
  }

  private long length(long from) {
    long length = file.unsigned(from + 4, "the length of a segment");
    if (length < 8) {
      throw file.wrong(
          from,
          "A segment would have " + length + " bytes; it has 8 at least",
          "The file is damaged; copy it again from the instrument.");
    }
    return length;
  }

  private RawRange range() {
    RawRange range = new RawRange();
    range.describe("format version", "4");
    range.describe("date", file.text(12, 12, "the date"));
    range.describe("time", file.text(24, 10, "the time"));
    texts.forEach(text -> range.describe(text[0], text[1]));
    range.lines = lines;
    String type = file.text(at + 32, 24, "the kind of scan");
    range.describe("scan", type);
    range.axis = axis(type);
    range.first = file.real(at + 72, "the first angle");
    range.step = file.real(at + 80, "the step");
    range.seconds = file.single(at + 92, "the counting time");
    range.describe("generator voltage [kV]", file.single(at + 100, "the voltage"));
    range.describe("generator current [mA]", file.single(at + 104, "the current"));
    range.wavelength = file.real(at + 112, "the wavelength that was used");
    range.describe("wavelength used [Å]", range.wavelength);
    data(range);
    return range;
  }

  private void data(RawRange range) {
    long steps = file.unsigned(at + 88, "the number of steps");
    long datum = file.unsigned(at + 136, "the size of a datum");
    long supplements = file.unsigned(at + 140, "the length of the supplements");
    long from = at + RANGE_HEADER + supplements;
    drives(range, at + RANGE_HEADER, from);
    if (datum < 4 || datum > LARGEST_DATUM || datum % 4 != 0) {
      throw file.wrong(
          at + 136,
          "A point of the range would take " + datum + " bytes",
          "Export the measurement as .xy or .brml.");
    }
    if (datum > 4) {
      range.warnings.add(
          "A point takes " + datum + " bytes; the first four are taken for its counts.");
    }
    range.values = file.singles(from, steps, (int) datum, "intensities");
    at = from + datum * steps;
  }

  /** Where each drive stood at the start. */
  private void drives(RawRange range, long from, long to) {
    for (long next = from; next + 8 <= to; next += length(next)) {
      if (file.unsigned(next, "a segment") == DRIVE && length(next) >= 64) {
        String name = file.text(next + 12, 24, "the name of a drive");
        range.describe(name + " start", file.real(next + 56, "the start of " + name));
      }
    }
  }

  private static String axis(String scan) {
    String plain = scan.toLowerCase(Locale.ROOT);
    if (plain.contains("coupled") || plain.contains("detector") || plain.contains("2theta")) {
      return ScanRange.TWO_THETA;
    }
    if (plain.contains("rocking") || plain.contains("theta")) {
      return "theta";
    }
    return plain.contains("phi") ? "phi" : plain.contains("chi") ? "chi" : ScanRange.TWO_THETA;
  }
}
