package org.suiseki.study.xrd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.house.SharedCrystals;
import org.suiseki.learn.Column;
import org.suiseki.learn.Progress;
import org.suiseki.matter.MatterException;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.StudyException;

class PatternFolderTest {
  private static final PatternFolder.Options STANDARD = PatternFolder.Options.standard();

  @TempDir private Path folder;

  private static PatternSet read(Path source, PatternFolder.Options options) {
    return PatternFolder.read(source, options, Progress.SILENT);
  }

  /** A pattern of 40 points with a peak, under a head. */
  private static String pattern(String head, double from, double peak) {
    StringBuilder text = new StringBuilder(head);
    for (int i = 0; i < 40; i++) {
      double x = from + 0.5 * i;
      text.append(
          String.format(
              Locale.ROOT, "%.2f %.1f%n", x, 10 + 500 * Math.exp(-Math.pow(x - peak, 2))));
    }
    return text.toString();
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private void writeTwelve(String head) throws IOException {
    for (int i = 0; i < 12; i++) {
      write(String.format(Locale.ROOT, "s%02d.xy", i), pattern(head, 20, 25 + i));
    }
  }

  @Test
  void readsFilesAndTheirTable() throws IOException {
    writeTwelve("");
    StringBuilder table = new StringBuilder("file,Zr [at.%],note,Co,family\n");
    for (int i = 0; i < 11; i++) {
      // By name with and without the suffix; two of each composition.
      table.append(
          String.format(
              Locale.ROOT,
              "s%02d%s,%d,good,%s,%s%n",
              i,
              i % 2 == 0 ? ".xy" : "",
              i / 2,
              i == 3 ? "" : "0.5",
              i < 6 ? "one" : "two"));
    }
    write("values.csv", table + "s77.xy,1,good,1,one\n");
    write("parent.cif", "data_x\n");
    PatternSet set = read(folder, STANDARD.withUnits(Map.of("Co", "wt.%")));
    assertThat(set.size()).isEqualTo(12);
    assertThat(set.properties())
        .containsExactly(new Column("Zr", "at.%"), new Column("Co", "wt.%"));
    assertThat(set.patterns().get(4).values()).containsExactly(2, 0.5);
    assertThat(set.patterns().get(3).values()[1]).isNaN();
    assertThat(set.patterns().get(11).values()).containsOnly(Double.NaN);
    assertThat(set.patterns().get(6).family()).isEqualTo("two");
    assertThat(set.groups().get(4)).isEqualTo(set.groups().get(5));
    assertThat(set.groups().get(2)).isNotEqualTo(set.groups().get(3));
    assertThat(set.groups().get(11)).isEqualTo("s11.xy");
    assertThat(set.wavelength()).isNaN();
    assertThat(set.warnings())
        .anyMatch(one -> one.contains("parent.cif"))
        .anyMatch(one -> one.contains("[note]"))
        .anyMatch(one -> one.contains("name no pattern, such as s77.xy"))
        .anyMatch(one -> one.contains("nothing of 1 patterns"));
    // Another table is another origin, the same content the same.
    assertThat(read(folder, STANDARD).origin()).isEqualTo(set.origin());
    write("values.csv", table.toString());
    assertThat(read(folder, STANDARD).origin().sha256()).isNotEqualTo(set.origin().sha256());
  }

  /** A thickness that differs, or a blank cell, does not part what the table calls one sample. */
  @Test
  void keepsPatternsOfOneNamedSampleTogether() throws IOException {
    writeTwelve("");
    StringBuilder table = new StringBuilder("file,Zr [at.%],sample\n");
    for (int i = 0; i < 11; i++) {
      table.append(
          String.format(Locale.ROOT, "s%02d,%d,%s%n", i, i, i < 8 ? "batch " + i / 4 : ""));
    }
    write("values.csv", table.toString());
    PatternSet set = read(folder, STANDARD);
    assertThat(set.groups().subList(0, 8))
        .containsExactly(
            "batch 0", "batch 0", "batch 0", "batch 0", "batch 1", "batch 1", "batch 1", "batch 1");
    assertThat(set.groups().subList(8, 12)).doesNotHaveDuplicates();
    assertThat(set.properties()).containsExactly(new Column("Zr", "at.%"));
  }

  @Test
  void goesOnWithoutATable() throws IOException {
    writeTwelve("");
    PatternSet set = read(folder, STANDARD);
    assertThat(set.properties()).isEmpty();
    assertThat(set.groups()).doesNotHaveDuplicates();
    assertThat(set.modelling()).isEmpty();
  }

  @Test
  void refusesBadFilesOneByOne() throws IOException {
    writeTwelve("");
    write("bad/empty.xy", "");
    write("bad/one.xy", "20 5\n");
    write("bad/few.xy", "20 5\n21 5\n22 6\n");
    write("bad/nan.xy", "20 5\n21 NaN\n22 6\n23 4\n24 4\n");
    write("bad/turns.xy", "20 5\n21 5\n20.5 6\n23 4\n24 4\n");
    write("bad/negative.xy", pattern("", 20, 30).replace(" 10.0", " -3.0"));
    write("bad/zero.xy", pattern("", 20, 30).replaceAll(" [0-9.]+(?=\\R)", " 0"));
    write("bad/crystal.txt", "data_NaCl\n_cell_length_a 5.6\n");
    PatternSet set = read(folder, STANDARD);
    assertThat(set.size()).isEqualTo(12);
    assertThat(set.refused())
        .extracting(PredictionTable.Refused::id)
        .containsExactlyInAnyOrder(
            "bad/empty.xy",
            "bad/one.xy",
            "bad/few.xy",
            "bad/nan.xy",
            "bad/turns.xy",
            "bad/negative.xy",
            "bad/zero.xy",
            "bad/crystal.txt");
    assertThat(reason(set, "bad/negative.xy")).contains("-3");
    assertThat(reason(set, "bad/few.xy")).contains("3 points");
    Pattern negative =
        read(folder, STANDARD.withNegative(PatternFolder.Negative.ZERO)).patterns().stream()
            .filter(one -> one.id().equals("bad/negative.xy"))
            .findFirst()
            .orElseThrow();
    assertThat(negative.spectrum().values()).contains(0);
    assertThat(Arrays.stream(negative.spectrum().values()).min()).hasValue(0);
    assertThatThrownBy(() -> read(folder, STANDARD.withStrict(true)))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("bad/");
  }

  private static String reason(PatternSet set, String id) {
    return set.refused().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow()
        .reason();
  }

  @Test
  void fewPatternsAreNoStudy() throws IOException {
    write("a.xy", pattern("", 20, 30));
    write("b.xy", "20 5\n");
    assertThatThrownBy(() -> read(folder, STANDARD))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("1 pattern can be used, at least 10")
        .hasMessageContaining("b.xy");
    assertThatThrownBy(() -> read(folder.resolve("nowhere"), STANDARD))
        .hasMessageContaining("no such file");
  }

  @Test
  void otherWavelengthsAreConvertedAndMissingOnesAskedFor() throws IOException {
    writeTwelve("# wavelength: 1.5406\n");
    write("t.xy", pattern("# wavelength: 1.7890\n", 20, 30));
    write("u.xy", pattern("", 20, 30));
    PatternSet set = read(folder, STANDARD);
    assertThat(set.wavelength()).isEqualTo(1.5406);
    assertThat(set.size()).isEqualTo(13);
    Pattern converted = set.patterns().get(12);
    // Bragg: sin θ goes with the wavelength.
    double first = 2 * Math.toDegrees(Math.asin(Math.sin(Math.toRadians(10)) * 1.5406 / 1.7890));
    assertThat(converted.spectrum().axis().first()).isCloseTo(first, within(1e-9));
    assertThat(set.warnings())
        .anyMatch(one -> one.contains("1.5406 Å") && one.contains("t.xy, 1.789 Å"));
    assertThat(reason(set, "u.xy")).contains("1.5406").contains("none is assumed");
    assertThat(read(folder, STANDARD.withWavelength(1.5406)).size()).isEqualTo(14);
  }

  @Test
  void differentAxesAreRefusedWithBothFiles() throws IOException {
    writeTwelve("");
    write("z.xy", pattern("# q (1/A)  intensity\n", 1, 3));
    assertThatThrownBy(() -> read(folder, STANDARD))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("s00.xy is over two-theta [degree]")
        .hasMessageContaining("z.xy over Q [1/Å]");
  }

  @Test
  void aTableOfWordsOrOfOthersIsNotTakenSilently() throws IOException {
    writeTwelve("");
    write("values.csv", "id,Co\nother,3\n");
    PatternSet set = read(folder, STANDARD);
    assertThat(set.properties()).isEmpty();
    assertThat(set.warnings()).anyMatch(one -> one.contains("No row of values.csv"));
    PatternFolder.Options named = STANDARD.withTable(folder.resolve("values.csv"));
    assertThatThrownBy(() -> read(folder, named)).isInstanceOf(StudyException.class);
    write("values.csv", "id,Co\ns00,3\ns01,many\ns02,4\n");
    assertThat(reason(read(folder, named), "s01.xy")).contains("'many', not a number");
    write("more.csv", "id,Co\ns00,3\n");
    assertThatThrownBy(() -> read(folder, STANDARD)).hasMessageContaining("more.csv, values.csv");
    write("values.csv", "id,Co\ns00,3\ns00,4\n");
    assertThatThrownBy(() -> read(folder, named))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("twice");
  }

  private static String matrix(boolean counting) {
    StringBuilder text = new StringBuilder("id");
    for (int i = 0; i < 30; i++) {
      text.append(',').append(counting ? i : 20 + 0.5 * i);
    }
    for (int row = 0; row < 12; row++) {
      text.append("\nsample ").append(row);
      for (int i = 0; i < 30; i++) {
        text.append(',').append(row == 4 && i == 9 ? "oops" : Integer.toString(5 + i * row));
      }
    }
    return text.append('\n').toString();
  }

  @Test
  void readsAMatrixWhoseTableNumbersItsLines() throws IOException {
    write("patterns.csv", matrix(false));
    write("counts.csv", matrix(true));
    StringBuilder table = new StringBuilder(",Co [at.%]\n");
    for (int i = 0; i < 12; i++) {
      table.append(i).append(',').append(10 * i).append('\n');
    }
    write("values.csv", table.toString());
    PatternSet set = read(folder, STANDARD);
    assertThat(set.size()).isEqualTo(11);
    assertThat(set.refused()).hasSize(1);
    assertThat(set.refused().get(0).reason()).contains("'oops', not a number");
    // The line that was refused is counted.
    assertThat(set.patterns().get(4).id()).isEqualTo("sample 5");
    assertThat(set.patterns().get(4).values()).containsExactly(50);
    assertThat(set.patterns().get(4).spectrum().axis().at(1)).isEqualTo(20.5);
    assertThat(set.warnings())
        .anyMatch(one -> one.contains("counts.csv was passed over"))
        .anyMatch(one -> one.contains("numbers its rows from 0"))
        .anyMatch(one -> one.contains("taken as two-theta in degree"));
    Files.delete(folder.resolve("patterns.csv"));
    assertThatThrownBy(() -> read(folder, STANDARD)).hasMessageContaining("gives no axis");
    PatternFolder.Options given = STANDARD.withMatrixAxis(new PatternFolder.MatrixAxis(15, 0.25));
    assertThat(read(folder, given).patterns().get(0).spectrum().axis().last())
        .isCloseTo(22.25, within(1e-12));
    write("patterns.csv", matrix(false));
    write("twice.csv", matrix(false));
    assertThatThrownBy(() -> read(folder, STANDARD)).hasMessageContaining("2 matrices");
    assertThat(read(folder.resolve("twice.csv"), STANDARD).size()).isEqualTo(11);
  }

  @Test
  void readsTheFilms() {
    PatternSet set = read(SharedCrystals.path("data/patterns/perovskite_CsFAMA_PbI3"), STANDARD);
    assertThat(set.size()).isEqualTo(145);
    assertThat(set.groups().stream().distinct()).hasSize(114);
    assertThat(set.properties())
        .extracting(Column::name)
        .containsExactly("CsPbI", "FAPbI", "MAPbI");
    assertThat(set.patterns().get(0).values()).containsExactly(84, 0, 16);
    assertThat(set.patterns().get(0).id()).contains("Cs84FA0MA16");
    assertThat(set.patterns().get(0).spectrum().length()).isEqualTo(1351);
    assertThat(set.refused()).isEmpty();
  }

  @Test
  void readsTheSequenceOfCuCr2O4() throws IOException {
    Path zip = SharedCrystals.path("data/patterns/gsas2_seq_CuCr2O4/SeqTut.zip");
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Files.write(folder.resolve(entry.getName()), entries.readAllBytes());
      }
    }
    PatternSet set = read(folder, STANDARD);
    assertThat(set.size()).isEqualTo(17);
    assertThat(set.properties()).isEmpty();
    // From OH_00.prm beside it, as the reader takes it.
    assertThat(set.wavelength()).isCloseTo(0.4132, within(1e-3));
    assertThat(set.patterns().get(16).id()).isEqualTo("OH_53.fxye");
    PatternPreprocessing chosen =
        PatternPreprocessing.of(set, PatternPreprocessing.Options.standard());
    assertThat(chosen.axis().length()).isBetween(1000, 2000);
    assertThat(chosen.prepare(set, true, 2, Progress.SILENT).table().rows()).isEqualTo(17);
  }
}
