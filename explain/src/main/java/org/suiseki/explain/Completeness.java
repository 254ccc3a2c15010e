package org.suiseki.explain;

/**
 * How well the attributions of a row add up to f(x) − f(baseline).
 *
 * @param gaps for each row the sum of attributions − [f(x) − f(baseline)], in the unit of the
 *     output
 * @param differences for each row f(x) − f(baseline), in the unit of the output
 * @param maxRelativeError the largest |gap| over the root mean square of the differences (that of
 *     one row can be arbitrarily near zero); 0 where there are no gaps
 */
public record Completeness(double[] gaps, double[] differences, double maxRelativeError) {

  static Completeness of(double[][] attributions, double[] differences) {
    double[] gaps = new double[differences.length];
    double worst = 0;
    double squares = 0;
    for (int row = 0; row < gaps.length; row++) {
      double sum = 0;
      for (double attribution : attributions[row]) {
        sum += attribution;
      }
      gaps[row] = sum - differences[row];
      worst = Math.max(worst, Math.abs(gaps[row]));
      squares += differences[row] * differences[row] / gaps.length;
    }
    return new Completeness(gaps, differences, worst == 0 ? 0 : worst / Math.sqrt(squares));
  }
}
