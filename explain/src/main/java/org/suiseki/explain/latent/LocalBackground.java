package org.suiseki.explain.latent;

import java.util.function.DoubleUnaryOperator;

/** The straight line through the means of a few points at both ends of a window, of one pattern. */
final class LocalBackground {
  private final Grid grid;
  private final double[] values;
  private final int offset;
  private final double from;
  private final double height;
  private final double slope;

  /**
   * @param grid of the pattern
   * @param values holds the pattern
   * @param offset where the pattern begins in it
   * @param first point of the window
   * @param last point of the window
   * @param edge points at each end, at most a third of the window
   * @param scale applied to each value
   */
  LocalBackground(
      Grid grid,
      double[] values,
      int offset,
      int first,
      int last,
      int edge,
      DoubleUnaryOperator scale) {
    this.grid = grid;
    this.values = values;
    this.offset = offset;
    int points = Math.max(1, Math.min(edge, (last - first + 1) / 3));
    double leftPlace = 0;
    double leftValue = 0;
    double rightPlace = 0;
    double rightValue = 0;
    for (int i = 0; i < points; i++) {
      leftPlace += grid.at(first + i) / points;
      leftValue += scale.applyAsDouble(values[offset + first + i]) / points;
      rightPlace += grid.at(last - i) / points;
      rightValue += scale.applyAsDouble(values[offset + last - i]) / points;
    }
    this.from = leftPlace;
    this.height = leftValue;
    this.slope = (rightValue - leftValue) / (rightPlace - leftPlace);
  }

  double at(int point) {
    return height + slope * (grid.at(point) - from);
  }

  /** What stands above the line, for values as they are. */
  double net(int point) {
    return values[offset + point] - at(point);
  }
}
