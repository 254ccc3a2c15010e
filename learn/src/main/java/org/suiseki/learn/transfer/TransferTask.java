package org.suiseki.learn.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.learn.Column;
import org.suiseki.learn.Columns;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Table;

/**
 * The small data set that shall be learned.
 *
 * @param ids of the rows, all different
 * @param materials as they stand in one cell of a table, one a row; the same may stand twice
 * @param groups rows of one group are never parted by a split; polymorphs of one formula belong
 *     together where the inputs know formulas only
 * @param target name and unit
 * @param values of the target, all known; a property that spans decades as its logarithm
 * @param inputs what is learned from without any source, such as composition descriptors
 */
public record TransferTask(
    List<String> ids,
    List<String> materials,
    List<String> groups,
    Column target,
    double[] values,
    Table inputs,
    Origin origin) {

  /** Below that neither the folds nor the test mean anything. */
  public static final int FEWEST_GROUPS = 10;

  public TransferTask {
    ids = List.copyOf(ids);
    materials = List.copyOf(materials);
    groups = List.copyOf(groups);
    int rows = values.length;
    if (ids.size() != rows
        || materials.size() != rows
        || groups.size() != rows
        || inputs.rows() != rows) {
      throw new LearnException(
          "A target has "
              + rows
              + " values, "
              + ids.size()
              + " ids, "
              + materials.size()
              + " materials, "
              + groups.size()
              + " groups and "
              + inputs.rows()
              + " rows of inputs.",
          "Give one of each for each row.");
    }
    int different = new HashSet<>(groups).size();
    if (different < FEWEST_GROUPS) {
      throw new LearnException(
          "The target has " + different + " different materials.",
          "Give at least " + FEWEST_GROUPS + "; nothing can be said of transfer with fewer.");
    }
    double first = values[0];
    boolean varies = false;
    for (int row = 0; row < rows; row++) {
      if (!Double.isFinite(values[row])) {
        throw new LearnException(
            "The target of row '" + ids.get(row) + "' is " + values[row] + ".",
            "Leave out rows without a value; a logarithm needs positive values.");
      }
      varies |= values[row] != first;
    }
    if (!varies) {
      throw new LearnException(
          "The target is " + first + " in every row.", "There is nothing to learn from it.");
    }
  }

  public int rows() {
    return values.length;
  }

  /** Checked for missing values. */
  Dataset dataset(Table features) {
    int[] all = IntStream.range(0, rows()).toArray();
    Columns.requireFinite(features, all);
    double[][] targets = new double[rows()][];
    for (int row = 0; row < rows(); row++) {
      targets[row] = new double[] {values[row]};
    }
    return new Dataset(ids, features, Table.of(List.of(target), targets), origin);
  }
}
