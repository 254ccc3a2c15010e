package org.suiseki.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.suiseki.learn.Column;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.MlpOptions;
import org.suiseki.learn.nn.MlpRegressor;
import org.suiseki.learn.nn.Torch;

/**
 * Times one training epoch of many small perceptrons: one pass of every network over its rows.
 * {@code bench/epoch_pytorch.py} does the same in PyTorch, takes the same arguments and prints the
 * same line of JSON; {@code bench/compare-epoch.sh} runs both in turn.
 */
public final class EpochBenchmark {
  private final int networks;
  private final int rows;
  private final int inputs;
  private final int outputs;
  private final List<Integer> hidden;
  private final int batch;
  private final int epochs;
  private final int threads;

  private EpochBenchmark(List<String> arguments) {
    networks = number(arguments, "--networks", 50);
    rows = number(arguments, "--rows", 264);
    inputs = number(arguments, "--inputs", 161);
    outputs = number(arguments, "--outputs", 13);
    hidden =
        Arrays.stream(value(arguments, "--hidden", "128,128,64").split(","))
            .map(Integer::valueOf)
            .toList();
    batch = number(arguments, "--batch", 32);
    epochs = number(arguments, "--epochs", 20);
    threads = number(arguments, "--threads", 2);
  }

  /**
   * @param arguments {@code --networks 50 --rows 264 --inputs 161 --outputs 13 --hidden 128,128,64
   *     --batch 32 --epochs 20 --threads 2}, each with that default
   */
  public static void main(String[] arguments) {
    EpochBenchmark benchmark = new EpochBenchmark(List.of(arguments));
    System.out.printf(
        Locale.ROOT,
        "{\"side\": \"suiseki\", \"version\": \"%s\", \"stacked\": %.6f}%n",
        Torch.version(),
        benchmark.secondsPerEpoch());
  }

  /** With the making of the networks and the scaling of their inputs, after a fit that warms up. */
  private double secondsPerEpoch() {
    Dataset data = data();
    Split all = new Split(IntStream.range(0, rows).toArray(), new int[0], new int[0]);
    regressor(2).fit(data, all, Progress.SILENT);
    long begin = System.nanoTime();
    regressor(epochs).fit(data, all, Progress.SILENT);
    return (System.nanoTime() - begin) / 1e9 / epochs;
  }

  private MlpRegressor regressor(int count) {
    MlpOptions usual = MlpOptions.DEFAULT;
    return new MlpRegressor(
        new MlpOptions(
            hidden,
            usual.activation(),
            usual.dropout(),
            usual.inputNoise(),
            usual.learningRate(),
            usual.weightDecay(),
            batch,
            count,
            0,
            0,
            networks,
            1),
        threads);
  }

  private Dataset data() {
    SplittableRandom random = new SplittableRandom(1);
    return new Dataset(
        IntStream.range(0, rows).mapToObj(Integer::toString).toList(),
        table("x", inputs, random),
        table("y", outputs, random),
        new Origin("random numbers", "none", "none"));
  }

  private Table table(String name, int width, SplittableRandom random) {
    List<Column> columns = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      columns.add(new Column(name + column, "1"));
    }
    double[] values = new double[rows * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new Table(columns, rows, values);
  }

  private static int number(List<String> arguments, String name, int otherwise) {
    return Integer.parseInt(value(arguments, name, Integer.toString(otherwise)));
  }

  private static String value(List<String> arguments, String name, String otherwise) {
    int at = arguments.indexOf(name);
    return at < 0 ? otherwise : arguments.get(at + 1);
  }
}
