package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.suiseki.describe.spectrum.AxisConversion;
import org.suiseki.describe.spectrum.DiffractionAxis;
import org.suiseki.matter.Axis;
import org.suiseki.matter.SuisekiException;
import org.suiseki.study.StudyException;

/**
 * Patterns over one kind of axis, of one wavelength where it is two-theta.
 *
 * @param wavelength in Å; NaN where no file says it
 */
record CommonAxis(List<FoundPattern> patterns, double wavelength) {
  /** Parts by which wavelengths of the same line differ between files; 0.01° at 90°. */
  static final double SAME = 1e-4;

  /**
   * @param given in Å, for patterns that do not say theirs
   * @param folder is told what was converted and what cannot be used
   * @throws StudyException where the patterns are over different things
   */
  static CommonAxis of(List<FoundPattern> found, OptionalDouble given, PatternFolder folder) {
    requireOneKind(found);
    Axis axis = found.get(0).spectrum().axis();
    boolean angles = axis.unit().equals(DiffractionAxis.TWO_THETA.unit());
    OptionalDouble first =
        found.stream()
            .map(one -> one.wavelength().isPresent() ? one.wavelength() : given)
            .filter(OptionalDouble::isPresent)
            .findFirst()
            .orElse(OptionalDouble.empty());
    if (!angles || first.isEmpty()) {
      return new CommonAxis(found, first.orElse(Double.NaN));
    }
    List<FoundPattern> same = new ArrayList<>();
    List<String> converted = new ArrayList<>();
    double target = first.getAsDouble();
    for (FoundPattern one : found) {
      OptionalDouble own = one.wavelength().isPresent() ? one.wavelength() : given;
      if (own.isEmpty()) {
        folder.refuse(
            one.id(),
            "It does not say its wavelength, and others are of " + target + " Å.",
            "Give the wavelength of the patterns that do not say theirs; none is assumed.");
      } else if (Math.abs(own.getAsDouble() - target) <= SAME * target) {
        same.add(one.with(one.spectrum(), own));
      } else {
        convert(one, own, target, folder, same, converted);
      }
    }
    if (!converted.isEmpty()) {
      folder.warn(
          String.format(
              Locale.ROOT,
              "The angles of %d patterns (first %s) were converted to the wavelength %s Å of %s.",
              converted.size(),
              converted.get(0),
              target,
              same.get(0).file()));
    }
    return new CommonAxis(same, target);
  }

  private static void convert(
      FoundPattern one,
      OptionalDouble own,
      double target,
      PatternFolder folder,
      List<FoundPattern> same,
      List<String> converted) {
    try {
      AxisConversion conversion =
          new AxisConversion(DiffractionAxis.TWO_THETA, own, OptionalDouble.of(target));
      same.add(one.with(conversion.apply(one.spectrum()), OptionalDouble.of(target)));
      converted.add(one.file() + ", " + own.getAsDouble() + " Å");
    } catch (SuisekiException unreachable) {
      folder.refuse(
          one.id(),
          "Its wavelength is "
              + own.getAsDouble()
              + " Å, that of others "
              + target
              + " Å, and not all of its angles exist there. "
              + unreachable.what(),
          "Leave it out, or crop it.");
    }
  }

  private static void requireOneKind(List<FoundPattern> found) {
    FoundPattern first = found.get(0);
    Axis axis = first.spectrum().axis();
    for (FoundPattern one : found) {
      Axis other = one.spectrum().axis();
      if (!other.unit().equals(axis.unit()) || !other.name().equals(axis.name())) {
        throw new StudyException(
            first.file()
                + " is over "
                + axis.name()
                + " ["
                + axis.unit()
                + "], and "
                + one.file()
                + " over "
                + other.name()
                + " ["
                + other.unit()
                + "].",
            "Give patterns over one kind of axis; './suiseki convert' makes them so.");
      }
    }
  }
}
