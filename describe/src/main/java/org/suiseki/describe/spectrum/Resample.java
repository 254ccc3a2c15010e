package org.suiseki.describe.spectrum;

import java.util.List;
import java.util.Locale;
import org.suiseki.matter.Axis;
import org.suiseki.matter.OutsideRange;
import org.suiseki.matter.Spectrum;

/**
 * Brings a spectrum to evenly spaced points by linear interpolation, which loses narrow peaks where
 * the new points are coarser; {@link Rebin} does not. Cost: O(n + m).
 *
 * @param from in the axis's unit
 * @param to in the axis's unit, a whole number of steps after {@code from}
 * @param step in the axis's unit
 * @param outside what the spectrum is where it was not measured
 */
public record Resample(double from, double to, double step, OutsideRange outside)
    implements SpectrumStep {

  @Override
  public String name() {
    return "resample";
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of(
        StepParameter.of("from", from, "axis"),
        StepParameter.of("to", to, "axis"),
        StepParameter.of("step", step, "axis"),
        new StepParameter("outside", outside.name().toLowerCase(Locale.ROOT), "1"));
  }

  @Override
  public Spectrum apply(Spectrum spectrum) {
    Axis axis = spectrum.axis();
    return spectrum.resample(Axis.uniform(axis.name(), axis.unit(), from, to, step), outside);
  }
}
