package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatUnitTest {

  @ParameterizedTest
  @CsvSource({
    "*CCO*, *OCC*",
    "*CCO*, *COC*",
    "*CC(*)c1ccccc1, *C(C*)c1ccccc1",
    "*CC(*)c1ccccc1, c1ccccc1C(*)C*",
    "*CC(*)c1ccccc1, [*]CC([*])c1ccccc1",
    "*CC(*)c1ccccc1, [*:1]CC([*:2])c1ccccc1",
    "*CC(*)c1ccccc1, [1*]CC([2*])C1=CC=CC=C1",
    "*Nc1ccc(NC(=O)c2ccc(cc2)C(*)=O)cc1, *C(=O)c1ccc(cc1)C(=O)Nc1ccc(cc1)N*",
    "*Nc1ccc(NC(=O)c2ccc(cc2)C(*)=O)cc1, *c1ccc(cc1)NC(=O)c1ccc(cc1)C(=O)N*",
    "*NCCCCCC(=O)*, *CCCCCNC(=O)*",
    "*NCCCCCC(=O)*, *C(=O)NCCCCC*",
    "*CC=CC*, *=CCCC=*",
    "*CC=CC*, *C=CCC*",
    "*C=C*, *=CC=*",
    "*C/C=C/C*, */C=C/CC*",
    "*C/C=C\\C*, *CC/C=C\\*",
    "*[C@H](F)[C@H](Cl)C*, *C[C@H](F)[C@@H](*)Cl",
    "*CC(*)C(=O)[O-].[Na+], [Na+].*C(C*)C(=O)[O-]",
  })
  void areEqualWhereverTheChainIsCut(String one, String other) {
    assertThat(RepeatUnit.parse(other).smiles()).isEqualTo(RepeatUnit.parse(one).smiles());
    assertThat(RepeatUnit.parse(other)).isEqualTo(RepeatUnit.parse(one));
    assertThat(RepeatUnit.parse(other)).hasSameHashCodeAs(RepeatUnit.parse(one));
  }

  @ParameterizedTest
  @CsvSource({
    "*CC*, *CCCC*",
    "*CC(*)C, *CCC(*)C",
    "*C/C=C/C*, *C/C=C\\C*",
    "*[C@H](F)[C@H](Cl)C*, *C[C@@H](F)[C@H](*)Cl",
    "*OC(=O)CC*, *OCC(=O)C*",
    "*c1ccc(*)cc1, *c1cccc(*)c1",
  })
  void areDifferentWhereTheChainOrTheLengthIs(String one, String other) {
    assertThat(RepeatUnit.parse(other)).isNotEqualTo(RepeatUnit.parse(one));
  }

  @ParameterizedTest
  @CsvSource({
    "*CC*, *C*",
    "*CCOCCO*, *CCO*",
    "*NCCCCCC(=O)NCCCCCC(=O)*, *NCCCCCC(=O)*",
    "*CC(C)CC(*)C, *CC(*)C",
    "*CC(C)CCC(*)C, *CC(C)CCC(*)C",
    "*C=CC=C*, *C=C*",
  })
  void haveASmallestUnit(String unit, String smallest) {
    assertThat(RepeatUnit.parse(unit).smallest()).isEqualTo(RepeatUnit.parse(smallest));
  }

  @Test
  void knowTheirComposition() {
    RepeatUnit styrene = RepeatUnit.parse("*CC(*)c1ccccc1");
    assertThat(styrene.composition()).isEqualTo(Composition.parse("C8H8"));
    assertThat(styrene.heavyAtomCount()).isEqualTo(8);
    assertThat(styrene.graph().atomCount()).isEqualTo(8);
    assertThat(styrene.graph().bondCount()).isEqualTo(9);
    assertThat(styrene.graph().backboneLength()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "*CC(*)c1ccccc1, 2, CC(c1ccccc1)CCc1ccccc1",
    "*OCC*, 3, OCCOCCOCC",
    "*C=C*, 2, C=CC=C",
    "*=CC=*, 2, CC=CC",
    "*C(=O)c1ccc(cc1)O*, 1, O=Cc1ccc(O)cc1",
    "*C*, 5, CCCCC",
  })
  void formChainsWithHydrogenAtTheEnds(String unit, int units, String molecule) {
    assertThat(RepeatUnit.parse(unit).chain(units)).isEqualTo(Molecule.fromSmiles(molecule));
  }

  @ParameterizedTest
  @CsvSource({
    "*C*, 6, C1CCCCC1",
    "*CCO*, 2, C1COCCO1",
    "*C(=O)c1ccc(cc1)O*, 3, O=C1c2ccc(cc2)OC(=O)c2ccc(cc2)OC(=O)c2ccc(cc2)O1",
    "*CC=CC*, 2, C1CC=CCCC=C1",
  })
  void formRings(String unit, int units, String molecule) {
    assertThat(RepeatUnit.parse(unit).cyclic(units)).isEqualTo(Molecule.fromSmiles(molecule));
  }

  @ParameterizedTest
  @CsvSource({
    "CC, has 0 of the two marks",
    "*CC, has 1 of the two marks",
    "*CC(*)*, More than two make a network",
    "**, no atom between",
    "*.*, more than the end of one bond",
    "*C.C*, on two fragments",
    "*C=*, another order",
    "*1CC1, has 1 of the two marks",
    "*1CC1*, more than the end of one bond",
    "[*H]CC*, more than the end of one bond",
    "[*+]CC*, more than the end of one bond",
    "*C(, at column 3",
    "*CC*x, at column 5",
    "'', is empty",
    "*C{n}*, cannot be read",
  })
  void areRefusedWithAReason(String text, String reason) {
    assertThatThrownBy(() -> RepeatUnit.parse(text))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void areRefusedWhereTheyGrowTooLarge() {
    assertThatThrownBy(() -> RepeatUnit.parse("*" + "C".repeat(1100) + "*"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("1000 atoms");
    assertThatThrownBy(() -> RepeatUnit.parse("*" + "C".repeat(100_000) + "*"))
        .isInstanceOf(MatterException.class);
    RepeatUnit ethylene = RepeatUnit.parse("*CC*");
    assertThatThrownBy(() -> ethylene.chain(1000)).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> ethylene.chain(0)).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> ethylene.cyclic(1))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("at least 2 units");
  }
}
