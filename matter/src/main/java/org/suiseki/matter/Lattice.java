package org.suiseki.matter;

import java.util.Arrays;
import java.util.Locale;

/**
 * The periodicity of a crystal: three lattice vectors a, b, c in Å, kept as the rows of a matrix.
 * They may be left-handed. Immutable.
 *
 * <p>A point with fractional coordinates (x, y, z) lies at x a + y b + z c.
 *
 * <pre>{@code
 * Lattice quartz = Lattice.ofParameters(4.913, 4.913, 5.405, 90, 90, 120);
 * quartz.volume();                                  // 112.98 Å³
 * quartz.distance(0.0, 0.0, 0.0, 0.9, 0.0, 0.0);    // 0.4913 Å: over the border of the cell
 * }</pre>
 */
public final class Lattice {
  /** Vectors longer than this, in Å, are no lattice of atoms. */
  private static final double LONGEST = 1e6;

  /** Å³; below it the inverse leaves the range of doubles long before it leaves that of atoms. */
  private static final double SMALLEST = 1e-9;

  /**
   * The smallest part of the box |a| |b| |c| that a cell may fill; below it the vectors lie in a
   * plane as far as doubles can tell.
   */
  private static final double FLATTEST = 1e-9;

  private final double[] rows;
  private final double[] inverse;
  private final double volume;
  private final MinkowskiBasis shortest;

  private Lattice(double[] rows) {
    this.rows = rows;
    requireFinite();
    double determinant = Matrix3.determinant(rows);
    this.volume = Math.abs(determinant);
    requireVolume();
    this.inverse = Matrix3.inverse(rows, determinant);
    this.shortest = MinkowskiBasis.of(rows);
  }

  /**
   * The lattice of nine numbers in Å: ax, ay, az, bx, by, bz, cx, cy, cz.
   *
   * @throws MatterException where they are not nine, not finite, or span no volume
   */
  public static Lattice of(double... rows) {
    if (rows.length != 9) {
      throw new MatterException(
          "A lattice has nine components, got " + rows.length + ".",
          "Give the three vectors a, b, c one after another.");
    }
    return new Lattice(rows.clone());
  }

  /**
   * The lattice of these lengths (Å) and angles (degrees), a along x and b in the plane of x and y,
   * as the International Union of Crystallography orients it (International Tables B, 3.3.1).
   *
   * @throws MatterException where a length is not positive, or no cell has such angles
   */
  public static Lattice ofParameters(
      double a, double b, double c, double alpha, double beta, double gamma) {
    double[] given = {a, b, c, alpha, beta, gamma};
    for (int i = 0; i < given.length; i++) {
      if (!(given[i] > 0 && (i < 3 ? given[i] <= LONGEST : given[i] < 180))) {
        throw new MatterException(
            "No cell has the parameters " + Arrays.toString(given) + ".",
            "Give lengths above 0 in Å and angles between 0 and 180 degrees.");
      }
    }
    double cosAlpha = cosine(alpha);
    double cosBeta = cosine(beta);
    double cosGamma = cosine(gamma);
    double sinGamma = Math.sqrt(1 - cosGamma * cosGamma);
    double cy = (cosAlpha - cosBeta * cosGamma) / sinGamma;
    double cz2 = 1 - cosBeta * cosBeta - cy * cy;
    if (!(cz2 > 0)) {
      throw new MatterException(
          String.format(
              Locale.ROOT, "The angles %s°, %s° and %s° close to no cell.", alpha, beta, gamma),
          "Each must be below the sum of the other two, and all together below 360°.");
    }
    return new Lattice(
        new double[] {
          a, 0, 0, b * cosGamma, b * sinGamma, 0, c * cosBeta, c * cy, c * Math.sqrt(cz2)
        });
  }

  /** A cubic lattice with edges along x, y and z. */
  public static Lattice cubic(double a) {
    return of(a, 0, 0, 0, a, 0, 0, 0, a);
  }

  /** Component {@code axis} (0 to 2) of vector {@code vector} (0 to 2), in Å. */
  public double get(int vector, int axis) {
    return rows[3 * vector + axis];
  }

  /** All nine components, row by row: a copy. */
  public double[] rows() {
    return rows.clone();
  }

  /** Å. */
  public double a() {
    return length(0);
  }

  /** Å. */
  public double b() {
    return length(1);
  }

  /** Å. */
  public double c() {
    return length(2);
  }

  /** Between b and c, in degrees. */
  public double alpha() {
    return angle(1, 2);
  }

  /** Between a and c, in degrees. */
  public double beta() {
    return angle(0, 2);
  }

  /** Between a and b, in degrees. */
  public double gamma() {
    return angle(0, 1);
  }

  /** a, b, c in Å and α, β, γ in degrees. */
  public double[] parameters() {
    return new double[] {a(), b(), c(), alpha(), beta(), gamma()};
  }

  /** Of the cell, in Å³; always positive. */
  public double volume() {
    return volume;
  }

  /** Whether a, b, c turn like x, y, z. */
  public boolean rightHanded() {
    return Matrix3.determinant(rows) > 0;
  }

