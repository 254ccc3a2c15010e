package org.suiseki.learn.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Progress;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.AutoencoderOptions.Layers;
import org.suiseki.learn.nn.AutoencoderOptions.Regularisation;
import org.suiseki.learn.nn.AutoencoderOptions.Schedule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AutoencoderTest {
  private static final Table ROWS = AutoencoderSamples.moving(20, 0.05, 1);
  private static final AutoencoderOptions SMALL =
      AutoencoderOptions.DENSE
          .withLayers(Layers.dense(12, 6))
          .withSchedule(new Schedule(5e-3, 16, 5, 0, 0));

  private static List<AutoencoderOptions> kinds() {
    return List.of(
        SMALL,
        SMALL.withVariant(Variant.VARIATIONAL).withSize(3),
        SMALL.withVariant(Variant.DENOISING).withLayers(Layers.dense()),
        SMALL.withLayers(Layers.convolutional(5, 3, 6, 2, 3)),
        SMALL
            .withLayers(Layers.convolutional(7, 1, 6, 2).withActivation(Activation.TANH))
            .withVariant(Variant.VARIATIONAL),
        SMALL.withLayers(Layers.convolutional(3, 2, 6, 2, 2, 2, 2, 2, 2, 2)));
  }

  private static Autoencoder trained(AutoencoderOptions options) {
    return new AutoencoderTrainer(options, 1)
        .fit(ROWS, AutoencoderSamples.all(20), Progress.SILENT);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void gradientsAreThoseOfFiniteDifferences(AutoencoderOptions options) {
    Autoencoder model = trained(options);
    double step = 0.01;
    for (int coordinate = 0; coordinate < model.size(); coordinate++) {
      double[][] gradient = model.gradient(ROWS.selectRows(3, 11), coordinate);
      for (int input = 0; input < AutoencoderSamples.POINTS; input += 17) {
        double near = slope(model, input, coordinate, step);
        double far = slope(model, input, coordinate, 2 * step);
        // Richardson's rule takes the third derivative out. Coordinates of order 1 have errors of
        // 1e-6 from sums in single precision, so a slope over 0.02 has 1e-4.
        double slope = (4 * near - far) / 3;
        assertThat(gradient[1][input]).isCloseTo(slope, within(3e-4 + 0.002 * Math.abs(slope)));
      }
    }
  }

  /** The central difference at row 11. */
  private static double slope(Autoencoder model, int input, int coordinate, double step) {
    Table both = ROWS.selectRows(11, 11);
    both.values()[input] += step;
    both.values()[AutoencoderSamples.POINTS + input] -= step;
    double[][] points = model.encode(both);
    return (points[0][coordinate] - points[1][coordinate]) / (2 * step);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void comesBackBitByBit(AutoencoderOptions options) {
    Autoencoder model = trained(options);
    StoredModel stored = model.toStored();
    assertThat(stored.kind()).isEqualTo("autoencoder");
    Autoencoder back = Autoencoder.from(stored);
    assertThat(back.inputs()).isEqualTo(model.inputs());
    assertThat(back.variant()).isEqualTo(options.variant());
    assertThat(back.encoding()).isEqualTo(options.layers().encoding());
    double[][] points = model.encode(ROWS);
    assertThat(back.encode(ROWS)).isDeepEqualTo(points);
    assertThat(back.decode(points).values()).isEqualTo(model.decode(points).values());
    assertThat(back.gradient(ROWS, 1)).isDeepEqualTo(model.gradient(ROWS, 1));
  }

  @Test
  void singlePrecisionGivesTheSamePoints() {
    Autoencoder model = trained(SMALL);
    int rows = 1100;
    float[] many = new float[rows * AutoencoderSamples.POINTS];
    double[] values = new double[many.length];
    for (int i = 0; i < many.length; i++) {
      many[i] = (float) ROWS.values()[i % ROWS.values().length];
      values[i] = many[i];
    }
    float[] points = new float[rows * 2];
    model.encode(many, rows, points);
    double[][] expected = model.encode(new Table(ROWS.columns(), rows, values));
    for (int i = 0; i < points.length; i++) {
      assertThat((double) points[i]).isEqualTo(expected[i / 2][i % 2]);
    }
    many[1050 * AutoencoderSamples.POINTS + 3] = Float.POSITIVE_INFINITY;
    assertThatThrownBy(() -> model.encode(many, rows, points))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("Row 1050")
        .hasMessageContaining("x3 [1]");
    assertThatThrownBy(() -> model.encode(many, rows, new float[5]))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("5 values");
  }

  /** Of N(μ, σ²) from N(0, 1): ½ (μ² + σ² − 1) − ln σ for each coordinate. */
  @Test
  void theDivergenceIsTheClosedForm() {
    float[] mean = {0, 1.5f, -2, 0.25f};
    float[] deviation = {1, 0.5f, 3, 0.01f};
    float[] logVariance = new float[4];
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      double s = deviation[i];
      logVariance[i] = (float) (2 * Math.log(s));
      sum += 0.5 * (mean[i] * mean[i] + s * s - 1) - Math.log(s);
    }
    try (PointerScope scope = new PointerScope()) {
      Tensor found =
          AutoencoderTraining.divergence(Torch.floats(mean, 2, 2), Torch.floats(logVariance, 2, 2));
      // A mean over two rows; four terms of at most 6 in single precision.
      assertThat((double) found.item_float()).isCloseTo(sum / 2, within(1e-5));
    }
  }

  @Test
  void askingForWhatIsNotThereIsRefused() {
    Autoencoder model = trained(SMALL);
    assertThatThrownBy(() -> model.gradient(ROWS, 2))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("no coordinate 2");
    assertThatThrownBy(() -> model.decode(new double[][] {{1, 2, 3}}))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("[1.0, 2.0, 3.0]");
    assertThatThrownBy(() -> model.decode(new double[][] {{1, Double.NaN}}))
        .isInstanceOf(LearnException.class);
    assertThatThrownBy(() -> model.encode(ROWS.selectColumns(0, 1)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("2 columns, expected 120");
    Table damaged = new Table(ROWS.columns(), 20, ROWS.values().clone());
    damaged.values()[19 * AutoencoderSamples.POINTS + 1] = Double.NaN;
    assertThatThrownBy(() -> model.encode(damaged))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("Row 19")
        .hasMessageContaining("x1 [1]");
    assertThat(model.encode(ROWS.selectRows())).isEmpty();
    assertThat(model.decode(new double[0][]).rows()).isZero();
  }

  @Test
  void aDamagedTensorIsRefused() {
    StoredModel stored = trained(SMALL).toStored();
    Map<String, DenseArray> tensors = new LinkedHashMap<>(stored.tensors());
    tensors.put("decoder-0.weight", new DenseArray.Floats(new long[] {3, 6}, new float[18]));
    assertThatThrownBy(() -> Autoencoder.from(stored.withTensors(tensors)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("'decoder-0.weight' is F32[3, 6], expected F32[2, 6]");
    tensors.remove("decoder-0.weight");
    assertThatThrownBy(() -> Autoencoder.from(stored.withTensors(tensors)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("no tensor 'decoder-0.weight'");
    float[] broken = new float[12];
    broken[5] = Float.NaN;
    tensors.put("decoder-0.weight", new DenseArray.Floats(new long[] {2, 6}, broken));
    assertThatThrownBy(() -> Autoencoder.from(stored.withTensors(tensors)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("holds NaN");
    Map<String, DenseArray> unscaled = new LinkedHashMap<>(stored.tensors());
    unscaled.put("input-scale", DenseArray.of(new double[] {0}));
    assertThatThrownBy(() -> Autoencoder.from(stored.withTensors(unscaled)))
        .isInstanceOf(LearnException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"variant\": \"cubic\"}",
        "{\"encoding\": \"recurrent\"}",
        "{\"encoding\": 3}",
        "{\"activation\": \"cube\"}",
        "{\"widths\": [12]}",
        "{\"widths\": [12, 6, 3]}",
        "{\"widths\": [0]}",
        "{\"widths\": [\"wide\"]}",
        "{\"widths\": [2000000000, 2000000000]}",
        "{\"widths\": [60000, 60000]}",
        "{\"kernel\": 2}",
        "{\"stride\": 9}",
        "{\"bridge\": -1}",
        "{\"encoding\": \"convolutional\", \"kernel\": 3, \"widths\": [60000, 60000]}"
      })
  void optionsThatDoNotFitTheTensorsAreRefused(String changes) {
    StoredModel stored = trained(SMALL).toStored();
    ObjectNode options = stored.object("options");
    ObjectNode changed = (ObjectNode) JsonMapper.shared().readTree(changes);
    if (changed.isEmpty()) {
      options.removeAll();
    }
    changed.properties().forEach(entry -> options.set(entry.getKey(), entry.getValue()));
    StoredModel other = stored.with("options", options);
    assertThatThrownBy(() -> Autoencoder.from(other)).isInstanceOf(LearnException.class);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void isNamedForTables(Variant variant) {
    String name = new AutoencoderTrainer(SMALL.withVariant(variant), 1).name();
    assertThat(name).startsWith("dense ").endsWith("autoencoder").doesNotContain("  ");
  }

  @Test
  void optionsOutOfRangeAreNamed() {
    Regularisation usual = SMALL.regularisation();
    Schedule schedule = SMALL.schedule();
    refused("size", () -> SMALL.withSize(0));
    refused("widths", () -> Layers.dense(5, 0));
    refused("widths", () -> Layers.convolutional(3, 1, 4));
    refused("kernel", () -> Layers.convolutional(4, 1, 4, 2));
    refused("stride", () -> Layers.convolutional(3, 4, 4, 2));
    refused("bridge", () -> Layers.convolutional(3, 1, 0, 2));
    refused("inputNoise", () -> usual.withInputNoise(-1));
    refused("shiftNoise", () -> usual.withShiftNoise(Double.NaN));
    refused("latentNoise", () -> usual.withLatentNoise(Double.POSITIVE_INFINITY));
    refused("beta", () -> usual.withBeta(-1e-9));
    refused("warmUp", () -> new Regularisation(0, 0, 0, 0, 1.5, 0, 3, 0));
    refused("geometry", () -> usual.withGeometry(-1));
    refused("neighbours", () -> usual.withNeighbours(0));
    refused("weightDecay", () -> usual.withWeightDecay(-1));
    refused("learningRate", () -> schedule.withLearningRate(0));
    refused("batch", () -> schedule.withBatch(0));
    refused("epochs", () -> schedule.withEpochs(0));
    refused("patience", () -> schedule.withPatience(-1));
    refused("averaging", () -> schedule.withAveraging(1));
  }

  private static void refused(String option, Runnable made) {
    assertThatThrownBy(made::run)
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("option " + option + " ");
  }
}
