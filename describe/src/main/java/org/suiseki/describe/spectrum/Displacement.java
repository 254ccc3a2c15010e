package org.suiseki.describe.spectrum;

import java.util.List;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/**
 * Takes away what a displaced sample does to angles in the geometry of Bragg and Brentano: shown 2θ
 * = true 2θ − (2 s/R) cos θ, in radians (Klug, Alexander, X-Ray Diffraction Procedures, 2nd
 * edition, 5-2.2), solved for the true angle. Cost: O(n).
 *
 * @param displacement s of the sample's surface in mm, positive below the axis, which lowers angles
 * @param radius R of the diffractometer in mm
 */
public record Displacement(double displacement, double radius) implements SpectrumStep {
  private static final double DEGREE = Math.PI / 180;

  /** Each round gains a factor R/s, at least 10. */
  private static final int ROUNDS = 20;

  private static final double LARGEST = 0.1;

  /**
   * @throws DescribeException for a displacement beyond a tenth of the radius
   */
  public Displacement {
    if (!(radius > 0 && radius < Double.POSITIVE_INFINITY)
        || !(Math.abs(displacement) <= LARGEST * radius)) {
      throw new DescribeException(
          "A displacement of " + displacement + " mm at a radius of " + radius + " mm is refused.",
          "Give both in mm, the displacement at most a tenth of the radius.");
    }
  }

  @Override
  public String name() {
    return "displacement";
  }

  @Override
  public boolean keepsValues() {
    return true;
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of(
        StepParameter.of("displacement", displacement, "mm"),
        StepParameter.of("radius", radius, "mm"));
  }

  /**
   * @throws DescribeException where the axis is not two-theta in degrees
   */
  @Override
  public Spectrum apply(Spectrum spectrum) {
    Axis axis = spectrum.axis();
    DiffractionAxis.requireTwoTheta(axis, "A sample's displacement");
    double[] x = axis.values();
    double factor = 2 * displacement / radius;
    for (int i = 0; i < x.length; i++) {
      double shown = x[i] * DEGREE;
      double angle = shown;
      for (int round = 0; round < ROUNDS; round++) {
        double next = shown + factor * Math.cos(0.5 * angle);
        boolean settled = Math.abs(next - angle) < 1e-16;
        angle = next;
        if (settled) {
          break;
        }
      }
      x[i] = angle / DEGREE;
    }
    Axis moved = new Axis(axis.name(), axis.unit(), x);
    return new Spectrum(
        moved, spectrum.values(), spectrum.quantity(), spectrum.unit(), spectrum.metadata());
  }
}
