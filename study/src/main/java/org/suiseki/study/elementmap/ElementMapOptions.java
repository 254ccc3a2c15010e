package org.suiseki.study.elementmap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.suiseki.matter.Element;
import org.suiseki.study.Numbers;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a study of the elements does.
 *
 * @param measured which elements, and all properties but those that follow from the known table
 * @param layouts the main one first
 * @param centres numbers of basis functions to choose from
 * @param regularisations λ to choose from
 * @param rounds of the expectation-maximisation at most
 * @param folds by which the choice is made
 * @param permutations for what chance gives
 * @param neighbours that count for trustworthiness
 */
record ElementMapOptions(
    ElementSet.Choice measured,
    List<Layout> layouts,
    int[] centres,
    double[] regularisations,
    int rounds,
    int folds,
    int permutations,
    int neighbours,
    long seed,
    boolean quick) {

  /**
   * Properties that state the place of an element in the known table, in our own table and in
   * others.
   */
  static final List<String> STATED =
      List.of(
          "atomic_number",
          "atomic_mass",
          "atomic_weight",
          "period",
          "group",
          "block",
          "mendeleev_number",
          "valence_electrons_*",
          "unfilled_*",
          "num_*");

  static ElementMapOptions read(Study study, RunOptions asked) {
    StudyNode root = study.options();
    boolean quick = asked.quick();
    StudyNode properties = root.section("properties");
    StudyNode elements = root.section("elements");
    StudyNode map = root.section("map");
    StudyNode validation = root.section("validation");
    int most = Element.values().length;
    int first = (int) elements.integer("first", 1, 1, most);
    int last = (int) elements.integer("last", 54, first, most);
    List<String> fillings =
        Arrays.stream(ElementSet.Filling.values())
            .map(one -> one.name().toLowerCase(Locale.ROOT))
            .toList();
    ElementSet.Filling filling =
        ElementSet.Filling.valueOf(
            properties.choice("missing", "nearest", fillings).toUpperCase(Locale.ROOT));
    return new ElementMapOptions(
        new ElementSet.Choice(
            first,
            last,
            properties.texts("leave_out", STATED.toArray(String[]::new)),
            properties.number("least_known", 0.8, 0, 1),
            filling),
        layouts(map),
        whole(map, quick),
        positive(map, quick),
        (int) map.integer("rounds", 300, 1, 100_000),
        (int) validation.integer("folds", 5, 2, 100),
        (int) validation.integer("permutations", quick ? 200 : 1000, 1, 1_000_000),
        (int) validation.integer("neighbours", 5, 1, most),
        asked.seedFor(study),
        quick);
  }

  private static List<Layout> layouts(StudyNode map) {
    List<String> named = map.texts("layouts", "square", "wide", "cylinder", "sphere");
    for (String one : named) {
      if (!Layout.texts().contains(one)) {
        throw map.wrong(
            "layouts",
            "No layout is called '" + one + "'.",
            "The layouts are " + String.join(", ", Layout.texts()) + ".");
      }
    }
    if (named.isEmpty()) {
      throw map.wrong("layouts", "No layout is named.", "Name one, such as [square].");
    }
    return named.stream().distinct().map(Layout::named).toList();
  }

  private static int[] whole(StudyNode map, boolean quick) {
    double[] centres = map.numbers("centres", 4, 9, 16, 25);
    for (double one : centres) {
      if (one != Math.rint(one) || one < 2 || one > 10_000) {
        throw map.wrong(
            "centres", one + " basis functions were asked for.", "Give whole numbers above 1.");
      }
    }
    int[] all = Arrays.stream(centres).mapToInt(one -> (int) one).distinct().toArray();
    if (all.length == 0) {
      throw map.wrong("centres", "There are no basis functions.", "Give one number at least.");
    }
    return quick ? Arrays.copyOf(all, Math.min(2, all.length)) : all;
  }

  private static double[] positive(StudyNode map, boolean quick) {
    double[] all = map.numbers("regularisation", 0.1, 1, 10, 100);
    for (double one : all) {
      if (!(one > 0 && one < 1e12)) {
        throw map.wrong(
            "regularisation", "The regularisation " + one + " is not above 0.", "Give 0.1 or so.");
      }
    }
    if (all.length == 0) {
      throw map.wrong("regularisation", "None is given.", "Give one number at least.");
    }
    return quick ? Arrays.copyOf(all, Math.min(3, all.length)) : all;
  }

  /** All properties, those that state the place in the known table among them. */
  ElementSet.Choice everything() {
    return new ElementSet.Choice(
        measured.first(), measured.last(), List.of(), measured.leastKnown(), measured.filling());
  }

  /** Holes filled in the other way. */
  ElementSet.Choice otherwise() {
    return new ElementSet.Choice(
        measured.first(),
        measured.last(),
        measured.passedOver(),
        measured.leastKnown(),
        measured.filling() == ElementSet.Filling.MEAN
            ? ElementSet.Filling.NEAREST
            : ElementSet.Filling.MEAN);
  }

  /** Every option that decides the numbers of a run. */
  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("first", measured.first()).put("last", measured.last());
    measured.passedOver().forEach(json.putArray("leave_out")::add);
    json.put("least_known", measured.leastKnown());
    json.put("missing", measured.filling().name().toLowerCase(Locale.ROOT));
    layouts.forEach(one -> json.withArray("layouts").add(one.text()));
    Arrays.stream(centres).forEach(json.putArray("centres")::add);
    Numbers.put(json, "regularisation", regularisations);
    json.put("rounds", rounds).put("folds", folds).put("permutations", permutations);
    return json.put("neighbours", neighbours).put("quick", quick);
  }
}
