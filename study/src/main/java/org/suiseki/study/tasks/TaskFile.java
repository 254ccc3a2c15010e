package org.suiseki.study.tasks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private final Study study;
  private final Optional<Path> data;
  private final StudyNode defaults;
  private final Map<MaterialKind, List<String>> usualDescriptors =
      new EnumMap<>(MaterialKind.class);

  private TaskFile(Study study, Optional<Path> data) {
    this.study = study;
    this.data = data;
    this.defaults = study.options().section("defaults");
    StudyNode usual = defaults.section("descriptors");
    for (MaterialKind kind : MaterialKind.values()) {
      usualDescriptors.put(kind, usual.texts(kind.label()));
    }
  }

  /**
   * @param data a folder in which the files of the tasks are looked for, instead of beside the
   *     study
   * @throws org.suiseki.study.StudyException where the study does not say what it should
   */
  static List<Task> read(Study study, Optional<Path> data) {
    return new TaskFile(study, data).read();
  }

  private List<Task> read() {
    StudyNode root = study.options();
    List<Task> tasks = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (StudyNode node : root.children("tasks")) {
      Task task = task(node);
      if (!names.add(task.name())) {
        throw node.wrong("name", "Two tasks are called '" + task.name() + "'.", "Name each once.");
      }
      tasks.add(task);
    }
    if (tasks.isEmpty()) {
      throw root.wrong("tasks", "There is no task.", "List at least one; see docs/library.md.");
    }
    root.rejectUnknown();
    return tasks;
  }

  private Task task(StudyNode node) {
    String name = node.text("name");
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || name.length() > 60) {
      throw node.wrong(
          "name",
          "A task cannot be called '" + name + "'.",
          "Use small letters, digits and single dashes, at most 60.");
    }
    List<String> kinds = Arrays.stream(MaterialKind.values()).map(MaterialKind::label).toList();
    MaterialKind kind =
        MaterialKind.named(node.choice("kind", MaterialKind.COMPOSITION.label(), kinds))
            .orElseThrow();
    List<String> scales = Arrays.stream(TargetScale.values()).map(TargetScale::label).toList();
    String scale = node.choice("scale", LINEAR, scales);
    return new Task(
        name,
        new Column(node.text("property"), node.text("unit")),
        kind,
        source(node),
        node.text("column", kind.column()),
        node.text("target"),
        reduction(node),
        node.number("factor", 1, -1e12, 1e12),
        TargetScale.valueOf(scale.toUpperCase(Locale.ROOT)),
        descriptors(node, kind),
        node.has("elements") ? Optional.of(study.path(node.text("elements"))) : Optional.empty(),
        (int) either(node, "rows", 0, 10_000_000),
        judging(node),
        (int) either(node, "networks", 0, 1_000_000),
        new Task.NetworkTraining(
            (int) whole(node, "epochs", 20, 1, 10_000),
            (int) whole(node, "batch", 128, 2, 100_000)),
        trees(node),
        node.flag("linear", defaults.flag("linear", true)),
        node.texts("tags"));
  }

  private TaskSource source(StudyNode node) {
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

  private Task.Trees trees(StudyNode node) {
    List<String> labels = Arrays.stream(Task.Trees.values()).map(Task.Trees::label).toList();
    String usual = defaults.choice("trees", Task.Trees.ALL.label(), labels);
    return Task.Trees.valueOf(node.choice("trees", usual, labels).toUpperCase(Locale.ROOT));
  }

  private List<String> descriptors(StudyNode node, MaterialKind kind) {
    List<String> own = node.texts("descriptors");
    if (!own.isEmpty()) {
      return own;
    }
    List<String> usual = usualDescriptors.getOrDefault(kind, List.of());
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

  private Task.Judging judging(StudyNode node) {
    return new Task.Judging(
        (int) either(node, "folds", 0, 100),
        (int) whole(node, "splits", 1, 1, 1000),
        fraction(node, "validation", 0.1),
        fraction(node, "test", 0.1));
  }

  private double fraction(StudyNode node, String key, double fallback) {
    return node.number(key, defaults.number(key, fallback, 0.01, 0.45), 0.01, 0.45);
  }

  private long either(StudyNode node, String key, long least, long most) {
    return whole(node, key, 0, least, most);
  }

  private long whole(StudyNode node, String key, long fallback, long least, long most) {
    return node.integer(key, defaults.integer(key, fallback, least, most), least, most);
  }
}
