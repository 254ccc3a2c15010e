package org.suiseki.study.coreloss;

import java.util.Locale;
import org.suiseki.explain.Calibration;
import org.suiseki.study.Numbers;
import org.suiseki.study.OutOfFold;
import org.suiseki.study.RunFolder;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files for other programs.
 *
 * <pre>
 * metrics.json     {study, seed, quick, molecules, folds, data_sha256,
 *                  properties: [{name, unit, kind, features, model, split, rows, r2, mae, rmse,
 *                                ci: [low, high]}],
 *                  calibration, reliability, robustness, verdicts, seconds}
 * predictions.csv  id, split, features, model, property, unit, fold, truth, predicted,
 *                  deviation, outside_domain
 * </pre>
 */
final class ResultFiles {
  private ResultFiles() {}

  static void write(RunResults results, RunFolder folder, String study, double seconds) {
    folder.write("metrics.json", metrics(results, study, seconds));
    folder.write("predictions.csv", predictions(results));
  }

  static ObjectNode metrics(RunResults results, String study, double seconds) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("study", study).put("seed", results.options().seed());
    json.put("quick", results.options().quick()).put("molecules", results.set().size());
    json.put("folds", results.options().folds());
    json.put("data_sha256", results.set().origin().sha256());
    ArrayNode properties = json.putArray("properties");
    results.scores().all().forEach(score -> properties.add(score(score)));
    ArrayNode calibration = json.putArray("calibration");
    for (SplitKind split : SplitKind.values()) {
      for (FeatureSet features : FeatureSet.values()) {
        Trust trust = results.trust(split, features);
        calibration.add(calibration(split, features, "raw", trust.raw()));
        calibration.add(calibration(split, features, "recalibrated", trust.recalibrated()));
      }
    }
    json.set("reliability", reliability(results));
    ArrayNode verdicts = json.putArray("verdicts");
    for (Verdict verdict : results.verdicts()) {
      verdicts
          .addObject()
          .put("property", verdict.property().name())
          .put("holds", verdict.holds())
          .put("text", verdict.text());
    }
    json.set("robustness", robustness(results));
    Numbers.put(json, "completeness_error", results.relevance().largestCompletenessError());
    return json.put("seconds", seconds);
  }

  private static ObjectNode score(Score score) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", score.property().name())
            .put("unit", score.property().unit())
            .put("kind", score.property().kind().text())
            .put("features", score.features().text())
            .put("model", score.model())
            .put("split", score.split().text())
            .put("rows", score.metrics().rows());
    Numbers.put(json, "r2", score.r2());
    Numbers.put(json, "mae", score.metrics().mae());
    Numbers.put(json, "rmse", score.metrics().rmse());
    Numbers.put(json, "ci", score.interval().low(), score.interval().high());
    return json;
  }

  private static ObjectNode calibration(
      SplitKind split, FeatureSet features, String stage, Calibration calibration) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("split", split.text())
            .put("features", features.text())
            .put("stage", stage);
    Numbers.put(json, "ece", calibration.expectedCalibrationError());
    Numbers.put(json, "ence", calibration.normalisedError());
    Numbers.put(json, "nominal", calibration.nominal());
    Numbers.put(json, "observed", calibration.observed());
    return json;
  }

  private static ArrayNode reliability(RunResults results) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (SplitKind split : SplitKind.values()) {
      for (FeatureSet features : FeatureSet.values()) {
        Trust trust = results.trust(split, features);
        for (int i = 0; i < trust.reliability().size(); i++) {
          ObjectNode json = array.addObject();
          json.put("property", results.options().properties().get(i).name());
          json.put("split", split.text()).put("features", features.text());
          put(json, trust.reliability().get(i));
        }
      }
    }
    return array;
  }

  static void put(ObjectNode json, Reliability reliability) {
    Numbers.put(json, "ece", reliability.calibrationError());
    Numbers.put(json, "ence", reliability.normalisedError());
    Numbers.put(json, "rank", reliability.rank());
  }

  private static ArrayNode robustness(RunResults results) {
    ArrayNode curves = JsonNodeFactory.instance.arrayNode();
    for (Robustness.Curve curve : results.robustness().curves()) {
      for (int i = 0; i < curve.r2().length; i++) {
        ObjectNode json = curves.addObject();
        json.put("disturbance", curve.disturbance()).put("unit", curve.unit());
        json.put("training", curve.training());
        json.put("property", results.options().properties().get(i).name());
        Numbers.put(json, "levels", curve.levels());
        Numbers.put(json, "r2", curve.r2()[i]);
      }
    }
    return curves;
  }

  private static String predictions(RunResults results) {
    StringBuilder csv =
        new StringBuilder(
            "id,split,features,model,property,unit,fold,truth,predicted,deviation,outside_domain\n");
    for (SplitKind split : SplitKind.values()) {
      for (FeatureSet features : FeatureSet.values()) {
        OutOfFold said = results.scores().predictions(split, features, Scores.NETWORK);
        for (int row = 0; row < results.set().size(); row++) {
          append(csv, results, split, features, said, row);
        }
      }
    }
    return csv.toString();
  }

  private static void append(
      StringBuilder csv,
      RunResults results,
      SplitKind split,
      FeatureSet features,
      OutOfFold said,
      int row) {
    Trust trust = results.trust(split, features);
    for (int i = 0; i < results.options().properties().size(); i++) {
      MolecularProperty property = results.options().properties().get(i);
      csv.append(quoted(results.set().ids().get(row)))
          .append(',')
          .append(split.text())
          .append(',')
          .append(features.text())
          .append(',')
          .append(Scores.NETWORK)
          .append(',')
          .append(quoted(property.name()))
          .append(',')
          .append(quoted(property.unit()))
          .append(',')
          .append(said.fold()[row])
          .append(',')
          .append(number(results.set().targets().get(row, i)))
          .append(',')
          .append(number(said.mean()[row][i]))
          .append(',')
          .append(number(trust.deviation()[row][i]))
          .append(',')
          .append(trust.outside()[row])
          .append('\n');
    }
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.8g", value) : "";
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
