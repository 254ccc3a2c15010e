package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.geometry.SymmetryOperation;

/**
 * Fills a cell with the images of listed atoms.
 *
 * <p>An atom within the tolerance of a special position is moved onto it: to the mean of those
 * images that coincide with it (as R. W. Grosse-Kunstleve and P. D. Adams do, J. Appl. Cryst. 35
 * (2002) 477, 10.1107/S0021889802008580). So 0.3333 becomes 1/3 where symmetry says so. An atom
 * that fills its site is moved where its images are up to {@value #CLOSEST} Å apart, since no two
 * atoms come so close.
 *
 * <p>Atoms listed on one position share it; see {@link CifOrbit}. Images are given after one
 * another for each atom, the listed coordinates first and as they are, the others in 0 to 1.
 *
 * <p>Cost: one application of each operation to each atom, and constant time for each site.
 */
final class CellFilling {
  /** Two atoms of any kind are never so close, in Å. */
  static final double CLOSEST = 0.5;

  /** An occupancy from which on a site counts as filled by the atom. */
  private static final double WHOLE = 0.98;

  private static final int MOST_SITES = 5_000_000;

  private final Lattice lattice;
  private final int operations;
  private final int[] rotations;
  private final double[] translations;
  private final double tolerance;
  private final List<CifAtom> atoms;
  private final CifWarnings warnings;
  private final FillingFaults faults = new FillingFaults();
  private final SiteGrid grid;
  private final List<CifOrbit> orbits = new ArrayList<>();
  private int[] orbitOfSite = new int[16];
  private final double[] point = new double[3];
  private final double[] image = new double[3];

  /**
   * @param operations the identity first
   * @param tolerance how far apart, in Å, coinciding places may be
   * @throws MatterException where the cell would hold too many sites
   */
  CellFilling(
      Lattice lattice,
      List<SymmetryOperation> operations,
      List<CifAtom> atoms,
      double tolerance,
      CifWarnings warnings) {
    long most = (long) atoms.size() * operations.size();
    if (most > MOST_SITES) {
      throw new MatterException(
          atoms.size() + " atoms and " + operations.size() + " symmetry operations are too many.",
          atoms.get(0).place(),
          "A cell may have up to " + MOST_SITES + " sites.");
    }
    this.lattice = lattice;
    this.operations = operations.size();
    this.rotations = new int[9 * operations.size()];
    this.translations = new double[3 * operations.size()];
    for (int i = 0; i < operations.size(); i++) {
      System.arraycopy(operations.get(i).rotation(), 0, rotations, 9 * i, 9);
      System.arraycopy(operations.get(i).translation(), 0, translations, 3 * i, 3);
    }
    this.atoms = atoms;
    this.tolerance = tolerance;
    this.warnings = warnings;
    this.grid = new SiteGrid(lattice, (int) most);
  }

  /** To be asked once. */
  Crystal crystal() {
    for (CifAtom atom : atoms) {
      place(atom);
    }
    faults.warn(warnings);
    Occupation[] occupations = new Occupation[orbits.size()];
    String[] labels = new String[orbits.size()];
    for (int i = 0; i < occupations.length; i++) {
      occupations[i] = orbits.get(i).occupation(warnings);
      labels[i] = orbits.get(i).label();
    }
    double[] points = grid.points();
    List<Site> sites = new ArrayList<>(grid.size());
    for (int i = 0; i < grid.size(); i++) {
      int orbit = orbitOfSite[i];
      sites.add(
          new Site(
              occupations[orbit],
              points[3 * i],
              points[3 * i + 1],
              points[3 * i + 2],
              labels[orbit]));
    }
    return Crystal.of(lattice, sites);
  }

  /** How much speaks against the symmetry operations, once the cell is filled. */
  int faults() {
    return faults.count();
  }

  private void place(CifAtom atom) {
    point[0] = atom.x();
    point[1] = atom.y();
    point[2] = atom.z();
    boolean special = onto(atom);
    int same = grid.near(point[0], point[1], point[2], tolerance, 0);
    if (same >= 0) {
      if (!orbits.get(orbitOfSite[same]).add(atom)) {
        faults.repeat(atom);
      }
      return;
    }
    int neighbour = grid.near(point[0], point[1], point[2], CLOSEST, 0);
    if (neighbour >= 0) {
      CifAtom other = orbits.get(orbitOfSite[neighbour]).first();
      if (atom.occupancy() + other.occupancy() > 1 + CifOrbit.EXCESS) {
        double squared = grid.squared(point[0], point[1], point[2], neighbour);
        faults.overlap(atom, other, Math.sqrt(squared));
      }
    }
    fill(atom, special);
  }

