package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.Site;

/**
 * A crystal in the cells that the tables of space groups prescribe, and which of its sites stands
 * where.
 */
final class StandardCells {
  /** Row by row, the vectors of the primitive cell in terms of the conventional one. */
  private static double[] primitiveVectors(char centring) {
    double third = 1.0 / 3;
    return switch (centring) {
      case 'A' -> new double[] {1, 0, 0, 0, 0.5, -0.5, 0, 0.5, 0.5};
      case 'B' -> new double[] {0.5, 0, -0.5, 0, 1, 0, 0.5, 0, 0.5};
      case 'C' -> new double[] {0.5, -0.5, 0, 0.5, 0.5, 0, 0, 0, 1};
      case 'I' -> new double[] {-0.5, 0.5, 0.5, 0.5, -0.5, 0.5, 0.5, 0.5, -0.5};
      case 'F' -> new double[] {0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0};
      case 'R' ->
          new double[] {2 * third, third, third, -third, third, third, -third, -2 * third, third};
      default -> new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
    };
  }

  private final Crystal crystal;
  private final SiteSet sites;
  private final IdealCell ideal;
  private final SpaceGroupMatch match;

  /** P of the match, from the primitive cell to the conventional one, and its inverse. */
  private final double[] change;

  private final double[] back;

  /** The primitive site of each given one, numbered by first appearance. */
  private final int[] primitiveOf;

  /** Of each such number, its place among the sites of the search and the first given site. */
  private final int[] places;

  private final int[] firsts;

  private final LatticePoints givenCell;

