package org.suiseki.study.elementmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.learn.GenerativeTopographicMapModel;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.SuisekiException;
import org.suiseki.study.Job;
import org.suiseki.study.RunFolder;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;
import org.suiseki.study.StudyFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ElementMapTest {
  private static final List<Element> TO_XENON = Arrays.asList(Element.values()).subList(0, 54);

  private static final String SMALL =
      """
      study: small
      kind: element-map
      map: {layouts: [square, sphere], centres: [4], regularisation: [1], rounds: 30}
      validation: {folds: 2, permutations: 9}
      """;

  @TempDir Path folder;

  /**
   * Counted on the known table by hand: 4 + 3 + 10 + 15 + 4 below each other, 1 + 7 + 7 + 17 + 17.
   */
  @Test
  void pairsOfTheKnownTable() {
    KnownTable table = KnownTable.of(TO_XENON);
    assertThat(table.vertical()).hasSize(36);
    assertThat(table.horizontal()).hasSize(49);
    KnownTable heavy = KnownTable.of(List.of(Element.Ba, Element.La, Element.Ce));
    assertThat(heavy.vertical()).isEmpty();
    assertThat(heavy.horizontal()).hasSize(2);
    assertThat(heavy.group()[2]).isNaN();
  }

  /** The known table scores as it has to; H–He, Be–B and Mg–Al have a gap between them. */
  @Test
  void theKnownTableItself() {
    KnownTable table = KnownTable.of(TO_XENON);
    double[][] places =
        IntStream.range(0, 54)
            .mapToObj(i -> new double[] {table.group()[i], -table.period()[i]})
            .toArray(double[][]::new);
    TableScore score = TableScore.of(places, 1, table, places, 5);
    assertThat(score.vertical()).isEqualTo(1);
    assertThat(score.horizontal()).isCloseTo(46.0 / 49, within(1e-12));
    assertThat(score.group()).isCloseTo(1, within(1e-12));
    assertThat(score.period()).isCloseTo(1, within(1e-12));
    assertThat(score.trustworthiness()).isEqualTo(1);
    Chance chance = Chance.of(score, places, 1, table, places, 5, 200, new SplittableRandom(1));
    assertThat(chance.p()[0]).isEqualTo(1.0 / 201);
    // Two columns of chance explain 2/53 of anything.
    assertThat(chance.mean()[2]).isCloseTo(2.0 / 53, within(0.01));
    assertThat(chance.upper()[0]).isLessThan(0.3);
  }

  @Test
  void noNameOfThePlaceIsAmongTheMeasuredProperties() {
    ElementSet set =
        ElementSet.of(
            ElementTable.standard(),
            new ElementSet.Choice(
                1, 54, ElementMapOptions.STATED, 0.8, ElementSet.Filling.NEAREST));
    assertThat(set.elements()).isEqualTo(TO_XENON);
    assertThat(set.rows().columns()).extracting("name").doesNotContain("group", "period", "block");
    assertThat(set.leftOut()).extracting(ElementSet.LeftOut::name).contains("mendeleev_number");
    for (int p = 0; p < set.rows().width(); p++) {
      double[] column = set.rows().column(p);
      boolean[][] known = set.known();
      int property = p;
      double[] own =
          IntStream.range(0, 54)
              .filter(i -> known[i][property])
              .mapToDouble(i -> column[i])
              .toArray();
      assertThat(Arrays.stream(own).average().orElse(9)).isCloseTo(0, within(1e-9));
      assertThat(Arrays.stream(own).map(v -> v * v).average().orElse(9)).isCloseTo(1, within(1e-9));
    }
    assertThat(set.filled()).isPositive();
    // Neon lacks an electronegativity; its likes are other noble gases and fluorine, all high.
    assertThat(set.rows().get(9, set.rows().indexOf("electronegativity_pauling")))
        .isGreaterThan(0.5);
  }

  @Test
  void aRunLeavesItsFiles() throws IOException {
    Path place = folder.resolve("run");
    run(SMALL, RunOptions.defaults(), place);
    JsonNode metrics =
        JsonMapper.shared().readTree(Files.readAllBytes(place.resolve("metrics.json")));
    JsonNode main = metrics.path("sets").get(0).path("arrangements").get(0);
    assertThat(main.path("name").asString()).isEqualTo("square");
    // Chance is near 0.09 and 0.04; a map of 17 properties of the elements is far from it.
    assertThat(main.path("score").path("vertical").asDouble()).isGreaterThan(0.3);
    assertThat(main.path("score").path("group").asDouble()).isGreaterThan(0.3);
    assertThat(main.path("chance").path("vertical").asDouble()).isBetween(0.03, 0.2);
    assertThat(main.path("p").path("vertical").asDouble()).isEqualTo(0.1);
    assertThat(metrics.path("properties").size()).isEqualTo(17);
    List<String> positions = Files.readAllLines(place.resolve("positions.csv"));
    List<String> square =
        positions.stream().filter(line -> line.startsWith("measured,\"square\"")).toList();
    assertThat(square).hasSize(54);
    assertThat(square.stream().map(line -> line.split(",")[6]).distinct().count()).isEqualTo(54);
    GenerativeTopographicMapModel model =
        GenerativeTopographicMapModel.from(ModelArchive.load(place.resolve("model.suiseki")));
    assertThat(model.nodes().count()).isEqualTo(81);
    Path again = folder.resolve("again");
    run(SMALL, RunOptions.defaults(), again);
    assertThat(Files.readString(again.resolve("positions.csv")))
        .isEqualTo(Files.readString(place.resolve("positions.csv")));
  }

  @Test
  void aTableOfOnesOwn() throws IOException {
    Path csv = folder.resolve("mine.csv");
    StringBuilder text = new StringBuilder("symbol,a [eV],b,c\n");
    for (int i = 0; i < 20; i++) {
      text.append(Element.values()[i].symbol() + "," + i + "," + i * i % 7 + "," + i % 5 + "\n");
    }
    Files.writeString(csv, text);
    RunOptions asked =
        new RunOptions(OptionalLong.empty(), true, false, Optional.of(csv), OptionalInt.empty());
    run(
        "study: mine\nkind: element-map\nelements: {last: 20}\n"
            + "validation: {permutations: 9}\n",
        asked,
        folder.resolve("mine"));
    assertThat(folder.resolve("mine/metrics.json")).exists();
    Files.writeString(csv, "symbol,a,b,c\nH,1,2,3\n");
    assertThatThrownBy(() -> run("study: mine\nkind: element-map\n", asked, folder.resolve("none")))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("make no map");
    Files.writeString(csv, "symbol,a,b,c\nXx,1,2,3\n");
    assertThatThrownBy(() -> run("study: mine\nkind: element-map\n", asked, folder.resolve("none")))
        .isInstanceOf(SuisekiException.class)
        .hasMessageContaining("Xx");
  }

  @Test
  void wrongOptionsAreRefusedWithTheirPlace() {
    for (String wrong :
        List.of(
            "map: {layouts: [cube]}",
            "map: {layouts: []}",
            "map: {centres: [1]}",
            "map: {regularisation: [0]}",
            "elements: {first: 20, last: 10}",
            "properties: {missing: never}",
            "validation: {neighbours: 40}",
            "colour: red")) {
      assertThatThrownBy(() ->
              run(
                  "study: mine\nkind: element-map\n" + wrong,
                  RunOptions.defaults(),
                  folder.resolve("none")))
          .as(wrong)
          .isInstanceOf(StudyException.class)
          .hasMessageContaining("test.yaml:3:");
    }
  }

  private static void run(String yaml, RunOptions asked, Path place) {
    Study study =
        StudyFile.read(
            new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test.yaml");
    Job job = new ElementMapWorkflow().prepare(study, asked);
    try (RunFolder folder = RunFolder.create(place, study, asked, job.recipe(), List.of("test"))) {
      folder.finish(job.run(folder, Progress.SILENT));
    }
  }
}
