package org.suiseki.explain;

import java.util.List;
import org.suiseki.learn.Column;
import org.suiseki.learn.Table;

/**
 * Variants of rows (masked, or on a path to a baseline) made block by block, so that a model
 * predicts large tables while no more than about 32 MB of variants exist at a time.
 */
public final class Blocks {
  private static final int VALUES = 1 << 22;

  private Blocks() {}

  /** Changes a copy of a row into its variant {@code variant}. */
  public interface Change {
    void apply(int row, int variant, double[] copy);
  }

  /** Takes the block whose first pair is number {@code start}; pair = row × variants + variant. */
  public interface Sink {
    void take(long start, Table block);
  }

  /** Each row in each variant, row by row. */
  public static void forEach(Table rows, int variants, Change change, Sink sink) {
    forEach(rows, variants, VALUES / Math.max(1, rows.width()), change, sink);
  }

  /**
   * The same with at most so many variants in a block.
   *
   * @param atOnce at least one is made at a time
   */
  public static void forEach(Table rows, int variants, int atOnce, Change change, Sink sink) {
    List<Column> columns = rows.columns();
    int width = rows.width();
    long pairs = (long) rows.rows() * variants;
    int most = (int) Math.max(1, Math.min(pairs, atOnce));
    for (long start = 0; start < pairs; start += most) {
      int count = (int) Math.min(most, pairs - start);
      double[] values = new double[count * width];
      for (int i = 0; i < count; i++) {
        int row = (int) ((start + i) / variants);
        double[] copy = rows.row(row);
        change.apply(row, (int) ((start + i) % variants), copy);
        System.arraycopy(copy, 0, values, i * width, width);
      }
      sink.take(start, new Table(columns, count, values));
    }
  }
}
