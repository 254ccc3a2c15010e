package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaParserTest {

  /** Two ways to write one thing. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Co, (Co)1",
        "CO, OC",
        "NO, N O",
        "No, (No)",
        "CoCO3, Co(C)(O)3",
        "H₂SO₄, H2SO4",
        "Ca₁₀(PO₄)₆(OH)₂, Ca10P6O26H2",
        "\" Fe 2 O 3 \", Fe2O3",
        "Fe\u00a02\u2009O3, Fe2O3",
        "K4[Fe(CN)6], K4FeC6N6",
        "{[(H)2]3}4, H24",
        "(NH4)2SO4, N2H8SO4",
        "Fe₀.₅Ni0.5, Ni0.50Fe0.5",
        "Fe2.0O3.0, Fe2O3",
        "CuSO4·5H2O, CuSO9H10",
        "CuSO4.5H2O, CuSO9H10",
        "CuSO4*5H2O, CuSO9H10",
        "CuSO4•5H2O, CuSO9H10",
        "CuSO4∙5H2O, CuSO9H10",
        "CuSO4⋅5H2O, CuSO9H10",
        "CuSO4・5H2O, CuSO9H10",
        "CuSO4 . 5 H2O, CuSO9H10",
        "CuSO₄·5H₂O, CuSO9H10",
        "MgCl2.6H2O, MgCl2O6H12",
        "NaCl.2H2O, NaClO2H4",
        "Na2CO3.10H2O, Na2CO13H20",
        "CaSO4·0.5H2O, CaSO4.5H",
        "CaSO4.0.5H2O, CaSO4.5H",
        "CuSO4.H2O, CuSO5H2",
        "(NH4)2SO4.FeSO4.6H2O, N2H20S2O14Fe",
        "Al2(SO4)3.18H2O, Al2S3O30H36",
        "12CaO·7Al2O3, Ca12Al14O33",
        "2Fe0.5O·H2O, FeO3H2",
        "Cu0.5H2O, H2OCu0.5",
        "Cu4.05H2O, H2OCu4.05",
        "C4.5H2O1, H2OC4.5",
        "C4.5H2O2, H2O2C4.5"
      })
  void readsTheSame(String formula, String other) {
    assertThat(Composition.parse(formula)).isEqualTo(Composition.parse(other));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "SO4^2-, SO4, -2",
        "SO4^-2, SO4, -2",
        "SO4^{2-}, SO4, -2",
        "SO4^{-2}, SO4, -2",
        "SO₄²⁻, SO4, -2",
        "SO4 2-, SO4, -2",
        "SO4-2, SO4, -2",
        "SO4--, SO4, -2",
        "SO4^2−, SO4, -2",
        "Na+, Na, 1",
        "Na⁺, Na, 1",
        "Na^+, Na, 1",
        "Na +, Na, 1",
        "Ca++, Ca, 2",
        "Fe+3, Fe, 3",
        "Fe^3+, Fe, 3",
        "Fe³⁺, Fe, 3",
        "Fe3^+, Fe3, 1",
        "I3^-, I3, -1",
        "NH4+, NH4, 1",
        "H3O+, H3O, 1",
        "NO3-, NO3, -1",
        "HCO3-, HCO3, -1",
        "[Fe(CN)6]4-, FeC6N6, -4",
        "[Fe(CN)6]^4-, FeC6N6, -4",
        "[Fe(CN)6]4^4-, Fe4C24N24, -4",
        "[Cu(NH3)4]2+, CuN4H12, 2",
        "[NH4]+, NH4, 1",
        "(SO4)^2-, SO4, -2",
        "Fe0.5O1.25-, Fe0.5O1.25, -1",
        "Na^+ , Na, 1",
        "C60^999-, C60, -999"
      })
  void readsCharges(String formula, String neutral, int charge) {
    Composition read = Composition.parse(formula);
    assertThat(read.charge()).isEqualTo(charge);
    assertThat(read.amounts()).isEqualTo(Composition.parse(neutral).amounts());
  }

  /** What is wrong, with its column, and how to mend it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | empty | Fe2O3",
        "\"  \" | empty | Fe2O3",
        "NaClXx | Unknown element Xx at column 5 | Did you mean Xe?",
        "NACL | Unknown element A at column 2 | Did you mean Al?",
        "FeQ | Unknown element Q at column 3 | periodic table",
        "LiCxO | Unknown element Cx at column 3 | Did you mean C?",
        "nacl | Unexpected n at column 1 | NaCl, not nacl",
        "Feo | Unexpected o at column 3 | one small letter",
        "D2O | D at column 1 is an isotope | Write H.",
        "LiT | T at column 3 is an isotope | Write H.",
        "13C | number in front at column 1 | write C for 13C",
        "13CO2·H2O | number in front at column 1 | write C for 13C",
        "2H2O | number in front at column 1 | (H2O)2",
        "2.5H2O | number in front at column 1 | (H2O)2",
        "[13C]H4 | begin with a number, at column 2 | write C for [13C]",
        "^2H2O | Unexpected ^ at column 1 | write H for ^2H",
        "²H2O | Unexpected U+00B2 at column 1 | write H for ^2H",
        "C^13H4 | no charge to read at column 2 | SO4^2-",
        "Fe0 | amount at column 3 is 0 | Leave out",
        "(FeO)0.00 | amount at column 6 is 0 | Leave out",
        "Fe-2O3 | Nothing can follow the charge at column 3 | at the end",
        "-Fe | Unexpected - at column 1 | Amounts are positive",
        "Fe9999999999999 | amount at column 3 is above 1e12 | Scale",
        "((Fe9999999)9999999)9 | amount of Fe is 8.9 | Scale",
        "Fe2(SO4 | bracket ( at column 4 is never closed | Add a ).",
        "Fe2(SO4] | bracket ( at column 4 meets ] at column 8 | Close it by ).",
        "Fe2SO4)3 | bracket ) at column 7 was never opened | Remove it",
        "Fe() | bracket at column 3 is empty | Remove it",
        "Fe(+) | Unexpected + at column 4 | charge stands at the end",
        "H2O· | ends where an element is expected | Add an element",
        "·H2O | Unexpected U+00B7 at column 1 | plain decimals",
        "Fe·3 | ends where an element is expected | Add an element",
        "Fe3+ | sign at column 4 may be an amount or the charge | Fe^3+ for the charge, or Fe3^+"
            + " for",
        "O2- | sign at column 3 may be an amount or the charge | O^2- for the charge, or O2^- for",
        "SO42- | sign at column 5 may be | SO4^2- for the charge, or SO42^- for",
        "(SO4)2- | sign at column 7 may be | (SO4)^2- for the charge, or (SO4)2^- for",
        "Na^0 | no charge to read at column 3 | 1 to 999",
        "Na^0+ | no charge to read at column 3 | 1 to 999",
        "Na^1000+ | no charge to read at column 3 | 1 to 999",
        "Na^2+2 | no charge to read at column 3 | 1 to 999",
        "Na^{2+ | no charge to read at column 3 | 1 to 999",
        "Na+- | Nothing can follow the charge at column 3 | at the end",
        "Na+Cl- | Nothing can follow the charge at column 3 | at the end",
        "Fe.5Ni.5 | dot at column 3 may be | Write 0.5",
        "Fe0.5.5Ni | dot at column 6 may be | Write 0.5",
        "Li1-xCoO2 | Nothing can follow the charge | at the end",
        "LixCoO2 | Unexpected x at column 3 | one small letter",
        "CaSO4·1/2H2O | Unexpected / at column 8 | plain decimals",
        "H_2O | Unexpected _ at column 2 | plain decimals",
        "Fe1e3 | Unexpected e at column 4 | one small letter",
        "Fe1,5 | Unexpected , at column 4 | plain decimals",
        "Ｈ2O | Unexpected Ｈ at column 1 | plain decimals"
      })
  void saysWhatIsWrongWhereAndHowToMendIt(String formula, String what, String mend) {
    MatterException problem =
        catchThrowableOfType(MatterException.class, () -> Composition.parse(formula));
    assertThat(problem).as(formula).isNotNull();
    assertThat(problem.what()).contains(what);
    assertThat(problem.mend()).contains(mend);
    assertThat(problem.place()).contains(Place.of("formula \"" + formula + "\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Fe\0", "\0", "[Fe]4-\0", "Fe\u0007O", "Fe\ud800", "Fe\ud83d\ude00O", "💎"})
  void refusesControlAndForeignCharacters(String formula) {
    assertThatThrownBy(() -> Composition.parse(formula)).isInstanceOf(MatterException.class);
  }

  @Test
  void aMessageShowsWhatSurroundsThePlaceInALongFormula() {
    String formula = "C".repeat(5000) + "Xx" + "H".repeat(5000);
    assertThatThrownBy(() -> Composition.parse(formula))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("column 5001")
        .hasMessageContaining("CCCXxHHH")
        .satisfies(problem -> assertThat(problem.getMessage()).hasSizeLessThan(300));
  }

  @Test
  void refusesNestingThatWouldOverflowTheStack() {
    String formula = "(".repeat(100_000) + "Fe" + ")".repeat(100_000);
    assertThatThrownBy(() -> Composition.parse(formula))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("nested more than 100 deep at column 101");
    assertThat(Composition.parse("(".repeat(100) + "Fe" + ")".repeat(100)))
        .isEqualTo(Composition.parse("Fe"));
  }

  @Test
  void readsOneMegabyteOfFormula() {
    int pairs = 1 << 18;
    Composition composition = Composition.parse("C2H4".repeat(pairs));
    assertThat(composition.amount(Element.C)).isEqualTo(2.0 * pairs);
    assertThat(composition.amount(Element.H)).isEqualTo(4.0 * pairs);
  }

  @Test
  void manyDigitsRoundAsDoublesDo() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      String number = 1 + random.nextInt(999) + "." + random.nextLong(1L << random.nextInt(1, 62));
      assertThat(Composition.parse("Fe" + number).amount(Element.Fe))
          .isEqualTo(Double.parseDouble(number));
    }
    assertThat(Composition.parse("Fe0." + "3".repeat(1_000_000)).amount(Element.Fe))
        .isEqualTo(1.0 / 3);
    assertThatThrownBy(() -> Composition.parse("Fe" + "3".repeat(1_000_000)))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("above 1e12");
  }

  /**
   * Whatever the characters, a formula is read or refused with a message, and what is read is
   * written back.
   */
  @Test
  void anyTextIsReadOrRefused() {
    String alphabet = "CHOFeNaXx0123456789₂.·*()[]{}^+-²⁻ D";
    Random random = new Random(12);
    int read = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        Composition composition = Composition.parse(text.toString());
        assertThat(Composition.parse(composition.formula())).isEqualTo(composition);
        read++;
      } catch (MatterException refused) {
        assertThat(refused.mend()).as(text.toString()).isNotEmpty();
      }
    }
    assertThat(read).isGreaterThan(300);
  }
}
