package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Spectrum;

class UnknownSpectraTest {
  private static final String SITES =
      "\"sites\":[{\"atom\":0,\"multiplicity\":1,\"energy\":[285.5,287],\"strength\":[0.1,0.2]}]}";
  private static final String TABLE =
      "energy [eV],methane,ethanol\n280,0,0.1\n281,1,0.2\n282,0.5,0.4\n";

  @TempDir Path folder;

  @Test
  void readsTheShippedTransitionsPlainAndPacked() throws IOException {
    CoreLossData known =
        CoreLossReader.read(write("five.jsonl", five()), CoreLossReader.Options.standard());
    byte[] packed = BoundedLinesTest.gzip(five().getBytes(StandardCharsets.UTF_8));
    Files.write(folder.resolve("five.bin"), packed);
    for (String name : new String[] {"five.jsonl", "five.bin"}) {
      UnknownSpectra read = CoreLossReader.readSpectra(folder.resolve(name));
      assertThat(read.rejected()).isEmpty();
      assertThat(read.source()).endsWith(name);
      assertThat(read.spectra())
          .isEqualTo(
              known.entries().stream()
                  .map(entry ->
                      new UnknownSpectrum(
                          entry.id(), Optional.of(entry.composition()), entry.absorption()))
                  .toList());
    }
  }

