package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.Occupation;

/**
 * The primitive basis in which the operations are compared with the tables. Many bases and origins
 * describe a crystal equally well; which of them the comparison ends with, and with it which
 * Wyckoff letters, depends on the basis it begins with. This is the basis that spglib takes (arXiv
 * 1808.01590), so that the same letters come out: the given vectors where their cell is primitive;
 * else the first three that span a primitive cell, of the pure translations in the order of sites,
 * and the given vectors. The lattice is that of the given crystal with its round-off, which decides
 * between equally long vectors there too.
 */
final class MatchBasis {
  /** Looking at triples of more translations would take long, and some triple of these will do. */
  private static final int MOST_TRANSLATIONS = 60;

  private final SiteSet sites;

  /** Its rows have the coefficients of the basis in the vectors of the primitive cell. */
  private final int[] rows;

  private final LatticePoints points;

  /**
   * @param given the vectors of the given cell in terms of those of the primitive cell
   * @param siteOf which primitive site each given site is a copy of
   */
  MatchBasis(Crystal crystal, SiteSet sites, int[] given, int[] siteOf) {
    this.sites = sites;
    boolean primitive = Math.abs(Matrix3.determinant(given)) == 1;
    this.rows = primitive ? given : spanned(crystal, given, siteOf);
    this.points = new LatticePoints(rows);
  }

  private static int[] spanned(Crystal crystal, int[] given, int[] siteOf) {
    List<int[]> vectors = translations(crystal, given, siteOf);
    for (int k = 0; k < 3; k++) {
      vectors.add(Arrays.copyOfRange(given, 3 * k, 3 * k + 3));
    }
    for (int i = 0; i < vectors.size(); i++) {
      for (int j = i + 1; j < vectors.size(); j++) {
        for (int k = j + 1; k < vectors.size(); k++) {
          int[] triple = joined(vectors.get(i), vectors.get(j), vectors.get(k));
          if (Math.abs(Matrix3.determinant(triple)) == 1) {
            return triple;
          }
        }
      }
    }
    return new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
  }

  /** From the first site of the rarest kind to its copies, in the order of sites. */
  private static List<int[]> translations(Crystal crystal, int[] given, int[] siteOf) {
    int origin = firstOfRarest(crystal);
    List<int[]> translations = new ArrayList<>();
    for (int i = origin + 1; i < siteOf.length && translations.size() < MOST_TRANSLATIONS; i++) {
      if (siteOf[i] != siteOf[origin]) {
        continue;
      }
      double[] part = new double[3];
      for (int axis = 0; axis < 3; axis++) {
        double difference = crystal.fractional(i, axis) - crystal.fractional(origin, axis);
        // Noise must not make nearly 1 of nearly 0.
        part[axis] = difference - Math.floor(difference + 1e-3);
      }
      int[] whole = new int[3];
      for (int k = 0; k < 3; k++) {
        whole[k] =
            (int) Math.rint(part[0] * given[k] + part[1] * given[3 + k] + part[2] * given[6 + k]);
      }
      translations.add(whole);
    }
    return translations;
  }

  private static int firstOfRarest(Crystal crystal) {
    Map<Occupation, int[]> counts = new LinkedHashMap<>();
    for (int i = 0; i < crystal.siteCount(); i++) {
      int first = i;
      counts.computeIfAbsent(crystal.occupation(i), o -> new int[] {first, 0})[1]++;
    }
    int[] rarest = {0, Integer.MAX_VALUE};
    for (int[] count : counts.values()) {
      rarest = count[1] < rarest[1] ? count : rarest;
    }
    return rarest[0];
  }

  private static int[] joined(int[] a, int[] b, int[] c) {
    return new int[] {a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]};
  }

  /** The match, with its change of basis and origin in terms of the primitive cell. */
  SpaceGroupMatch match(IdealCell ideal, Lattice preferred) {
    List<SymmetryOperation> operations = new ArrayList<>();
    int[] turned = new int[9];
    for (SymmetryOperation operation : ideal.operations()) {
      points.turn(operation.rotation(), turned);
      operations.add(new SymmetryOperation(turned, points.fractions(operation.translation())));
    }
    Lattice lattice = Lattice.of(Matrix3.multiply(Matrix3.ofWhole(rows), sites.rows));
    SpaceGroupMatch match = SpaceGroupMatch.of(operations, lattice, preferred);
    double[] columns = new double[9];
    for (int i = 0; i < 9; i++) {
      columns[i] = rows[3 * (i % 3) + i / 3];
    }
    return new SpaceGroupMatch(
        match.spaceGroup(),
        Matrix3.multiply(columns, match.transformation()),
        Matrix3.apply(columns, match.originShift()));
  }
}
