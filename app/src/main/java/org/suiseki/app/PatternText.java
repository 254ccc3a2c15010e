package org.suiseki.app;

import java.util.Locale;
import org.suiseki.matter.Spectrum;

/** A pattern as two columns for other programs, below a head of lines that begin with #. */
final class PatternText {
  private static final int ANGLE_DECIMALS = 5;
  private static final int HEIGHT_DECIMALS = 6;

  /** Up to here a scaled number is exact as a long. */
  private static final double LARGEST_SCALED = 1L << 53;

  private PatternText() {}

  static String of(Crystals.Found found, Spectrum curve) {
    StringBuilder text = new StringBuilder(24 * curve.length() + 256);
    text.append("# ").append(found.entry().crystal().composition().reducedFormula());
    text.append(", ").append(found.file()).append(' ').append(found.entry().id()).append('\n');
    text.append("# ").append(curve.metadata().getOrDefault("radiation", "")).append('\n');
    text.append("# two-theta [degree] ").append(curve.quantity());
    text.append(" [").append(curve.unit()).append("]\n");
    for (int i = 0; i < curve.length(); i++) {
      append(text, curve.axis().at(i), ANGLE_DECIMALS);
      text.append(' ');
      append(text, curve.value(i), HEIGHT_DECIMALS);
      text.append('\n');
    }
    return text.toString();
  }

  /**
   * Thousands of points make a pattern, and {@link String#format} would take longer over them than
   * the physics.
   */
  static void append(StringBuilder text, double value, int decimals) {
    long unit = 1;
    for (int i = 0; i < decimals; i++) {
      unit *= 10;
    }
    double scaled = Math.abs(value) * unit;
    if (!(scaled < LARGEST_SCALED)) {
      text.append(String.format(Locale.ROOT, "%." + decimals + "f", value));
      return;
    }
    long rounded = Math.round(scaled);
    if (value < 0 && rounded > 0) {
      text.append('-');
    }
    text.append(rounded / unit).append('.');
    long rest = rounded % unit;
    for (long place = unit / 10; place > 0; place /= 10) {
      text.append((char) ('0' + rest / place % 10));
    }
  }
}
