package org.suiseki.matter.io;

import java.io.InputStream;
import java.util.List;

/**
 * Reads the binary RAW of Stoe's WinXPOW ({@code RAW_1.06Powdat}): blocks of 512 bytes, of which
 * the first counts all and those of the intensities; the block before these describes the range.
 *
 * <p>The layout is as other open readers found it. A file of several ranges gives its last.
 */
final class StoeRawReader implements SpectrumReader {
  private static final String MAGIC = "RAW_1.";
  private static final int BLOCK = 512;

  private static final int USER = 0x600;
  private static final int LONGEST_USER = 32;

  /** An end that is further than this part of a step from where the points lead is damage. */
  private static final double OFF = 0.5;

  @Override
  public String format() {
    return "stoe-raw";
  }

  @Override
  public String description() {
    return "RAW of Stoe";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    return BinaryFields.begins(head, MAGIC);
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    BinaryFields file = BinaryFields.of(in, source);
    long all = file.unsignedShort(0x1DC, "the number of blocks");
    long ofData = file.unsignedShort(0x1DA, "the number of blocks of data");
    long data = (all - ofData) * BLOCK;
    if (ofData == 0 || data < 2 * BLOCK) {
      throw file.wrong(
          0x1DA,
          "Of " + all + " blocks " + ofData + " would be intensities",
          "The file is damaged; copy it again from the instrument.");
    }
    RawRange range = range(file, data);
    describe(file, range, data);
    String sample = range.metadata.getOrDefault("sample", FileName.of(source));
    return List.of(range.measurement(sample, file.place()));
  }

  private static RawRange range(BinaryFields file, long data) {
    RawRange range = new RawRange();
    long header = data - BLOCK;
    int points = file.unsignedShort(header + 0x22, "the number of points");
    range.first = file.single(header + 0x2C, "the first angle");
    range.step = file.single(header + 0x3C, "the step");
    double last = file.single(header + 0x34, "the last angle");
    // Written so that a NaN is refused too.
    if (!(Math.abs(range.first + (points - 1) * range.step - last) <= OFF * range.step)) {
      throw file.wrong(
          header + 0x22,
          points
              + " points from "
              + range.first
              + " in steps of "
              + range.step
              + " do not lead to "
              + last,
          "The file is damaged or of a layout that is not known; export it as .xy.");
    }
    range.values = file.unsigned(data, points, "intensities");
    return range;
  }

  private static void describe(BinaryFields file, RawRange range, long data) {
    range.describe("format version", file.text(4, 4, "the version"));
    range.describe("date", file.text(0x10, 16, "the date"));
    range.describe("title", file.text(0x20, 0x110, "the title"));
    long header = data - BLOCK;
    if (header >= USER + LONGEST_USER) {
      range.describe("user", file.text(USER, LONGEST_USER, "the user"));
    }
    range.describe("begun", file.text(header, 16, "the start"));
    range.describe("ended", file.text(header + 16, 16, "the end"));
    double alpha1 = file.single(0x142, "the wavelength Kα1");
    double alpha2 = file.single(0x146, "the wavelength Kα2");
    range.describe("wavelength K-alpha2 [Å]", alpha2);
    range.lines = new EmissionLines(0, alpha1, 0, 0, -1);
    if (EmissionLines.usable(alpha1) && EmissionLines.usable(alpha2)) {
      range.warnings.add(
          "The wavelength is Kα1; whether a monochromator takes Kα2 away is not read.");
    }
  }
}
