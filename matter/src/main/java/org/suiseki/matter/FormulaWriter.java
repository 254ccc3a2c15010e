package org.suiseki.matter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes formulas; the orders are described in {@link Composition}. */
final class FormulaWriter {
  /** Amounts nearer than this to a whole number count as whole, as in pymatgen. */
  private static final double WHOLE = 1e-8;

  /**
   * The last two elements form an anion when their electronegativities differ by less, as in
   * pymatgen.
   */
  private static final double ANION_DIFFERENCE = 1.65;

  private static final Map<String, String> DOUBLED =
      Map.ofEntries(
          Map.entry("LiO", "Li2O2"),
          Map.entry("NaO", "Na2O2"),
          Map.entry("KO", "K2O2"),
          Map.entry("HO", "H2O2"),
          Map.entry("CsO", "Cs2O2"),
          Map.entry("RbO", "Rb2O2"),
          Map.entry("O", "O2"),
          Map.entry("N", "N2"),
          Map.entry("F", "F2"),
          Map.entry("Cl", "Cl2"),
          Map.entry("H", "H2"));

  private static final Comparator<Element> BY_SYMBOL = Comparator.comparing(Element::symbol);
  private static final Comparator<Element> BY_ELECTRONEGATIVITY =
      Comparator.comparingDouble(FormulaWriter::electronegativity).thenComparing(BY_SYMBOL);

  private FormulaWriter() {}

  static String hill(Composition composition) {
    List<Element> order = new ArrayList<>(composition.elements());
    boolean organic = composition.amount(Element.C) > 0;
    order.sort(
        Comparator.<Element>comparingInt(element -> organic ? rank(element) : 0)
            .thenComparing(BY_SYMBOL));
    StringBuilder text = new StringBuilder();
    for (Element element : order) {
      text.append(element.symbol()).append(exactly(composition.amount(element)));
    }
    if (looksLikeHydrate(text)) {
      text.append('1');
    }
    return text.append(charge(composition.charge())).toString();
  }

  private static int rank(Element element) {
    if (element == Element.C) {
      return 0;
    }
    return element == Element.H ? 1 : 2;
  }

  /** {@code C4.5H2O} would be read as C4·5H2O; an explicit 1 after the O keeps the decimal. */
  private static boolean looksLikeHydrate(StringBuilder text) {
    return text.indexOf(".") >= 0 && text.toString().endsWith("H2O");
  }

  private static String charge(int charge) {
    if (charge == 0) {
      return "";
    }
    int size = Math.abs(charge);
    return "^" + (size == 1 ? "" : Integer.toString(size)) + (charge > 0 ? "+" : "-");
  }

  /**
   * The shortest decimal that reads back as the same double, never with an exponent; empty for 1.
   */
  private static String exactly(double amount) {
    if (amount == 1) {
      return "";
    }
    return amount == Math.rint(amount) && amount < 1e15
        ? Long.toString((long) amount)
        : new BigDecimal(Double.toString(amount)).toPlainString();
  }

  static String reduced(Composition composition) {
    List<Element> order = new ArrayList<>(composition.elements());
    order.sort(BY_ELECTRONEGATIVITY);
    double[] amounts = order.stream().mapToDouble(composition::amount).toArray();
    for (double amount : amounts) {
      if (Math.abs(amount - Math.rint(amount)) >= WHOLE || Math.rint(amount) == 0) {
        return join(order, amounts);
      }
    }
    long divisor = 0;
    for (double amount : amounts) {
      divisor = gcd(Math.round(amount), divisor);
    }
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = (double) Math.round(amounts[i]) / divisor;
    }
    String formula = joinWithAnion(order, amounts);
    return DOUBLED.getOrDefault(formula, formula);
  }

  private static String joinWithAnion(List<Element> order, double[] amounts) {
    int count = order.size();
    if (count < 3 || difference(order.get(count - 1), order.get(count - 2)) >= ANION_DIFFERENCE) {
      return join(order, amounts);
    }
    long times = gcd((long) amounts[count - 1], (long) amounts[count - 2]);
    if (times == 1) {
      return join(order, amounts);
    }
    double[] anion = {amounts[count - 2] / times, amounts[count - 1] / times};
    return join(order.subList(0, count - 2), amounts)
        + "("
        + join(order.subList(count - 2, count), anion)
        + ")"
        + times;
  }

  private static String join(List<Element> order, double[] amounts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < order.size(); i++) {
      text.append(order.get(i).symbol()).append(rounded(amounts[i]));
    }
    return text.toString();
  }

  /** To eight decimals; whole numbers without a point; empty for 1. */
  private static String rounded(double amount) {
    double nearest = Math.rint(amount * 1e8) / 1e8;
    return exactly(nearest == 0 ? amount : nearest);
  }

  private static double difference(Element more, Element less) {
    double difference = electronegativity(more) - electronegativity(less);
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  /** Infinite where the scale has no value, so that noble gases come last and form no anion. */
  private static double electronegativity(Element element) {
    double known = Pauling.OF[element.ordinal()];
    return Double.isNaN(known) ? Double.POSITIVE_INFINITY : known;
  }

  /** Apart, so that Hill's order needs no table. */
  private static final class Pauling {
    static final double[] OF = ElementTable.standard().column("electronegativity_pauling");
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
