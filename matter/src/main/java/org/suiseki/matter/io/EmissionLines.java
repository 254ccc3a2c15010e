package org.suiseki.matter.io;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The wavelengths of a tube as a file gives them, in Å; 0 stands for one that it does not give.
 *
 * @param average of Kα, where the file has it
 * @param ratio of the intensities Kα2 to Kα1; negative where the file has none
 */
record EmissionLines(double average, double alpha1, double alpha2, double beta, double ratio) {
  static final EmissionLines NONE = new EmissionLines(0, 0, 0, 0, -1);

  /**
   * Of the mean line: the file's own average, else that of Kα1 and Kα2 by their ratio, else the one
   * line that it gives. Where it gives both without a ratio, they are taken as 2 : 1, as the 2p
   * states are filled, and {@code warnings} tells so.
   */
  OptionalDouble mean(List<String> warnings) {
    if (usable(average)) {
      return OptionalDouble.of(average);
    }
    if (!usable(alpha1)) {
      return OptionalDouble.empty();
    }
    if (!usable(alpha2) || ratio == 0) {
      return OptionalDouble.of(alpha1);
    }
    if (ratio > 0 && ratio <= 1) {
      return OptionalDouble.of((alpha1 + ratio * alpha2) / (1 + ratio));
    }
    warnings.add(
        "The wavelength is the mean of Kα1 "
            + alpha1
            + " Å and Kα2 "
            + alpha2
            + " Å as 2 : 1; the file gives no ratio.");
    return OptionalDouble.of((2 * alpha1 + alpha2) / 3);
  }

  /** Adds those that are known. */
  void describe(Map<String, String> metadata) {
    put(metadata, "wavelength K-alpha average [Å]", average);
    put(metadata, "wavelength K-alpha1 [Å]", alpha1);
    put(metadata, "wavelength K-alpha2 [Å]", alpha2);
    put(metadata, "wavelength K-beta [Å]", beta);
    if (ratio >= 0) {
      metadata.put("ratio K-alpha2 to K-alpha1", Double.toString(ratio));
    }
  }

  private static void put(Map<String, String> metadata, String name, double value) {
    if (usable(value)) {
      metadata.put(name, Double.toString(value));
    }
  }

  /** Files write zero, or what was in memory, for what was not set. */
  static boolean usable(double wavelength) {
    return wavelength > 0.01 && wavelength < 100;
  }
}
