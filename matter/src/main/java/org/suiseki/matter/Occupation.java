package org.suiseki.matter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which species stand on a site, each with the part of the sites it takes; what is missing to 1 is
 * vacant. Sites with the same atoms share one occupation. Immutable.
 */
public final class Occupation {
  /** Above 1 by this much is rounding, such as three times 0.3333 and one 0.0002. */
  public static final double ROUNDING = 1e-3;

  private static final Occupation[] PURE = new Occupation[Element.values().length];

  static {
    for (Element element : Element.values()) {
      PURE[element.ordinal()] = new Occupation(List.of(Species.of(element)), new double[] {1.0});
    }
  }

  /** Ascending. */
  private final List<Species> species;

  private final double[] fractions;

  private Occupation(List<Species> species, double[] fractions) {
    this.species = species;
    this.fractions = fractions;
  }

  /** A site filled by one element. */
  public static Occupation of(Element element) {
    return PURE[element.ordinal()];
  }

  /** A site filled by one species. */
  public static Occupation of(Species species) {
    return species.equals(Species.of(species.element()))
        ? of(species.element())
        : new Occupation(List.of(species), new double[] {1.0});
  }

  /**
   * A site shared by several species or partly vacant.
   *
   * @param fractions above 0 each, at most 1 together, or above it by rounding
   * @throws MatterException where they are not
   */
  public static Occupation of(Map<Species, Double> fractions) {
    double sum = 0;
    for (Map.Entry<Species, Double> entry : fractions.entrySet()) {
      if (!(entry.getValue() > 0)) {
        throw new MatterException(
            "The occupancy of " + entry.getKey() + " is " + entry.getValue() + ".",
            "Give a number above 0 and at most 1, or leave the species out.");
      }
      sum += entry.getValue();
    }
    if (fractions.isEmpty() || sum > 1 + ROUNDING) {
      throw new MatterException(
          "The occupancies " + fractions + " of one site add up to " + sum + ".",
          "Together they must be above 0 and at most 1.");
    }
    if (fractions.size() == 1 && sum == 1) {
      return of(fractions.keySet().iterator().next());
    }
    TreeMap<Species, Double> sorted = new TreeMap<>(fractions);
    return new Occupation(
        List.copyOf(sorted.keySet()),
        sorted.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Ascending by atomic number. */
  public List<Species> species() {
    return species;
  }

  /** The part of species {@code index} of {@link #species()}. */
  public double fraction(int index) {
    return fractions[index];
  }

  /** The part that is not vacant. */
  public double total() {
    double sum = 0;
    for (double fraction : fractions) {
      sum += fraction;
    }
    return sum;
  }

  /** Whether one species takes all of the site. */
  public boolean ordered() {
    return species.size() == 1 && Math.abs(fractions[0] - 1) <= ROUNDING;
  }

  /** The species with the largest part, the lightest of equals. */
  public Species dominant() {
    int best = 0;
    for (int i = 1; i < fractions.length; i++) {
      if (fractions[i] > fractions[best]) {
        best = i;
      }
    }
    return species.get(best);
  }

  /** Mean mass of the site in u, vacancies counting as nothing. */
  public double mass() {
    double mass = 0;
    for (int i = 0; i < fractions.length; i++) {
      mass += fractions[i] * species.get(i).mass();
    }
    return mass;
  }

  /**
   * The same parts of other species: those of the element that {@code states} names get its
   * oxidation state.
   */
  public Occupation withOxidationStates(Map<Element, Double> states) {
    Map<Species, Double> changed = new TreeMap<>();
    for (int i = 0; i < fractions.length; i++) {
      Species one = species.get(i);
      Double state = states.get(one.element());
      changed.merge(state == null ? one : one.withOxidationState(state), fractions[i], Double::sum);
    }
    return of(changed);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Occupation that
            && species.equals(that.species)
            && Arrays.equals(fractions, that.fractions);
  }

  @Override
  public int hashCode() {
    int hash = Arrays.hashCode(fractions);
    for (Species one : species) {
      hash = 31 * hash + one.toString().hashCode();
    }
    return hash;
  }

  /** {@code Fe}, {@code Fe3+}, {@code Ca0.8 Sr0.2}. */
  @Override
  public String toString() {
    if (species.size() == 1 && fractions[0] == 1) {
      return species.get(0).toString();
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < fractions.length; i++) {
      parts.add(species.get(i) + ":" + fractions[i]);
    }
    return String.join(" ", parts);
  }
}
