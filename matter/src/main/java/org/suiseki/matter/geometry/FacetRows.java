package org.suiseki.matter.geometry;

import java.util.Arrays;

/** Measures the facets of cells and keeps them, cell by cell. */
final class FacetRows {
  /** In Å: corners closer together are one. */
  private static final double ONE_CORNER = 1e-6;

  private final PeriodicGrid grid;
  private final NeighbourRows rows;
  private final Candidates neighbours = new Candidates();
  private final double[] volumes;
  private double[] solidAngles;
  private double[] areas;
  private int[] vertexCounts;

  /** Of the cell at hand. */
  private boolean[] visited = new boolean[256];

  private double[] units = new double[3 * 64];
  private final double[][] measured = {new double[64], new double[64]};
  private int[] corners = new int[64];

  /** Of the facet at hand. */
  private double solidAngle;

  private double area;
  private int vertexCount;

  FacetRows(PeriodicGrid grid) {
    this.grid = grid;
    int n = grid.siteCount();
    int expected = 20 * n;
    this.rows = new NeighbourRows(n, expected);
    this.volumes = new double[n];
    this.solidAngles = new double[expected];
    this.areas = new double[expected];
    this.vertexCounts = new int[expected];
  }

  void add(int site, ConvexCell cell, Candidates candidates) {
    prepare(cell);
    neighbours.clear();
    double volume = 0;
    for (int half = 0; half < 4 * cell.vertexCount(); half++) {
      if (half % 4 < 3 && !visited[half]) {
        int c = cell.face(half);
        double distance = Math.sqrt(candidates.square(c));
        measure(cell, half, candidates, c, distance);
        volume += area * distance / 6;
        if (solidAngle >= VoronoiTessellation.SMALLEST) {
          keep(candidates, c);
        }
      }
    }
    volumes[site] = volume;
    write();
  }

  VoronoiTessellation finish() {
    int count = rows.count();
    return new VoronoiTessellation(
        rows.finish(),
        Arrays.copyOf(solidAngles, count),
        Arrays.copyOf(areas, count),
        Arrays.copyOf(vertexCounts, count),
        volumes);
  }

  private void prepare(ConvexCell cell) {
    int vertices = cell.vertexCount();
    if (4 * vertices > visited.length) {
      visited = new boolean[8 * vertices];
      units = new double[6 * vertices];
    }
    Arrays.fill(visited, 0, 4 * vertices, false);
    for (int v = 0; v < vertices; v++) {
      double x = cell.point(v, 0);
      double y = cell.point(v, 1);
      double z = cell.point(v, 2);
      double scale = 1 / Math.sqrt(x * x + y * y + z * z);
      units[3 * v] = x * scale;
      units[3 * v + 1] = y * scale;
      units[3 * v + 2] = z * scale;
    }
  }

  /**
   * Walks around a facet. The solid angles of the triangles from its first corner (A. van Oosterom
   * and J. Strackee, IEEE Trans. Biomed. Eng. 30, 125 (1983), 10.1109/TBME.1983.325207) are summed
   * as the angle of a product of complex numbers; half of a facet's is less than π, so none is
   * lost.
   */
  private void measure(ConvexCell cell, int start, Candidates candidates, int c, double distance) {
    int first = start >> 2;
    double nx = candidates.displacement(c, 0) / distance;
    double ny = candidates.displacement(c, 1) / distance;
    double nz = candidates.displacement(c, 2) / distance;
    double re = 1;
    double im = 0;
    double sum = 0;
    int distinct = 0;
    int half = start;
    do {
      visited[half] = true;
      int from = half >> 2;
      int to = cell.target(half);
      if (apart(cell, from, to)) {
        distinct++;
      }
      if (from != first && to != first) {
        double determinant = determinant(first, from, to);
        double scalar = 1 + dot(first, from) + dot(from, to) + dot(to, first);
        double product = re * scalar - im * determinant;
        im = re * determinant + im * scalar;
        re = product;
        sum += doubleArea(cell, first, from, to, nx, ny, nz);
      }
      half = cell.next(half);
    } while (half != start);
    solidAngle = Math.abs(2 * Math.atan2(im, re));
    area = Math.abs(sum) / 2;
    vertexCount = distinct;
  }

  private static boolean apart(ConvexCell cell, int a, int b) {
    double x = cell.point(a, 0) - cell.point(b, 0);
    double y = cell.point(a, 1) - cell.point(b, 1);
    double z = cell.point(a, 2) - cell.point(b, 2);
    return x * x + y * y + z * z > ONE_CORNER * ONE_CORNER;
  }

  private static double doubleArea(
      ConvexCell cell, int a, int b, int c, double nx, double ny, double nz) {
    double ax = cell.point(a, 0);
    double ay = cell.point(a, 1);
    double az = cell.point(a, 2);
    double ux = cell.point(b, 0) - ax;
    double uy = cell.point(b, 1) - ay;
    double uz = cell.point(b, 2) - az;
    double vx = cell.point(c, 0) - ax;
    double vy = cell.point(c, 1) - ay;
    double vz = cell.point(c, 2) - az;
    return nx * (uy * vz - uz * vy) + ny * (uz * vx - ux * vz) + nz * (ux * vy - uy * vx);
  }

  private double dot(int a, int b) {
    return units[3 * a] * units[3 * b]
        + units[3 * a + 1] * units[3 * b + 1]
        + units[3 * a + 2] * units[3 * b + 2];
  }

  private double determinant(int a, int b, int c) {
    int p = 3 * a;
    int q = 3 * b;
    int r = 3 * c;
    return units[p] * (units[q + 1] * units[r + 2] - units[q + 2] * units[r + 1])
        + units[p + 1] * (units[q + 2] * units[r] - units[q] * units[r + 2])
        + units[p + 2] * (units[q] * units[r + 1] - units[q + 1] * units[r]);
  }

  private void keep(Candidates candidates, int c) {
    int at = neighbours.count();
    if (at == corners.length) {
      corners = Arrays.copyOf(corners, 2 * at);
      measured[0] = Arrays.copyOf(measured[0], 2 * at);
      measured[1] = Arrays.copyOf(measured[1], 2 * at);
    }
    corners[at] = vertexCount;
    measured[0][at] = solidAngle;
    measured[1][at] = area;
    neighbours.add(candidates, c);
  }

  private void write() {
    int length = neighbours.count();
    int from = rows.count();
    if (from + length > areas.length) {
      int size = Math.max(from + length, 2 * areas.length);
      areas = Arrays.copyOf(areas, size);
      solidAngles = Arrays.copyOf(solidAngles, size);
      vertexCounts = Arrays.copyOf(vertexCounts, size);
    }
    neighbours.sort(0);
    rows.add(grid, neighbours, length);
    for (int i = 0; i < length; i++) {
      int source = rows.source(i);
      solidAngles[from + i] = measured[0][source];
      areas[from + i] = measured[1][source];
      vertexCounts[from + i] = corners[source];
    }
  }
}
