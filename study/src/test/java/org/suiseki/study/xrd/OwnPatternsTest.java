package org.suiseki.study.xrd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.learn.Progress;
import org.suiseki.study.Explanation;
import org.suiseki.study.Job;
import org.suiseki.study.StudyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Folders of patterns from which little or nothing can be learned: either they are refused before
 * the run, with what to do, or the run leaves out what cannot be.
 */
class OwnPatternsTest {
  private static final String FAST = XrdSamples.SMALL.replace("epochs: 250", "epochs: 20");

  @TempDir private Path temporary;

  private Job job(Path data) {
    return XrdSamples.job(FAST, XrdSamples.asked(data, false, 1));
  }

  private Path run(String yaml, Path data) {
    Path place = temporary.resolve("run");
    XrdSamples.run(yaml, XrdSamples.asked(data, false, 2), place, Progress.SILENT);
    return place;
  }

  private static JsonNode metrics(Path run) throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readAllBytes(run.resolve("metrics.json")))
        .path("sets")
        .get(0);
  }

  /** No word of the page may be a number that is none. */
  private static void assertSound(Path run) throws IOException {
    assertThat(XrdSamples.report(run).toString()).doesNotContain("NaN", "Infinity", "∞");
    for (String name : new String[] {"map", "concentration", "peaks", "walks"}) {
      assertThat(Files.readString(run.resolve(name + ".csv"))).doesNotContain("NaN", "Infinity");
    }
  }

  private void assertRefused(Path data, String... words) {
    assertThatThrownBy(() -> job(data))
        .isInstanceOf(StudyException.class)
        .hasMessageStartingWith(data + ": ")
        .hasMessageContainingAll(words);
  }

  // --- Refused before the run. ---

  @Test
  void fewerThanTenPatterns() throws IOException {
    Path data = XrdSamples.patterns(temporary.resolve("few"));
    for (int composition = 4; composition < XrdSamples.COMPOSITIONS; composition++) {
      Files.delete(data.resolve(XrdSamples.name(composition, 0) + ".xy"));
      Files.delete(data.resolve(XrdSamples.name(composition, 1) + ".xy"));
    }
    assertRefused(data, "8 patterns can be used, at least 10 are needed.", "Give more patterns.");
  }

  @Test
  void fewerThanTenOfWhichTheGridCanBeMade() {
    Path data = XrdSamples.patterns(temporary.resolve("narrow"));
    for (int composition = 4; composition < XrdSamples.COMPOSITIONS; composition++) {
      for (int measurement = 0; measurement < 2; measurement++) {
        XrdSamples.write(
            data.resolve(XrdSamples.name(composition, measurement) + ".xy"),
            XrdSamples.measured(50, XrdSamples.WAVELENGTH, 20, 100, composition));
      }
    }
    String wide = FAST + "patterns: {from: 20, to: 50, step: 0.1}\n";
    assertThatThrownBy(() -> XrdSamples.job(wide, XrdSamples.asked(data, false, 1)))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("8 of 24 patterns can be used, at least 10 are needed.")
        .hasMessageContaining("s04a.xy")
        .hasMessageContaining("from 20.0000 to 29.9000");
  }

  @Test
  void allPatternsAlike() {
    Path data = XrdSamples.folder(temporary.resolve("alike"));
    for (int composition = 0; composition < XrdSamples.COMPOSITIONS; composition++) {
      for (int measurement = 0; measurement < 2; measurement++) {
        XrdSamples.write(
            data.resolve(XrdSamples.name(composition, measurement) + ".xy"),
            XrdSamples.measured(50, XrdSamples.WAVELENGTH, 1));
      }
    }
    assertRefused(data, "all 24 patterns are alike", "Look for files that were copied");
    // Half of the pairs that are one pattern leave no distance to compare with.
    for (int composition = 0; composition < 4; composition++) {
      XrdSamples.write(
          data.resolve(XrdSamples.name(composition, 0) + ".xy"),
          XrdSamples.measured(10 * composition, XrdSamples.WAVELENGTH, 1));
    }
    assertRefused(data, "too many patterns are copies of one another: of 24 only 5 differ");
  }

  @Test
  void oneComposition() {
    Path data = XrdSamples.folder(temporary.resolve("one"), "Ni [at.%]", composition -> "5");
    assertRefused(
        data,
        "All 24 patterns are of one composition (Ni 5.0), so none can be held out.",
        "Where the table says nothing of samples, each pattern counts as one of its own.");
  }

  @Test
  void strictStopsAtTheFirstBadFile() {
    Path data = withBadFiles();
    assertThatThrownBy(() -> XrdSamples.job(FAST, XrdSamples.asked(data, true, 1)))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("'bad-empty.xy'");
  }

  private Path withBadFiles() {
    Path data = XrdSamples.folder(temporary.resolve("flawed"));
    String good = XrdSamples.measured(50, XrdSamples.WAVELENGTH, 9);
    XrdSamples.write(data.resolve("bad-empty.xy"), "");
    XrdSamples.write(
        data.resolve("bad-nan.xy"), good.replaceFirst("(?m)^21\\.00 .*$", "21.00 nan"));
    XrdSamples.write(data.resolve("bad-order.xy"), good.replace("22.00 ", "21.00 "));
    XrdSamples.write(
        data.resolve("bad-short.xy"), XrdSamples.measured(50, XrdSamples.WAVELENGTH, 20, 40, 9));
    XrdSamples.write(data.resolve("bad-wavelength.xy"), good.replaceFirst("# wavelength.*\n", ""));
    XrdSamples.write(data.resolve("notes.pdf"), "%PDF");
    return data;
  }

  // --- Left out of the run. ---

  @Test
  void badFilesAreNamedAndTheRestGoesOn() throws IOException {
    Path data = withBadFiles();
    Job job = job(data);
    assertThat(job.notices().get(0)).startsWith("5 patterns are left out, 24 are used. The first:");
    assertThat(job.notices().get(1)).contains("notes.pdf");
    Path run = run(FAST, data);
    assertThat(Files.readString(run.resolve("log.txt")))
        .contains("left out bad-empty.xy: ")
        .contains("left out bad-nan.xy: ")
        .contains("left out bad-order.xy: ")
        .contains("left out bad-short.xy: The pattern runs from 20.0000 to 23.9000 degree")
        .contains("left out bad-wavelength.xy: It does not say its wavelength");
    assertThat(XrdSamples.report(run).path("provenance").path("data").path("rejected").size())
        .isEqualTo(5);
    assertSound(run);
  }

  @Test
  void samplesOfWhichNothingIsKnown() throws IOException {
    Path run = run(FAST, XrdSamples.patterns(temporary.resolve("unknown")));
    JsonNode metrics = metrics(run);
    assertThat(metrics.path("compositions").asInt()).isEqualTo(24);
    assertThat(metrics.path("concentration").size()).isZero();
    assertThat(metrics.path("walks").path("count").asInt()).isZero();
    assertThat(Files.readAllLines(run.resolve("concentration.csv"))).hasSize(1);
    assertThat(Files.readAllLines(run.resolve("walks.csv"))).hasSize(1);
    assertThat(Files.readAllLines(run.resolve("map.csv"))).hasSize(25);
    JsonNode set = XrdSamples.report(run).path("sets").get(0);
    assertThat(set.has("interpolation")).isFalse();
    assertThat(set.path("concentration").size()).isZero();
    assertThat(set.path("relevance").path("items").size()).isEqualTo(4);
    assertSound(run);
    Explanation said =
        XrdWorkflow.predictor(run.resolve("model.suiseki"))
            .explain(temporary.resolve("unknown/s03a.xy"))
            .explained()
            .get(0);
    assertThat(said.answers()).isEmpty();
    assertThat(said.neighbours().get(0).id()).isEqualTo("s03a.xy");
    assertThat(said.neighbours().get(0).values()).isEmpty();
    assertThat(said.reasons()).hasSize(4).allMatch(reason -> reason.changes().isEmpty());
  }

  /** Three compositions; one property that varies, one constant, one known for few. */
  @Test
  void constantRareAndPartlyKnownProperties() throws IOException {
    Path data =
        XrdSamples.folder(
            temporary.resolve("thin"),
            "Ni [at.%],T [K],Co [at.%],Mn [at.%]",
            composition ->
                composition / 4 * 10
                    + ",300,"
                    + (composition < 4 ? 5 : "")
                    + ","
                    + (composition < 4 ? 1 : composition < 8 ? 2 : ""));
    Job job =
        XrdSamples.job(FAST.replace("folds: 3", "folds: 5"), XrdSamples.asked(data, false, 1));
    assertThat(job.notices().get(0)).startsWith("Remarks on the data: 3. The first: T [K]");
    Path run = run(FAST.replace("folds: 3", "folds: 5"), data);
    JsonNode metrics = metrics(run);
    assertThat(metrics.path("compositions").asInt()).isEqualTo(3);
    assertThat(metrics.path("folds").asInt()).isEqualTo(3);
    assertThat(
            metrics
                .path("concentration")
                .valueStream()
                .map(one -> one.path("property").asString())
                .distinct())
        .containsExactly("Ni");
    assertThat(Files.readString(run.resolve("log.txt")))
        .contains("T [K] is not learned: it is 300.0 in all.")
        .contains("Co [at.%] is not learned: 8 patterns have it, at least 10 are needed.")
        .contains("Mn [at.%] is not learned: once a part of the compositions is held out");
    assertThat(Files.readString(run.resolve("map.csv")))
        .contains("Ni = 0.0; T = 300.0; Co = 5.0; Mn = 1.0")
        .contains("Ni = 20.0; T = 300.0\r\n");
    assertSound(run);
  }

  /** Ten patterns without a peak, and spaces of more coordinates than they have directions. */
  @Test
  void fewPatternsWithoutPeaks() throws IOException {
    Path data = temporary.resolve("glass");
    StringBuilder table = new StringBuilder("file,SiO2 [%]\n");
    for (int i = 0; i < 10; i++) {
      StringBuilder text = new StringBuilder(XrdSamples.head(XrdSamples.WAVELENGTH));
      for (int k = 0; k < 200; k++) {
        double x = k / 200.0;
        double counts = 1000 * Math.exp(-x * (1 + 0.2 * i)) + 20 * i * i * (1 - x) + 100;
        text.append(String.format(Locale.ROOT, "%.2f %.3f%n", 20 + 0.1 * k, counts));
      }
      XrdSamples.write(data.resolve("g" + i + ".xy"), text.toString());
      table.append("g" + i + "," + 10 * i + "\n");
    }
    XrdSamples.write(data.resolve("values.csv"), table.toString());
    String yaml = FAST.replace("wide: [3]", "wide: [8, 12]") + "patterns: {prepare: area}\n";
    Path run = run(yaml, data);
    assertThat(metrics(run).path("wide").path("size").asInt()).isEqualTo(5);
    assertThat(Files.readString(run.resolve("log.txt")))
        .contains("the larger spaces have [5] coordinates, not [8, 12]")
        .contains("No peak stands above the noise");
    assertThat(Files.readAllLines(run.resolve("peaks.csv"))).hasSize(1);
    JsonNode report = XrdSamples.report(run);
    assertThat(report.path("sets").get(0).has("relevance")).isFalse();
    assertThat(report.path("notes").toString()).contains("No peak stands above the noise");
    assertSound(run);
    Explanation said =
        XrdWorkflow.predictor(run.resolve("model.suiseki"))
            .explain(data.resolve("g4.xy"))
            .explained()
            .get(0);
    assertThat(said.reasons()).isEmpty();
    assertThat(said.answers()).hasSize(1);
  }
}
