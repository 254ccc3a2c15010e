package org.suiseki.study.tasks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.Progress;
import org.suiseki.learn.nn.NetworkRanges;
import org.suiseki.learn.nn.NetworkSchedule;
import org.suiseki.learn.nn.Torch;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryLocation;
import org.suiseki.library.ModelDraft;
import org.suiseki.matter.Sha256;
import org.suiseki.study.Job;
import org.suiseki.study.Provenance;
import org.suiseki.study.QuietProgress;
import org.suiseki.study.Recipe;
import org.suiseki.study.RunFolder;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Trains the models of all tasks that are not in the library yet, so that a run that was killed is
 * gone on with by running it again. While a batch trains, the one before it is published.
 */
final class LibraryTrainingJob implements Job {
  /** A batch that is lost by a kill costs some seconds; larger ones gain nothing in training. */
  private static final int NETWORKS_AT_ONCE = 128;

  /** With --quick. */
  private static final int QUICK_NETWORKS = 16;

  private final Study study;
  private final RunOptions asked;
  private final LibraryLocation location;
  private final List<Task> tasks;
  private final List<Task> absent;
  private final long seed;

  LibraryTrainingJob(
      Study study,
      RunOptions asked,
      LibraryLocation location,
      List<Task> tasks,
      List<Task> absent) {
    this.study = study;
    this.asked = asked;
    this.location = location;
    this.tasks = List.copyOf(tasks);
    this.absent = List.copyOf(absent);
    this.seed = asked.seedFor(study);
  }

  @Override
  public Recipe recipe() {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.put("quick", asked.quick()).put("library", location.toString());
    StringBuilder files = new StringBuilder();
    tasks.forEach(task -> files.append(task.source().file()).append('\n'));
    return new Recipe(seed, options, Sha256.of(files.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public List<String> notices() {
    if (absent.isEmpty()) {
      return List.of();
    }
    Task first = absent.get(0);
    return List.of(
        absent.size()
            + " of "
            + (absent.size() + tasks.size())
            + " tasks are left out, for their files are not there. The first: "
            + first.name()
            + ", "
            + first.source().file()
            + first.source().url().map(url -> " from " + url).orElse("")
            + ".");
  }

  @Override
  public Path run(RunFolder folder, Progress progress) {
    folder.software("libtorch", Torch.version());
    ExecutorService publisher = Executors.newSingleThreadExecutor();
    try (Library library = Library.open(location)) {
      int published =
          folder.stage(
              "models",
              Integer.class,
              () -> fill(new Filling(library, folder, progress, publisher)));
      double seconds = Provenance.seconds(folder.manifest());
      return new LeaderboardFiles(study, Leaderboard.of(tasks, library))
          .write(folder, seed, asked.quick(), published, seconds);
    } finally {
      publisher.shutdown();
    }
  }

  /** How many models were published. */
  private int fill(Filling filling) {
    int total = tasks.stream().mapToInt(this::modelsOf).sum();
    for (Task task : tasks) {
      fill(task, filling, total);
    }
    filling.settle();
    filling.folder.log(
        filling.published + " models published, " + filling.known + " were there before");
    return filling.published;
  }

  private void fill(Task task, Filling filling, int total) {
    TaskRows rows = TaskReader.read(task);
    if (task.rows() > 0) {
      rows = rows.draw(task.rows(), seed);
    }
    rows.refused().stream()
        .limit(20)
        .forEach(bad ->
            filling.folder.log(task.name() + ": left out " + bad.id() + ": " + bad.reason()));
    filling.folder.log(
        task.name()
            + ": "
            + rows.size()
            + " materials, "
            + rows.repeated()
            + " repeated rows merged, "
            + rows.refused().size()
            + " rows left out");
    for (String descriptor : task.descriptors()) {
      filling.progress.check();
      TaskData data = TaskData.of(task, rows, descriptor);
      int splits = splits(task);
      for (int split = 0; split < splits; split++) {
        TaskTraining training = new TaskTraining(data, split, seed);
        for (ModelMaker maker : makers(task, split, splits)) {
          filling.add(training, maker, total);
        }
      }
    }
  }

  private static int splits(Task task) {
    return task.judging().folds() > 0 ? 1 : task.judging().splits();
  }

  private int networks(Task task) {
    return asked.quick() ? Math.min(QUICK_NETWORKS, task.networks()) : task.networks();
  }

  private int modelsOf(Task task) {
    int others = (task.linear() ? 1 : 0) + task.trees().models();
    return networks(task) + others * splits(task) * task.descriptors().size();
  }

  /** The cheap ones first, so that there is something to search for early. */
  private List<ModelMaker> makers(Task task, int split, int splits) {
    List<ModelMaker> makers = new ArrayList<>();
    if (task.linear()) {
      makers.add(EstimatorMaker.ridge());
    }
    if (task.trees() != Task.Trees.NONE) {
      makers.add(EstimatorMaker.boosted((int) seed + split));
    }
    if (task.trees() == Task.Trees.ALL) {
      makers.add(EstimatorMaker.forest((int) seed + split));
    }
    int parts = splits * task.descriptors().size();
    int all = networks(task) / parts + (split < networks(task) % parts ? 1 : 0);
    int threads = asked.threads().orElse(Runtime.getRuntime().availableProcessors());
    NetworkSchedule schedule =
        new NetworkSchedule(task.training().batch(), task.training().epochs(), 0, seed + split);
    PreparedNetworks rows = new PreparedNetworks(schedule);
    for (int first = 0; first < all; first += NETWORKS_AT_ONCE) {
      int count = Math.min(NETWORKS_AT_ONCE, all - first);
      makers.add(
          new NetworkMaker(
              rows,
              NetworkRanges.DEFAULT.draw(seed + 1000L * split, first, count),
              first,
              threads));
    }
    return makers;
  }

  /** What a run has open while it fills a library. */
  private static final class Filling {
    private final Library library;
    private final RunFolder folder;
    private final Progress progress;
    private final ExecutorService publisher;
    private CompletableFuture<Void> publishing = CompletableFuture.completedFuture(null);
    private int published;
    private int known;

    Filling(Library library, RunFolder folder, Progress progress, ExecutorService publisher) {
      this.library = library;
      this.folder = folder;
      this.progress = progress;
      this.publisher = publisher;
    }

    /** Trains what the library does not have, and lays it on to be published. */
    void add(TaskTraining training, ModelMaker maker, int total) {
      progress.check();
      Set<String> there = new HashSet<>(library.present(training.names(maker)));
      if (there.size() < maker.designs().size()) {
        List<TaskTraining.Trained> trained = training.train(maker, new QuietProgress(progress));
        settle();
        publishing =
            CompletableFuture.runAsync(
                () ->
                    library.publishAll(
                        trained.stream()
                            .filter(one -> !there.contains(one.card().name()))
                            .map(one ->
                                ModelDraft.of(
                                    one.card(), ModelArchive.bytes(one.model().toStored())))
                            .toList()),
                publisher);
      }
      known += there.size();
      published += maker.designs().size() - there.size();
      progress.step("models", known + published, total);
    }

    /** Waits for what is being published; its failure is that of the run. */
    void settle() {
      try {
        publishing.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw e;
      }
    }
  }
}
