package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Site;
import org.suiseki.matter.geometry.CrystalNN;

class SiteFingerprintTest {
  /** What the rounding of weights to three decimals, which matminer does, may change. */
  private static final double PEERS_ROUNDING = 2e-3;

  private static final Crystal MOLYBDENUM_DISULFIDE =
      Crystal.of(
          Lattice.ofParameters(3.16, 3.16, 12.30, 90, 90, 120),
          List.of(
              new Site(Element.Mo, 1.0 / 3, 2.0 / 3, 0.25),
              new Site(Element.Mo, 2.0 / 3, 1.0 / 3, 0.75),
              new Site(Element.S, 1.0 / 3, 2.0 / 3, 0.621),
              new Site(Element.S, 2.0 / 3, 1.0 / 3, 0.121),
              new Site(Element.S, 2.0 / 3, 1.0 / 3, 0.379),
              new Site(Element.S, 1.0 / 3, 2.0 / 3, 0.879)));

  @Test
  void namesAreThoseOfTheSource() {
    assertThat(SiteFingerprint.ops().names()).isEqualTo(ReferenceEnvironments.labels("labels_ops"));
    assertThat(SiteFingerprint.cn().names()).isEqualTo(ReferenceEnvironments.labels("labels_cn"));
    assertThat(new SiteStatistics(SiteFingerprint.ops()).names())
        .isEqualTo(ReferenceEnvironments.labels("labels_sitestats"));
  }

  @Test
  void sitesOfThirtyCrystalsHaveTheSourcesNumbers() {
    for (CrystalNN neighbours : List.of(CrystalNN.DEFAULT, CrystalNN.AS_PYMATGEN)) {
      SiteFingerprint ops = SiteFingerprint.ops(neighbours);
      SiteFingerprint cn = SiteFingerprint.cn(neighbours);
      for (ReferenceEnvironments.Entry entry : ReferenceEnvironments.all()) {
        double[] rows = ops.describeSites(entry.crystal());
        double[] numbers = cn.describeSites(entry.crystal());
        for (ReferenceEnvironments.Environment site : entry.environments()) {
          String where = entry.name() + ", site " + site.site();
          assertRow(where, ops.names(), rows, site.site(), site.ops());
          assertRow(where, cn.names(), numbers, site.site(), site.cn());
        }
      }
    }
  }

  @Test
  void statisticsOfThirtyCrystalsAreTheSources() {
    SiteStatistics statistics = new SiteStatistics(SiteFingerprint.ops());
    double[] values = new double[statistics.width()];
    for (ReferenceEnvironments.Entry entry : ReferenceEnvironments.all()) {
      statistics.describe(entry.crystal(), values, 0);
      assertRow(entry.name(), statistics.names(), values, 0, entry.statistics());
    }
  }

  @Test
  void statisticsAreTheSameForTheSameCrystalDescribedOtherwise() {
    Random random = new Random(11);
    for (SiteFingerprint fingerprint : List.of(SiteFingerprint.ops(), SiteFingerprint.shapes())) {
      SiteStatistics statistics = new SiteStatistics(fingerprint);
      for (int trial = 0; trial < 10; trial++) {
        Crystal crystal = random(random);
        double[] expected = describe(statistics, crystal);
        assertSame(describe(statistics, crystal.supercell(1, 1, 0, 0, 2, 0, 1, 0, 1)), expected);
        assertSame(describe(statistics, crystal.translated(0.3, -0.4, 5.2)), expected);
        double[] turned = Directions.turned(crystal.lattice().rows(), true, random);
        assertSame(describe(statistics, crystal.withLattice(Lattice.of(turned))), expected);
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        Collections.shuffle(order, random);
        int[] permutation = order.stream().mapToInt(Integer::intValue).toArray();
        assertSame(describe(statistics, crystal.permuted(permutation)), expected);
      }
    }
  }

  @Test
  void prismOfMolybdenumDisulfideIsSeen() {
    SiteFingerprint shapes = SiteFingerprint.shapes();
    double[] rows = shapes.describeSites(MOLYBDENUM_DISULFIDE);
    assertThat(shapes.names()).doesNotHaveDuplicates();
    double six = rows[shapes.names().indexOf("wt CN_6")];
    assertThat(six).isGreaterThan(0.85);
    assertThat(rows[shapes.names().indexOf("trigonal prismatic shape CN_6")])
        .isCloseTo(six, within(1e-3));
    assertThat(rows[shapes.names().indexOf("octahedral shape CN_6")]).isLessThan(0.1);
    List<Motif> motifs = Motif.of(MOLYBDENUM_DISULFIDE, CrystalNN.DEFAULT);
    assertThat(motifs.get(0)).hasToString("trigonal prismatic, 6 neighbours, 1.00");
    assertThat(motifs.get(2).name()).isEqualTo("fac-trivacant octahedral");
  }

