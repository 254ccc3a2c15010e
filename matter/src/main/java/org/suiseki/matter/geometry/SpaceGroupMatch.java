package org.suiseki.matter.geometry;

import java.util.Arrays;
import java.util.List;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.MatterException;

/**
 * Which space group a set of operations is, and how its tabulated setting lies in the given cell.
 * Immutable.
 *
 * <p>With P the {@link #transformation} and p the {@link #originShift}, (a', b', c') = (a, b, c) P
 * are the tabulated basis vectors, and x' = P⁻¹ (x - p) the tabulated coordinates of x; so {@link
 * SymmetryOperation#transformed} with both makes the tabulated operations of the given ones.
 *
 * <p>Method: Grosse-Kunstleve, Acta Cryst. A55 (1999) 383, 10.1107/S0108767398010186, with the
 * order of choices of spglib 2.0 (Togo and Tanaka, arXiv 1808.01590): the point group by counting
 * rotations; a basis along its axes; for each space group of the point group the bases that keep
 * its kind of cell, and the origin by linear equations modulo 1. Some tens of microseconds.
 *
 * <p>Deviations from spglib: the translations of a match are compared within 1/25 of the primitive
 * cell and not within a length, and the origin found is then moved to where it fits all operations
 * best. Where the normaliser allows several origins, spglib takes a translation of -1e-8 for one of
 * 0.99999999, so that the eighth digit of a coordinate may decide which sites are called a and
 * which b; here it is 0.
 *
 * <p>Limits: a group has as many bases and origins as its normaliser allows, and which one is taken
 * follows from the given cell; Wyckoff letters may therefore be exchanged, in the way listed by
 * International Tables A (2016), section 3.5, between two descriptions of one crystal.
 *
 * <pre>{@code
 * SpaceGroupMatch match = SpaceGroupMatch.of(operations, crystal.lattice());
 * match.spaceGroup().international();                       // "Fd-3m"
 * Lattice conventional = match.lattice(crystal.lattice());
 * }</pre>
 */
public final class SpaceGroupMatch {
  private final SpaceGroup spaceGroup;
  private final double[] transformation;
  private final double[] originShift;

  SpaceGroupMatch(SpaceGroup spaceGroup, double[] transformation, double[] originShift) {
    this.spaceGroup = spaceGroup;
    this.transformation = transformation.clone();
    this.originShift = originShift.clone();
  }

  /**
   * The match of operations.
   *
   * @param operations in the basis of {@code lattice}, one for each rotation of a primitive cell;
   *     of a centred cell all, the pure translations among them. Rotations exact, translations with
   *     noise of up to 1/100 or so
   * @param lattice its lengths decide between bases that do equally well
   * @throws MatterException where the operations make no space group
   */
  public static SpaceGroupMatch of(List<SymmetryOperation> operations, Lattice lattice) {
    return of(operations, lattice, lattice);
  }

  /**
   * The match of operations, keeping the axes of a preferred cell where that cell is as good as
   * any.
   *
   * @param operations as above, in the basis of {@code lattice}
   * @param preferred the cell in which the crystal was first described, in the same Cartesian axes
   * @throws MatterException where the operations make no space group
   */
  public static SpaceGroupMatch of(
      List<SymmetryOperation> operations, Lattice lattice, Lattice preferred) {
    double[] columns = columns(lattice);
    double[] primitive = PrimitiveBasis.of(operations);
    double[] reduced =
        Matrix3.multiply(
            primitive,
            Matrix3.ofWhole(LatticeBasis.delaunay(Matrix3.multiply(columns, primitive))));
    SortedOperations sorted = SortedOperations.of(operations, reduced);
    if (sorted == null) {
      throw noGroup(operations.size(), "they do not map its lattice onto itself");
    }
    PointGroup group = pointGroup(sorted, operations.size());
    ConventionalBasis basis =
        ConventionalBasis.of(sorted, group, Matrix3.multiply(columns, reduced));
    SortedOperations conventional = basis == null ? null : sorted.changed(basis.basis());
    if (basis == null || conventional == null) {
      throw noGroup(operations.size(), "their axes span no conventional cell");
    }
    double[] first = Matrix3.multiply(reduced, basis.basis());
    SpaceGroupSearch search =
        new SpaceGroupSearch(
            group,
            basis.centring(),
            Matrix3.multiply(columns, first),
            preferred.rightHanded() ? columns(preferred) : null,
            conventional);
    SpaceGroup found = search.run();
    if (found == null) {
      throw noGroup(operations.size(), "their translations are those of none with " + group);
    }
    double[] transformation = Matrix3.multiply(first, search.change);
    return new SpaceGroupMatch(found, transformation, Matrix3.apply(transformation, search.origin));
  }

  private static PointGroup pointGroup(SortedOperations sorted, int given) {
    int[] counts = new int[13];
    for (int i = 0; i < sorted.size; i++) {
      int[] rotation = Arrays.copyOfRange(sorted.rotations, 9 * i, 9 * i + 9);
      counts[SymmetryOperation.typeOf(rotation) + 6]++;
    }
    return PointGroup.ofCounts(counts)
        .orElseThrow(() -> noGroup(given, "their rotations are no point group"));
  }

  private static MatterException noGroup(int count, String why) {
    return new MatterException(
        "The " + count + " operations make no space group: " + why + ".",
        "Give all operations of the crystal; with noisy coordinates try another tolerance.");
  }

  /** The vectors as columns. */
  private static double[] columns(Lattice lattice) {
    double[] rows = lattice.rows();
    return new double[] {
      rows[0], rows[3], rows[6], rows[1], rows[4], rows[7], rows[2], rows[5], rows[8]
    };
  }

  /** The first setting of its number, {@link SpaceGroup#ofNumber(int)}. */
  public SpaceGroup spaceGroup() {
    return spaceGroup;
  }

  /**
   * P, nine numbers row by row: <em>column</em> j holds the tabulated basis vector j in terms of
   * the given a, b, c. (The rows for {@link Lattice#transformed} are the columns of P.)
   */
  public double[] transformation() {
    return transformation.clone();
  }

  /** The tabulated cell of a crystal with this given cell. */
  public Lattice lattice(Lattice given) {
    double[] p = transformation;
    return given.transformed(p[0], p[3], p[6], p[1], p[4], p[7], p[2], p[5], p[8]);
  }

  /** p: where the tabulated origin lies, in fractional coordinates of the given cell. */
  public double[] originShift() {
    return originShift.clone();
  }
}
