package org.suiseki.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small seeded data sets for the tests of this room. */
final class Samples {

  private Samples() {}

  static List<Column> columns(String prefix, String unit, int count) {
    return IntStream.range(0, count).mapToObj(i -> new Column(prefix + i, unit)).toList();
  }

  static Dataset dataset(double[][] inputs, double[][] targets) {
    List<String> ids = IntStream.range(0, inputs.length).mapToObj(i -> "row-" + i).toList();
    return new Dataset(
        ids,
        Table.of(columns("x", "eV", inputs[0].length), inputs),
        Table.of(columns("y", "K", targets[0].length), targets),
        new Origin("made by a test", "CC0-1.0", "00"));
  }

  /** y0 = sin(3 x0) + x1² with little noise, y1 = 1000 x2: rows × 4 inputs in [−1, 1]. */
  static Dataset wavy(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> inputs = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      double[] x = random.doubles(4, -1, 1).toArray();
      double noise = 0.01 * (random.nextDouble() - 0.5);
      inputs.add(x);
      targets.add(new double[] {Math.sin(3 * x[0]) + x[1] * x[1] + noise, 1000 * x[2]});
    }
    return dataset(inputs.toArray(double[][]::new), targets.toArray(double[][]::new));
  }

  static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }
}
