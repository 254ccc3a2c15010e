package org.suiseki.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.io.Measurement;
import org.suiseki.matter.io.MeasurementFile;
import org.suiseki.matter.io.MeasurementFiles;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code suiseki read} says of one range of a spectrum or pattern. */
record MeasurementSummary(String file, String format, Measurement measurement)
    implements Results.Result {
  private static final int MOST_METADATA = 12;

  /** All ranges of a file. */
  static List<Results.Result> of(Path file) {
    MeasurementFile read = MeasurementFiles.read(file);
    return read.entries().stream()
        .map(
            entry -> (Results.Result) new MeasurementSummary(file.toString(), read.format(), entry))
        .toList();
  }

  @Override
  public String text() {
    Spectrum spectrum = measurement.spectrum();
    Axis axis = spectrum.axis();
    Lines lines = new Lines();
    lines.head(file, measurement.id());
    lines.add("format", format);
    lines.add("kind", measurement.kind().text());
    lines.add(
        "points",
        spectrum.length() + (measurement.deviations().length == 0 ? "" : ", with deviations"));
    lines.add(
        axis.name(),
        String.format(Locale.ROOT, "%s to %s %s", axis.first(), axis.last(), axis.unit()));
    lines.add(spectrum.quantity(), spectrum.unit().equals("1") ? "" : "in " + spectrum.unit());
    measurement
        .wavelength()
        .ifPresent(value -> lines.add("wavelength", String.format(Locale.ROOT, "%s Å", value)));
    measurement
        .countingTime()
        .ifPresent(value -> lines.add("counting time", String.format(Locale.ROOT, "%s s", value)));
    new TreeMap<>(measurement.metadata())
        .entrySet().stream()
            .limit(MOST_METADATA)
            .forEach(entry -> lines.add(entry.getKey(), entry.getValue()));
    int more = measurement.metadata().size() - MOST_METADATA;
    if (more > 0) {
      lines.add("", "and " + more + " more, which --json lists");
    }
    measurement.warnings().forEach(warning -> lines.add("warning", warning));
    return lines.toString();
  }

  @Override
  public void writeTo(ObjectNode json) {
    Spectrum spectrum = measurement.spectrum();
    Axis axis = spectrum.axis();
    json.put("file", file).put("id", measurement.id()).put("format", format);
    json.put("kind", measurement.kind().text()).put("points", spectrum.length());
    json.putObject("axis")
        .put("name", axis.name())
        .put("unit", axis.unit())
        .put("from", axis.first())
        .put("to", axis.last());
    json.putObject("values").put("name", spectrum.quantity()).put("unit", spectrum.unit());
    json.put("deviations", measurement.deviations().length > 0);
    optional(json, "wavelength", measurement.wavelength(), "Å");
    optional(json, "countingTime", measurement.countingTime(), "s");
    ObjectNode metadata = json.putObject("metadata");
    new TreeMap<>(measurement.metadata()).forEach(metadata::put);
    ArrayNode told = json.putArray("warnings");
    measurement.warnings().forEach(told::add);
  }

  private static void optional(ObjectNode json, String name, OptionalDouble value, String unit) {
    if (value.isPresent()) {
      json.putObject(name).put("value", value.getAsDouble()).put("unit", unit);
    } else {
      json.putNull(name);
    }
  }
}
