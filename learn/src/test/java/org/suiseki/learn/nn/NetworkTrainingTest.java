package org.suiseki.learn.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.learn.Column;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Metrics;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

class NetworkTrainingTest {
  private static final int ROWS = 260;
  private static final Split SPLIT = new Split(range(0, 180), range(180, 220), range(220, ROWS));
  private static final NetworkSchedule SHORT = new NetworkSchedule(32, 3, 0, 9);
  private static final NetworkRanges SMALL =
      new NetworkRanges(
          1, 3, 2, 24, List.of(Activation.values()), List.of(0.0, 0.1), 1e-3, 1e-2, 1e-4, 1e-2);

  /** y = sin 2x₀ + x₁x₂ in eV, far from zero; a second target counts in thousands. */
  private static Dataset data(int missingEvery) {
    SplittableRandom random = new SplittableRandom(11);
    double[][] inputs = new double[ROWS][5];
    double[][] targets = new double[ROWS][2];
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < 5; i++) {
        inputs[row][i] = random.nextDouble(-1, 1);
      }
      targets[row][0] = -7 + Math.sin(2 * inputs[row][0]) + inputs[row][1] * inputs[row][2];
      targets[row][1] = 1000 + 50 * inputs[row][3] * inputs[row][3];
      if (missingEvery > 0 && row % missingEvery == 0) {
        targets[row][0] = Double.NaN;
      }
    }
    return dataset(inputs, targets);
  }

  private static Dataset dataset(double[][] inputs, double[][] targets) {
    List<Column> columns =
        IntStream.range(0, inputs[0].length).mapToObj(i -> new Column("x" + i, "1")).toList();
    List<Column> outputs =
        IntStream.range(0, targets[0].length).mapToObj(i -> new Column("y" + i, "eV")).toList();
    return new Dataset(
        IntStream.range(0, inputs.length).mapToObj(i -> "row" + i).toList(),
        Table.of(columns, inputs),
        Table.of(outputs, targets),
        new Origin("made by the test", "none", "none"));
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  private static NetworkDraw draw(Activation activation, double rate, Integer... hidden) {
    return new NetworkDraw(List.of(hidden), activation, 0, rate, 1e-3, 4);
  }

  private static double[][] said(TrainedNetwork network, Dataset data) {
    return network.model().predict(data.inputs()).mean();
  }

  @Test
  void networksOfAllShapesLearnASmoothFunction() {
    NetworkSchedule schedule = new NetworkSchedule(32, 150, 0, 1);
    List<NetworkDraw> draws = new ArrayList<>();
    for (Activation activation : Activation.values()) {
      draws.add(draw(activation, 1e-2, 32, 16));
      draws.add(draw(activation, 1e-2, 24));
      draws.add(draw(activation, 1e-2, 40, 20, 10));
    }
    List<TrainedNetwork> trained =
        NetworkTraining.of(data(0), SPLIT, schedule).train(draws, 2, Progress.SILENT);
    assertThat(trained).extracting(TrainedNetwork::draw).containsExactlyElementsOf(draws);
    assertThat(trained)
        .allSatisfy(network -> {
          assertThat(network.test().get(0).r2()).isGreaterThan(0.8);
          assertThat(network.validation().get(1).r2()).isGreaterThan(0.8);
          assertThat(network.diverged()).isFalse();
          assertThat(network.epoch()).isEqualTo(150);
        });
  }

  @Test
  void metricsAreThoseOfTheModel() {
    Dataset data = data(3);
    List<TrainedNetwork> trained =
        NetworkTraining.of(data, SPLIT, SHORT).train(SMALL.draw(5, 0, 8), 1, Progress.SILENT);
    for (TrainedNetwork network : trained) {
      assertMetrics(network.validation(), network, data, SPLIT.validation());
      assertMetrics(network.test(), network, data, SPLIT.test());
    }
    assertThat(trained.get(0).test().get(0).missing()).isEqualTo(13);
  }

  private static void assertMetrics(
      List<Metrics> metrics, TrainedNetwork network, Dataset data, int[] rows) {
    Dataset part = data.selectRows(rows);
    double[][] said = said(network, part);
    for (int target = 0; target < metrics.size(); target++) {
      int column = target;
      Metrics expected =
          Metrics.of(
              part.targets().column(target),
              Arrays.stream(said).mapToDouble(row -> row[column]).toArray());
      assertThat(metrics.get(target).rows()).isEqualTo(expected.rows());
      assertThat(metrics.get(target).missing()).isEqualTo(expected.missing());
      // The stack and the model alone sum in another order: six digits of single precision.
      double scale = 1e-5 * (1 + expected.rmse());
      assertThat(metrics.get(target).rmse()).isCloseTo(expected.rmse(), within(scale));
      assertThat(metrics.get(target).mae()).isCloseTo(expected.mae(), within(scale));
      assertThat(metrics.get(target).r2())
          .isCloseTo(expected.r2(), within(1e-4 * (1 + Math.abs(expected.r2()))));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theNumberOfThreadsChangesNoBit(int threads) {
    List<NetworkDraw> draws = SMALL.draw(3, 0, 30);
    NetworkTraining training = NetworkTraining.of(data(0), SPLIT, SHORT);
    List<TrainedNetwork> one = training.train(draws, 1, Progress.SILENT);
    List<TrainedNetwork> many = training.train(draws, threads, Progress.SILENT);
    for (int i = 0; i < draws.size(); i++) {
      assertThat(said(many.get(i), data(0))).isDeepEqualTo(said(one.get(i), data(0)));
      assertThat(many.get(i).test()).isEqualTo(one.get(i).test());
    }
  }

  @Test
  void aNetworkInAStackIsWhatItIsAlone() {
    List<NetworkDraw> draws = SMALL.draw(3, 0, 24);
    NetworkTraining training = NetworkTraining.of(data(0), SPLIT, SHORT);
    List<TrainedNetwork> stacked = training.train(draws, 1, Progress.SILENT);
    for (int i = 0; i < draws.size(); i += 5) {
      TrainedNetwork alone = training.train(draws.subList(i, i + 1), 1, Progress.SILENT).get(0);
      // 17 steps let the rounding of single precision grow a little; targets are of order 1000.
      assertThat(alone.test().get(1).rmse())
          .isCloseTo(stacked.get(i).test().get(1).rmse(), within(1e-2));
      assertThat(alone.test().get(0).rmse())
          .isCloseTo(stacked.get(i).test().get(0).rmse(), within(1e-3));
    }
  }

  /** The same steps with libtorch's autograd and its own AdamW. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void aTrainingIsThatOfLibtorch(double decay) {
    Dataset data = data(4);
    NetworkDraw draw = new NetworkDraw(List.of(12, 6), Activation.SILU, 0, 1e-2, decay, 21);
    TrainedNetwork ours =
        NetworkTraining.of(data, SPLIT, SHORT).train(List.of(draw), 1, Progress.SILENT).get(0);

    List<Integer> widths = List.of(5, 12, 6, 2);
    Scaling inputs = Scaling.ofEach(data.inputs(), SPLIT.train());
    Scaling outputs = Scaling.ofTargets(data.targets(), SPLIT.train());
    float[] trained;
    try (PointerScope scope = new PointerScope()) {
      trained = libtorch(data, draw, widths, inputs, outputs);
    }
    MlpEnsemble theirs =
        new MlpEnsemble(
            data.inputs().columns(),
            data.targets().columns(),
            widths,
            Activation.SILU,
            List.of(trained),
            inputs,
            outputs);
    double[][] expected = theirs.predict(data.inputs()).mean();
    double[][] actual = said(ours, data);
    for (int row = 0; row < ROWS; row++) {
      // A step moves a weight by the rate whatever the size of its gradient, so rounding counts.
      assertThat(actual[row][0]).isCloseTo(expected[row][0], within(1e-4));
      assertThat(actual[row][1]).isCloseTo(expected[row][1], within(1e-3));
    }
  }

  private static float[] libtorch(
      Dataset data, NetworkDraw draw, List<Integer> widths, Scaling inputs, Scaling outputs) {
    Tensor x = Torch.floats(StackRows.scaled(data.inputs(), inputs), ROWS, 5);
    Tensor y = Torch.floats(StackRows.scaled(data.targets(), outputs), ROWS, 2);
    float[] start = MlpWeights.initial(new long[] {draw.seed()}, widths);
    List<Tensor> weights = new ArrayList<>();
    List<Tensor> biases = new ArrayList<>();
    int offset = 0;
    for (int layer = 0; layer < 3; layer++) {
      int count = widths.get(layer) * widths.get(layer + 1);
      float[] values = Arrays.copyOfRange(start, offset, offset + count);
      weights.add(
          Torch.floats(values, widths.get(layer), widths.get(layer + 1)).set_requires_grad(true));
      biases.add(torch.zeros(widths.get(layer + 1)).set_requires_grad(true));
      offset += count;
    }
    org.bytedeco.pytorch.AdamW decaying = optimiser(weights, draw.weightDecay());
    org.bytedeco.pytorch.AdamW plain = optimiser(biases, 0);
    int steps = (180 * SHORT.epochs() + 31) / 32;
    LearningRate rate = new LearningRate(draw.learningRate(), steps);
    RowStream stream = new RowStream(SPLIT.train(), SHORT.seed());
    long[] chosen = new long[32];
    for (int step = 0; step < steps; step++) {
      stream.next(chosen, 0, 32);
      Tensor index = Torch.longs(chosen, 32);
      Tensor signal = x.index_select(0, index);
      for (int layer = 0; layer < 3; layer++) {
        signal = signal.matmul(weights.get(layer)).add(biases.get(layer));
        signal = layer < 2 ? torch.silu(signal) : signal;
      }
      Tensor loss = torch.nan_to_num(signal.sub(y.index_select(0, index))).square().mean();
      for (org.bytedeco.pytorch.AdamW optimiser : List.of(decaying, plain)) {
        optimiser.param_groups().get(0).options().set_lr(rate.at(step));
        optimiser.zero_grad();
      }
      loss.backward();
      decaying.step();
      plain.step();
    }
    float[] trained = new float[start.length];
    int at = 0;
    for (List<Tensor> part : List.of(weights, biases)) {
      for (Tensor tensor : part) {
        float[] values = Torch.read(tensor.detach());
        System.arraycopy(values, 0, trained, at, values.length);
        at += values.length;
      }
    }
    return trained;
  }

  private static org.bytedeco.pytorch.AdamW optimiser(List<Tensor> parameters, double decay) {
    AdamWOptions options = new AdamWOptions(1e-3);
    options.weight_decay().put(decay);
    return new org.bytedeco.pytorch.AdamW(
        new TensorVector(parameters.toArray(new Tensor[0])), options);
  }

  @Test
  void aRowWithoutTargetIsAsIfItWereNotThere() {
    Dataset data = data(0);
    double[] targets = data.targets().column(0);
    Dataset all = data.withTargets(new Table(List.of(new Column("y0", "eV")), ROWS, targets));
    double[] some = targets.clone();
    for (int row = 0; row < 20; row++) {
      some[row] = Double.NaN;
    }
    Dataset without = all.withTargets(new Table(List.of(new Column("y0", "eV")), ROWS, some));
    Split shorter = new Split(range(20, 180), SPLIT.validation(), SPLIT.test());
    List<NetworkDraw> draws = List.of(draw(Activation.TANH, 1e-2, 8));
    TrainedNetwork one =
        NetworkTraining.of(without, SPLIT, SHORT).train(draws, 1, Progress.SILENT).get(0);
    TrainedNetwork other =
        NetworkTraining.of(all, shorter, SHORT).train(draws, 1, Progress.SILENT).get(0);
    assertThat(one.test()).isEqualTo(other.test());
  }

  @Test
  void keepsTheBestEpochOfEachNetwork() {
    NetworkSchedule patient = new NetworkSchedule(32, 60, 5, 9);
    Dataset data = data(0);
    List<TrainedNetwork> trained =
        NetworkTraining.of(data, SPLIT, patient).train(SMALL.draw(8, 0, 12), 2, Progress.SILENT);
    assertThat(trained).allSatisfy(one -> assertThat(one.epoch()).isBetween(1, 60));
    assertThat(trained).anySatisfy(one -> assertThat(one.epoch()).isLessThan(60));
    for (TrainedNetwork network : trained) {
      assertMetrics(network.validation(), network, data, SPLIT.validation());
    }
  }

  @Test
  void anInputThatNeverVariedHasNoSay() {
    Dataset data = data(0);
    double[][] inputs = new double[ROWS][];
    for (int row = 0; row < ROWS; row++) {
      inputs[row] = Arrays.copyOf(data.inputs().row(row), 6);
      inputs[row][5] = 12345.678;
    }
    List<Column> columns = IntStream.range(0, 6).mapToObj(i -> new Column("x" + i, "1")).toList();
    Dataset wider = data.withInputs(Table.of(columns, inputs));
    TrainedNetwork network =
        NetworkTraining.of(wider, SPLIT, SHORT)
            .train(List.of(draw(Activation.SILU, 1e-2, 8, 4)), 1, Progress.SILENT)
            .get(0);
    double[][] before = said(network, wider);
    for (double[] row : inputs) {
      row[5] = -1e6;
    }
    assertThat(said(network, data.withInputs(Table.of(columns, inputs)))).isDeepEqualTo(before);
  }

  @Test
  void oneThatDivergesSaysSoAndHarmsNoOther() {
    NetworkDraw sane = draw(Activation.RELU, 1e-2, 8, 4);
    List<NetworkDraw> draws =
        List.of(sane, draw(Activation.RELU, 1e30, 8, 4), draw(Activation.RELU, 1e-3, 16, 4));
    NetworkTraining training = NetworkTraining.of(data(0), SPLIT, SHORT);
    List<TrainedNetwork> trained = training.train(draws, 1, Progress.SILENT);
    assertThat(trained).extracting(TrainedNetwork::diverged).containsExactly(false, true, false);
    assertThat(trained.get(1).test().get(0).r2()).isNaN();
    assertThat(trained.get(1).test().get(0).rows()).isEqualTo(40);
    TrainedNetwork alone = training.train(List.of(sane), 1, Progress.SILENT).get(0);
    assertThat(trained.get(0).test().get(0).rmse())
        .isCloseTo(alone.test().get(0).rmse(), within(1e-3));
  }

  @Test
  void fiveRowsAndConstantTargetsAreNoTrouble() {
    double[][] inputs = {{1, 2}, {2, 1}, {3, 5}, {4, 4}, {5, 3}};
    double[][] targets = {{7}, {7}, {7}, {7}, {7}};
    Split split = new Split(range(0, 3), range(3, 4), range(4, 5));
    TrainedNetwork network =
        NetworkTraining.of(dataset(inputs, targets), split, NetworkSchedule.DEFAULT)
            .train(SMALL.draw(1, 0, 1), 2, Progress.SILENT)
            .get(0);
    assertThat(network.test().get(0).r2()).isNaN();
    assertThat(network.test().get(0).mae()).isLessThan(5);
  }

  @Test
  void handsEachNetworkOverOnce() {
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    List<NetworkDraw> draws = SMALL.draw(3, 0, 40);
    NetworkTraining.of(data(0), SPLIT, new NetworkSchedule(64, 1, 0, 1))
        .train(
            draws,
            2,
            Progress.SILENT,
            (number, network) -> {
              assertThat(network.draw()).isEqualTo(draws.get(number));
              assertThat(seen.add(number)).isTrue();
            });
    assertThat(seen).hasSize(40);
    assertThat(NetworkTraining.of(data(0), SPLIT, SHORT).train(List.of(), 2, Progress.SILENT))
        .isEmpty();
  }

  @Test
  void eachDrawIsInOneStackWithItsLike() {
    List<NetworkDraw> draws = NetworkRanges.DEFAULT.draw(2, 0, 300);
    List<List<Integer>> stacks = NetworkTraining.stacks(draws);
    assertThat(stacks.stream().flatMap(List::stream).sorted().toList())
        .containsExactlyElementsOf(IntStream.range(0, 300).boxed().toList());
    for (List<Integer> stack : stacks) {
      assertThat(stack.stream().map(i -> draws.get(i).activation()).distinct()).hasSize(1);
      assertThat(stack.stream().map(i -> draws.get(i).hidden().size()).distinct()).hasSize(1);
    }
  }

  @Test
  void whatCannotBeTrainedOnIsRefused() {
    Dataset data = data(0);
    double[][] inputs = new double[ROWS][5];
    inputs[17][3] = Double.POSITIVE_INFINITY;
    Dataset infinite = data.withInputs(Table.of(data.inputs().columns(), inputs));
    assertThatThrownBy(() -> NetworkTraining.of(infinite, SPLIT, SHORT))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("row17")
        .hasMessageContaining("x3");
    Split single = new Split(range(0, 1), range(1, 2), range(2, 3));
    assertThatThrownBy(() -> NetworkTraining.of(data, single, SHORT))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("1 training row");
    Split unwatched = new Split(range(0, 20), new int[0], new int[0]);
    assertThatThrownBy(() -> NetworkTraining.of(data, unwatched, new NetworkSchedule(32, 3, 2, 1)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("validation");
    NetworkTraining fine = NetworkTraining.of(data, unwatched, SHORT);
    assertThatThrownBy(() -> fine.train(SMALL.draw(1, 0, 2), 0, Progress.SILENT))
        .isInstanceOf(LearnException.class);
    assertThat(fine.train(SMALL.draw(1, 0, 1), 1, Progress.SILENT).get(0).test().get(0).rows())
        .isZero();
  }

  @Test
  void stopsWhenCancelled() {
    Progress cancelled =
        new Progress() {
          @Override
          public void step(String stage, long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    NetworkTraining training = NetworkTraining.of(data(0), SPLIT, SHORT);
    assertThatThrownBy(() -> training.train(SMALL.draw(1, 0, 4), 2, cancelled))
        .isInstanceOf(CancellationException.class);
  }
}
