package org.suiseki.describe;

/**
 * The line graph of a {@link GraphBatch}: its nodes are the batch's edges, and each pair of edges i
 * → j and j → k that share the middle atom j is an edge, with the cosine of the angle i–j–k between
 * them. Pairs ascend by first edge, then by second. The arrays are its own: do not change them.
 *
 * <p>As in ALIGNN (Choudhary, DeCost, npj Comput. Mater. 7, 185 (2021),
 * 10.1038/s41524-021-00650-1): the cosine is that between the ways from j back to i and on to k, so
 * that a straight line has −1 and the way back to where one came from has 1. ALIGNN counts that way
 * back; without it, only the very edge turned round is left out, while the library ALIGNN stands on
 * leaves out all images of i.
 *
 * <p>Time and memory linear in the pairs, 12 bytes each.
 */
public final class LineGraph {
  /** Å: the two directions of an edge differ by the round-off of floats alone. */
  private static final float SAME = 1e-4f;

  private final int[] first;
  private final int[] second;
  private final float[] cosines;

  private LineGraph(int[] first, int[] second, float[] cosines) {
    this.first = first;
    this.second = second;
    this.cosines = cosines;
  }

  static LineGraph of(GraphBatch batch, boolean backtracking) {
    int[] targets = batch.targets();
    int[] starts = batch.firstEdges();
    int size = size(batch, backtracking);
    int[] first = new int[size];
    int[] second = new int[size];
    float[] cosines = new float[size];
    float[] ways = batch.displacements();
    float[] lengths = batch.distances();
    int count = 0;
    for (int e = 0; e < targets.length; e++) {
      float x = ways[3 * e] / lengths[e];
      float y = ways[3 * e + 1] / lengths[e];
      float z = ways[3 * e + 2] / lengths[e];
      for (int f = starts[targets[e]]; f < starts[targets[e] + 1]; f++) {
        if (backtracking || !reversed(batch, e, f)) {
          float cosine =
              -(x * ways[3 * f] + y * ways[3 * f + 1] + z * ways[3 * f + 2]) / lengths[f];
          first[count] = e;
          second[count] = f;
          cosines[count++] = Math.max(-1f, Math.min(1f, cosine));
        }
      }
    }
    return new LineGraph(first, second, cosines);
  }

  public int pairCount() {
    return first.length;
  }

  /** The edge i → j of each pair, as its number in the batch. */
  public int[] first() {
    return first;
  }

  /** The edge j → k of each pair. */
  public int[] second() {
    return second;
  }

  /** Of the angle i–j–k at the middle atom, −1 to 1. */
  public float[] cosines() {
    return cosines;
  }

  private static int size(GraphBatch batch, boolean backtracking) {
    int[] targets = batch.targets();
    int[] starts = batch.firstEdges();
    long size = 0;
    for (int e = 0; e < targets.length; e++) {
      size += starts[targets[e] + 1] - starts[targets[e]];
      for (int f = starts[targets[e]]; !backtracking && f < starts[targets[e] + 1]; f++) {
        size -= reversed(batch, e, f) ? 1 : 0;
      }
    }
    if (size > Integer.MAX_VALUE - 8) {
      throw new DescribeException(
          "The batch has " + size + " pairs of edges.", "Put fewer graphs into one batch.");
    }
    return (int) size;
  }

  private static boolean reversed(GraphBatch batch, int e, int f) {
    if (batch.targets()[f] != batch.sources()[e]) {
      return false;
    }
    float[] ways = batch.displacements();
    return Math.abs(ways[3 * e] + ways[3 * f]) < SAME
        && Math.abs(ways[3 * e + 1] + ways[3 * f + 1]) < SAME
        && Math.abs(ways[3 * e + 2] + ways[3 * f + 2]) < SAME;
  }
}
