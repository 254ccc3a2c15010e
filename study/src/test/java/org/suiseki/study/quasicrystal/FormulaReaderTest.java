package org.suiseki.study.quasicrystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.study.StudyException;

class FormulaReaderTest {
  private static final List<String> CLASSES = List.of("OTHERS", "QC", "AC");

  @TempDir private Path folder;

  @Test
  void theEmbeddedExampleHoldsWhatItsCardSays() throws IOException {
    LabelledFormulas set = QuasicrystalSamples.embedded();
    int[] all = IntStream.range(0, set.size()).toArray();
    assertThat(set.labels().counts(all)).containsExactly(747, 74, 66);
    assertThat(set.refused()).isEmpty();
    assertThat(set.hasPublishedSplit()).isFalse();
    assertThat(set.origin().licence()).isEqualTo("CC0-1.0");
    String card =
        Files.readString(
            Path.of("src/main/resources/org/suiseki/study/quasicrystal/quasicrystals_example.md"));
    assertThat(card)
        .contains("887: 74 quasicrystals (`QC`), 66 approximants (`AC`), 747 ordinary compounds")
        .contains("from memory");
  }

  /** No composition stands twice, whatever its label: one of two labels would be wrong. */
  @Test
  void noCompositionOfTheExampleStandsTwice() {
    Set<String> seen = new HashSet<>();
    for (Composition one : QuasicrystalSamples.embedded().compositions()) {
      String key =
          one.elements().stream()
              .map(element -> element + String.format("%.4f", one.fraction(element)))
              .collect(Collectors.joining());
      assertThat(seen.add(key)).as(one.formula()).isTrue();
    }
  }

  @Test
  void readsFormulasAndMapsOfDataFrames() {
    Place place = Place.of("here");
    Composition mapped = FormulaReader.composition("{'Al': 65.0, 'Cu': 20.0, 'Fe': 15.0}", place);
    assertThat(mapped).isEqualTo(Composition.parse("Al65Cu20Fe15"));
    assertThat(FormulaReader.composition("Al65Cu20Fe15", place)).isEqualTo(mapped);
    assertThat(FormulaReader.composition("{'Sr': 6.0}", place).amount(Element.Sr)).isEqualTo(6);
    for (String bad :
        List.of("{", "{}", "{'Al': x}", "{'Al': 1.0", "{Al: 1}", "{'Al': -1}", "{'Al': 0}")) {
      assertThatThrownBy(() -> FormulaReader.composition(bad, place))
          .as(bad)
          .isInstanceOf(MatterException.class);
    }
  }

  @Test
  void readsTheFormOfThePublishedFile() throws IOException {
    StringBuilder csv = new StringBuilder(",composition,elements,label,for_test\n");
    for (int i = 1; i <= 30; i++) {
      String label = CLASSES.get(i % 3);
      csv.append("mp-" + i % 29 + ",\"{'Al': " + i + ".0, 'Cu': 2.0}\",\"('Al', 'Cu')\",");
      csv.append(label + "," + (i > 20 ? "True" : "False") + "\n");
    }
    csv.append("bad,\"{'Qq': 1.0}\",\"()\",QC,False\nodd,Al2Cu,\"()\",GLASS,False\n");
    Path file = Files.writeString(folder.resolve("published.csv"), csv.toString());
    LabelledFormulas set = FormulaReader.read(file, CLASSES, "CC0", false);
    assertThat(set.size()).isEqualTo(30);
    assertThat(set.ids()).doesNotHaveDuplicates().contains("mp-1", "mp-1 (2)");
    assertThat(set.rows(true)).hasSize(10);
    assertThat(set.systems()).containsOnly("Al-Cu");
    assertThat(set.refused()).hasSize(2);
    assertThat(set.refused().get(1).reason()).contains("GLASS");
    assertThatThrownBy(() -> FormulaReader.read(file, CLASSES, "CC0", true))
        .hasMessageContaining("Qq");
  }

  @Test
  void refusesWhatCannotBeLearned() throws IOException {
    Path few =
        Files.writeString(folder.resolve("few.csv"), "formula,label\nAl2Cu,QC\nNaCl,OTHERS\n");
    assertThatThrownBy(() -> FormulaReader.read(few, CLASSES, "", false))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("1 rows of the class OTHERS");
    Path unlabelled = Files.writeString(folder.resolve("no.csv"), "formula\nAl2Cu\n");
    assertThatThrownBy(() -> FormulaReader.read(unlabelled, CLASSES, "", false))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("'label'");
  }

  @Test
  void nearnessCountsTestRowsWithKinInTraining() {
    LabelledFormulas set = QuasicrystalSamples.embedded();
    int[] all = IntStream.range(0, set.size()).toArray();
    LabelledFormulas.Nearness same = set.nearness(all, all);
    assertThat(same.rows()).isEqualTo(140);
    assertThat(same.kin()).isEqualTo(140);
    int first = set.ids().indexOf("Al62Cu25.5Fe12.5");
    int mineral = set.ids().indexOf("Al63Cu24Fe13");
    assertThat(set.nearness(new int[] {mineral}, new int[] {first}).kin()).isEqualTo(1);
    assertThat(set.nearness(new int[] {0}, new int[] {set.size() - 1}).rows()).isZero();
  }

  @Test
  void thePublishedFileHasItsCounts() {
    Path file = Path.of("../../shared/data/composition/quasicrystals_10158.csv.gz");
    Assumptions.assumeTrue(Files.exists(file), "[NOT RUN] there is no " + file);
    LabelledFormulas set = FormulaReader.read(file, CLASSES, "BSD-3-Clause", true);
    assertThat(set.labels().counts(IntStream.range(0, set.size()).toArray()))
        .containsExactly(10000, 80, 78);
    assertThat(set.labels().counts(set.rows(true))).containsExactly(2002, 14, 18);
  }
}
