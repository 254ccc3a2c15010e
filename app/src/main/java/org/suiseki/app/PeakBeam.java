package org.suiseki.app;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.spectrum.Doublet;
import org.suiseki.matter.io.Measurement;
import org.suiseki.simulate.Anode;

/**
 * Of which wavelength the angles of a pattern are, and who said so.
 *
 * @param wavelength in Å; empty where nobody did
 * @param source {@code file} or {@code option}; empty with it
 * @param doublet to be fitted; empty for single lines
 * @param warning where the file says otherwise; empty mostly
 */
record PeakBeam(
    OptionalDouble wavelength, String source, Optional<Doublet> doublet, Optional<String> warning) {
  private static final double RATIO = 0.5;

  /** Relative; the scales of Bearden and of Hölzer differ by 2e-5, tables by their rounding. */
  private static final double SAME = 2e-4;

  /** Of a pattern whose file alone says it. */
  private static PeakBeam ofFile(Measurement pattern) {
    boolean said = pattern.wavelength().isPresent();
    return new PeakBeam(
        pattern.wavelength(), said ? "file" : "", Optional.empty(), Optional.empty());
  }

  /**
   * @param told in Å, by an option; empty where the file has to say
   * @param anode named by an option
   * @param doublet whether its two lines are to be fitted
   * @throws DescribeException where the lines of the doublet cannot be told
   */
  static PeakBeam of(
      Measurement pattern, OptionalDouble told, Optional<Anode> anode, boolean doublet) {
    PeakBeam beam = told.isPresent() ? ofOption(pattern, told.getAsDouble()) : ofFile(pattern);
    if (anode.isPresent()) {
      beam = ofOption(pattern, mean(anode.get()));
    }
    if (!doublet) {
      return beam;
    }
    Anode tube = anode.or(() -> tube(pattern.wavelength())).orElseThrow(() -> unknown(pattern));
    return new PeakBeam(
        OptionalDouble.of(tube.kAlpha1()),
        beam.source(),
        Optional.of(new Doublet(tube.kAlpha1(), tube.kAlpha2(), RATIO)),
        beam.warning());
  }

  private static PeakBeam ofOption(Measurement pattern, double told) {
    Optional<String> warning = Optional.empty();
    if (pattern.wavelength().isPresent()) {
      double file = pattern.wavelength().getAsDouble();
      if (Math.abs(file - told) > 10 * SAME * told) {
        warning =
            Optional.of(
                String.format(
                    Locale.ROOT,
                    "The file gives a wavelength of %s Å; %s Å was taken, as told.",
                    file,
                    told));
      }
    }
    return new PeakBeam(OptionalDouble.of(told), "option", Optional.empty(), warning);
  }

  static double mean(Anode anode) {
    return (anode.kAlpha1() + RATIO * anode.kAlpha2()) / (1 + RATIO);
  }

  /** The tube whose Kα1 or mean Kα a file names. */
  private static Optional<Anode> tube(OptionalDouble wavelength) {
    for (Anode anode : Anode.values()) {
      double value = wavelength.orElse(0);
      if (Math.abs(value / mean(anode) - 1) < SAME
          || Math.abs(value / anode.kAlpha1() - 1) < SAME) {
        return Optional.of(anode);
      }
    }
    return Optional.empty();
  }

  private static DescribeException unknown(Measurement pattern) {
    String known =
        pattern.wavelength().isPresent()
            ? "The wavelength " + pattern.wavelength().getAsDouble() + " Å is of no tube known"
            : "The file gives no wavelength";
    return new DescribeException(
        known + ", so that its doublet is not known.",
        pattern.place(),
        "Name the tube with --radiation, such as --radiation Cu, or leave --doublet out.");
  }
}
