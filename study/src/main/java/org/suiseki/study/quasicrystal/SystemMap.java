package org.suiseki.study.quasicrystal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.suiseki.describe.MaterialKind;
import org.suiseki.describe.MaterialText;
import org.suiseki.learn.ClassEnsemble;
import org.suiseki.learn.ClassProbabilities;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.library.DescribedMaterials;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;

/**
 * The probabilities of the classes over all compositions of three elements.
 *
 * @param system names of the corners: left, right, top
 * @param unseen whether the model was trained without any row made of these elements alone
 * @param steps from corner to corner
 * @param chances grid × classes; the first element's share ascends from 0, and for each the
 *     second's
 * @param said the class that is named at each point
 * @param known rows of the data made of these elements alone, two of them at least
 * @param knownChances of those rows × classes
 * @param knownSaid the class that is named for each of them
 */
record SystemMap(
    List<String> system,
    boolean unseen,
    int steps,
    double[][] chances,
    int[] said,
    int[] known,
    double[][] knownChances,
    int[] knownSaid) {

  /** The shares of the three elements at each point of the grid. */
  static double[][] fractions(int steps) {
    List<double[]> all = new ArrayList<>();
    for (int first = 0; first <= steps; first++) {
      for (int second = 0; second <= steps - first; second++) {
        double third = steps - first - second;
        all.add(new double[] {(double) first / steps, (double) second / steps, third / steps});
      }
    }
    return all.toArray(double[][]::new);
  }

  static SystemMap of(
      List<Element> system,
      boolean unseen,
      ClassEnsemble model,
      int[] columns,
      LabelledFormulas set,
      Table inputs,
      QuasicrystalOptions options) {
    Table grid = described(system, options).selectColumns(columns);
    ClassProbabilities chances = model.predict(grid);
    int[] known = set.within(Set.copyOf(system));
    ClassProbabilities knownChances = model.predict(inputs.selectRows(known));
    return new SystemMap(
        system.stream().map(Element::symbol).toList(),
        unseen,
        options.steps(),
        chances.of(),
        model.decision().of(chances),
        known,
        knownChances.of(),
        model.decision().of(knownChances));
  }

  /** The rows that may teach a model that is not to know the system. */
  static Split without(List<Element> system, LabelledFormulas set) {
    int[] within = set.within(Set.copyOf(system));
    int[] others =
        IntStream.range(0, set.size())
            .filter(row -> Arrays.binarySearch(within, row) < 0)
            .toArray();
    return new Split(others, new int[0], within);
  }

  private static Table described(List<Element> system, QuasicrystalOptions options) {
    List<String> formulas =
        Arrays.stream(fractions(options.steps())).map(at -> formula(system, at)).toList();
    return DescribedMaterials.of(
            MaterialText.descriptor(
                MaterialKind.COMPOSITION,
                options.features(),
                options.elements().orElseGet(ElementTable::standard)),
            formulas)
        .table();
  }

  private static String formula(List<Element> system, double[] shares) {
    StringBuilder formula = new StringBuilder();
    for (int corner = 0; corner < 3; corner++) {
      if (shares[corner] > 0) {
        formula
            .append(system.get(corner).symbol())
            .append(String.format(Locale.ROOT, "%.6f", shares[corner]))
            .append(' ');
      }
    }
    return formula.toString().strip();
  }

  String name() {
    return String.join("-", system);
  }
}
