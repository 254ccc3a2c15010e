package org.suiseki.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;
import org.suiseki.study.Job;
import org.suiseki.study.Recipe;
import org.suiseki.study.RunFolder;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;
import org.suiseki.study.StudyNode;
import org.suiseki.study.Workflow;
import tools.jackson.databind.json.JsonMapper;

/**
 * The smallest study there is: adds numbers, drawn from the seed or read from a file, in {@code
 * stages} stages with a {@code pause} after each number. With {@code deaf} it does not look whether
 * it should stop.
 */
final class SumWorkflow implements Workflow {
  private static final int NUMBERS = 10;

  @Override
  public String kind() {
    return "sum";
  }

  @Override
  public Job prepare(Study study, RunOptions asked) {
    StudyNode options = study.options();
    int stages = (int) options.integer("stages", 2, 1, 100);
    long pause = Math.round(1e9 * options.quantity("pause", "s", 0, 0, 60));
    boolean deaf = options.flag("deaf", false);
    String failure = options.choice("failure", "none", List.of("none", "bug", "memory", "data"));
    options.rejectUnknown();
    List<String> lines = asked.data().map(SumWorkflow::lines).orElse(List.of());
    Recipe recipe =
        new Recipe(
            asked.seedFor(study),
            JsonMapper.shared()
                .createObjectNode()
                .put("stages", stages)
                .put("quick", asked.quick()),
            asked.data().map(Sha256::of).orElse(""));
    return new Sum(recipe, stages, pause, deaf, failure, lines);
  }

  private static List<String> lines(Path data) {
    try {
      return Files.readAllLines(data);
    } catch (IOException e) {
      throw new StudyException("There are no data.", Place.of(data.toString()), "Check --data.");
    }
  }

  record Total(double value) {}

  private record Sum(
      Recipe recipe, int stages, long pause, boolean deaf, String failure, List<String> lines)
      implements Job {

    @Override
    public Path run(RunFolder folder, Progress progress) {
      fail();
      double sum = 0;
      for (int i = 0; i < stages; i++) {
        int stage = i;
        sum += folder.stage("sum-" + i, Total.class, () -> add(stage, progress)).value();
      }
      folder.write("sum.txt", sum + "\n");
      return folder.path("sum.txt");
    }

    private Total add(int stage, Progress progress) {
      Random random = new Random(recipe.seed() + stage);
      double sum = 0;
      for (int i = 0; i < NUMBERS; i++) {
        progress.step("stage " + stage, i, NUMBERS);
        if (!deaf) {
          progress.check();
        }
        sum += i < lines.size() ? Double.parseDouble(lines.get(i)) : random.nextDouble();
        LockSupport.parkNanos(pause);
      }
      progress.step("stage " + stage, NUMBERS, NUMBERS);
      return new Total(sum);
    }

    private void fail() {
      switch (failure) {
        case "bug" -> throw new IllegalStateException("Two and two made five.");
        case "memory" -> throw new OutOfMemoryError("Java heap space");
        case "data" ->
            throw new StudyException("Row 3 is no number.", Place.line("data.csv", 3), "Mend it.");
        default -> {
          // "none"
        }
      }
    }
  }
}
