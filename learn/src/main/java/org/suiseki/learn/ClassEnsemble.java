package org.suiseki.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Models that speak together: the mean of their probabilities, each calibrated first (a linear
 * opinion pool, Stone, Ann. Math. Stat. 32, 1339, 1961), then calibrated once more, because the
 * mean of calibrated probabilities is too cautious (Ranjan and Gneiting, J. R. Stat. Soc. B 72, 71,
 * 2010). One model alone makes an ensemble of one.
 *
 * @param models of the same inputs and classes, at least one
 * @param calibrations one for each
 * @param pooled of the mean
 * @param decision which class is named in the end
 */
public record ClassEnsemble(
    List<ClassModel> models,
    List<ProbabilityCalibration> calibrations,
    ProbabilityCalibration pooled,
    ClassDecision decision)
    implements ClassModel {

  /** What {@code model.json} calls it. */
  public static final String KIND = "class-ensemble";

  public ClassEnsemble {
    models = List.copyOf(models);
    calibrations = List.copyOf(calibrations);
    if (models.isEmpty() || models.size() != calibrations.size()) {
      throw new LearnException(
          models.size() + " models with " + calibrations.size() + " calibrations.",
          "Give at least one model and a calibration for each.");
    }
    for (ClassModel model : models) {
      if (!model.classes().equals(models.get(0).classes())
          || !model.inputs().equals(models.get(0).inputs())) {
        throw new LearnException(
            "The models of an ensemble differ in their inputs or classes.",
            "Train all of them on the same rows.");
      }
    }
  }

  @Override
  public List<Column> inputs() {
    return models.get(0).inputs();
  }

  @Override
  public List<String> classes() {
    return models.get(0).classes();
  }

  @Override
  public ClassProbabilities predict(Table rows) {
    List<ClassProbabilities> said = new ArrayList<>();
    for (int model = 0; model < models.size(); model++) {
      said.add(calibrations.get(model).apply(models.get(model).predict(rows)));
    }
    return pooled.apply(mean(said));
  }

  /** The mean of what several models say of the same rows. */
  public static ClassProbabilities mean(List<ClassProbabilities> said) {
    ClassProbabilities first = said.get(0);
    double[][] mean = new double[first.rows()][first.classes().size()];
    for (ClassProbabilities one : said) {
      for (int row = 0; row < mean.length; row++) {
        for (int place = 0; place < mean[row].length; place++) {
          mean[row][place] += one.of()[row][place] / said.size();
        }
      }
    }
    return new ClassProbabilities(first.classes(), mean);
  }

  @Override
  public StoredModel toStored() {
    StoredModel stored = StoredModel.of(KIND, inputs(), ClassModel.columns(classes()));
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.put("models", models.size());
    options.set("pooled", json(pooled));
    for (double factor : decision.factors()) {
      options.withArray("factors").add(factor);
    }
    for (int model = 0; model < models.size(); model++) {
      options.withArray("calibrations").add(json(calibrations.get(model)));
      stored = stored.withPart(part(model), models.get(model).toStored());
    }
    return stored.with("ensemble", options);
  }

  /**
   * @param reader of the models inside, by their kinds
   */
  public static ClassEnsemble from(StoredModel stored, Function<StoredModel, ClassModel> reader) {
    ObjectNode options = stored.object("ensemble");
    int classes = ClassModel.classes(stored).size();
    List<ClassModel> models = new ArrayList<>();
    List<ProbabilityCalibration> calibrations = new ArrayList<>();
    for (int model = 0; model < options.path("models").asInt(0); model++) {
      models.add(reader.apply(stored.part(part(model))));
      calibrations.add(calibration(options.path("calibrations").path(model), classes));
    }
    double[] factors = numbers(options.path("factors"), classes);
    return new ClassEnsemble(
        models,
        calibrations,
        calibration(options.path("pooled"), classes),
        new ClassDecision(factors));
  }

  private static String part(int model) {
    return "model" + (char) ('a' + model);
  }

  private static ObjectNode json(ProbabilityCalibration calibration) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sharpness", calibration.sharpness());
    for (double bias : calibration.biases()) {
      json.withArray("biases").add(bias);
    }
    return json;
  }

  private static ProbabilityCalibration calibration(JsonNode json, int classes) {
    return new ProbabilityCalibration(
        json.path("sharpness").asDouble(1), numbers(json.path("biases"), classes));
  }

  private static double[] numbers(JsonNode json, int expected) {
    if (json.size() != expected) {
      throw new LearnException(
          "The stored ensemble has " + json.size() + " numbers for " + expected + " classes.",
          "Copy it again, or train and save it anew.");
    }
    double[] numbers = new double[expected];
    for (int i = 0; i < expected; i++) {
      numbers[i] = json.path(i).asDouble(Double.NaN);
    }
    return numbers;
  }
}
