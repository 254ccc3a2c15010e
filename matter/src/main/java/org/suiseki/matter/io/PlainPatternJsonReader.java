package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;
import tools.jackson.core.JsonToken;

/**
 * Reads a pattern as {@code xrdpattern} stores it: an object with the numbers {@code
 * two_theta_values}, in degrees, and {@code intensities}; the texts {@code label} and {@code
 * metadata} are kept as metadata. Where the label gives the wavelengths of two lines, that of the
 * first is taken, with a warning, as it does not say how strong the second is.
 */
final class PlainPatternJsonReader implements SpectrumReader {
  private static final Pattern START =
      Pattern.compile("\\s*\\{\\s*(?s:.{0,2000}?)\"two_theta_values\"\\s*:\\s*\\[");

  /** The label is JSON within JSON within JSON. */
  private static final Pattern WAVELENGTH =
      Pattern.compile("\"primary_wavelength[\\\\\"]+\\s*:\\s*[\\\\\"]*(\\d{1,3}\\.?\\d{0,17})");

  @Override
  public String format() {
    return "xrdpattern";
  }

  @Override
  public String description() {
    return "JSON of xrdpattern";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    return isOne(new String(head, StandardCharsets.ISO_8859_1));
  }

  /** Whether a text with this head is of this format. */
  static boolean isOne(String head) {
    return START.matcher(head).lookingAt();
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    PlacedJsonReader json = PlacedJsonReader.of(UnpackedStream.of(in, source));
    json.next();
    Place place = json.place();
    double[] angles = {};
    double[] values = {};
    Map<String, String> metadata = new LinkedHashMap<>();
    while (json.nextField()) {
      String name = json.name();
      json.next();
      switch (name) {
        case "two_theta_values" -> angles = json.numbers(name);
        case "intensities" -> values = json.numbers(name);
        default -> {
          if (json.is(JsonToken.VALUE_STRING)) {
            metadata.put(name, json.text(name));
          } else {
            json.skip();
          }
        }
      }
    }
    json.requireEnd();
    return List.of(measurement(angles, values, metadata, place, source));
  }

  private static Measurement measurement(
      double[] angles, double[] values, Map<String, String> metadata, Place place, String source) {
    Matcher told = WAVELENGTH.matcher(metadata.getOrDefault("label", ""));
    double wavelength = told.find() ? Double.parseDouble(told.group(1)) : 0;
    try {
      Axis axis = new Axis("two-theta", "degree", angles);
      return new Measurement(
          FileName.of(source),
          Measurement.Kind.DIFFRACTION,
          new Spectrum(axis, values, "intensity", "a.u.", Map.of()),
          new double[0],
          wavelength > 0 ? OptionalDouble.of(wavelength) : OptionalDouble.empty(),
          OptionalDouble.empty(),
          metadata,
          place,
          wavelength > 0
              ? List.of("The wavelength is that of the first line; the second is not read.")
              : List.of());
    } catch (MatterException e) {
      throw new MatterException(e.what(), place, e.mend(), e);
    }
  }
}
