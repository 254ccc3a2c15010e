package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.List;

/** Version 1, {@code "RAW "}: headers of 152 bytes, each followed by its range. */
final class BrukerRaw1 {
  private static final int HEADER = 152;

  /** What the header writes where it does not know an angle. */
  private static final double UNKNOWN = -1e6;

  private BrukerRaw1() {}

  static List<RawRange> ranges(BinaryFields file) {
    List<RawRange> ranges = new ArrayList<>();
    long at = 4;
    boolean more = true;
    while (more) {
      // Early files do not repeat the word before further ranges.
      if (!ranges.isEmpty() && file.text(at, 4, "a range header").equals("RAW")) {
        at += 4;
      }
      long steps = file.unsigned(at, "the number of steps");
      RawRange range = header(file, at);
      more = file.unsigned(at + 148, "the number of following ranges") > 0;
      range.values = file.singles(at + HEADER, steps, "intensities");
      ranges.add(range);
      at += HEADER + 4 * steps;
    }
    return ranges;
  }

  private static RawRange header(BinaryFields file, long at) {
    RawRange range = new RawRange();
    range.describe("format version", "1");
    range.seconds = file.single(at + 4, "the counting time");
    range.step = file.single(at + 8, "the step");
    range.describe("scan mode", Long.toString(file.unsigned(at + 12, "the scan mode")));
    range.first = file.single(at + 20, "the first angle");
    String[] drives = {"theta", "chi", "phi"};
    for (int i = 0; i < drives.length; i++) {
      double start = file.single(at + 24 + 4 * i, "the start of " + drives[i]);
      range.describe(drives[i] + " start [degree]", start == UNKNOWN ? 0 : start);
    }
    range.describe("sample", file.text(at + 36, 32, "the sample"));
    range.lines =
        new EmissionLines(
            0,
            file.single(at + 68, "the wavelength Kα1"),
            file.single(at + 72, "the wavelength Kα2"),
            0,
            -1);
    return range;
  }
}
