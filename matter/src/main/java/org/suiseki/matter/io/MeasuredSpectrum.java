package org.suiseki.matter.io;

import java.util.Map;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Spectrum;

/** A spectrum that already has its width, over an axis in eV. */
public record MeasuredSpectrum(Spectrum spectrum) implements Absorption {

  public MeasuredSpectrum {
    if (!spectrum.axis().unit().equals("eV")) {
      throw new MatterException(
          "The spectrum is over " + spectrum.axis().unit() + ".", "Convert its axis to eV.");
    }
  }

  /** Absorption in arbitrary units, whose metadata tell the id and the source. */
  static Spectrum named(String id, String source, Axis axis, double[] values) {
    return new Spectrum(axis, values, "absorption", "1", Map.of("id", id, "source", source));
  }
}
