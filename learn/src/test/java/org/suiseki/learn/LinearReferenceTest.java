package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Against scikit-learn 1.2.1; {@code linear_sklearn.py} beside the figures tells how they were
 * made.
 */
class LinearReferenceTest {

  /** Two exact solvers differ by rounding, times a condition number of some hundreds. */
  private static final Offset<Double> EXACT = within(1e-9);

  /**
   * Both stop when the coefficients change by less than 1e-10 a step, of up to thousands of steps.
   */
  private static final double ITERATED = 1e-6;

  @ParameterizedTest
  @ValueSource(strings = {"tall", "wide"})
  void ridgeAtOnePenalty(String name) {
    JsonNode expected = read(name).get("ridge_7.5");
    Dataset data = data(read(name));
    Split split = halves(data);
    LinearModel model = new Ridge(new double[] {7.5}).fit(data, split, Progress.SILENT);
    LinearModel.Line line = model.lines().get(0);
    assertThat(line.coefficients()).containsExactly(numbers(expected.get("coef")), EXACT);
    assertThat(line.intercept()).isCloseTo(expected.get("intercept").doubleValue(), EXACT);
    Dataset test = data.selectRows(split.test());
    double[] predicted = Samples.column(model.predict(test.inputs()).mean(), 0);
    assertThat(predicted).containsExactly(numbers(expected.get("prediction")), EXACT);
    Metrics metrics = Metrics.of(test.targets().column(0), predicted);
    assertThat(metrics.r2()).isCloseTo(expected.get("r2").doubleValue(), EXACT);
    assertThat(metrics.mae()).isCloseTo(expected.get("mae").doubleValue(), EXACT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tall", "wide"})
  void ridgeChoosesThePenaltyByLeaveOneOut(String name) {
    JsonNode expected = read(name).get("ridge_cv");
    Dataset data = data(read(name));
    LinearModel.Line line =
        new Ridge(numbers(read("alphas"))).fit(data, halves(data), Progress.SILENT).lines().get(0);
    assertThat(line.penalty()).isEqualTo(expected.get("alpha").doubleValue());
    assertThat(line.coefficients()).containsExactly(numbers(expected.get("coef")), EXACT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tall", "wide"})
  void bayesianRidge(String name) {
    JsonNode expected = read(name).get("bayes");
    Dataset data = data(read(name));
    Split split = halves(data);
    BayesianLinearModel model = new BayesianRidge(9000, 1e-10).fit(data, split, Progress.SILENT);
    LinearModel.Line line = model.lines().get(0);
    double alpha = expected.get("alpha").doubleValue();
    assertThat(line.coefficients())
        .containsExactly(numbers(expected.get("coef")), within(ITERATED));
    assertThat(line.intercept())
        .isCloseTo(expected.get("intercept").doubleValue(), within(ITERATED));
    assertThat(line.penalty())
        .isCloseTo(expected.get("lambda").doubleValue() / alpha, within(ITERATED));
    assertThat(model.noiseDeviation()[0]).isCloseTo(1 / Math.sqrt(alpha), within(ITERATED));
    Predictions predictions = model.predict(data.selectRows(split.test()).inputs());
    assertThat(Samples.column(predictions.mean(), 0))
        .containsExactly(numbers(expected.get("prediction")), within(ITERATED * 10));
    assertThat(Samples.column(predictions.deviation(), 0))
        .containsExactly(numbers(expected.get("deviation")), within(ITERATED));
  }

  private static Split halves(Dataset data) {
    int half = data.rows() / 2;
    return new Split(
        IntStream.range(0, half).toArray(),
        new int[0],
        IntStream.range(half, data.rows()).toArray());
  }

  private static Dataset data(JsonNode node) {
    double[][] x =
        node.get("x").values().stream().map(LinearReferenceTest::numbers).toArray(double[][]::new);
    double[][] y =
        node.get("y").values().stream()
            .map(v -> new double[] {v.doubleValue()})
            .toArray(double[][]::new);
    return Samples.dataset(x, y);
  }

  private static double[] numbers(JsonNode array) {
    return array.values().stream().mapToDouble(JsonNode::doubleValue).toArray();
  }

  private static JsonNode read(String field) {
    try (InputStream in = LinearReferenceTest.class.getResourceAsStream("linear_sklearn.json")) {
      return JsonMapper.shared().readTree(in).get(field);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
