package org.suiseki.learn;

import java.util.Arrays;
import org.suiseki.describe.Assignment;

/**
 * The state of a {@link GenerativeTopographicMap} while it is made; for one thread. Letters are
 * those of its page.
 */
final class TopographicFit {
  /**
   * Where rows lie on nodes exactly β would grow without end: the noise is at least this part of
   * the mean square of the scaled inputs, which is 1.
   */
  private static final double LEAST_NOISE = 1e-6;

  private final double[] phi;
  private final double[] rows;
  private final int nodes;
  private final int functions;
  private final int inputs;
  private final int count;
  private final double regularisation;
  private final double[] weights;
  private final double[] sheet;
  private final double[] responsibility;
  private final CholeskyFactor factor;
  private double precision = 1;
  private double[] history = {};

  /**
   * @param phi K × M, see {@link #design}
   * @param rows N × D, scaled
   */
  TopographicFit(double[][] phi, double[] rows, int inputs, double regularisation) {
    this.phi = GenerativeTopographicMap.flat(phi);
    this.rows = rows;
    this.nodes = phi.length;
    this.functions = phi[0].length;
    this.inputs = inputs;
    this.count = rows.length / inputs;
    this.regularisation = regularisation;
    this.weights = new double[functions * inputs];
    this.sheet = new double[nodes * inputs];
    this.responsibility = new double[count * nodes];
    this.factor = new CholeskyFactor(functions);
  }

  /** Φ: a row for each node, the Gaussians and the constant 1. */
  static double[][] design(RadialKernel basis, LatentGrid nodes) {
    double[][] phi = new double[nodes.count()][];
    for (int k = 0; k < phi.length; k++) {
      phi[k] = functions(basis, nodes.nodes()[k]);
    }
    return phi;
  }

  /** φ of one place. */
  static double[] functions(RadialKernel basis, double[] place) {
    double[] kernel = new double[basis.count()];
    basis.of(place, 0, kernel);
    double[] functions = Arrays.copyOf(kernel, kernel.length + 1);
    functions[kernel.length] = 1;
    return functions;
  }

  /** M × D. */
  double[] weights() {
    return weights.clone();
  }

  /** β. */
  double precision() {
    return precision;
  }

  /** The penalised log-likelihood of each round of the expectation-maximisation. */
  double[] history() {
    return history.clone();
  }

