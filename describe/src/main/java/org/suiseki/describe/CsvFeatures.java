package org.suiseki.describe;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
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
      rows.writeTo((keys, values) -> csv.writeRecord(cells(keys, values, cells)));
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

  private static String[] cells(List<String> keys, double[] values, String[] cells) {
    int at = 0;
    for (String key : keys) {
      cells[at++] = key;
    }
    for (double value : values) {
      cells[at++] = text(value);
    }
    return cells;
  }

  /** Whole numbers without their {@code .0}: most features are 0 or 1. */
  private static String text(double value) {
    if (value == 0) {
      return "0";
    }
    if (value == 1) {
      return "1";
    }
    return Double.isNaN(value) ? "" : Double.toString(value);
  }
}
