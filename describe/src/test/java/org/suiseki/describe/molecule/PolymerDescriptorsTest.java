package org.suiseki.describe.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.Descriptor;
import org.suiseki.describe.MaterialKind;
import org.suiseki.describe.MaterialText;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.Molecule;
import org.suiseki.matter.RepeatUnit;

class PolymerDescriptorsTest {
  private static final List<String> LOCAL =
      List.of(
          "ecfp",
          "ecfp:radius=4",
          "fcfp:radius=3",
          "torsions",
          "paths:shortest=0",
          "atom-pairs:longest=8",
          "physchem");

  private static double[] of(String descriptor, String unit) {
    Descriptor<RepeatUnit> named = PolymerDescriptors.named(descriptor);
    double[] row = new double[named.width()];
    named.describe(RepeatUnit.parse(unit), row, 0);
    return row;
  }

  private static double[] of(String descriptor, Molecule molecule) {
    Descriptor<Molecule> named = MoleculeDescriptors.named(descriptor);
    double[] row = new double[named.width()];
    named.describe(molecule, row, 0);
    return row;
  }

  private static void assertSame(String what, double[] found, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      // Sums in another order.
      assertThat(found[i])
          .as(what + " column " + i)
          .isCloseTo(expected[i], within(1e-9 * Math.max(1, Math.abs(expected[i]))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "*CCO*, *OCC*",
    "*CCO*, *COC*",
    "*CC(*)c1ccccc1, c1ccccc1C(*)C*",
    "*Nc1ccc(NC(=O)c2ccc(cc2)C(*)=O)cc1, *c1ccc(cc1)NC(=O)c1ccc(cc1)C(=O)N*",
    "*NCCCCCC(=O)*, *CCC(=O)NCCC*",
    "*CC=CC*, *=CCCC=*",
    "*c1ccc(s1)-c1ccc(*)cc1, *c1ccc(cc1)-c1ccc(s1)*",
  })
  void doNotDependOnWhereTheChainIsCut(String one, String other) {
    for (String descriptor : LOCAL) {
      assertSame(descriptor, of(descriptor, other), of(descriptor, one));
    }
    assertSame("maccs", of("maccs", other), of("maccs", one));
  }

  @ParameterizedTest
  @CsvSource({
    "*C*, *CC*",
    "*CC*, *CCCC*",
    "*CCO*, *CCOCCO*",
    "*CC(*)C, *CC(C)CC(C)CC(C)*",
    "*c1ccc(*)cc1, *c1ccc(cc1)-c1ccc(*)cc1",
    "*NCCCCCC(=O)*, *NCCCCCC(=O)NCCCCCC(=O)*",
  })
  void areTheSameForALongerUnitWhereToldPerAtom(String one, String more) {
    for (String descriptor : LOCAL) {
      String perAtom = descriptor + ":per=atom";
      assertSame(perAtom, of(perAtom, more), of(perAtom, one));
    }
  }

  /** What a unit more adds to a long chain is what one unit of an endless chain has. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "*C*",
        "*C=C*",
        "*CC(*)c1ccccc1",
        "*CC(*)(C)C(=O)OC",
        "*Oc1ccc(cc1)C(C)(C)c1ccc(cc1)OC(*)=O",
        "*O[Si](*)(C)C",
        "*C1CC(*)C(=O)N1",
        "*CC(*)C(=O)[O-]",
      })
  void areWhatEachUnitAddsToALongChain(String text) {
    RepeatUnit unit = RepeatUnit.parse(text);
    int units = 24 / unit.graph().backboneLength() + 2;
    for (String descriptor : List.of("ecfp:radius=4", "fcfp", "torsions", "paths", "physchem")) {
      double[] more = of(descriptor, unit.chain(units + 1));
      double[] fewer = of(descriptor, unit.chain(units));
      double[] endless = of(descriptor, text);
      int amounts = descriptor.equals("physchem") ? PhysicalNumbers.EXTENSIVE : endless.length;
      for (int i = 0; i < amounts; i++) {
        assertThat(endless[i])
            .as(descriptor + " column " + i + " of " + text)
            .isCloseTo(more[i] - fewer[i], within(1e-9 * Math.max(1, Math.abs(more[i]))));
      }
    }
  }

  /** In a ring of many units every unit sees its neighbours, and none is an end. */
  @Test
  void areThoseOfALargeRingDividedByItsUnits() {
    for (String descriptor : List.of("torsions", "paths", "atom-pairs:longest=10")) {
      RepeatUnit unit = RepeatUnit.parse("*CC(*)c1ccccc1");
      double[] ring = of(descriptor, unit.cyclic(12));
      double[] endless = of(descriptor, "*CC(*)c1ccccc1");
      for (int i = 0; i < ring.length; i++) {
        assertThat(endless[i]).as(descriptor).isCloseTo(ring[i] / 12, within(1e-9));
      }
    }
  }

  @Test
  void answerKeysOfTheChainWithoutItsEndsOrTheLargeRing() {
    List<String> names = PolymerDescriptors.named("maccs").names();
    double[] ethylene = of("maccs", "*CC*");
    assertThat(ethylene[names.indexOf("maccs 160")]).as("CH3, which ends have").isZero();
    assertThat(ethylene[names.indexOf("maccs 165")]).as("ring, which rings have").isZero();
    assertThat(ethylene[names.indexOf("maccs 147")]).as("CH2CH2").isOne();
    assertThat(of("maccs", "*CC(*)c1ccccc1")[names.indexOf("maccs 165")]).isOne();
  }

  @Test
  void weighUnitsOfACopolymer() {
    Descriptor<String> mass =
        MaterialText.descriptor(MaterialKind.POLYMER, "physchem", ElementTable.standard());
    double[] row = new double[mass.width()];
    mass.describe("3 *CC* + 1 *CC(*)C", row, 0);
    // 0.75 of 28.054 and 0.25 of 42.081 g/mol.
    assertThat(row[mass.names().indexOf("molar mass")]).isCloseTo(31.561, within(2e-3));
  }

  @Test
  void refuseOptionsThatMakeNoSense() {
    assertThatThrownBy(() -> PolymerDescriptors.named("ecfp:per=gram"))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("per=unit or per=atom");
    assertThatThrownBy(() -> PolymerDescriptors.named("ecpf"))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("Did you mean \"ecfp\"?");
    assertThatThrownBy(() -> PolymerDescriptors.named("cdk-descriptors:units=0"))
        .isInstanceOf(DescribeException.class);
  }
}