  @Test
  void transitionsNeedNotTellOfWhatTheyAre() throws IOException {
    UnknownSpectra read =
        read(
            "t.txt",
            "{\"id\":\"a\"," + SITES + "\n",
            "{\"id\":\"b\",\"smiles\":\"C\",\"properties\":7," + SITES + "\n",
            "{\"id\":\"c\",\"smiles\":null,\"species\":[\"C\",\"O\"]," + SITES + "\n");
    assertThat(read.rejected()).isEmpty();
    assertThat(read.spectra())
        .extracting(UnknownSpectrum::composition)
        .containsExactly(
            Optional.empty(),
            Optional.of(Composition.parse("CH4")),
            Optional.of(Composition.of(Map.of(Element.C, 1.0, Element.O, 1.0))));
    assertThat(((SiteSticks) read.spectra().get(0).absorption()).atoms()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{`id`:`x`,`smiles`:`CC`, | add up to 1, but the molecule has 2 carbons",
        "{`id`:`x`,`species`:[`O`], | names atom 0, which is no carbon",
        "{`id`:`x`,`smiles`:`C`,`species`:[`C`], | disagree with the SMILES",
        "{`id`:`x`,`smiles`:`C(`, | cannot be read at column",
        "{`id`:`x`,`species`:[], | The composition has no element",
        "{ | The field 'id' is missing",
        "{`id`:`a`, | The id 'a' was used before",
        "{`id`:`x`,,| The line is not JSON"
      })
  void aBadLineOfTransitionsIsRejected(String start, String message) throws IOException {
    String line = start.replace('`', '"') + SITES + "\n";
    UnknownSpectra read = read("t.jsonl", "{\"id\":\"a\"," + SITES + "\n", line);
    assertThat(read.spectra()).extracting(UnknownSpectrum::id).containsExactly("a");
    assertThat(read.rejected())
        .singleElement()
        .satisfies(error -> assertThat(error.getMessage()).contains("t.jsonl:2").contains(message));
  }

  @Test
  void aBadFirstLineDoesNotHideTheKind() throws IOException {
    UnknownSpectra read =
        read("t.jsonl", "{\"id\":\n", "{\"id\":\"b\"}\n", "{\"id\":\"a\"," + SITES + "\n");
    assertThat(read.spectra()).extracting(UnknownSpectrum::id).containsExactly("a");
    assertThat(read.rejected()).hasSize(2);
  }

  @Test
  void readsSpectraLines() throws IOException {
    UnknownSpectra read =
        read(
            "s.dat",
            "\uFEFF{\"id\":\"b\",\"energy\":[0.28,0.29],\"intensity\":[1,2],\"unit\":\"keV\"}\r\n",
            "\r\n",
            "{\"id\":\"a\",\"energy\":[280,290],\"intensity\":[3,4]}\r\n",
            "{\"id\":\"late\",\"energy\":[290,280],\"intensity\":[3,4]}\r\n",
            "{\"id\":\"twice\",\"energy\":[280,280],\"intensity\":[3,4]}\r\n",
            "{\"id\":\"wave\",\"energy\":[4,5],\"intensity\":[3,4],\"unit\":\"nm\"}\r\n",
            "{\"id\":\"nan\",\"energy\":[280,\"NaN\"],\"intensity\":[3,4]}\r\n",
            "{\"energy\":[280,290],\"intensity\":[3,4]}\r\n");
    assertThat(read.spectra()).extracting(UnknownSpectrum::id).containsExactly("b", "a");
    assertThat(spectrum(read, 0).axis().first()).isCloseTo(280, within(1e-9));
    assertThat(spectrum(read, 1).values()).containsExactly(3, 4);
    assertThat(read.rejected())
        .extracting(MatterException::getMessage)
        .hasSize(5)
        .anyMatch(text -> text.contains("s.dat:4: The axis energy [eV] does not rise at point 2"))
        .anyMatch(text -> text.contains("s.dat:5:") && text.contains("(a duplicate)"))
        .anyMatch(text -> text.contains("s.dat:6: The energies are in 'nm'"))
        .anyMatch(text -> text.contains("s.dat:7: The field 'energy[1]' is \"NaN\""))
        .anyMatch(text -> text.contains("s.dat:8: The field 'id' is missing"));
  }

  @Test
  void readsAWideTable() throws IOException {
    UnknownSpectra read =
        read(
            "x.txt",
            "\uFEFF# taken at night\r\n",
            "energy [keV];a;\"b;c\";bad;;a\r\n",
            "0.28;0;1;1;1;1\r\n",
            "0.281;1;;x;1;1\r\n",
            "0.282;1;3;1;1;1\r\n");
    assertThat(read.spectra()).extracting(UnknownSpectrum::id).containsExactly("b;c");
    assertThat(spectrum(read, 0).axis().length()).isEqualTo(2);
    assertThat(spectrum(read, 0).axis().last()).isCloseTo(282, within(1e-9));
    assertThat(read.spectra().get(0).composition()).isEmpty();
    assertThat(read.rejected())
        .extracting(MatterException::getMessage)
        .hasSize(3)
        .anyMatch(text -> text.contains("There is a second spectrum of 'a'"))
        .anyMatch(text -> text.contains("x.txt:2: Column 5 has no head"))
        .anyMatch(text -> text.contains("x.txt:4: The intensity of 'bad' is 'x'"));
  }

  @Test
  void moreBadColumnsThanAReaderHasPatienceForDoNotHideAGoodOne() throws IOException {
    StringBuilder heads = new StringBuilder("energy [eV]");
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      heads.append(",bad").append(i);
      cells.append(",x");
    }
    UnknownSpectra read =
        read("x.csv", heads + ",good\n", "280" + cells + ",1\n", "281" + cells + ",2\n");
    assertThat(read.spectra()).extracting(UnknownSpectrum::id).containsExactly("good");
    assertThat(read.rejected()).hasSize(150);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "280 0;281 1 | night.7",
        "# energy [keV] counts;0.280\t0;0.281\t1 | night.7",
        "energy [eV],intensity;280,0;281,1 | night.7",
        "Energy (eV),Normalised absorption [1];280,0;281,1 | night.7",
        "energy [eV],mu(E);280,0;281,1 | night.7",
        "x,y;280,0;281,1 | night.7",
        "energy [eV] methane;280 0;281 1 | night.7",
        "energy [eV],methane;280,0;281,1 | methane",
        "Photon energy [keV],2-butanol;0.280,0;0.281,1 | 2-butanol",
        "energy,\"a,b\";\"280\",0;281,1;282, | a,b"
      })
  void twoColumnsAreOneSpectrum(String text, String id) throws IOException {
    Path plain = write("night.7.xy", text.replace(';', '\n') + "\n");
    byte[] packed = BoundedLinesTest.gzip(Files.readAllBytes(plain));
    Path gzip = Files.write(folder.resolve("night.7.xy.gz"), packed);
    for (Path file : new Path[] {plain, gzip}) {
      UnknownSpectra read = CoreLossReader.readSpectra(file);
      assertThat(read.rejected()).isEmpty();
      assertThat(read.spectra()).extracting(UnknownSpectrum::id).containsExactly(id);
      assertThat(spectrum(read, 0).axis().first()).isCloseTo(280, within(1e-9));
      assertThat(spectrum(read, 0).axis().last()).isCloseTo(281, within(1e-9));
      assertThat(spectrum(read, 0).values()).containsExactly(0, 1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "282 1;281 2 | f.xy:2: The energies do not rise: 281.0 eV comes after 282.0",
        "281 1;281 2 | f.xy:2: The energies do not rise",
        "NaN 1;281 2 | f.xy:1: The energy is NaN",
        "energy,intensity;nan,1;281,2 | f.xy:2: The energy is 'nan'",
        "280,5\t1,0;281,5\t2,0 | f.xy:2: The energy is '281,5'",
        "280,5;281,0,2 | f.xy:2: The line has 3 column(s)",
        "energy [nm],y;1,2;2,3 | f.xy:2: The energies are in 'nm'",
        "energy [nm],a,b;1,2,2;2,3,3 | f.xy:1: The energies are in 'nm'",
        "energy [eV],a,b;281,1,1;280,2,2 | f.xy:3: The energies do not rise",
        "energy [eV],a,b;281,1,1;281,2,2 | f.xy:3: The energies do not rise",
        "energy [eV],a,b;281,1,1;NaN,2,2 | f.xy:3: The energy is NaN",
        "energy [eV],a,b;281,x,x;282,2,2 | None of its 2 rows can be used. The first: The intensity",
        "280 | f.xy:1: The file holds 1 column(s) without heads: '280'.",
        "280 1 2;281 1 2 | f.xy:1: The file holds 3 column(s) without heads",
        "E A B;280 1 2 | f.xy:1: The file holds 3 column(s) below the head 'E A B'",
        "energy [eV],a | f.xy:1: The file holds only the line 'energy [eV],a'.",
        "id,smiles,gap [eV];a,C,1 | f.xy:1: The file holds no numbers below its first line",
        "<html>;<p> | f.xy:1: The file holds no numbers below its first line '<html>'.",
        "{\"id\":\"a\"} | lines is a JSON object with 'sites' or 'energy'. The first: It has",
        "{\"id\": | The first: The line is not JSON",
        "[1,2];[2,3] | The file holds no numbers below",
        "# only;% comments | The file holds nothing but blank lines and comments."
      })
  void whatCannotBeUsedIsOneError(String text, String message) throws IOException {
    Path file = write("f.xy", text.replace(';', '\n'));
    assertThatThrownBy(() -> CoreLossReader.readSpectra(file))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(message)
        .satisfies(error -> assertThat(((MatterException) error).mend()).isNotBlank());
  }

  @Test
  void emptyMissingAndBinaryFilesAreOneErrorEach() throws IOException {
    assertRefused(write("e.csv", ""), "e.csv: The file is empty.", "Give JSON lines with 'id'");
    assertRefused(folder.resolve("absent.csv"), "absent.csv: There is no such file or folder.");
    byte[] junk = new byte[5000];
    new Random(3).nextBytes(junk);
    assertRefused(Files.write(folder.resolve("junk"), junk), "no UTF-8", "Give JSON lines");
    assertRefused(Files.write(folder.resolve("nul"), new byte[5000]), "only the line '\uFFFD");
    byte[] packed = BoundedLinesTest.gzip(five().getBytes(StandardCharsets.UTF_8));
    Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(packed, packed.length - 20));
    assertRefused(cut, "cut off or damaged");
  }

  @Test
  void damagedBytesNeverEscapeTheException() throws IOException {
    byte[] bytes = TABLE.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      Path file = Files.write(folder.resolve("damaged"), damaged);
      try {
        assertThat(CoreLossReader.readSpectra(file).spectra()).isNotEmpty();
      } catch (MatterException e) {
        assertThat(e.mend()).isNotBlank();
      }
    }
  }

  @Test
  void aFolderNeedsNoPropertyTable() throws IOException {
    write("spectra.csv", TABLE);
    UnknownSpectra read = CoreLossReader.readSpectra(folder);
    assertThat(read.spectra())
        .extracting(UnknownSpectrum::id)
        .containsExactly("methane", "ethanol");
    assertThat(read.spectra()).allMatch(spectrum -> spectrum.composition().isEmpty());
    assertThat(read.rejected()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "properties.csv:id,smiles,formula,gap;ethanol,CCO,,x;methane,,,;lost,C,,1;ethanol,C,,;,C,,",
        "properties.jsonl:{\"id\":\"ethanol\",\"formula\":\"C2H6O\",\"gap\":[1]};{\"id\":\"methane\"};"
            + "{\"id\":\"lost\"};{\"id\":\"ethanol\"};{\"smiles\":\"C\"}"
      })
  void aPropertyTableGivesCompositions(String table) throws IOException {
    write("spectra.csv", TABLE);
    int colon = table.indexOf(':');
    write(table.substring(0, colon), table.substring(colon + 1).replace(';', '\n'));
    UnknownSpectra read = CoreLossReader.readSpectra(folder);
    assertThat(read.spectra())
        .extracting(UnknownSpectrum::id)
        .containsExactly("methane", "ethanol");
    assertThat(read.spectra().get(0).composition()).isEmpty();
    assertThat(read.spectra().get(1).composition()).contains(Composition.parse("C2H6O"));
    assertThat(read.rejected())
        .extracting(MatterException::what)
        .hasSize(3)
        .anyMatch(what -> what.startsWith("There is no spectrum of 'lost'"))
        .anyMatch(what -> what.equals("The id 'ethanol' was used before."))
        .anyMatch(what -> what.equals("The row has no id."));
  }

  @Test
  void aBadRowOfTheTableLeavesItsSpectrumWithoutComposition() throws IOException {
    write("spectra.csv", TABLE);
    write("properties.csv", "id,smiles\nmethane,C(\nethanol,CCO\n");
    UnknownSpectra read = CoreLossReader.readSpectra(folder);
    assertThat(read.spectra().get(0).composition()).isEmpty();
    assertThat(read.spectra().get(1).composition()).isPresent();
    assertThat(read.rejected())
        .singleElement()
        .satisfies(error -> assertThat(error.getMessage()).contains("properties.csv:2"));
  }

  @Test
  void aFolderOfTwoColumnFilesIsReadByName() throws IOException {
    Files.createDirectory(folder.resolve("spectra"));
    write("spectra/b.dat", "280 0\n281 1\n");
    write("spectra/a.xy", "# energy [keV]\n0.280 0\n0.281 1\n");
    write("spectra/c.txt", "281 0\n280 1\n");
    write("spectra/notes.md", "cold");
    UnknownSpectra read = CoreLossReader.readSpectra(folder);
    assertThat(read.spectra()).extracting(UnknownSpectrum::id).containsExactly("a", "b");
    assertThat(read.rejected())
        .singleElement()
        .satisfies(error -> assertThat(error.getMessage()).contains("c.txt:2"));
  }

  @Test
  void filesOfTwoColumnsMayLieInTheFolderItself() throws IOException {
    write("a.dat", "280 0\n281 1\n");
    write("b.CSV", "energy [eV],mu\n280,0\n281,1\n");
    write("bad.txt", "280\n");
    write("properties.csv", "id,formula\na,CH4\nb,C2H6\n");
    UnknownSpectra read = CoreLossReader.readSpectra(folder);
    assertThat(read.spectra()).extracting(UnknownSpectrum::id).containsExactly("a", "b");
    assertThat(read.spectra().get(1).composition()).contains(Composition.parse("C2H6"));
    assertThat(read.rejected())
        .singleElement()
        .satisfies(error -> assertThat(error.getMessage()).contains("bad.txt:1"));
  }

  @ParameterizedTest
  @CsvSource({
    "%PDF-1.7, a PDF document",
    "\u0089PNG, a PNG image",
    "'PK\u0003\u0004', a zip archive",
    "\u00ff\u00d8\u00ff\u00e0, a JPEG image",
    "\u0089HDF, an HDF5 file",
    "'\u0000\u0000\u0000\u0003\u0000', a DigitalMicrograph file"
  })
  void aFileThatIsNoTextIsCalledByItsName(String first, String name) throws IOException {
    byte[] bytes = first.getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("plain"), bytes);
    Files.write(folder.resolve("packed"), BoundedLinesTest.gzip(bytes));
    assertRefused(folder.resolve("plain"), "plain: This is " + name, ", not text.");
    assertRefused(folder.resolve("packed"), "packed: This is " + name, ", not text.");
  }

  @Test
  void aFolderWithoutSpectraSaysWhatItHolds() throws IOException {
    assertRefused(folder, "The folder holds nothing.", "spectra.csv, spectra.jsonl, spectra");
    write("properties.csv", "id,smiles\na,C\n");
    assertRefused(folder, "The folder holds [properties.csv].");
    Files.createDirectory(folder.resolve("spectra"));
    assertRefused(folder, "There is no spectrum of 'a'");
    Files.delete(folder.resolve("properties.csv"));
    assertRefused(folder, "There is no spectrum in it.");
  }

  private static void assertRefused(Path path, String... messages) {
    assertThatThrownBy(() -> CoreLossReader.readSpectra(path))
        .isInstanceOf(MatterException.class)
        .hasMessageContainingAll(messages);
  }

  private UnknownSpectra read(String name, String... lines) throws IOException {
    return CoreLossReader.readSpectra(write(name, String.join("", lines)));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Spectrum spectrum(UnknownSpectra read, int index) {
    return ((MeasuredSpectrum) read.spectra().get(index).absorption()).spectrum();
  }

  /** Methane, formaldehyde, ethanol, urea and benzene of the shipped collection. */
  private static String five() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(UnknownSpectraTest.class.getResourceAsStream("five.jsonl"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
