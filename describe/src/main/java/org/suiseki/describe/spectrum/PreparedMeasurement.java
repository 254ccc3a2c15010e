package org.suiseki.describe.spectrum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.io.Measurement;

/** A measurement between the steps of a {@link SpectrumChain}. */
final class PreparedMeasurement {
  private static final String STEPS = "prepared";

  private final Measurement measurement;
  private Spectrum spectrum;

  /** Over the axis of the spectrum; empty where there are none. */
  private Optional<Spectrum> deviations = Optional.empty();

  private OptionalDouble wavelength;

  PreparedMeasurement(Measurement measurement) {
    this.measurement = measurement;
    this.spectrum = measurement.spectrum();
    this.wavelength = measurement.wavelength();
    double[] given = measurement.deviations();
    if (given.length > 0) {
      deviations =
          Optional.of(new Spectrum(spectrum.axis(), given, "deviation", spectrum.unit(), Map.of()));
    }
  }

  void apply(SpectrumStep step) {
    SpectrumStep own = wavelength.isPresent() ? step.at(wavelength.getAsDouble()) : step;
    spectrum = own.apply(spectrum);
    deviations = own.keepsValues() ? deviations.map(own::apply) : Optional.empty();
    if (own.newWavelength().isPresent()) {
      wavelength = own.newWavelength();
    }
  }

  Measurement measurement(String steps) {
    Map<String, String> metadata = new HashMap<>(measurement.metadata());
    metadata.merge(STEPS, steps, (before, after) -> before + "|" + after);
    List<String> warnings = new ArrayList<>(measurement.warnings());
    if (deviations.isEmpty() && measurement.deviations().length > 0) {
      warnings.add("The deviations were left out, as the steps change the values they are of.");
    }
    return new Measurement(
        measurement.id(),
        measurement.kind(),
        spectrum,
        deviations.map(Spectrum::values).orElse(new double[0]),
        wavelength,
        measurement.countingTime(),
        metadata,
        measurement.place(),
        warnings);
  }
}
