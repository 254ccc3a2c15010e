package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.suiseki.study.Numbers;
import org.suiseki.study.Packed;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The walks of a set as the report shows them. */
final class WalkReport {

  private WalkReport() {}

  static ObjectNode of(SetResults one) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode rows = json.putArray("rows");
    for (WalkResult.Walk walk : one.walks().walks()) {
      ObjectNode row = rows.addObject().put("from", walk.from()).put("to", walk.to());
      row.put("between", walk.between());
      Numbers.put(row, "part", walk.part());
      Numbers.put(row, "walk", walk.map());
      Numbers.put(row, "wide", walk.wide());
      Numbers.put(row, "mixing", walk.mixing());
      Numbers.put(row, "floor", walk.floor());
      Numbers.put(row, "walkPosition", walk.mapPosition());
      Numbers.put(row, "widePosition", walk.widePosition());
      Numbers.put(row, "mixingPosition", walk.mixingPosition());
    }
    WalkSummary summary = WalkSummary.of(one.walks());
    ArrayNode summaries = json.putArray("summary");
    summary(summaries, "on the map", summary.map(), summary.mixing(), summary.mapBeats());
    summary(
        summaries,
        "in the wide space, " + one.wideScore().size() + " coordinates",
        summary.wide(),
        summary.mixing(),
        summary.wideBeats());
    ArrayNode examples = json.putArray("examples");
    for (WalkResult.Example example : one.walks().examples()) {
      WalkResult.Walk walk = one.walks().walks().get(example.walk());
      ObjectNode node = examples.addObject();
      node.put("from", example.fromRow()).put("to", example.toRow());
      node.set("truth", Packed.shorts(example.truth()));
      node.set("walk", Packed.shorts(example.map()));
      node.set("wide", Packed.shorts(example.wide()));
      node.set("mixing", Packed.shorts(example.mixing()));
      node.put("text", text(walk));
    }
    ArrayNode sentences = json.putArray("sentences");
    sentences(one, summary).forEach(sentences::add);
    return json;
  }

  private static void summary(
      ArrayNode array, String name, double walk, double mixing, double share) {
    ObjectNode node = array.addObject().put("name", name);
    Numbers.put(node, "walk", walk);
    Numbers.put(node, "mixing", mixing);
    Numbers.put(node, "share", share);
  }

  private static String text(WalkResult.Walk walk) {
    return String.format(
        Locale.ROOT,
        "%s, %.0f %% of the way from %s to %s: R is %.1f %% for the walk on the map, %.1f %% in the"
            + " wide space, %.1f %% for mixing.",
        walk.between(),
        100 * walk.part(),
        walk.from(),
        walk.to(),
        walk.map(),
        walk.wide(),
        walk.mixing());
  }

  static List<String> sentences(SetResults one, WalkSummary summary) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        String.format(
            Locale.ROOT,
            "%d walks to compositions that the spaces had not seen. The median profile R-factor is"
                + " %.1f %% on the map, %.1f %% in the wide space and %.1f %% for linear mixing; the"
                + " map's own reconstruction of the true pattern has %.1f %%.",
            summary.count(),
            summary.map(),
            summary.wide(),
            summary.mixing(),
            summary.floor()));
    sentences.add(
        String.format(
            Locale.ROOT,
            "The walk is nearer to the truth than mixing in %.0f %% of the cases on the map and in"
                + " %.0f %% in the wide space%s.",
            100 * summary.mapBeats(),
            100 * summary.wideBeats(),
            one.set().modelling().isPresent()
                ? ", judged by the simulated pattern without noise"
                : ", judged by measured patterns with their noise"));
    return sentences;
  }
}
