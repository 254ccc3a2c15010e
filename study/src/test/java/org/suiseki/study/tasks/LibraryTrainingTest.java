package org.suiseki.study.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.learn.Progress;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryEntry;
import org.suiseki.library.LibraryLocation;
import org.suiseki.library.LibraryQuery;
import org.suiseki.library.MaterialModel;
import org.suiseki.library.Ranking;
import org.suiseki.matter.Composition;
import org.suiseki.study.Job;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.RunFolder;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;
import org.suiseki.study.StudyFile;

/** The real path from a file of tasks to predictions out of a library. */
class LibraryTrainingTest {
  private static final String PROPERTY = "mean mass";

  @TempDir private Path folder;
  private int runs;

  @Test
  void fillsALibraryThatPredicts() throws IOException {
    LibraryLocation location = LibraryLocation.of(folder.resolve("library"));

    Path report = run(study("splits: 2\n  networks: 6"), location, Progress.SILENT);

    assertThat(Files.readString(report)).contains("mean mass").contains("findings-report");
    assertThat(report.resolveSibling("metrics.json")).content().contains("\"published\" : 12");
    try (Library library = Library.open(location)) {
      assertThat(library.count(LibraryQuery.any())).isEqualTo(12);
      LibraryEntry best =
          library
              .search(LibraryQuery.any().rankedBy(Ranking.by("validation.mae")).atMost(1))
              .get(0)
              .entry();
      // The descriptor holds the target itself, so a line is right but for its penalty.
      assertThat(best.card().architecture().family()).isEqualTo("linear");
      assertThat(best.card().metrics().get("test.r2").value()).isGreaterThan(0.99);
      assertThat(best.card().metrics().get("test.mean.mae").value())
          .isGreaterThan(best.card().metrics().get("test.mae").value());
      assertThat(
              best.card().split().train()
                  + best.card().split().validation()
                  + best.card().split().test())
          .isEqualTo(best.card().data().rows());
      assertThat(library.get(PROPERTY + "@best")).isEqualTo(best);
      assertThat(MaterialModel.from(library.load(best)).property())
          .isEqualTo(best.card().property());
      assertThat(library.verify(Progress.SILENT).faults()).isEmpty();
    }
  }

