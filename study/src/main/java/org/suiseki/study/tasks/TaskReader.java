package org.suiseki.study.tasks;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.suiseki.library.TargetScale;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;
import org.suiseki.matter.io.TextTable;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.StudyException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of a task from its file. */
final class TaskReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private final Task task;
  private final String name;
  private final List<TaskRows.Raw> raw = new ArrayList<>();
  private final List<PredictionTable.Refused> refused = new ArrayList<>();

  private TaskReader(Task task) {
    this.task = task;
    this.name = task.source().file().toString();
  }

  /**
   * Rows that cannot be used are listed in what comes back.
   *
   * @throws StudyException where the file is absent, or another than the task states
   */
  static TaskRows read(Task task) {
    return new TaskReader(task).read();
  }

  private TaskRows read() {
    byte[] bytes = bytes();
    String sha256 = Sha256.of(bytes);
    task.source()
        .sha256()
        .filter(wanted -> !wanted.equals(sha256))
        .ifPresent(wanted -> {
          throw new StudyException(
              "The file has the sha-256 " + sha256 + ", the task expects " + wanted + ".",
              Place.of(name),
              "Get it again" + where() + ", or correct the task if the data were meant to change.");
        });
    byte[] text = unpacked(bytes);
    if (text.length > 0 && text[0] == '{') {
      readLines(text);
    } else {
      readTable(text);
    }
    if (raw.isEmpty()) {
      throw new StudyException(
          "No row of it can be used"
              + (refused.isEmpty() ? "." : "; the first: " + refused.get(0).reason()),
          Place.of(name),
          "Check the keys column and target of the task '" + task.name() + "'.");
    }
    return TaskRows.of(task, raw, refused, sha256);
  }

  private byte[] bytes() {
    Path file = task.source().file();
    try {
      if (!task.source().shipped()) {
        return Files.readAllBytes(file);
      }
      try (InputStream in = TaskReader.class.getResourceAsStream("/" + file)) {
        if (in == null) {
          throw new StudyException(
              "Nothing of that name ships with this build.", Place.of(name), "Check the task.");
        }
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new StudyException(
          "The data of the task '" + task.name() + "' cannot be read: " + Failures.reason(e) + ".",
          Place.of(name),
          "Put the file there" + where() + ", or name its folder with --data.",
          e);
    }
  }

  private String where() {
    return task.source().url().map(url -> " (from " + url + ")").orElse("");
  }

  private byte[] unpacked(byte[] bytes) {
    boolean packed =
        bytes.length > 1 && (bytes[0] & 0xff) == GZIP_FIRST && (bytes[1] & 0xff) == GZIP_SECOND;
    if (!packed) {
      return bytes;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new StudyException(
          "The gzip file is damaged: " + Failures.reason(e) + ".",
          Place.of(name),
          "Get it again" + where() + ".",
          e);
    }
  }

  private void readTable(byte[] text) {
    try (TextTable table = TextTable.of(new ByteArrayInputStream(text), name)) {
      int material = table.column(task.column());
      int target = table.column(task.target());
      boolean more = true;
      while (more) {
        try {
          Optional<TextTable.Row> row = table.next();
          more = row.isPresent();
          row.ifPresent(
              one -> take(one.place(), one.cell(material), one.number(target, task.target())));
        } catch (MatterException bad) {
          refused.add(
              new PredictionTable.Refused(
                  bad.place().map(Place::toString).orElse(name), bad.what()));
        }
      }
    }
  }

  private void readLines(byte[] text) {
    int number = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          readLine(line, Place.line(name, number));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("Memory can be read", e);
    }
  }

  private void readLine(String line, Place place) {
    try {
      JsonNode node = JSON.readTree(line);
      take(place, material(node), target(field(node, task.target())));
    } catch (JacksonException e) {
      refused.add(new PredictionTable.Refused(place.toString(), e.getOriginalMessage()));
    }
  }

  /** A text as it stands; a list of the species of a cell joined into a formula. */
  private String material(JsonNode node) {
    JsonNode field = node.path(task.column());
    if (!field.isArray()) {
      return field.asString("");
    }
    StringBuilder formula = new StringBuilder();
    field.forEach(species -> formula.append(species.asString("")));
    return formula.toString();
  }

  /** A field, or one inside an object after a dot. */
  private static JsonNode field(JsonNode node, String path) {
    JsonNode found = node;
    for (String name : path.split("\\.")) {
      found = found.path(name);
    }
    return found;
  }

  private double target(JsonNode node) {
    if (!node.isArray() || task.reduction().isEmpty()) {
      return node.isNumber() ? node.doubleValue() : Double.NaN;
    }
    double[] values = new double[node.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = node.path(i).asDouble(Double.NaN);
    }
    return task.reduction().get().of(values);
  }

  private void take(Place place, String material, double value) {
    double converted = value * task.factor();
    String problem =
        material.isEmpty()
            ? "It names no material."
            : !Double.isFinite(value)
                ? "It has no number for " + task.target() + "."
                : task.scale() == TargetScale.LOGARITHMIC && converted <= 0
                    ? converted + " has no logarithm."
                    : "";
    if (problem.isEmpty()) {
      raw.add(new TaskRows.Raw(place.toString(), material, converted));
    } else {
      refused.add(new PredictionTable.Refused(place.toString(), problem));
    }
  }
}
