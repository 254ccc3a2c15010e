package org.suiseki.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.matter.Lattice;

/**
 * Sorts the reflections of each peak into families, and leaves out what has no intensity.
 *
 * <p>The reflections come as their numbers in the sphere, peak after peak.
 */
final class ReflectionGroups {
  /** Degrees and Å by which pymatgen's test for a hexagonal cell allows to be off. */
  private static final double HEXAGONAL_ANGLE = 5;

  private static final double HEXAGONAL_LENGTH = 0.01;

  /** A family with this part of the strongest one's Σ|F|² counts, however weak the whole peak. */
  private static final double CONSIDERABLE = 1e-3;

  /** Bits for each of four indices in one key. */
  private static final int INDEX_BITS = 16;

  /** h, k, l of each reflection in the crystal's own basis. */
  private final int[] indices;

  private final double[] squares;

  /** Reflections of one peak with one key are a family. */
  private final long[] key;

  private final Families kind;
  private final boolean hexagonal;

  private final List<ReflectionFamily> families = new ArrayList<>();
  private final int[] familyStart;
  private final int[] memberIndices;
  private final double[] memberSquares;
  private int memberCount;

  ReflectionGroups(
      Families kind, Lattice lattice, ReciprocalSphere sphere, double[] squares, double largest) {
    this.kind = kind;
    this.indices = sphere.indices();
    this.squares = squares;
    this.key = new long[squares.length];
    this.familyStart = new int[squares.length + 1];
    this.memberIndices = new int[3 * squares.length];
    this.memberSquares = new double[squares.length];
    this.hexagonal = hexagonal(lattice);
    if (kind == Families.SYMMETRY) {
      int[] orbits = new DiffractionSymmetry(sphere, squares, largest).orbits();
      for (int i = 0; i < key.length; i++) {
        key[i] = orbits[i];
      }
    } else {
      for (int i = 0; i < key.length; i++) {
        key[i] = withoutSignAndOrder(indices[3 * i], indices[3 * i + 1], indices[3 * i + 2]);
      }
    }
  }

  /**
   * Adds the families of one peak, the strongest first, others only where Σ|F|² is above {@code
   * least} or a {@link #CONSIDERABLE} part of the strongest one's.
   */
  void add(int[] reflections, int from, int to, double least) {
    int[] family = new int[to - from];
    long[] keys = new long[to - from];
    double[] sums = new double[to - from];
    int count = 0;
    for (int i = from; i < to; i++) {
      long wanted = key[reflections[i]];
      int at = 0;
      while (at < count && keys[at] != wanted) {
        at++;
      }
      if (at == count) {
        keys[count++] = wanted;
      }
      family[i - from] = at;
      sums[at] += 2 * squares[reflections[i]];
    }
    double limit = least;
    for (int done = 0; done < count; done++) {
      int best = 0;
      for (int i = 1; i < count; i++) {
        if (sums[i] > sums[best]) {
          best = i;
        }
      }
      if (done == 0) {
        limit = Math.min(least, CONSIDERABLE * sums[best]);
      }
      if (kind == Families.PERMUTATION || done == 0 || sums[best] > limit) {
        append(reflections, from, family, best, sums[best]);
      }
      sums[best] = Double.NEGATIVE_INFINITY;
    }
  }

  int familyCount() {
    return families.size();
  }

  List<ReflectionFamily> families() {
    return List.copyOf(families);
  }

  int[] familyStart() {
    return Arrays.copyOf(familyStart, families.size() + 1);
  }

  int[] memberIndices() {
    return Arrays.copyOf(memberIndices, 3 * memberCount);
  }

  double[] memberSquares() {
    return Arrays.copyOf(memberSquares, memberCount);
  }

  private void append(int[] reflections, int from, int[] family, int wanted, double sum) {
    int start = memberCount;
    int best = -1;
    for (int i = 0; i < family.length; i++) {
      if (family[i] == wanted) {
        int at = 3 * reflections[from + i];
        member(indices[at], indices[at + 1], indices[at + 2], squares[reflections[from + i]]);
        best = best < 0 || shows(memberCount - 1, best) ? memberCount - 1 : best;
      }
    }
    int multiplicity = 2 * (memberCount - start);
    families.add(
        new ReflectionFamily(
            memberIndices[3 * best],
            memberIndices[3 * best + 1],
            memberIndices[3 * best + 2],
            multiplicity,
            sum / multiplicity));
    familyStart[families.size()] = memberCount;
  }

  /** Keeps the member, of the pair of opposites the one that looks better. */
  private void member(int h, int k, int l, double square) {
    boolean opposite = h < 0 || (h == 0 && (k < 0 || (k == 0 && l < 0)));
    int sign = opposite ? -1 : 1;
    if (kind == Families.SYMMETRY && negatives(h, k, l) != negatives(-h, -k, -l)) {
      sign = negatives(h, k, l) < negatives(-h, -k, -l) ? 1 : -1;
    }
    memberIndices[3 * memberCount] = sign * h;
    memberIndices[3 * memberCount + 1] = sign * k;
    memberIndices[3 * memberCount + 2] = sign * l;
    memberSquares[memberCount++] = square;
  }

  /** Whether a member shows the family better than another. */
  private boolean shows(int member, int other) {
    int[] m = memberIndices;
    int a = 3 * member;
    int b = 3 * other;
    if (kind == Families.SYMMETRY) {
      int fewer = negatives(m[a], m[a + 1], m[a + 2]) - negatives(m[b], m[b + 1], m[b + 2]);
      if (fewer != 0) {
        return fewer < 0;
      }
    }
    int order = Arrays.compare(m, a, a + 3, m, b, b + 3);
    return order > 0;
  }

  private static int negatives(int h, int k, int l) {
    return (h < 0 ? 1 : 0) + (k < 0 ? 1 : 0) + (l < 0 ? 1 : 0);
  }

  private long withoutSignAndOrder(int h, int k, int l) {
    long a = Math.abs(h);
    long b = Math.abs(k);
    long c = Math.abs(l);
    long d = hexagonal ? Math.abs(h + k) : 0;
    long[] sorted = {a, b, c, d};
    Arrays.sort(sorted);
    return ((sorted[0] << INDEX_BITS | sorted[1]) << INDEX_BITS | sorted[2]) << INDEX_BITS
        | sorted[3];
  }

  private static boolean hexagonal(Lattice lattice) {
    double[] p = lattice.parameters();
    int right = 0;
    int wide = 0;
    double[] lengths = new double[3];
    for (int i = 0; i < 3; i++) {
      if (Math.abs(p[3 + i] - 90) < HEXAGONAL_ANGLE) {
        lengths[right++] = p[i];
      } else if (Math.abs(p[3 + i] - 60) < HEXAGONAL_ANGLE
          || Math.abs(p[3 + i] - 120) < HEXAGONAL_ANGLE) {
        wide++;
      }
    }
    return right == 2 && wide == 1 && Math.abs(lengths[0] - lengths[1]) < HEXAGONAL_LENGTH;
  }
}
