package org.suiseki.describe.composition;

import java.util.Arrays;
import java.util.Locale;
import org.suiseki.describe.DescriptorOptions;

/** What becomes of a composition with an element for which the table lacks a value. */
public enum MissingValues {
  /** It is not described: the error names the elements and properties. */
  REFUSE,

  /** The numbers that need the value are NaN, all others are there. */
  PROPAGATE,

  /**
   * The value is interpolated between the elements that are nearest on Pettifor's string of
   * Mendeleev numbers and have one ({@link ElementImputation}).
   */
  IMPUTE;

  /** As options write it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MissingValues of(DescriptorOptions options) {
    return Arrays.stream(values())
        .filter(one -> one.label().equals(options.text("missing")))
        .findFirst()
        .orElseThrow(
            () -> options.refused("missing", "Give refuse, propagate or impute as its value."));
  }
}
