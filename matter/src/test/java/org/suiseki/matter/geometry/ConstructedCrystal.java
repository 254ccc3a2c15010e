package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;

/** Crystals whose space group is known because they were made by it. */
final class ConstructedCrystal {
  private static final Element[] ELEMENTS = {
    Element.Ba, Element.Ti, Element.O, Element.Si, Element.Al, Element.F, Element.Na, Element.Cl
  };

  /** Å³ for each atom, so that all find room. */
  private static final double ROOM = 25;

  private ConstructedCrystal() {}

  /** A crystal and the Wyckoff position of each of its sites. */
  record Made(Crystal crystal, List<WyckoffPosition> positions) {}

  /**
   * Atoms on general positions, of an element for each orbit so that no other movement is left, and
   * atoms on special ones.
   */
  static Made of(SpaceGroup group, int specialOrbits, Random random) {
    List<SymmetryOperation> operations = group.operations();
    List<WyckoffPosition> table = group.wyckoffPositions();
    WyckoffPosition everywhere = table.get(table.size() - 1);
    for (WyckoffPosition position : table) {
      everywhere = position.freedom() == 3 ? position : everywhere;
    }
    int general = operations.size() < 24 ? 3 : 2;
    for (int attempt = 0; attempt < 200; attempt++) {
      List<double[]> points = new ArrayList<>();
      List<Element> elements = new ArrayList<>();
      List<WyckoffPosition> positions = new ArrayList<>();
      for (int orbit = 0; orbit < general + specialOrbits; orbit++) {
        WyckoffPosition position =
            orbit < general ? everywhere : table.get(random.nextInt(table.size()));
        double[] seed =
            position.point(random.nextDouble(), random.nextDouble(), random.nextDouble());
        for (double[] point : orbit(operations, seed)) {
          points.add(point);
          elements.add(ELEMENTS[orbit]);
          positions.add(position);
        }
      }
      Lattice lattice = lattice(operations, random).withVolume(ROOM * points.size());
      if (farApart(lattice, points, 0.7)) {
        return new Made(crystal(lattice, points, elements), positions);
      }
    }
    throw new AssertionError("No room for the atoms of " + group);
  }

  /** A random cell that the operations map onto itself: the mean of a random one. */
  static Lattice lattice(List<SymmetryOperation> operations, Random random) {
    double[] given = RandomLattices.ofSystem(CrystalSystem.TRICLINIC, random).metric();
    double[] mean = new double[9];
    for (SymmetryOperation operation : operations) {
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          for (int k = 0; k < 3; k++) {
            for (int l = 0; l < 3; l++) {
              mean[3 * i + j] +=
                  operation.rotation(k, i)
                      * given[3 * k + l]
                      * operation.rotation(l, j)
                      / operations.size();
            }
          }
        }
      }
    }
    double ax = Math.sqrt(mean[0]);
    double bx = mean[1] / ax;
    double by = Math.sqrt(mean[4] - bx * bx);
    double cx = mean[2] / ax;
    double cy = (mean[5] - bx * cx) / by;
    return Lattice.of(ax, 0, 0, bx, by, 0, cx, cy, Math.sqrt(mean[8] - cx * cx - cy * cy));
  }

  /** All images of a point, each once. */
  static List<double[]> orbit(List<SymmetryOperation> operations, double[] seed) {
    List<double[]> points = new ArrayList<>();
    for (SymmetryOperation operation : operations) {
      double[] image = new double[3];
      operation.apply(seed, 0, image, 0);
      if (points.stream().noneMatch(point -> same(point, image))) {
        points.add(image);
      }
    }
    return points;
  }

  private static boolean same(double[] one, double[] other) {
    for (int axis = 0; axis < 3; axis++) {
      double difference = one[axis] - other[axis];
      if (Math.abs(difference - Math.rint(difference)) > 1e-6) {
        return false;
      }
    }
    return true;
  }

  static boolean farApart(Lattice lattice, List<double[]> points, double distance) {
    for (int i = 0; i < points.size(); i++) {
      double[] p = points.get(i);
      for (int j = 0; j < i; j++) {
        double[] q = points.get(j);
        if (lattice.distance(p[0], p[1], p[2], q[0], q[1], q[2]) < distance) {
          return false;
        }
      }
    }
    return true;
  }

  static Crystal crystal(Lattice lattice, List<double[]> points, List<Element> elements) {
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      double[] point = points.get(i);
      sites.add(new Site(elements.get(i), point[0], point[1], point[2]));
    }
    return Crystal.of(lattice, sites);
  }

  /** The same crystal turned, its origin moved, with other basis vectors, its sites shuffled. */
  static Crystal disguised(Crystal crystal, int copies, Random random) {
    int[] basis = RandomLattices.unimodular(random, 3);
    for (int k = 0; k < 3; k++) {
      basis[k] *= copies;
    }
    Crystal larger =
        crystal
            .translated(random.nextDouble(), random.nextDouble(), random.nextDouble())
            .supercell(basis);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < larger.siteCount(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    int[] places = order.stream().mapToInt(Integer::intValue).toArray();
    return larger.permuted(places).withLattice(RandomLattices.turned(larger.lattice(), random));
  }

  /** Each site moved by up to so many Å along x, y and z. */
  static Crystal noisy(Crystal crystal, double amplitude, Random random) {
    List<Site> sites = new ArrayList<>();
    double[] at = new double[3];
    for (Site site : crystal.sites()) {
      double[] point = {site.x(), site.y(), site.z()};
      crystal.lattice().toCartesian(point, 0, at, 0);
      for (int axis = 0; axis < 3; axis++) {
        at[axis] += amplitude * (2 * random.nextDouble() - 1);
      }
      crystal.lattice().toFractional(at, 0, point, 0);
      sites.add(new Site(site.occupation(), point[0], point[1], point[2]));
    }
    return Crystal.of(crystal.lattice(), sites);
  }

  /**
   * How far the worst site lies from the nearest site of its kind under a movement, in Å. Never too
   * small, and exact where all are near: differences are brought into the cell by rounding, which
   * in a skewed cell may miss the shortest image of one that is far.
   */
  static double miss(Crystal crystal, SymmetryOperation operation) {
    double worst = 0;
    double[] image = new double[3];
    double[] difference = new double[3];
    double[] at = crystal.fractionalCoordinates();
    for (int i = 0; i < crystal.siteCount(); i++) {
      operation.apply(at, 3 * i, image, 0);
      Occupation own = crystal.occupation(i);
      double nearest = Double.POSITIVE_INFINITY;
      // What is nearer than the worst so far cannot change the answer.
      for (int j = 0; j < crystal.siteCount() && nearest > worst; j++) {
        if (crystal.occupation(j).equals(own)) {
          nearest = Math.min(nearest, distance(crystal.lattice(), at, j, image, difference));
        }
      }
      worst = Math.max(worst, nearest);
    }
    return worst;
  }

  private static double distance(
      Lattice lattice, double[] at, int site, double[] point, double[] difference) {
    for (int axis = 0; axis < 3; axis++) {
      double part = at[3 * site + axis] - point[axis];
      difference[axis] = part - Math.rint(part);
    }
    lattice.toCartesian(difference, 0, difference, 0);
    return Math.sqrt(
        difference[0] * difference[0]
            + difference[1] * difference[1]
            + difference[2] * difference[2]);
  }
}
