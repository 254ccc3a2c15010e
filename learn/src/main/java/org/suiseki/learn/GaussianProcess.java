package org.suiseki.learn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Regression by a Gaussian process: near rows have like targets, how near is learned, and each
 * prediction knows how far the training rows are (Rasmussen and Williams, Gaussian Processes for
 * Machine Learning, 2006, algorithm 2.1). Exact. Each output is a process of its own, with zero
 * mean in standardised targets; missing targets are left out output by output; validation rows are
 * not used.
 *
 * <p>Hyperparameters are those of the largest posterior: the marginal likelihood times priors that
 * keep few rows and many inputs sane. With D inputs in standard deviations and targets likewise, ln
 * ℓ is normal about √2 + ½ ln D (Hvarfner, Hellsten and Nardi, arXiv:2402.02229, 2024, section 5),
 * ln σ², ln ν² and ln τ² about 0, −4 and −ln D with deviation 2. That of ln ℓ is 0.7, not √3 as
 * there: of 400 targets that are noise alone, after 20 rows of 8 inputs, 87 % lie within two
 * deviations of what is said, and 77 % with √3. With 32 inputs it is 71 %: a length for each of
 * more inputs than rows makes it too sure of itself. The noise ν is never below a thousandth of the
 * deviation of the targets. The search starts in several places on at most 150 of the rows, and
 * goes on from the best on at most {@code mostRows}; the process itself always has all rows.
 *
 * <p>Cost: O(rows³) for each of about 10 steps on {@code mostRows} rows and about 30 for each start
 * on 150; then O(rows²) for each prediction. 500 rows, 8 inputs and 3 outputs take about 2 s.
 *
 * <p>When not to use it: beyond two thousand rows or so (boosted trees, networks); with hundreds of
 * inputs (ridge); where the noise differs much between rows, for it has one level only. Far from
 * all rows it falls back to the mean of the targets, or to a line with {@code trend}.
 *
 * @param kernel how likeness falls with distance
 * @param separateLengths whether each input has a length ℓ of its own; inputs are then standardised
 *     one by one. Else they keep their relative size, and need one unit: the better choice for
 *     coordinates of one feature space. From 8 principal components of 145 measured patterns to
 *     three concentrations, compositions left out in ten folds, the mean absolute error is 4.2, 4.3
 *     and 4.8 % with one length and 4.5, 4.6 and 5.7 % with eight, and 93 % of the truths lie
 *     within two deviations instead of 89 %
 * @param trend whether a line through the inputs, of variance τ² x·x′, is added to the process
 * @param starts of the search
 * @param mostRows to learn hyperparameters from, drawn at random where there are more
 * @param seed of starts and draws
 */
