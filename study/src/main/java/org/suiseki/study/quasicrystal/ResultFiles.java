package org.suiseki.study.quasicrystal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.suiseki.learn.ConfusionMatrix;
import org.suiseki.learn.Interval;
import org.suiseki.study.Numbers;
import org.suiseki.study.RunFolder;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code metrics.json}, {@code predictions.csv} and {@code maps.csv}; see the package. */
final class ResultFiles {

  private ResultFiles() {}

  static void write(RunResults found, RunFolder folder, String study, double seconds) {
    folder.write("metrics.json", metrics(found, study, seconds));
    folder.write("predictions.csv", predictions(found));
    if (!found.maps().isEmpty()) {
      folder.write("maps.csv", maps(found));
    }
  }

  static ObjectNode metrics(RunResults found, String study, double seconds) {
    LabelledFormulas set = found.set();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("study", study).put("seed", found.options().seed());
    json.put("quick", found.options().quick()).put("rows", set.size());
    set.classes().forEach(json.putArray("classes")::add);
    int[] counts = set.labels().counts(IntStream.range(0, set.size()).toArray());
    Arrays.stream(counts).forEach(json.putArray("counts")::add);
    json.put("data_sha256", set.origin().sha256()).put("features", found.options().features());
    ArrayNode candidates = json.putArray("candidates");
    found.options().candidates().forEach(one -> candidates.add(one.json()));
    ArrayNode splits = json.putArray("splits");
    for (SplitKind kind : SplitKind.values()) {
      if (!found.results(kind).isEmpty()) {
        splits.add(split(found, kind));
      }
    }
    found.chosen().forEach(json.putArray("chosen")::add);
    ArrayNode systems = json.putArray("systems");
    found.maps().forEach(map -> systems.add(system(found, map)));
    return json.put("seconds", seconds);
  }

  private static ObjectNode split(RunResults found, SplitKind kind) {
    List<SplitResult> results = found.results(kind);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("split", kind.label()).put("tests", results.size());
    ArrayNode chosen = json.putArray("chosen");
    for (SplitResult result : results) {
      ArrayNode names = chosen.addArray();
      result.chosen().forEach(names::add);
    }
    ArrayNode models = json.putArray("models");
    found.scores(kind).forEach(score -> models.add(score(score)));
    found
        .overPeers(kind)
        .ifPresent(gain -> {
          ObjectNode against = json.putObject("over_peers_forest");
          Numbers.put(against, "macro_f1", gain.value());
          Numbers.put(against, "ci", gain.interval().low(), gain.interval().high());
        });
    nearness(found, kind, json.putObject("nearness"));
    return json;
  }

  /** How many of the rare rows of the tests have neighbours of the same elements in training. */
  private static void nearness(RunResults found, SplitKind kind, ObjectNode json) {
    int rows = 0;
    int system = 0;
    int kin = 0;
    for (var split : kind.splits(found.set(), found.options())) {
      LabelledFormulas.Nearness near = found.set().nearness(split.train(), split.test());
      rows += near.rows();
      system += near.system();
      kin += near.kin();
    }
    json.put("rare_test_rows", rows).put("with_system_in_training", system);
    json.put("with_rare_system_in_training", kin);
  }

