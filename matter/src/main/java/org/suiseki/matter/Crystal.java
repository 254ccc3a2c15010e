package org.suiseki.matter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Atoms that repeat with a {@link Lattice}: one cell of them, as sites in fractional coordinates.
 * Sites may be shared by species or partly vacant. Coordinates are kept as they were given, also
 * outside 0 to 1. Immutable.
 *
 * <pre>{@code
 * Crystal rockSalt =
 *     Crystal.of(
 *         Lattice.of(0, 2.82, 2.82, 2.82, 0, 2.82, 2.82, 2.82, 0),
 *         List.of(new Site(Element.Na, 0, 0, 0), new Site(Element.Cl, 0.5, 0.5, 0.5)));
 * rockSalt.density();               // 2.16 g/cm³
 * rockSalt.supercell(2, 2, 2);      // 16 sites
 * }</pre>
 */
public final class Crystal {
  /** g/cm³ of one u in one Å³ (CODATA 2018). */
  private static final double U_PER_CUBIC_ANGSTROM = 1.66053906660;

  private final Lattice lattice;
  private final Occupation[] occupations;
  private final double[] fractional;
  private final String[] labels;

  private Crystal(Lattice lattice, Occupation[] occupations, double[] fractional, String[] labels) {
    this.lattice = lattice;
    this.occupations = occupations;
    this.fractional = fractional;
    this.labels = labels;
  }

  /**
   * @throws MatterException where there is no site
   */
  public static Crystal of(Lattice lattice, List<Site> sites) {
    if (sites.isEmpty()) {
      throw new MatterException("The crystal has no site.", "Give at least one atom.");
    }
    int n = sites.size();
    Occupation[] occupations = new Occupation[n];
    String[] labels = new String[n];
    double[] fractional = new double[3 * n];
    for (int i = 0; i < n; i++) {
      Site site = sites.get(i);
      occupations[i] = site.occupation();
      labels[i] = site.label();
      fractional[3 * i] = site.x();
      fractional[3 * i + 1] = site.y();
      fractional[3 * i + 2] = site.z();
    }
    return new Crystal(lattice, occupations, fractional, labels);
  }

  public Lattice lattice() {
    return lattice;
  }

  public int siteCount() {
    return occupations.length;
  }

  public Site site(int index) {
    int at = 3 * index;
    return new Site(
        occupations[index], fractional[at], fractional[at + 1], fractional[at + 2], labels[index]);
  }

  public List<Site> sites() {
    List<Site> sites = new ArrayList<>(occupations.length);
    for (int i = 0; i < occupations.length; i++) {
      sites.add(site(i));
    }
    return sites;
  }

  public Occupation occupation(int index) {
    return occupations[index];
  }

  /** The element with the largest part of the site. */
  public Element element(int index) {
    return occupations[index].dominant().element();
  }

  public String label(int index) {
    return labels[index];
  }

  /** Coordinate along vector {@code axis} (0 to 2) of a site, as a fraction. */
  public double fractional(int index, int axis) {
    return fractional[3 * index + axis];
  }

  /** x, y, z of all sites, one after another: a copy. */
  public double[] fractionalCoordinates() {
    return fractional.clone();
  }

  /** x, y, z of all sites in Å, one after another: a new array. */
  public double[] cartesianCoordinates() {
    double[] cartesian = new double[fractional.length];
    for (int i = 0; i < fractional.length; i += 3) {
      lattice.toCartesian(fractional, i, cartesian, i);
    }
    return cartesian;
  }

  /** The shortest distance in Å between two sites and their images; 0 of a site to itself. */
  public double distance(int i, int j) {
    int p = 3 * i;
    int q = 3 * j;
    return lattice.distance(
        fractional[p],
        fractional[p + 1],
        fractional[p + 2],
        fractional[q],
        fractional[q + 1],
        fractional[q + 2]);
  }

  /** Whether each site is filled by one species. */
  public boolean ordered() {
    return Arrays.stream(occupations).allMatch(Occupation::ordered);
  }

  /** What one cell holds; isotopes count as their element. Neutral. */
  public Composition composition() {
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    for (Occupation occupation : occupations) {
      for (int i = 0; i < occupation.species().size(); i++) {
        amounts.merge(occupation.species().get(i).element(), occupation.fraction(i), Double::sum);
      }
    }
    return Composition.of(amounts);
  }

  /** Of one cell, in Å³. */
  public double volume() {
    return lattice.volume();
  }

  /** In g/cm³. */
  public double density() {
    double mass = 0;
    for (Occupation occupation : occupations) {
      mass += occupation.mass();
    }
    return U_PER_CUBIC_ANGSTROM * mass / lattice.volume();
  }

  /** The crystal described with a larger cell, {@code na} × {@code nb} × {@code nc} times. */
  public Crystal supercell(int na, int nb, int nc) {
    return supercell(na, 0, 0, 0, nb, 0, 0, 0, nc);
  }

  /**
   * The crystal described with other lattice vectors; row i of the nine whole numbers has the
   * coefficients of new vector i in a, b, c. The determinant's size is the number of copies of each
   * site, which stand one after another.
   *
   * @throws MatterException where they are not nine, or their determinant is 0 or very large
   */
  public Crystal supercell(int... transformation) {
    return Supercell.of(this, transformation);
  }

  /** The same crystal with its origin moved: the coordinates grow by these fractions. */
  public Crystal translated(double x, double y, double z) {
    double[] moved = fractional.clone();
    for (int i = 0; i < moved.length; i += 3) {
      moved[i] += x;
      moved[i + 1] += y;
      moved[i + 2] += z;
    }
    return new Crystal(lattice, occupations, moved, labels);
  }

  /** The same crystal with every coordinate in 0 (included) to 1 (excluded). */
  public Crystal wrapped() {
    double[] inside = fractional.clone();
    for (int i = 0; i < inside.length; i++) {
      double part = inside[i] - Math.floor(inside[i]);
      inside[i] = part >= 1 ? 0 : part;
    }
    return new Crystal(lattice, occupations, inside, labels);
  }

  /** The same sites in another order: new site i is old site {@code order[i]}. */
  public Crystal permuted(int[] order) {
    List<Site> sites = new ArrayList<>(order.length);
    for (int from : order) {
      sites.add(site(from));
    }
    return of(lattice, sites);
  }

  /** The same fractional coordinates in another lattice: strained, scaled or rotated. */
  public Crystal withLattice(Lattice other) {
    return new Crystal(other, occupations, fractional, labels);
  }

  /** The same crystal, the elements named in these oxidation states. */
  public Crystal withOxidationStates(Map<Element, Double> states) {
    Occupation[] charged = new Occupation[occupations.length];
    for (int i = 0; i < charged.length; i++) {
      charged[i] = occupations[i].withOxidationStates(states);
    }
    return new Crystal(lattice, charged, fractional, labels);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Crystal that
        && lattice.equals(that.lattice)
        && Arrays.equals(occupations, that.occupations)
        && Arrays.equals(fractional, that.fractional)
        && Arrays.equals(labels, that.labels);
  }

  @Override
  public int hashCode() {
    return 31 * lattice.hashCode() + Arrays.hashCode(fractional);
  }

  /** {@code Fe2O3, 10 sites}. */
  @Override
  public String toString() {
    return composition().reducedFormula() + ", " + siteCount() + " sites";
  }
}
