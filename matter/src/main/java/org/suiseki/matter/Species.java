package org.suiseki.matter;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An atom of a crystal: an element, where known with its oxidation state, and deuterium or tritium
 * where the file says so.
 *
 * @param oxidationState in elementary charges
 * @param massNumber 2 or 3 for deuterium and tritium; 0 for the natural mixture of isotopes
 */
public record Species(Element element, OptionalDouble oxidationState, int massNumber)
    implements Comparable<Species> {
  private static final double LARGEST_STATE = 20;

  /** AME2020, 10.1088/1674-1137/abddaf, in u. */
  private static final double DEUTERIUM_MASS = 2.014101778;

  private static final double TRITIUM_MASS = 3.016049281;

  private static final Pattern TEXT =
      Pattern.compile("([A-Z][a-z]?)(?:([0-9]*\\.?[0-9]*)([+-])|([+-])([0-9]+\\.?[0-9]*))?");

  /**
   * @throws MatterException for an oxidation state beyond ±20 or another isotope
   */
  public Species {
    if (oxidationState.isPresent() && !(Math.abs(oxidationState.getAsDouble()) <= LARGEST_STATE)) {
      throw new MatterException(
          "The oxidation state of " + element + " is " + oxidationState.getAsDouble() + ".",
          "Give a number from -20 to 20, or leave it out.");
    }
    boolean heavyHydrogen = element == Element.H && (massNumber == 2 || massNumber == 3);
    if (massNumber != 0 && !heavyHydrogen) {
      throw new MatterException(
          "The isotope " + massNumber + " of " + element + " is not known here.",
          "Only deuterium (D) and tritium (T) are told apart from their element.");
    }
  }

  /** The element without an oxidation state. */
  public static Species of(Element element) {
    return new Species(element, OptionalDouble.empty(), 0);
  }

  /** The element in an oxidation state. */
  public static Species of(Element element, double oxidationState) {
    return new Species(element, OptionalDouble.of(oxidationState), 0);
  }

  /**
   * Reads {@code Fe}, {@code Fe3+}, {@code Fe+3}, {@code O2-}, {@code Na+}, {@code Fe2.5+}, {@code
   * Cu0+}, {@code D}, {@code T+}; empty for anything else.
   */
  public static Optional<Species> parse(String text) {
    Matcher match = TEXT.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    String symbol = match.group(1);
    int massNumber = symbol.equals("D") ? 2 : symbol.equals("T") ? 3 : 0;
    Optional<Element> element = massNumber == 0 ? Element.ofSymbol(symbol) : Optional.of(Element.H);
    OptionalDouble state = state(match);
    boolean sane = state.isEmpty() || Math.abs(state.getAsDouble()) <= LARGEST_STATE;
    return sane ? element.map(e -> new Species(e, state, massNumber)) : Optional.empty();
  }

  private static OptionalDouble state(Matcher match) {
    boolean signLast = match.group(3) != null;
    String sign = signLast ? match.group(3) : match.group(4);
    if (sign == null) {
      return OptionalDouble.empty();
    }
    String digits = signLast ? match.group(2) : match.group(5);
    double size =
        digits.isEmpty() ? 1 : digits.equals(".") ? Double.NaN : Double.parseDouble(digits);
    return OptionalDouble.of(sign.equals("-") ? 0 - size : size);
  }

  /** The same atom in an oxidation state. */
  public Species withOxidationState(double state) {
    return new Species(element, OptionalDouble.of(state), massNumber);
  }

  /** The same atom without an oxidation state. */
  public Species withoutOxidationState() {
    return new Species(element, OptionalDouble.empty(), massNumber);
  }

  /** In u. */
  public double mass() {
    return switch (massNumber) {
      case 2 -> DEUTERIUM_MASS;
      case 3 -> TRITIUM_MASS;
      default -> element.mass();
    };
  }

  /** {@code Fe}, {@code D}: without the oxidation state. */
  public String symbol() {
    return switch (massNumber) {
      case 2 -> "D";
      case 3 -> "T";
      default -> element.symbol();
    };
  }

  /** By atomic number, mass number, oxidation state (unknown first). */
  @Override
  public int compareTo(Species other) {
    int byElement = element.compareTo(other.element);
    if (byElement != 0) {
      return byElement;
    }
    int byIsotope = Integer.compare(massNumber, other.massNumber);
    return byIsotope != 0
        ? byIsotope
        : Double.compare(
            oxidationState.orElse(-LARGEST_STATE - 1),
            other.oxidationState.orElse(-LARGEST_STATE - 1));
  }

  /**
   * {@code Fe3+}, {@code O2-}, {@code Fe2.5+}, {@code Na+}, {@code Cu0+}; {@link #parse} reads it.
   */
  @Override
  public String toString() {
    if (oxidationState.isEmpty()) {
      return symbol();
    }
    double state = oxidationState.getAsDouble();
    double size = Math.abs(state);
    String digits =
        size == 1
            ? ""
            : size == Math.rint(size)
                ? String.valueOf((long) size)
                : String.format(Locale.ROOT, "%s", size);
    return symbol() + digits + (state < 0 ? "-" : "+");
  }
}
