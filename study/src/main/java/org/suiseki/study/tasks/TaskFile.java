package org.suiseki.study.tasks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;
import org.suiseki.library.TargetScale;
import org.suiseki.study.Study;
import org.suiseki.study.StudyNode;

/** Reads the tasks of a study of kind {@code library-tasks}; docs/library.md has the keys. */
final class TaskFile {
  private static final String LINEAR = TargetScale.LINEAR.label();

  private TaskFile() {}

  /**
   * @param data a folder in which the files of the tasks are looked for, instead of beside the study
   * @throws org.suiseki.study.StudyException where the study does not say what it should
   */
  static List<Task> read(Study study, Optional<Path> data) {
    StudyNode root = study.options();
    StudyNode defaults = root.section("defaults");
    List<Task> tasks = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (StudyNode node : root.children("tasks")) {
      Task task = task(study, node, defaults, data);
      if (!names.add(task.name())) {
        throw node.wrong(
            "name", "Two tasks are called '" + task.name() + "'.", "Name each once.");
      }
      tasks.add(task);
    }
    if (tasks.isEmpty()) {
      throw root.wrong("tasks", "There is no task.", "List at least one; see docs/library.md.");
    }
    root.rejectUnknown();
    return tasks;
  }

  private static Task task(Study study, StudyNode node, StudyNode defaults, Optional<Path> data) {
    String name = node.text("name");
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || name.length() > 60) {
      throw node.wrong(
          "name",
          "A task cannot be called '" + name + "'.",
          "Use small letters, digits and single dashes, at most 60.");
    }
    List<String> kinds =
        Arrays.stream(MaterialKind.values()).map(MaterialKind::label).toList();
    MaterialKind kind =
        MaterialKind.named(node.choice("kind", MaterialKind.COMPOSITION.label(), kinds))
            .orElseThrow();
    List<String> scales =
        Arrays.stream(TargetScale.values()).map(TargetScale::label).toList();
    String scale = node.choice("scale", LINEAR, scales);
    return new Task(
        name,
        new Column(node.text("property"), node.text("unit")),
        kind,
        source(study, node, data),
        node.text("column", kind.column()),
        node.text("target"),
        reduction(node),
        node.number("factor", 1, -1e12, 1e12),
        TargetScale.valueOf(scale.toUpperCase(Locale.ROOT)),
        descriptors(node, defaults, kind),
        node.has("elements") ? Optional.of(study.path(node.text("elements"))) : Optional.empty(),
        (int) either(node, defaults, "rows", 0, 10_000_000),
        judging(node, defaults),
        (int) either(node, defaults, "networks", 0, 1_000_000),
        new Task.NetworkTraining(
            (int) whole(node, defaults, "epochs", 20, 1, 10_000),
            (int) whole(node, defaults, "batch", 128, 2, 100_000)),
        node.flag("trees", defaults.flag("trees", true)),
        node.flag("linear", defaults.flag("linear", true)),
        node.texts("tags"));
  }

  private static TaskSource source(Study study, StudyNode node, Optional<Path> data) {
    String file = node.text("data");
    boolean shipped = file.startsWith("shipped:");
    Path path =
        shipped
            ? Path.of(file.substring("shipped:".length()))
            : data.map(folder -> folder.resolve(file)).orElseGet(() -> study.path(file));
    return new TaskSource(
        path,
        shipped,
        node.has("sha256") ? Optional.of(node.text("sha256")) : Optional.empty(),
        node.has("url") ? Optional.of(node.text("url")) : Optional.empty(),
        node.text("source", "not stated"),
        node.text("licence", "not stated"));
  }

  private static Optional<Reduction> reduction(StudyNode node) {
    Optional<StudyNode> reduce = node.child("reduce");
    if (reduce.isEmpty()) {
      return Optional.empty();
    }
    StudyNode how = reduce.get();
    String statistic = how.choice("statistic", "mean", List.of("mean", "deviation", "peak"));
    return Optional.of(
        new Reduction(
            Reduction.Statistic.valueOf(statistic.toUpperCase(Locale.ROOT)),
            how.number("from", Double.NaN, -1e9, 1e9),
            how.number("to", Double.NaN, -1e9, 1e9)));
  }

  private static List<String> descriptors(StudyNode node, StudyNode defaults, MaterialKind kind) {
    List<String> own = node.texts("descriptors");
    if (!own.isEmpty()) {
      return own;
    }
    List<String> usual = defaults.section("descriptors").texts(kind.label());
    if (usual.isEmpty()) {
      throw node.wrong(
          "descriptors",
          "The task names no descriptor.",
          "Give descriptors: [composition-290], or defaults.descriptors."
              + kind.label()
              + "; `suiseki list --descriptors` names them.");
    }
    return usual;
  }

  private static Task.Judging judging(StudyNode node, StudyNode defaults) {
    return new Task.Judging(
        (int) either(node, defaults, "folds", 0, 100),
        (int) whole(node, defaults, "splits", 1, 1, 1000),
        fraction(node, defaults, "validation", 0.1),
        fraction(node, defaults, "test", 0.1));
  }

  private static double fraction(
      StudyNode node, StudyNode defaults, String key, double fallback) {
    return node.number(key, defaults.number(key, fallback, 0.01, 0.45), 0.01, 0.45);
  }

  private static long either(
      StudyNode node, StudyNode defaults, String key, long least, long most) {
    return whole(node, defaults, key, 0, least, most);
  }

  private static long whole(
      StudyNode node, StudyNode defaults, String key, long fallback, long least, long most) {
    return node.integer(key, defaults.integer(key, fallback, least, most), least, most);
  }
}
