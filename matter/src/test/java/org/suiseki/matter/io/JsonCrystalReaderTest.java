package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Species;

class JsonCrystalReaderTest {
  private static final String LINE =
      """
      {"id":"mp-1","lattice":[[0.0,2.82,2.82],[2.82,0.0,2.82],[2.82,2.82,0.0]],\
      "species":["Na","Cl"],"frac":[[0,0,0],[0.5,0.5,0.5]],"gap":5.00,"note":"a \\"b\\"",\
      "dos":[1.0, 2e0,NaN],"none":null,"metal":false,"deep":{"a":[{"b":1}]}}
      """;

  private static final String PYMATGEN =
      """
      {
        "@module": "pymatgen.core.structure", "@class": "Structure", "charge": 1.0,
        "lattice": {"matrix": [[4, 0, 0], [0, 4, 0], [0, 0, 5]], "pbc": [true, true, true], "a": 4},
        "sites": [
          {"species": [{"element": "Fe", "oxidation_state": 3, "occu": 0.5},
                       {"element": "Ni", "occu": 0.25}],
           "abc": [0, 0, 0], "xyz": [0, 0, 0], "label": "Fe:0.500, Ni:0.250", "properties": {}},
          {"species": [{"element": "O2-", "occu": 1}],
           "abc": [0.5, 0.5, 0.5], "label": "O7", "properties": {"magmom": NaN}},
          {"species": [{"element": "D", "occu": 1}], "abc": [0.5, 0, 0.5], "label": "D"}
        ]
      }
      """;

  private static final String OPTIMADE =
      """
      {"id": "db/1", "type": "structures", "links": {"self": "x"}, "attributes": {
        "elements": ["H", "O"], "nsites": 3, "dimension_types": [1, 1, 1],
        "lattice_vectors": [[4, 0, 0], [0, 4, 0], [0, 0, 8]],
        "cartesian_site_positions": [[0, 0, 0], [2, 2, 2], [1, 1, 4]],
        "species_at_sites": ["water", "heavy", "hole"],
        "species": [
          {"name": "water", "chemical_symbols": ["O", "vacancy"], "concentration": [0.75, 0.25]},
          {"name": "heavy", "chemical_symbols": ["H"], "concentration": [1.0], "mass": [2.014]},
          {"name": "hole", "chemical_symbols": ["vacancy"], "concentration": [1.0]}
        ],
        "_db_gap": 1.5, "last_modified": null}}
      """;

  private static final String JARVIS =
      """
      {"jid": "JVASP-1", "formation_energy": -1.5, "atoms": {"lattice_mat": [[4,0,0],[0,4,0],[0,0,8]],
       "coords": [[0,0,0],[2,2,4]], "elements": ["Cs", "I "], "cartesian": true, "props": ["", ""]}}
      """;

  @Test
  void readsJsonLines() {
    List<CrystalEntry> entries = read(LINE + "\n" + LINE.replace("mp-1", "mp-2"));
    assertThat(entries).extracting(CrystalEntry::id).containsExactly("mp-1", "mp-2");
    assertThat(entries).extracting(entry -> entry.place().line()).containsExactly(1, 3);
    Crystal crystal = entries.get(1).crystal();
    assertThat(crystal.lattice().get(0, 1)).isEqualTo(2.82);
    assertThat(crystal.element(1)).isEqualTo(Element.Cl);
    assertThat(crystal.fractional(1, 1)).isEqualTo(0.5);
  }

  /** Also of texts that need escapes, and of what lies beyond the first buffer. */
  @Test
  void keepsTheRestAsThePropertiesStand() {
    for (CrystalEntry entry : read(LINE.repeat(200))) {
      assertThat(entry.properties())
          .containsEntry("gap", "5.00")
          .containsEntry("note", "a \"b\"")
          .containsEntry("dos", "[1.0, 2e0,NaN]")
          .containsEntry("metal", "false")
          .containsEntry("deep", "{\"a\":[{\"b\":1}]}")
          .hasSize(5);
    }
  }

