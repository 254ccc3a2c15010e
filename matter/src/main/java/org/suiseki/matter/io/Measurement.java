package org.suiseki.matter.io;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

/**
 * One range of one spectrum or diffraction pattern as an instrument's file holds it.
 *
 * @param id its name in the file: a sample, a range, a data block; the file's name where it gives
 *     none
 * @param kind what was measured
 * @param spectrum the values over their axis, in the units of the file
 * @param deviations standard deviation of each value, in the values' unit; empty where the file
 *     gives none
 * @param wavelength in Å, of the mean line; empty where the file does not say
 * @param countingTime of each point, in s; empty where the file does not say
 * @param metadata what the file says of it besides, by the file's own names, as text
 * @param place where it begins
 * @param warnings what was amended or ignored, each a sentence with its line where known
 */
public record Measurement(
    String id,
    Kind kind,
    Spectrum spectrum,
    double[] deviations,
    OptionalDouble wavelength,
    OptionalDouble countingTime,
    Map<String, String> metadata,
    Place place,
    List<String> warnings) {

  /** What kind of measurement it is; the names are those of {@code read --json}. */
  public enum Kind {
    DIFFRACTION("diffraction"),
    XRAY_ABSORPTION("x-ray absorption"),
    ELECTRON_ENERGY_LOSS("electron energy loss"),
    /** Infrared, ultraviolet, nuclear resonance and others. */
    SPECTRUM("spectrum");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    /**
     * @throws MatterException where no kind has this text
     */
    static Kind ofText(String text, Place place) {
      return Arrays.stream(values())
          .filter(kind -> kind.text.equals(text))
          .findFirst()
          .orElseThrow(() ->
              new MatterException(
                  "There is no kind '" + Shown.text(text) + "' of measurement.",
                  place,
                  "Known are "
                      + Arrays.stream(values()).map(Kind::text).collect(Collectors.joining(", "))
                      + "."));
    }
  }

  /**
   * @throws MatterException where there are deviations but not one for each value
   */
  public Measurement {
    deviations = deviations.clone();
    if (deviations.length != 0 && deviations.length != spectrum.length()) {
      throw new MatterException(
          "There are " + spectrum.length() + " values and " + deviations.length + " deviations.",
          place,
          "Give one deviation for each value, or none.");
    }
    metadata = Map.copyOf(metadata);
    warnings = List.copyOf(warnings);
  }

  /** A copy; empty where there are none. */
  @Override
  public double[] deviations() {
    return deviations.clone();
  }
}
