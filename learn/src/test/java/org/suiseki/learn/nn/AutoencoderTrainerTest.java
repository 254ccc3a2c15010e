package org.suiseki.learn.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.PrincipalDirections;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.AutoencoderOptions.Layers;
import org.suiseki.learn.nn.AutoencoderOptions.Regularisation;
import org.suiseki.learn.nn.AutoencoderOptions.Schedule;

class AutoencoderTrainerTest {
  private static final Regularisation FREE = new Regularisation(0, 0, 0, 0, 0, 0, 4, 0);
  private static final AutoencoderOptions SMALL =
      AutoencoderOptions.DENSE
          .withVariant(Variant.PLAIN)
          .withLayers(Layers.dense(24, 12))
          .withSchedule(new Schedule(5e-3, 16, 20, 0, 0.1));
  private static final AutoencoderOptions SMALL_CONVOLUTIONAL =
      SMALL.withLayers(Layers.convolutional(5, 3, 12, 3, 4)).withEpochs(5);

  private static Autoencoder fit(AutoencoderOptions options, Table rows, Split split) {
    return new AutoencoderTrainer(options, 1).fit(rows, split, Progress.SILENT);
  }

  private static double error(Autoencoder model, Table from, Table truth) {
    return AutoencoderSamples.squares(model.reconstruct(from).values(), truth.values());
  }

  /**
   * Without hidden layers and with all freedom the best it can do is the space of the leading
   * principal components (Baldi and Hornik, Neural Networks 2, 53, 1989,
   * 10.1016/0893-6080(89)90014-2).
   */
  @Test
  void aLinearOneReachesPrincipalComponents() {
    Table rows = correlated(80, 15);
    AutoencoderOptions linear =
        AutoencoderOptions.DENSE
            .withVariant(Variant.PLAIN)
            .withLayers(Layers.dense())
            .withSize(3)
            .withRegularisation(FREE)
            .withSchedule(new Schedule(1e-2, 20, 500, 0, 0.1));
    Autoencoder model = fit(linear, rows, AutoencoderSamples.all(80));
    double[] eigenvalues = PrincipalDirections.of(rows).eigenvalues();
    double left = Arrays.stream(eigenvalues).skip(3).sum();
    double reached = error(model, rows, rows);
    // No linear map of rank 3 leaves less, but for single precision; the descent ends near it.
    assertThat(reached).isBetween(left * (1 - 1e-5), left * 1.01);
  }

  private static Table correlated(int count, int width) {
    SplittableRandom random = new SplittableRandom(8);
    double[][] mixing = new double[6][width];
    for (double[] row : mixing) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    double[][] rows = new double[count][width];
    for (double[] row : rows) {
      for (int k = 0; k < 6; k++) {
        double factor = random.nextGaussian() / (1 + k);
        for (int i = 0; i < width; i++) {
          row[i] += factor * mixing[k][i] + 0.02 * random.nextGaussian();
        }
      }
    }
    return Table.of(AutoencoderSamples.columns(width), rows);
  }