  @Test
  void readsOtherWaysToWriteSitesOfJsonLines() {
    String start = "{\"lattice\":[[4,0,0],[0,4,0],[0,0,8]],";
    Crystal cartesian =
        crystal(start + "\"species\":[\"Fe3+\"],\"cart_coords\":[[1,2,2]],\"labels\":[\"Fe1\"]}");
    assertThat(cartesian.fractionalCoordinates()).containsExactly(0.25, 0.5, 0.25);
    assertThat(cartesian.occupation(0)).hasToString("Fe3+");
    assertThat(cartesian.label(0)).isEqualTo("Fe1");
    Crystal pairs = crystal(start + "\"sites\":[[\"Sc\",[0.5,0.5,0.5]],[\"Sn\",[0,0,0]]]}");
    assertThat(pairs.composition().formula()).isEqualTo("ScSn");
    Crystal mixed =
        crystal(start + "\"species\":[{\"Ca2+\":0.8,\"Sr\":0.1}],\"frac_coords\":[[0,0,0]]}");
    assertThat(mixed.occupation(0)).hasToString("Ca2+:0.8 Sr:0.1");
  }

  @Test
  void readsStructuresOfPymatgen() {
    CrystalEntry entry = read(PYMATGEN).get(0);
    Crystal crystal = entry.crystal();
    assertThat(crystal.siteCount()).isEqualTo(3);
    assertThat(crystal.occupation(0)).hasToString("Fe3+:0.5 Ni:0.25");
    assertThat(crystal.label(0)).isEqualTo("Fe");
    assertThat(crystal.occupation(1)).hasToString("O2-");
    assertThat(crystal.label(1)).isEqualTo("O7");
    assertThat(crystal.occupation(2)).isEqualTo(Occupation.of(Species.parse("D").orElseThrow()));
    assertThat(entry.id()).isEqualTo("a.json");
    assertThat(entry.properties()).containsOnlyKeys("charge");
    assertThat(entry.warnings()).isEmpty();
  }

  @Test
  void readsDocumentsListsResponsesAndTextsOfStructures() {
    String text = PYMATGEN.replace("\"", "\\\"").replace("\n", " ");
    String all =
        "[{\"material_id\":\"mp-3\",\"e\":-1,\"structure\":"
            + PYMATGEN
            + "},{\"data\":[1],\"task_id\":\"t-1\",\"structure\":\""
            + text
            + "\"}]";
    List<CrystalEntry> entries = read(all);
    assertThat(entries).extracting(CrystalEntry::id).containsExactly("mp-3", "t-1");
    assertThat(entries.get(0).properties()).containsEntry("e", "-1").containsEntry("charge", "1.0");
    assertThat(entries.get(1).properties()).containsEntry("data", "[1]");
    assertThat(entries.get(1).crystal()).isEqualTo(entries.get(0).crystal());
    assertThat(read("{\"meta\":{\"x\":[1]},\"data\":" + all + ",\"links\":{}}")).hasSize(2);
    assertThat(read("{\"data\":" + PYMATGEN + "}")).hasSize(1);
  }

  @Test
  void readsCoordinatesInAngstromWhereFractionsAreAbsent() {
    String cartesian = PYMATGEN.replace("\"xyz\": [0, 0, 0], ", "").replace("\"abc\"", "\"xyz\"");
    assertThat(crystal(cartesian).fractional(1, 0)).isEqualTo(0.125);
    String cell =
        PYMATGEN.replace(
            "\"matrix\": [[4, 0, 0], [0, 4, 0], [0, 0, 5]]",
            "\"b\":4,\"c\":5,\"alpha\":90,\"beta\":90,\"gamma\":120");
    assertThat(crystal(cell).volume()).isCloseTo(80 * Math.sqrt(0.75), within(1e-12));
  }

  @Test
  void readsStructuresOfOptimade() {
    CrystalEntry entry = read(OPTIMADE).get(0);
    assertThat(entry.id()).isEqualTo("db/1");
    assertThat(entry.properties()).containsOnlyKeys("_db_gap");
    Crystal crystal = entry.crystal();
    assertThat(crystal.siteCount()).isEqualTo(2);
    assertThat(crystal.occupation(0)).hasToString("O:0.75");
    assertThat(crystal.occupation(1)).hasToString("D");
    assertThat(crystal.fractionalCoordinates()).containsExactly(0, 0, 0, 0.5, 0.5, 0.25);
    assertThat(read("{\"data\":[" + OPTIMADE + "," + OPTIMADE + "],\"meta\":{}}")).hasSize(2);
    assertThat(read("{\"data\":" + OPTIMADE + ",\"meta\":{}}")).hasSize(1);
  }

