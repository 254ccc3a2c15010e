package org.suiseki.matter;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much of each element one formula unit holds, and its charge. Amounts are positive and finite,
 * and need not be whole: {@code Fe0.5Ni0.5}. Two compositions are equal when their amounts and
 * charges are exactly equal; {@code Fe2O3} and {@code Fe4O6} are not.
 *
 * <pre>{@code
 * Composition vitriol = Composition.parse("CuSO4·5H2O");
 * vitriol.amount(Element.O);    // 9.0
 * vitriol.fraction(Element.H);  // 10 / 21
 * vitriol.molarMass();          // 249.68 g/mol
 * vitriol.formula();            // CuH10O9S
 * }</pre>
 */
public final class Composition {
  /**
   * The largest amount of one element, far above any formula unit and far below where doubles lose
   * whole numbers.
   */
  public static final double LARGEST_AMOUNT = 1e12;

  /** The largest charge of either sign; so that whatever is written can be read. */
  public static final int LARGEST_CHARGE = 999;

  private static final Element[] ELEMENTS = Element.values();

  /** Ascending by atomic number; {@code amounts[i]} belongs to {@code elements[i]}. */
  private final Element[] elements;

  private final double[] amounts;
  private final int charge;

  /** Takes over both arrays; the parser and the methods below have ordered and checked them. */
  private Composition(Element[] elements, double[] amounts, int charge) {
    this.elements = elements;
    this.amounts = amounts;
    this.charge = charge;
  }

  /**
   * A neutral composition of these amounts.
   *
   * @throws MatterException where there is no element, or an amount is not above 0, or above {@link
   *     #LARGEST_AMOUNT}
   */
  public static Composition of(Map<Element, Double> amounts) {
    return of(amounts, 0);
  }

  /**
   * A composition of these amounts with a charge in elementary charges.
   *
   * @throws MatterException as {@link #of(Map)}, or where the charge is beyond {@link
   *     #LARGEST_CHARGE}
   */
  public static Composition of(Map<Element, Double> amounts, int charge) {
    double[] dense = new double[ELEMENTS.length];
    amounts.forEach((element, amount) -> dense[element.ordinal()] = checked(element, amount));
    return ofDense(dense, checkedCharge(charge));
  }

  /**
   * Reads a formula.
   *
   * <p>What is read:
   *
   * <ul>
   *   <li>Elements by their symbols, capital first: {@code Co} is cobalt, {@code CO} carbon and
   *       oxygen. Amounts are plain decimals after them: {@code Fe0.5Ni0.5}; subscripts (H₂O) are
   *       as good as digits. Spaces between symbols, amounts and brackets mean nothing.
   *   <li>Brackets (), [] and {} in each other, 100 deep at most, with an amount after them.
   *   <li>Parts joined by {@code ·} (also • ∙ ⋅ ・), {@code *} or a dot, each with a multiplier
   *       before it: {@code CuSO4·5H2O}, {@code CaSO4·0.5H2O}, {@code 12CaO·7Al2O3}. A dot between
   *       digits is a decimal point, with one exception: where {@code H2O} and the end of a part
   *       follow, chemists mean a hydrate, and {@code CuSO4.5H2O} is read so unless the digits
   *       could be no count of waters ({@code Cu0.5H2O}, {@code Cu4.05H2O}). Write {@code O1} in
   *       {@code C4.5H2O1} to have the decimal.
   *   <li>A charge at the end: {@code SO4^2-}, {@code SO4^-2}, {@code SO4^{2-}}, {@code SO₄²⁻};
   *       {@code Na+}, {@code Ca++}, {@code SO4-2}; {@code [Fe(CN)6]4-}, where a number between a
   *       square bracket and a last sign is the charge; and {@code SO4 2-} after a space. In {@code
   *       NH4+} the number is the amount of H. Where that reading is likely wrong ({@code Fe3+},
   *       {@code SO42-}, {@code (SO4)2-}) the formula is refused, and the message says how to write
   *       both readings.
   * </ul>
   *
   * <p>Isotopes ({@code D2O}, {@code 13C}, {@code [13C]}, {@code ^2H}) are refused: a composition
   * knows elements only.
   *
   * <p>Time and memory are linear in the length of the formula.
   *
   * @throws MatterException with the column (from 1) of what cannot be read, and how to mend it
   */
  public static Composition parse(String formula) {
    return FormulaParser.parse(formula);
  }

  /**
   * From amounts in the order of atomic numbers, 0 for elements that are absent; they have been
   * checked.
   */
  static Composition ofDense(double[] dense, int charge) {
    int count = 0;
    for (double amount : dense) {
      if (amount > 0) {
        count++;
      }
    }
    if (count == 0) {
      throw new MatterException("The composition has no element.", "Give at least one amount.");
    }
    Element[] elements = new Element[count];
    double[] amounts = new double[count];
    int next = 0;
    for (int i = 0; i < dense.length; i++) {
      if (dense[i] > 0) {
        elements[next] = ELEMENTS[i];
        amounts[next++] = dense[i];
      }
    }
    return new Composition(elements, amounts, charge);
  }

