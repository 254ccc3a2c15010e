package org.suiseki.describe.spectrum;

import java.util.List;
import java.util.Locale;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spelling;

/** What a diffraction pattern is plotted over. */
public enum DiffractionAxis {
  /** The scattering angle 2θ in degrees. */
  TWO_THETA("two-theta", "degree"),
  /** The length 4π sin θ/λ of the scattering vector in 1/Å. */
  Q("q", "1/Å"),
  /** The spacing λ/(2 sin θ) of planes in Å. */
  D("d", "Å");

  private final String text;
  private final String unit;

  DiffractionAxis(String text, String unit) {
    this.text = text;
    this.unit = unit;
  }

  /** {@code two-theta}, {@code q} or {@code d}. */
  public String text() {
    return text;
  }

  public String unit() {
    return unit;
  }

  boolean is(Axis axis) {
    return axis.name().equalsIgnoreCase(text) && axis.unit().equals(unit);
  }

  /**
   * Which one an axis is, by its name and unit.
   *
   * @throws DescribeException where it is none of them
   */
  static DiffractionAxis of(Axis axis) {
    for (DiffractionAxis one : values()) {
      if (one.is(axis)) {
        return one;
      }
    }
    throw new DescribeException(
        "The axis " + axis.name() + " [" + axis.unit() + "] is none of diffraction's.",
        "It must be two-theta [degree], q [1/Å] or d [Å].");
  }

  /**
   * @throws DescribeException for another word
   */
  public static DiffractionAxis named(String word) {
    for (DiffractionAxis one : values()) {
      if (one.text.equals(word.toLowerCase(Locale.ROOT))) {
        return one;
      }
    }
    List<String> known = List.of("two-theta", "q", "d");
    throw new DescribeException(
        "No axis of diffraction is called \"" + word + "\".",
        Spelling.hint(word, known) + "Write two-theta, q or d.");
  }

  /**
   * @throws DescribeException where the spectrum is not over two-theta in degrees
   */
  static void requireTwoTheta(Axis axis, String what) {
    if (of(axis) != TWO_THETA) {
      throw new DescribeException(
          what + " is defined over two-theta, but the axis is " + axis.name() + ".",
          "Put it before the conversion of the axis, or convert back to two-theta.");
    }
  }
}
