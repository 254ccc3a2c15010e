package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.GaussianProcess.Kernel;

/**
 * A Gaussian process with given hyperparameters. The expected figures are those of {@code
 * sklearn.gaussian_process.GaussianProcessRegressor} (scikit-learn 1.2.1), whose constant is σ²,
 * whose white kernel is ν² and whose dot product is the trend.
 */
class GaussianReferenceTest {

  /** Both are exact but for rounding, times a condition number of some hundreds. */
  private static final Offset<Double> EXACT = within(1e-11);

  private static final double[] LENGTHS = {0.9, 1.7, 3.1};

  @Test
  void matern() {
    GaussianProcess options = new GaussianProcess(1);
    likelihood(
        options,
        new double[] {0.9, 1.7, 3.1, 1.3, 0.02},
        -26.460771896430312,
        new double[] {
          7.249783713946792,
          -3.7305469477634157,
          3.6964377630157244,
          -0.11252838051243463,
          -0.46162054128311125
        });
    predictions(
        new Covariance(Kernel.MATERN, LENGTHS, 1.3, 0.02, 0),
        new double[] {0.5557863193904473, 1.5701565567112863, -0.8172978568638587},
        new double[] {0.38022957419560166, 0.637969995628262, 0.5907168330709001});
  }

  @Test
  void squaredExponential() {
    likelihood(
        new GaussianProcess(1).withKernel(Kernel.SQUARED_EXPONENTIAL),
        new double[] {0.9, 1.7, 3.1, 1.3, 0.02},
        -23.168295467968267,
        new double[] {
          10.390285722170967,
          -9.440521449238817,
          4.908800249456949,
          2.583766495404659,
          -1.2262501017641234
        });
    predictions(
        new Covariance(Kernel.SQUARED_EXPONENTIAL, LENGTHS, 1.3, 0.02, 0),
        new double[] {0.5714429305091884, 1.8353512005411172, -0.960079958082896},
        new double[] {0.2555194885172786, 0.46106236310338305, 0.41102480641415895});
  }

  @Test
  void oneLength() {
    likelihood(
        new GaussianProcess(1).withSeparateLengths(false),
        new double[] {1.4, 0.8, 0.05},
        -32.34701572134279,
        new double[] {-5.6751166046040185, 7.51663571548233, 0.07024195087502777});
    predictions(
        new Covariance(Kernel.MATERN, new double[] {1.4, 1.4, 1.4}, 0.8, 0.05, 0),
        new double[] {0.7771335193655784, 1.7063747570470322, -0.6108180488286923},
        new double[] {0.5318844859781072, 0.6724418049215984, 0.7064606497305571});
  }

  @Test
  void trend() {
    likelihood(
        new GaussianProcess(1).withTrend(true),
        new double[] {0.9, 1.7, 3.1, 1.3, 0.02, 0.4},
        -28.44293654909302,
        new double[] {
          7.096739459048787,
          -3.588199930164359,
          4.110270153398662,
          0.19761874448923233,
          -0.4608852686294306,
          -1.1536499591416587
        });
    predictions(
        new Covariance(Kernel.MATERN, LENGTHS, 1.3, 0.02, 0.4),
        new double[] {0.6127109953076936, 1.6628235301882714, -1.175568593293502},
        new double[] {0.38392325117058157, 0.6545410155818131, 0.6626920929027467});
  }

  private static void likelihood(
      GaussianProcess options, double[] hyperparameters, double expected, double[] slopes) {
    double[] logarithms = Arrays.stream(hyperparameters).map(Math::log).toArray();
    double[] gradient = new double[slopes.length];
    GaussianEvidence evidence =
        new GaussianEvidence(options, columns(inputs()), targets(), Progress.SILENT);
    assertThat(evidence.logLikelihood(logarithms, gradient)).isCloseTo(expected, EXACT);
    assertThat(gradient).containsExactly(slopes, within(1e-10));
  }

  private static void predictions(Covariance covariance, double[] means, double[] deviations) {
    int[] rows = IntStream.range(0, 24).toArray();
    GaussianOutput process =
        new GaussianOutput(rows, columns(inputs()), targets(), 0, 1, covariance);
    double[] news = LatentSamples.uniform(9, 21);
    double[] mean = new double[3];
    double[] deviation = new double[3];
    for (int row = 0; row < 3; row++) {
      double[] x = Arrays.copyOfRange(news, row * 3, row * 3 + 3);
      Arrays.setAll(x, input -> x[input] * 5 - 2.5);
      process.predict(x, row, mean, deviation);
    }
    assertThat(mean).containsExactly(means, EXACT);
    assertThat(deviation).containsExactly(deviations, EXACT);
  }

  private static double[][] inputs() {
    double[] values = LatentSamples.uniform(72, 3);
    double[][] inputs = new double[24][3];
    for (int k = 0; k < 72; k++) {
      inputs[k / 3][k % 3] = values[k] * 4 - 2;
    }
    return inputs;
  }

  private static double[] targets() {
    double[][] x = inputs();
    double[] noise = LatentSamples.uniform(24, 9);
    double[] y = new double[24];
    Arrays.setAll(
        y,
        k ->
            Math.sin(2 * x[k][0])
                + 0.5 * x[k][1] * x[k][1]
                - 0.3 * x[k][2]
                + 0.2 * (noise[k] - 0.5));
    return y;
  }

  private static double[][] columns(double[][] rows) {
    List<Column> columns = Samples.columns("x", "1", 3);
    return GaussianOutput.columns(
        Table.of(columns, rows), IntStream.range(0, rows.length).toArray());
  }
}