  private static double checked(Element element, double amount) {
    if (!(amount > 0 && amount <= LARGEST_AMOUNT)) {
      throw new MatterException(
          "The amount of " + element + " is " + amount + "; it must be above 0 and at most 1e12.",
          "Leave out elements that are absent, and scale huge amounts down.");
    }
    return amount;
  }

  private static int checkedCharge(double charge) {
    if (charge != Math.rint(charge) || Math.abs(charge) > LARGEST_CHARGE) {
      throw new MatterException(
          "The charge is " + charge + "; it must be whole and from -999 to 999.",
          "Choose amounts that give such a charge.");
    }
    return (int) charge;
  }

  /** The amount of an element in one formula unit; 0 where it is absent. */
  public double amount(Element element) {
    int index = Arrays.binarySearch(elements, element);
    return index < 0 ? 0.0 : amounts[index];
  }

  /** All amounts, ascending by atomic number: a new, unmodifiable map. */
  public Map<Element, Double> amounts() {
    Map<Element, Double> map = new EnumMap<>(Element.class);
    for (int i = 0; i < elements.length; i++) {
      map.put(elements[i], amounts[i]);
    }
    return Collections.unmodifiableMap(map);
  }

  /** The elements present, ascending by atomic number. */
  public List<Element> elements() {
    return List.of(elements);
  }

  /** How many elements are present. */
  public int elementCount() {
    return elements.length;
  }

  /**
   * One of the elements present, without the list that {@link #elements()} makes: for loops over
   * millions.
   *
   * @param index from 0, ascending by atomic number, below {@link #elementCount()}
   */
  public Element elementAt(int index) {
    return elements[index];
  }

  /**
   * The amount of {@link #elementAt} of the same index.
   *
   * @param index from 0, below {@link #elementCount()}
   */
  public double amountAt(int index) {
    return amounts[index];
  }

  /** Number of atoms in one formula unit: the sum of all amounts. */
  public double total() {
    double total = 0;
    for (double amount : amounts) {
      total += amount;
    }
    return total;
  }

  /**
   * Share of an element among the atoms, from 0 to 1; the same for {@code Fe2O3} and {@code Fe4O6}.
   */
  public double fraction(Element element) {
    return amount(element) / total();
  }

  /**
   * Mass of one mole of formula units in g/mol, from {@link Element#mass()}; the electrons of a
   * charge are neglected.
   */
  public double molarMass() {
    double mass = 0;
    for (int i = 0; i < elements.length; i++) {
      mass += amounts[i] * elements[i].mass();
    }
    return mass;
  }

  /** Charge of one formula unit in elementary charges. */
  public int charge() {
    return charge;
  }

  /**
   * The formula in Hill's order (carbon, hydrogen, then by the alphabet; by the alphabet alone
   * without carbon), amounts as plain decimals, the charge as {@code ^2-}. {@link #parse} reads it
   * back to an equal composition.
   *
   * <p>E. A. Hill, J. Am. Chem. Soc. 22, 478 (1900).
   */
  public String formula() {
    return FormulaWriter.hill(this);
  }

  /**
   * The formula as inorganic chemists write it: amounts divided by their greatest common divisor
   * where all are whole, elements from the least to the most electronegative, a repeated anion in
   * brackets, {@code Fe2(SO4)3}; elements that are gases of two atoms, and peroxides, are doubled
   * ({@code O2}, {@code Na2O2}). Without the charge. The rules are those of pymatgen's {@code
   * reduced_formula}, so that both can serve as keys; elements without an electronegativity come
   * last here, where pymatgen leaves their place open.
   */
  public String reducedFormula() {
    return FormulaWriter.reduced(this);
  }

  /**
   * What both hold together, charges added.
   *
   * @throws MatterException where an amount or the charge grows too large
   */
  public Composition plus(Composition other) {
    double[] dense = new double[ELEMENTS.length];
    for (int i = 0; i < elements.length; i++) {
      dense[elements[i].ordinal()] = amounts[i];
    }
    for (int i = 0; i < other.elements.length; i++) {
      Element element = other.elements[i];
      dense[element.ordinal()] = checked(element, dense[element.ordinal()] + other.amounts[i]);
    }
    return ofDense(dense, checkedCharge((double) charge + other.charge));
  }

  /**
   * So many of these formula units.
   *
   * @param factor above 0; it must leave a whole charge
   * @throws MatterException for other factors, or where an amount or the charge grows too large
   */
  public Composition times(double factor) {
    int scaledCharge = checkedCharge(charge == 0 ? 0 : charge * factor);
    double[] scaled = new double[amounts.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = checked(elements[i], amounts[i] * factor);
    }
    return new Composition(elements, scaled, scaledCharge);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Composition that
        && charge == that.charge
        && Arrays.equals(elements, that.elements)
        && Arrays.equals(amounts, that.amounts);
  }

  /** From the symbols, not from the enum's identity hashes, so that it is the same in every run. */
  @Override
  public int hashCode() {
    int hash = charge;
    for (int i = 0; i < elements.length; i++) {
      hash = 31 * (31 * hash + elements[i].ordinal()) + Double.hashCode(amounts[i]);
    }
    return hash;
  }

  /** {@link #formula()}. */
  @Override
  public String toString() {
    return formula();
  }
}
