package org.suiseki.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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
import org.suiseki.learn.nn.Activation;
import org.suiseki.learn.nn.NetworkDraw;
import org.suiseki.learn.nn.NetworkRanges;
import org.suiseki.learn.nn.NetworkSchedule;
import org.suiseki.learn.nn.NetworkTraining;
import org.suiseki.learn.nn.Torch;
import org.suiseki.learn.nn.TrainedNetwork;

/**
 * How many networks a minute are trained and tested, the kind that fills a model library: inputs →
 * hidden layers → 1, with the rates and seeds drawn at random. {@code bench/networks_pytorch.py}
 * does the same in PyTorch, one network after another, takes the same arguments and prints the same
 * line of JSON; {@code bench/compare-networks.sh} runs both in turn.
 */
public final class NetworksBenchmark {
  private static final int LATENT = 12;

  private final int networks;
  private final int rows;
  private final int held;
  private final int inputs;
  private final List<Integer> hidden;
  private final int batch;
  private final int epochs;
  private final int threads;

  private NetworksBenchmark(List<String> arguments) {
    networks = number(arguments, "--networks", 128);
    rows = number(arguments, "--rows", 5000);
    held = number(arguments, "--held", 500);
    inputs = number(arguments, "--inputs", 290);
    // "drawn" draws the architectures at random as well.
    String layers = value(arguments, "--hidden", "64,32");
    hidden =
        layers.equals("drawn")
            ? List.of()
            : Arrays.stream(layers.split(",")).map(Integer::valueOf).toList();
    batch = number(arguments, "--batch", 128);
    epochs = number(arguments, "--epochs", 20);
    threads = number(arguments, "--threads", 2);
  }

  /**
   * @param arguments {@code --networks 128 --rows 5000 --held 500 --inputs 290 --hidden 64,32
   *     --batch 128 --epochs 20 --threads 2}, each with that default; {@code held} rows validate
   *     and as many test
   */
  public static void main(String[] arguments) {
    NetworksBenchmark benchmark = new NetworksBenchmark(List.of(arguments));
    benchmark.run(Math.min(16, benchmark.networks));
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long processor = system.getProcessCpuTime();
    long begin = System.nanoTime();
    double median = benchmark.run(benchmark.networks);
    double seconds = (System.nanoTime() - begin) / 1e9;
    double busy = (system.getProcessCpuTime() - processor) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "{\"side\": \"suiseki\", \"version\": \"%s\", \"threads\": %d, \"perMinute\": %.1f,"
            + " \"perCoreMinute\": %.1f, \"medianR2\": %.4f}%n",
        Torch.version(),
        benchmark.threads,
        60 * benchmark.networks / seconds,
        60 * benchmark.networks / busy,
        median);
  }

  /** Prepares the rows, trains and tests; gives the median R² of the test. */
  private double run(int count) {
    Dataset data = data();
    Split split =
        new Split(
            IntStream.range(0, rows).toArray(),
            IntStream.range(rows, rows + held).toArray(),
            IntStream.range(rows + held, rows + 2 * held).toArray());
    NetworkTraining training =
        NetworkTraining.of(data, split, new NetworkSchedule(batch, epochs, 0, 1));
    List<TrainedNetwork> trained = training.train(draws(count), threads, Progress.SILENT);
    double[] sorted =
        trained.stream().mapToDouble(network -> network.test().get(0).r2()).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private List<NetworkDraw> draws(int count) {
    List<NetworkDraw> draws = new ArrayList<>();
    for (NetworkDraw drawn : NetworkRanges.DEFAULT.draw(1, 0, count)) {
      draws.add(
          hidden.isEmpty()
              ? drawn
              : new NetworkDraw(
                  hidden,
                  Activation.LEAKY_RELU,
                  0,
                  drawn.learningRate(),
                  drawn.weightDecay(),
                  drawn.seed()));
    }
    return draws;
  }

  /** Inputs that mix twelve quantities, and a smooth function of those with a tenth of noise. */
  private Dataset data() {
    SplittableRandom random = new SplittableRandom(1);
    int all = rows + 2 * held;
    double[] mixing = normal(LATENT * inputs, random);
    double[] values = new double[all * inputs];
    double[] targets = new double[all];
    for (int row = 0; row < all; row++) {
      double[] latent = normal(LATENT, random);
      for (int column = 0; column < inputs; column++) {
        double sum = 0;
        for (int k = 0; k < LATENT; k++) {
          sum += latent[k] * mixing[k * inputs + column];
        }
        values[row * inputs + column] =
            Math.tanh(sum / Math.sqrt(LATENT)) + 0.05 * random.nextGaussian();
      }
      targets[row] =
          latent[0] + latent[1] * latent[2] + Math.sin(2 * latent[3]) + 0.1 * random.nextGaussian();
    }
    return new Dataset(
        IntStream.range(0, all).mapToObj(Integer::toString).toList(),
        new Table(columns("x", inputs), all, values),
        new Table(columns("y", 1), all, targets),
        new Origin("random numbers", "none", "none"));
  }

  private static double[] normal(int count, SplittableRandom random) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }

  private static List<Column> columns(String name, int width) {
    return IntStream.range(0, width).mapToObj(i -> new Column(name + i, "1")).toList();
  }

  private static int number(List<String> arguments, String name, int otherwise) {
    return Integer.parseInt(value(arguments, name, Integer.toString(otherwise)));
  }

  private static String value(List<String> arguments, String name, String otherwise) {
    int at = arguments.indexOf(name);
    return at < 0 ? otherwise : arguments.get(at + 1);
  }
}
