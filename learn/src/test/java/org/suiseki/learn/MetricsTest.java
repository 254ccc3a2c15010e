package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MetricsTest {

  private static final Path SHARED = Path.of("..", "..", "shared", "reference", "xenonpy");

  @Test
  void agreesWithThePeer() {
    Path file = SHARED.resolve("regression_metrics.json");
    assumeTrue(Files.exists(file), file + " is absent");
    JsonNode reference = JsonMapper.shared().readTree(file.toFile());
    JsonNode expected = reference.get("metrics");
    Metrics metrics =
        Metrics.of(numbers(reference.get("y_true")), numbers(reference.get("y_pred")));
    // Sums of 50 terms in another order differ by rounding only.
    assertThat(metrics.r2()).isCloseTo(expected.get("r2").doubleValue(), within(1e-12));
    assertThat(metrics.mae()).isCloseTo(expected.get("mae").doubleValue(), within(1e-12));
    assertThat(metrics.rmse()).isCloseTo(expected.get("rmse").doubleValue(), within(1e-12));
    assertThat(metrics.maxError()).isCloseTo(expected.get("max_ae").doubleValue(), within(1e-12));
    assertThat(metrics.pearson()).isCloseTo(expected.get("pearsonr").doubleValue(), within(1e-12));
    assertThat(metrics.spearman())
        .isCloseTo(expected.get("spearmanr").doubleValue(), within(1e-12));
  }

  /**
   * scikit-learn's documented examples of r2_score and mean_absolute_error; SciPy's of spearmanr.
   */
  @Test
  void agreesWithDocumentedExamples() {
    Metrics metrics = Metrics.of(new double[] {3, -0.5, 2, 7}, new double[] {2.5, 0.0, 2, 8});
    assertThat(metrics.r2()).isCloseTo(0.9486081370449679, within(1e-15));
    assertThat(metrics.mae()).isEqualTo(0.5);
    double[] up = {1, 2, 3, 4, 5};
    double[] tied = {5, 6, 7, 8, 7};
    assertThat(Metric.SPEARMAN.of(up, tied)).isCloseTo(0.8207826816681233, within(1e-15));
  }

  @Test
  void missingTruthsAreLeftOutAndCounted() {
    Metrics metrics = Metrics.of(new double[] {1, Double.NaN, 3}, new double[] {2, Double.NaN, 3});
    assertThat(metrics.rows()).isEqualTo(2);
    assertThat(metrics.missing()).isEqualTo(1);
    assertThat(metrics.mae()).isEqualTo(0.5);
    assertThat(metrics.get(Metric.MAX_ERROR)).isEqualTo(1);
  }

  @Test
  void undefinedMetricsAreNaN() {
    double[] constant = {0.1, 0.1, 0.1};
    Metrics flat = Metrics.of(constant, new double[] {0.1, 0.2, 0.3});
    assertThat(flat.r2()).isNaN();
    assertThat(flat.pearson()).isNaN();
    assertThat(flat.spearman()).isNaN();
    Metrics empty = Metrics.of(new double[] {Double.NaN}, new double[] {1});
    assertThat(empty.rows()).isZero();
    for (Metric metric : Metric.values()) {
      assertThat(empty.get(metric)).as(metric.name()).isNaN();
    }
  }

  @Test
  void aPredictionThatIsNoNumberIsAnError() {
    assertThatThrownBy(() -> Metrics.of(new double[] {1, 2}, new double[] {1, Double.NaN}))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("row 1 is NaN");
    assertThatThrownBy(() -> Metrics.of(new double[2], new double[3]))
        .isInstanceOf(LearnException.class);
  }

  private static double[] numbers(JsonNode array) {
    return array.values().stream().mapToDouble(JsonNode::doubleValue).toArray();
  }
}
