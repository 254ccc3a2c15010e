package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.MatterException;

/**
 * The symmetry of a crystal within a tolerance in Å: its space group, the movements that map it
 * onto itself, which sites they exchange, and its standard cells. Immutable.
 *
 * <pre>{@code
 * Symmetry symmetry = Symmetry.of(crystal);
 * symmetry.spaceGroup().international();   // "Fm-3m"
 * symmetry.operations().size();            // 192 in the conventional cell of rock salt
 * symmetry.equivalentSites();              // 0 0 0 0 4 4 4 4
 * Crystal small = symmetry.primitive();
 * }</pre>
 *
 * <p>Sites are alike where their occupations are equal: species, oxidation states and parts. The
 * steps are those of spglib (Togo, Shinohara and Tanaka, arXiv 1808.01590, 10.1080/27660400.2024.
 * 2384822; Grosse-Kunstleve, Acta Cryst. A55, 383 (1999), 10.1107/S0108767398010186): the primitive
 * cell by pure translations, the rotations of its lattice, a translation for each rotation, and the
 * space group by comparison with the tables.
 *
 * <p>Deviations from spglib: how far an operation misses is measured against every site of the
 * rarest kind rather than the first one, so that the answer does not depend on the order of sites;
 * where the operations found are no group, the largest group among them is kept rather than the
 * tolerance shrunk; translations and idealised places are means over all sites and operations.
 *
 * <p>Cost: linear in the number of sites and of operations, some tens of microseconds for ten
 * sites. Limits: a tolerance that is not well below the distances between atoms (a tenth) has no
 * meaning.
 */
public final class Symmetry {
  /**
   * In Å. Relaxed and measured structures are mostly good to 0.001 Å and coordinates of three
   * digits to 0.005 Å; distortions that matter, such as ferroelectric ones, are above 0.02 Å. It is
   * what the Materials Project and pymatgen take too.
   */
  public static final double DEFAULT_TOLERANCE = 0.01;

  /**
   * In Å. Idealised sites lie exactly on special positions; this is round-off of the origin, and
   * less than what a site keeps from a position that is not its own.
   */
  private static final double EXACT_ENOUGH = 1e-5;

  private final double tolerance;
  private final FoundOperations found;
  private final IdealCell ideal;
  private final StandardCells cells;

  private Symmetry(Crystal crystal, double tolerance) {
    this.tolerance = tolerance;
    OrderedSites ordered = OrderedSites.of(crystal, tolerance);
    CoincidentSites.refuse(crystal, ordered, tolerance);
    PrimitiveCell primitive = PrimitiveCell.of(ordered.sites(), tolerance);
    this.found = FoundOperations.of(primitive.sites(), tolerance);
    this.ideal = new IdealCell(primitive.sites(), found);
    this.cells = new StandardCells(crystal, ordered.order(), primitive, ideal);
  }

  /**
   * With the {@link #DEFAULT_TOLERANCE}.
   *
   * @throws MatterException where two sites coincide
   */
  public static Symmetry of(Crystal crystal) {
    return of(crystal, DEFAULT_TOLERANCE);
  }