  @Test
  void saysWhatOptimadeHasThatCrystalsHaveNot() {
    CrystalEntry slab =
        read(OPTIMADE
                .replace("[1, 1, 1]", "[1, 1, 0]")
                .replace("[\"H\"]", "[\"X\"]")
                .replace("\"nsites\"", "\"assemblies\": [], \"nsites\""))
            .get(0);
    assertThat(slab.crystal().siteCount()).isEqualTo(1);
    assertThat(slab.warnings())
        .containsExactly(
            "Which sites go together ('assemblies') is not read; all are there in part.",
            "The structure is not periodic along c; it is taken as periodic.",
            "The places of 'X' hold no known atom and are left out.");
  }

  @Test
  void readsAtomsOfJarvis() {
    CrystalEntry entry = read(JARVIS).get(0);
    assertThat(entry.id()).isEqualTo("JVASP-1");
    assertThat(entry.properties()).containsEntry("formation_energy", "-1.5");
    assertThat(entry.crystal().fractionalCoordinates()).containsExactly(0, 0, 0, 0.5, 0.5, 0.5);
    assertThat(crystal(JARVIS.replace("true", "\"False\"")).fractional(1, 2)).isEqualTo(4);
  }

  /** The mark § stands where the error must point. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[2.82,2.82,0.0]|[2.82,2.82,§\"x\"]|The field 'lattice[2]' is not a finite number",
        "[2.82,2.82,0.0]|[2.82,2.82,§NaN]|The field 'lattice[2]' is not a finite number",
        "[2.82,2.82,0.0]|[2.82,2.82,§1e999]|The field 'lattice[2]' is not a finite number",
        "[2.82,2.82,0.0]|§[2.82,2.82]|The field 'lattice[2]' is not an array of three",
        "[[0.0,2.82,2.82]|§[[5.64,2.82,2.82]|The lattice vectors",
        "[[0.0,2.82,2.82],|§[|The field 'lattice' is not three vectors",
        "\"Cl\"]|§\"Qq\"]|'Qq' is no element",
        "\"Cl\"]|§7]|The field 'species' is not a text",
        "\"frac\":[|\"frac\":§[[1,1,1],|The field 'frac' has 3 elements for 2 sites",
        "[0.5,0.5,0.5]]|§0.5]|The field 'frac' is not an array of three numbers",
        "[0.5,0.5,0.5]]|[0.5,§null,0.5]]|The field 'frac' is not a finite number",
        "\"gap\"|§\"frac\":[],\"gap\"|The field 'frac' is given twice",
      })
  void namesTheLineAndColumnOfWhatIsWrong(String part, String wrong, String message) {
    marked(LINE, part, wrong, message);
  }

  @Test
  void namesTheObjectWhereAFieldIsMissing() {
    wrong(
        "\n " + LINE.replace("\"species\"", "\"kinds\""),
        "a.json:2:2: The field 'sites' is missing");
    wrong(
        LINE.replace("\"lattice\"", "\"cell\""),
        "a.json:1:1: The object with the fields [id, cell,");
    wrong(LINE.replace("0.5]]", "1e300]]"), "a.json:1:1: The site Cl lies at");
    wrong(LINE.replace("\"Cl\"]", "\"X\"]").replace("\"Na\"", "\"X\""), "The crystal has no atom");
    wrong(
        LINE.replace("[[0.0", "[[0.0,,"),
        "a.json:1:30: This is not JSON: Unexpected character (','");
  }

  @Test
  void namesThePlaceInStructures() {
    marked(PYMATGEN, "\"occu\": 0.25", "\"occu\": §\"a\"", "The field 'occu' is not a finite");
    marked(
        PYMATGEN, "\"occu\": 0.25", "\"occu\": 0.2, §\"occu\": 0.2", "The field 'occu' is given");
    marked(
        PYMATGEN.replace("0.25}", "0.75}"),
        "[{\"element\": \"Fe\"",
        "§[{\"element\": \"Fe\"",
        "The occupancies {");
    marked(
        PYMATGEN, "\"oxidation_state\": 3", "\"oxidation_state\": §30", "The oxidation state of");
    marked(PYMATGEN, "\"O2-\"", "§\"Oo\"", "'Oo' is no element");
    marked(PYMATGEN, "[0.5, 0.5, 0.5]", "§[0.5, 0.5]", "The field 'abc' is not an array of three");
    marked(
        PYMATGEN, "[0, 4, 0], ", "[0, 4, §NaN], ", "The field 'matrix[1]' is not a finite number");
    wrong(PYMATGEN.replace("\"sites\"", "\"atoms\""), "a.json:1:1: The field 'sites' is missing");
    marked(OPTIMADE, "\"heavy\", \"hole\"]", "\"heavy\", §\"hale\"]", "No species is named 'hale'");
    marked(
        OPTIMADE, "{\"name\": \"hole\"", "§{\"name\": \"heavy\"", "Two species are named 'heavy'");
    marked(
        OPTIMADE, "[1.0], \"mass\"", "§[], \"mass\"", "The field 'concentration' has 0 elements");
    marked(
        OPTIMADE,
        "[0, 0, 8]",
        "[§null, null, null]",
        "The field 'lattice_vectors[2]' is not a fin");
    marked(OPTIMADE, "[1, 1, 1]", "§[0, 0, 0]", "The structure is periodic in no direction");
    marked(JARVIS, "true", "§7", "The field 'cartesian' is not true or false");
    marked(JARVIS, "[2,2,4]", "§[]", "The field 'coords' is not an array of three numbers");
  }

  @Test
  void refusesWhatIsNoCrystal() {
    wrong("[]", "There is no crystal in it");
    wrong("[1,2]", "1:2: A crystal should begin here");
    wrong("{\"data\":[]}", "There is no crystal in it");
    wrong("{\"a\":1}", "1:1: The object with the fields [a] is no crystal");
    wrong(LINE + "{\"id\":\"x\"", "2:10: This is not JSON: Unexpected end-of-input");
    wrong(LINE + "x", "2:1: This is not JSON: Unrecognized token 'x'");
  }

  /** Hostile depth and size end early and in the room's own error. */
  @Test
  void holdsNoMoreThanOneCrystal() {
    wrong("[".repeat(100_000), "A crystal should begin here");
    wrong("{\"lattice\":" + "[".repeat(100_000), "Document nesting depth (101) exceeds");
    wrong("{\"lattice\":" + "{\"structure\":".repeat(5000), "Document nesting depth (101)");
    wrong("{\"structure\":".repeat(50) + "1", "Unexpected end-of-input");
    wrong("{\"sites\":[" + "[],".repeat(2_000_001), "more than 2,000,000 parts");
    InputStream blank =
        new SequenceInputStream(CrystalSamples.stream("{\"x\":"), new EndlessStream(' '));
    assertThatThrownBy(() -> JsonCrystalReader.read(blank, "a.json"))
        .hasMessageContaining("One entry takes more than 67,108,864 bytes");
  }

