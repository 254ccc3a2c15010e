package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.List;

/** Version 2, {@code RAW2}: a header of 256 bytes, then ranges that say how long theirs is. */
final class BrukerRaw2 {
  private static final int FILE_HEADER = 256;
  private static final int SHORTEST_HEADER = 48;

  private BrukerRaw2() {}

  static List<RawRange> ranges(BinaryFields file) {
    int count = file.unsignedShort(4, "the number of ranges");
    List<RawRange> ranges = new ArrayList<>();
    long at = FILE_HEADER;
    for (int i = 0; i < count; i++) {
      int header = file.unsignedShort(at, "the header of range " + (i + 1));
      if (header < SHORTEST_HEADER) {
        throw file.wrong(
            at,
            "The header of range " + (i + 1) + " would have " + header + " bytes",
            "The file is damaged; copy it again from the instrument.");
      }
      int steps = file.unsignedShort(at + 2, "the number of steps");
      RawRange range = new RawRange();
      describe(file, range);
      range.seconds = file.single(at + 8, "the counting time");
      range.step = file.single(at + 12, "the step");
      range.first = file.single(at + 16, "the first angle");
      range.describe("temperature [K]", file.unsignedShort(at + 46, "the temperature"));
      range.values = file.singles(at + header, steps, "intensities");
      ranges.add(range);
      at += header + 4L * steps;
    }
    return ranges;
  }

  private static void describe(BinaryFields file, RawRange range) {
    range.describe("format version", "2");
    range.describe("date", file.text(168, 20, "the date"));
    range.describe("anode", file.text(188, 2, "the anode"));
    double ratio = file.single(198, "the ratio of the lines");
    range.lines =
        new EmissionLines(
            0,
            file.single(190, "the wavelength Kα1"),
            file.single(194, "the wavelength Kα2"),
            file.single(206, "the wavelength Kβ"),
            ratio > 0 ? ratio : -1);
  }
}
