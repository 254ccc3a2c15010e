package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementTableTest {
  @TempDir Path folder;

  /** From the primary sources, not from the packages that the table was compiled from. */
  @ParameterizedTest
  @CsvSource({
    // CIAAW 2021.
    "H, atomic_mass, 1.008",
    "C, atomic_mass, 12.011",
    "Fe, atomic_mass, 55.845",
    "Ar, atomic_mass, 39.95",
    "Hf, atomic_mass, 178.486",
    "U, atomic_mass, 238.02891",
    // IUPAC brackets.
    "Tc, atomic_mass, 97",
    "Og, atomic_mass, 294",
    // Pauling's scale as every textbook prints it.
    "F, electronegativity_pauling, 3.98",
    "O, electronegativity_pauling, 3.44",
    "Cs, electronegativity_pauling, 0.79",
    // NIST Atomic Spectra Database.
    "H, ionization_energy_1, 13.598",
    "He, ionization_energy_1, 24.587",
    "He, ionization_energy_2, 54.418",
    "Na, ionization_energy_1, 5.139",
    "Cl, electron_affinity, 3.613",
    // Cordero et al. 2008, table 2.
    "C, covalent_radius, 0.76",
    "Fe, covalent_radius, 1.32",
    "I, covalent_radius, 1.39",
    "C, van_der_waals_radius, 1.70",
    "W, melting_point, 3695",
    "Cu, density, 8.96",
    "Nb, superconducting_temperature, 9.25",
    "Ag, thermal_conductivity, 430",
    "O, mendeleev_number, 101",
    "O, group, 16",
    "Fe, group, 8",
    "Lu, group, 3",
    "Fe, period, 4",
    "Fe, valence_electrons_d, 6",
    "Ce, valence_electrons_f, 1",
    "Fe, unfilled_d, 4",
    "Mn, oxidation_state_common_max, 7"
  })
  void holdsLiteratureValues(Element element, String property, double expected) {
    // The literature is quoted to three decimals here.
    assertThat(ElementTable.standard().value(element, property).orElseThrow())
        .isCloseTo(expected, within(5.1e-4));
  }

  @Test
  void everyColumnHasNameUnitMeaningAndSource() {
    List<ElementTable.Property> properties = ElementTable.standard().properties();
    assertThat(properties).hasSizeGreaterThanOrEqualTo(40);
    Set<String> names = new HashSet<>();
    for (ElementTable.Property property : properties) {
      assertThat(property.name()).matches("[a-z][a-z0-9_]+");
      assertThat(property.unit()).isNotBlank().isNotEqualTo("unknown");
      assertThat(property.meaning()).as(property.name()).isNotBlank();
      assertThat(property.source()).as(property.name()).isNotBlank();
      assertThat(names.add(property.name())).isTrue();
    }
  }

  @Test
  void unitsInTheHeaderAreThoseOfTheDescriptions() throws IOException {
    try (InputStream csv = ElementTable.class.getResourceAsStream("elements.csv")) {
      String header =
          new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
      assertThat(header)
          .isEqualTo(
              ElementTable.standard().properties().stream()
                  .map(property -> property.name() + " [" + property.unit() + "]")
                  .collect(Collectors.joining(",", "symbol,", "")));
    }
  }

  @Test
  void rowsFollowAtomicNumbers() {
    double[] numbers = ElementTable.standard().column("atomic_number");
    for (Element element : Element.values()) {
      assertThat(numbers[element.ordinal()]).isEqualTo(element.number());
    }
  }

  @Test
  void massesRiseButForTheKnownInversions() {
    Set<Element> lighterThanTheirPredecessor =
        Set.of(Element.K, Element.Ni, Element.I, Element.Pa, Element.Np, Element.Am, Element.Hs);
    for (Element element : Element.values()) {
      assertThat(element.mass()).isBetween(element.number() * 1.0, element.number() * 2.7);
      if (element != Element.H) {
        Element before = Element.values()[element.ordinal() - 1];
        assertThat(element.mass() < before.mass())
            .as(element.toString())
            .isEqualTo(lighterThanTheirPredecessor.contains(element));
      }
    }
  }

  @Test
  void valencesAndIonizationEnergiesAreConsistent() {
    ElementTable table = ElementTable.standard();
    for (Element element : Element.values()) {
      OptionalDouble first = table.value(element, "ionization_energy_1");
      OptionalDouble second = table.value(element, "ionization_energy_2");
      if (first.isPresent() && second.isPresent()) {
        assertThat(second.getAsDouble()).isGreaterThan(first.getAsDouble());
      }
      OptionalDouble melting = table.value(element, "melting_point");
      OptionalDouble critical = table.value(element, "critical_temperature");
      if (melting.isPresent() && critical.isPresent()) {
        assertThat(critical.getAsDouble())
            .as(element.toString())
            .isGreaterThan(melting.getAsDouble());
      }
    }
  }

  /** A slip of the unit would move a value by a factor of ten or more. */
  @ParameterizedTest
  @CsvSource({
    "ionization_energy_1, eV, 3.8, 24.6",
    "electron_affinity, eV, -2.5, 3.7",
    "electronegativity_pauling, 1, 0.7, 4.0",
    "covalent_radius, Å, 0.28, 2.6",
    "van_der_waals_radius, Å, 1.0, 3.5",
    "atomic_radius, Å, 0.25, 2.7",
    "atomic_radius_calculated, Å, 0.3, 3.0",
    "metallic_radius, Å, 1.1, 2.8",
    "density, g/cm3, 0.07, 23",
    "molar_volume, cm3/mol, 4, 75",
    "melting_point, K, 0.9, 3900",
    "boiling_point, K, 4.2, 6000",
    "thermal_conductivity, W/(m K), 0.003, 450",
    "electrical_resistivity, 1e-8 Ohm m, 1.5, 200",
    "bulk_modulus, GPa, 1, 470",
    "youngs_modulus, GPa, 1, 600",
    "shear_modulus, GPa, 1, 300",
    "poissons_ratio, 1, 0, 0.5",
    "mohs_hardness, 1, 0, 10",
    "speed_of_sound, m/s, 200, 20000"
  })
  void valuesAreOfTheSizeThatTheUnitImplies(String property, String unit, double from, double to) {
    ElementTable table = ElementTable.standard();
    assertThat(table.property(property).unit()).isEqualTo(unit);
    for (Element element : Element.values()) {
      table
          .value(element, property)
          .ifPresent(value -> assertThat(value).as(element.toString()).isBetween(from, to));
    }
  }

  /**
   * Two columns of different packages: mass over density is the molar volume of the condensed
   * phase.
   */
  @Test
  void densityAndMolarVolumeAgree() {
    ElementTable table = ElementTable.standard();
    int compared = 0;
    for (Element element : Element.values()) {
      OptionalDouble density = table.value(element, "density");
      OptionalDouble volume = table.value(element, "molar_volume");
      boolean solid = table.value(element, "melting_point").orElse(0) > 300;
      if (density.isPresent() && volume.isPresent() && solid) {
        compared++;
        // 10 %: allotropes (C, P, S, Se) and revised lattices (Yb).
        assertThat(element.mass() / density.getAsDouble() / volume.getAsDouble())
            .as(element.toString())
            .isCloseTo(1, within(0.10));
      }
    }
    assertThat(compared).isGreaterThan(75);
  }

  @Test
  void whatIsNotKnownIsMissing() {
    ElementTable table = ElementTable.standard();
    assertThat(table.value(Element.He, "electronegativity_pauling")).isEmpty();
    assertThat(table.value(Element.Og, "melting_point")).isEmpty();
    assertThat(table.missing("atomic_mass")).isEmpty();
    assertThat(table.missing("covalent_radius")).hasSize(22).contains(Element.Bk, Element.Og);
    assertThat(table.column("melting_point")[Element.Og.ordinal()]).isNaN();
  }

  @Test
  void aColumnIsACopy() {
    ElementTable.standard().column("atomic_mass")[0] = 1000;
    assertThat(Element.H.mass()).isEqualTo(1.008);
  }

  @Test
  void anUnknownPropertyIsAnsweredByTheNearest() {
    assertThatThrownBy(() -> ElementTable.standard().value(Element.Fe, "covalent_radii"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("covalent_radii")
        .hasMessageContaining("Did you mean covalent_radius?");
  }

  @Test
  void readsATableOfTheUser() throws IOException {
    Path file =
        write(
            "\uFEFF# mine\n"
                + "symbol,my_radius [Å],score\r\n"
                + "Fe,1.26,\r\n\r\n"
                + "O,\"0.66\",-3e-1\r\n"
                + "Na,NaN,NA\n");
    ElementTable table = ElementTable.read(file);
    assertThat(table.properties())
        .containsExactly(
            new ElementTable.Property("my_radius", "Å", "", file.toString()),
            new ElementTable.Property("score", "unknown", "", file.toString()));
    assertThat(table.value(Element.Fe, "my_radius")).hasValue(1.26);
    assertThat(table.value(Element.Fe, "score")).isEmpty();
    assertThat(table.value(Element.O, "score")).hasValue(-0.3);
    assertThat(table.value(Element.Na, "my_radius")).isEmpty();
    assertThat(table.value(Element.H, "score")).isEmpty();
  }

  @Test
  void readsAnUnnamedFirstColumnAsSymbols() throws IOException {
    assertThat(ElementTable.read(write(",x\nFe,1\n")).value(Element.Fe, "x")).hasValue(1);
    assertThat(ElementTable.read(write("x,Element\n1,Fe\n")).value(Element.Fe, "x")).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 0 | is empty | one row per element",
        "symbol,x | 0 | header and no rows | one row per element",
        "symbol;Fe,1 | 1 | no property | Add a column",
        "a,b;Fe,1 | 1 | No column is called symbol | Name the column",
        "symbol,x,x;Fe,1,2 | 1 | Two columns are called x | its own name",
        "symbol,x [eV],x [Å];Fe,1,2 | 1 | Two columns are called x | its own name",
        "symbol,;Fe,1 | 1 | Column 2 has no name | name [unit]",
        "symbol,x;Fe,1;Xx,2 | 3 | \"Xx\" is not the symbol | Did you mean Xe?",
        "symbol,x;fe,1 | 2 | \"fe\" is not the symbol | Did you mean Fe?",
        "symbol,x;Fe,1;O,1;Fe,2 | 4 | Fe has a second row | one row",
        "symbol,x;Fe | 2 | 1 fields and the header 2 | every column",
        "symbol,x;Fe,1,2 | 2 | 3 fields and the header 2 | every column",
        "symbol,x;Fe,1.5.2 | 2 | \"1.5.2\" in column x | finite number",
        "symbol,x;Fe,Infinity | 2 | \"Infinity\" in column x | finite number",
        "symbol,x;Fe,1e999 | 2 | \"1e999\" in column x | finite number",
        "symbol,x;Fe,iron | 2 | \"iron\" in column x | Write a number",
        "symbol,x;Fe,\"1 | 0 | not CSV | never closed"
      })
  void saysWhatIsWrongInWhichLine(String content, int line, String what, String mend)
      throws IOException {
    Path file = write(content.replace(';', '\n'));
    MatterException problem =
        catchThrowableOfType(MatterException.class, () -> ElementTable.read(file));
    assertThat(problem).isNotNull();
    assertThat(problem.place()).contains(Place.line(file.toString(), line));
    assertThat(problem.what()).contains(what);
    assertThat(problem.what() + problem.mend()).contains(mend);
  }

  @Test
  void refusesFilesThatAreNoText() throws IOException {
    Path file = folder.resolve("latin1.csv");
    Files.write(file, "symbol,r [Å]\nFe,1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ElementTable.read(file))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("not UTF-8");
    assertThatThrownBy(() -> ElementTable.read(folder.resolve("absent.csv")))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> ElementTable.read(folder)).isInstanceOf(MatterException.class);
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), content);
  }
}
