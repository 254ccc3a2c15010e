package org.suiseki.describe;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;
import org.suiseki.matter.io.AtomicFile;

/**
 * Writes a table of features row by row, in constant memory, to a file that is there whole or not
 * at all.
 *
 * <ul>
 *   <li>{@code .csv}, {@code .csv.gz}: UTF-8, a heading with the unit in brackets where there is
 *       one, numbers as the shortest text that reads back exactly, nothing for a number that is not
 *       there.
 *   <li>{@code .parquet}: the same columns as {@code UTF8} and {@code DOUBLE}, numbers that are not
 *       there as null, units in the file's metadata under {@code unit:NAME}.
 * </ul>
 */
public final class FeatureFile {

  private FeatureFile() {}

  /** What hands over the rows, calling the sink for each in turn. */
  public interface Rows {
    void writeTo(Sink sink);
  }

  /** Takes one row after another; not thread-safe. */
  public interface Sink {
    /**
     * @param keys one text for each key column
     * @param values one number for each column; NaN where there is none. The caller may use the
     *     array again
     */
    void row(List<String> keys, double[] values);
  }

  /**
   * Writes a file whose format is that of its suffix; nothing is left where {@code rows} throws.
   *
   * @throws DescribeException for another suffix, or where it cannot be written
   */
  public static void write(Path file, FeatureColumns columns, Rows rows) {
    Kind kind = Kind.of(file);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFile.write(file, out -> kind.write(out, columns, rows));
    } catch (IOException e) {
      throw unwritten(e, file.toString());
    } catch (Unwritten e) {
      throw unwritten(e.reason, file.toString());
    }
  }

  /** Writes CSV to a stream of text, such as standard output; the caller closes it. */
  public static void writeCsv(Writer out, FeatureColumns columns, Rows rows) {
    try {
      CsvFeatures.write(out, columns, rows);
    } catch (IOException e) {
      throw unwritten(e, "the output");
    } catch (Unwritten e) {
      throw unwritten(e.reason, "the output");
    }
  }

  /**
   * Whether a file's suffix names a format that can be written; to be asked before long work.
   *
   * @throws DescribeException where it does not
   */
  public static void check(Path file) {
    Kind.of(file);
  }

  private static DescribeException unwritten(IOException e, String target) {
    return new DescribeException(
        "The features cannot be written: " + Failures.reason(e) + ".",
        Place.of(target),
        "Choose another place, or make room there.",
        e);
  }

  /** Carries a failure of the disk through {@link Sink#row}. */
  static final class Unwritten extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient IOException reason;

    Unwritten(IOException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private enum Kind {
    CSV(".csv"),
    CSV_GZ(".csv.gz"),
    PARQUET(".parquet");

    private final String suffix;

    Kind(String suffix) {
      this.suffix = suffix;
    }

    static Kind of(Path file) {
      String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      for (Kind kind : values()) {
        if (name.endsWith(kind.suffix)) {
          return kind;
        }
      }
      throw new DescribeException(
          "The suffix of \"" + file + "\" names no table.",
          "Let it end in .csv, .csv.gz or .parquet.");
    }

    private static Writer text(OutputStream out) {
      return new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    void write(OutputStream out, FeatureColumns columns, Rows rows) throws IOException {
      switch (this) {
        case CSV -> CsvFeatures.write(text(out), columns, rows);
        case CSV_GZ -> {
          GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16);
          CsvFeatures.write(text(packed), columns, rows);
          packed.finish();
        }
        case PARQUET -> ParquetFeatures.write(out, columns, rows);
      }
    }
  }
}
