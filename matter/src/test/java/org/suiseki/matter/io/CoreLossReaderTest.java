package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;

class CoreLossReaderTest {
  private static final Path SHIPPED =
      Path.of("../../shared/data/core_level/carbon_k_edge_xch.jsonl.gz");
  private static final CoreLossReader.Options LENIENT = CoreLossReader.Options.standard();

  @Test
  void readsTheFixture() throws IOException {
    CoreLossData data = read(fixture());
    assertThat(data.entries())
        .extracting(CoreLossEntry::id)
        .containsExactly("qm9_1", "qm9_6", "qm9_14", "qm9_20", "qm9_214");
    assertThat(data.rejected()).isEmpty();
    assertThat(data.warnings()).isEmpty();
    assertThat(data.propertyUnits()).containsEntry("zpve", "hartree").hasSize(11);
    CoreLossEntry methane = data.entries().get(0);
    assertThat(methane.properties()).containsEntry("gap", 17.35289).hasSize(11);
    assertThat(methane.composition().amount(Element.H)).isEqualTo(4);
    SiteSticks sites = (SiteSticks) methane.absorption();
    assertThat(sites.atoms()).isEqualTo(1);
    assertThat(sites.sites().get(0).sticks().energy(0)).isEqualTo(288.567);
    // Benzene: six equal carbons.
    assertThat(((SiteSticks) data.entries().get(4).absorption()).atoms()).isEqualTo(6);
  }

