package org.suiseki.matter;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Materials in a ratio by amount of substance: a solution, a blend, the units of a random
 * copolymer. Immutable.
 *
 * <p>As text, parts are joined by a plus sign between spaces, each after its ratio: {@code 0.7 CCO
 * + 0.3 O}, {@code 7 CCO + 3 O} and {@code 70% CCO + 30% O} are the same. Where no part has a ratio
 * they are equal: {@code CCO + O}. A material alone is a mixture of one. (A plus sign without
 * spaces is a charge: {@code [NH4+]}.)
 *
 * <pre>{@code
 * Mixture<Molecule> vodka = Mixture.parse("0.15 CCO + 0.85 O", Molecule::fromSmiles);
 * Mixture<RepeatUnit> copolymer = Mixture.parse("1 *CC* + 1 *CC(*)C", RepeatUnit::parse);
 * }</pre>
 *
 * @param parts at least one; all different; their fractions sum up to 1
 */
public record Mixture<M>(List<Part<M>> parts) {
  private static final Pattern PLUS = Pattern.compile("\\s+\\+\\s+");
  private static final Pattern RATIO = Pattern.compile("([0-9.]\\S*?)(%?)\\s+(.*)");
  private static final double LARGEST_RATIO = 1e9;
  private static final String MEND =
      "Write parts as ratio and material, joined by ' + ': 0.7 CCO + 0.3 O.";

  /**
   * One of the materials.
   *
   * @param fraction of the amount of substance, above 0 and at most 1
   */
  public record Part<M>(M material, double fraction) {}

  /**
   * From ratios, which need not sum up to 1; equal materials become one part.
   *
   * @throws MatterException where there is no part, or a ratio is not above 0, or not finite
   */
  public Mixture {
    if (parts.isEmpty()) {
      throw new MatterException("The mixture has no parts.", "Give at least one material.");
    }
    double sum = 0;
    for (Part<M> part : parts) {
      if (!(part.fraction() > 0 && part.fraction() <= LARGEST_RATIO)) {
        throw new MatterException(
            "A part of the mixture has the ratio " + part.fraction() + ".",
            "Give ratios above 0 and at most 1e9, and leave out what is absent.");
      }
      sum += part.fraction();
    }
    parts =
        parts.size() == 1 ? List.of(new Part<>(parts.get(0).material(), 1)) : merged(parts, sum);
  }

  private static <M> List<Part<M>> merged(List<Part<M>> parts, double sum) {
    Map<M, Double> fractions = new LinkedHashMap<>();
    for (Part<M> part : parts) {
      fractions.merge(part.material(), part.fraction() / sum, Double::sum);
    }
    List<Part<M>> merged = new ArrayList<>();
    fractions.forEach((material, fraction) -> merged.add(new Part<>(material, fraction)));
    return List.copyOf(merged);
  }

  /**
   * Reads the text form.
   *
   * @param reader of one material
   * @throws MatterException where a part cannot be read, or some have ratios and others have not
   */
  public static <M> Mixture<M> parse(String text, Function<String, M> reader) {
    String[] words = PLUS.split(text.strip(), -1);
    List<Part<M>> parts = new ArrayList<>();
    int ratios = 0;
    for (String word : words) {
      Matcher matcher = RATIO.matcher(word);
      if (matcher.matches()) {
        parts.add(new Part<>(reader.apply(matcher.group(3)), ratio(text, matcher.group(1))));
        ratios++;
      } else {
        parts.add(new Part<>(reader.apply(word), 1));
      }
    }
    if (ratios > 0 && ratios < words.length) {
      throw new MatterException(
          "The mixture '" + text + "' has ratios for " + ratios + " of " + words.length + " parts.",
          MEND);
    }
    return new Mixture<>(parts);
  }

  private static double ratio(String text, String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw new MatterException(
          "The ratio '" + word + "' in the mixture '" + text + "' is no number.", null, MEND, e);
    }
  }

  /** The same for every order and scale of the parts; a material alone stands without ratio. */
  public String text(Function<M, String> writer) {
    if (parts.size() == 1) {
      return writer.apply(parts.get(0).material());
    }
    return parts.stream()
        .map(part -> new Part<>(writer.apply(part.material()), part.fraction()))
        .sorted(Comparator.comparing(Part::material))
        .map(part -> written(part.fraction()) + " " + part.material())
        .reduce((first, second) -> first + " + " + second)
        .orElseThrow();
  }

  private static String written(double fraction) {
    return new BigDecimal(fraction)
        .round(new MathContext(6, RoundingMode.HALF_EVEN))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Elements of all parts by their fractions; of several parts without charges. */
  public Composition composition(Function<M, Composition> of) {
    if (parts.size() == 1) {
      return of.apply(parts.get(0).material());
    }
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    for (Part<M> part : parts) {
      of.apply(part.material())
          .amounts()
          .forEach(
              (element, amount) -> amounts.merge(element, part.fraction() * amount, Double::sum));
    }
    return Composition.of(amounts);
  }
}
