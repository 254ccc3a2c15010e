package org.suiseki.simulate;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Species;

/**
 * The sums over the sites: |F|² of every reflection of a sphere, the mean of both of a Friedel
 * pair.
 *
 * <p>The phase factors exp(2πi h x) are powers, tabulated for each axis and site; along a row the
 * sum over the sites of one kind is a product of tables that the compiler turns into vector
 * instructions. With f = u + iv and the sums C + iS over the sites of each kind, the mean over hkl
 * and its opposite is (Σ uC)² + (Σ uS)² + (Σ vC)² + (Σ vS)².
 */
final class StructureFactors {
  private final ReciprocalSphere sphere;
  private final Scatterer[] kinds;

  /** Where the terms of each kind begin; a term is a species on a site. */
  private final int[] kindStart;

  private final double[] weight;

  /** cos and sin of 2π n x for n from 0 on, along the first two axes, term by term. */
  private final double[][] cosine = new double[2][];

  private final double[][] sine = new double[2][];

  /** The same along the third axis for n from −reach to reach. */
  private final double[] rowCosine;

  private final double[] rowSine;

  StructureFactors(PowderDiffraction options, Crystal crystal, ReciprocalSphere sphere) {
    this.sphere = sphere;
    Map<Species, Integer> counts = new TreeMap<>();
    for (int site = 0; site < crystal.siteCount(); site++) {
      for (Species species : crystal.occupation(site).species()) {
        counts.merge(species, 1, Integer::sum);
      }
    }
    kinds = new Scatterer[counts.size()];
    kindStart = new int[kinds.length + 1];
    int kind = 0;
    for (Map.Entry<Species, Integer> entry : counts.entrySet()) {
      kinds[kind] = Scatterer.of(entry.getKey(), options);
      kindStart[kind + 1] = kindStart[kind] + entry.getValue();
      entry.setValue(kindStart[kind++]);
    }
    int terms = kindStart[kind];
    weight = new double[terms];
    for (int axis = 0; axis < 2; axis++) {
      cosine[axis] = new double[terms * (sphere.reach[axis] + 1)];
      sine[axis] = new double[terms * (sphere.reach[axis] + 1)];
    }
    rowCosine = new double[terms * (2 * sphere.reach[2] + 1)];
    rowSine = new double[rowCosine.length];
    fill(crystal, counts);
  }

  /** F(000)², the most that |F|² can be for equal signs, in the unit of the amplitudes squared. */
  double largest() {
    double sum = 0;
    for (int kind = 0; kind < kinds.length; kind++) {
      double amplitude = Math.hypot(kinds[kind].real(0), kinds[kind].imaginary(0));
      for (int term = kindStart[kind]; term < kindStart[kind + 1]; term++) {
        sum += weight[term] * amplitude;
      }
    }
    return sum * sum;
  }

  /** |F|² of every reflection. Amplitudes are calculated once for each shell of equal 1/d². */
  double[] squares(Shells shells) {
    double[] real = new double[kinds.length * shells.count];
    double[] imaginary = new double[real.length];
    boolean complex = false;
    for (int kind = 0; kind < kinds.length; kind++) {
      for (int i = 0; i < shells.count; i++) {
        double s2 = shells.square[i] / 4;
        real[kind * shells.count + i] = kinds[kind].real(s2);
        imaginary[kind * shells.count + i] = kinds[kind].imaginary(s2);
        complex |= imaginary[kind * shells.count + i] != 0;
      }
    }
    return squares(shells, real, complex ? imaginary : new double[0]);
  }

  /**
   * @param real u of each kind and shell, kind by kind
   * @param imaginary v likewise; empty where all are zero
   */
  private double[] squares(Shells shells, double[] real, double[] imaginary) {
    int[] shell = shells.shell;
    double[] squares = new double[sphere.count()];
    int longest = 2 * sphere.reach[2] + 1;
    double[] c = new double[longest];
    double[] s = new double[longest];
    double[] sums = new double[4 * longest];
    for (int row = 0; row < sphere.rows; row++) {
      int start = sphere.rowStart[row];
      int length = sphere.rowStart[row + 1] - start;
      Arrays.fill(sums, 0, 4 * length, 0);
      for (int kind = 0; kind < kinds.length; kind++) {
        sumKind(row, kind, length, c, s);
        int at = kind * shells.count;
        for (int i = 0; i < length; i++) {
          double u = real[at + shell[start + i]];
          sums[i] += u * c[i];
          sums[length + i] += u * s[i];
        }
        if (imaginary.length > 0) {
          for (int i = 0; i < length; i++) {
            double v = imaginary[at + shell[start + i]];
            sums[2 * length + i] += v * c[i];
            sums[3 * length + i] += v * s[i];
          }
        }
      }
      for (int i = 0; i < length; i++) {
        double a = sums[i];
        double b = sums[length + i];
        double p = sums[2 * length + i];
        double q = sums[3 * length + i];
        squares[start + i] = a * a + b * b + p * p + q * q;
      }
    }
    return squares;
  }

