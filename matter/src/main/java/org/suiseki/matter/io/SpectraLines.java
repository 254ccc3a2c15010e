package org.suiseki.matter.io;

import java.util.Optional;
import java.util.function.Consumer;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Spectrum;

/**
 * {@code spectra.jsonl}: {@code {"id", "energy": […], "intensity": […], "unit": "eV"}} on each
 * line; eV by default.
 */
final class SpectraLines {
  private SpectraLines() {}

  /**
   * @param bad is told of lines that do not even give an id
   */
  static FoundSpectra read(BoundedLines lines, String source, Consumer<MatterException> bad) {
    FoundSpectra found = new FoundSpectra(source);
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (!line.get().isBlank()) {
        try {
          add(JsonLine.parse(line.get(), lines.place()), source, found);
        } catch (MatterException e) {
          bad.accept(e);
        }
      }
    }
    return found;
  }

  private static void add(JsonLine line, String source, FoundSpectra found) {
    String id = line.text("id");
    found.read(id, line.place(), () -> spectrum(line, id, source));
  }

  private static Spectrum spectrum(JsonLine line, String id, String source) {
    double scale = EnergyUnit.toElectronvolt(line.textIfPresent("unit"), line.place());
    double[] energy = line.numbers("energy");
    for (int i = 0; i < energy.length; i++) {
      energy[i] *= scale;
    }
    return MeasuredSpectrum.named(
        id, source, new Axis("energy", "eV", energy), line.numbers("intensity"));
  }
}
