package org.suiseki.learn.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Column;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HiddenFeaturesTest {
  private static final Path REFERENCE =
      Path.of("..", "..", "shared", "reference", "xenonpy", "sequential_linear_frozen.json");

  private static final List<Integer> WIDTHS = List.of(6, 5, 4, 3, 1);

  private static MlpEnsemble ensemble(List<float[]> members, List<Integer> widths) {
    int inputs = widths.get(0);
    float[] ones = new float[inputs];
    Arrays.fill(ones, 1);
    return new MlpEnsemble(
        columns("x", inputs),
        columns("y", widths.get(widths.size() - 1)),
        widths,
        Activation.RELU,
        members,
        new Scaling(new float[inputs], ones),
        new Scaling(new float[] {0}, new float[] {1}));
  }

  private static List<Column> columns(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> new Column(name + i, "1")).toList();
  }

  /**
   * A network of XenonPy with its normalisation, which at rest is a factor and a shift of each
   * neuron and so part of the weights. Its frozen features are the weighted sums before that; ours
   * are what the layer gives out.
   */
  @Test
  void everyHiddenLayerEqualsThatOfXenonPy() throws Exception {
    assumeTrue(Files.exists(REFERENCE), () -> "there is no " + REFERENCE);
    JsonNode reference = new JsonMapper().readTree(Files.readString(REFERENCE));
    MlpEnsemble model = ensemble(List.of(folded(reference)), WIDTHS);
    double[][] inputs = matrix(reference.get("x"));
    Table rows = Table.of(columns("x", 6), inputs);

    double[][] said = model.predict(rows).mean();
    double[][] expected = matrix(reference.get("y"));
    double[][] sums = matrix(reference.get("frozen").get("depth3"));
    assertThat(model.hiddenLayers()).isEqualTo(3);
    for (int row = 0; row < inputs.length; row++) {
      assertThat(said[row][0]).isCloseTo(expected[row][0], within(1e-4));
      int at = 0;
      for (int layer = 0; layer < 3; layer++) {
        double[] features = model.features(rows, layer)[row];
        assertThat(features).hasSize(WIDTHS.get(layer + 1));
        for (int neuron = 0; neuron < features.length; neuron++) {
          double factor = factor(reference, layer, neuron);
          double normalised =
              factor * (sums[row][at] - state(reference, layer, "normalizer.running_mean", neuron))
                  + state(reference, layer, "normalizer.bias", neuron);
          // Single precision of sums of order ten on both sides.
          assertThat(features[neuron]).isCloseTo(Math.max(normalised, 0), within(1e-4));
          at++;
        }
      }
    }
  }

  private static float[] folded(JsonNode reference) {
    List<Float> weights = new ArrayList<>();
    List<Float> biases = new ArrayList<>();
    for (int layer = 0; layer < 4; layer++) {
      boolean last = layer == 3;
      String name = last ? "output" : "layer_" + layer + ".linear";
      JsonNode weight = reference.get("state").get(name + ".weight");
      JsonNode bias = reference.get("state").get(name + ".bias");
      for (int in = 0; in < WIDTHS.get(layer); in++) {
        for (int out = 0; out < WIDTHS.get(layer + 1); out++) {
          double factor = last ? 1 : factor(reference, layer, out);
          weights.add((float) (factor * weight.get(out).get(in).asDouble()));
        }
      }
      for (int out = 0; out < WIDTHS.get(layer + 1); out++) {
        double plain = bias.get(out).asDouble();
        biases.add(
            (float)
                (last
                    ? plain
                    : factor(reference, layer, out)
                            * (plain - state(reference, layer, "normalizer.running_mean", out))
                        + state(reference, layer, "normalizer.bias", out)));
      }
    }
    weights.addAll(biases);
    float[] block = new float[weights.size()];
    for (int i = 0; i < block.length; i++) {
      block[i] = weights.get(i);
    }
    return block;
  }

  private static double factor(JsonNode reference, int layer, int neuron) {
    double variance = state(reference, layer, "normalizer.running_var", neuron);
    return state(reference, layer, "normalizer.weight", neuron)
        / Math.sqrt(variance + reference.get("bn_eps").asDouble());
  }

  private static double state(JsonNode reference, int layer, String name, int neuron) {
    return reference.get("state").get("layer_" + layer + "." + name).get(neuron).asDouble();
  }

  private static double[][] matrix(JsonNode rows) {
    double[][] matrix = new double[rows.size()][rows.get(0).size()];
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < matrix[row].length; column++) {
        matrix[row][column] = rows.get(row).get(column).asDouble();
      }
    }
    return matrix;
  }

  @Test
  void membersStandSideBySideAndTheLastLayerIsTheUsualOne() {
    List<Integer> widths = List.of(3, 4, 2, 1);
    MlpEnsemble two =
        ensemble(
            List.of(
                MlpWeights.initial(new long[] {1}, widths),
                MlpWeights.initial(new long[] {2}, widths)),
            widths);
    Table rows = Table.of(columns("x", 3), new double[][] {{1, -2, 0.5}, {0, 1, 3}});
    assertThat(two.features(rows, 1)).isDeepEqualTo(two.features(rows));
    assertThat(two.features(rows, 0)[1]).hasSize(8);
    double[] second = two.only(1).features(rows, 0)[1];
    assertThat(Arrays.copyOfRange(two.features(rows, 0)[1], 4, 8)).containsExactly(second);
    for (int absent : new int[] {-1, 2}) {
      assertThatThrownBy(() -> two.features(rows, absent))
          .isInstanceOf(LearnException.class)
          .hasMessageContaining("no hidden layer " + absent);
    }
  }
}
