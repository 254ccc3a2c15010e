package org.suiseki.describe;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suiseki.matter.Element;
import org.suiseki.matter.Species;
import org.suiseki.matter.Spelling;
import org.suiseki.matter.geometry.CrystalNN;

/**
 * Options of a descriptor as text, read when asked for.
 *
 * @param values all that it takes, by name
 */
record DescriptorOptions(String descriptor, Map<String, String> values) {

  /**
   * The options that follow a name after colons.
   *
   * @throws DescribeException where the descriptor does not take such options
   */
  static DescriptorOptions read(CrystalDescriptors.Entry entry, String nameAndOptions) {
    String[] words = nameAndOptions.split(":", -1);
    Map<String, String> given = new LinkedHashMap<>(entry.options());
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      int equals = word.indexOf('=');
      String key = equals < 0 ? word : word.substring(0, equals);
      if (equals < 0 || !entry.options().containsKey(key)) {
        throw new DescribeException(
            "The descriptor " + entry.name() + " has no option \"" + word + "\".",
            Spelling.hint(key, entry.options().keySet())
                + (entry.options().isEmpty()
                    ? "It takes none."
                    : "Write option=value; it takes "
                        + String.join(", ", entry.options().keySet().stream().sorted().toList())
                        + "."));
      }
      given.put(key, word.substring(equals + 1));
    }
    return new DescriptorOptions(entry.name(), given);
  }

  /** That of pymatgen where {@code like=pymatgen}, else our own. */
  CrystalNN crystalNN() {
    return switch (text("like")) {
      case "" -> CrystalNN.DEFAULT;
      case "pymatgen" -> CrystalNN.AS_PYMATGEN;
      default -> throw refused("like", "Give like=pymatgen, or leave it out.");
    };
  }

  /**
   * @throws DescribeException where it is no number
   */
  double number(String option) {
    try {
      return Double.parseDouble(text(option));
    } catch (NumberFormatException e) {
      throw refused(option, "Give a number.");
    }
  }

  /**
   * @throws DescribeException where it is no whole number
   */
  int whole(String option) {
    try {
      return Integer.parseInt(text(option));
    } catch (NumberFormatException e) {
      throw refused(option, "Give a whole number.");
    }
  }

  RadialGrid grid() {
    return new RadialGrid(number("cutoff"), whole("bins"), number("smearing"));
  }

  List<ElementPair> pairs() {
    return Arrays.stream(text("pairs").split("\\+", -1)).map(this::pair).toList();
  }

  /** Oxidation states joined by underscores; none where the option is empty. */
  Map<Element, Double> states() {
    Map<Element, Double> states = new EnumMap<>(Element.class);
    if (!text("states").isEmpty()) {
      for (String word : text("states").split("_", -1)) {
        Species species =
            Species.parse(word)
                .filter(one -> one.oxidationState().isPresent())
                .orElseThrow(
                    () -> refused("states", "Give oxidation states, such as states=Ca2+_F-."));
        states.put(species.element(), species.oxidationState().getAsDouble());
      }
    }
    return states;
  }

  private ElementPair pair(String word) {
    String[] symbols = word.split("-", -1);
    if (symbols.length != 2) {
      throw refused("pairs", "Give pairs of elements, such as pairs=Na-Cl+Na-Na.");
    }
    return new ElementPair(element(symbols[0]), element(symbols[1]));
  }

  private Element element(String symbol) {
    return Element.ofSymbol(symbol)
        .orElseThrow(() -> refused("pairs", "Give elements by their symbols, as Na-Cl."));
  }

  private String text(String option) {
    return values.getOrDefault(option, "");
  }

  private DescribeException refused(String option, String mend) {
    return new DescribeException(
        "The option " + option + " of " + descriptor + " is \"" + text(option) + "\".", mend);
  }
}
