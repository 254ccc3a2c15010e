package org.suiseki.matter.geometry;

import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;

/**
 * A lattice described by its reduced basis, and the whole numbers that lead there. The reduced
 * basis has the hand of the given one and spans the same lattice. Immutable.
 *
 * <pre>{@code
 * LatticeReduction reduction = LatticeReduction.niggli(crystal.lattice());
 * Crystal same = crystal.supercell(reduction.transformation());   // the same sites, reduced cell
 * }</pre>
 *
 * <p>Cost: a few dozen operations on nine numbers, with the logarithm of how skewed the cell is.
 */
public final class LatticeReduction {
  /** Relative to the two-thirds power of the volume: far above round-off, far below an angle. */
  public static final double DEFAULT_TOLERANCE = 1e-5;

  private final Lattice lattice;
  private final int[] transformation;

  private LatticeReduction(ReducingBasis basis) {
    this.lattice = Lattice.of(basis.rows);
    this.transformation = basis.transformation();
  }

  /** Niggli's cell with the default tolerance. */
  public static LatticeReduction niggli(Lattice lattice) {
    return niggli(lattice, DEFAULT_TOLERANCE);
  }

  /**
   * The cell that Niggli singled out among those of the three shortest vectors: two descriptions of
   * one lattice have it in common (Křivý and Gruber, Acta Cryst. A32, 297 (1976),
   * 10.1107/S0567739476000636; with tolerance after Grosse-Kunstleve, Sauter and Adams, Acta Cryst.
   * A60, 1 (2004), 10.1107/S010876730302186X).
   *
   * <p>It differs from the latter in the unit of the tolerance: scalar products are equal within
   * {@code tolerance} V^(2/3) here and V^(1/3) there, so that a lattice in other units of length
   * reduces alike.
   *
   * <p>Limits: near the border of two kinds of cell a distortion smaller than the tolerance may
   * choose the kind, so that two almost equal lattices have quite different angles.
   *
   * @throws MatterException where the tolerance is not from 0 to 0.1, or the cell so skewed that
   *     the whole numbers pass 2³¹
   */
  public static LatticeReduction niggli(Lattice lattice, double tolerance) {
    ReducingBasis basis = new ReducingBasis(lattice.rows());
    NiggliReduction.reduce(basis, near(lattice, tolerance));
    return new LatticeReduction(basis);
  }

  /**
   * The cell of the three shortest vectors that Delaunay's reduction gives (Z. Kristallogr. 84, 109
   * (1933)), with the default tolerance. Its lengths are those of Niggli's cell; its angles need
   * not be.
   *
   * @throws MatterException where the cell is so skewed that the whole numbers pass 2³¹
   */
  public static LatticeReduction delaunay(Lattice lattice) {
    ReducingBasis basis = new ReducingBasis(lattice.rows());
    DelaunayReduction.reduce(basis, near(lattice, DEFAULT_TOLERANCE));
    return new LatticeReduction(basis);
  }

  private static double near(Lattice lattice, double tolerance) {
    if (!(tolerance >= 0 && tolerance <= 0.1)) {
      throw new MatterException(
          "The tolerance of a reduction is " + tolerance + ".",
          "Give a number from 0 to 0.1; 1e-5 suits coordinates of six digits.");
    }
    double edge = Math.cbrt(lattice.volume());
    return tolerance * edge * edge;
  }

  /** The reduced basis. */
  public Lattice lattice() {
    return lattice;
  }

  /**
   * Row i has the coefficients of reduced vector i in the given a, b, c: what {@link
   * Lattice#transformed} and {@link org.suiseki.matter.Crystal#supercell(int...)} take. Its
   * determinant is 1. A copy.
   */
  public int[] transformation() {
    return transformation.clone();
  }
}
