package org.suiseki.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts that rows are mixed from; the coordinates of a row are the amounts of {@link
 * NonnegativeLeastSquares}, never negative. Inputs below 0 count as 0.
 */
public final class NonnegativeFactorsModel implements LatentModel {

  /** What {@code model.json} calls it. */
  public static final String KIND = "nmf";

  private final CommonScale scale;
  private final double[][] parts;
  private final NonnegativeLeastSquares mixing;

  /**
   * From parts.
   *
   * @param scale of the inputs, with means of 0
   * @param parts size × inputs, of scaled inputs; not negative
   */
  NonnegativeFactorsModel(CommonScale scale, double[][] parts) {
    this.scale = scale;
    this.parts = parts;
    this.mixing = NonnegativeLeastSquares.of(parts);
  }

  @Override
  public List<Column> inputs() {
    return scale.columns();
  }

  @Override
  public int size() {
    return parts.length;
  }

  /** What each coordinate stands for at the amount 1, size rows of inputs. */
  public Table parts() {
    double[][] units = new double[size()][size()];
    for (int k = 0; k < size(); k++) {
      units[k][k] = 1;
    }
    return decode(units);
  }

  @Override
  public double[][] encode(Table rows) {
    double[] scaled = scale.apply(rows);
    clip(scaled);
    double[][] points = new double[rows.rows()][size()];
    boolean[] positive = new boolean[size()];
    for (int row = 0; row < points.length; row++) {
      mixing.solve(scaled, row * rows.width(), points[row], positive);
    }
    return points;
  }

  /** The mixture of each point; a negative coordinate counts as 0. */
  @Override
  public Table decode(double[][] points) {
    Points.require(points, size());
    int width = inputs().size();
    double[] scaled = new double[points.length * width];
    for (int row = 0; row < points.length; row++) {
      int from = row * width;
      for (int k = 0; k < size(); k++) {
        double amount = points[row][k];
        double[] part = parts[k];
        for (int input = 0; input < width && amount > 0; input++) {
          scaled[from + input] += amount * part[input];
        }
      }
    }
    return scale.restore(scaled);
  }

  /**
   * That of least squares among the parts that a row has; 0 for the amount of a part that it has
   * not, and for an input below 0. At the edge, where a part comes in or goes, the slope has a
   * step.
   */
  @Override
  public double[][] gradient(Table rows, int coordinate) {
    Points.requireCoordinate(coordinate, size());
    double[] scaled = scale.apply(rows);
    int width = rows.width();
    clip(scaled);
    double[][] gradient = new double[rows.rows()][width];
    double[] amounts = new double[size()];
    boolean[] positive = new boolean[size()];
    for (int row = 0; row < gradient.length; row++) {
      mixing.solve(scaled, row * width, amounts, positive);
      if (positive[coordinate]) {
        slope(positive, coordinate, gradient[row]);
      }
      for (int input = 0; input < width; input++) {
        boolean clipped = rows.get(row, input) < 0;
        gradient[row][input] = clipped ? 0 : gradient[row][input] / scale.scale();
      }
    }
    return gradient;
  }

  /** One row of (H Hᵀ)⁻¹ H with the parts that are there. */
  private void slope(boolean[] positive, int coordinate, double[] slope) {
    int[] present = new int[size()];
    int count = 0;
    int place = 0;
    for (int k = 0; k < size(); k++) {
      if (positive[k]) {
        place = k == coordinate ? count : place;
        present[count++] = k;
      }
    }
    CholeskyFactor factor = new CholeskyFactor(count);
    for (int i = 0; i < count; i++) {
      for (int j = i; j < count; j++) {
        factor.matrix()[i * count + j] =
            DotProduct.of(parts[present[i]], 0, parts[present[j]], 0, slope.length);
      }
    }
    if (!factor.factorise()) {
      // Such a set is never let in together.
      throw new LearnException("Parts are alike within rounding.", "Ask for fewer parts.");
    }
    double[] weights = new double[count];
    weights[place] = 1;
    factor.solve(weights);
    for (int i = 0; i < count; i++) {
      double[] part = parts[present[i]];
      for (int input = 0; input < slope.length; input++) {
        slope[input] += weights[i] * part[input];
      }
    }
  }

  @Override
  public StoredModel toStored() {
    Map<String, DenseArray> tensors = new LinkedHashMap<>(scale.tensors());
    tensors.put("parts", DenseArray.of(parts));
    return StoredModel.of(KIND, inputs(), List.of()).withTensors(tensors);
  }

  public static NonnegativeFactorsModel from(StoredModel stored) {
    stored.requireKind(KIND);
    int width = Math.max(1, stored.inputs().size());
    int size = stored.length("parts") / width;
    double[] flat = stored.doubles("parts", size, width);
    List<double[]> parts = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      parts.add(Arrays.copyOfRange(flat, k * width, (k + 1) * width));
    }
    return new NonnegativeFactorsModel(CommonScale.from(stored), parts.toArray(double[][]::new));
  }

  static void clip(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, values[i]);
    }
  }
}
