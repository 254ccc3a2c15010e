package org.suiseki.matter.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Spectrum;
import tools.jackson.core.JsonGenerator;

/** Writes ranges of spectra and patterns; numbers so that they read back as they were. */
final class MeasurementOutput {
  private MeasurementOutput() {}

  static void write(List<Measurement> ranges, MeasurementFormat format, OutputStream out)
      throws IOException {
    if (format == MeasurementFormat.JSON_LINES) {
      JsonOutput.write(out, output -> ranges.forEach(range -> write(range, output)));
      return;
    }
    Optional<MeasurementWriter> writer = writer(format);
    if (writer.isPresent()) {
      writer.get().write(ranges, out);
      return;
    }
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    for (Measurement range : ranges) {
      if (format == MeasurementFormat.XY) {
        comments(range, text);
      } else {
        text.write(heads(range, ",") + "\n");
      }
      rows(range, format == MeasurementFormat.XY ? ' ' : ',', text);
    }
    text.flush();
  }

  /**
   * What the format will not hold, a sentence each.
   *
   * @throws MatterException where it cannot hold these ranges
   */
  static List<String> losses(List<Measurement> ranges, MeasurementFormat format) {
    requireWritable(ranges, format);
    return writer(format).map(writer -> List.copyOf(writer.losses(ranges))).orElse(List.of());
  }

  private static Optional<MeasurementWriter> writer(MeasurementFormat format) {
    return switch (format) {
      case XY, CSV, JSON_LINES -> Optional.empty();
      case XDI -> Optional.of(new XdiWriter());
      case MSA -> Optional.of(new MsaWriter());
    };
  }

  private static void requireWritable(List<Measurement> ranges, MeasurementFormat format) {
    if (ranges.isEmpty()) {
      throw new MatterException("There is no range to write.", "Give at least one.");
    }
    if (format == MeasurementFormat.CSV && ranges.size() > 1) {
      throw new MatterException(
          "There are " + ranges.size() + " ranges, and a csv holds one.",
          "Choose xy or jsonl, or write each into a file of its own.");
    }
  }

  private static void comments(Measurement range, Writer text) throws IOException {
    text.write("# Region: " + line(range.id()) + "\n");
    if (range.wavelength().isPresent()) {
      text.write("# wavelength: " + range.wavelength().getAsDouble() + " \u00c5\n");
    }
    if (range.countingTime().isPresent()) {
      text.write("# counting time: " + range.countingTime().getAsDouble() + " s\n");
    }
    for (Map.Entry<String, String> entry : new TreeMap<>(range.metadata()).entrySet()) {
      if (!entry.getKey().equals("Region") && !entry.getKey().equals("columns")) {
        text.write("# " + line(entry.getKey()) + ": " + line(entry.getValue()) + "\n");
      }
    }
    text.write("# " + heads(range, "\t") + "\n");
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String heads(Measurement range, String between) {
    Spectrum spectrum = range.spectrum();
    return spectrum.axis().name()
        + " ("
        + spectrum.axis().unit()
        + ")"
        + between
        + spectrum.quantity()
        + " ("
        + spectrum.unit()
        + ")"
        + (range.deviations().length > 0 ? between + "esd" : "");
  }

  private static void rows(Measurement range, char between, Writer text) throws IOException {
    Spectrum spectrum = range.spectrum();
    double[] deviations = range.deviations();
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < spectrum.length(); i++) {
      row.setLength(0);
      row.append(spectrum.axis().at(i)).append(between).append(spectrum.value(i));
      if (deviations.length > 0) {
        row.append(between).append(deviations[i]);
      }
      text.append(row).append('\n');
    }
  }

  private static void write(Measurement range, JsonOutput output) {
    JsonGenerator json = output.json();
    Spectrum spectrum = range.spectrum();
    json.writeStartObject();
    json.writeStringProperty("id", range.id());
    json.writeStringProperty("kind", range.kind().text());
    json.writeName("axis");
    json.writeStartObject();
    json.writeStringProperty("name", spectrum.axis().name());
    json.writeStringProperty("unit", spectrum.axis().unit());
    json.writeName("values");
    output.numbers(spectrum.axis().values());
    json.writeEndObject();
    json.writeStringProperty("quantity", spectrum.quantity());
    json.writeStringProperty("unit", spectrum.unit());
    json.writeName("values");
    output.numbers(spectrum.values());
    if (range.deviations().length > 0) {
      json.writeName("deviations");
      output.numbers(range.deviations());
    }
    range.wavelength().ifPresent(value -> json.writeNumberProperty("wavelength", value));
    range.countingTime().ifPresent(value -> json.writeNumberProperty("countingTime", value));
    json.writeName("metadata");
    json.writeStartObject();
    new TreeMap<>(range.metadata()).forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeEndObject();
  }
}
