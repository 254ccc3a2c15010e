package org.suiseki.study.xrd;

import java.util.ArrayList;
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

/**
 * The data of the report, as its page reads it; the grammar stands in the description of this
 * package.
 */
final class XrdReportData {
  /** Walks that are shown with their curves. */
  private static final int EXAMPLES = 6;

  private static final int EXAMPLES_BESIDE = 3;

  /** The order in which the ways to read a concentration are shown, before all others. */
  private static final List<String> FIRST = List.of(Readings.WIDE, Readings.MAP);

  /** Shown after all others. */
  private static final List<String> LAST = List.of(Readings.RIDGE, Readings.MEAN);

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
    json.put("quantity", quantity(one)).put("preparation", preparation(one));
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
    families.forEach(
        family -> named.addObject().put("name", family).put("label", ClusterText.formula(family)));
    json.set("patterns", patterns(one, families));
    json.putObject("map")
        .put("method", one.mapScore().title() + ", 2 coordinates")
        .put("x", "z₁")
        .put("y", "z₂")
        .put("note", "One unit is the root mean square distance of the points from their centre.");
    DecodedMap grid = one == results.get(0) ? DecodedMap.FINE : DecodedMap.COARSE;
    json.set("decoded", grid.of(one));
    json.set("quality", quality(one));
    json.set("clusters", clusters(one));
    json.set("models", models(one));
    json.set("concentration", concentration(one));
    json.set("parity", parity(one));
    if (!one.relevance().peaks().isEmpty()) {
      peaks(one, json);
      json.set("relevance", relevance(one));
    }
    if (!one.properties().isEmpty()) {
      json.set("companion", CompanionReport.of(one));
    }
    if (!one.walks().walks().isEmpty()) {
      int examples = one == results.get(0) ? EXAMPLES : EXAMPLES_BESIDE;
      json.set("interpolation", WalkReport.of(one, examples));
    }
    return json;
  }

  /** What the curves are, for the axis of figures. */
  private static String quantity(SetResults one) {
    return one.prepared().preprocessing().givesIntensities()
        ? "intensity (arbitrary units)"
        : "prepared intensity (arbitrary units)";
  }

  /** What was done to the patterns before a model read them. */
  private static String preparation(SetResults one) {
    return one.prepared().preprocessing().text().replace("|", " → ");
  }

  private static ArrayNode patterns(SetResults one, List<String> families) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    int[] learnable = one.prepared().learnable();
    PatternPreprocessing preprocessing = one.prepared().preprocessing();
    for (int row = 0; row < one.set().size(); row++) {
      Pattern pattern = one.set().patterns().get(row);
      ObjectNode node = array.addObject().put("id", pattern.id());
      node.put("family", families.indexOf(pattern.family())).put("group", pattern.group());
      Numbers.put(
          node, "values", IntStream.of(learnable).mapToDouble(i -> pattern.values()[i]).toArray());
      Numbers.put(node, "point", one.mapped().points()[row]);
      if (one.mapped().seeds() > 1) {
        Numbers.put(node, "spread", one.mapped().spread()[row]);
      }
      node.put("cluster", one.mapped().clusters()[row]);
      node.set("curve", Packed.shorts(preprocessing.intensities(one.prepared().rows().row(row))));
    }
    return array;
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
      node.put("method", space.name());
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

  /** The readings by which the study stands first, the dull ones last. */
  private static List<Reading> ordered(SetResults one) {
    List<Reading> all = new ArrayList<>();
    one.readings().stream()
        .filter(reading -> !FIRST.contains(reading.name()) && !LAST.contains(reading.name()))
        .sorted(Comparator.comparing(Reading::baseline))
        .forEach(all::add);
    for (int i = FIRST.size() - 1; i >= 0; i--) {
      all.add(0, Readings.named(one.readings(), FIRST.get(i)));
    }
    LAST.forEach(name -> all.add(Readings.named(one.readings(), name)));
    return all;
  }

  private static ArrayNode concentration(SetResults one) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    if (one.readings().isEmpty()) {
      return array;
    }
    for (Reading reading : ordered(one)) {
      for (ConcentrationScore score : one.scores()) {
        if (score.reading().equals(reading.name())) {
          ObjectNode node = array.addObject().put("property", score.property());
          node.put("reading", reading.name()).put("model", reading.title());
          node.put("baseline", reading.baseline());
          Numbers.put(node, "mae", score.mae());
          Numbers.put(node, "rmse", score.rmse());
          Numbers.put(node, "r2", score.r2());
          Numbers.put(node, "r2Interval", score.low(), score.high());
          Numbers.put(node, "coverage", score.coverage());
        }
      }
    }
    return array;
  }

  /** The mean has no figure: all of its points lie on one line. */
  private static ArrayNode parity(SetResults one) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    if (one.readings().isEmpty()) {
      return array;
    }
    for (Reading reading : ordered(one)) {
      for (int property = 0; property < one.properties().size(); property++) {
        if (!reading.name().equals(Readings.MEAN)) {
          ObjectNode node = array.addObject().put("property", property);
          node.put("reading", reading.name()).put("model", reading.title());
          points(node.putArray("points"), reading, property, one.targets().column(property));
        }
      }
    }
    return array;
  }

  private static void points(ArrayNode array, Reading reading, int property, double[] truth) {
    for (int row = 0; row < truth.length; row++) {
      if (Double.isFinite(truth[row])) {
        ObjectNode point = array.addObject().put("p", row);
        Numbers.put(point, "truth", truth[row]);
        Numbers.put(point, "mean", reading.said().mean()[row][property]);
        Numbers.put(point, "deviation", reading.said().deviation()[row][property]);
      }
    }
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
        .forEach(i -> item(items.addObject().put("peak", i), all.peaks().get(i), one.findings()));
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
    all.peaks().stream()
        .filter(peak -> peak.finding().isPresent())
        .forEach(peak -> sentences.add(one.findings().text(peak)));
    if (sentences.isEmpty()) {
      sentences.add(
          "No intense peak of low relevance was found: the stronger a peak, the farther points move"
              + " without it, by and large.");
    }
    if (Double.isFinite(all.agreement()) && Double.isFinite(all.rankAgreement())) {
      sentences.add(gradients(all));
    }
    return json;
  }

  private static String gradients(PeakRelevance all) {
    return String.format(
        Locale.ROOT,
        "Gradients put the peaks in the order of masking with a rank correlation of %.2f; the moves"
            + " that they foretell, to first order, account for %.0f %% of the squared moves.",
        all.rankAgreement(),
        100 * Math.max(0, all.agreement()));
  }

  private static void item(ObjectNode node, RelevantPeak peak, SeedFindings findings) {
    Numbers.put(node, "shift", peak.shift().mean());
    Numbers.put(node, "relative", peak.relative());
    Numbers.put(node, "gradient", peak.gradient());
    Numbers.put(node, "contrast", peak.contrast().mean());
    Numbers.put(node, "answer", peak.answer());
    Numbers.put(node, "answerContrast", peak.answerContrast());
    Numbers.put(node, "varies", peak.variation().profile());
    Numbers.put(node, "moves", peak.variation().positionRange());
    if (peak.finding().isPresent()) {
      node.put("finding", findings.text(peak));
    }
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
    double strongest = Arrays.stream(all.intensity()[row]).filter(Double::isFinite).max().orElse(1);
    Numbers.put(
        node,
        "intensity",
        Arrays.stream(all.intensity()[row]).map(area -> 100 * area / strongest).toArray());
  }

  private static ArrayNode numbers(double... values) {
    ObjectNode holder = JsonNodeFactory.instance.objectNode();
    Numbers.put(holder, "values", values);
    return (ArrayNode) holder.get("values");
  }
}
