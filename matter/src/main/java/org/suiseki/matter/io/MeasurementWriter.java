package org.suiseki.matter.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** Writes measurements in one format. */
interface MeasurementWriter {
  /**
   * What the format will not hold, a sentence for each.
   *
   * @throws MatterException where the rest would be another measurement
   */
  List<String> losses(List<Measurement> measurements);

  /** Writes what {@link #losses} has let through. */
  void write(List<Measurement> measurements, OutputStream out) throws IOException;

  /** The only measurement, for a format that holds one. */
  static Measurement one(List<Measurement> measurements, String format) {
    if (measurements.size() != 1) {
      throw new MatterException(
          "A file of " + format + " holds one spectrum, and there are " + measurements.size() + ".",
          measurements.isEmpty() ? Place.of(format) : measurements.get(0).place(),
          "Write each into a file of its own.");
    }
    return measurements.get(0);
  }

  /** A text on one line, without control characters. */
  static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
