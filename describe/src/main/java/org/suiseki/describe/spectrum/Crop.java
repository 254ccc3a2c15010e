package org.suiseki.describe.spectrum;

import java.util.List;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Spectrum;

/**
 * Keeps the points of a window, both ends included.
 *
 * @param from in the axis's unit
 * @param to in the axis's unit
 */
public record Crop(double from, double to) implements SpectrumStep {

  public Crop {
    if (!(to > from)) {
      throw new DescribeException(
          "No window runs from " + from + " to " + to + ".", "Give an end above the start.");
    }
  }

  @Override
  public String name() {
    return "crop";
  }

  @Override
  public boolean keepsValues() {
    return true;
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of(StepParameter.of("from", from, "axis"), StepParameter.of("to", to, "axis"));
  }

  @Override
  public Spectrum apply(Spectrum spectrum) {
    return spectrum.crop(from, to);
  }
}