  @Test
  void predictsWithTheRecommendedModelAndSaysWhy() throws IOException {
    LibraryLocation location = LibraryLocation.of(folder.resolve("library"));
    run(study("splits: 1\n  networks: 0\n  trees: none"), location, Progress.SILENT);
    Path input = folder.resolve("new.csv");
    Files.writeString(input, "name,formula\nsalt,NaCl\nbad,Xy2\n");
    List<String> told = new ArrayList<>();

    PredictionTable table = new PropertyPredictor(location, PROPERTY, told::add).predict(input);

    assertThat(table.rows())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.id()).isEqualTo("salt");
          assertThat(row.unit()).isEqualTo("u");
          assertThat(row.value()).isBetween(28.0, 31.0);
          assertThat(row.deviation()).isPositive();
        });
    assertThat(table.refused())
        .singleElement()
        .satisfies(one -> assertThat(one.id()).isEqualTo("bad"));
    assertThat(told).singleElement().asString().contains("ridge").contains("best");
    assertThatThrownBy(() -> new PropertyPredictor(location, "mean mas", told::add).predict(input))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining(PROPERTY);
  }

  @Test
  void trainsNothingThatIsThereAlready() throws IOException {
    LibraryLocation location = LibraryLocation.of(folder.resolve("library"));
    run(study("splits: 1\n  networks: 3"), location, Progress.SILENT);

    Path again = run(study("splits: 1\n  networks: 5"), location, Progress.SILENT);

    // A longer list of draws is another batch: what is new of it is published, the rest stays.
    assertThat(again.resolveSibling("metrics.json")).content().contains("\"published\" : 2");
    try (Library library = Library.open(location)) {
      assertThat(library.count(LibraryQuery.any())).isEqualTo(8);
    }
  }

  @Test
  void judgesSmallDataByFolds() throws IOException {
    LibraryLocation location = LibraryLocation.of(folder.resolve("library"));

    run(study("folds: 4\n  networks: 2"), location, Progress.SILENT);

    try (Library library = Library.open(location)) {
      LibraryEntry one =
          library.search(LibraryQuery.any().ofFamily("network").atMost(1)).get(0).entry();
      assertThat(one.card().split().kind()).isEqualTo("4 folds");
      assertThat(one.card().split().train()).isEqualTo(one.card().data().rows());
      assertThat(one.card().split().test()).isEqualTo(one.card().data().rows());
    }
  }

  @Test
  void stopsBetweenBatchesAndGoesOn() throws IOException {
    LibraryLocation location = LibraryLocation.of(folder.resolve("library"));
    AtomicInteger asked = new AtomicInteger();
    Progress soon =
        new Progress() {
          @Override
          public void step(String stage, long done, long total) {}

          @Override
          public boolean cancelled() {
            return asked.incrementAndGet() > 12;
          }
        };
    String study = study("splits: 3\n  networks: 6");

    assertThatThrownBy(() -> run(study, location, soon)).isInstanceOf(CancellationException.class);
    run(study, location, Progress.SILENT);

    try (Library library = Library.open(location)) {
      assertThat(library.count(LibraryQuery.any())).isEqualTo(15);
      assertThat(library.verify(Progress.SILENT).faults()).isEmpty();
    }
  }

  @Test
  void leavesOutTasksWhoseFilesAreNotThere() throws IOException {
    String two =
        study("splits: 1")
            + String.join(
                "\n    ",
                "  - name: absent",
                "property: hardness",
                "descriptors: [composition-290]",
                "unit: GPa",
                "data: nowhere.csv",
                "url: https://example.org/hardness",
                "target: HV\n");
    LibraryLocation location = LibraryLocation.of(folder.resolve("library"));

    Job job = job(two, location);

    assertThat(job.notices())
        .singleElement()
        .asString()
        .contains("1 of 2 tasks")
        .contains("https://example.org/hardness");
  }

  @Test
  void refusesAConstantTargetAndTooFewRows() throws IOException {
    LibraryLocation location = LibraryLocation.of(folder.resolve("library"));
    String study = study("splits: 1");
    Files.writeString(folder.resolve("mass.csv"), "formula,m\nNaCl,1\nKCl,1\nLiF,1\n");
    assertThatThrownBy(() -> run(study, location, Progress.SILENT))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("3 materials");

    StringBuilder same = new StringBuilder("formula,m\n");
    formulas().forEach(formula -> same.append(formula).append(",2\n"));
    Files.writeString(folder.resolve("mass.csv"), same.toString());
    assertThatThrownBy(() -> run(study, location, Progress.SILENT))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("All values");
  }

  private Path run(String text, LibraryLocation location, Progress progress) throws IOException {
    Job job = job(text, location);
    Study study = StudyFile.read(folder.resolve("tasks.yaml"));
    try (RunFolder run =
        RunFolder.create(
            folder.resolve("run" + runs++), study, options(location), job.recipe(), List.of())) {
      return job.run(run, progress);
    }
  }

  private Job job(String text, LibraryLocation location) throws IOException {
    Path file = folder.resolve("tasks.yaml");
    Files.writeString(file, text);
    return new LibraryWorkflow().prepare(StudyFile.read(file), options(location));
  }

  private static RunOptions options(LibraryLocation location) {
    return new RunOptions(
        OptionalLong.empty(),
        false,
        false,
        Optional.empty(),
        OptionalInt.of(2),
        Optional.of(location.text()));
  }

  private String study(String defaults) throws IOException {
    StringBuilder rows = new StringBuilder("formula,m\n");
    for (String formula : formulas()) {
      Composition composition = Composition.parse(formula);
      rows.append(formula)
          .append(',')
          .append(composition.molarMass() / composition.total())
          .append('\n');
    }
    Files.writeString(folder.resolve("mass.csv"), rows.toString());
    return """
    study: masses
    kind: library-tasks
    defaults:
      epochs: 4
      %s
    tasks:
      - name: mass
        property: mean mass
        unit: u
        descriptors: ["composition-290:statistics=ave:missing=impute"]
        data: mass.csv
        target: m
    """
        .formatted(defaults);
  }

  private static List<String> formulas() {
    List<String> formulas = new ArrayList<>();
    List<String> elements = List.of("Na", "Mg", "Al", "Si", "C", "N", "O", "Cl", "K", "Ca");
    for (int a = 0; a < elements.size(); a++) {
      for (int b = a + 1; b < elements.size(); b++) {
        formulas.add(elements.get(a) + elements.get(b));
        formulas.add(elements.get(a) + "2" + elements.get(b) + "3");
      }
    }
    return formulas;
  }
}
