package org.suiseki.describe.spectrum;

import java.util.Optional;
import java.util.OptionalDouble;
import org.suiseki.matter.Axis;

/**
 * The spacings d of lattice planes along an axis of diffraction: by Bragg's law over two-theta,
 * 2π/Q over Q.
 */
public final class PlaneSpacing {
  private static final double DEGREE = Math.PI / 180;

  private final DiffractionAxis axis;

  /** In Å; of no meaning where the axis does not need it. */
  private final double wavelength;

  private PlaneSpacing(DiffractionAxis axis, double wavelength) {
    this.axis = axis;
    this.wavelength = wavelength;
  }

  /**
   * Along an axis; empty where it is none of diffraction, or is two-theta without a wavelength.
   *
   * @param wavelength in Å
   */
  public static Optional<PlaneSpacing> along(Axis axis, OptionalDouble wavelength) {
    for (DiffractionAxis one : DiffractionAxis.values()) {
      boolean told = one != DiffractionAxis.TWO_THETA || wavelength.isPresent();
      if (one.is(axis) && told) {
        return Optional.of(new PlaneSpacing(one, wavelength.orElse(Double.NaN)));
      }
    }
    return Optional.empty();
  }

  /** In Å; infinite where the axis is 0. */
  public double at(double position) {
    return switch (axis) {
      case TWO_THETA -> wavelength / (2 * Math.sin(0.5 * position * DEGREE));
      case Q -> 2 * Math.PI / position;
      case D -> position;
    };
  }

  /** The standard deviation in Å of a spacing, from that of its position. */
  public double deviation(double position, double deviation) {
    double spacing = at(position);
    return switch (axis) {
      case TWO_THETA ->
          Math.abs(spacing / Math.tan(0.5 * position * DEGREE) * 0.5 * DEGREE) * deviation;
      case Q -> Math.abs(spacing / position) * deviation;
      case D -> deviation;
    };
  }
}
