package org.suiseki.describe.composition;

import java.util.Arrays;
import java.util.List;
import org.suiseki.describe.DescriptorOptions;

/**
 * What is made of the values xᵢ of a property over the elements of a composition, whose amounts are
 * nᵢ and whose fractions are wᵢ = nᵢ / Σ n.
 */
enum Statistic {
  AVE("ave", "weighted average Σ w x", false),
  SUM("sum", "weighted sum Σ n x over the formula unit as it is written", false),
  VAR("var", "weighted variance Σ w (x − ave)²", true),
  MAX("max", "largest", false),
  MIN("min", "smallest", false),
  MEAN("mean", "weighted mean Σ w x", false),
  AVG_DEV("avg_dev", "average deviation Σ w |x − mean|", false),
  RANGE("range", "largest − smallest", false),
  MODE("mode", "value of the most abundant element; of several, the smallest", false),
  GMEAN("gmean", "weighted geometric mean", false),
  HMEAN("hmean", "weighted harmonic mean", false);

  private final String label;
  private final String meaning;
  private final boolean squared;

  Statistic(String label, String meaning, boolean squared) {
    this.label = label;
    this.meaning = meaning;
    this.squared = squared;
  }

  String label() {
    return label;
  }

  String meaning() {
    return meaning;
  }

  /** Of the numbers where the property has {@code unit}. */
  String unit(String unit) {
    if (!squared || unit.equals("1") || unit.equals("unknown")) {
      return unit;
    }
    return unit.matches("[\\p{L}°]+") ? unit + "^2" : "(" + unit + ")^2";
  }

  /** Those that the option {@code statistics} names. */
  static List<Statistic> of(DescriptorOptions options) {
    List<Statistic> all =
        options.words("statistics").stream().map(word -> of(word, options)).toList();
    if (all.isEmpty() || all.stream().distinct().count() < all.size()) {
      throw options.refused("statistics", "Give each once, joined by +, such as ave+var+max+min.");
    }
    return all;
  }

  private static Statistic of(String word, DescriptorOptions options) {
    return Arrays.stream(values())
        .filter(one -> one.label.equals(word))
        .findFirst()
        .orElseThrow(() ->
            options.refused(
                "statistics",
                "Join some of "
                    + String.join(", ", Arrays.stream(values()).map(Statistic::label).toList())
                    + " by +."));
  }
}
