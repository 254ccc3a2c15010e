package org.suiseki.matter.io;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Place;
import org.suiseki.matter.Species;

/**
 * Which species the type symbols and labels of a block mean, with the oxidation numbers that it
 * lists. Exact symbols go first; what programs and people write besides ({@code FE}, {@code Fea},
 * {@code OW}, {@code Wat}) is taken with a warning.
 */
final class CifSpecies {
  /** Peaks without atom, vacancies, centres of rings. */
  private static final Set<String> DUMMIES =
      Set.of("x", "q", "du", "dum", "dummy", "va", "vac", "vacancy", "cnt", "cg", "cen", "ghost");

  private static final Pattern MIXTURE =
      Pattern.compile(
          "\\s*PART(\\s*\\+\\s*PART){0,9}\\s*"
              .replace("PART", "(\\d{1,9}(\\.\\d{0,9})?|\\.\\d{1,9})\\s*[A-Z][a-z]?"));

  /** Heavier elements than this are in no crystal, and their symbols mean groups, as in NH4. */
  private static final int HEAVIEST = 103;

  private final CifWarnings warnings;
  private final Map<String, Double> oxidationNumbers = new HashMap<>();
  private final Set<Element> inFormula = new HashSet<>();
  private final Map<String, Optional<Occupation>> known = new HashMap<>();

  CifSpecies(CifBlock block, Optional<Composition> formula, CifWarnings warnings) {
    this.warnings = warnings;
    formula.ifPresent(composition -> inFormula.addAll(composition.elements()));
    Optional<CifColumn> types = block.column(CifTag.ATOM_TYPE);
    Optional<CifColumn> numbers = block.column(CifTag.OXIDATION_NUMBER);
    if (types.isPresent() && numbers.isPresent()) {
      readNumbers(types.get(), numbers.get());
    }
  }

  private void readNumbers(CifColumn types, CifColumn numbers) {
    CifNumber number = new CifNumber();
    for (int i = 0; i < Math.min(types.count(), numbers.count()); i++) {
      if (numbers.missing(i)) {
        continue;
      }
      if (numbers.number(i, number) && Math.abs(number.value()) <= 20) {
        oxidationNumbers.put(types.text(i), number.value());
      } else {
        warnings.add(
            "The oxidation number in line "
                + numbers.line(i)
                + " was ignored: '"
                + CifColumn.shown(numbers.text(i))
                + "'.");
      }
    }
  }

  /**
   * What a type symbol stands for; empty where it stands for no atom.
   *
   * @throws MatterException where it is not understood
   */
  Optional<Occupation> ofType(String type, Place place) {
    Optional<Occupation> found = known.get(type);
    if (found == null) {
      found =
          MIXTURE.matcher(type).matches()
              ? Optional.of(mixture(type, place))
              : withNumber(read(type, place, false), type);
      known.put(type, found);
    }
    return found;
  }

  /** As {@link #ofType}, from a label such as {@code Fe1A}. */
  Optional<Occupation> ofLabel(String label, Place place) {
    int letters = 0;
    while (letters < label.length() && Character.isLetter(label.charAt(letters))) {
      letters++;
    }
    String key = label.substring(0, letters);
    Optional<Occupation> found = known.get("label " + key);
    if (found == null) {
      found = withNumber(read(label, place, true), key);
      known.put("label " + key, found);
    }
    return found;
  }

  private Optional<Occupation> withNumber(Optional<Species> species, String type) {
    Double number = oxidationNumbers.get(type);
    return species.map(s -> number == null ? s : s.withOxidationState(number)).map(Occupation::of);
  }

  /** {@code 0.75Si + 0.25Al}, as databases of inorganic crystals write it. */
  private static Occupation mixture(String type, Place place) {
    Map<Species, Double> parts = new TreeMap<>();
    for (String part : type.split("\\+", -1)) {
      String symbol = part.replaceAll("[^A-Za-z]", "");
      Species species = Species.parse(symbol).orElseThrow(() -> unknown(type, false, place));
      parts.merge(species, Double.parseDouble(part.replaceAll("[^0-9.]", "")), Double::sum);
    }
    try {
      return Occupation.of(parts);
    } catch (MatterException e) {
      throw new MatterException(e.what(), place, e.mend(), e);
    }
  }

  private Optional<Species> read(String text, Place place, boolean label) {
    int letters = 0;
    while (letters < text.length() && letter(text.charAt(letters))) {
      letters++;
    }
    String word = text.substring(0, letters);
    if (!label) {
      Optional<Species> exact = Species.parse(text);
      if (exact.isPresent()) {
        return exact;
      }
      Optional<Species> other = Species.parse(capitalised(word) + text.substring(letters));
      if (other.isPresent()) {
        return other;
      }
    }
    if (DUMMIES.contains(word.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    Optional<Species> exact = element(word);
    if (exact.isPresent() && (label || letters == text.length())) {
      warnAboutTritium(word, label, place);
      return exact;
    }
    Species guess = guess(word).orElseThrow(() -> unknown(text, label, place));
    warnings.add(
        "'" + CifColumn.shown(text) + "' in line " + place.line() + " was taken as " + guess + ".");
    return Optional.of(guess);
  }

  private void warnAboutTritium(String word, boolean label, Place place) {
    if (label && word.equals("T")) {
      warnings.add("The label in line " + place.line() + " was taken as tritium.");
    }
  }

  /** By the first two letters, then by the first; what the formula holds goes first. */
  private Optional<Species> guess(String word) {
    if (word.equalsIgnoreCase("Wat")) {
      return Optional.of(Species.of(Element.O));
    }
    Optional<Species> two =
        word.length() < 2 ? Optional.empty() : element(capitalised(word.substring(0, 2)));
    Optional<Species> one =
        word.isEmpty() ? Optional.empty() : element(capitalised(word.substring(0, 1)));
    if (two.isPresent() && one.isPresent() && !inFormula.contains(two.get().element())) {
      boolean oneInFormula = inFormula.contains(one.get().element());
      return oneInFormula ? one : two;
    }
    return two.isPresent() ? two : one;
  }

  private static Optional<Species> element(String symbol) {
    return Species.parse(symbol).filter(s -> s.element().number() <= HEAVIEST);
  }

  private static String capitalised(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT)
            + word.substring(1).toLowerCase(Locale.ROOT);
  }

  private static boolean letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static MatterException unknown(String text, boolean label, Place place) {
    return new MatterException(
        "The "
            + (label ? "label" : "type symbol")
            + " '"
            + CifColumn.shown(text)
            + "' names no element.",
        place,
        "Write the symbol of an element, with its charge where known, as in Fe or Fe3+.");
  }
}
