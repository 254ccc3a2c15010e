package org.suiseki.study.elementmap;

import java.util.List;
import java.util.Locale;
import org.suiseki.learn.LatentGrid;
import org.suiseki.matter.Element;
import org.suiseki.study.Numbers;
import org.suiseki.study.Provenance;
import org.suiseki.study.RunFolder;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files for other programs.
 *
 * <pre>
 * metrics.json    {study, seed, quick, seconds,
 *                  sets: [{name, elements, properties, filled, left_out: [{name, reason}], noise, rounds,
 *                    arrangements: [{name, places, score: {vertical, …}, chance: {…}, chance_95: {…}, p: {…}}]}],
 *                  choices: [{centres, regularisation, held_out_log_likelihood}],
 *                  properties: [{property, moved, group, period, explained}]}
 * positions.csv   set, arrangement, symbol, atomic_number, period, group, node, row, column, x, y, z
 * properties.csv  property, logarithm, known, explained, moved, group_change, period_change
 * model.suiseki   the main map
 * </pre>
 */
final class ElementMapFiles {

  private ElementMapFiles() {}

  static void write(
      ElementMapResults results, RunFolder folder, String study, ElementMapOptions options) {
    ObjectNode metrics = JsonNodeFactory.instance.objectNode().put("study", study);
    metrics.put("seed", options.seed()).put("quick", options.quick());
    metrics.put("seconds", Provenance.seconds(folder.manifest()));
    ArrayNode sets = metrics.putArray("sets");
    sets.add(metrics(results.measured(), results.main()));
    sets.add(metrics(results.measured(), results.otherwise()));
    sets.add(metrics(results.everythingSet(), results.everything()));
    ArrayNode choices = metrics.putArray("choices");
    for (MapChoice one : results.tried()) {
      ObjectNode node = choices.addObject().put("centres", one.centres());
      Numbers.put(node, "regularisation", one.regularisation());
      Numbers.put(node, "held_out_log_likelihood", one.likelihood());
    }
    ArrayNode properties = metrics.putArray("properties");
    for (PropertyEffect effect : results.effects()) {
      ObjectNode node = properties.addObject().put("property", effect.property());
      Numbers.put(node, "moved", effect.moved());
      Numbers.put(node, "group", effect.group());
      Numbers.put(node, "period", effect.period());
      Numbers.put(node, "explained", effect.explained());
    }
    folder.write("metrics.json", metrics);
    folder.write("positions.csv", positions(results, options));
    folder.write("properties.csv", properties(results));
  }

  private static ObjectNode metrics(ElementSet set, LaidOut laid) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", laid.name());
    json.put("elements", set.elements().size()).put("properties", set.rows().width());
    json.put("filled", set.filled());
    ArrayNode left = json.putArray("left_out");
    set.leftOut()
        .forEach(one -> left.addObject().put("name", one.name()).put("reason", one.reason()));
    Numbers.put(json, "noise", laid.noise());
    json.put("rounds", laid.rounds());
    ArrayNode all = json.putArray("arrangements");
    for (Arrangement one : laid.arrangements()) {
      ObjectNode node = all.addObject().put("name", one.name());
      node.put("places", one.nodes().length > 0);
      named(node.putObject("score"), one.score().values());
      named(node.putObject("chance"), one.chance().mean());
      named(node.putObject("chance_95"), one.chance().upper());
      named(node.putObject("p"), one.chance().p());
    }
    return json;
  }

  private static void named(ObjectNode node, double[] values) {
    for (int k = 0; k < values.length; k++) {
      Numbers.put(node, TableScore.NAMES.get(k), values[k]);
    }
  }

  private static String positions(ElementMapResults results, ElementMapOptions options) {
    StringBuilder csv =
        new StringBuilder(
            "set,arrangement,symbol,atomic_number,period,group,node,row,column,x,y,z\r\n");
    positions(csv, results.measured(), results.main(), options);
    positions(csv, results.measured(), results.otherwise(), options);
    positions(csv, results.everythingSet(), results.everything(), options);
    return csv.toString();
  }

  private static void positions(
      StringBuilder csv, ElementSet set, LaidOut laid, ElementMapOptions options) {
    KnownTable table = KnownTable.of(set.elements());
    List<Element> elements = set.elements();
    for (Arrangement one : laid.arrangements()) {
      int columns = columns(one, elements.size(), options);
      for (int i = 0; i < elements.size(); i++) {
        csv.append(laid.name()).append(",\"").append(one.name()).append("\",");
        csv.append(elements.get(i).symbol()).append(',').append(elements.get(i).number());
        csv.append(',').append((int) table.period()[i]).append(',');
        csv.append(Double.isNaN(table.group()[i]) ? "" : Integer.toString((int) table.group()[i]));
        if (one.nodes().length == 0) {
          csv.append(",,,");
        } else {
          int node = one.nodes()[i];
          csv.append(',').append(node).append(',').append(node / columns).append(',');
          csv.append(node % columns);
        }
        for (int c = 0; c < 3; c++) {
          csv.append(',');
          csv.append(c < one.places()[i].length ? number(one.places()[i][c]) : "");
        }
        csv.append("\r\n");
      }
    }
  }

  private static int columns(Arrangement one, int elements, ElementMapOptions options) {
    Layout layout =
        Layout.texts().contains(one.name()) ? Layout.named(one.name()) : options.layouts().get(0);
    LatentGrid grid = layout.grid(elements);
    return grid.columns();
  }

  private static String properties(ElementMapResults results) {
    ElementSet set = results.measured();
    StringBuilder csv =
        new StringBuilder(
            "property,logarithm,known,explained,moved,group_change,period_change\r\n");
    for (PropertyEffect effect : results.effects()) {
      int p = set.rows().indexOf(effect.property());
      long known = set.elements().stream().filter(e -> known(set, e, p)).count();
      csv.append(effect.property()).append(',').append(set.logarithms()[p]).append(',');
      csv.append(known).append(',').append(number(effect.explained())).append(',');
      csv.append(number(effect.moved())).append(',').append(number(effect.group())).append(',');
      csv.append(number(effect.period())).append("\r\n");
    }
    return csv.toString();
  }

  private static boolean known(ElementSet set, Element element, int property) {
    return set.known()[set.elements().indexOf(element)][property];
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6g", value) : "";
  }
}
