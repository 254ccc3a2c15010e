package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Site;

class LineGraphTest {

  /** Six edges at one atom: from each of six arrivals, back, straight on, or round four corners. */
  @Test
  void knowsTheAnglesOfSimpleCubicPolonium() {
    Crystal polonium = Crystal.of(Lattice.cubic(3.359), List.of(new Site(Element.Po, 0, 0, 0)));
    GraphBatch batch = GraphBatch.of(List.of(CrystalGraph.nearest(polonium, 6)));
    assertThat(count(batch.lineGraph(true))).containsExactly(6, 24, 6);
    assertThat(count(batch.lineGraph(false))).containsExactly(6, 24, 0);
  }

  private static int[] count(LineGraph line) {
    int[] counts = new int[3];
    for (float cosine : line.cosines()) {
      assertThat(Math.abs(cosine - Math.rint(cosine))).isLessThan(1e-6);
      counts[(int) Math.rint(cosine) + 1]++;
    }
    return counts;
  }

  @Test
  void pairsAllEdgesThatMeet() {
    Random random = new Random(4);
    GraphBatch batch =
        GraphBatch.of(
            List.of(
                CrystalGraph.nearest(ReferenceCrystals.random(random, 3), 8),
                CrystalGraph.nearest(ReferenceCrystals.random(random, 5), 8)));
    LineGraph line = batch.lineGraph(true);
    int next = 0;
    for (int e = 0; e < batch.edgeCount(); e++) {
      for (int f = 0; f < batch.edgeCount(); f++) {
        if (batch.targets()[e] == batch.sources()[f]) {
          assertThat(line.first()[next]).isEqualTo(e);
          assertThat(line.second()[next]).isEqualTo(f);
          // Floats.
          assertThat((double) line.cosines()[next]).isCloseTo(cosine(batch, e, f), within(1e-6));
          next++;
        }
      }
    }
    assertThat(line.pairCount()).isEqualTo(next);
    assertThat(batch.lineGraph(false).pairCount()).isEqualTo(next - batch.edgeCount());
  }

  private static double cosine(GraphBatch batch, int e, int f) {
    float[] ways = batch.displacements();
    double product = 0;
    double squareE = 0;
    double squareF = 0;
    for (int axis = 0; axis < 3; axis++) {
      double back = -ways[3 * e + axis];
      double on = ways[3 * f + axis];
      product += back * on;
      squareE += back * back;
      squareF += on * on;
    }
    return product / Math.sqrt(squareE * squareF);
  }
}
