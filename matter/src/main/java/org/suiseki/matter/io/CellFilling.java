package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;
import org.suiseki.matter.geometry.SymmetryOperation;

/**
 * Fills a cell with the images of listed atoms.
 *
 * <p>An atom within the tolerance of a special position is moved onto it: to the mean of those
 * images that coincide with it (as R. W. Grosse-Kunstleve and P. D. Adams do, J. Appl. Cryst. 35
 * (2002) 477, 10.1107/S0021889802008580). So 0.3333 becomes 1/3 where symmetry says so. An atom
 * that fills its site is moved over up to {@value #CLOSEST} Å, since no two atoms come so close.
 *
 * <p>Atoms listed on one position share it. Images are given after one another for each atom, the
 * listed coordinates first and as they are, the others in 0 to 1.
 *
 * <p>Cost: one application of each operation to each atom, and constant time for each site.
 */
final class CellFilling {
  /** Two atoms of any kind are never so close, in Å. */
  static final double CLOSEST = 0.5;

  /** Sums of occupancies above 1 by more than this are no rounding and no refined noise. */
  static final double EXCESS = 0.05;

  private static final int MOST_SITES = 5_000_000;
  private static final int MOST_SHARING = 100;

  private final Lattice lattice;
  private final int[] rotations;
  private final double[] translations;
  private final int operations;
  private final double tolerance;
  private final CifWarnings warnings;
  private final List<CifAtom> atoms;
  private final SiteGrid grid;

  /** The orbit of each site in the grid, and of each orbit the atoms that share it. */
  private int[] orbitOfSite;

  private final List<List<CifAtom>> orbits = new ArrayList<>();

  /** Orbits whose atom is listed again and again, once for each image. */
  private final Set<Integer> repeated = new HashSet<>();

  private int repeats;
  private @Nullable CifAtom lastRepeat;
  private final double[] point = new double[3];
  private final double[] image = new double[3];
  private int moved;
  private double farthest;
  private String farthestLabel = "";
  private String tooClose = "";
  private int tooCloseCount;
  private String otherMultiplicity = "";
  private int otherMultiplicities;

  CellFilling(
      Lattice lattice,
      List<SymmetryOperation> operations,
      List<CifAtom> atoms,
      double tolerance,
      CifWarnings warnings) {
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
    long most = (long) atoms.size() * operations.size();
    if (most > MOST_SITES) {
      throw new MatterException(
          atoms.size() + " atoms and " + operations.size() + " symmetry operations are too many.",
          atoms.get(0).place(),
          "A cell may have up to " + MOST_SITES + " sites.");
    }
    this.grid = new SiteGrid(lattice, (int) most);
    this.orbitOfSite = new int[16];
  }

