package org.suiseki.study.xrd;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.suiseki.describe.spectrum.AxisConversion;
import org.suiseki.describe.spectrum.DiffractionAxis;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.io.Measurement;
import org.suiseki.study.StudyException;

/**
 * Brings new patterns to the axis of a model's patterns. Angles of another wavelength are converted
 * where both are known; where one is not, both are taken to be the same, and that is said.
 *
 * @param axis of the model's rows
 * @param wavelength in Å, of the patterns it was trained on; NaN where no file said it
 */
record ModelAxis(Axis axis, double wavelength) {

  /**
   * @param notes what a person should know of it; a sentence, or nothing
   */
  record Brought(Spectrum spectrum, Optional<String> notes) {}

  /**
   * @throws StudyException where it is over something else, a wavelength that is needed is not
   *     known, or it does not reach as far as the model reads
   */
  Brought bring(Measurement one) {
    Brought brought = onKind(one);
    requireReach(one, brought.spectrum.axis());
    return brought;
  }

  private Brought onKind(Measurement one) {
    Axis own = one.spectrum().axis();
    Optional<DiffractionAxis> from = kind(own);
    Optional<DiffractionAxis> to = kind(axis);
    boolean same = own.name().equals(axis.name()) && own.unit().equals(axis.unit());
    if (same && (to.isEmpty() || to.get() != DiffractionAxis.TWO_THETA)) {
      return new Brought(one.spectrum(), Optional.empty());
    }
    if (from.isEmpty() || to.isEmpty()) {
      throw new StudyException(
          "The pattern is over " + named(own) + ", those of the model over " + named(axis) + ".",
          one.place(),
          "Give a pattern over " + axis.name() + ", or take a model of such patterns.");
    }
    if (from.equals(to) && to.get() == DiffractionAxis.TWO_THETA) {
      return angles(one);
    }
    requireKnown(one, from.get(), to.get());
    return converted(one, from.get(), to.get());
  }

  /** To a step; what is less is judged by the preprocessing, whose steps may move it. */
  private void requireReach(Measurement one, Axis own) {
    double step = axis.step().orElseThrow();
    if (own.first() > axis.first() + step || own.last() < axis.last() - step) {
      throw new StudyException(
          String.format(
              Locale.ROOT,
              "The pattern runs from %.6g to %.6g %s, and the model reads %.6g to %.6g.",
              own.first(),
              own.last(),
              own.unit(),
              axis.first(),
              axis.last()),
          one.place(),
          "Measure the missing part, or train a model on the range that there is (patterns.from,"
              + " patterns.to).");
    }
  }

  private Brought angles(Measurement one) {
    OptionalDouble own = one.wavelength();
    if (own.isPresent() && known()) {
      return Math.abs(own.getAsDouble() - wavelength) <= CommonAxis.SAME * wavelength
          ? new Brought(one.spectrum(), Optional.empty())
          : converted(one, DiffractionAxis.TWO_THETA, DiffractionAxis.TWO_THETA);
    }
    String which =
        own.isPresent()
            ? "The model does not know the wavelength of its patterns; it is taken to be the "
                + own.getAsDouble()
                + " Å of this one."
            : known()
                ? "The file does not say its wavelength; it is taken to be the "
                    + wavelength
                    + " Å of the model's patterns."
                : "Neither the file nor the model says a wavelength; they are taken to be the same.";
    return new Brought(one.spectrum(), Optional.of(which));
  }

  private Brought converted(Measurement one, DiffractionAxis from, DiffractionAxis to) {
    AxisConversion conversion =
        new AxisConversion(
            to, one.wavelength(), known() ? OptionalDouble.of(wavelength) : OptionalDouble.empty());
    String text =
        String.format(
            Locale.ROOT,
            "The positions were converted from %s to %s.",
            named(from, one.wavelength()),
            named(to, known() ? OptionalDouble.of(wavelength) : OptionalDouble.empty()));
    return new Brought(conversion.apply(reachable(one, from, to)), Optional.of(text));
  }

  /** Without the points that have no place on the axis of the model. */
  private Spectrum reachable(Measurement one, DiffractionAxis from, DiffractionAxis to) {
    Spectrum spectrum = one.spectrum();
    if (to != DiffractionAxis.TWO_THETA || from == DiffractionAxis.D) {
      return spectrum;
    }
    double last =
        from == DiffractionAxis.Q
            ? 4 * Math.PI / wavelength
            : Math.toDegrees(
                2 * Math.asin(Math.min(1, one.wavelength().orElseThrow() / wavelength)));
    Axis own = spectrum.axis();
    int kept = (int) Arrays.stream(own.values()).filter(x -> x < last).count();
    return kept < 2 || kept == own.length()
        ? spectrum
        : spectrum.crop(own.first(), own.at(kept - 1));
  }

  private void requireKnown(Measurement one, DiffractionAxis from, DiffractionAxis to) {
    boolean missing = from == DiffractionAxis.TWO_THETA && one.wavelength().isEmpty();
    if (missing || (to == DiffractionAxis.TWO_THETA && !known())) {
      throw new StudyException(
          "The pattern is over "
              + from.text()
              + ", those of the model over "
              + to.text()
              + ", and "
              + (missing
                  ? "the file does not say its wavelength."
                  : "the model does not know the wavelength of its patterns."),
          one.place(),
          missing
              ? "Write it over the numbers, such as '# wavelength: 1.5406', in Å."
              : "Convert the file by './suiseki convert', with the wavelength that they had.");
    }
  }

  private boolean known() {
    return !Double.isNaN(wavelength);
  }

  private static String named(DiffractionAxis axis, OptionalDouble wavelength) {
    return axis == DiffractionAxis.TWO_THETA
        ? axis.text() + " of " + wavelength.orElseThrow() + " Å"
        : axis.text();
  }

  private static String named(Axis axis) {
    return axis.name() + " [" + axis.unit() + "]";
  }

  private static Optional<DiffractionAxis> kind(Axis axis) {
    return Arrays.stream(DiffractionAxis.values())
        .filter(one -> one.text().equalsIgnoreCase(axis.name()) && one.unit().equals(axis.unit()))
        .findFirst();
  }
}
