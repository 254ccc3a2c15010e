package org.suiseki.describe.spectrum;

import java.util.List;
import org.suiseki.matter.Spectrum;

/**
 * Takes an instrument's zero error away from every point.
 *
 * @param zero what the instrument shows at the true zero, in the axis's unit
 */
public record ZeroShift(double zero) implements SpectrumStep {

  @Override
  public String name() {
    return "zero";
  }

  @Override
  public boolean keepsValues() {
    return true;
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of(StepParameter.of("zero", zero, "axis"));
  }

  @Override
  public Spectrum apply(Spectrum spectrum) {
    return spectrum.shift(-zero);
  }
}