  Crystal crystal() {
    for (CifAtom atom : atoms) {
      place(atom);
    }
    warn();
    Occupation[] occupations = new Occupation[orbits.size()];
    String[] labels = new String[orbits.size()];
    for (int i = 0; i < occupations.length; i++) {
      List<CifAtom> sharing = orbits.get(i);
      occupations[i] = sharing.size() == 1 ? single(sharing.get(0)) : shared(sharing);
      labels[i] = label(sharing);
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

  private void place(CifAtom atom) {
    point[0] = atom.x();
    point[1] = atom.y();
    point[2] = atom.z();
    boolean special = onto(atom);
    int same = grid.near(point[0], point[1], point[2], tolerance, 0);
    if (same >= 0) {
      share(atom, orbitOfSite[same]);
      return;
    }
    int neighbour = grid.near(point[0], point[1], point[2], CLOSEST, 0);
    if (neighbour >= 0) {
      noteIfTooClose(atom, orbits.get(orbitOfSite[neighbour]).get(0), neighbour);
    }
    fill(atom, special);
  }

  /** Puts an atom on an orbit that others are on; one that is listed again is left out. */
  private void share(CifAtom atom, int orbit) {
    List<CifAtom> sharing = orbits.get(orbit);
    CifAtom first = sharing.get(0);
    boolean allSame = sameAs(atom, first);
    double sum = atom.occupancy();
    for (CifAtom other : sharing) {
      allSame &= sameAs(other, first);
      sum += other.occupancy();
    }
    if (allSame && (sum > 1 + EXCESS || repeated.contains(orbit))) {
      repeated.add(orbit);
      orbits.set(orbit, new ArrayList<>(List.of(first)));
      repeats++;
      lastRepeat = atom;
      return;
    }
    sharing.add(atom);
    if (sum > 1 + EXCESS || sharing.size() > MOST_SHARING) {
      throw new MatterException(
          String.format(
              Locale.ROOT,
              "The occupancies of %s, which lie on one site, add up to %s.",
              label(sharing),
              Math.round(1e4 * sum) / 1e4),
          atom.place(),
          "Together they must be at most 1.");
    }
  }

  /** Moves the point onto a special position that is near; whether there is one. */
  private boolean onto(CifAtom atom) {
    boolean whole = atom.occupancy() > 0.98 && atom.group().isEmpty();
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
      if (distance > farthest) {
        farthest = distance;
        farthestLabel = atom.label() + " in line " + atom.place().line();
      }
      moved += distance > tolerance ? 1 : 0;
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
      otherMultiplicities++;
      if (otherMultiplicity.isEmpty()) {
        otherMultiplicity =
            atom.label()
                + " in line "
                + atom.place().line()
                + " has multiplicity "
                + atom.multiplicity()
                + " there and "
                + multiplicity
                + " here";
      }
    }
    orbits.add(new ArrayList<>(List.of(atom)));
    noteSelfOverlap(atom, first);
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

  private void noteIfTooClose(CifAtom atom, CifAtom other, int site) {
    if (atom.occupancy() + other.occupancy() > 1 + EXCESS) {
      tooCloseCount++;
      if (tooClose.isEmpty()) {
        double distance = Math.sqrt(grid.squared(point[0], point[1], point[2], site));
        tooClose =
            String.format(
                Locale.ROOT, "%s and %s are %.3f Å apart", other.label(), atom.label(), distance);
      }
    }
  }

  /** Images of an atom that is only partly there may be close; more than one of them may not. */
  private void noteSelfOverlap(CifAtom atom, int first) {
    double[] points = grid.points();
    int images = 0;
    for (int i = first; i < grid.size(); i++) {
      double squared = grid.squared(points[3 * i], points[3 * i + 1], points[3 * i + 2], first);
      images += squared <= CLOSEST * CLOSEST ? 1 : 0;
    }
    if (images < 2 || images * atom.occupancy() <= 1 + EXCESS) {
      return;
    }
    if (atom.aboutSpecialPosition()) {
      orbits.get(orbits.size() - 1).set(0, atom.withOccupancy(1.0 / images));
      warnings.add(
          atom.label()
              + " in line "
              + atom.place().line()
              + " is disordered over "
              + images
              + " places closer than "
              + CLOSEST
              + " Å; its occupancy was taken as 1/"
              + images
              + ".");
    } else {
      tooCloseCount++;
      tooClose = tooClose.isEmpty() ? "images of " + atom.label() + " are" : tooClose;
    }
  }

  private void warn() {
    if (otherMultiplicities > 0) {
      warnings.add(
          "The multiplicities do not agree with the symmetry operations: "
              + otherMultiplicity
              + (otherMultiplicities > 1 ? ", and so others." : "."));
    }
    if (lastRepeat != null) {
      warnings.add(
          repeats
              + " listed atom(s) lie where another of their kind or its image lies, the last "
              + lastRepeat.label()
              + " in line "
              + lastRepeat.place().line()
              + "; each was taken once.");
    }
    if (moved > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%d atom(s) were moved onto special positions, the farthest %s by %.3f Å.",
              moved,
              farthestLabel,
              farthest));
    }
    if (tooCloseCount > 0) {
      warnings.add(
          "Atoms overlap ("
              + tooClose
              + (tooCloseCount > 1 ? " and more" : "")
              + "), and their occupancies add up to more than 1.");
    }
  }

  private Occupation single(CifAtom atom) {
    if (Math.abs(atom.occupancy() - 1) < 1e-12) {
      return Occupation.of(atom.species());
    }
    if (atom.occupancy() > 1) {
      warnings.add(
          "The occupancy of "
              + atom.label()
              + " in line "
              + atom.place().line()
              + ", "
              + atom.occupancy()
              + ", was taken as 1.");
      return Occupation.of(atom.species());
    }
    return Occupation.of(Map.of(atom.species(), atom.occupancy()));
  }

  private Occupation shared(List<CifAtom> sharing) {
    double sum = sharing.stream().mapToDouble(CifAtom::occupancy).sum();
    double scale = sum > 1 ? 1 / sum : 1;
    if (sum > 1 + Occupation.ROUNDING) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "The occupancies of %s add up to %s and were scaled to 1.",
              label(sharing),
              Math.round(1e4 * sum) / 1e4));
    }
    Map<Species, Double> parts = new TreeMap<>();
    for (CifAtom atom : sharing) {
      parts.merge(atom.species(), atom.occupancy() * scale, Double::sum);
    }
    return Occupation.of(parts);
  }

  private static boolean sameAs(CifAtom atom, CifAtom other) {
    return atom.species().equals(other.species()) && atom.occupancy() == other.occupancy();
  }

  /** {@code Fe1}, or {@code Mg1/Fe1} by species where atoms share the site. */
  private static String label(List<CifAtom> sharing) {
    if (sharing.size() == 1) {
      return sharing.get(0).label();
    }
    List<CifAtom> sorted = new ArrayList<>(sharing);
    sorted.sort((a, b) -> a.species().compareTo(b.species()));
    List<String> labels = new ArrayList<>();
    for (CifAtom atom : sorted) {
      if (!labels.contains(atom.label())) {
        labels.add(atom.label());
      }
    }
    return String.join("/", labels);
  }
}
