package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.suiseki.matter.MatterException;

/**
 * A convex polyhedron around the origin, from which planes cut pieces off. Kept as a graph in which
 * every vertex has three edges: where more faces meet in a point, vertices lie on each other with
 * edges of no length between them, so that highly symmetric cells need no cases of their own.
 *
 * <p>Half-edge {@code 4 v + k} leaves vertex v; its twin comes back. Around a vertex the edges k =
 * 0, 1, 2 follow each other in one sense, the same for all vertices. A plane is a bisector: it
 * stands in the middle of the way to a neighbour and across it.
 *
 * <p>A cut costs O(vertices). After C. H. Rycroft, Chaos 19, 041111 (2009), 10.1063/1.3215722; the
 * decision which vertices are cut off is made once and kept, as K. Sugihara and M. Iri, Proc. IEEE
 * 80, 1471 (1992), 10.1109/5.163412 advise against round-off.
 */
final class ConvexCell {
  /** In Å: a plane that cuts no deeper touches only. Far above round-off, far below any effect. */
  static final double TOUCH = 1e-10;

  /** Depths up to which a cut is tried anew where round-off leaves no convex remainder, in Å. */
  private static final double DEEPEST_TOUCH = 1e-4;

  /** Which edge of a vertex follows which around a face. */
  private static final int[] NEXT = {1, 2, 0};

  private int count;
  private double[] points = new double[3 * 64];
  private int[] twins = new int[4 * 64];
  private int[] faces = new int[4 * 64];
  private double[] heights = new double[64];
  private boolean[] outside = new boolean[64];
  private boolean[] confirmed = new boolean[64];
  private double radiusSquare;

  /** Scratch: vertices cut off, half-edges that lead out of the remainder, and their left faces. */
  private int[] removed = new int[64];

  private int[] crossings = new int[64];

  /**
   * Becomes the block between the planes of three vectors (rows, in Å) and their opposites; the
   * face of vector i is labelled 2 i, its opposite 2 i + 1.
   *
   * @param reciprocal rows r with r_i · b_j = 1 where i = j, else 0
   */
  void setBlock(double[] vectors, double[] reciprocal) {
    count = 8;
    Arrays.fill(confirmed, false);
    for (int v = 0; v < 8; v++) {
      Arrays.fill(points, 3 * v, 3 * v + 3, 0);
      for (int i = 0; i < 3; i++) {
        double x = vectors[3 * i];
        double y = vectors[3 * i + 1];
        double z = vectors[3 * i + 2];
        double sign = ((v >> i) & 1) == 0 ? 0.5 : -0.5;
        double length = sign * (x * x + y * y + z * z);
        for (int axis = 0; axis < 3; axis++) {
          points[3 * v + axis] += length * reciprocal[3 * i + axis];
        }
      }
      for (int axis = 0; axis < 3; axis++) {
        int other = v ^ (1 << axis);
        int h = 4 * v + slot(v, axis);
        twins[h] = 4 * other + slot(other, axis);
        // The face to the left turns at the other vertex into the axis that follows there.
        int turn = axis(other, NEXT[slot(other, axis)]);
        int normal = 3 - axis - turn;
        faces[h] = 2 * normal + ((v >> normal) & 1);
      }
    }
    measureRadius();
  }

  /** The edges of corners of either hand go around in either sense. */
  private static int slot(int corner, int axis) {
    return Integer.bitCount(corner) % 2 == 0 || axis == 0 ? axis : 3 - axis;
  }

  private static int axis(int corner, int slot) {
    return slot(corner, slot);
  }

  void set(ConvexCell other) {
    reserve(other.count);
    count = other.count;
    radiusSquare = other.radiusSquare;
    System.arraycopy(other.points, 0, points, 0, 3 * count);
    System.arraycopy(other.twins, 0, twins, 0, 4 * count);
    System.arraycopy(other.faces, 0, faces, 0, 4 * count);
    Arrays.fill(confirmed, 0, count, false);
  }

  /** Of the farthest vertex, squared, in Å². */
  double radiusSquare() {
    return radiusSquare;
  }

  int vertexCount() {
    return count;
  }

  double point(int vertex, int axis) {
    return points[3 * vertex + axis];
  }

  /** Where half-edge 4 v + k leads to. */
  int target(int half) {
    return twins[half] >> 2;
  }

  /** The half-edge after this one around the face on its left. */
  int next(int half) {
    int twin = twins[half];
    return (twin & ~3) | NEXT[twin & 3];
  }

  /** The label of the face to the left of a half-edge. */
  int face(int half) {
    return faces[half];
  }

  /** Whether no atom is known to stand nearer to a vertex than the cell's own. */
  boolean confirmed(int vertex) {
    return confirmed[vertex];
  }

  void confirm(int vertex) {
    confirmed[vertex] = true;
  }

  /**
   * Cuts off what lies nearer to the neighbour at (dx, dy, dz) than to the origin.
   *
   * @param label of the new face, 0 or more
   * @return whether anything was cut off
   * @throws MatterException where round-off hides what is left; never met yet
   */
  boolean cut(double dx, double dy, double dz, double square, int label) {
    double half = 0.5 * square;
    double highest = Double.NEGATIVE_INFINITY;
    int start = 0;
    for (int v = 0, p = 0; v < count; v++, p += 3) {
      double height = points[p] * dx + points[p + 1] * dy + points[p + 2] * dz - half;
      heights[v] = height;
      if (height > highest) {
        highest = height;
        start = v;
      }
    }
    double length = Math.sqrt(square);
    for (double touch = TOUCH; touch <= DEEPEST_TOUCH; touch *= 10) {
      double limit = touch * length;
      if (highest <= limit) {
        return false;
      }
      if (cutAbove(start, limit, label)) {
        return true;
      }
    }
    throw new MatterException(
        "The Voronoi cell of a site is degenerate beyond what doubles can decide.",
        "Move atoms that stand very regularly but for some 1e-9 Å by more or by nothing.");
  }

