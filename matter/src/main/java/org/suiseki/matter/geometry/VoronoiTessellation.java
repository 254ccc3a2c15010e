package org.suiseki.matter.geometry;

import org.suiseki.matter.Crystal;

/**
 * The space of a crystal shared out among its sites: to each the convex cell of all points that are
 * nearer to it than to any other. Its facets stand in the middle between neighbours. Immutable.
 *
 * <p>Facets are the entries of {@link #facets()}, which name neighbour, image and distance; the
 * same number asks for a facet's solid angle, area, vertices and pyramid here. The cells' volumes
 * add up to the crystal's, the solid angles of a cell to 4π, and each facet appears from either
 * side.
 *
 * <p>In symmetric crystals more than four atoms may be equally far from a point. Such vertices are
 * no case of their own here: a bisector that cuts no deeper than 1e-10 Å makes no facet, and facets
 * below {@value #SMALLEST} sr are left out of the list, though not out of the volumes. Coordinates
 * rounded in a file do make small facets, 1e-5 sr for the fifth decimal; they are as real as the
 * coordinates. Weight facets by angle or area instead of counting them.
 *
 * <p>Cells are cut from that of the lattice alone by one neighbour after another until none can
 * reach the farthest vertex (C. H. Rycroft, Chaos 19, 041111 (2009), 10.1063/1.3215722); vertices
 * deep in a void are checked singly against the nearest atom, so that vacuum costs no search
 * through it. Time grows linearly with the sites. Weights of sites (radical planes) are not
 * offered.
 *
 * <pre>{@code
 * VoronoiTessellation cells = VoronoiTessellation.of(crystal);
 * Neighbours facets = cells.facets();
 * for (int f = facets.from(0); f < facets.to(0); f++) {
 *   System.out.println(facets.neighbour(f) + ": " + cells.solidAngle(f) + " sr");
 * }
 * }</pre>
 */
public final class VoronoiTessellation {
  /** In sr: facets that span less are not listed. */
  public static final double SMALLEST = 1e-7;

  private final Neighbours facets;
  private final double[] solidAngles;
  private final double[] areas;
  private final int[] vertexCounts;
  private final double[] volumes;

  /** Takes over the arrays: one value for each facet, and one volume for each site. */
  VoronoiTessellation(
      Neighbours facets,
      double[] solidAngles,
      double[] areas,
      int[] vertexCounts,
      double[] volumes) {
    this.facets = facets;
    this.solidAngles = solidAngles;
    this.areas = areas;
    this.vertexCounts = vertexCounts;
    this.volumes = volumes;
  }

  /**
   * The tessellation of a crystal; partial occupancies count as full sites.
   *
   * @throws org.suiseki.matter.MatterException where two atoms are less than 0.01 Å apart
   */
  public static VoronoiTessellation of(Crystal crystal) {
    return new VoronoiSearch(crystal).run();
  }

  /** Which sites share facets: one entry for each facet. */
  public Neighbours facets() {
    return facets;
  }

  /** How much of the sky of the site the facet covers, in sr. */
  public double solidAngle(int facet) {
    return solidAngles[facet];
  }

  /** Å². */
  public double area(int facet) {
    return areas[facet];
  }

  /** Of the pyramid from the site to the facet, in Å³. */
  public double volume(int facet) {
    return areas[facet] * facets.distance(facet) / 6;
  }

  /** Corners of the facet; those closer together than 1e-6 Å count as one. */
  public int vertexCount(int facet) {
    return vertexCounts[facet];
  }

  /** Of the whole cell of a site, in Å³. */
  public double cellVolume(int site) {
    return volumes[site];
  }
}