public record GaussianProcess(
    Kernel kernel, boolean separateLengths, boolean trend, int starts, int mostRows, long seed)
    implements Estimator<GaussianProcessModel> {

  /** The prior of ln ℓ for one standardised input. */
  static final double LENGTH = Math.sqrt(2);

  static final double LENGTH_DEVIATION = 0.7;

  /** The prior of ln ν². */
  static final double NOISE = -4;

  static final double VARIANCE_DEVIATION = 2;

  /** Added to ν², so that the covariance of rows that say the same can be factorised. */
  static final double LEAST_NOISE = 1e-6;

  /** A thousandth of what distinguishes two hypotheses worth telling apart. */
  private static final QuasiNewton SEARCH = new QuasiNewton(60, 1e-3, 2);

  private static final int FEW = 150;
  private static final int MOST = 5_000;

  /** How likeness falls with the scaled distance r. */
  public enum Kernel {
    /** (1 + √5 r + 5 r²/3) exp(−√5 r): twice differentiable, as most of nature is. */
    MATERN {
      @Override
      void replace(double[] squares, double[] falls, int from, int count, double signal) {
        for (int k = from; k < from + count; k++) {
          double root = Math.sqrt(5 * squares[k]);
          double decay = signal * Math.exp(-root);
          falls[k] = 5.0 / 3 * (1 + root) * decay;
          squares[k] = (1 + root + root * root / 3) * decay;
        }
      }
    },

    /** exp(−r²/2): smooth without end; quick to be too sure of itself. */
    SQUARED_EXPONENTIAL {
      @Override
      void replace(double[] squares, double[] falls, int from, int count, double signal) {
        for (int k = from; k < from + count; k++) {
          squares[k] = signal * Math.exp(-0.5 * squares[k]);
          falls[k] = squares[k];
        }
      }
    };

    /**
     * Turns r² into {@code signal} · κ.
     *
     * @param falls receives −2 {@code signal} dκ/dr²
     */
    abstract void replace(double[] squares, double[] falls, int from, int count, double signal);
  }

  public GaussianProcess {
    if (starts < 1 || mostRows < 2) {
      throw new LearnException(
          starts + " starts on " + mostRows + " rows cannot learn a Gaussian process.",
          "Give at least one start and two rows.");
    }
  }

  /** Matérn, a length for each input, no trend, 3 starts, hyperparameters from 500 rows. */
  public GaussianProcess(long seed) {
    this(Kernel.MATERN, true, false, 3, 500, seed);
  }

  public GaussianProcess withKernel(Kernel other) {
    return new GaussianProcess(other, separateLengths, trend, starts, mostRows, seed);
  }

  /** Whether each input has a length of its own. */
  public GaussianProcess withSeparateLengths(boolean separate) {
    return new GaussianProcess(kernel, separate, trend, starts, mostRows, seed);
  }

  public GaussianProcess withTrend(boolean other) {
    return new GaussianProcess(kernel, separateLengths, other, starts, mostRows, seed);
  }

  @Override
  public String name() {
    return GaussianProcessModel.KIND;
  }

  /**
   * Learns from the training rows.
   *
   * @throws LearnException where an input of a training row is missing or infinite, a target has
   *     fewer than two values, there are more than 5,000 rows, or one length shall serve inputs of
   *     several units
   */
  @Override
  public GaussianProcessModel fit(Dataset data, Split split, Progress progress) {
    requireRows(split.train().length);
    Columns.requireFinite(data.inputs(), split.train());
    Standardiser standardiser = standardiser(data.inputs(), split.train());
    Table train = standardiser.apply(data.inputs().selectRows(split.train()));
    Table targets = data.targets().selectRows(split.train());
    int[] places = IntStream.range(0, train.rows()).toArray();
    Map<Integer, GaussianOutput> outputs = new TreeMap<>();
    for (TargetGroup group : TargetGroup.of(targets, places)) {
      double[][] columns = GaussianOutput.columns(train, group.rows());
      for (int output : group.outputs()) {
        double[] y = Metrics.pick(targets.column(output), group.rows());
        outputs.put(output, learn(group.rows(), columns, y, output, progress));
        progress.step(name(), outputs.size(), targets.width());
      }
    }
    return new GaussianProcessModel(
        standardiser, train, data.targets().columns(), kernel, List.copyOf(outputs.values()));
  }

  private GaussianOutput learn(
      int[] rows, double[][] columns, double[] y, int output, Progress progress) {
    Standardised target = Standardised.of(y);
    SplittableRandom random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * output);
    int[] many = draw(y.length, mostRows, random);
    int[] few = draw(many.length, FEW, random);
    double[][] manyColumns = pick(columns, many);
    double[] manyTargets = Metrics.pick(target.values, many);
    GaussianEvidence some =
        new GaussianEvidence(
            this, pick(manyColumns, few), Metrics.pick(manyTargets, few), progress);
    QuasiNewton.Minimum best = SEARCH.from(some.start(0, random), some);
    for (int start = 1; start < starts; start++) {
      QuasiNewton.Minimum other = SEARCH.from(some.start(start, random), some);
      best = other.value() < best.value() ? other : best;
    }
    if (few.length < many.length) {
      GaussianEvidence more = new GaussianEvidence(this, manyColumns, manyTargets, progress);
      // Curvature grows with the number of rows.
      double part = (double) few.length / many.length;
      double[] inverse = Arrays.stream(best.inverse()).map(v -> v * part).toArray();
      best = SEARCH.from(best.x(), inverse, more);
    }
    return new GaussianOutput(
        rows, columns, target.values, target.mean, target.unit, some.found(best));
  }

  private Standardiser standardiser(Table inputs, int[] train) {
    if (separateLengths) {
      return Standardiser.of(inputs, train);
    }
    if (inputs.columns().stream().map(Column::unit).distinct().count() > 1) {
      throw new LearnException(
          "One length cannot serve inputs of several units.",
          "Give each input a length of its own, or inputs of one unit.");
    }
    CommonScale common = CommonScale.of(inputs, train);
    double[] scale = new double[inputs.width()];
    Arrays.fill(scale, common.scale());
    return new Standardiser(inputs.columns(), common.mean(), scale);
  }

  static void requireRows(int rows) {
    if (rows > MOST) {
      throw new LearnException(
          rows + " rows are too many for an exact Gaussian process; it takes " + MOST + ".",
          "Draw some of the rows, or use boosted trees or a network.");
    }
  }

  /** Some of the numbers below {@code count}, ascending. */
  private static int[] draw(int count, int most, SplittableRandom random) {
    int[] all = IntStream.range(0, count).toArray();
    if (count <= most) {
      return all;
    }
    for (int k = 0; k < most; k++) {
      int other = random.nextInt(k, count);
      int moved = all[k];
      all[k] = all[other];
      all[other] = moved;
    }
    int[] drawn = Arrays.copyOf(all, most);
    Arrays.sort(drawn);
    return drawn;
  }

  private static double[][] pick(double[][] columns, int[] rows) {
    return Arrays.stream(columns).map(c -> Metrics.pick(c, rows)).toArray(double[][]::new);
  }

  /** Targets with mean 0 and deviation 1; constant ones become 0. */
  private record Standardised(double[] values, double mean, double unit) {

    static Standardised of(double[] y) {
      double mean = Arrays.stream(y).average().orElseThrow();
      double variance = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      double largest = Arrays.stream(y).map(Math::abs).max().orElseThrow();
      // What the rounding of a mean of equal values may leave.
      boolean constant = Math.sqrt(variance) <= y.length * Math.ulp(largest);
      double unit = constant ? 1 : Math.sqrt(variance);
      double[] values = Arrays.stream(y).map(v -> constant ? 0 : (v - mean) / unit).toArray();
      return new Standardised(values, mean, unit);
    }
  }
}