  /** Moves the point onto a special position that is near; whether there is one. */
  private boolean onto(CifAtom atom) {
    boolean whole = atom.occupancy() > WHOLE && atom.group().isEmpty();
    double x = point[0];
    double y = point[1];
    double z = point[2];
    int coinciding = meanOfImages(whole ? CLOSEST : tolerance);
    if (coinciding > 1 && whole && !fixed(coinciding)) {
      point[0] = x;
      point[1] = y;
      point[2] = z;
      coinciding = meanOfImages(tolerance);
    }
    if (coinciding > 1) {
      double distance = Math.sqrt(grid.squared(point[0] - x, point[1] - y, point[2] - z));
      if (distance > tolerance) {
        faults.moved(atom, distance);
      }
    }
    return coinciding > 1;
  }

  /** Replaces the point by the mean of its images within a distance; how many these are. */
  private int meanOfImages(double distance) {
    double dx = 0;
    double dy = 0;
    double dz = 0;
    int count = 0;
    for (int i = 0; i < operations; i++) {
      apply(i);
      double x = image[0] - point[0];
      double y = image[1] - point[1];
      double z = image[2] - point[2];
      if (grid.squared(x, y, z) <= distance * distance) {
        dx += x - Math.rint(x);
        dy += y - Math.rint(y);
        dz += z - Math.rint(z);
        count++;
      }
    }
    if (count > 1) {
      point[0] += dx / count;
      point[1] += dy / count;
      point[2] += dz / count;
    }
    return count;
  }

  /** Whether as many operations leave the point exactly where it is. */
  private boolean fixed(int count) {
    int fixing = 0;
    for (int i = 0; i < operations; i++) {
      apply(i);
      double squared = grid.squared(image[0] - point[0], image[1] - point[1], image[2] - point[2]);
      fixing += squared < 1e-8 ? 1 : 0;
    }
    return fixing == count;
  }

  private void apply(int operation) {
    int r = 9 * operation;
    int t = 3 * operation;
    double x = point[0];
    double y = point[1];
    double z = point[2];
    image[0] = rotations[r] * x + rotations[r + 1] * y + rotations[r + 2] * z + translations[t];
    image[1] =
        rotations[r + 3] * x + rotations[r + 4] * y + rotations[r + 5] * z + translations[t + 1];
    image[2] =
        rotations[r + 6] * x + rotations[r + 7] * y + rotations[r + 8] * z + translations[t + 2];
  }

  private void fill(CifAtom atom, boolean special) {
    int first = grid.size();
    add(point[0], point[1], point[2]);
    for (int i = 1; i < operations; i++) {
      apply(i);
      double x = inside(image[0]);
      double y = inside(image[1]);
      double z = inside(image[2]);
      if (!special || grid.near(x, y, z, tolerance, first) < 0) {
        add(x, y, z);
      }
    }
    int multiplicity = grid.size() - first;
    if (atom.multiplicity() > 0 && atom.multiplicity() != multiplicity) {
      faults.multiplicity(atom, multiplicity);
    }
    orbits.add(new CifOrbit(atom));
    compareImages(atom, first);
  }

  private void add(double x, double y, double z) {
    int index = grid.add(x, y, z);
    if (index == orbitOfSite.length) {
      orbitOfSite = Arrays.copyOf(orbitOfSite, 2 * index);
    }
    orbitOfSite[index] = orbits.size();
  }

  /** A coordinate in 0 to 1; what differs from a whole number by rounding alone becomes 0. */
  private static double inside(double value) {
    double part = value - Math.floor(value);
    return part > 1 - 1e-11 || part < 1e-11 ? 0 : part;
  }

  /** Images of an atom that is partly there may be close, but not more than one atom together. */
  private void compareImages(CifAtom atom, int first) {
    double[] points = grid.points();
    int close = 0;
    double nearest = CLOSEST * CLOSEST;
    for (int i = first + 1; i < grid.size(); i++) {
      double squared = grid.squared(points[3 * i], points[3 * i + 1], points[3 * i + 2], first);
      close += squared <= CLOSEST * CLOSEST ? 1 : 0;
      nearest = Math.min(nearest, squared);
    }
    int together = close + 1;
    if (close == 0 || together * atom.occupancy() <= 1 + CifOrbit.EXCESS) {
      return;
    }
    if (atom.aboutSpecialPosition()) {
      orbits.get(orbits.size() - 1).setFirst(atom.withOccupancy(1.0 / together));
      warnings.add(
          atom.label()
              + " in line "
              + atom.place().line()
              + " is disordered over "
              + together
              + " places closer than "
              + CLOSEST
              + " Å; its occupancy was taken as 1/"
              + together
              + ".");
    } else {
      faults.overlap(atom, atom, Math.sqrt(nearest));
    }
  }
}
