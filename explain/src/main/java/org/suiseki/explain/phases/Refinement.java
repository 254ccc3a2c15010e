package org.suiseki.explain.phases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.describe.spectrum.SymmetricSystem;

/**
 * Least squares by Levenberg and Marquardt over what is not linear, the scales and the background
 * being solved for anew at every step (variable projection in Kaufman's form, BIT 15, 49 (1975),
 * 10.1007/BF01932995; scales stay above 0). Weak normal priors keep numbers that the pattern says
 * nothing about where experience has them; they count as much as one independent point each.
 */
final class Refinement {
  private static final double FIRST_DAMPING = 1e-3;
  private static final double MOST_DAMPING = 1e6;
  private static final double SETTLED = 1e-5;

  private final PatternFit fit;
  private final List<Parameter> parameters;

  /** By how much priors weigh: the squares that one independent point has. */
  private final double priorWeight;

  Refinement(PatternFit fit, List<Parameter> parameters, double priorWeight) {
    this.fit = fit;
    this.parameters = parameters;
    this.priorWeight = priorWeight;
  }

  /** How many parameters there are. */
  int size() {
    return parameters.size();
  }

  /** A better mixture of the same phases, after at most so many steps. */
  Mixture improve(Mixture begin, int steps) {
    Mixture best = begin;
    double objective = objective(best);
    double damping = FIRST_DAMPING;
    for (int step = 0; step < steps; step++) {
      Normal normal = normal(best);
      double before = objective;
      while (damping < MOST_DAMPING) {
        Mixture tried = moved(best, normal, damping);
        double value = tried == best ? Double.POSITIVE_INFINITY : objective(tried);
        if (value < objective) {
          best = tried;
          objective = value;
          damping = Math.max(1e-9, damping / 10);
          break;
        }
        damping *= 10;
      }
      if (!(before - objective > SETTLED * before)) {
        break;
      }
    }
    return best;
  }

  double objective(Mixture mixture) {
    double sum = 0;
    for (Parameter one : parameters) {
      double away = (one.value(mixture) - one.expected()) / one.usual();
      sum += away * away;
    }
    return mixture.squares() + priorWeight * sum;
  }

  /**
   * @param matrix of parameters, then of the phases with a scale above 0
   * @param right the gradient, downwards
   */
  record Normal(double[] matrix, double[] right, int size) {}

  Normal normal(Mixture mixture) {
    List<double[]> columns = new ArrayList<>();
    for (Parameter one : parameters) {
      columns.add(derivative(mixture, one));
    }
    for (int phase = 0; phase < mixture.scales().length; phase++) {
      if (mixture.scales()[phase] > 0) {
        columns.add(mixture.columns().get(phase).projected());
      }
    }
    int n = columns.size();
    double[] rest = fit.rest(mixture.columns(), mixture.scales());
    double[] matrix = new double[n * n];
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      right[i] = BackgroundBasis.dot(columns.get(i), rest);
      for (int j = 0; j <= i; j++) {
        matrix[i * n + j] = BackgroundBasis.dot(columns.get(i), columns.get(j));
        matrix[j * n + i] = matrix[i * n + j];
      }
    }
    for (int i = 0; i < parameters.size(); i++) {
      Parameter one = parameters.get(i);
      double weight = priorWeight / (one.usual() * one.usual());
      matrix[i * n + i] += weight;
      right[i] -= weight * (one.value(mixture) - one.expected());
    }
    return new Normal(matrix, right, n);
  }

  private Mixture moved(Mixture from, Normal normal, double damping) {
    SymmetricSystem system = new SymmetricSystem(normal.size());
    if (!system.factorise(normal.matrix(), damping)) {
      return from;
    }
    double[] step = normal.right().clone();
    system.solve(step);
    double[] instrument = from.instrument().clone();
    List<double[]> values = from.phases().stream().map(p -> p.values().clone()).toList();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter one = parameters.get(i);
      double value = one.value(from);
      double by = one.bounded(value + step[i]) - value;
      if (one.phase() == Parameter.COMMON) {
        one.move(instrument, 0, by);
      } else {
        one.move(values.get(one.phase()), from.phases().get(one.phase()).axes(), by);
      }
    }
    return mixture(from, instrument, values);
  }

  /** With other values; columns that stay the same are kept. */
  private Mixture mixture(Mixture from, double[] instrument, List<double[]> values) {
    boolean common = !Arrays.equals(instrument, from.instrument());
    List<PhaseState> phases = new ArrayList<>();
    List<PatternFit.Column> columns = new ArrayList<>();
    for (int phase = 0; phase < values.size(); phase++) {
      PhaseState before = from.phases().get(phase);
      boolean changed = common || !Arrays.equals(values.get(phase), before.values());
      PhaseState state = changed ? before.with(values.get(phase)) : before;
      phases.add(state);
      columns.add(changed ? fit.column(state, instrument) : from.columns().get(phase));
    }
    return Mixture.of(fit, instrument, List.copyOf(phases), List.copyOf(columns));
  }

  /** Of the calculated pattern, weighted and projected. */
  private double[] derivative(Mixture mixture, Parameter parameter) {
    double[] sum = new double[fit.x.length];
    double[] instrument = mixture.instrument();
    // Away from a bound.
    double value = parameter.value(mixture);
    double nudge =
        value + parameter.nudge() > parameter.most() ? -parameter.nudge() : parameter.nudge();
    if (parameter.phase() == Parameter.COMMON) {
      instrument = instrument.clone();
      parameter.move(instrument, 0, nudge);
    }
    double[] nudged = new double[sum.length];
    for (int phase = 0; phase < mixture.phases().size(); phase++) {
      boolean own = parameter.phase() == phase || parameter.phase() == Parameter.COMMON;
      double scale = mixture.scales()[phase];
      if (!own || !(scale > 0)) {
        continue;
      }
      PhaseState state = mixture.phases().get(phase);
      if (parameter.phase() == phase) {
        double[] values = state.values().clone();
        parameter.move(values, state.axes(), nudge);
        state = state.with(values);
      }
      fit.shape.write(state, instrument, nudged);
      double[] plain = mixture.columns().get(phase).plain();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += scale * (nudged[i] - plain[i]) / nudge;
      }
    }
    return fit.background.project(sum);
  }

  /** All parameters of a mixture: of the instrument where wanted, and of some phases. */
  static List<Parameter> parameters(
      Mixture mixture, boolean common, int[] phases, double mostStrain, boolean anisotropic) {
    List<Parameter> all = new ArrayList<>();
    if (common) {
      all.addAll(Parameter.common());
    }
    for (int phase : phases) {
      all.addAll(Parameter.of(mixture.phases().get(phase), phase, mostStrain, anisotropic));
    }
    return List.copyOf(all);
  }

  static int[] all(Mixture mixture) {
    int[] all = new int[mixture.phases().size()];
    Arrays.setAll(all, i -> i);
    return all;
  }
}
