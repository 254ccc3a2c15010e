package org.suiseki.describe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.geometry.Neighbours;
import org.suiseki.matter.geometry.VoronoiTessellation;

/**
 * The orbital field matrix: which subshells of the atoms meet which of their neighbours (Pham,
 * Kino, Terakura, Miyake, Tsuda, Takigawa, Dam, Sci. Technol. Adv. Mater. 18, 756 (2017),
 * 10.1080/14686996.2017.1378060, eqs. 1–5). An atom is a vector of 32 subshell occupations s1, s2,
 * p1 … p6, d1 … d10, f1 … f14, with 1 for each subshell outside its noble-gas core and 0 elsewhere;
 * the matrix of a site is the sum over its neighbours of (neighbour's vector)(its own vector)ᵀ
 * times a weight, and that of the crystal the mean over its atoms. Numbers stand row by row, the
 * neighbour's subshell first, as {@code f14_d10}.
 *
 * <p>Neighbours are those across the facets of the Voronoi cell. The weight is the facet's solid
 * angle as a part of the largest at the site, divided by the distance in Å where asked for; so has
 * XenonPy it, whose values these are (version 0.6.7 with recent versions of pymatgen returns zeros
 * throughout: its issue 260). Subshells are those of {@link ElementTable}, up to element 103.
 *
 * <p>A species that shares a site counts by its part, as neighbour and as centre.
 *
 * <p>Cost: that of the Voronoi tessellation, linear in the sites.
 */
public final class OrbitalFieldMatrix implements Descriptor<Crystal> {
  private static final String SUBSHELLS = "spdf";
  private static final int SIZE = 32;
  private static final List<String> NAMES = new ArrayList<>();

  /** Where the occupations of a subshell begin, each from 1 electron on. */
  private static final int[] FIRST = {0, 2, 8, 18};

  /** For each element four places in the vector, or −1. */
  private static final int[][] PLACES = places();

  static {
    List<String> labels = new ArrayList<>();
    for (int shell = 0; shell < 4; shell++) {
      for (int electrons = 1; electrons <= 4 * shell + 2; electrons++) {
        labels.add(SUBSHELLS.charAt(shell) + String.valueOf(electrons));
      }
    }
    for (String row : labels) {
      for (String column : labels) {
        NAMES.add(row + "_" + column);
      }
    }
  }

  private final boolean byDistance;

  /**
   * @param byDistance whether near neighbours count more than far ones
   */
  public OrbitalFieldMatrix(boolean byDistance) {
    this.byDistance = byDistance;
  }

  /** {@code s1_s1}, {@code s1_s2}, … {@code f14_f14}: the neighbour's subshell, the atom's own. */
  @Override
  public List<String> names() {
    return Collections.unmodifiableList(NAMES);
  }

  @Override
  public List<String> units() {
    return Collections.nCopies(SIZE * SIZE, byDistance ? "1/Å" : "1");
  }

  @Override
  public int width() {
    return SIZE * SIZE;
  }

  /**
   * @throws DescribeException for elements whose subshells are not known
   * @throws org.suiseki.matter.MatterException where atoms overlap
   */
  @Override
  public void describe(Crystal crystal, double[] out, int offset) {
    Arrays.fill(out, offset, offset + width(), 0);
    double atoms = 0;
    for (int site = 0; site < crystal.siteCount(); site++) {
      atoms += crystal.occupation(site).total();
      requireKnown(crystal.occupation(site));
    }
    VoronoiTessellation cells = VoronoiTessellation.of(crystal);
    double[] surroundings = new double[SIZE];
    for (int site = 0; site < crystal.siteCount(); site++) {
      surround(crystal, cells, site, surroundings);
      add(crystal.occupation(site), surroundings, atoms, out, offset);
    }
  }

  private void surround(Crystal crystal, VoronoiTessellation cells, int site, double[] sum) {
    Arrays.fill(sum, 0);
    Neighbours facets = cells.facets();
    double largest = 0;
    for (int f = facets.from(site); f < facets.to(site); f++) {
      largest = Math.max(largest, cells.solidAngle(f));
    }
    for (int f = facets.from(site); f < facets.to(site); f++) {
      double weight = cells.solidAngle(f) / largest / (byDistance ? facets.distance(f) : 1);
      Occupation occupation = crystal.occupation(facets.neighbour(f));
      for (int k = 0; k < occupation.species().size(); k++) {
        for (int place : PLACES[occupation.species().get(k).element().ordinal()]) {
          if (place >= 0) {
            sum[place] += weight * occupation.fraction(k);
          }
        }
      }
    }
  }

  private static void add(
      Occupation centre, double[] surroundings, double atoms, double[] out, int offset) {
    for (int k = 0; k < centre.species().size(); k++) {
      double part = centre.fraction(k) / atoms;
      for (int place : PLACES[centre.species().get(k).element().ordinal()]) {
        for (int row = 0; place >= 0 && row < SIZE; row++) {
          out[offset + row * SIZE + place] += part * surroundings[row];
        }
      }
    }
  }

  private static void requireKnown(Occupation occupation) {
    for (int k = 0; k < occupation.species().size(); k++) {
      Element element = occupation.species().get(k).element();
      if (PLACES[element.ordinal()].length == 0) {
        throw new DescribeException(
            "The subshells of " + element + " are not tabulated.",
            "Leave crystals with elements beyond lawrencium out.");
      }
    }
  }

  private static int[][] places() {
    Element[] elements = Element.values();
    int[][] places = new int[elements.length][];
    for (Element element : elements) {
      int[] of = new int[4];
      boolean known = true;
      for (int shell = 0; shell < 4; shell++) {
        String property = "valence_electrons_" + SUBSHELLS.charAt(shell);
        double electrons = ElementTable.standard().value(element, property).orElse(Double.NaN);
        known &= !Double.isNaN(electrons);
        of[shell] = electrons > 0 ? FIRST[shell] + (int) electrons - 1 : -1;
      }
      places[element.ordinal()] = known ? of : new int[0];
    }
    return places;
  }
}