  private boolean cutAbove(int start, double limit, int label) {
    int gone = flood(start, limit);
    int open = trace(gone);
    if (open > 0) {
      close(open, label);
      remove(gone, open);
      measureRadius();
    } else {
      for (int i = 0; i < gone; i++) {
        outside[removed[i]] = false;
      }
    }
    return open > 0;
  }

  /** Marks the vertices above the plane that hang together with the highest; returns how many. */
  private int flood(int start, double limit) {
    int gone = 1;
    removed[0] = start;
    outside[start] = true;
    for (int i = 0; i < gone; i++) {
      int h = 4 * removed[i];
      for (int k = 0; k < 3; k++) {
        int v = twins[h + k] >> 2;
        if (!outside[v] && heights[v] > limit) {
          outside[v] = true;
          removed[gone++] = v;
        }
      }
    }
    return gone;
  }

  /**
   * Walks once around the border of what is cut off and notes the half-edges that lead out over it,
   * in order.
   *
   * @return how many they are; 0 where the border is not one simple loop
   */
  private int trace(int gone) {
    int expected = 0;
    int first = -1;
    for (int i = 0; i < gone; i++) {
      int h = 4 * removed[i];
      for (int k = 0; k < 3; k++) {
        if (!outside[twins[h + k] >> 2]) {
          first = twins[h + k];
          expected++;
        }
      }
    }
    if (expected < 3) {
      return 0;
    }
    reserve(count + expected);
    int found = 0;
    int out = first;
    do {
      if (found == expected || repeats(faces[out], found)) {
        return 0;
      }
      crossings[found++] = out;
      int h = next(out);
      while (outside[twins[h] >> 2]) {
        h = next(h);
      }
      out = twins[h];
    } while (out != first);
    return found == expected ? found : 0;
  }

  /** Whether a face would be left in two pieces. */
  private boolean repeats(int face, int found) {
    for (int i = 0; i < found; i++) {
      if (faces[crossings[i]] == face) {
        return true;
      }
    }
    return false;
  }

  /** Puts a vertex on each crossing edge, and the new face between them. */
  private void close(int open, int label) {
    for (int i = 0; i < open; i++) {
      int out = crossings[i];
      int kept = out >> 2;
      int lost = twins[out] >> 2;
      int vertex = count + i;
      double t = heights[kept] / (heights[kept] - heights[lost]);
      t = t > 0 ? t : 0;
      for (int axis = 0; axis < 3; axis++) {
        double p = points[3 * kept + axis];
        points[3 * vertex + axis] = p + t * (points[3 * lost + axis] - p);
      }
      confirmed[vertex] = false;
      outside[vertex] = false;
    }
    for (int i = 0; i < open; i++) {
      int out = crossings[i];
      int before = i == 0 ? open - 1 : i - 1;
      int after = i == open - 1 ? 0 : i + 1;
      int h = 4 * (count + i);
      twins[h] = out;
      twins[h + 1] = 4 * (count + after) + 2;
      twins[h + 2] = 4 * (count + before) + 1;
      faces[h] = faces[crossings[before]];
      faces[h + 1] = faces[out];
      faces[h + 2] = label;
    }
    for (int i = 0; i < open; i++) {
      twins[crossings[i]] = 4 * (count + i);
    }
  }

  /** Fills the places of removed vertices with the last ones. */
  private void remove(int gone, int open) {
    int end = count + open;
    for (int i = 0; i < gone; i++) {
      int hole = removed[i];
      while (end > 0 && outside[end - 1]) {
        outside[--end] = false;
      }
      if (hole < end) {
        move(--end, hole);
        outside[hole] = false;
      }
    }
    count = end;
  }

  private void move(int from, int to) {
    System.arraycopy(points, 3 * from, points, 3 * to, 3);
    confirmed[to] = confirmed[from];
    for (int k = 0; k < 3; k++) {
      int twin = twins[4 * from + k];
      twins[4 * to + k] = twin;
      faces[4 * to + k] = faces[4 * from + k];
      twins[twin] = 4 * to + k;
    }
  }

  private void measureRadius() {
    double most = 0;
    for (int p = 0; p < 3 * count; p += 3) {
      double x = points[p];
      double y = points[p + 1];
      double z = points[p + 2];
      double square = x * x + y * y + z * z;
      most = square > most ? square : most;
    }
    radiusSquare = most;
  }

  private void reserve(int vertices) {
    if (vertices <= heights.length) {
      return;
    }
    int size = Math.max(vertices, 2 * heights.length);
    points = Arrays.copyOf(points, 3 * size);
    twins = Arrays.copyOf(twins, 4 * size);
    faces = Arrays.copyOf(faces, 4 * size);
    heights = Arrays.copyOf(heights, size);
    outside = Arrays.copyOf(outside, size);
    confirmed = Arrays.copyOf(confirmed, size);
    removed = Arrays.copyOf(removed, size);
    crossings = Arrays.copyOf(crossings, size);
  }
}
