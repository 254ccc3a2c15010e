package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.suiseki.house.SharedCrystals;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;
import tools.jackson.databind.JsonNode;

class CrystalGraphTest {

  /**
   * The reference holds the edges of an implementation like ALIGNN's, which counts an edge between
   * a site and its own image twice and in some crystals cuts the shell of the twelfth neighbour by
   * round-off: there it keeps fewer, never more.
   */
  @Test
  void hasTheEdgesOfThePeerWhereItCutsNoShell() {
    JsonNode structures = SharedCrystals.pymatgen();
    int whole = 0;
    for (Map.Entry<String, Crystal> entry : ReferenceCrystals.pymatgen().entrySet()) {
      JsonNode peer = structures.get(entry.getKey()).get("knn12_conv");
      CrystalGraph kept = CrystalGraph.of(entry.getValue(), EdgeRule.nearest(12).oneWay());
      CrystalGraph graph = CrystalGraph.nearest(entry.getValue(), 12);
      boolean cut = false;
      for (int i = 0; i < kept.nodeCount(); i++) {
        int theirs = peer.get("kept_per_site").get(i).asInt();
        int ours = kept.to(i) - kept.from(i);
        assertThat(theirs).as(entry.getKey()).isBetween(12, ours);
        cut |= theirs < ours;
      }
      int expected = graph.edgeCount() + selfEdges(graph);
      int theirs = peer.get("directed_edges").asInt();
      if (cut) {
        assertThat(theirs).as(entry.getKey()).isLessThanOrEqualTo(expected);
      } else {
        assertThat(theirs).as(entry.getKey()).isEqualTo(expected);
        whole++;
      }
    }
    assertThat(whole).isEqualTo(10);
  }

  private static int selfEdges(CrystalGraph graph) {
    int self = 0;
    int[] sources = graph.sources();
    for (int e = 0; e < sources.length; e++) {
      self += sources[e] == graph.target(e) ? 1 : 0;
    }
    return self;
  }

  @Test
  void hasTheTwelveDistancesOfCgcnn() {
    Map<String, Crystal> crystals = ReferenceCrystals.xenonpy();
    GaussianExpansion gaussians = GaussianExpansion.cgcnn();
    float[] expanded = new float[gaussians.width()];
    int compared = 0;
    for (JsonNode one : SharedCrystals.json("reference/xenonpy/cgcnn_edges.json")) {
      Crystal crystal = crystals.get(one.get("name").stringValue());
      CrystalGraph graph = CrystalGraph.of(crystal, EdgeRule.cgcnn());
      double[] distances = graph.distances();
      assertThat(one.get("edge_shape").get(2).asInt()).isEqualTo(expanded.length);
      for (int i = 0; i < graph.nodeCount(); i++) {
        double sum = 0;
        for (int e = graph.from(i); e < graph.to(i); e++) {
          gaussians.expand(distances[e], expanded, 0);
          for (float part : expanded) {
            sum += part;
          }
          // Round-off alone.
          assertThat(distances[e])
              .isCloseTo(one.get("dist12").get(i).get(e - graph.from(i)).asDouble(), within(1e-9));
          compared++;
        }
        // The peer sums 492 floats.
        assertThat(sum).isCloseTo(one.get("edge_sum_per_atom").get(i).asDouble(), within(1e-4));
      }
    }
    assertThat(compared).isEqualTo(720);
  }

  @Test
  void isTheSameForTheSameCrystal() {
    Random random = new Random(3);
    for (Crystal crystal : someCrystals(random)) {
      Crystal same = ReferenceCrystals.disguised(crystal, random);
      for (EdgeRule rule :
          List.of(EdgeRule.nearest(12), EdgeRule.nearest(4).oneWay(), EdgeRule.within(5))) {
        assertThat(environments(CrystalGraph.of(same, rule)))
            .isEqualTo(environments(CrystalGraph.of(crystal, rule)));
      }
    }
  }

