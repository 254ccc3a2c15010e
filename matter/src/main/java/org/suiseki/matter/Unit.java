package org.suiseki.matter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A unit of measurement among those that tables of molecular properties use, with its factor to the
 * base of its kind.
 *
 * <p>Values: CODATA 2022 (hartree 27.211386245981 eV, bohr 0.529177210544 Å, e 1.602176634e-19 C
 * and the molar constants that follow from it), the calorie of exactly 4.184 J, the debye of
 * 1e-21/c C·m².
 *
 * @param symbol as it is written in headers
 * @param kind what it measures
 * @param factor how many of the kind's base unit one of it is
 */
public record Unit(String symbol, Kind kind, double factor) {

  /** What can be converted into each other. */
  public enum Kind {
    /** In eV; amounts per mole count as per molecule. */
    ENERGY,
    /** Heat capacity and entropy, in cal/mol/K. */
    ENTROPY,
    /** In debye. */
    DIPOLE,
    /** In bohr³. */
    POLARIZABILITY,
    /** In dalton, the same number as g/mol. */
    MASS,
    /** Pure numbers. */
    NUMBER
  }

  private static final double JOULE_PER_CALORIE = 4.184;

  /** One eV for each molecule of a mole. */
  private static final double KILOJOULE_PER_MOLE = 1 / 96.48533212331002;

  private static final Map<String, Unit> BY_NAME = new HashMap<>();

  static {
    add(Kind.ENERGY, 1, "eV");
    add(Kind.ENERGY, 1e-3, "meV");
    add(Kind.ENERGY, 1e3, "keV");
    add(Kind.ENERGY, 27.211386245981, "hartree", "Hartree", "Ha", "Eh");
    add(Kind.ENERGY, KILOJOULE_PER_MOLE, "kJ/mol");
    add(Kind.ENERGY, JOULE_PER_CALORIE * KILOJOULE_PER_MOLE, "kcal/mol");
    add(Kind.ENTROPY, 1, "cal/mol/K", "cal/(mol K)");
    add(Kind.ENTROPY, 1 / JOULE_PER_CALORIE, "J/mol/K", "J/(mol K)");
    add(Kind.DIPOLE, 1, "Debye", "debye", "D");
    add(Kind.DIPOLE, 2.541746473, "e·bohr", "e*bohr", "ea0");
    add(Kind.POLARIZABILITY, 1, "bohr³", "bohr^3", "bohr3", "a0^3");
    add(Kind.POLARIZABILITY, Math.pow(0.529177210544, -3), "Å³", "Å^3", "angstrom^3", "A^3");
    add(Kind.MASS, 1, "Da", "u", "g/mol");
    add(Kind.NUMBER, 1, "1");
  }

  /** The unit of that spelling; case counts. */
  public static Optional<Unit> of(String spelling) {
    return Optional.ofNullable(BY_NAME.get(spelling.strip()));
  }

  /**
   * The factor that turns numbers in {@code from} into numbers in {@code to}; 1 for the same
   * spelling, even of a unit that is not known here.
   *
   * @throws MatterException where they measure different things or one of them is not known
   */
  public static double factor(String from, String to) {
    if (from.strip().equals(to.strip())) {
      return 1;
    }
    Optional<Unit> source = of(from);
    Optional<Unit> target = of(to);
    if (source.isEmpty() || target.isEmpty() || source.get().kind != target.get().kind) {
      throw new MatterException(
          "The unit '" + from + "' cannot be converted into '" + to + "'.",
          target
              .map(unit -> "Give it in one of " + spellings(unit.kind) + ".")
              .orElse("Give it in " + to + "."));
    }
    return source.get().factor / target.get().factor;
  }

  private static String spellings(Kind kind) {
    return BY_NAME.entrySet().stream()
        .filter(entry ->
            entry.getValue().kind == kind && entry.getKey().equals(entry.getValue().symbol))
        .map(Map.Entry::getKey)
        .sorted()
        .toList()
        .toString();
  }

  private static void add(Kind kind, double factor, String symbol, String... others) {
    Unit unit = new Unit(symbol, kind, factor);
    BY_NAME.put(symbol, unit);
    for (String other : others) {
      BY_NAME.put(other, unit);
    }
  }
}
