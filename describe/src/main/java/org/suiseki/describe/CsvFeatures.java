package org.suiseki.describe;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Features as comma-separated values. */
final class CsvFeatures {

  private CsvFeatures() {}

  /** Flushes and does not close: the text belongs to the caller. */
  static void write(Writer text, FeatureColumns columns, FeatureFile.Rows rows) throws IOException {
    CsvWriter csv = CsvWriter.builder().build(text);
    try {
      String[] cells = new String[columns.keys().size() + columns.width()];
      csv.writeRecord(heading(columns, cells));
      NumberTexts texts = new NumberTexts();
      rows.writeTo((keys, values) -> csv.writeRecord(cells(keys, values, texts, cells)));
      csv.flush();
    } catch (UncheckedIOException e) {
      // Its cause is never absent.
      throw new FeatureFile.Unwritten(Objects.requireNonNull(e.getCause()));
    }
  }

  private static String[] heading(FeatureColumns columns, String[] cells) {
    int at = 0;
    for (String key : columns.keys()) {
      cells[at++] = key;
    }
    for (int column = 0; column < columns.width(); column++) {
      cells[at++] = columns.heading(column);
    }
    return cells;
  }

  private static String[] cells(
      List<String> keys, double[] values, NumberTexts texts, String[] cells) {
    int at = 0;
    for (String key : keys) {
      cells[at++] = key;
    }
    for (double value : values) {
      cells[at++] = texts.of(value);
    }
    return cells;
  }

  /**
   * The shortest text that reads back exactly; whole numbers without their {@code .0} where they
   * are 0 or 1, as most features are. Remembers some: properties of elements come again in every
   * other row, and finding the shortest text takes longer than all else.
   */
  private static final class NumberTexts {
    private static final int SIZE = 1 << 13;

    private final long[] bits = new long[SIZE];
    private final String[] texts = new String[SIZE];

    NumberTexts() {
      // The bits of 0.
      Arrays.fill(texts, "0");
    }

    String of(double value) {
      if (value == 0) {
        return "0";
      }
      if (value == 1) {
        return "1";
      }
      if (Double.isNaN(value)) {
        return "";
      }
      long wanted = Double.doubleToRawLongBits(value);
      // Fibonacci hashing, Knuth, The Art of Computer Programming 3, 6.4.
      int place = (int) ((wanted * 0x9E3779B97F4A7C15L) >>> (64 - 13));
      if (bits[place] != wanted) {
        bits[place] = wanted;
        texts[place] = Double.toString(value);
      }
      return texts[place];
    }
  }
}