  private static List<Crystal> someCrystals(Random random) {
    List<Crystal> crystals = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      crystals.add(ReferenceCrystals.random(random, 3 + random.nextInt(8)));
    }
    Crystal rockSalt =
        Crystal.of(
            Lattice.of(0, 2.82, 2.82, 2.82, 0, 2.82, 2.82, 2.82, 0),
            List.of(new Site(Element.Na, 0, 0, 0), new Site(Element.Cl, .5, .5, .5)));
    crystals.add(rockSalt);
    crystals.add(Crystal.of(Lattice.cubic(3.36), List.of(new Site(Element.Po, 0, 0, 0))));
    crystals.add(
        Crystal.of(
            Lattice.ofParameters(3.2, 3.2, 5.2, 90, 90, 120),
            List.of(
                new Site(Element.Mg, 1 / 3.0, 2 / 3.0, .25),
                new Site(Element.Mg, 2 / 3.0, 1 / 3.0, .75))));
    return crystals;
  }

  /**
   * How large a part of the nodes has each environment: element, and the edges and angles, by the
   * elements at their ends, rounded.
   */
  private static Map<String, Double> environments(CrystalGraph graph) {
    Map<String, Double> parts = new HashMap<>();
    double[] ways = graph.displacements();
    for (int i = 0; i < graph.nodeCount(); i++) {
      List<String> words = new ArrayList<>();
      for (int e = graph.from(i); e < graph.to(i); e++) {
        words.add(graph.element(graph.target(e)) + " " + rounded(product(ways, e, e)));
        for (int f = graph.from(i); f < graph.to(i); f++) {
          words.add(
              graph.element(graph.target(e)).symbol()
                  + graph.element(graph.target(f))
                  + rounded(product(ways, e, f)));
        }
      }
      words.sort(null);
      parts.merge(graph.element(i) + " " + words, 1.0 / graph.nodeCount(), Double::sum);
    }
    parts.replaceAll((key, part) -> Math.rint(part * 1e9) / 1e9);
    return parts;
  }

  /** To 1e-3 Å², with an odd offset, so that values of symmetry are on no edge. */
  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%d", Math.round(value * 1e3 + 0.2137));
  }

  private static double product(double[] ways, int e, int f) {
    return ways[3 * e] * ways[3 * f]
        + ways[3 * e + 1] * ways[3 * f + 1]
        + ways[3 * e + 2] * ways[3 * f + 2];
  }

  @Test
  void givesEachEdgeBothWays() {
    Random random = new Random(5);
    for (int round = 0; round < 20; round++) {
      CrystalGraph graph =
          CrystalGraph.nearest(ReferenceCrystals.random(random, 2 + random.nextInt(9)), 12);
      Set<String> edges = new HashSet<>();
      int[] sources = graph.sources();
      for (int e = 0; e < sources.length; e++) {
        assertThat(edges.add(edge(graph, sources[e], graph.target(e), e, 1))).isTrue();
      }
      for (int e = 0; e < sources.length; e++) {
        assertThat(edges).contains(edge(graph, graph.target(e), sources[e], e, -1));
      }
      double[] distances = graph.distances();
      for (int e = 1; e < sources.length; e++) {
        assertThat(sources[e] > sources[e - 1] || distances[e] > distances[e - 1] - 1e-6).isTrue();
      }
    }
  }

  private static String edge(CrystalGraph graph, int from, int to, int e, int sign) {
    return Arrays.toString(
        new int[] {
          from, to, sign * graph.image(e, 0), sign * graph.image(e, 1), sign * graph.image(e, 2)
        });
  }

  @Test
  void pointsFromSiteToSite() {
    Crystal crystal = ReferenceCrystals.random(new Random(9), 6);
    CrystalGraph graph = CrystalGraph.within(crystal, 6);
    double[] cartesian = crystal.cartesianCoordinates();
    double[] ways = graph.displacements();
    int[] sources = graph.sources();
    for (int e = 0; e < sources.length; e++) {
      for (int axis = 0; axis < 3; axis++) {
        double image = 0;
        for (int vector = 0; vector < 3; vector++) {
          image += graph.image(e, vector) * crystal.lattice().get(vector, axis);
        }
        assertThat(ways[3 * e + axis])
            .isCloseTo(
                cartesian[3 * graph.target(e) + axis] - cartesian[3 * sources[e] + axis] + image,
                within(1e-9));
      }
    }
  }

  @Test
  void keepsImagesOfVerySkewedCells() {
    Crystal skewed =
        Crystal.of(
            Lattice.of(3, 0, 0, 3000, 3, 0, -2997, 0, 3), List.of(new Site(Element.Po, 0, 0, 0)));
    CrystalGraph graph = CrystalGraph.nearest(skewed, 6);
    assertThat(graph.edgeCount()).isEqualTo(6);
    assertThat(graph.distances()).containsOnly(new double[] {3, 3, 3, 3, 3, 3}, within(1e-9));
  }

  @Test
  void putsGraphsIntoOneBatch() {
    Random random = new Random(2);
    CrystalGraph a = CrystalGraph.nearest(ReferenceCrystals.random(random, 5), 12);
    CrystalGraph b = CrystalGraph.nearest(ReferenceCrystals.random(random, 7), 12);
    GraphBatch batch = GraphBatch.of(List.of(a, b));
    assertThat(batch.nodeStarts()).containsExactly(0, 5, 12);
    assertThat(batch.edgeStarts()).containsExactly(0, a.edgeCount(), a.edgeCount() + b.edgeCount());
    int[] sources = b.sources();
    double[] ways = b.displacements();
    for (int e = 0; e < b.edgeCount(); e++) {
      int at = a.edgeCount() + e;
      assertThat(batch.sources()[at]).isEqualTo(5 + sources[e]);
      assertThat(batch.targets()[at]).isEqualTo(5 + b.target(e));
      assertThat(batch.displacements()[3 * at + 1]).isEqualTo((float) ways[3 * e + 1]);
    }
    assertThat(batch.atomicNumbers()).hasSize(12).startsWith(11, 8, 22, 17, 11);
  }

  /** Sites that elements share have the mean of their features; atomic numbers they have none. */
  @Test
  void averagesFeaturesOverWhatSharesASite() {
    Occupation mixed =
        Occupation.of(Map.of(Species.of(Element.Cu), 0.75, Species.of(Element.Zn), 0.25));
    Crystal brass = Crystal.of(Lattice.cubic(2.7), List.of(new Site(mixed, 0, 0, 0)));
    GraphBatch batch = GraphBatch.of(List.of(CrystalGraph.nearest(brass, 6)));
    float[][] features = new float[Element.values().length][2];
    features[Element.Cu.ordinal()] = new float[] {1, 8};
    features[Element.Zn.ordinal()] = new float[] {5, 0};
    assertThat(batch.mean(features)).containsExactly(2, 6);
    assertThatThrownBy(batch::atomicNumbers)
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("Node 0 holds Cu:0.75 Zn:0.25");
  }

  /** A radius limits a number, and a number of neighbours may be cut within a shell. */
  @Test
  void combinesNumberAndRadius() {
    Crystal polonium = Crystal.of(Lattice.cubic(3.36), List.of(new Site(Element.Po, 0, 0, 0)));
    EdgeRule near = new EdgeRule(12, 4, 0.01, true, true);
    assertThat(CrystalGraph.of(polonium, near).edgeCount()).isEqualTo(6);
    EdgeRule four = new EdgeRule(4, 100, 0.01, false, false);
    assertThat(CrystalGraph.of(polonium, four).edgeCount()).isEqualTo(4);
    EdgeRule fourBothWays = new EdgeRule(3, 100, 0.01, false, true);
    CrystalGraph graph = CrystalGraph.of(polonium, fourBothWays);
    // The first three by image are −a, −b, −c; turned round, a, b, c.
    assertThat(graph.edgeCount()).isEqualTo(6);
    assertThat(CrystalGraph.of(polonium, new EdgeRule(0, 4, 0, false, false)).edgeCount())
        .isEqualTo(6);
    assertThat(CrystalGraph.within(polonium, 3).edgeCount()).isZero();
  }

  @Test
  void refusesRulesThatMeanNothing() {
    Crystal crystal = Crystal.of(Lattice.cubic(3), List.of(new Site(Element.Po, 0, 0, 0)));
    assertThatThrownBy(() -> CrystalGraph.nearest(crystal, 0))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("0 neighbours");
    assertThatThrownBy(() -> CrystalGraph.within(crystal, Double.NaN))
        .isInstanceOf(DescribeException.class);
    Crystal overlapping =
        Crystal.of(
            Lattice.cubic(3), List.of(new Site(Element.H, 0, 0, 0), new Site(Element.H, 1, 0, 0)));
    assertThatThrownBy(() -> CrystalGraph.within(overlapping, 3))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("Site 0 and site 1 overlap");
    assertThatThrownBy(() -> CrystalGraph.nearest(overlapping, 3))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> GraphBatch.of(List.of())).isInstanceOf(DescribeException.class);
  }
}