  /**
   * @param tolerance how far sites may lie from where the symmetry puts them, in Å
   * @throws MatterException where two sites are nearer than the tolerance, or it is no positive
   *     number
   */
  public static Symmetry of(Crystal crystal, double tolerance) {
    if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY)) {
      throw new MatterException(
          "The tolerance of symmetry is " + tolerance + " Å.",
          "Give a number above 0, such as " + DEFAULT_TOLERANCE + ".");
    }
    return new Symmetry(crystal, tolerance);
  }

  /** In Å, as given. */
  public double tolerance() {
    return tolerance;
  }

  /**
   * How far the worst operation misses, in Å: at most the tolerance. Where it is below half of the
   * tolerance it is measured from the best translation.
   */
  public double deviation() {
    return found.deviation();
  }

  /** In its standard setting. */
  public SpaceGroup spaceGroup() {
    return cells.match().spaceGroup();
  }

  public PointGroup pointGroup() {
    return cells.match().spaceGroup().pointGroup();
  }

  /**
   * The movements in the basis of the given cell, translations from 0 to below 1, the identity
   * first. A supercell has each as often as it holds primitive cells, with all their translations;
   * rotations that do not map the given lattice onto itself, such as the threefold ones of a cubic
   * crystal in a cell of 1 × 1 × 2, are left out. A new list; its length is the cost.
   */
  public List<SymmetryOperation> operations() {
    LatticePoints points = cells.givenCell();
    double[] shifts = points.fractions();
    List<SymmetryOperation> operations = new ArrayList<>(found.count() * points.count());
    int[] turned = new int[9];
    double[] translation = new double[3];
    for (int i = 0; i < found.count(); i++) {
      if (points.turn(found.rotation(i), turned)) {
        double[] own = points.fractions(found.translation(i));
        for (int shift = 0; shift < shifts.length; shift += 3) {
          for (int axis = 0; axis < 3; axis++) {
            translation[axis] = inside(own[axis] + shifts[shift + axis]);
          }
          operations.add(new SymmetryOperation(turned, translation));
        }
      }
    }
    return operations;
  }

  /** Round-off below 0 is 0, not nearly 1. */
  private static double inside(double translation) {
    double inside = translation - Math.floor(translation);
    return inside > 1 - 1e-12 ? 0 : inside;
  }

  /**
   * For each site the first site that a movement of the crystal brings onto it; also such movements
   * count as {@link #operations} leaves out because of the given cell.
   */
  public int[] equivalentSites() {
    return cells.equivalentSites(ideal.orbits());
  }

  /**
   * The Wyckoff position of each site: letter, multiplicity in the conventional cell, symmetry of
   * the site. A crystal may be described from several origins that do equally well, which exchange
   * letters (International Tables A, section 3.5): sodium in rock salt is at a or at b.
   */
  public List<WyckoffPosition> wyckoffPositions() {
    int[] equivalent = equivalentSites();
    WyckoffFinder finder = WyckoffFinder.of(spaceGroup(), cells.idealLattice(), EXACT_ENOUGH);
    WyckoffPosition[] positions = new WyckoffPosition[equivalent.length];
    for (int i = 0; i < positions.length; i++) {
      positions[i] =
          equivalent[i] == i
              ? finder.position(cells.standard(cells.place(i)))
              : positions[equivalent[i]];
    }
    return List.of(positions);
  }

  /** The Wyckoff letter of each site. */
  public char[] wyckoffLetters() {
    List<WyckoffPosition> positions = wyckoffPositions();
    char[] letters = new char[positions.size()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = positions.get(i).letter();
    }
    return letters;
  }

  /** The symmetry of each site, as an oriented symbol such as {@code 2.mm}. */
  public List<String> siteSymmetry() {
    return wyckoffPositions().stream().map(WyckoffPosition::siteSymmetry).toList();
  }

  /**
   * P, nine numbers row by row, whose columns hold the standard vectors in terms of the given ones:
   * (a', b', c') = (a, b, c) P, and x' = P⁻¹ (x - p) are standard coordinates of x.
   */
  public double[] transformation() {
    return cells.transformation();
  }

  /** p: where the standard origin lies, in fractions of the given cell. */
  public double[] originShift() {
    return cells.originShift();
  }

  /**
   * The conventional cell in the standard setting, made exactly symmetric: a along x, b in the
   * plane of x and y.
   */
  public Crystal conventional() {
    return cells.conventional();
  }

  /** The conventional cell, its vectors and sites as given, neither turned nor made symmetric. */
  public Crystal conventionalAsGiven() {
    return cells.conventionalAsGiven();
  }

  /**
   * The primitive cell of {@link #conventional}: half the body diagonals of a centred cell and so
   * on, as in International Tables A, table 1.5.1.1. It is made exactly symmetric too.
   */
  public Crystal primitive() {
    return cells.primitive();
  }

  /** For each site of {@link #conventional} the first given site that is a copy of it. */
  public int[] conventionalSites() {
    return cells.conventionalSites();
  }

  /** For each given site which site of {@link #primitive} it is a copy of. */
  public int[] primitiveSites() {
    return cells.primitiveSites();
  }

  /** {@code Fm-3m (225) within 0.01 Å}. */
  @Override
  public String toString() {
    return spaceGroup().international()
        + " ("
        + spaceGroup().number()
        + ") within "
        + tolerance
        + " Å";
  }
}