  @Test
  void refusesTextThatIsNotUtf8() {
    byte[] wide = LINE.getBytes(StandardCharsets.UTF_16LE);
    assertThatThrownBy(
            () -> JsonCrystalReader.read(new java.io.ByteArrayInputStream(wide), "a.json"))
        .hasMessageContaining("This is no text in UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    // Counts by zcat | wc -l; sums of densities by pymatgen 2022.11.7 with our atomic weights.
    "mp_dielectric_1056.jsonl.gz, 1056, mp-3486, 4421.2412293832795",
    "mp_piezo_941.jsonl.gz, 941, mp-767274, 4193.560117758928",
    "oxide_dielectric_1278.jsonl.gz, 1278, mvc-6622, 6608.193103584857",
    "phonon_dos_1521.jsonl.gz, 1521, mp-999549, 7184.422498200939",
  })
  void readsTheCollections(String name, int count, String last, double densities) {
    Path file = CrystalSamples.SHARED.resolve("data/crystals").resolve(name);
    assumeTrue(Files.exists(file), () -> "The collection is not beside the project: " + file);
    AtomicInteger seen = new AtomicInteger();
    double[] sum = {0};
    String[] id = {""};
    JsonCrystalReader.each(
        file,
        entry -> {
          seen.incrementAndGet();
          sum[0] += entry.crystal().density();
          id[0] = entry.id();
          assertThat(entry.warnings()).isEmpty();
          assertThat(entry.properties()).isNotEmpty();
        });
    assertThat(seen.get()).isEqualTo(count);
    assertThat(id[0]).isEqualTo(last);
    // Each density to 1e-14, and so the sum of a thousand.
    assertThat(sum[0]).isCloseTo(densities, within(1e-8));
  }

  /** The mark § stands where the error must point. */
  private static void marked(String text, String part, String wrong, String message) {
    assertThat(text).contains(part);
    String marked = text.replace(part, wrong);
    wrong(marked.replace("§", ""), CrystalSamples.placeOfMark(marked, "a.json") + ": " + message);
  }

  private static void wrong(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(message);
  }

  private static List<CrystalEntry> read(String text) {
    return JsonCrystalReader.read(CrystalSamples.stream(text), "a.json");
  }

  private static Crystal crystal(String text) {
    return read(text).get(0).crystal();
  }
}
