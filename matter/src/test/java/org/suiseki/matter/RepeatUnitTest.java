package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatUnitTest {

  @ParameterizedTest
  @CsvSource({
    "*CCO*, *OCC*",
    "*CCO*, *COC*",
    "*CC(*)c1ccccc1, *C(C*)c1ccccc1",
    "*CC(*)c1ccccc1, c1ccccc1C(*)C*",
    "*CC(*)c1ccccc1, [*]CC([*])c1ccccc1",
    "*CC(*)c1ccccc1, [*:1]CC([*:2])c1ccccc1",
    "*CC(*)c1ccccc1, [1*]CC([2*])c1ccccc1",
    "*Nc1ccc(NC(=O)c2ccc(cc2)C(*)=O)cc1, *C(=O)c1ccc(cc1)C(=O)Nc1ccc(cc1)N*",
    "*Nc1ccc(NC(=O)c2ccc(cc2)C(*)=O)cc1, *c1ccc(cc1)NC(=O)c1ccc(cc1)C(=O)N*",
    "*NCCCCCC(=O)*, *CCCCCNC(=O)*",
    "*NCCCCCC(=O)*, *C(=O)NCCCCC*",
    "*CC=CC*, *=CCCC=*",
    "*C=C*, *=CC=*",
    "*CC=CC*, *C=CCC*",
    "*c1ccc(*)cc1, *=C1C=CC(=*)C=C1",
    "*O[Si](C)(C)*, *[Si](*)(C)O",
  })
  void isTheSameWhereverTheChainIsCut(String one, String other) {
    if (one.equals("*O[Si](C)(C)*")) {
      assertThat(RepeatUnit.parse(one)).isNotEqualTo(RepeatUnit.parse(other));
      return;
    }
    if (one.equals("*c1ccc(*)cc1")) {
      // Written with double bonds along the chain it is the quinoid form, another Lewis structure.
      assertThat(RepeatUnit.parse(one)).isNotEqualTo(RepeatUnit.parse(other));
      return;
    }
    assertThat(RepeatUnit.parse(other).smiles()).isEqualTo(RepeatUnit.parse(one).smiles());
  }

  @Test
  void smoke() {
    for (String s : List.of("*CC(*)c1ccccc1", "*CCCC*", "*C*", "*CCOCCO*", "*NCCCCCC(=O)NCCCCCC(=O)*", "*C=C*", "*/C=C/*","*C/C=C/C*","*C/C=C\\C*","*CC/C=C\\*", "*C[C@H](*)C", "*C[C@@H](*)C", "*[C@H](C*)C", "C[C@H](*)C*", "*=C1C=CC(=*)C=C1","*CC(*)C(=O)[O-].[Na+]", "*OC(=O)c1ccc(cc1)C(=O)OCC*", "*[C@H](F)[C@H](Cl)*", "*[C@H](Cl)[C@H](F)*")) {
      RepeatUnit u = RepeatUnit.parse(s);
      System.err.println(s + "  " + u + "  smallest " + u.smallest() + " " + u.composition().formula() + " " + u.chain(3) + " " + u.cyclic(4)+" "+u.backboneLength());
    }
    for (String s : List.of("CC","*CC","*CC(*)*","**","*.*","*C.C*","*C=*","*1CC1","[*H]CC*","*C(","*CC=C=*x", "[*+]CC*", "")) {
      try { System.err.println(RepeatUnit.parse(s)); } catch (MatterException e) { System.err.println(s + " -> " + e.getMessage()); }
    }
  }
}
