package org.suiseki.study.polymer;

import java.util.Arrays;
import java.util.Locale;
import org.suiseki.study.Numbers;
import org.suiseki.study.Provenance;
import org.suiseki.study.RunFolder;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files for other programs; λ in the unit of the target.
 *
 * <pre>
 * metrics.json         {study, seed, quick, seconds, pool, ceiling: {mae, r2},
 *                       curve: [{way, transfer, size, mae, mae_deviation, r2, rank}],
 *                       transfer: {rows, scratch, scratch_mae, mae, gain, ci: [low, high], p, helpful},
 *                       model: [way], check: {polymers, mae, r2, rank, coverage, found},
 *                       screening: {seen, unreadable, outside, hard, known, best, seconds,
 *                                   least_like, hardest, highest}}
 * sources.csv          source, property, unit, model, rows, held_out, r2, gain, gain_low, gain_high, holm, correlation,
 *                      approach, won
 * learning-curves.csv  way, transfer, size, repeat, mae, r2, rank
 * check.csv            id, truth, predicted, low, high
 * short-list.csv       rank, unit, predicted, low, high, likeness, hardness, route, monomers
 * </pre>
 */
final class PolymerFiles {

  private PolymerFiles() {}

  static void write(
      PolymerResults results, RunFolder folder, String study, PolymerOptions options) {
    folder.write("metrics.json", metrics(results, folder, study, options));
    folder.write("sources.csv", sources(results));
    folder.write("learning-curves.csv", curves(results));
    folder.write("check.csv", check(results.check()));
    folder.write("short-list.csv", list(results.screened()));
  }

  private static ObjectNode metrics(
      PolymerResults results, RunFolder folder, String study, PolymerOptions options) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("study", study);
    json.put("seed", options.seed()).put("quick", options.quick());
    json.put("seconds", Provenance.seconds(folder.manifest())).put("pool", results.pool());
    ObjectNode ceiling = json.putObject("ceiling");
    Numbers.put(ceiling, "mae", results.ceiling()[0]);
    Numbers.put(ceiling, "r2", results.ceiling()[1]);
    ArrayNode curve = json.putArray("curve");
    for (CurvePoint point : results.curve()) {
      ObjectNode node = curve.addObject().put("way", point.way());
      node.put("transfer", point.transfer()).put("size", point.size());
      Numbers.put(node, "mae", mean(point.errors()));
      Numbers.put(node, "mae_deviation", deviation(point.errors()));
      Numbers.put(node, "r2", mean(point.r2()));
      Numbers.put(node, "rank", mean(point.ranks()));
    }
    TransferVerdict verdict = results.verdict();
    ObjectNode transfer = json.putObject("transfer").put("rows", verdict.rows());
    transfer.put("scratch", verdict.scratch());
    Numbers.put(transfer, "scratch_mae", verdict.scratchError());
    Numbers.put(transfer, "mae", verdict.error());
    Numbers.put(transfer, "gain", verdict.gain());
    Numbers.put(transfer, "ci", verdict.low(), verdict.high());
    Numbers.put(transfer, "p", verdict.p());
    transfer.put("helpful", verdict.sources().stream().filter(s -> s.holm() <= 0.05).count());
    results.ways().forEach(json.putArray("model")::add);
    HeldOutCheck held = results.check();
    ObjectNode check = json.putObject("check").put("polymers", held.truth().length);
    Numbers.put(check, "mae", held.mae());
    Numbers.put(check, "r2", held.r2());
    Numbers.put(check, "rank", held.rank());
    Numbers.put(check, "coverage", held.coverage());
    Numbers.put(check, "found", held.found());
    screening(results, json.putObject("screening"));
    return json;
  }

  private static void screening(PolymerResults results, ObjectNode json) {
    Screened screened = results.screened();
    json.put("seen", screened.seen()).put("unreadable", screened.unreadable());
    json.put("outside", screened.outside()).put("hard", screened.hard());
    json.put("known", screened.known()).put("best", screened.best());
    Numbers.put(json, "seconds", screened.seconds());
    Numbers.put(json, "least_like", results.leastLike());
    Numbers.put(json, "hardest", results.hardest());
    Numbers.put(
        json,
        "highest",
        screened.list().stream().mapToDouble(Screened.Pick::value).max().orElse(Double.NaN));
  }

  private static String sources(PolymerResults results) {
    StringBuilder csv =
        new StringBuilder(
            "source,property,unit,model,rows,held_out,r2,gain,gain_low,gain_high,holm,correlation,"
                + "approach,won\r\n");
    for (SourceModel.Learned one : results.learned()) {
      csv.append(quoted(one.name())).append(',').append(quoted(one.property().name()));
      csv.append(',').append(one.property().unit()).append(',').append(one.kind()).append(',');
      csv.append(one.rows()).append(',').append(one.heldOut()).append(number(one.r2()));
      results.verdict().sources().stream()
          .filter(gain -> gain.name().equals(one.name()))
          .findFirst()
          .ifPresentOrElse(
              gain -> {
                csv.append(number(gain.gain())).append(number(gain.low()));
                csv.append(number(gain.high())).append(number(gain.holm()));
                csv.append(number(gain.correlation())).append(',');
                csv.append(quoted(gain.approach())).append(',').append(gain.won());
              },
              () -> csv.append(",,,,,,,"));
      csv.append("\r\n");
    }
    return csv.toString();
  }

  private static String curves(PolymerResults results) {
    StringBuilder csv = new StringBuilder("way,transfer,size,repeat,mae,r2,rank\r\n");
    for (CurvePoint point : results.curve()) {
      for (int repeat = 0; repeat < point.errors().length; repeat++) {
        csv.append(quoted(point.way())).append(',').append(point.transfer()).append(',');
        csv.append(point.size()).append(',').append(repeat + 1);
        csv.append(number(point.errors()[repeat])).append(number(point.r2()[repeat]));
        csv.append(number(point.ranks()[repeat])).append("\r\n");
      }
    }
    return csv.toString();
  }

  private static String check(HeldOutCheck held) {
    StringBuilder csv = new StringBuilder("id,truth,predicted,low,high\r\n");
    for (int i = 0; i < held.ids().length; i++) {
      csv.append(quoted(held.ids()[i])).append(number(held.truth()[i]));
      csv.append(number(held.predicted()[i])).append(number(held.low()[i]));
      csv.append(number(held.high()[i])).append("\r\n");
    }
    return csv.toString();
  }

  private static String list(Screened screened) {
    StringBuilder csv =
        new StringBuilder("rank,unit,predicted,low,high,likeness,hardness,route,monomers\r\n");
    for (Screened.Pick pick : screened.list()) {
      csv.append(pick.rank()).append(',').append(quoted(pick.candidate().unit()));
      csv.append(number(pick.value())).append(number(pick.low())).append(number(pick.high()));
      csv.append(number(pick.likeness())).append(number(pick.hardness())).append(',');
      csv.append(quoted(pick.candidate().route())).append(',');
      csv.append(quoted(pick.candidate().monomers())).append("\r\n");
    }
    return csv.toString();
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  static double deviation(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / Math.max(1, values.length - 1));
  }

  /** With the comma before it; empty where it is not known. */
  private static String number(double value) {
    return "," + (Double.isFinite(value) ? String.format(Locale.ROOT, "%.6g", value) : "");
  }

  private static String quoted(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
