package org.suiseki.describe.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;

class CompositionDescriptorsTest {
  @TempDir private Path folder;

  private static double[] described(CompositionDescriptor descriptor, String formula) {
    double[] row = new double[descriptor.width()];
    descriptor.describe(Composition.parse(formula), row, 0);
    return row;
  }

  private static double value(String descriptor, String formula, String name) {
    CompositionDescriptor made = CompositionDescriptors.named(descriptor);
    return described(made, formula)[made.names().indexOf(name)];
  }

  private ElementTable table(String... lines) throws IOException {
    Path file = folder.resolve("table.csv");
    Files.write(file, Arrays.asList(lines));
    return ElementTable.read(file);
  }

  /** Takes the option that fills gaps where there is one. */
  private static CompositionDescriptor complete(String name) {
    boolean takes = CompositionDescriptors.entry(name).options().containsKey("missing");
    return CompositionDescriptors.named(takes ? name + ":missing=impute" : name);
  }

  @Test
  void makesEachDescriptorByName() {
    for (String name : CompositionDescriptors.names()) {
      CompositionDescriptor descriptor = complete(name);
      double[] values = new double[descriptor.width() + 2];
      Arrays.fill(values, 7);
      descriptor.describe(Composition.parse("LaFe2O3Xe0.1"), values, 1);
      assertThat(values).as(name).startsWith(7).endsWith(7);
      assertThat(Arrays.stream(values).allMatch(Double::isFinite)).as(name).isTrue();
      assertThat(descriptor.names()).as(name).hasSize(descriptor.width()).doesNotHaveDuplicates();
      assertThat(descriptor.units()).as(name).hasSize(descriptor.width()).doesNotContain("");
      assertThat(descriptor.sources()).as(name).hasSize(descriptor.width()).doesNotContain("");
      assertThat(CompositionDescriptors.entry(name).summary()).as(name).isNotBlank();
    }
  }

  @Test
  void describesTheSameMaterialAlikeHoweverManyUnitsAreWritten() {
    for (String name : CompositionDescriptors.names()) {
      CompositionDescriptor descriptor = complete(name);
      double[] one = described(descriptor, "Fe2O3");
      double[] twice = described(descriptor, "Fe4O6");
      for (int i = 0; i < one.length; i++) {
        boolean extensive = name.equals("counting") || descriptor.names().get(i).startsWith("sum:");
        // Fractions are quotients that round alike to one part in 10^16.
        assertThat(twice[i])
            .as(name + " " + descriptor.names().get(i))
            .isCloseTo(extensive ? 2 * one[i] : one[i], within(1e-13 * (1 + Math.abs(twice[i]))));
      }
    }
  }

  @Test
  void takesFiveStatisticsOfEachColumnOfOurOwnTable() {
    CompositionDescriptor descriptor = CompositionDescriptors.named("composition-290");
    int columns = ElementTable.standard().properties().size();
    assertThat(descriptor.width()).isEqualTo(5 * columns);
    assertThat(descriptor.names().get(columns)).isEqualTo("sum:atomic_number");
    assertThat(descriptor.units().get(descriptor.names().indexOf("var:covalent_radius")))
        .isEqualTo("Å^2");
    assertThat(descriptor.units().get(descriptor.names().indexOf("var:density")))
        .isEqualTo("(g/cm3)^2");
    assertThat(descriptor.sources().get(descriptor.names().indexOf("ave:covalent_radius")))
        .contains("weighted average", "Cordero");
    assertThat(value("composition-290", "Fe2O3", "ave:atomic_number")).isEqualTo(15.2);
    assertThat(value("composition-290", "Fe2O3", "sum:atomic_number")).isEqualTo(76);
    // 0.4 · 10.8² + 0.6 · 7.2².
    assertThat(value("composition-290", "Fe2O3", "var:atomic_number"))
        .isCloseTo(77.76, within(1e-12));
  }

