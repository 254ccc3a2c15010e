package org.suiseki.study.quasicrystal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All options of a run with the values they have after study file, {@code --quick} and command
 * line.
 *
 * @param classes the first is what is ordinary
 * @param features descriptor of compositions with options
 * @param elements the table that it reads, where it is not the standard one
 * @param repeats stratified draws of a test
 * @param testFraction of each class that such a draw holds out
 * @param groups folds of whole chemical systems; 0 for none
 * @param folds of the inner cross-validation, which chooses, calibrates and decides
 * @param systems to be mapped, three elements each
 * @param steps of a map from corner to corner
 * @param unseen whether each system is also mapped by a model that knows nothing of it
 */
record QuasicrystalOptions(
    List<String> classes,
    String features,
    Optional<ElementTable> elements,
    List<Candidate> candidates,
    Candidate peers,
    int repeats,
    double testFraction,
    int groups,
    int folds,
    List<List<Element>> systems,
    int steps,
    boolean unseen,
    long seed,
    boolean quick,
    int threads) {

  /** Rows of a class below which nothing can be said of it. */
  static final int FEWEST = 10;

  static final String FEATURES = "composition-290:statistics=ave+var+max+min:missing=impute";
  private static final String STANDARD = "standard";

  static QuasicrystalOptions read(Study study, RunOptions asked) {
    StudyNode root = study.options();
    long seed = asked.seedFor(study);
    boolean quick = asked.quick();
    int threads = asked.threads().orElse(Runtime.getRuntime().availableProcessors());
    StudyNode validation = root.section("validation");
    StudyNode maps = root.section("maps");
    int repeats = (int) validation.integer("repeats", 3, 2, 1000);
    int groups = (int) validation.integer("groups", 3, 0, 100);
    int folds = (int) validation.integer("folds", 4, 2, 100);
    int steps = (int) maps.integer("steps", 40, 4, 200);
    List<String> classes = root.texts("classes", "OTHERS", "QC", "AC");
    if (classes.size() < 2 || classes.stream().distinct().count() < classes.size()) {
      throw root.wrong("classes", "The classes are " + classes + ".", "Give two or more names.");
    }
    return new QuasicrystalOptions(
        classes,
        root.text("features", FEATURES),
        elements(study, root.text("elements", STANDARD)),
        Candidate.read(root, quick, threads, seed),
        Candidate.peers(threads, seed),
        quick ? Math.min(2, repeats) : repeats,
        validation.number("test_fraction", 0.2, 0.02, 0.8),
        quick ? Math.min(3, groups) : groups,
        quick ? Math.min(3, folds) : folds,
        systems(maps),
        quick ? Math.min(20, steps) : steps,
        maps.flag("unseen", true) && !quick,
        seed,
        quick,
        threads);
  }

  private static Optional<ElementTable> elements(Study study, String named) {
    return named.equals(STANDARD)
        ? Optional.empty()
        : Optional.of(ElementTable.read(study.path(named)));
  }

  private static List<List<Element>> systems(StudyNode maps) {
    List<List<Element>> systems = new ArrayList<>();
    for (String text : maps.texts("systems")) {
      List<Element> corners = new ArrayList<>();
      for (String symbol : text.split("-")) {
        corners.add(
            Element.ofSymbol(symbol.strip())
                .orElseThrow(() ->
                    maps.wrong(
                        "systems",
                        "There is no element " + symbol + " in " + text + ".",
                        "Write three symbols, such as Al-Cu-Fe.")));
      }
      if (corners.stream().distinct().count() != 3 || corners.size() != 3) {
        throw maps.wrong(
            "systems",
            "The system " + text + " has not three different elements.",
            "Write three, such as Al-Cu-Fe.");
      }
      systems.add(List.copyOf(corners));
    }
    return List.copyOf(systems);
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    classes.forEach(json.putArray("classes")::add);
    json.put("features", features);
    json.put("elements", elements.map(ElementTable::sha256).orElse(STANDARD));
    ArrayNode all = json.putArray("candidates");
    candidates.forEach(one -> all.add(one.json()));
    json.put("repeats", repeats).put("test_fraction", testFraction);
    json.put("groups", groups).put("folds", folds).put("steps", steps).put("unseen", unseen);
    ArrayNode named = json.putArray("systems");
    systems.forEach(one -> named.add(name(one)));
    return json.put("quick", quick);
  }

  static String name(List<Element> system) {
    return String.join("-", system.stream().map(Element::symbol).toList());
  }
}
