package org.suiseki.explain.phases;

import java.util.Arrays;
import java.util.List;
import org.suiseki.simulate.EmissionLine;
import org.suiseki.simulate.PeakProfile;

/**
 * The pattern of one phase at scale 1 on the points of a measured one: for each reflection and line
 * of the radiation the pseudo-Voigt of Thompson, Cox and Hastings, J. Appl. Cryst. 20, 79 (1987),
 * 10.1107/S0021889887087090, of area L P Σ|F|² exp(−B/2d²). Axial divergence moves parts of a peak
 * by −h²/2 · cot 2θ, the first order of Finger, Cox and Jephcoat, J. Appl. Cryst. 27, 892 (1994),
 * 10.1107/S0021889894004218, with the weight of a triangle over h. Values are those at points, so
 * steps must be well below the peaks' width. Peaks end {@value #REACH} widths away, or sooner where
 * they have fallen below what counts.
 */
final class PhaseColumn {
  private static final double REACH = 25;
  private static final double LEAST_REACH = 0.8;
  private static final double GAUSSIAN_REACH = 2.4;
  private static final double WIDEST_SINE = 0.9999;
  private static final double LN16 = 4 * Math.log(2);
  private static final double GAUSSIAN_HEIGHT = 2 * Math.sqrt(Math.log(2) / Math.PI);

  /** Midpoints of h by its largest, squared, and weights of a triangle. */
  private static final double[] AXIAL_SQUARE = {1.0 / 64, 9.0 / 64, 25.0 / 64, 49.0 / 64};

  private static final double[] AXIAL_WEIGHT = {7.0 / 16, 5.0 / 16, 3.0 / 16, 1.0 / 16};

  private final double[] x;
  private final double[] wavelength;
  private final double[] weight;
  private final double perpendicular;

  PhaseColumn(MeasuredPattern pattern) {
    this.x = pattern.spectrum().axis().values();
    List<EmissionLine> lines = pattern.radiation().lines();
    this.wavelength = new double[lines.size()];
    this.weight = new double[lines.size()];
    double sum = lines.stream().mapToDouble(EmissionLine::weight).sum();
    for (int i = 0; i < wavelength.length; i++) {
      wavelength[i] = lines.get(i).wavelength();
      weight[i] = lines.get(i).weight() / sum;
    }
    this.perpendicular = pattern.polarisation().perpendicular();
  }

  /** Replaces {@code out} by the column. */
  void write(PhaseState phase, double[] instrument, double[] out) {
    Arrays.fill(out, 0);
    PhaseLines lines = phase.lines();
    double vibration = Instrument.VIBRATION.of(instrument);
    for (int k = 0; k < lines.count(); k++) {
      double d = spacing(phase, k);
      double strength = phase.strength(k) * Math.exp(-0.5 * vibration / (d * d));
      for (int line = 0; line < wavelength.length; line++) {
        double sine = wavelength[line] / (2 * d);
        if (sine < WIDEST_SINE) {
          add(phase, instrument, sine, strength * weight[line], out);
        }
      }
    }
  }

  /** d of reflection k in Å. */
  static double spacing(PhaseState phase, int k) {
    double sum = 0;
    int axes = phase.axes();
    for (int axis = 0; axis < axes; axis++) {
      sum += phase.lines().sensitivity()[k * axes + axis] * phase.values()[axis];
    }
    return phase.lines().spacing()[k] * Math.exp(sum);
  }

  /** Where a reflection is seen, at the strongest line, in degrees; NaN where it is not. */
  double position(PhaseState phase, double[] instrument, int k) {
    double sine = wavelength[0] / (2 * spacing(phase, k));
    return sine < WIDEST_SINE ? position(sine, instrument) : Double.NaN;
  }

  /**
   * The area of a reflection at scale 1, all lines together, but for the change of L P between
   * them.
   */
  double intensity(PhaseState phase, double[] instrument, int k) {
    double d = spacing(phase, k);
    double sine = wavelength[0] / (2 * d);
    double vibration = Math.exp(-0.5 * Instrument.VIBRATION.of(instrument) / (d * d));
    return sine < WIDEST_SINE ? phase.strength(k) * vibration * lorentzPolarisation(sine) : 0;
  }

  private static double position(double sine, double[] instrument) {
    double cosine = Math.sqrt(1 - sine * sine);
    return Math.toDegrees(2 * Math.asin(sine))
        + Instrument.ZERO.of(instrument)
        - Instrument.DISPLACEMENT.of(instrument) * cosine;
  }

  double lorentzPolarisation(double sine) {
    double cosineDouble = 1 - 2 * sine * sine;
    double polarisation = perpendicular + (1 - perpendicular) * cosineDouble * cosineDouble;
    return polarisation / (sine * sine * Math.sqrt(1 - sine * sine));
  }

  private void add(
      PhaseState phase, double[] instrument, double sine, double strength, double[] out) {
    double cosine = Math.sqrt(1 - sine * sine);
    double tangent = sine / cosine;
    double g =
        Math.hypot(Instrument.WIDTH.of(instrument), Instrument.SPREAD.of(instrument) * tangent);
    double l = phase.small() / cosine + phase.micro() * tangent;
    double width = PeakProfile.width(g, l);
    double ratio = l / width;
    double mixing = ratio * (1.36603 + ratio * (-0.47719 + ratio * 0.11116));
    double centre = position(sine, instrument);
    if (centre < x[0] - 3 || centre > x[x.length - 1] + 3) {
      return;
    }
    double area = strength * lorentzPolarisation(sine);
    double opening = 2 * Instrument.AXIAL.of(instrument);
    double sineDouble = 2 * sine * cosine;
    double spread = Math.toDegrees(0.5 * opening * opening * (1 - 2 * sine * sine) / sineDouble);
    if (Math.abs(spread) < 0.05 * width) {
      add(centre - spread / 6, area, width, mixing, out);
      return;
    }
    for (int part = 0; part < AXIAL_SQUARE.length; part++) {
      add(centre - spread * AXIAL_SQUARE[part], area * AXIAL_WEIGHT[part], width, mixing, out);
    }
  }

  private void add(double centre, double area, double width, double mixing, double[] out) {
    double reach = Math.max(LEAST_REACH, REACH * width);
    int from = index(centre - reach);
    int to = index(centre + reach);
    double inverse = 1 / width;
    double lorentzian = area * mixing * 2 / Math.PI * inverse;
    for (int i = from; i < to; i++) {
      double t = (x[i] - centre) * inverse;
      out[i] += lorentzian / (1 + 4 * t * t);
    }
    double gaussian = area * (1 - mixing) * GAUSSIAN_HEIGHT * inverse;
    int end = index(centre + GAUSSIAN_REACH * width);
    for (int i = index(centre - GAUSSIAN_REACH * width); i < end; i++) {
      double t = (x[i] - centre) * inverse;
      out[i] += gaussian * Math.exp(-LN16 * t * t);
    }
  }

  /** The first point at or above an angle. */
  private int index(double angle) {
    int found = Arrays.binarySearch(x, angle);
    return found >= 0 ? found : -found - 1;
  }
}