  /**
   * The sheet nearest to the given one, as every node counts alike, and the noise: the variance
   * beyond the sheet, or the square of half a step along it where that is more.
   *
   * @param plane K × D
   */
  void start(double[] plane, double beyond) {
    double[] each = new double[nodes];
    Arrays.fill(each, 1);
    double[] target = new double[functions * inputs];
    for (int k = 0; k < nodes; k++) {
      for (int m = 0; m < functions; m++) {
        add(phi[k * functions + m], plane, k * inputs, target, m * inputs);
      }
    }
    solve(each, target, 0);
    double half = 0;
    for (int k = 0; k < nodes; k++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int other = 0; other < nodes; other++) {
        nearest = other == k ? nearest : Math.min(nearest, square(sheet, k, sheet, other));
      }
      half += nearest / 4 / nodes;
    }
    // Of one input each: the square of a distance has the noise of all of them.
    precision = 1 / Math.max(LEAST_NOISE, Math.max(beyond, half));
  }

  /** The E step; returns the penalised log-likelihood of the rows as the sheet is now. */
  double expectation() {
    double sum = 0;
    double normal = 0.5 * inputs * Math.log(precision / (2 * Math.PI)) - Math.log(nodes);
    for (int n = 0; n < count; n++) {
      sum +=
          normal + responsibilities(rows, n, sheet, precision, inputs, responsibility, n * nodes);
    }
    sum -= 0.5 * regularisation * DotProduct.of(weights, 0, weights, 0, weights.length);
    history = Arrays.copyOf(history, history.length + 1);
    history[history.length - 1] = sum;
    return sum;
  }

  /**
   * r of one row with all nodes, written from {@code to} on.
   *
   * @return log Σ_k exp(−β/2 |t − y_k|²)
   */
  static double responsibilities(
      double[] rows, int n, double[] sheet, double beta, int inputs, double[] into, int to) {
    int nodes = sheet.length / inputs;
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < nodes; k++) {
      double sum = 0;
      for (int i = 0; i < inputs; i++) {
        double away = rows[n * inputs + i] - sheet[k * inputs + i];
        sum += away * away;
      }
      into[to + k] = -0.5 * beta * sum;
      largest = Math.max(largest, into[to + k]);
    }
    double total = 0;
    for (int k = 0; k < nodes; k++) {
      into[to + k] = Math.exp(into[to + k] - largest);
      total += into[to + k];
    }
    for (int k = 0; k < nodes; k++) {
      into[to + k] /= total;
    }
    return largest + Math.log(total);
  }

  /** The M step: the weights, then the noise that they leave. */
  void maximisation() {
    double[] mass = new double[nodes];
    double[] drawn = new double[nodes * inputs];
    for (int n = 0; n < count; n++) {
      for (int k = 0; k < nodes; k++) {
        double r = responsibility[n * nodes + k];
        // Most are nothing once the sheet has found its place.
        if (r > 0) {
          mass[k] += r;
          add(r, rows, n * inputs, drawn, k * inputs);
        }
      }
    }
    double[] target = new double[functions * inputs];
    for (int k = 0; k < nodes; k++) {
      for (int m = 0; m < functions && mass[k] > 0; m++) {
        add(phi[k * functions + m], drawn, k * inputs, target, m * inputs);
      }
    }
    solve(mass, target, regularisation / precision);
    double noise = 0;
    for (int n = 0; n < count; n++) {
      for (int k = 0; k < nodes; k++) {
        double r = responsibility[n * nodes + k];
        noise += r > 0 ? r * square(rows, n, sheet, k) : 0;
      }
    }
    precision = 1 / Math.max(LEAST_NOISE, noise / ((double) count * inputs));
  }

  /** Pairs each row with a node of its own, the total squared distance being least. */
  int[] pair() {
    int[] pairing = pairing(rows, sheet, inputs);
    Arrays.fill(responsibility, 0);
    for (int n = 0; n < count; n++) {
      responsibility[n * nodes + pairing[n]] = 1;
    }
    return pairing;
  }

  static int[] pairing(double[] rows, double[] sheet, int inputs) {
    int nodes = sheet.length / inputs;
    int count = rows.length / inputs;
    double[] cost = new double[nodes * nodes];
    for (int n = 0; n < count; n++) {
      for (int k = 0; k < nodes; k++) {
        for (int i = 0; i < inputs; i++) {
          double away = rows[n * inputs + i] - sheet[k * inputs + i];
          cost[n * nodes + k] += away * away;
        }
      }
    }
    int[] places = new int[nodes];
    new Assignment().solve(cost, nodes, places);
    return Arrays.copyOf(places, count);
  }

  /** W from (Φᵀ diag(mass) Φ + ridge I) W = target, and the sheet of it. */
  private void solve(double[] mass, double[] target, double ridge) {
    double[] gram = new double[functions * functions];
    double trace = 0;
    for (int k = 0; k < nodes; k++) {
      for (int m = 0; m < functions; m++) {
        double weight = mass[k] * phi[k * functions + m];
        for (int other = m; other < functions && weight != 0; other++) {
          gram[m * functions + other] += weight * phi[k * functions + other];
        }
      }
    }
    for (int m = 0; m < functions; m++) {
      trace += gram[m * functions + m];
      gram[m * functions + m] += ridge;
    }
    double least = 0;
    do {
      System.arraycopy(gram, 0, factor.matrix(), 0, gram.length);
      for (int m = 0; m < functions; m++) {
        factor.matrix()[m * functions + m] += least;
      }
      // Without regularisation wide basis functions are alike within rounding.
      least = Math.max(1e-14 * trace, 10 * least);
    } while (!factor.factorise());
    double[] column = new double[functions];
    for (int i = 0; i < inputs; i++) {
      for (int m = 0; m < functions; m++) {
        column[m] = target[m * inputs + i];
      }
      factor.solve(column);
      for (int m = 0; m < functions; m++) {
        weights[m * inputs + i] = column[m];
      }
    }
    Arrays.fill(sheet, 0);
    for (int k = 0; k < nodes; k++) {
      for (int m = 0; m < functions; m++) {
        add(phi[k * functions + m], weights, m * inputs, sheet, k * inputs);
      }
    }
  }

  private void add(double factor, double[] from, int at, double[] to, int there) {
    for (int i = 0; i < inputs; i++) {
      to[there + i] += factor * from[at + i];
    }
  }

  private double square(double[] a, int row, double[] b, int other) {
    double sum = 0;
    for (int i = 0; i < inputs; i++) {
      double away = a[row * inputs + i] - b[other * inputs + i];
      sum += away * away;
    }
    return sum;
  }
}
