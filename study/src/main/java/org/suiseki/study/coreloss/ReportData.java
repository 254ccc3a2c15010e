package org.suiseki.study.coreloss;

import java.util.Arrays;
import java.util.List;
import org.suiseki.explain.Assignment;
import org.suiseki.explain.Calibration;
import org.suiseki.explain.CarbonKEdge;
import org.suiseki.learn.Table;
import org.suiseki.study.Numbers;
import org.suiseki.study.OutOfFold;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Provenance;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The data of {@link org.suiseki.study.ReportPage} for a finished run.
 *
 * <p>The data is a JSON object of schema {@code core-loss-report}, version 1. Indices {@code m}
 * point into {@code molecules}; arrays over energy have the length of {@code spectra.grid}. Give
 * numbers 4 to 6 significant digits: the page writes them as they are.
 *
 * <pre>
 * schema       "core-loss-report"
 * version      1
 * title, subtitle, question
 *              plain text; question replaces the usual paragraph
 * headline     [sentence]
 *              the findings in words, first on the page
 * provenance   {seed, quick, command, created: ISO 8601, seconds, software: {name: version},
 *               data: {source, licence, sha256, molecules, rejected: [{id, reason}]},
 *               stages: [{name, seconds}]}
 * properties   [{name, label, unit, kind: "intensive" | "extensive"}]
 *              label may hold C_p or x^2, unit may be "cal/mol/K" or "bohr^3"
 * scores       [{property, features: "spectrum" | "ratios" | "both",
 *               model: "network" | "ridge" | "trees" | "mean", split: "random" | "scaffold",
 *               r2, r2Interval: [low, high], mae, rmse}]
 *              interval of 95 %, mae and rmse in the unit of the property
 * verdicts     [{property, holds: "yes" | "partly" | "no", text}]
 * parity       [{property, split, features, model,
 *               points: [{m, truth, mean, deviation, outside}]}]
 *              deviation is one standard deviation, outside the flag of the training domain
 * spectra      {unit, grid: ascending energies, sigma, shift, quantity,
 *               mean, low, high: over the grid}
 *              quantity is the name of the y axis with its unit
 * assignments  [{from, to, label}]
 *              energies in the unit of the grid
 * relevance    [{property, unit, values, low, high: over the grid,
 *               method: "masking-baseline" | "masking-mean" | "integrated-gradients"}]
 *              unit is that of the values, for masking the unit of the property
 * calibration  [{split, stage: "raw" | "recalibrated", nominal, observed, ece}]
 *              nominal and observed are shares in 0..1
 * reliability  [{property, split, ece, ence, rank}]
 *              of the network on the spectrum, recalibrated: expected calibration error,
 *              normalised calibration error, and Spearman's rank correlation between the
 *              size of the error and the stated deviation
 * robustness   [{disturbance: "noise" | "shift" | "broadening", unit, levels,
 *               series: [{property, training: "plain" | "augmented", r2: over levels}]}]
 * molecules    [{id, smiles, svg, spectrum: over the grid, outside, truth: {property: value},
 *               predicted: {property: value}, deviation: {property: value},
 *               relevance: {property: over the grid}, neighbours: [{m, distance}]}]
 *              deviation may be absent: it is then taken from the parity set of equal means
 * notes        [sentence]
 *              the limits
 * </pre>
 *
 * <p>The page is about the size of its data: 300 molecules with 13 properties and six parity sets
 * for each make 5 MB, 2,000 make 29 MB and open within half a second. Beyond that give it a sample,
 * or fewer parity sets.
 */
final class ReportData {
  private static final int DRAWING_WIDTH = 220;
  private static final int DRAWING_HEIGHT = 160;

  private final RunResults results;
  private final List<MolecularProperty> properties;

  private final Sample sample;

  ReportData(RunResults results) {
    this.results = results;
    properties = results.options().properties();
    sample = Sample.of(results.set().size(), results.options().drawn());
  }

