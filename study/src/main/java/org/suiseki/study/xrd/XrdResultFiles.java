package org.suiseki.study.xrd;

import java.util.List;
import java.util.Locale;
import org.suiseki.explain.latent.RelevantPeak;
import org.suiseki.learn.Column;
import org.suiseki.study.Numbers;
import org.suiseki.study.RunFolder;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files for other programs.
 *
 * <pre>
 * metrics.json     {sets: [{name, patterns, compositions, folds, data_sha256,
 *                    spaces: [{name, size, baseline, unexplained, ci: [low, high],
 *                              trustworthiness, seconds}],
 *                    map: {space, trustworthiness, continuity, neighbours, seed_spread, silhouette,
 *                          adjusted_rand},
 *                    wide: {space, size},
 *                    concentration: [{property, unit, reading, baseline, mae, rmse, r2,
 *                                     ci: [low, high], coverage}],
 *                    walks: {count, map, wide, mixing, floor}: medians of R in %}]}
 * map.csv          set, id, family, composition, x, y, spread_x, spread_y, cluster, properties …
 * concentration.csv set, id, property, unit, reading, fold, truth, predicted, deviation
 * peaks.csv        set, peak, position, intensity, shift, contrast, relative, gradient, answers …
 * walks.csv        set, from, to, between, part, span, map, wide, mixing, floor, positions …
 * </pre>
 */
final class XrdResultFiles {

  private XrdResultFiles() {}

  static void write(List<SetResults> results, RunFolder folder) {
    ObjectNode metrics = JsonNodeFactory.instance.objectNode();
    ArrayNode sets = metrics.putArray("sets");
    StringBuilder map = new StringBuilder("set,id,family,composition,x,y,spread_x,spread_y,");
    map.append("cluster,known\r\n");
    StringBuilder said =
        new StringBuilder("set,id,property,unit,reading,fold,truth,predicted,deviation\r\n");
    StringBuilder peaks =
        new StringBuilder(
            "set,peak,position,intensity_percent,shift,contrast,relative,gradient,answers,"
                + "answers_contrast\r\n");
    StringBuilder walks =
        new StringBuilder(
            "set,from,to,between,part,span,map,wide,mixing,floor,map_position,wide_position,"
                + "mixing_position\r\n");
    for (SetResults one : results) {
      sets.add(metrics(one));
      map(one, map);
      said(one, said);
      peaks(one, peaks);
      walks(one, walks);
    }
    folder.write("metrics.json", metrics);
    folder.write("map.csv", map.toString());
    folder.write("concentration.csv", said.toString());
    folder.write("peaks.csv", peaks.toString());
    folder.write("walks.csv", walks.toString());
  }