  /** The scalar products a·a, a·b, … as nine numbers, in Å². */
  public double[] metric() {
    double[] metric = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        metric[3 * i + j] = dot(i, j);
      }
    }
    return metric;
  }

  /** Where the planes h, k, l = 1 lie: vectors a*, b*, c* in 1/Å with a*·a = 1, without 2π. */
  public double[] reciprocalRows() {
    double[] reciprocal = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        reciprocal[3 * i + j] = inverse[3 * j + i];
      }
    }
    return reciprocal;
  }

  /** The distance between lattice planes (h k l), in Å. */
  public double spacing(int h, int k, int l) {
    double x = inverse[0] * h + inverse[1] * k + inverse[2] * l;
    double y = inverse[3] * h + inverse[4] * k + inverse[5] * l;
    double z = inverse[6] * h + inverse[7] * k + inverse[8] * l;
    return 1 / Math.sqrt(x * x + y * y + z * z);
  }

  /** Writes the Cartesian coordinates (Å) of a fractional point. In and out may be one array. */
  public void toCartesian(double[] fractional, int from, double[] cartesian, int to) {
    multiply(fractional, from, rows, cartesian, to);
  }

  /** Writes the fractional coordinates of a Cartesian point (Å). In and out may be one array. */
  public void toFractional(double[] cartesian, int from, double[] fractional, int to) {
    multiply(cartesian, from, inverse, fractional, to);
  }

  /**
   * The shortest distance (Å) between two fractional points and all their images, exact for any
   * cell however skewed.
   */
  public double distance(double x1, double y1, double z1, double x2, double y2, double z2) {
    double[] d = {x2 - x1, y2 - y1, z2 - z1};
    shortest(d);
    return Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
  }

  /**
   * Replaces a fractional difference by the shortest Cartesian vector (Å) among all its images;
   * among equally short ones any.
   */
  public void shortest(double[] difference) {
    toCartesian(difference, 0, difference, 0);
    shortest.shorten(difference);
  }

  /**
   * Nine whole numbers: row i has the coefficients in a, b, c of the i-th of three shortest vectors
   * that span the lattice (a Minkowski-reduced basis), shortest first. {@link #transformed} takes
   * such rows. Their determinant is 1 or -1.
   */
  public int[] shortestBasis() {
    int[] coefficients = new int[9];
    double[] vector = new double[3];
    for (int i = 0; i < 3; i++) {
      shortest.vector(i, vector);
      toFractional(vector, 0, vector, 0);
      for (int axis = 0; axis < 3; axis++) {
        coefficients[3 * i + axis] = Math.toIntExact(Math.round(vector[axis]));
      }
    }
    return coefficients;
  }

  /**
   * The lattice of other basis vectors: row i of {@code transformation} (nine numbers) has the
   * coefficients of new vector i in a, b, c.
   */
  public Lattice transformed(double... transformation) {
    return new Lattice(Matrix3.multiply(transformation, rows));
  }

  /** The same shape, with this volume in Å³. */
  public Lattice withVolume(double target) {
    double factor = Math.cbrt(target / volume);
    return new Lattice(Arrays.stream(rows).map(v -> v * factor).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lattice that && Arrays.equals(rows, that.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rows);
  }

  /** {@code a 4.913 b 4.913 c 5.405 Å, α 90 β 90 γ 120°}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "a %.6g b %.6g c %.6g Å, α %.6g β %.6g γ %.6g°",
        a(),
        b(),
        c(),
        alpha(),
        beta(),
        gamma());
  }

  private double length(int vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private double dot(int i, int j) {
    int p = 3 * i;
    int q = 3 * j;
    return rows[p] * rows[q] + rows[p + 1] * rows[q + 1] + rows[p + 2] * rows[q + 2];
  }

  private double angle(int i, int j) {
    double cosine = dot(i, j) / (length(i) * length(j));
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
  }

  /** Exact for right angles and those of hexagons, which doubles in radians are not. */
  private static double cosine(double degrees) {
    if (degrees == 90) {
      return 0;
    }
    if (degrees == 120) {
      return -0.5;
    }
    return degrees == 60 ? 0.5 : Math.cos(Math.toRadians(degrees));
  }

  /** Row vector times matrix. */
  private static void multiply(double[] v, int from, double[] m, double[] out, int to) {
    double x = v[from];
    double y = v[from + 1];
    double z = v[from + 2];
    out[to] = x * m[0] + y * m[3] + z * m[6];
    out[to + 1] = x * m[1] + y * m[4] + z * m[7];
    out[to + 2] = x * m[2] + y * m[5] + z * m[8];
  }

  private void requireFinite() {
    for (double component : rows) {
      if (!(Math.abs(component) <= LONGEST)) {
        throw new MatterException(
            "The lattice vectors hold the number " + component + ".",
            "Give finite numbers in Å, none beyond " + LONGEST + ".");
      }
    }
  }

  private void requireVolume() {
    if (!(volume > FLATTEST * length(0) * length(1) * length(2) && volume > SMALLEST)) {
      throw new MatterException(
          "The lattice vectors " + Arrays.toString(rows) + " span no volume.",
          "Give three vectors in Å that do not lie in one plane.");
    }
  }
}
