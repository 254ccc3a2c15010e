package org.suiseki.explain.phases;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.geometry.CrystalSystem;
import org.suiseki.simulate.ReflectionFamily;

/**
 * How preferred orientation along a few directions of a candidate would change its reflections, by
 * March's function as Dollase has it: J. Appl. Cryst. 19, 267 (1986), 10.1107/S0021889886089458,
 * eq. (1), the mean over the members of each reflection, weighted by their |F|².
 *
 * @param directions normals of planes, h k l
 * @param start where the members of each reflection begin, and their number at the end
 * @param weight of each member; together 1 for a reflection
 * @param cosines squared, of the angle between member and direction; direction after direction
 */
record Texturing(List<int[]> directions, int[] start, double[] weight, double[][] cosines) {

  /** Which directions are tried, those of common cleavage and growth. */
  static List<int[]> directions(CrystalSystem system) {
    int[] a = {1, 0, 0};
    int[] b = {0, 1, 0};
    int[] c = {0, 0, 1};
    return switch (system) {
      case CUBIC -> List.of(a, new int[] {1, 1, 0}, new int[] {1, 1, 1});
      case HEXAGONAL, TETRAGONAL -> List.of(c, a, new int[] {1, 1, 0});
      case TRIGONAL -> List.of(c, a, new int[] {1, 1, 0}, new int[] {1, 0, 4});
      case ORTHORHOMBIC, MONOCLINIC, TRICLINIC -> List.of(a, b, c);
    };
  }

  /** {@code 0 0 1}. */
  String name(int direction) {
    int[] hkl = directions.get(direction);
    return hkl[0] + " " + hkl[1] + " " + hkl[2];
  }

  /** By how much a reflection is stronger than of a powder without order. */
  double factor(int direction, double r, int reflection) {
    double sum = 0;
    double square = r * r;
    double inverse = 1 / r;
    double[] own = cosines[direction];
    for (int m = start[reflection]; m < start[reflection + 1]; m++) {
      double x = square * own[m] + inverse * (1 - own[m]);
      sum += weight[m] / (x * Math.sqrt(x));
    }
    return sum;
  }

  /** Gathers reflections one after another. */
  static final class Gathering {
    private final Lattice lattice;
    private final List<int[]> directions;
    private final List<Integer> start = new ArrayList<>(List.of(0));
    private final List<Double> weight = new ArrayList<>();
    private final List<double[]> cosines = new ArrayList<>();

    Gathering(Candidate candidate) {
      this.lattice = candidate.crystal().lattice();
      this.directions = directions(candidate.system());
    }

    /** One family of the reflection that is being gathered. */
    void add(ReflectionFamily family, List<int[]> members) {
      for (int[] member : members) {
        double[] own = new double[directions.size()];
        for (int d = 0; d < own.length; d++) {
          own[d] = squaredCosine(member, directions.get(d));
        }
        weight.add(family.multiplicity() * family.squaredAmplitude() / members.size());
        cosines.add(own);
      }
    }

    /** Ends a reflection. */
    void end() {
      int from = start.get(start.size() - 1);
      double all = 0;
      for (int m = from; m < weight.size(); m++) {
        all += weight.get(m);
      }
      for (int m = from; m < weight.size(); m++) {
        weight.set(m, weight.get(m) / all);
      }
      start.add(weight.size());
    }

    Texturing done() {
      double[][] byDirection = new double[directions.size()][weight.size()];
      for (int m = 0; m < weight.size(); m++) {
        for (int d = 0; d < byDirection.length; d++) {
          byDirection[d][m] = cosines.get(m)[d];
        }
      }
      return new Texturing(
          directions,
          start.stream().mapToInt(Integer::intValue).toArray(),
          weight.stream().mapToDouble(Double::doubleValue).toArray(),
          byDirection);
    }

    /** From the metric: cos = d₁ d₂ (h₁ · G* h₂). */
    private double squaredCosine(int[] one, int[] other) {
      double[] rows = lattice.reciprocalRows();
      double product = 0;
      double first = 0;
      double second = 0;
      for (int axis = 0; axis < 3; axis++) {
        double u = one[0] * rows[axis] + one[1] * rows[3 + axis] + one[2] * rows[6 + axis];
        double v = other[0] * rows[axis] + other[1] * rows[3 + axis] + other[2] * rows[6 + axis];
        product += u * v;
        first += u * u;
        second += v * v;
      }
      return Math.min(1, product * product / (first * second));
    }
  }
}
