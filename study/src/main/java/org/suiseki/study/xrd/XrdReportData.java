package org.suiseki.study.xrd;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.suiseki.explain.latent.PeakPair;
import org.suiseki.explain.latent.PeakRelevance;
import org.suiseki.explain.latent.PeakWindows;
import org.suiseki.explain.latent.RelevantPeak;
import org.suiseki.learn.Column;
import org.suiseki.study.Numbers;
import org.suiseki.study.Packed;
import org.suiseki.study.Study;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The data of the report, as its page reads it. */
final class XrdReportData {
  private static final int DECODED = 32;

  /** The map is drawn this part of its width beyond the outermost points. */
  private static final double MARGIN = 0.08;

  private final List<SetResults> results;
  private final XrdOptions options;

  XrdReportData(List<SetResults> results, XrdOptions options) {
    this.results = List.copyOf(results);
    this.options = options;
  }

  ObjectNode json(Study study, ObjectNode provenance) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", "xrd-feature-space-report").put("version", 1).put("title", study.title());
    json.put("subtitle", subtitle());
    ArrayNode headline = json.putArray("headline");
    XrdHeadline.sentences(results).forEach(headline::add);
    json.set("provenance", provenance);
    ArrayNode notes = json.putArray("notes");
    XrdLimits.sentences(results, options).forEach(notes::add);
    ArrayNode sets = json.putArray("sets");
    results.forEach(one -> sets.add(set(one)));
    return json;
  }

  private String subtitle() {
    SetResults main = results.get(0);
    long groups = main.set().groups().stream().distinct().count();
    String text =
        main.set().title()
            + ": "
            + main.set().size()
            + " patterns of "
            + groups
            + " compositions, "
            + main.prepared().splits().size()
            + "-fold cross-validation by composition";
    return results.size() == 1
        ? text
        : text + "; " + (results.size() - 1) + " further series beside";
  }

  private ObjectNode set(SetResults one) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", one.set().name()).put("title", one.set().title());
    json.put("lead", one.set().lead());
    ObjectNode axis = json.putObject("axis");
    boolean angle = one.prepared().preprocessing().axis().unit().equals("degree");
    axis.put("name", angle ? "2θ" : one.prepared().preprocessing().axis().name());
    axis.put("unit", angle ? "°" : one.prepared().preprocessing().axis().unit());
    axis.set("values", Packed.shorts(one.prepared().preprocessing().axis().values()));
    json.put("quantity", quantity(one));
    ArrayNode properties = json.putArray("properties");
    for (Column column : one.properties()) {
      properties
          .addObject()
          .put("name", column.name())
          .put("label", column.name())
          .put("unit", column.unit());
    }
    List<String> families = one.set().patterns().stream().map(Pattern::family).distinct().toList();
    ArrayNode named = json.putArray("families");
    families.forEach(family -> named.addObject().put("name", family).put("label", family));
    json.set("patterns", patterns(one, families));
    json.putObject("map")
        .put("method", one.mapScore().title() + ", 2 coordinates")
        .put("x", "z₁")
        .put("y", "z₂")
        .put("note", "One unit is the root mean square distance of the points from their centre.");
    json.set("decoded", decoded(one));
    json.set("quality", quality(one));
    json.set("clusters", clusters(one));
    json.set("models", models(one));
    json.set("concentration", concentration(one));
    json.set("parity", parity(one));
    if (!one.relevance().peaks().isEmpty()) {
      peaks(one, json);
      json.set("relevance", relevance(one));
    }
    if (!one.walks().walks().isEmpty()) {
      json.set("interpolation", WalkReport.of(one));
    }
    return json;
  }

  /** What the rows are, for the axis of figures. */
  private static String quantity(SetResults one) {
    String steps = one.prepared().preprocessing().text();
    return "intensity, prepared (" + steps.replace("|", " → ") + ")";
  }

  private static ArrayNode patterns(SetResults one, List<String> families) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    int[] learnable = one.prepared().learnable();
    for (int row = 0; row < one.set().size(); row++) {
      Pattern pattern = one.set().patterns().get(row);
      ObjectNode node = array.addObject().put("id", pattern.id());
      node.put("family", families.indexOf(pattern.family())).put("group", pattern.group());
      Numbers.put(
          node, "values", IntStream.of(learnable).mapToDouble(i -> pattern.values()[i]).toArray());
      Numbers.put(node, "point", one.mapped().points()[row]);
      Numbers.put(node, "spread", one.mapped().spread()[row]);
      node.put("cluster", one.mapped().clusters()[row]);
      node.set("curve", Packed.shorts(one.prepared().rows().row(row)));
    }
    return array;
  }

  /** What the decoder makes of places all over the map. */
  private static ObjectNode decoded(SetResults one) {
    double[][] points = one.mapped().points();
    double[] x = range(points, 0);
    double[] y = range(points, 1);
    double[][] places = new double[DECODED * DECODED][2];
    for (int row = 0; row < DECODED; row++) {
      for (int column = 0; column < DECODED; column++) {
        places[row * DECODED + column][0] = x[0] + (x[1] - x[0]) * column / (DECODED - 1);
        places[row * DECODED + column][1] = y[0] + (y[1] - y[0]) * row / (DECODED - 1);
      }
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("columns", DECODED).put("rows", DECODED);
    Numbers.put(json, "x", x);
    Numbers.put(json, "y", y);
    json.set("curves", Packed.bytes(one.model().map().decode(places).values()));
    return json;
  }

  private static double[] range(double[][] points, int axis) {
    double low = Arrays.stream(points).mapToDouble(point -> point[axis]).min().orElse(0);
    double high = Arrays.stream(points).mapToDouble(point -> point[axis]).max().orElse(1);
    double margin = MARGIN * Math.max(high - low, 1e-6);
    return new double[] {low - margin, high + margin};
  }

  private static ArrayNode quality(SetResults one) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    MapResult map = one.mapped();
    add(
        array,
        "Trustworthiness",
        map.trustworthiness(),
        "Of the "
            + map.neighbours()
            + " nearest points on the map, how far they are neighbours as patterns: 1 is perfect, "
            + "0.5 chance.");
    add(
        array,
        "Continuity",
        map.continuity(),
        "Of the "
            + map.neighbours()
            + " most similar patterns, how far they are neighbours on the map.");
    add(
        array,
        "Spread between seeds",
        map.overall(),
        "How far "
            + map.seeds()
            + " maps from other seeds differ once turned onto one another, as a part of the size"
            + " of the map.");
    add(
        array,
        "Silhouette",
        map.silhouette(),
        "How well the clusters stand apart on the map: 1 far apart, 0 touching.");
    add(
        array,
        "Adjusted Rand index",
        map.agreement(),
        "How far the clusters are the families: 1 the same, 0 chance.");
    return array;
  }

  private static void add(ArrayNode array, String name, double value, String text) {
    if (Double.isFinite(value)) {
      ObjectNode node = array.addObject().put("name", name);
      Numbers.put(node, "value", value);
      node.put("text", text);
    }
  }

  private static ArrayNode clusters(SetResults one) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    int[] clusters = one.mapped().clusters();
    for (int cluster = 0; cluster < one.mapped().centres().size(); cluster++) {
      int number = cluster;
      long count = IntStream.of(clusters).filter(each -> each == number).count();
      array
          .addObject()
          .put("cluster", cluster)
          .put("count", count)
          .put("text", ClusterText.of(one, cluster));
    }
    return array;
  }

  private static ArrayNode models(SetResults one) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < one.spaces().size(); i++) {
      SpaceScore space = one.spaces().get(i);
      ObjectNode node = array.addObject().put("name", space.title());
      node.put("kind", space.baseline() ? "baseline" : "autoencoder").put("size", space.size());
      Numbers.put(node, "unexplained", space.unexplained());
      Numbers.put(node, "low", space.low());
      Numbers.put(node, "high", space.high());
      Numbers.put(node, "trustworthiness", space.trustworthiness());
      Numbers.put(node, "seconds", space.seconds());
      if (i == one.map()) {
        node.put("chosen", "map");
      } else if (i == one.wide()) {
        node.put("chosen", "wide");
      }
    }
    return array;
  }

  private static ArrayNode concentration(SetResults one) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (ConcentrationScore score : one.scores()) {
      Reading reading = Readings.named(one.readings(), score.reading());
      ObjectNode node = array.addObject().put("property", score.property());
      node.put("model", reading.title()).put("baseline", reading.baseline());
      Numbers.put(node, "mae", score.mae());
      Numbers.put(node, "rmse", score.rmse());
      Numbers.put(node, "r2", score.r2());
      Numbers.put(node, "r2Interval", score.low(), score.high());
      Numbers.put(node, "coverage", score.coverage());
    }
    return array;
  }

  private static ArrayNode parity(SetResults one) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Reading reading : one.readings()) {
      for (int property = 0; property < one.properties().size(); property++) {
        ObjectNode node = array.addObject().put("property", property);
        ArrayNode points = node.put("model", reading.title()).putArray("points");
        double[] truth = one.targets().column(property);
        for (int row = 0; row < truth.length; row++) {
          if (Double.isFinite(truth[row])) {
            ObjectNode point = points.addObject().put("p", row);
            Numbers.put(point, "truth", truth[row]);
            Numbers.put(point, "mean", reading.said().mean()[row][property]);
            Numbers.put(point, "deviation", reading.said().deviation()[row][property]);
          }
        }
      }
    }
    return array;
  }

  private static void peaks(SetResults one, ObjectNode json) {
    ArrayNode array = json.putArray("peaks");
    for (RelevantPeak peak : one.relevance().peaks()) {
      ObjectNode node = array.addObject().put("label", peak.label());
      Numbers.put(node, "position", peak.position());
      Numbers.put(node, "intensity", peak.intensity());
      Numbers.put(node, "from", peak.from());
      Numbers.put(node, "to", peak.to());
    }
  }

  private static ObjectNode relevance(SetResults one) {
    PeakRelevance all = one.relevance();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    IntStream.range(0, all.peaks().size())
        .boxed()
        .filter(i -> Double.isFinite(all.peaks().get(i).shift().mean()))
        .sorted(Comparator.comparingDouble(i -> -all.peaks().get(i).shift().mean()))
        .forEach(i -> item(items.addObject().put("peak", i), all.peaks().get(i)));
    ArrayNode patterns = json.putArray("patterns");
    for (int row = 0; row < one.set().size(); row++) {
      pattern(patterns.addObject(), one, row);
    }
    ArrayNode pairs = json.putArray("pairs");
    for (PeakPair pair : all.pairs()) {
      ObjectNode node = pairs.addObject().put("a", pair.first()).put("b", pair.second());
      Numbers.put(node, "shift", pair.shift());
      Numbers.put(node, "sum", pair.sum());
      Numbers.put(node, "interaction", pair.interaction());
    }
    ArrayNode sentences = json.putArray("sentences");
    all.findings().forEach(sentences::add);
    if (Double.isFinite(all.agreement()) && Double.isFinite(all.rankAgreement())) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "To first order, gradients explain %.0f %% of the squared moves that masking makes;"
                  + " the ranks of the peaks by both correlate with %.2f.",
              100 * Math.max(0, all.agreement()),
              all.rankAgreement()));
    }
    return json;
  }

  private static void item(ObjectNode node, RelevantPeak peak) {
    Numbers.put(node, "shift", peak.shift().mean());
    Numbers.put(node, "relative", peak.relative());
    Numbers.put(node, "gradient", peak.gradient());
    Numbers.put(node, "contrast", peak.contrast().mean());
    Numbers.put(node, "answer", peak.answer());
    Numbers.put(node, "answerContrast", peak.answerContrast());
    Numbers.put(node, "varies", peak.variation().profile());
    Numbers.put(node, "moves", peak.variation().positionRange());
    peak.finding().ifPresent(text -> node.put("finding", text));
  }

  private static void pattern(ObjectNode node, SetResults one, int row) {
    PeakRelevance all = one.relevance();
    PeakWindows windows = one.peaks();
    ArrayNode ranges = node.putArray("windows");
    ArrayNode shifts = node.putArray("shift");
    ArrayNode answers = node.putArray("answer");
    for (int peak = 0; peak < windows.peaks(); peak++) {
      boolean there = windows.present(row, peak) && Double.isFinite(all.shift()[row][peak][0]);
      if (there) {
        ranges.add(numbers(windows.from()[row][peak], windows.to()[row][peak]));
        double[] shift = all.shift()[row][peak];
        shifts.add(numbers(shift[0] / all.spread(), shift[1] / all.spread()));
        answers.add(numbers(all.answer()[row][peak]));
      } else {
        ranges.addNull();
        shifts.addNull();
        answers.addNull();
      }
    }
    Numbers.put(node, "intensity", all.intensity()[row]);
  }

  private static ArrayNode numbers(double... values) {
    ObjectNode holder = JsonNodeFactory.instance.objectNode();
    Numbers.put(holder, "values", values);
    return (ArrayNode) holder.get("values");
  }
}