  private static ObjectNode metrics(SetResults one) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", one.set().name()).put("patterns", one.set().size());
    json.put("compositions", one.set().groups().stream().distinct().count());
    json.put("folds", one.prepared().splits().size());
    json.put("data_sha256", one.set().origin().sha256());
    ArrayNode spaces = json.putArray("spaces");
    for (SpaceScore space : one.spaces()) {
      ObjectNode node = spaces.addObject().put("name", space.name()).put("size", space.size());
      node.put("baseline", space.baseline());
      Numbers.put(node, "unexplained", space.unexplained());
      Numbers.put(node, "ci", space.low(), space.high());
      Numbers.put(node, "trustworthiness", space.trustworthiness());
      Numbers.put(node, "seconds", space.seconds());
    }
    MapResult mapped = one.mapped();
    ObjectNode map = json.putObject("map").put("space", one.mapScore().name());
    Numbers.put(map, "trustworthiness", mapped.trustworthiness());
    Numbers.put(map, "continuity", mapped.continuity());
    map.put("neighbours", mapped.neighbours());
    Numbers.put(map, "seed_spread", mapped.overall());
    Numbers.put(map, "silhouette", mapped.silhouette());
    Numbers.put(map, "adjusted_rand", mapped.agreement());
    json.putObject("wide").put("space", one.wideScore().name()).put("size", one.wideScore().size());
    concentration(one, json.putArray("concentration"));
    WalkSummary summary = WalkSummary.of(one.walks());
    ObjectNode walks = json.putObject("walks").put("count", summary.count());
    Numbers.put(walks, "map", summary.map());
    Numbers.put(walks, "wide", summary.wide());
    Numbers.put(walks, "mixing", summary.mixing());
    Numbers.put(walks, "floor", summary.floor());
    return json;
  }

  private static void concentration(SetResults one, ArrayNode array) {
    List<Column> properties = one.properties();
    for (ConcentrationScore score : one.scores()) {
      ObjectNode node = array.addObject().put("property", properties.get(score.property()).name());
      node.put("unit", properties.get(score.property()).unit()).put("reading", score.reading());
      node.put("baseline", Readings.named(one.readings(), score.reading()).baseline());
      Numbers.put(node, "mae", score.mae());
      Numbers.put(node, "rmse", score.rmse());
      Numbers.put(node, "r2", score.r2());
      Numbers.put(node, "ci", score.low(), score.high());
      Numbers.put(node, "coverage", score.coverage());
    }
  }

  private static void map(SetResults one, StringBuilder csv) {
    for (int row = 0; row < one.set().size(); row++) {
      Pattern pattern = one.set().patterns().get(row);
      double[] point = one.mapped().points()[row];
      double[] spread = one.mapped().spread()[row];
      StringBuilder known = new StringBuilder();
      for (int i = 0; i < pattern.values().length; i++) {
        if (Double.isNaN(pattern.values()[i])) {
          continue;
        }
        known.append(known.isEmpty() ? "" : "; ");
        known
            .append(one.set().properties().get(i).name())
            .append(" = ")
            .append(pattern.values()[i]);
      }
      csv.append(quoted(one.set().name())).append(',').append(quoted(pattern.id())).append(',');
      csv.append(quoted(pattern.family())).append(',').append(quoted(pattern.group()));
      csv.append(number(point[0])).append(number(point[1]));
      csv.append(number(spread[0])).append(number(spread[1])).append(',');
      csv.append(one.mapped().clusters()[row]).append(',').append(quoted(known.toString()));
      csv.append("\r\n");
    }
  }

  private static void said(SetResults one, StringBuilder csv) {
    for (Reading reading : one.readings()) {
      for (int property = 0; property < one.properties().size(); property++) {
        Column column = one.properties().get(property);
        double[] truth = one.targets().column(property);
        for (int row = 0; row < truth.length; row++) {
          csv.append(quoted(one.set().name())).append(',');
          csv.append(quoted(one.set().patterns().get(row).id())).append(',');
          csv.append(quoted(column.name())).append(',').append(quoted(column.unit())).append(',');
          csv.append(reading.name()).append(',').append(reading.said().fold()[row]);
          csv.append(number(truth[row])).append(number(reading.said().mean()[row][property]));
          csv.append(number(reading.said().deviation()[row][property])).append("\r\n");
        }
      }
    }
  }

  private static void peaks(SetResults one, StringBuilder csv) {
    for (RelevantPeak peak : one.relevance().peaks()) {
      csv.append(quoted(one.set().name())).append(',').append(quoted(peak.label()));
      csv.append(number(peak.position())).append(number(peak.intensity()));
      csv.append(number(peak.shift().mean())).append(number(peak.contrast().mean()));
      csv.append(number(peak.relative())).append(number(peak.gradient()));
      csv.append(',').append(quoted(joined(peak.answer())));
      csv.append(',').append(quoted(joined(peak.answerContrast()))).append("\r\n");
    }
  }

  private static void walks(SetResults one, StringBuilder csv) {
    for (WalkResult.Walk walk : one.walks().walks()) {
      csv.append(quoted(one.set().name())).append(',').append(quoted(walk.from())).append(',');
      csv.append(quoted(walk.to())).append(',').append(quoted(walk.between()));
      csv.append(number(walk.part())).append(number(walk.span())).append(number(walk.map()));
      csv.append(number(walk.wide())).append(number(walk.mixing())).append(number(walk.floor()));
      csv.append(number(walk.mapPosition())).append(number(walk.widePosition()));
      csv.append(number(walk.mixingPosition())).append("\r\n");
    }
  }

  private static String joined(double[] values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(text.isEmpty() ? "" : "; ").append(String.format(Locale.ROOT, "%.5g", value));
    }
    return text.toString();
  }

  /** With the comma before it; empty where it is not known. */
  private static String number(double value) {
    return "," + (Double.isFinite(value) ? String.format(Locale.ROOT, "%.6g", value) : "");
  }

  private static String quoted(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
