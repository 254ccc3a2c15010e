package org.suiseki.study.elementmap;

import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.explain.latent.MapQuality;
import org.suiseki.learn.Column;
import org.suiseki.learn.PrincipalDirections;
import org.suiseki.learn.Table;

/**
 * How much of the known table an arrangement of elements has kept; each number from 0 to 1, more
 * being more.
 *
 * @param vertical share of {@link KnownTable#vertical} pairs that lie side by side, corners counted
 * @param horizontal share of {@link KnownTable#horizontal} pairs that do
 * @param group R² of the group as a linear function of the map's coordinates, over the elements
 *     that have one
 * @param period that of the period
 * @param trustworthiness of the map for the properties, see {@link MapQuality}
 * @param continuity likewise
 */
record TableScore(
    double vertical,
    double horizontal,
    double group,
    double period,
    double trustworthiness,
    double continuity) {

  /** Between the diagonal of a square of places, 1.41, and the next place but one, 2. */
  private static final double BESIDE = 1.5;

  static final List<String> NAMES =
      List.of("vertical", "horizontal", "group", "period", "trustworthiness", "continuity");

  /**
   * @param places elements × coordinates
   * @param step distance of neighbouring places; NaN where there are none, and then neither are the
   *     shares of pairs
   */
  static TableScore of(
      double[][] places, double step, KnownTable table, double[][] rows, int neighbours) {
    MapQuality quality = MapQuality.of(rows, places, neighbours);
    return new TableScore(
        beside(places, step, table.vertical()),
        beside(places, step, table.horizontal()),
        explained(places, table.group()),
        explained(places, table.period()),
        quality.trustworthiness(),
        quality.continuity());
  }

  double[] values() {
    return new double[] {vertical, horizontal, group, period, trustworthiness, continuity};
  }

  private static double beside(double[][] places, double step, List<int[]> pairs) {
    if (Double.isNaN(step) || pairs.isEmpty()) {
      return Double.NaN;
    }
    long near =
        pairs.stream()
            .filter(pair -> distance(places[pair[0]], places[pair[1]]) <= BESIDE * step)
            .count();
    return (double) near / pairs.size();
  }

  /** R² of the least-squares plane; elements without a value are left out. */
  static double explained(double[][] places, double[] values) {
    int[] known = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
    double mean = 0;
    for (int i : known) {
      mean += values[i] / known.length;
    }
    double total = 0;
    for (int i : known) {
      total += (values[i] - mean) * (values[i] - mean);
    }
    if (known.length <= places[0].length + 1 || total == 0) {
      return Double.NaN;
    }
    // Along orthogonal directions the parts that are explained add up.
    PrincipalDirections directions = PrincipalDirections.of(chosen(places, known));
    double part = 0;
    for (int d = 0; d < directions.rank(); d++) {
      double[] direction = directions.direction(d);
      double along = 0;
      for (int i : known) {
        double score = 0;
        for (int c = 0; c < direction.length; c++) {
          score += direction[c] * (places[i][c] - directions.centre()[c]);
        }
        along += score * (values[i] - mean);
      }
      part += along * along / directions.eigenvalues()[d];
    }
    return part / total;
  }

  private static Table chosen(double[][] places, int[] known) {
    List<Column> columns =
        IntStream.range(0, places[0].length).mapToObj(c -> new Column("x" + c, "1")).toList();
    double[][] rows = new double[known.length][];
    for (int i = 0; i < known.length; i++) {
      rows[i] = places[known[i]];
    }
    return Table.of(columns, rows);
  }

  static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum);
  }
}
