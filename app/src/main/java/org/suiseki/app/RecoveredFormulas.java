package org.suiseki.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.FeatureColumns;
import org.suiseki.describe.composition.CompositionDescriptors;
import org.suiseki.describe.composition.KernelMean;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.io.TextTable;

/** Turns rows of kernel means back into formulas. */
final class RecoveredFormulas {
  private final KernelMean kernelMean;

  /**
   * @param names a single kernel mean descriptor, as it was when the rows were made
   */
  RecoveredFormulas(List<String> names, ElementTable elements) {
    if (names.size() > 1) {
      throw new DescribeException(
          "Formulas are looked for by " + names.size() + " descriptors.",
          "Name the one kernel mean descriptor that made the table.");
    }
    this.kernelMean = CompositionDescriptors.kernelMean(names.get(0), elements);
  }

  FeatureColumns columns(List<String> kept) {
    List<String> keys = new ArrayList<>(List.of("recovered"));
    keys.addAll(kept);
    return new FeatureColumns(keys, List.of("distance"), List.of("1"));
  }

  /** Of the features that are read. */
  String firstHead() {
    return kernelMean.names().get(0);
  }

  /** What finds the formula of a row of this table. Thread-safe. */
  Function<TextTable.Row, DescribedCells.Row> of(TextTable table, List<String> kept) {
    int[] features = kernelMean.names().stream().mapToInt(table::column).toArray();
    int[] along = kept.stream().mapToInt(table::column).toArray();
    return row -> {
      double[] values =
          Arrays.stream(features)
              .mapToDouble(column -> row.number(column, table.heads().get(column)))
              .toArray();
      KernelMean.Recovered found = kernelMean.inverse(values);
      List<String> keys = new ArrayList<>();
      keys.add(found.formula());
      for (int column : along) {
        keys.add(row.cell(column));
      }
      return new DescribedCells.Row(keys, new double[] {found.distance()});
    };
  }
}
