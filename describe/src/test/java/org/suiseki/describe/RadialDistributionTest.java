package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.house.SharedCrystals;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;
import tools.jackson.databind.JsonNode;

class RadialDistributionTest {
  private final RadialDistribution standard = RadialDistribution.standard();

  private static double[] of(Descriptor<Crystal> descriptor, Crystal crystal) {
    double[] out = new double[descriptor.width()];
    descriptor.describe(crystal, out, 0);
    return out;
  }

  /**
   * All 2,800 values but for 13 of the triclinic crystal. Its lattice constants of 4.1 and 6.2 Å
   * and their multiples lie on borders of shells, where the peer's neighbours fall on either side
   * by round-off; ours all belong to the outer shell.
   */
  @Test
  void agreesWithXenonPy() {
    RadialDistribution xenonpy = RadialDistribution.xenonpy();
    Map<String, double[]> table = ReferenceCrystals.table("reference/xenonpy/rdf_200.csv");
    List<String> differing = new ArrayList<>();
    for (Map.Entry<String, Crystal> entry : ReferenceCrystals.xenonpy().entrySet()) {
      double[] ours = of(xenonpy, entry.getValue());
      double[] theirs = table.get(entry.getKey());
      double density = entry.getValue().siteCount() / entry.getValue().volume();
      double ahead = 0;
      for (int bin = 0; bin < 200; bin++) {
        double difference = ours[bin] - theirs[bin];
        ahead += difference * xenonpy.grid().shellVolume(bin) * density;
        double border = xenonpy.grid().edge(bin + 1);
        if (isMultiple(border, 4.1) || isMultiple(border, 6.2)) {
          assertThat(ahead).as("neighbours inside %s Å", border).isLessThan(1e-6);
        } else {
          // Round-off of volumes times some thousand neighbours.
          assertThat(ahead).as("neighbours inside %s Å", border).isCloseTo(0, within(1e-6));
        }
        if (Math.abs(difference) > 1e-6) {
          differing.add(entry.getKey());
        }
      }
    }
    assertThat(differing).hasSize(13).containsOnly("triclinic_test");
  }

  private static boolean isMultiple(double distance, double constant) {
    return Math.abs(Math.IEEEremainder(distance, constant)) < 1e-9;
  }

  @Test
  void agreesWithMatminer() {
    JsonNode structures = SharedCrystals.pymatgen();
    for (Map.Entry<String, Crystal> entry : ReferenceCrystals.pymatgen().entrySet()) {
      double[] ours = of(RadialDistribution.matminer(), entry.getValue());
      JsonNode theirs = structures.get(entry.getKey()).get("rdf_matminer_10A_0.1");
      for (int bin = 0; bin < 100; bin++) {
        // The reference is rounded to five decimals, and the lattice in its seventh digit.
        assertThat(ours[bin])
            .as("%s %d", entry.getKey(), bin)
            .isCloseTo(theirs.get(bin).asDouble(), within(6e-6 + 1e-6 * ours[bin]));
      }
    }
  }

  @Test
  void tendsToOne() {
    Crystal crystal = ReferenceCrystals.random(new Random(1), 12);
    double[] values =
        of(
            new RadialDistribution(
                new RadialGrid(40, 40, 0.5), RadialDistribution.Normalisation.PER_ATOM),
            crystal);
    // A lattice sum in a sphere fluctuates about its volume; at 40 Å by less than a percent.
    assertThat(values[39]).isCloseTo(1, within(0.02));
    assertThat(values[38]).isCloseTo(1, within(0.02));
  }

  @Test
  void isTheSameForTheSameCrystal() {
    Random random = new Random(8);
    RadialDistribution smeared =
        new RadialDistribution(
            new RadialGrid(8, 80, 0.07), RadialDistribution.Normalisation.PER_ATOM);
    for (int round = 0; round < 10; round++) {
      Crystal crystal = ReferenceCrystals.random(random, 1 + random.nextInt(8));
      Crystal same = ReferenceCrystals.disguised(crystal, random);
      assertThat(of(standard, same)).containsExactly(of(standard, crystal), within(1e-9));
      assertThat(of(smeared, same)).containsExactly(of(smeared, crystal), within(1e-9));
    }
  }

  @Test
  void keepsShellsOnABorderWhole() {
    Crystal polonium = Crystal.of(Lattice.cubic(3.3), List.of(new Site(Element.Po, 0, 0, 0)));
    Random random = new Random(6);
    for (int round = 0; round < 10; round++) {
      double[] values = of(standard, ReferenceCrystals.disguised(polonium, random));
      assertThat(values[32]).isZero();
      assertThat(values[33] * standard.grid().shellVolume(33) / (3.3 * 3.3 * 3.3))
          .isCloseTo(6, within(1e-9));
    }
  }

