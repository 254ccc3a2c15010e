package org.suiseki.describe;

import java.util.List;
import org.suiseki.matter.Element;
import org.suiseki.matter.Occupation;

/**
 * Several {@link CrystalGraph}s as one graph without edges between them, in flat arrays ready for a
 * network. Nodes and edges stand graph after graph, each in the order of its graph. The arrays are
 * the batch's own: read them, do not change them.
 *
 * <p>Time and memory linear in the edges: 20 bytes an edge.
 */
public final class GraphBatch {
  private final int[] nodeStarts;
  private final int[] edgeStarts;
  private final int[] firstEdges;
  private final int[] sources;
  private final int[] targets;
  private final float[] displacements;
  private final Occupation[] occupations;

  private GraphBatch(int graphs, int nodes, int edges) {
    nodeStarts = new int[graphs + 1];
    edgeStarts = new int[graphs + 1];
    firstEdges = new int[nodes + 1];
    sources = new int[edges];
    targets = new int[edges];
    displacements = new float[3 * edges];
    occupations = new Occupation[nodes];
  }

  /**
   * @throws DescribeException where there is no graph, or they have too many edges for one array
   */
  public static GraphBatch of(List<CrystalGraph> graphs) {
    long nodes = 0;
    long edges = 0;
    for (CrystalGraph graph : graphs) {
      nodes += graph.nodeCount();
      edges += graph.edgeCount();
    }
    if (graphs.isEmpty() || 3 * edges > Integer.MAX_VALUE - 8) {
      throw new DescribeException(
          graphs.size() + " graphs with " + edges + " edges make no batch.",
          "Give at least one graph, and at most 700 million edges.");
    }
    GraphBatch batch = new GraphBatch(graphs.size(), (int) nodes, (int) edges);
    for (int i = 0; i < graphs.size(); i++) {
      batch.put(i, graphs.get(i));
    }
    return batch;
  }

  public int graphCount() {
    return nodeStarts.length - 1;
  }

  public int nodeCount() {
    return occupations.length;
  }

  public int edgeCount() {
    return sources.length;
  }

  /** The first node of each graph, and after the last graph the number of nodes. */
  public int[] nodeStarts() {
    return nodeStarts;
  }

  /** The first edge of each graph, and after the last graph the number of edges. */
  public int[] edgeStarts() {
    return edgeStarts;
  }

  /** The first edge of each node, and after the last node the number of edges. */
  public int[] firstEdges() {
    return firstEdges;
  }

  /** The node each edge begins at; ascending. */
  public int[] sources() {
    return sources;
  }

  /** The node each edge leads to. */
  public int[] targets() {
    return targets;
  }

  /** x, y, z in Å of each edge, one edge after another. */
  public float[] displacements() {
    return displacements;
  }

  /** The length of each edge in Å: a new array. */
  public float[] distances() {
    float[] distances = new float[sources.length];
    for (int e = 0; e < distances.length; e++) {
      float x = displacements[3 * e];
      float y = displacements[3 * e + 1];
      float z = displacements[3 * e + 2];
      distances[e] = (float) Math.sqrt(x * x + y * y + z * z);
    }
    return distances;
  }

  /**
   * The atomic number at each node: a new array.
   *
   * @throws DescribeException where a site is shared or partly vacant; {@link #mean} serves there
   */
  public int[] atomicNumbers() {
    int[] numbers = new int[occupations.length];
    for (int node = 0; node < numbers.length; node++) {
      Occupation occupation = occupations[node];
      if (!occupation.ordered()) {
        throw new DescribeException(
            "Node " + node + " holds " + occupation + ".",
            "Average features over what stands there, or leave disordered crystals out.");
      }
      numbers[node] = occupation.species().get(0).element().number();
    }
    return numbers;
  }

  /**
   * The features of each node, node after node: those of its element, and where species share the
   * site their mean by occupancy; a vacancy counts as nothing, and the sum is not scaled to 1.
   *
   * @param features for each element in the order of {@link Element}, all of one length
   */
  public float[] mean(float[][] features) {
    int width = features[0].length;
    float[] means = new float[width * occupations.length];
    for (int node = 0; node < occupations.length; node++) {
      Occupation occupation = occupations[node];
      for (int k = 0; k < occupation.species().size(); k++) {
        float part = (float) occupation.fraction(k);
        float[] feature = features[occupation.species().get(k).element().ordinal()];
        for (int i = 0; i < width; i++) {
          means[node * width + i] += part * feature[i];
        }
      }
    }
    return means;
  }

  /**
   * The angles between the edges of the batch, built when asked for: there are as many as edges
   * times neighbours.
   *
   * @param backtracking whether a way i → j and straight back j → i counts as a pair; ALIGNN counts
   *     them
   */
  public LineGraph lineGraph(boolean backtracking) {
    return LineGraph.of(this, backtracking);
  }

  private void put(int index, CrystalGraph graph) {
    int firstNode = nodeStarts[index];
    int firstEdge = edgeStarts[index];
    double[] way = new double[3];
    for (int node = 0; node < graph.nodeCount(); node++) {
      occupations[firstNode + node] = graph.occupation(node);
      for (int e = graph.from(node); e < graph.to(node); e++) {
        int at = firstEdge + e;
        sources[at] = firstNode + node;
        targets[at] = firstNode + graph.target(e);
        graph.displacement(node, e, way, 0);
        displacements[3 * at] = (float) way[0];
        displacements[3 * at + 1] = (float) way[1];
        displacements[3 * at + 2] = (float) way[2];
      }
      firstEdges[firstNode + node + 1] = firstEdge + graph.to(node);
    }
    nodeStarts[index + 1] = firstNode + graph.nodeCount();
    edgeStarts[index + 1] = firstEdge + graph.edgeCount();
  }
}
