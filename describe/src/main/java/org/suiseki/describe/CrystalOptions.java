package org.suiseki.describe;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.suiseki.matter.Element;
import org.suiseki.matter.Species;
import org.suiseki.matter.geometry.CrystalNN;

/** Options that only descriptors of crystals have. */
record CrystalOptions(DescriptorOptions given) {

  /** That of pymatgen where {@code like=pymatgen}, else our own. */
  CrystalNN crystalNN() {
    return switch (given.text("like")) {
      case "" -> CrystalNN.DEFAULT;
      case "pymatgen" -> CrystalNN.AS_PYMATGEN;
      default -> throw given.refused("like", "Give like=pymatgen, or leave it out.");
    };
  }

  double number(String option) {
    return given.number(option);
  }

  RadialGrid grid() {
    return new RadialGrid(number("cutoff"), given.whole("bins"), number("smearing"));
  }

  List<ElementPair> pairs() {
    return Arrays.stream(given.text("pairs").split("\\+", -1)).map(this::pair).toList();
  }

  /** Oxidation states joined by underscores; none where the option is empty. */
  Map<Element, Double> states() {
    Map<Element, Double> states = new EnumMap<>(Element.class);
    if (!given.text("states").isEmpty()) {
      for (String word : given.text("states").split("_", -1)) {
        Species species =
            Species.parse(word)
                .filter(one -> one.oxidationState().isPresent())
                .orElseThrow(() ->
                    given.refused("states", "Give oxidation states, such as states=Ca2+_F-."));
        states.put(species.element(), species.oxidationState().getAsDouble());
      }
    }
    return states;
  }

  private ElementPair pair(String word) {
    String[] symbols = word.split("-", -1);
    if (symbols.length != 2) {
      throw given.refused("pairs", "Give pairs of elements, such as pairs=Na-Cl+Na-Na.");
    }
    return new ElementPair(element(symbols[0]), element(symbols[1]));
  }

  private Element element(String symbol) {
    return Element.ofSymbol(symbol)
        .orElseThrow(() -> given.refused("pairs", "Give elements by their symbols, as Na-Cl."));
  }
}
