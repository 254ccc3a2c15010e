package org.suiseki.matter.geometry;

import org.suiseki.matter.Crystal;

/** Finds the cells of {@link VoronoiTessellation} one after another, with the same scratch. */
final class VoronoiSearch {
  /** After so many neighbours a cell that is still open lies at a void. */
  private static final int PATIENCE = 300;

  /** Mean number of atoms in the sphere that is searched first. */
  private static final double FIRST = 30;

  /** A block of 10,000 Å that stands for open space, and its reciprocal rows. */
  private static final double[] OPEN = {1e4, 0, 0, 0, 1e4, 0, 0, 0, 1e4};

  private static final double[] REACH_OF_OPEN = {1e-4, 0, 0, 0, 1e-4, 0, 0, 0, 1e-4};

  /** Atoms in a sphere; with more, nobody would tell its cell from the exact one. */
  private static final double MOST_WITHIN = 5000;

  private final PeriodicGrid grid;

  /** The cell of a site among its own images only: the same for all. */
  private final ConvexCell ofLattice = new ConvexCell();

  private final ConvexCell cell = new ConvexCell();
  private final Candidates candidates = new Candidates();
  private final NearestSite nearest;
  private final FacetRows rows;

  VoronoiSearch(Crystal crystal) {
    grid = new PeriodicGrid(crystal);
    nearest = new NearestSite(grid);
    rows = new FacetRows(grid);
    ofLattice.setBlock(grid.basis(), grid.reciprocal());
    addImages(0);
    for (int c = 0; c < candidates.count(); c++) {
      if (c >= 6) {
        cut(ofLattice, c);
      }
      grid.refuseOverlap(0, candidates, c);
    }
  }

  VoronoiTessellation run() {
    for (int site = 0; site < grid.siteCount(); site++) {
      cut(site);
      rows.add(site, cell, candidates);
    }
    return rows.finish();
  }

  /**
   * Lets no atom beyond a cutoff bound a cell, as programs do that tessellate a sphere around each
   * site. Where a cell would stay open the cutoff is doubled, and where the sphere would then hold
   * very many atoms the cell is the exact one.
   */
  VoronoiTessellation runWithin(double cutoff) {
    for (int site = 0; site < grid.siteCount(); site++) {
      double reach = cutoff;
      boolean closed = false;
      while (!closed && grid.expected(reach) < MOST_WITHIN) {
        closed = cutWithin(site, reach);
        reach *= 2;
      }
      if (!closed) {
        cut(site);
      }
      rows.add(site, cell, candidates);
    }
    return rows.finish();
  }

  private void cut(int site) {
    candidates.clear();
    cell.set(ofLattice);
    addImages(site);
    if (grid.siteCount() > 1) {
      cutByOthers(site);
    }
  }

  private boolean cutWithin(int site, double cutoff) {
    candidates.clear();
    cell.setBlock(OPEN, REACH_OF_OPEN);
    for (int label = 0; label < 6; label++) {
      candidates.add(site, 0, 0, 0, 0, 0, 0, 0);
    }
    grid.collect(site, -1, cutoff, true, candidates);
    candidates.sort(6);
    if (candidates.count() > 6) {
      grid.refuseOverlap(site, candidates, candidates.ranked(6));
    }
    cutInOrder(6);
    for (int half = 0; half < 4 * cell.vertexCount(); half++) {
      if (half % 4 < 3 && cell.face(half) < 6) {
        return false;
      }
    }
    return candidates.count() > 6;
  }

  /**
   * Adds those images of a site that can have a facet with it: in a basis of shortest vectors their
   * coefficients are -1, 0 or 1 (Nguyen and Stehlé, 10.1145/1597036.1597050, section 5). The first
   * six carry the labels of {@link ConvexCell#setBlock}.
   */
  private void addImages(int site) {
    for (int axis = 0; axis < 3; axis++) {
      for (int sign = 1; sign >= -1; sign -= 2) {
        addImage(site, axis == 0 ? sign : 0, axis == 1 ? sign : 0, axis == 2 ? sign : 0);
      }
    }
    for (int u = -1; u <= 1; u++) {
      for (int v = -1; v <= 1; v++) {
        for (int w = -1; w <= 1; w++) {
          if (u * u + v * v + w * w > 1) {
            addImage(site, u, v, w);
          }
        }
      }
    }
  }

  private void addImage(int site, int u, int v, int w) {
    grid.add(site, site, u, v, w, candidates);
  }

  private void cutByOthers(int site) {
    double searched = 0;
    double reach = grid.radiusOf(FIRST);
    int first = candidates.count();
    while (true) {
      double outer = Math.min(reach, securityRadius());
      int from = candidates.count();
      grid.collect(site, searched == 0 ? -1 : searched, outer, false, candidates);
      candidates.sort(from);
      if (searched == 0 && candidates.count() > from) {
        grid.refuseOverlap(site, candidates, candidates.ranked(from));
      }
      cutInOrder(from);
      searched = outer;
      if (searched >= securityRadius()) {
        return;
      }
      if (candidates.count() - first > PATIENCE) {
        cutAtVoids(site, searched);
        return;
      }
      reach = 1.4 * searched;
    }
  }

  /** Twice the distance of the farthest vertex, in Å: no atom beyond it can cut. */
  private double securityRadius() {
    return 2 * Math.sqrt(cell.radiusSquare());
  }

  /** From the nearest on, up to the security radius. */
  private void cutInOrder(int from) {
    for (int rank = from; rank < candidates.count(); rank++) {
      int c = candidates.ranked(rank);
      if (candidates.square(c) >= 4 * cell.radiusSquare()) {
        return;
      }
      cut(cell, c);
    }
  }

  /** A vertex stands if no atom is nearer to it than the cell's own; else the nearest cuts it. */
  private void cutAtVoids(int site, double searched) {
    int v = 0;
    while (v < cell.vertexCount()) {
      double x = cell.point(v, 0);
      double y = cell.point(v, 1);
      double z = cell.point(v, 2);
      double square = x * x + y * y + z * z;
      boolean open = 4 * square > searched * searched && !cell.confirmed(v);
      if (open
          && nearest.add(site, x, y, z, square, candidates)
          && cut(cell, candidates.count() - 1)) {
        v = 0;
      } else {
        cell.confirm(v++);
      }
    }
  }

  private boolean cut(ConvexCell from, int c) {
    return from.cut(
        candidates.displacement(c, 0),
        candidates.displacement(c, 1),
        candidates.displacement(c, 2),
        candidates.square(c),
        c);
  }
}
