package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** One range of a binary file of a diffractometer, as it is gathered field by field. */
final class RawRange {
  final Map<String, String> metadata = new LinkedHashMap<>();
  final List<String> warnings = new ArrayList<>();
  String axis = ScanRange.TWO_THETA;
  double first;
  double step;
  double seconds;

  /** What the range says it was measured with, often Kα1 though both lines were there. */
  double wavelength;

  EmissionLines lines = EmissionLines.NONE;
  double[] values = {};

  /** Leaves out what was not set. */
  void describe(String name, String text) {
    if (!text.isEmpty()) {
      metadata.put(name, text);
    }
  }

  /** Leaves out zero, which files write for what was not set, and what is no number. */
  void describe(String name, double value) {
    if (value != 0 && Double.isFinite(value)) {
      metadata.put(name, Double.toString(value));
    }
  }

  /**
   * @throws MatterException where the steps make no axis or a value is not finite
   */
  Measurement measurement(String id, Place place) {
    if (!Double.isFinite(first) || !Double.isFinite(step) || step == 0) {
      throw new MatterException(
          "The range of " + id + " begins at " + first + " and goes in steps of " + step + ".",
          place,
          "The file is damaged; copy it again from the instrument.");
    }
    lines.describe(metadata);
    OptionalDouble mean = lines.mean(warnings);
    if (mean.isEmpty() && EmissionLines.usable(wavelength)) {
      mean = OptionalDouble.of(wavelength);
    }
    return new Measurement(
        id,
        Measurement.Kind.DIFFRACTION,
        ScanRange.spectrum(
            axis,
            ScanRange.DEGREE,
            ScanRange.stepped(first, step, values.length),
            values,
            ScanRange.COUNTS,
            warnings,
            place),
        new double[0],
        mean,
        seconds > 0 && Double.isFinite(seconds)
            ? OptionalDouble.of(seconds)
            : OptionalDouble.empty(),
        metadata,
        place,
        warnings);
  }
}
