package org.suiseki.describe.spectrum;

import java.util.Map;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/** What lies under the peaks; as a step it is taken away. */
public interface Background extends SpectrumStep {

  /** The background at each point of the spectrum, in its unit. */
  double[] under(Spectrum spectrum);

  @Override
  default Spectrum apply(Spectrum spectrum) {
    double[] values = spectrum.values();
    double[] background = under(spectrum);
    for (int i = 0; i < values.length; i++) {
      values[i] -= background[i];
    }
    return with(spectrum, values);
  }

  /** Other values of the same quantity at the same points. */
  private static Spectrum with(Spectrum spectrum, double[] values) {
    Axis axis = spectrum.axis();
    Map<String, String> metadata = spectrum.metadata();
    return new Spectrum(axis, values, spectrum.quantity(), spectrum.unit(), metadata);
  }
}