  @Test
  void smearingKeepsTheCount() {
    Crystal polonium = Crystal.of(Lattice.cubic(3.3), List.of(new Site(Element.Po, 0, 0, 0)));
    double[] values =
        of(
            new RadialDistribution(
                new RadialGrid(4, 400, 0.05), RadialDistribution.Normalisation.PER_ATOM),
            polonium);
    RadialGrid grid = new RadialGrid(4, 400);
    double count = 0;
    double mean = 0;
    double square = 0;
    for (int bin = 0; bin < 400; bin++) {
      double part = values[bin] * grid.shellVolume(bin) / (3.3 * 3.3 * 3.3);
      double middle = (grid.edge(bin) + grid.edge(bin + 1)) / 2;
      count += part;
      mean += part * middle / 6;
      square += part * middle * middle / 6;
    }
    assertThat(count).isCloseTo(6, within(1e-6));
    assertThat(mean).isCloseTo(3.3, within(1e-6));
    // The variance of the Gaussian and that of a bin, width²/12.
    assertThat(square - mean * mean).isCloseTo(0.0025 + 1e-4 / 12, within(1e-6));
  }

  @Test
  void addsUpFromPartialFunctions() {
    Random random = new Random(12);
    RadialGrid grid = new RadialGrid(7, 70);
    for (int round = 0; round < 5; round++) {
      Crystal crystal = ReferenceCrystals.random(random, 6);
      double[] sum = new double[70];
      for (Map.Entry<ElementPair, double[]> entry :
          PartialRadialDistribution.all(crystal, grid).entrySet()) {
        ElementPair pair = entry.getKey();
        double weight =
            crystal.composition().fraction(pair.first())
                * crystal.composition().fraction(pair.second())
                * (pair.first() == pair.second() ? 1 : 2);
        for (int bin = 0; bin < 70; bin++) {
          sum[bin] += weight * entry.getValue()[bin];
        }
      }
      double[] total =
          of(new RadialDistribution(grid, RadialDistribution.Normalisation.PER_ATOM), crystal);
      assertThat(sum).containsExactly(total, within(1e-9));
    }
  }

  /** 1.2 million pairs, which are counted in two parts. */
  @Test
  void countsManyPairsInParts() {
    Crystal rockSalt =
        Crystal.of(
            Lattice.of(0, 2.82, 2.82, 2.82, 0, 2.82, 2.82, 2.82, 0),
            List.of(new Site(Element.Na, 0, 0, 0), new Site(Element.Cl, .5, .5, .5)));
    RadialGrid grid = new RadialGrid(19.9, 100);
    ElementPair pair = new ElementPair(Element.Na, Element.Cl);
    Crystal larger = rockSalt.supercell(8, 8, 7);
    RadialDistribution total =
        new RadialDistribution(grid, RadialDistribution.Normalisation.PER_ATOM);
    PartialRadialDistribution partial = new PartialRadialDistribution(grid, List.of(pair));
    assertThat(of(total, larger)).containsExactly(of(total, rockSalt), within(1e-9));
    assertThat(of(partial, larger)).containsExactly(of(partial, rockSalt), within(1e-9));
  }

  @Test
  void givesChosenPairsAFixedWidth() {
    Crystal rockSalt =
        Crystal.of(
            Lattice.of(0, 2.82, 2.82, 2.82, 0, 2.82, 2.82, 2.82, 0),
            List.of(new Site(Element.Na, 0, 0, 0), new Site(Element.Cl, .5, .5, .5)));
    RadialGrid grid = new RadialGrid(4, 8);
    PartialRadialDistribution partial =
        new PartialRadialDistribution(
            grid,
            List.of(
                new ElementPair(Element.Cl, Element.Na),
                new ElementPair(Element.Na, Element.Na),
                new ElementPair(Element.O, Element.Na)));
    double[] values = of(partial, rockSalt);
    assertThat(partial.names()).hasSize(24).startsWith("rdf Na-Cl 0-0.5 Å", "rdf Na-Cl 0.5-1 Å");
    double perIon = 1 / rockSalt.volume();
    assertThat(values[5] * grid.shellVolume(5) * perIon).isCloseTo(6, within(1e-9));
    assertThat(values[8 + 7] * grid.shellVolume(7) * perIon).isCloseTo(12, within(1e-9));
    assertThat(values[8 + 5]).isZero();
    assertThat(java.util.Arrays.copyOfRange(values, 16, 24)).containsOnly(0);
  }

  @Test
  void countsSharedSitesByTheirParts() {
    Occupation half = Occupation.of(Map.of(Species.of(Element.Fe), 0.5));
    Crystal vacant = Crystal.of(Lattice.cubic(3.3), List.of(new Site(half, 0, 0, 0)));
    Crystal full = Crystal.of(Lattice.cubic(3.3), List.of(new Site(Element.Fe, 0, 0, 0)));
    assertThat(of(standard, vacant)).containsExactly(of(standard, full), within(1e-9));
  }

  @Test
  void refusesGridsThatMeanNothing() {
    assertThatThrownBy(() -> new RadialGrid(0, 10)).isInstanceOf(DescribeException.class);
    assertThatThrownBy(() -> new RadialGrid(10, 0)).isInstanceOf(DescribeException.class);
    assertThatThrownBy(() -> new RadialGrid(10, 10, -1)).isInstanceOf(DescribeException.class);
    assertThatThrownBy(() -> new PartialRadialDistribution(new RadialGrid(10, 10), List.of()))
        .isInstanceOf(DescribeException.class);
  }
}