  ObjectNode json(String title, ObjectNode provenance) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", "core-loss-report").put("version", 1).put("title", title);
    json.put(
        "subtitle",
        results.set().size()
            + " molecules, "
            + properties.size()
            + " properties, "
            + results.options().folds()
            + "-fold cross-validation at random and by scaffold");
    ArrayNode headline = json.putArray("headline");
    new Headline(results).sentences().forEach(headline::add);
    json.set("provenance", provenance);
    json.set("spectra", spectra());
    json.set("assignments", assignments());
    json.set("properties", propertyList());
    json.set("scores", scores());
    json.set("verdicts", verdicts());
    json.set("parity", parity());
    json.set("calibration", calibration());
    json.set("reliability", reliability());
    json.set("relevance", relevance());
    json.set("robustness", robustness());
    json.set("molecules", molecules());
    json.set("notes", notes());
    return json;
  }

  private ObjectNode spectra() {
    Table spectra = results.set().spectra();
    double[] axis = results.options().preprocessing().axis().values();
    double[] mean = new double[axis.length];
    double[] low = new double[axis.length];
    double[] high = new double[axis.length];
    for (int point = 0; point < axis.length; point++) {
      double[] values = spectra.column(point);
      Arrays.sort(values);
      mean[point] = Arrays.stream(values).average().orElse(0);
      low[point] = values[(int) (0.1 * (values.length - 1))];
      high[point] = values[(int) (0.9 * (values.length - 1))];
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("unit", "eV");
    Numbers.put(json, "grid", axis);
    json.put("sigma", results.options().preprocessing().sigma());
    json.put("shift", results.options().preprocessing().shift());
    json.put("quantity", "Intensity [" + spectra.columns().get(0).unit() + "]");
    Numbers.put(json, "mean", mean);
    Numbers.put(json, "low", low);
    Numbers.put(json, "high", high);
    return json;
  }

  private static ArrayNode assignments() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Assignment assignment : CarbonKEdge.assignments()) {
      array
          .addObject()
          .put("from", assignment.from())
          .put("to", assignment.to())
          .put("label", assignment.label().replace("C 1s → ", ""));
    }
    return array;
  }

  private ArrayNode propertyList() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (MolecularProperty property : properties) {
      array
          .addObject()
          .put("name", property.name())
          .put("label", property.label())
          .put("unit", property.unit())
          .put("kind", property.kind().text());
    }
    return array;
  }

  private ArrayNode scores() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Score score : results.scores().all()) {
      ObjectNode json = array.addObject();
      json.put("property", score.property().name());
      json.put("features", score.features().text()).put("model", score.model());
      json.put("split", score.split().text());
      Numbers.put(json, "r2", score.r2());
      Numbers.put(json, "r2Interval", score.interval().low(), score.interval().high());
      Numbers.put(json, "mae", score.metrics().mae());
      Numbers.put(json, "rmse", score.metrics().rmse());
    }
    return array;
  }

  private ArrayNode verdicts() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Verdict verdict : results.verdicts()) {
      array
          .addObject()
          .put("property", verdict.property().name())
          .put("holds", verdict.holds())
          .put("text", verdict.text());
    }
    return array;
  }

  private ArrayNode parity() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (int property = 0; property < properties.size(); property++) {
      for (SplitKind split : SplitKind.values()) {
        for (FeatureSet features : FeatureSet.values()) {
          ObjectNode json = array.addObject();
          json.put("property", properties.get(property).name()).put("split", split.text());
          json.put("features", features.text()).put("model", Scores.NETWORK);
          points(json.putArray("points"), property, split, features);
        }
      }
    }
    return array;
  }

  private void points(ArrayNode points, int property, SplitKind split, FeatureSet features) {
    OutOfFold said = results.scores().predictions(split, features, Scores.NETWORK);
    Trust trust = results.trust(split, features);
    double[] truth = results.scores().truth(property);
    for (int row : sample.rows()) {
      if (Double.isNaN(truth[row])) {
        continue;
      }
      ObjectNode json = points.addObject().put("m", sample.place()[row]);
      Numbers.put(json, "truth", truth[row]);
      Numbers.put(json, "mean", said.mean()[row][property]);
      Numbers.put(json, "deviation", trust.deviation()[row][property]);
      json.put("outside", trust.outside()[row]);
    }
  }

  private ArrayNode calibration() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (SplitKind split : SplitKind.values()) {
      Trust trust = results.trust(split, FeatureSet.SPECTRUM);
      calibration(array.addObject(), split, "raw", trust.raw());
      calibration(array.addObject(), split, "recalibrated", trust.recalibrated());
    }
    return array;
  }

  private static void calibration(
      ObjectNode json, SplitKind split, String stage, Calibration calibration) {
    json.put("split", split.text()).put("stage", stage);
    Numbers.put(json, "nominal", calibration.nominal());
    Numbers.put(json, "observed", calibration.observed());
    Numbers.put(json, "ece", calibration.expectedCalibrationError());
  }

  private ArrayNode reliability() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (SplitKind split : SplitKind.values()) {
      Trust trust = results.trust(split, FeatureSet.SPECTRUM);
      for (int i = 0; i < properties.size(); i++) {
        ObjectNode json = array.addObject().put("property", properties.get(i).name());
        json.put("split", split.text());
        ResultFiles.put(json, trust.reliability().get(i));
      }
    }
    return array;
  }

  private ArrayNode relevance() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (SpectrumRelevance.Entry entry : results.relevance().methods()) {
      MolecularProperty property = properties.get(entry.property());
      ObjectNode json = array.addObject().put("property", property.name());
      json.put("method", entry.method()).put("unit", property.unit());
      float[][] rows = entry.perMolecule();
      double[] size = new double[rows[0].length];
      for (int point = 0; point < size.length; point++) {
        for (float[] row : rows) {
          size[point] += Math.abs(row[point]) / rows.length;
        }
      }
      Numbers.put(json, "values", size);
    }
    return array;
  }

  private ArrayNode robustness() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (String disturbance : List.of("noise", "shift", "broadening")) {
      List<Robustness.Curve> curves =
          results.robustness().curves().stream()
              .filter(curve -> curve.disturbance().equals(disturbance))
              .toList();
      ObjectNode json = array.addObject().put("disturbance", disturbance);
      json.put("unit", curves.get(0).unit());
      Numbers.put(json, "levels", curves.get(0).levels());
      ArrayNode series = json.putArray("series");
      for (Robustness.Curve curve : curves) {
        for (int i = 0; i < properties.size(); i++) {
          ObjectNode one = series.addObject().put("property", properties.get(i).name());
          one.put("training", curve.training());
          Numbers.put(one, "r2", curve.r2()[i]);
        }
      }
    }
    return array;
  }

  private ArrayNode molecules() {
    OutOfFold said =
        results.scores().predictions(SplitKind.RANDOM, FeatureSet.SPECTRUM, Scores.NETWORK);
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (int row : sample.rows()) {
      array.add(molecule(row, said));
    }
    return array;
  }

  private ObjectNode molecule(int row, OutOfFold said) {
    MoleculeSet set = results.set();
    Trust trust = results.trust(SplitKind.RANDOM, FeatureSet.SPECTRUM);
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", set.ids().get(row));
    set.molecules()
        .get(row)
        .ifPresent(molecule ->
            json.put("smiles", molecule.smiles())
                .put("svg", molecule.svg(DRAWING_WIDTH, DRAWING_HEIGHT)));
    Numbers.put(json, "spectrum", set.spectra().row(row));
    json.put("outside", trust.outside()[row]);
    ObjectNode truth = json.putObject("truth");
    ObjectNode predicted = json.putObject("predicted");
    ObjectNode deviation = json.putObject("deviation");
    ObjectNode relevance = json.putObject("relevance");
    for (int i = 0; i < properties.size(); i++) {
      String name = properties.get(i).name();
      Numbers.put(truth, name, set.targets().get(row, i));
      Numbers.put(predicted, name, said.mean()[row][i]);
      Numbers.put(deviation, name, trust.deviation()[row][i]);
      Numbers.put(relevance, name, masked(i)[sample.place()[row]]);
    }
    neighbours(json.putArray("neighbours"), row);
    return json;
  }

  private float[][] masked(int property) {
    return results.relevance().methods().stream()
        .filter(entry -> entry.method().equals(SpectrumRelevance.MASKING))
        .filter(entry -> entry.property() == property)
        .findFirst()
        .orElseThrow()
        .perMolecule();
  }

  private void neighbours(ArrayNode array, int row) {
    int[] nearest = results.neighbours().rows()[sample.place()[row]];
    double[] distances = results.neighbours().distances()[sample.place()[row]];
    for (int i = 0; i < nearest.length; i++) {
      ObjectNode json = array.addObject().put("m", nearest[i]);
      Numbers.put(json, "distance", distances[i]);
    }
  }

  private ArrayNode notes() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    Limits.sentences(results, sample).forEach(array::add);
    return array;
  }

  /** Where this comes from, with the manifest of its run. */
  static ObjectNode provenance(RunResults results, ObjectNode manifest) {
    MoleculeSet set = results.set();
    return Provenance.of(
        manifest,
        results.options().seed(),
        results.options().quick(),
        set.origin(),
        "molecules",
        set.size(),
        set.refused().stream()
            .map(one -> new PredictionTable.Refused(one.id(), one.reason()))
            .toList());
  }
}
