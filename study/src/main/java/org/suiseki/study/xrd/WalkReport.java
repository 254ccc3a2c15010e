package org.suiseki.study.xrd;

import java.util.Comparator;
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

  /**
   * @param most examples with curves; the first is between the ends that differ most
   */
  static ObjectNode of(SetResults one, int most) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    rows(json.putArray("rows"), one.walks().walks());
    WalkSummary summary = WalkSummary.of(one.walks());
    ArrayNode summaries = json.putArray("summary");
    Numbers.put(
        summary(summaries, "on the map", summary.map(), summary, summary.mapBeats()),
        "position",
        summary.mapPosition());
    String wide = "in the wide space, " + one.wideScore().size() + " coordinates";
    Numbers.put(
        summary(summaries, wide, summary.wide(), summary, summary.wideBeats()),
        "position",
        summary.widePosition());
    examples(json.putArray("examples"), one.walks(), most);
    ArrayNode sentences = json.putArray("sentences");
    sentences(one, summary).forEach(sentences::add);
    return json;
  }

  private static void rows(ArrayNode array, List<WalkResult.Walk> walks) {
    for (WalkResult.Walk walk : walks) {
      ObjectNode row = array.addObject().put("from", walk.from()).put("to", walk.to());
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
  }

  private static void examples(ArrayNode array, WalkResult result, int most) {
    List<WalkResult.Example> farthest =
        result.examples().stream()
            .sorted(Comparator.comparingDouble(each -> -result.walks().get(each.walk()).span()))
            .limit(most)
            .toList();
    for (WalkResult.Example example : farthest) {
      ObjectNode node = array.addObject();
      node.put("from", example.fromRow()).put("to", example.toRow());
      node.set("truth", Packed.shorts(example.truth()));
      node.set("walk", Packed.shorts(example.map()));
      node.set("wide", Packed.shorts(example.wide()));
      node.set("mixing", Packed.shorts(example.mixing()));
      node.put("text", text(result.walks().get(example.walk())));
    }
  }

  private static ObjectNode summary(
      ArrayNode array, String name, double walk, WalkSummary all, double share) {
    ObjectNode node = array.addObject().put("name", name);
    Numbers.put(node, "walk", walk);
    Numbers.put(node, "mixing", all.mixing());
    Numbers.put(node, "mixingPosition", all.mixingPosition());
    Numbers.put(node, "share", share);
    return node;
  }

  private static String text(WalkResult.Walk walk) {
    String way = String.format(Locale.ROOT, "%.0f %% of the way", 100 * walk.part());
    return String.format(
        Locale.ROOT,
        "%s from %s to %s%s: R is %.1f %% for the walk on the map, %.1f %% in the wide space, %.1f %%"
            + " for mixing.",
        way,
        walk.from(),
        walk.to(),
        walk.between().equals(way) ? "" : ", at " + walk.between(),
        walk.map(),
        walk.wide(),
        walk.mixing());
  }

  static List<String> sentences(SetResults one, WalkSummary summary) {
    return List.of(
        String.format(
            Locale.ROOT,
            "%d walks, each past a composition that the spaces had not seen, judged by %s. Where"
                + " the map only reconstructs that pattern, its median R is %.1f %%: the floor.",
            summary.count(),
            one.set().modelling().isPresent()
                ? "the simulated pattern without noise"
                : "measured patterns with their noise",
            summary.floor()));
  }
}
