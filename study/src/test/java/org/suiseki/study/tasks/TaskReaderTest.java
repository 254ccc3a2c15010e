package org.suiseki.study.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;
import org.suiseki.study.StudyFile;

class TaskReaderTest {
  @TempDir private Path folder;

  @Test
  void mergesTheSpellingsOfAMaterialAndListsBadRows() throws IOException {
    write(
        "hard.csv",
        """
        formula,HV
        SiC,24
        CSi,26
        SiC,25
        Xx2O,3
        B4C,
        Al2O3,oops
        WC,22
        """);

    TaskRows rows = TaskReader.read(task("data: hard.csv\n    target: HV"));

    assertThat(rows.materials()).containsExactly("SiC", "WC");
    assertThat(rows.values()).containsExactly(25, 22);
    assertThat(rows.repeated()).isEqualTo(2);
    assertThat(rows.refused()).hasSize(3);
    assertThat(rows.refused()).anySatisfy(bad -> assertThat(bad.id()).endsWith("hard.csv:5"));
    assertThat(rows.refused()).anySatisfy(bad -> assertThat(bad.reason()).contains("no number"));
  }

  @Test
  void readsJsonLinesWithFieldsInsideOthersAndSpectra() throws IOException {
    Path file = folder.resolve("dos.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          """
          {"species": ["Na", "Cl"], "dos": [0, 1, 0], "deep": {"gap": 8.5}}
          {"species": ["Si", "Si"], "dos": [0, 0, 2], "deep": {"gap": 1.1}}
          {"species": ["Si", "Si"], "dos": [], "deep": {}}
          not json
          """
              .getBytes(StandardCharsets.UTF_8));
    }

    TaskRows mean =
        TaskReader.read(
            task(
                "data: dos.jsonl.gz\n    column: species\n    target: dos\n"
                    + "    reduce: {statistic: mean, from: 0, to: 100}"));
    TaskRows gap =
        TaskReader.read(task("data: dos.jsonl.gz\n    column: species\n    target: deep.gap"));

    assertThat(mean.materials()).containsExactly("NaCl", "Si");
    assertThat(mean.values()).containsExactly(50, 100);
    assertThat(mean.refused()).hasSize(2);
    assertThat(gap.values()).containsExactly(8.5, 1.1);
  }

  @Test
  void convertsUnitsAndRefusesLogarithmsOfWhatHasNone() throws IOException {
    write("k.csv", "formula,k\nSi,150\nGe,0\nC,2200\n");

    TaskRows rows =
        TaskReader.read(
            task("data: k.csv\n    target: k\n    factor: 0.01\n    scale: logarithmic"));

    assertThat(rows.values()[0]).isCloseTo(1.5, within(1e-12));
    assertThat(rows.refused())
        .singleElement()
        .satisfies(bad -> assertThat(bad.reason()).contains("logarithm"));
  }

  @Test
  void refusesAFileThatIsNotTheOneOfTheTask() throws IOException {
    write("other.csv", "formula,k\nSi,150\n");

    assertThatThrownBy(() ->
            TaskReader.read(task("data: other.csv\n    target: k\n    sha256: " + "ab".repeat(32))))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("sha-256");
  }

  @Test
  void saysWhereAFileCanBeHad() {
    assertThatThrownBy(() ->
            TaskReader.read(
                task("data: none.csv\n    target: k\n    url: https://example.org/data")))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("none.csv")
        .hasMessageContaining("https://example.org/data");
  }

  @Test
  void namesTheNearestHead() throws IOException {
    write("k.csv", "formula,kappa\nSi,150\n");

    assertThatThrownBy(() -> TaskReader.read(task("data: k.csv\n    target: kapa")))
        .hasMessageContaining("kappa");
  }

  @Test
  void refusesGzipThatIsCutOff() throws IOException {
    Path whole = folder.resolve("whole.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      out.write("formula,k\nSi,150\nGe,60\n".getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(folder.resolve("cut.csv.gz"), java.util.Arrays.copyOf(bytes, bytes.length - 6));

    assertThatThrownBy(() -> TaskReader.read(task("data: cut.csv.gz\n    target: k")))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void drawsTheSameRowsForTheSameSeed() throws IOException {
    StringBuilder text = new StringBuilder("formula,k\n");
    for (int i = 1; i <= 40; i++) {
      text.append("SiC").append(i).append(',').append(i).append('\n');
    }
    write("many.csv", text.toString());
    TaskRows rows = TaskReader.read(task("data: many.csv\n    target: k"));

    assertThat(rows.draw(10, 3).materials()).isEqualTo(rows.draw(10, 3).materials()).hasSize(10);
    assertThat(rows.draw(10, 4).materials()).isNotEqualTo(rows.draw(10, 3).materials());
    assertThat(rows.draw(100, 3)).isSameAs(rows);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Task task(String keys) {
    String text =
        """
        study: s
        kind: library-tasks
        tasks:
          - name: t
            property: p
            unit: "1"
            descriptors: [composition-290]
            %s
        """
            .formatted(keys);
    Study study =
        StudyFile.read(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test study");
    return TaskFile.read(study, Optional.of(folder)).get(0);
  }
}