  @Test
  void knownStructuresHaveTheirMotifs() {
    assertMotifs("NaCl", "octahedral", "octahedral");
    assertMotifs("ZnS_zb", "tetrahedral", "tetrahedral");
    assertMotifs("CaF2", "cubic", "tetrahedral");
    assertMotifs("Cu", "cuboctahedral");
    assertMotifs("Mg", "anticuboctahedral");
    assertMotifs("NiAs", "octahedral", "trigonal prismatic");
    assertMotifs("CaCO3", "octahedral", "trigonal planar");
    assertMotifs("PtS", "square planar", "tetrahedral");
    assertMotifs("Cu2O", "linear", "tetrahedral");
    assertMotifs("Y3Al5O12", "octahedral", "tetrahedral");
  }

  /** Both are close packed; the order parameter of the source is 1 for either. */
  @Test
  void shapesTellCubicFromHexagonalPacking() {
    Crystal magnesium =
        Crystal.of(
            Lattice.ofParameters(3.2, 3.2, 3.2 * Math.sqrt(8.0 / 3), 90, 90, 120),
            List.of(
                new Site(Element.Mg, 1.0 / 3, 2.0 / 3, 0.25),
                new Site(Element.Mg, 2.0 / 3, 1.0 / 3, 0.75)));
    SiteFingerprint ops = SiteFingerprint.ops();
    SiteFingerprint shapes = SiteFingerprint.shapes();
    double[] orders = ops.describeSites(magnesium);
    double[] scores = shapes.describeSites(magnesium);
    double twelve = orders[ops.names().indexOf("wt CN_12")];
    assertThat(orders[ops.names().indexOf("cuboctahedral CN_12")]).isCloseTo(twelve, within(1e-9));
    assertThat(scores[shapes.names().indexOf("anticuboctahedral shape CN_12")])
        .isCloseTo(twelve, within(1e-9));
    assertThat(scores[shapes.names().indexOf("cuboctahedral shape CN_12")])
        .isLessThan(0.3 * twelve);
  }

  @Test
  void anAtomAloneHasNothingAround() {
    Crystal gas = Crystal.of(Lattice.cubic(50), List.of(new Site(Element.Xe, 0, 0, 0)));
    assertThat(SiteFingerprint.ops().describeSites(gas)).containsOnly(0);
    assertThat(Motif.of(gas, CrystalNN.DEFAULT)).containsExactly(new Motif("isolated", 0, 1));
  }

  @Test
  void overlappingAtomsAreSaid() {
    Crystal crystal =
        Crystal.of(
            Lattice.cubic(4),
            List.of(new Site(Element.Na, 0, 0, 0), new Site(Element.Cl, 0, 0, 1e-9)));
    assertThatThrownBy(() -> SiteFingerprint.ops().describeSites(crystal))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("Site 0 (Na) and site 1 (Cl)");
  }

  /** The motifs of the reference's first, inequivalent sites, among others. */
  private static void assertMotifs(String name, String... expected) {
    ReferenceEnvironments.Entry entry =
        ReferenceEnvironments.all().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    assertThat(Motif.of(entry.crystal(), CrystalNN.DEFAULT))
        .as(name)
        .extracting(Motif::name)
        .contains(expected);
  }

  private static void assertRow(
      String where, List<String> names, double[] rows, int row, double[] expected) {
    assertThat(names).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(rows[row * expected.length + i])
          .as("%s, %s", where, names.get(i))
          .isCloseTo(expected[i], within(PEERS_ROUNDING));
    }
  }

  private static double[] describe(SiteStatistics statistics, Crystal crystal) {
    double[] values = new double[statistics.width()];
    statistics.describe(crystal, values, 0);
    return values;
  }

  private static void assertSame(double[] actual, double[] expected) {
    // Solid angles of small facets are differences of large angles: 1e-9 or so is lost.
    assertThat(actual).containsExactly(expected, within(1e-7));
  }

  private static Crystal random(Random random) {
    double[] rows = {5, 0, 0, 0, 5.5, 0, 0, 0, 6};
    for (int i = 0; i < rows.length; i++) {
      rows[i] += random.nextGaussian();
    }
    // Near to a grid, so that no two overlap.
    double[][] grid = {{0, 0, 0}, {0.5, 0.5, 0}, {0.5, 0, 0.5}, {0, 0.5, 0.5}, {0.4, 0.5, 0.5}};
    Element[] elements = {Element.Na, Element.Cl, Element.Fe, Element.O, Element.Si};
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < grid.length; i++) {
      sites.add(
          new Site(
              elements[i],
              grid[i][0] + 0.1 * random.nextDouble(),
              grid[i][1] + 0.1 * random.nextDouble(),
              grid[i][2] + 0.1 * random.nextDouble()));
    }
    return Crystal.of(Lattice.of(rows), sites);
  }
}
