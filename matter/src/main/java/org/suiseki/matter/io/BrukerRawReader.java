package org.suiseki.matter.io;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.MatterException;

/**
 * Reads the binary RAW of Siemens and Bruker: {@code "RAW "} (version 1), {@code RAW2}, {@code
 * RAW1.01} (version 3) and {@code RAW4.00}; each range is one measurement.
 *
 * <p>Layouts of the first two after the diffractometer's manual (DIFFRAC-AT, appendix B), of the
 * third after that of DIFFRAC plus XCH 5.0 (appendix A), of the last as other open readers found
 * it. Of a point with further numbers the first is taken, with a warning.
 */
final class BrukerRawReader implements SpectrumReader {

  @Override
  public String format() {
    return "bruker-raw";
  }

  @Override
  public String description() {
    return "RAW of Siemens and Bruker, versions 1 to 4";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    return BinaryFields.begins(head, "RAW2")
        || BinaryFields.begins(head, "RAW1.0")
        || BinaryFields.begins(head, "RAW4.0")
        || BinaryFields.begins(head, "RAW ") && isBinary(head);
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    BinaryFields file = BinaryFields.of(in, source);
    List<RawRange> ranges;
    if (file.begins("RAW ")) {
      ranges = BrukerRaw1.ranges(file);
    } else if (file.begins("RAW2")) {
      ranges = BrukerRaw2.ranges(file);
    } else if (file.begins("RAW1")) {
      ranges = BrukerRaw3.ranges(file);
    } else {
      ranges = BrukerRaw4.ranges(file);
    }
    return measurements(ranges, file, FileName.of(source));
  }

  private static List<Measurement> measurements(
      List<RawRange> ranges, BinaryFields file, String name) {
    List<Measurement> found = new ArrayList<>();
    List<RawRange> full = ranges.stream().filter(range -> range.values.length > 1).toList();
    for (RawRange range : full) {
      String sample = range.metadata.getOrDefault("sample", name);
      String id = full.size() > 1 ? sample + " range " + (found.size() + 1) : sample;
      if (full.size() < ranges.size()) {
        range.warnings.add(
            "Of " + ranges.size() + " ranges " + (ranges.size() - full.size()) + " have no data.");
      }
      found.add(range.measurement(id, file.place()));
    }
    if (found.isEmpty()) {
      throw new MatterException(
          "None of the " + ranges.size() + " ranges of this RAW file has two points or more.",
          file.place(),
          "The measurement may not have begun; measure or export it again.");
    }
    return found;
  }

  /** A text may begin with the word too; the count that follows it has zero bytes. */
  private static boolean isBinary(byte[] head) {
    for (int i = 4; i < Math.min(head.length, 64); i++) {
      if (head[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