  /** The sums of the phase factors over the sites of a kind along a row, into c and s. */
  private void sumKind(int row, int kind, int length, double[] c, double[] s) {
    Arrays.fill(c, 0, length, 0);
    Arrays.fill(s, 0, length, 0);
    int first = sphere.rowFirst[row];
    int second = Math.abs(sphere.rowSecond[row]);
    double sign = sphere.rowSecond[row] < 0 ? -1 : 1;
    int offset = sphere.reach[2] + sphere.rowThird[row];
    int width = 2 * sphere.reach[2] + 1;
    for (int term = kindStart[kind]; term < kindStart[kind + 1]; term++) {
      int one = term * (sphere.reach[0] + 1) + first;
      int two = term * (sphere.reach[1] + 1) + second;
      double w = weight[term];
      double x = w * cosine[0][one];
      double y = w * sine[0][one];
      double p = cosine[1][two];
      double q = sign * sine[1][two];
      addRow(c, s, length, x * p - y * q, x * q + y * p, term * width + offset);
    }
  }

  /** Apart, so that the compiler sees a plain loop over four arrays. */
  private void addRow(double[] c, double[] s, int length, double x, double y, int from) {
    double[] p = rowCosine;
    double[] q = rowSine;
    for (int i = 0; i < length; i++) {
      c[i] += x * p[from + i] - y * q[from + i];
      s[i] += x * q[from + i] + y * p[from + i];
    }
  }

  private void fill(Crystal crystal, Map<Species, Integer> next) {
    for (int site = 0; site < crystal.siteCount(); site++) {
      Occupation occupation = crystal.occupation(site);
      for (int i = 0; i < occupation.species().size(); i++) {
        int term = next.merge(occupation.species().get(i), 1, Integer::sum) - 1;
        weight[term] = occupation.fraction(i);
        for (int axis = 0; axis < 2; axis++) {
          powers(along(crystal, site, axis), cosine[axis], sine[axis], term, sphere.reach[axis]);
        }
        rowPowers(along(crystal, site, 2), term);
      }
    }
  }

  /** The coordinate of a site along the direct vector that belongs to a reduced reciprocal one. */
  private double along(Crystal crystal, int site, int axis) {
    double sum = 0;
    for (int j = 0; j < 3; j++) {
      double x = crystal.fractional(site, j);
      // Whole parts change no phase, and without them no digit of the rest is lost.
      sum += sphere.basis[3 * axis + j] * (x - Math.floor(x));
    }
    return sum - Math.floor(sum);
  }

  private static void powers(double x, double[] cosine, double[] sine, int term, int reach) {
    int at = term * (reach + 1);
    double c = Math.cos(2 * Math.PI * x);
    double s = Math.sin(2 * Math.PI * x);
    cosine[at] = 1;
    for (int n = 1; n <= reach; n++) {
      cosine[at + n] = c * cosine[at + n - 1] - s * sine[at + n - 1];
      sine[at + n] = c * sine[at + n - 1] + s * cosine[at + n - 1];
    }
  }

  private void rowPowers(double x, int term) {
    int reach = sphere.reach[2];
    int middle = term * (2 * reach + 1) + reach;
    double c = Math.cos(2 * Math.PI * x);
    double s = Math.sin(2 * Math.PI * x);
    rowCosine[middle] = 1;
    for (int n = 1; n <= reach; n++) {
      double previous = rowCosine[middle + n - 1];
      double other = rowSine[middle + n - 1];
      rowCosine[middle + n] = c * previous - s * other;
      rowSine[middle + n] = c * other + s * previous;
      rowCosine[middle - n] = rowCosine[middle + n];
      rowSine[middle - n] = -rowSine[middle + n];
    }
  }
}