  @Test
  void walksBetweenPatternsBetterThanMixing() {
    Table rows = AutoencoderSamples.moving(31, 0.01, 3);
    // The middle is unseen, and so are its neighbours.
    Split split =
        new Split(
            IntStream.range(0, 31).filter(i -> i < 14 || i > 16).toArray(), new int[0], new int[0]);
    AutoencoderOptions options = SMALL.withEpochs(250).withLayers(Layers.dense(64, 32));
    Autoencoder model = fit(options, rows, split);
    double[][] ends = model.encode(rows.selectRows(5, 25));
    double[] middle = {(ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2};
    double[] walked = model.decode(new double[][] {middle}).row(0);
    double[] mixed = new double[AutoencoderSamples.POINTS];
    Arrays.setAll(mixed, i -> (rows.get(5, i) + rows.get(25, i)) / 2);
    double[] truth = AutoencoderSamples.pattern(0.5);
    double size = AutoencoderSamples.squares(truth, new double[AutoencoderSamples.POINTS]);
    // Mixing shows four peaks instead of two: it leaves more than half. A walk finds the peaks.
    assertThat(AutoencoderSamples.squares(mixed, truth)).isGreaterThan(0.5 * size);
    assertThat(AutoencoderSamples.squares(walked, truth)).isLessThan(0.1 * size);
  }

  @Test
  void denoisingGivesBackMoreOfANoisyPattern() {
    Table clean = AutoencoderSamples.moving(40, 0, 0);
    Table noisy = AutoencoderSamples.moving(40, 0.25, 9);
    Regularisation noise = FREE.withInputNoise(1);
    AutoencoderOptions plain = SMALL.withEpochs(250).withRegularisation(noise);
    double without = error(fit(plain, clean, AutoencoderSamples.all(40)), noisy, clean);
    double with =
        error(
            fit(plain.withVariant(Variant.DENOISING), clean, AutoencoderSamples.all(40)),
            noisy,
            clean);
    // Measured: a third. Noise may not make it more than a little less.
    assertThat(with).isLessThan(0.8 * without);
  }

  @Test
  void theVariationalOneSilencesWhatItDoesNotNeed() {
    Table rows = AutoencoderSamples.moving(40, 0.02, 5);
    AutoencoderOptions options =
        SMALL
            .withVariant(Variant.VARIATIONAL)
            .withSize(4)
            .withEpochs(200)
            .withRegularisation(FREE.withBeta(1e9));
    double[][] points = fit(options, rows, AutoencoderSamples.all(40)).encode(rows);
    // So strong a wish for N(0, 1) leaves no room for the rows; its mean is 0.
    for (double[] point : points) {
      assertThat(point).containsOnly(new double[4], within(0.1));
    }
  }

  @Test
  void givesTheSameModelOnAnyNumberOfThreads() {
    Table rows = AutoencoderSamples.moving(30, 0.05, 1);
    Split other =
        new Split(IntStream.range(5, 30).toArray(), new int[0], IntStream.range(0, 5).toArray());
    List<Split> splits = List.of(AutoencoderSamples.all(30), other, other);
    for (AutoencoderOptions options : List.of(SMALL, SMALL_CONVOLUTIONAL)) {
      for (Variant variant : Variant.values()) {
        AutoencoderOptions each = options.withVariant(variant).withEpochs(3);
        List<Autoencoder> one =
            new AutoencoderTrainer(each, 1).fitAll(rows, splits, Progress.SILENT);
        List<Autoencoder> three =
            new AutoencoderTrainer(each, 3).fitAll(rows, splits, Progress.SILENT);
        for (int i = 0; i < 3; i++) {
          assertThat(three.get(i).encode(rows)).isDeepEqualTo(one.get(i).encode(rows));
          assertThat(three.get(i).reconstruct(rows).values())
              .isEqualTo(one.get(i).reconstruct(rows).values());
        }
        assertThat(one.get(2).encode(rows)).isDeepEqualTo(one.get(1).encode(rows));
        assertThat(fit(each, rows, other).encode(rows)).isDeepEqualTo(one.get(1).encode(rows));
      }
    }
  }

  @Test
  void eachSeedGivesTheModelOfThatSeed() {
    Table rows = AutoencoderSamples.moving(30, 0.05, 1);
    Split all = AutoencoderSamples.all(30);
    List<Autoencoder> models =
        new AutoencoderTrainer(SMALL, 2).fitSeeds(rows, all, new long[] {4, 7}, Progress.SILENT);
    assertThat(models.get(0).encode(rows))
        .isDeepEqualTo(fit(SMALL.withSeed(4), rows, all).encode(rows))
        .isNotEqualTo(models.get(1).encode(rows));
    assertThat(models.get(1).encode(rows))
        .isDeepEqualTo(fit(SMALL.withSeed(7), rows, all).encode(rows));
  }

  @Test
  void testRowsChangeNothing() {
    Table rows = AutoencoderSamples.moving(30, 0.05, 1);
    Table changed = new Table(rows.columns(), 30, rows.values().clone());
    Arrays.fill(changed.values(), 0, 5 * AutoencoderSamples.POINTS, Double.NaN);
    Split split =
        new Split(IntStream.range(5, 30).toArray(), new int[0], IntStream.range(0, 5).toArray());
    assertThat(fit(SMALL, changed, split).encode(rows))
        .isDeepEqualTo(fit(SMALL, rows, split).encode(rows));
  }

  @Test
  void stopsEarlyWithTheBestWeights() {
    Table rows = AutoencoderSamples.moving(40, 0.1, 2);
    Split split =
        new Split(
            IntStream.range(0, 40).filter(i -> i % 4 != 1).toArray(),
            IntStream.range(0, 40).filter(i -> i % 4 == 1).toArray(),
            new int[0]);
    AtomicLong epochs = new AtomicLong();
    Progress count = new Watching(epochs, Long.MAX_VALUE);
    AutoencoderOptions patient =
        SMALL.withSchedule(new Schedule(5e-3, 16, 20000, 15, 0)).withRegularisation(FREE);
    Autoencoder model = new AutoencoderTrainer(patient, 1).fit(rows, split, count);
    assertThat(epochs.get()).isLessThan(20000);
    Table held = rows.selectRows(split.validation());
    Autoencoder brief = fit(patient.withEpochs(2), rows, split);
    assertThat(error(model, held, held)).isLessThan(error(brief, held, held));
  }

  /** Counts steps and cancels after some. */
  private record Watching(AtomicLong seen, long most) implements Progress {
    @Override
    public void step(String stage, long done, long total) {
      seen.set(done);
    }

    @Override
    public boolean cancelled() {
      return seen.get() >= most;
    }
  }

  @Test
  void stopsWhenCancelled() {
    Table rows = AutoencoderSamples.moving(30, 0.05, 1);
    AtomicLong seen = new AtomicLong();
    AutoencoderTrainer trainer = new AutoencoderTrainer(SMALL.withEpochs(100000), 2);
    assertThatThrownBy(() ->
            trainer.fitSeeds(
                rows, AutoencoderSamples.all(30), new long[] {1, 2}, new Watching(seen, 3)))
        .isInstanceOf(CancellationException.class);
    assertThat(seen.get()).isLessThan(10);
  }

  @Test
  void leavesNoNativeMemory() {
    Table rows = AutoencoderSamples.moving(30, 0.05, 1);
    Split all = AutoencoderSamples.all(30);
    fit(SMALL, rows, all).gradient(rows, 0);
    long before = Pointer.totalCount();
    for (AutoencoderOptions options : List.of(SMALL, SMALL_CONVOLUTIONAL)) {
      for (Variant variant : Variant.values()) {
        Autoencoder model = fit(options.withVariant(variant), rows, all);
        model.reconstruct(rows);
        model.gradient(rows, 1);
      }
    }
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void bearsRowsThatSayNothing(Encoding encoding) {
    AutoencoderOptions options = encoding == Encoding.DENSE ? SMALL : SMALL_CONVOLUTIONAL;
    double[][] same = new double[6][];
    Arrays.fill(same, AutoencoderSamples.pattern(0.3));
    for (int rows : new int[] {1, 6}) {
      Table table =
          Table.of(
              AutoencoderSamples.columns(AutoencoderSamples.POINTS), Arrays.copyOf(same, rows));
      for (Variant variant : Variant.values()) {
        Autoencoder model =
            fit(options.withVariant(variant).withEpochs(100), table, AutoencoderSamples.all(rows));
        // The mean is all there is; what is added to it is small against the unit it was scaled by.
        double error = error(model, table, table) / table.values().length;
        assertThat(error).isLessThan(0.05);
      }
    }
  }

  @Test
  void aConstantColumnComesBackAsItIs() {
    Table rows = AutoencoderSamples.moving(30, 0.05, 1);
    for (int row = 0; row < 30; row++) {
      rows.values()[row * AutoencoderSamples.POINTS + 7] = 3;
    }
    Table back = fit(SMALL, rows, AutoencoderSamples.all(30)).reconstruct(rows);
    for (int row = 0; row < 30; row++) {
      // No direction of the rows has a part of it; single precision of values of order 3.
      assertThat(back.get(row, 7)).isCloseTo(3, within(1e-5));
    }
  }

  @Test
  void badInputIsRefusedWithItsPlace() {
    Table rows = AutoencoderSamples.moving(10, 0.05, 1);
    Split all = AutoencoderSamples.all(10);
    rows.values()[3 * AutoencoderSamples.POINTS + 2] = Double.NaN;
    assertThatThrownBy(() -> fit(SMALL, rows, all))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("Row 3")
        .hasMessageContaining("x2 [1]");
    Split none = new Split(new int[0], new int[0], new int[0]);
    assertThatThrownBy(() -> fit(SMALL, rows, none))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("no training rows");
    AutoencoderOptions patient = SMALL.withSchedule(SMALL.schedule().withPatience(3));
    assertThatThrownBy(() -> fit(patient, rows, all))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("validation rows");
    assertThatThrownBy(() -> new AutoencoderTrainer(SMALL, 0)).isInstanceOf(LearnException.class);
  }
}