  StandardCells(Crystal crystal, int[] order, PrimitiveCell primitive, IdealCell ideal) {
    this.crystal = crystal;
    this.sites = primitive.sites();
    this.ideal = ideal;
    this.primitiveOf = new int[order.length];
    this.places = new int[sites.size()];
    this.firsts = new int[sites.size()];
    int[] placeOf = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      placeOf[order[i]] = primitive.siteOf()[i];
    }
    number(placeOf);
    int[] given = wholeRows();
    this.givenCell = new LatticePoints(given);
    this.match = new MatchBasis(crystal, sites, given, placeOf).match(ideal, crystal.lattice());
    this.change = match.transformation();
    this.back = Matrix3.inverse(change);
  }

  SpaceGroupMatch match() {
    return match;
  }

  private void number(int[] placeOf) {
    int[] numbers = new int[sites.size()];
    Arrays.fill(numbers, -1);
    int next = 0;
    for (int i = 0; i < placeOf.length; i++) {
      int place = placeOf[i];
      if (numbers[place] < 0) {
        places[next] = place;
        firsts[next] = i;
        numbers[place] = next++;
      }
      primitiveOf[i] = numbers[place];
    }
  }

  /** The given vectors in terms of those of the primitive cell. */
  private int[] wholeRows() {
    double[] product = Matrix3.multiply(crystal.lattice().rows(), Matrix3.inverse(sites.rows));
    int[] whole = new int[9];
    for (int i = 0; i < 9; i++) {
      whole[i] = (int) Math.rint(product[i]);
    }
    return whole;
  }

  /** The points of the primitive lattice in the given cell. */
  LatticePoints givenCell() {
    return givenCell;
  }

  double[] transformation() {
    double[] transformation = new double[9];
    for (int column = 0; column < 3; column++) {
      double[] vector = {change[column], change[3 + column], change[6 + column]};
      double[] given = givenCell.fractions(vector);
      for (int row = 0; row < 3; row++) {
        transformation[3 * row + column] = given[row];
      }
    }
    return transformation;
  }

  double[] originShift() {
    return givenCell.fractions(match.originShift());
  }

  int[] primitiveSites() {
    return primitiveOf.clone();
  }

  int[] equivalentSites(int[] orbits) {
    int[] firstOfOrbit = new int[sites.size()];
    Arrays.fill(firstOfOrbit, -1);
    int[] equivalent = new int[primitiveOf.length];
    for (int i = 0; i < equivalent.length; i++) {
      int orbit = orbits[places[primitiveOf[i]]];
      if (firstOfOrbit[orbit] < 0) {
        firstOfOrbit[orbit] = i;
      }
      equivalent[i] = firstOfOrbit[orbit];
    }
    return equivalent;
  }

  /** Of each given site the place of its primitive site in the search. */
  int place(int site) {
    return places[primitiveOf[site]];
  }

  /** Standard coordinates of a primitive site, made exactly symmetric. */
  double[] standard(int place) {
    return standard(ideal.coordinates(), place);
  }

  private double[] standard(double[] coordinates, int place) {
    double[] origin = match.originShift();
    double[] point = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      point[axis] = coordinates[3 * place + axis] - origin[axis];
    }
    return Matrix3.apply(back, point);
  }

  Crystal conventional() {
    return conventional(idealLattice(), ideal.coordinates());
  }

  Crystal conventionalAsGiven() {
    return conventional(Lattice.of(Matrix3.multiply(transposed(change), sites.rows)), sites.at);
  }

  private Crystal conventional(Lattice lattice, double[] coordinates) {
    double[] centring = centring().fractions();
    List<Site> list = new ArrayList<>(places.length * centring.length / 3);
    for (int i = 0; i < places.length; i++) {
      double[] point = standard(coordinates, places[i]);
      for (int shift = 0; shift < centring.length; shift += 3) {
        list.add(
            site(
                firsts[i],
                point[0] + centring[shift],
                point[1] + centring[shift + 1],
                point[2] + centring[shift + 2]));
      }
    }
    return Crystal.of(lattice, list);
  }

  private Site site(int given, double x, double y, double z) {
    return new Site(
        crystal.occupation(given), inside(x), inside(y), inside(z), crystal.label(given));
  }

  /** Round-off below 0 is 0, not nearly 1. */
  private static double inside(double coordinate) {
    double inside = coordinate - Math.floor(coordinate);
    return inside > 1 - 1e-10 ? 0 : inside;
  }

  private LatticePoints centring() {
    double[] rows = transposed(change);
    int[] whole = new int[9];
    for (int i = 0; i < 9; i++) {
      whole[i] = (int) Math.rint(rows[i]);
    }
    return new LatticePoints(whole);
  }

  int[] conventionalSites() {
    int copies = centring().count();
    int[] given = new int[firsts.length * copies];
    for (int i = 0; i < given.length; i++) {
      given[i] = firsts[i / copies];
    }
    return given;
  }

  Crystal primitive() {
    double[] vectors = primitiveVectors(match.spaceGroup().centring());
    // Rows M of the lattice mean x = x' M for rows of coordinates: x' = x M⁻¹.
    double[] inverse = Matrix3.inverse(vectors);
    List<Site> list = new ArrayList<>(places.length);
    for (int i = 0; i < places.length; i++) {
      double[] point = Matrix3.apply(transposed(inverse), standard(places[i]));
      list.add(site(firsts[i], point[0], point[1], point[2]));
    }
    return Crystal.of(idealLattice().transformed(vectors), list);
  }

  /** With lengths and angles exactly as the crystal system has them. */
  Lattice idealLattice() {
    double[] rows = Matrix3.multiply(transposed(change), ideal.lattice().rows());
    double[] p = Lattice.of(rows).parameters();
    return switch (match.spaceGroup().system()) {
      case TRICLINIC -> Lattice.ofParameters(p[0], p[1], p[2], p[3], p[4], p[5]);
      case MONOCLINIC -> Lattice.ofParameters(p[0], p[1], p[2], 90, p[4], 90);
      case ORTHORHOMBIC -> Lattice.ofParameters(p[0], p[1], p[2], 90, 90, 90);
      case TETRAGONAL -> {
        double a = Math.sqrt(p[0] * p[1]);
        yield Lattice.ofParameters(a, a, p[2], 90, 90, 90);
      }
      case TRIGONAL, HEXAGONAL -> {
        double a = Math.sqrt(p[0] * p[1]);
        yield Lattice.ofParameters(a, a, p[2], 90, 90, 120);
      }
      case CUBIC -> Lattice.cubic(Math.cbrt(p[0] * p[1] * p[2]));
    };
  }

  private static double[] transposed(double[] m) {
    return new double[] {m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
  }
}