  @Test
  void readsTheShippedCollectionAndGroupsItEvenly() {
    assumeTrue(Files.exists(SHIPPED), () -> "The collection is not beside the project: " + SHIPPED);
    CoreLossData data = CoreLossReader.read(SHIPPED, LENIENT.withStrict(true));
    assertThat(data.entries()).hasSize(293);
    assertThat(data.warnings()).isEmpty();
    assertThat(data.sha256())
        .isEqualTo("4377b0316b8e6763123262c2ddc560181c7b25fbc88c1b75f23151f46ed20a30");
    Map<String, Integer> groups = new HashMap<>();
    data.entries()
        .forEach(entry -> groups.merge(entry.molecule().orElseThrow().scaffold(), 1, Integer::sum));
    // A group above a tenth could fill a whole fold of ten.
    assertThat(groups.values()).allMatch(size -> size <= 0.1 * data.entries().size());
    assertThat(groups).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"smiles\":\"C=O\" | \"smiles\":\"C=(\" | cannot be read at column",
        "\"smiles\":\"C=O\" | \"smiles\":\"CO\" | disagree with the SMILES",
        "\"smiles\":\"C=O\" | \"smiles\":7 | The field 'smiles' is 7; expected text",
        "\"smiles\":\"C=O\" | \"formula\":\"CH2O\" | The field 'smiles' is missing",
        "\"species\":[\"C\" | \"species\":[\"Q\" | The field 'species' is \"Q\"",
        "\"atom\":0 | \"atom\":1 | names atom 1, which is no carbon",
        "\"atom\":0 | \"atom\":99 | names atom 99, which is no carbon",
        "\"multiplicity\":1 | \"multiplicity\":2 | add up to 2, but the molecule has 1 carbons",
        "\"multiplicity\":1 | \"multiplicity\":0 | multiplicity 0",
        "\"multiplicity\":1 | \"multiplicity\":1.5 | expected a whole number",
        "285.743, | `` | 11 energies and 12 strengths",
        "285.743 | NaN | The line is not JSON",
        "285.743 | 1e999 | The energy of transition 1 is Infinity",
        "285.743 | \"x\" | The field 'energy[0]' is \"x\"; expected a number",
        "0.002352 | -0.002352 | The strength of transition 1 (285.743 eV) is -0.002352",
        "\"gap\":3.6204 | \"gap\":\"wide\" | The field 'gap' is \"wide\"; expected a finite number",
        "\"gap\":3.6204 | \"gap\":1,\"gap\":2 | Duplicate",
        "\"sites\": | \"places\": | The field 'sites' is missing",
        "\"id\":\"qm9_6\" | \"id\":\"qm9_1\" | The id 'qm9_1' was used before",
        "\"id\":\"qm9_6\" | \"id\":\"\" | expected text"
      })
  void aBadLineIsListedAndTheRestGoesOn(String found, String replacement, String message)
      throws IOException {
    String text = replaceInSecondLine(found, replacement);
    CoreLossData data = read(text);
    assertThat(data.entries()).hasSize(4);
    assertThat(data.rejected())
        .singleElement()
        .satisfies(error -> {
          assertThat(error.getMessage()).startsWith("memory:2").contains(message);
          assertThat(error.mend()).isNotBlank();
        });
    assertThatThrownBy(() -> CoreLossReader.read(stream(text), "memory", LENIENT.withStrict(true)))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aMissingPropertyIsAWarning() throws IOException {
    CoreLossData data = read(replaceInSecondLine("\"gap\":3.6204", "\"gap\":null,\"spin\":1"));
    assertThat(data.entries().get(1).properties()).doesNotContainKeys("gap", "spin").hasSize(10);
    assertThat(data.warnings())
        .extracting(MatterException::what)
        .containsExactly("The unit of spin is not known; left out.", "'qm9_6' lacks gap.");
    assertThat(data.warnings().get(1).place())
        .hasValueSatisfying(place -> assertThat(place.line()).isEqualTo(2));
  }

  @Test
  void byteOrderMarkCarriageReturnsAndBlankLinesDoNotMatter() throws IOException {
    String text = "\uFEFF" + fixture().replace("\n", "\r\n\r\n");
    assertThat(read(text).entries()).isEqualTo(read(text).entries()).hasSize(5);
  }

  @Test
  void whatHoldsNoEntryIsOneError() {
    for (String text : List.of("", "\n\n")) {
      assertThatThrownBy(() -> read(text))
          .hasMessageStartingWith("memory: There is no entry in it.");
    }
    for (String text :
        List.of("hello", "[1,2]", "<html>\n</html>", "{}", "null", "{\"id\":1} {\"id\":2}")) {
      assertThatThrownBy(() -> read(text))
          .isInstanceOf(MatterException.class)
          .hasMessageContaining("None of the first");
    }
    assertThatThrownBy(() -> read("x\n".repeat(1_000_000)))
        .hasMessageContaining("None of the first 100 rows");
    assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> CoreLossReader.read(Path.of("absent.jsonl"), LENIENT))
        .hasMessageContaining("absent.jsonl: There is no such file or folder.");
  }

  @Test
  void truncatedGzipIsOneError() throws IOException {
    byte[] packed = BoundedLinesTest.gzip(fixture().getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> read(Arrays.copyOf(packed, packed.length - 20)))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("cut off or damaged");
  }

  /** Whatever one byte becomes, the reader answers with entries or with its own exception. */
  @Test
  void damagedBytesNeverEscapeTheException() throws IOException {
    byte[] bytes = fixture().getBytes(StandardCharsets.UTF_8);
    Random random = new Random(11);
    for (int i = 0; i < 400; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      try {
        assertThat(read(damaged).entries()).hasSizeGreaterThanOrEqualTo(3);
      } catch (MatterException e) {
        assertThat(e.mend()).isNotBlank();
      }
    }
  }

  private static CoreLossData read(String text) {
    return CoreLossReader.read(stream(text), "memory", LENIENT);
  }

  private static CoreLossData read(byte[] bytes) {
    return CoreLossReader.read(new ByteArrayInputStream(bytes), "memory", LENIENT);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String replaceInSecondLine(String found, String replacement) throws IOException {
    String[] lines = fixture().split("\n");
    assertThat(lines[1]).contains(found);
    lines[1] = lines[1].replace(found, replacement == null ? "" : replacement);
    return String.join("\n", lines);
  }

  /** Methane, formaldehyde, ethanol, urea and benzene of the shipped collection. */
  private static String fixture() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CoreLossReaderTest.class.getResourceAsStream("five.jsonl"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