  @Test
  void choosesStatisticsAndProperties() {
    CompositionDescriptor descriptor =
        CompositionDescriptors.named(
            "composition-290:statistics=var+ave:properties=atomic_mass+period");
    assertThat(descriptor.names())
        .containsExactly("var:atomic_mass", "var:period", "ave:atomic_mass", "ave:period");
    double[] row = described(descriptor, "NaCl");
    double[] alone = described(CompositionDescriptors.named("composition-290"), "NaCl");
    List<String> names = CompositionDescriptors.named("composition-290").names();
    assertThat(row[0]).isCloseTo(alone[names.indexOf("var:atomic_mass")], within(1e-12));
    assertThat(row[3]).isEqualTo(3);
    assertThat(value("magpie", "NaCl", "avg_dev:atomic_number")).isEqualTo(3);
    assertThat(value("magpie", "NaCl3", "mode:atomic_number")).isEqualTo(17);
    assertThat(value("magpie", "NaCl", "mode:atomic_number")).isEqualTo(11);
    assertThat(value("magpie", "NaCl3", "range:atomic_number")).isEqualTo(6);
  }

  @Test
  void continuesMeansToValuesThatAreNotPositive() throws IOException {
    ElementTable table =
        table("symbol,both,negative,zero,positive", "Na,-1,-4,0,4", "Cl,2,-1,3,1", "K,-3,-2,5,8");
    CompositionDescriptor means = CompositionDescriptors.named("composition-means", table);
    assertThat(means.names().subList(0, 2)).containsExactly("gmean:both", "gmean:negative");
    // √(4·1) = 2, and 2/(1/4 + 1) = 1.6; minus that where all are negative; 0 where 0 is between.
    assertThat(described(means, "NaCl"))
        .containsExactly(round(0, -2, 0, 2, 0, -1.6, 0, 1.6), within(1e-15));
    // Amounts as large as XenonPy's overflow would be.
    assertThat(described(means, "Na1000000000Cl1000000000")[3]).isCloseTo(2, within(1e-12));
    double[] alone = described(means, "K");
    assertThat(alone[0]).isCloseTo(-3, within(1e-14));
    assertThat(alone[7]).isEqualTo(8);
  }

  private static double[] round(double... values) {
    return values;
  }

  @Test
  void meansLieBetweenTheSmallestAndTheLargest() {
    SplittableRandom random = new SplittableRandom(5);
    CompositionDescriptor means =
        CompositionDescriptors.named(
            "composition-means:statistics=gmean+hmean+min+max:missing=impute");
    int width = ElementTable.standard().properties().size();
    for (int round = 0; round < 200; round++) {
      double[] row = new double[means.width()];
      means.describe(randomComposition(random, 1 + random.nextInt(6)), row, 0);
      for (int i = 0; i < 2 * width; i++) {
        double slack = 1e-12 * Math.abs(row[i]);
        assertThat(row[i])
            .isBetween(row[2 * width + i % width] - slack, row[3 * width + i % width] + slack);
      }
    }
  }

  static Composition randomComposition(SplittableRandom random, int elements) {
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    while (amounts.size() < elements) {
      amounts.put(Element.values()[random.nextInt(94)], 0.01 + random.nextDouble());
    }
    return Composition.of(amounts);
  }

  @Test
  void knowsNormsAndOrbitalsOfHaematite() {
    double[] norms = described(CompositionDescriptors.named("stoichiometry"), "Fe2O3");
    assertThat(norms[0]).isEqualTo(2);
    assertThat(norms[1]).isCloseTo(Math.sqrt(0.16 + 0.36), within(1e-15));
    assertThat(norms[5])
        .isCloseTo(Math.pow(Math.pow(.4, 10) + Math.pow(.6, 10), .1), within(1e-15));
    // Fe 3d6 4s2 and O 2s2 2p4: 2, 2.4 and 2.4 of 6.8.
    assertThat(described(CompositionDescriptors.named("valence-orbitals"), "Fe2O3"))
        .containsExactly(round(2 / 6.8, 2.4 / 6.8, 2.4 / 6.8, 0), within(1e-15));
  }

