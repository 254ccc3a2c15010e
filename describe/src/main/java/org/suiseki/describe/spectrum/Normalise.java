package org.suiseki.describe.spectrum;

import java.util.List;
import java.util.Locale;
import org.suiseki.matter.Normalisation;
import org.suiseki.matter.Spectrum;

/** Brings the values to a common scale: {@code max}, {@code area} or {@code snv}. */
public record Normalise(Normalisation how) implements SpectrumStep {

  @Override
  public String name() {
    return how.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<StepParameter> parameters() {
    return List.of();
  }

  @Override
  public Spectrum apply(Spectrum spectrum) {
    return spectrum.normalise(how);
  }
}
