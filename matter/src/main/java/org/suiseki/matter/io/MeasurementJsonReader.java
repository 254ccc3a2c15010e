package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import tools.jackson.core.JsonToken;

/**
 * Reads the JSON lines that {@link MeasurementFormat#JSON_LINES} writes, every number as it was: an
 * object for each range, {@code {"id", "kind", "axis": {"name", "unit", "values"}, "quantity",
 * "unit", "values", "deviations", "wavelength", "countingTime", "metadata"}}, the wavelength in Å,
 * the counting time in s, and both, like the deviations and metadata, only where they are known.
 * Other fields are passed over.
 */
final class MeasurementJsonReader implements SpectrumReader {
  private static final Pattern HEAD =
      Pattern.compile("\\s*\\{\\s*\"(?s:.*?)\"axis\"\\s*:\\s*\\{\\s*\"(name|unit|values)\"");

  @Override
  public String format() {
    return "jsonl";
  }

  @Override
  public String description() {
    return "JSON lines of spectra, as Suiseki writes them";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    return isOne(new String(head, StandardCharsets.ISO_8859_1));
  }

  /** Whether a text with this head is of this format. */
  static boolean isOne(String head) {
    return HEAD.matcher(head.substring(0, Math.min(head.length(), SpectrumReader.HEAD)))
        .lookingAt();
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    PlacedJsonReader json = PlacedJsonReader.of(UnpackedStream.of(in, source));
    List<Measurement> ranges = new ArrayList<>();
    while (json.next()) {
      if (!json.is(JsonToken.START_OBJECT)) {
        throw new MatterException(
            "Here stands no object.", json.place(), "Write one JSON object for each spectrum.");
      }
      ranges.add(MeasurementJson.read(json));
      json.release();
    }
    if (ranges.isEmpty()) {
      throw new MatterException(
          "There is no spectrum in it.", Place.of(source), "Give at least one.");
    }
    return ranges;
  }
}
