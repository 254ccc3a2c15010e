package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Small tables for the tests of feature spaces, and what holds for every one of these. */
final class LatentSamples {

  private LatentSamples() {}

  /** A linear congruence that is as quickly written in any language. */
  static double[] uniform(int count, long seed) {
    double[] result = new double[count];
    long state = seed;
    for (int i = 0; i < count; i++) {
      state = (state * 1103515245L + 12345) % 2147483648L;
      result[i] = state / 2147483648.0;
    }
    return result;
  }

  /** Mixtures of three broad peaks in amounts from 0 to 1, with a little noise; none negative. */
  static Table mixtures(int rows, int width, long seed) {
    double[] amounts = uniform(3 * rows, seed);
    double[] noise = uniform(rows * width, seed + 1);
    double[] centres = {0.25, 0.5, 0.8};
    double[][] values = new double[rows][width];
    for (int row = 0; row < rows; row++) {
      for (int input = 0; input < width; input++) {
        for (int part = 0; part < 3; part++) {
          double away = (input - centres[part] * width) / (0.1 * width);
          values[row][input] += amounts[row * 3 + part] * Math.exp(-0.5 * away * away);
        }
        values[row][input] += 0.05 * noise[row * width + input];
      }
    }
    return Table.of(Samples.columns("x", "1", width), values);
  }

  static Split all(Table table) {
    return new Split(IntStream.range(0, table.rows()).toArray(), new int[0], new int[0]);
  }

  /** Gradients against central differences of the coordinates. */
  static void gradientsAreSlopes(LatentModel model, Table rows, double step, double tolerance) {
    for (int coordinate = 0; coordinate < model.size(); coordinate++) {
      double[][] gradient = model.gradient(rows, coordinate);
      assertThat(gradient).hasNumberOfRows(rows.rows());
      for (int input = 0; input < rows.width(); input++) {
        double[][] above = model.encode(moved(rows, input, step));
        double[][] below = model.encode(moved(rows, input, -step));
        for (int row = 0; row < rows.rows(); row++) {
          assertThat(gradient[row][input])
              .as("coordinate %d, input %d, row %d", coordinate, input, row)
              .isCloseTo(
                  (above[row][coordinate] - below[row][coordinate]) / (2 * step),
                  within(tolerance));
        }
      }
    }
  }

  /** Through a file and back, everything is the same to the last bit. */
  static void isStored(
      LatentModel model, Table rows, Path folder, Function<StoredModel, LatentModel> from) {
    Path file = folder.resolve("space.suiseki");
    ModelArchive.save(model.toStored(), file);
    LatentModel loaded = from.apply(ModelArchive.load(file));
    assertThat(loaded.inputs()).isEqualTo(model.inputs());
    assertThat(loaded.size()).isEqualTo(model.size());
    double[][] points = model.encode(rows);
    assertThat(Arrays.deepEquals(loaded.encode(rows), points)).isTrue();
    assertThat(loaded.decode(points).values()).isEqualTo(model.decode(points).values());
    assertThat(Arrays.deepEquals(loaded.gradient(rows, 0), model.gradient(rows, 0))).isTrue();
    StoredModel other = StoredModel.of("mean", model.inputs(), model.inputs());
    assertThatThrownBy(() -> from.apply(other))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("kind 'mean'");
  }

  /** Each row alone gives what it gives among others, and wrong tables and points are refused. */
  static void takesRowsOneByOne(LatentModel model, Table rows) {
    double[][] together = model.encode(rows);
    for (int row = 0; row < rows.rows(); row++) {
      assertThat(model.encode(rows.selectRows(row))[0]).isEqualTo(together[row]);
    }
    assertThat(model.encode(rows.selectRows())).isEmpty();
    assertThat(model.decode(new double[0][]).rows()).isZero();
    assertThatThrownBy(() -> model.encode(rows.selectColumns(0)))
        .isInstanceOf(LearnException.class);
    double[] holes = rows.values().clone();
    holes[1] = Double.NaN;
    assertThatThrownBy(() -> model.encode(new Table(rows.columns(), rows.rows(), holes)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> model.decode(new double[][] {new double[model.size() + 1]}))
        .isInstanceOf(LearnException.class);
    double[] nowhere = new double[model.size()];
    nowhere[0] = Double.NaN;
    assertThatThrownBy(() -> model.decode(new double[][] {nowhere}))
        .isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> model.gradient(rows, model.size())).isInstanceOf(LearnException.class);
  }

  /** Root mean square of what is left of each value. */
  static double error(LatentModel model, Table rows) {
    double[] back = model.reconstruct(rows).values();
    double sum = 0;
    for (int i = 0; i < back.length; i++) {
      sum += Math.pow(back[i] - rows.values()[i], 2);
    }
    return Math.sqrt(sum / back.length);
  }

  private static Table moved(Table rows, int input, double step) {
    double[] values = rows.values().clone();
    for (int at = input; at < values.length; at += rows.width()) {
      values[at] += step;
    }
    return new Table(rows.columns(), rows.rows(), values);
  }
}
