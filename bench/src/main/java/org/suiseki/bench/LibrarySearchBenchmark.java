package org.suiseki.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;
import org.suiseki.library.DomainSketch;
import org.suiseki.library.FoundModel;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryLocation;
import org.suiseki.library.LibraryQuery;
import org.suiseki.library.ModelCard;
import org.suiseki.library.ModelDraft;
import org.suiseki.library.Ranking;
import org.suiseki.library.ScoreRange;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.Sha256;

/**
 * Milliseconds of one search among 140,000 generated models of 45 tasks, all with one file. The
 * library is kept in the folder {@code suiseki.bench.library} (otherwise a temporary one) and
 * filled once; an address {@code jdbc:postgresql:…} in {@code suiseki.bench.database} measures
 * PostgreSQL.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
public class LibrarySearchBenchmark {
  private static final int MODELS = 140_000;
  private static final int TASKS = 45;
  private static final int BATCH = 500;

  /** Which question. */
  @Param({
    "newest",
    "ranked",
    "property",
    "narrow",
    "errorsOfManyRows",
    "rareWord",
    "commonWords",
    "rareTag",
    "goodInTwoScores",
    "alike",
    "alikeOfProperty"
  })
  private String question = "newest";

  private final List<DomainSketch> domains = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // The setup makes it.
  private Library library;

  private LibraryQuery query = LibraryQuery.any();

  public static void main(String[] arguments) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(LibrarySearchBenchmark.class.getSimpleName())
                .jvmArgsAppend(
                    "-Dsuiseki.bench.library=" + System.getProperty("suiseki.bench.library", ""),
                    "-Dsuiseki.bench.database=" + System.getProperty("suiseki.bench.database", ""))
                .build())
        .run();
  }

  @Setup(Level.Trial)
  public void fill() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int task = 0; task < TASKS; task++) {
      List<Composition> materials = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        materials.add(Composition.parse(element(random) + (1 + i % 3) + element(random)));
      }
      domains.add(DomainSketch.of(materials));
    }
    library = Library.open(location());
    for (int i = (int) library.count(LibraryQuery.any()); i < MODELS; i += BATCH) {
      List<ModelDraft> drafts = new ArrayList<>();
      for (int k = i; k < i + BATCH; k++) {
        drafts.add(ModelDraft.of(card(k, random), new byte[] {1, 2, 3}));
      }
      library.publishAll(drafts);
    }
    query = query();
  }

  private static LibraryLocation location() throws IOException {
    String database = System.getProperty("suiseki.bench.database", "");
    String folder = System.getProperty("suiseki.bench.library", "");
    Path place = folder.isEmpty() ? Files.createTempDirectory("suiseki-bench-") : Path.of(folder);
    return database.isEmpty()
        ? LibraryLocation.of(place)
        : new LibraryLocation(database, Optional.of(place));
  }

  private static String element(SplittableRandom random) {
    return Element.values()[random.nextInt(80)].symbol();
  }

  private ModelCard card(int number, SplittableRandom random) {
    int task = number % TASKS;
    int rows = 2000 + 100 * task;
    String family =
        List.of("network", "network", "network", "trees", "linear").get(random.nextInt(5));
    int descriptor = random.nextInt(5);
    return new ModelCard(
        String.format("task-%d/descriptor-%d/%s-%06d", task, descriptor, family, number),
        new Column("property-" + task, "eV"),
        task % 3 == 0 ? MaterialKind.MOLECULE : MaterialKind.COMPOSITION,
        "composition-" + (100 * descriptor + 90) + ":missing=refuse",
        new ModelCard.Architecture(
            family, "290-" + (16 + random.nextInt(200)) + "-" + (8 + random.nextInt(100)) + "-1"),
        new ModelCard.Data(
            "set-" + task, Sha256.of(new byte[] {(byte) task}), rows, "Source " + task, "CC0"),
        new ModelCard.SplitNote("random", number % 10, rows * 8 / 10, rows / 10, rows / 10),
        Map.of(
            "test.mae", new ModelCard.Score(task + random.nextDouble(), task, task + 1, 0.95),
            "test.rmse", ModelCard.Score.of(task + 1 + random.nextDouble()),
            "test.r2", ModelCard.Score.of(random.nextDouble())),
        Optional.empty(),
        number % 1000 == 0 ? List.of("campaign", "special") : List.of("campaign"),
        domains.get(task));
  }

  private LibraryQuery query() {
    LibraryQuery any = LibraryQuery.any();
    Ranking mae = Ranking.by("test.mae");
    Ranking r2 = Ranking.by("test.r2");
    return switch (question) {
      case "newest" -> any;
      case "ranked" -> any.rankedBy(r2);
      case "property" -> any.ofProperty("property-7").rankedBy(mae);
      case "narrow" ->
          any.ofProperty("property-7")
              .ofKind(MaterialKind.COMPOSITION)
              .withDescriptor("composition-190")
              .ofFamily("network")
              .rankedBy(mae);
      case "errorsOfManyRows" -> any.trainedOn(4500, 100_000).rankedBy(mae);
      case "rareWord" -> any.saying("network 123456").rankedBy(mae);
      case "commonWords" -> any.saying("source network 64").rankedBy(r2);
      case "rareTag" -> any.tagged(List.of("special")).rankedBy(mae);
      case "goodInTwoScores" ->
          any.ofProperty("property-44")
              .scoring(List.of(new ScoreRange("test.r2", 0.9, 1)))
              .rankedBy(mae);
      case "alike" -> any.like(domains.get(3), 0);
      case "alikeOfProperty" -> any.like(domains.get(3), 0).ofProperty("property-44");
      default -> throw new IllegalArgumentException(question);
    };
  }

  @TearDown(Level.Trial)
  public void close() {
    library.close();
  }

  @Benchmark
  public List<FoundModel> search() {
    return library.search(query);
  }
}