  @Test
  void knowsWhichChargesCancel() {
    assertThat(described(CompositionDescriptors.named("ionic"), "NaCl"))
        // Electronegativities 0.93 and 3.16.
        .containsExactly(
            round(1, 1 - Math.exp(-2.23 * 2.23 / 4), (1 - Math.exp(-2.23 * 2.23 / 4)) / 4),
            within(1e-15));
    String possible = "can form ionic compound";
    assertThat(value("ionic", "Fe2O3", possible)).isEqualTo(1);
    assertThat(value("ionic", "Fe3O4", possible)).isZero();
    assertThat(value("ionic", "Cu2O", possible)).isZero();
    assertThat(value("ionic:states=known", "Cu2O", possible)).isEqualTo(1);
    assertThat(value("ionic", "NH4^+", possible)).isEqualTo(1);
    assertThat(value("ionic", "SO4^2-", possible)).isEqualTo(1);
    assertThat(value("ionic", "CoCrFeMnNi", possible)).isZero();
    assertThat(value("ionic", "Mg0.95Zn0.05O", possible)).isEqualTo(1);
    assertThat(value("ionic", "Fe", possible)).isZero();
    assertThat(value("ionic", "XeF2", possible)).isZero();
  }

  @Test
  void endsTheSearchForChargesOfManyElements() {
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    for (Element element : Element.values()) {
      if (OxidationStates.known().of(element).length > 1) {
        // Even sums never make the odd charge, and none is out of reach until the end.
        amounts.put(element, 2.0);
      }
    }
    CompositionDescriptor ionic = CompositionDescriptors.named("ionic:states=known");
    assertThatThrownBy(() -> ionic.describe(Composition.of(amounts, 1), new double[3], 0))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("Whether the charges of");
  }

  @Test
  void keepsAmountsAndFractions() {
    double[] amounts = described(CompositionDescriptors.named("counting"), "Mg0.95Zn0.05O");
    assertThat(amounts[Element.Zn.ordinal()]).isEqualTo(0.05);
    assertThat(Arrays.stream(amounts).sum()).isEqualTo(2);
    double[] shares = described(CompositionDescriptors.named("element-fractions"), "Fe2O3");
    assertThat(shares[Element.O.ordinal()]).isEqualTo(0.6);
    assertThat(Arrays.stream(shares).sum()).isEqualTo(1);
  }

  @Test
  void refusesWhatItDoesNotKnow() throws IOException {
    ElementTable small = table("symbol,radius [Å]", "Na,1", "Cl,2");
    refused("composition-29", "Did you mean \"composition-290\"?");
    refused("composition-290:statistic=ave", "Did you mean \"statistics\"?");
    refused("composition-290:statistics=ave+avg", "Join some of ave, sum");
    refused("composition-290:statistics=ave+ave", "Give each once");
    refused("composition-290:missing=ignore", "Give refuse, propagate or impute");
    refused("composition-290:properties=atomic_radios", "atomic_radius");
    refused("ionic:states=all", "Give common or known");
    refused("kmd-1d:grids=1", "from 2 to 10000");
    refused("kmd-1d:grids=many", "Give a whole number");
    refused("kmd-md:sigma=-1", "Give a positive one");
    refused("kmd-md", "needs every property");
    refused("kmd-1d:scale=maybe", "true or false");
    for (String name : List.of("composition-290", "counting", "element-fractions", "kmd-1d")) {
      assertThatThrownBy(() -> described(CompositionDescriptors.named(name, small), "KCl"))
          .isInstanceOf(DescribeException.class)
          .hasMessageContaining("no row for K");
    }
    assertThatThrownBy(() -> CompositionDescriptors.kernelMean("counting", small))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("no composition can be recovered");
  }

  private static void refused(String name, String message) {
    assertThatThrownBy(() -> CompositionDescriptors.named(name))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining(message);
  }
}
