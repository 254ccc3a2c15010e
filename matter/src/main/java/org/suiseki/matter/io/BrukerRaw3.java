package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.List;

/**
 * Version 3, {@code RAW1.01}: a header of 712 bytes, then for each range one of 304, supplements of
 * the length it names, and the intensities.
 */
final class BrukerRaw3 {
  private static final int FILE_HEADER = 712;
  private static final int RANGE_HEADER = 304;

  private BrukerRaw3() {}

  static List<RawRange> ranges(BinaryFields file) {
    long count = file.unsigned(12, "the number of ranges");
    List<RawRange> ranges = new ArrayList<>();
    long at = FILE_HEADER;
    for (long i = 1; i <= count; i++) {
      long header = file.unsigned(at, "the header of range " + i);
      if (header < RANGE_HEADER) {
        throw file.wrong(
            at,
            "The header of range " + i + " would have " + header + " bytes instead of 304",
            "The file is damaged; copy it again from the instrument.");
      }
      long steps = file.unsigned(at + 4, "the number of steps");
      RawRange range = header(file, at);
      at += header + file.unsigned(at + 256, "the length of the supplements");
      range.values = file.singles(at, steps, "intensities");
      ranges.add(range);
      at += 4 * steps;
    }
    return ranges;
  }

  private static RawRange header(BinaryFields file, long at) {
    RawRange range = new RawRange();
    describe(file, range);
    range.describe("theta start [degree]", file.real(at + 8, "the first theta"));
    range.first = file.real(at + 16, "the first angle");
    range.step = file.real(at + 176, "the step");
    range.seconds = file.single(at + 192, "the counting time");
    range.describe("rotation [1/min]", file.single(at + 208, "the rotation"));
    range.describe("generator voltage [kV]", file.unsigned(at + 224, "the voltage"));
    range.describe("generator current [mA]", file.unsigned(at + 228, "the current"));
    double used = file.real(at + 240, "the wavelength that was used");
    range.describe("wavelength used [Å]", used);
    range.wavelength = used;
    return range;
  }

  private static void describe(BinaryFields file, RawRange range) {
    range.describe("format version", "3");
    range.describe("status", status(file.unsigned(8, "the status")));
    range.describe("date", file.text(16, 10, "the date"));
    range.describe("time", file.text(26, 10, "the time"));
    range.describe("user", file.text(36, 72, "the user"));
    range.describe("site", file.text(108, 218, "the site"));
    range.describe("sample", file.text(326, 60, "the sample"));
    range.describe("comment", file.text(386, 160, "the comment"));
    range.describe("goniometer radius [mm]", file.single(564, "the radius"));
    range.describe("anode", file.text(608, 4, "the anode"));
    double ratio = file.real(648, "the ratio of the lines");
    range.lines =
        new EmissionLines(
            file.real(616, "the average wavelength"),
            file.real(624, "the wavelength Kα1"),
            file.real(632, "the wavelength Kα2"),
            file.real(640, "the wavelength Kβ"),
            ratio > 0 ? ratio : -1);
    if (range.metadata.getOrDefault("status", "done").equals("done")) {
      return;
    }
    range.warnings.add(
        "The instrument calls the measurement " + range.metadata.get("status") + ".");
  }

  private static String status(long code) {
    return switch ((int) code) {
      case 1 -> "done";
      case 2 -> "active";
      case 3 -> "aborted";
      case 4 -> "interrupted";
      default -> "";
    };
  }
}