  private static ObjectNode score(SplitScore score) {
    ConfusionMatrix confusion = score.confusion();
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("model", score.model());
    ArrayNode counts = json.putArray("confusion");
    for (int[] row : confusion.counts()) {
      Arrays.stream(row).forEach(counts.addArray()::add);
    }
    Numbers.put(json, "macro_f1", score.macroF1());
    put(json, "ci", score.interval());
    Numbers.put(json, "accuracy", confusion.accuracy());
    Numbers.put(json, "balanced_accuracy", confusion.balancedAccuracy());
    Numbers.put(json, "log_loss", score.logLoss());
    put(json, "log_loss_ci", score.logLossInterval());
    Numbers.put(json, "brier", score.brier());
    Numbers.put(json, "calibration_error", score.calibrationError());
    Numbers.put(json, "calibration_error_in_question", score.calibrationInQuestion());
    put(json, "calibration_error_in_question_ci", score.calibrationInterval());
    ArrayNode classes = json.putArray("per_class");
    for (int one = 0; one < confusion.classes().size(); one++) {
      ObjectNode each = classes.addObject().put("class", confusion.classes().get(one));
      Numbers.put(each, "precision", confusion.precision(one));
      Numbers.put(each, "recall", confusion.recall(one));
      Numbers.put(each, "f1", confusion.f1(one));
      each.put("support", confusion.support(one));
    }
    return json;
  }

  private static void put(ObjectNode json, String field, Interval interval) {
    Numbers.put(json, field, interval.low(), interval.high());
  }

  private static ObjectNode system(RunResults found, SystemMap map) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("system", map.name()).put("unseen", map.unseen()).put("steps", map.steps());
    int[] said = new int[found.set().classes().size()];
    Arrays.stream(map.said()).forEach(one -> said[one]++);
    ObjectNode area = json.putObject("area");
    for (int one = 0; one < said.length; one++) {
      Numbers.put(area, found.set().classes().get(one), (double) said[one] / map.said().length);
    }
    ArrayNode known = json.putArray("known");
    for (int i = 0; i < map.known().length; i++) {
      int row = map.known()[i];
      ObjectNode one = known.addObject().put("id", found.set().ids().get(row));
      one.put("label", name(found, found.set().labels().of()[row]));
      one.put("said", name(found, map.knownSaid()[i]));
      Numbers.put(one, "chances", map.knownChances()[i]);
    }
    return json;
  }

  private static String name(RunResults found, int one) {
    return found.set().classes().get(one);
  }

  private static String predictions(RunResults found) {
    LabelledFormulas set = found.set();
    StringBuilder csv = new StringBuilder("id,formula,system,label,split,number,model,said");
    set.classes().forEach(one -> csv.append(",P(").append(one).append(')'));
    csv.append('\n');
    List<String> systems = set.systems();
    List<String> formulas = set.formulas();
    for (SplitResult result : found.results()) {
      for (SplitResult.Said model : result.models()) {
        if (model.model().equals(SplitResult.BASELINE)) {
          continue;
        }
        for (int i = 0; i < result.test().length; i++) {
          int row = result.test()[i];
          csv.append(quoted(set.ids().get(row)))
              .append(',')
              .append(formulas.get(row))
              .append(',')
              .append(systems.get(row))
              .append(',')
              .append(quoted(name(found, set.labels().of()[row])))
              .append(',')
              .append(result.kind())
              .append(',')
              .append(result.number() + 1)
              .append(',')
              .append(quoted(model.model()))
              .append(',')
              .append(quoted(name(found, model.said()[i])));
          append(csv, model.chances()[i]);
        }
      }
    }
    return csv.toString();
  }

  private static String maps(RunResults found) {
    StringBuilder csv = new StringBuilder("system,model,first,second,third,said");
    found.set().classes().forEach(one -> csv.append(",P(").append(one).append(')'));
    csv.append('\n');
    for (SystemMap map : found.maps()) {
      double[][] at = SystemMap.fractions(map.steps());
      for (int point = 0; point < at.length; point++) {
        csv.append(map.name()).append(map.unseen() ? ",without the system" : ",all rows");
        for (double share : at[point]) {
          csv.append(String.format(Locale.ROOT, ",%.4f", share));
        }
        csv.append(',').append(quoted(name(found, map.said()[point])));
        append(csv, map.chances()[point]);
      }
    }
    return csv.toString();
  }

  private static void append(StringBuilder csv, double[] chances) {
    for (double chance : chances) {
      csv.append(String.format(Locale.ROOT, ",%.6f", chance));
    }
    csv.append('\n');
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
