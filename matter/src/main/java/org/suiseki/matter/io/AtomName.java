package org.suiseki.matter.io;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Place;
import org.suiseki.matter.Species;
import org.suiseki.matter.Spelling;

/** Names of atoms as files of crystals write them. */
final class AtomName {
  /** Marks of places without a known atom: vacancies and dummy sites. */
  private static final Pattern DUMMY =
      Pattern.compile("(X[a-df-z]?|Vac|vacancy|Va|Du|Dummy)([0-9.]*[+-]|[+-][0-9.]+)?");

  private static final List<String> SYMBOLS =
      Arrays.stream(Element.values()).map(Element::symbol).toList();

  private AtomName() {}

  /** {@code Fe}, {@code Fe3+}, {@code D}; empty for anything else. */
  static Optional<Occupation> parse(String text) {
    Optional<Element> element = Element.ofSymbol(text);
    return element.isPresent()
        ? element.map(Occupation::of)
        : Species.parse(text).map(Occupation::of);
  }

  /**
   * The element of a pseudopotential: {@code Fe_pv}, {@code O_s_GW}, {@code H.75}, {@code Si/4f3a},
   * and plain names too.
   */
  static Optional<Occupation> parsePotential(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean marked =
        end == text.length() || "_/.".indexOf(text.charAt(end)) >= 0 || isDigits(text, end);
    return marked ? parse(text.substring(0, end)) : Optional.empty();
  }

  private static boolean isDigits(String text, int from) {
    return text.substring(from).matches("[0-9.]+");
  }

  static boolean isDummy(String text) {
    return DUMMY.matcher(text).matches();
  }

  static MatterException unknown(String text, Place place) {
    return new MatterException(
        "'" + Shown.text(text) + "' is no element.",
        place,
        Spelling.hint(text, SYMBOLS) + "Write the symbol, as in C or Fe.");
  }
}
