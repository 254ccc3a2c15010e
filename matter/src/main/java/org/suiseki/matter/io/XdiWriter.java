package org.suiseki.matter.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Spectrum;

/**
 * Writes one X-ray absorption spectrum as XDI 1.0 (10.1088/1742-6596/712/1/012148), numbers with
 * all their digits and deviations as a third column. Of the metadata, it keeps what is named as XDI
 * names its fields, {@code Namespace.tag}, and the element, edge and label of an Athena group.
 */
final class XdiWriter implements MeasurementWriter {
  private static final Pattern FIELD = Pattern.compile("[A-Za-z_][\\w-]*\\.[\\w.-]+");

  /** Written by themselves. */
  private static final Pattern OWN =
      Pattern.compile("(?i)(xdi|column)\\..*|absorption|comments|label|atsym|edge");

  private static final Map<String, String> ATHENA =
      Map.of("atsym", "Element.symbol", "edge", "Element.edge", "label", "Sample.name");

  @Override
  public List<String> losses(List<Measurement> measurements) {
    Measurement measurement = MeasurementWriter.one(measurements, "XDI");
    if (measurement.kind() != Measurement.Kind.XRAY_ABSORPTION) {
      throw new MatterException(
          "XDI holds X-ray absorption; this is " + measurement.kind().text() + ".",
          measurement.place(),
          "Write xy or csv.");
    }
    List<String> losses = new ArrayList<>();
    TreeSet<String> lost = new TreeSet<>(measurement.metadata().keySet());
    lost.removeIf(name -> FIELD.matcher(name).matches() || OWN.matcher(name).matches());
    if (!lost.isEmpty()) {
      losses.add("XDI holds fields named 'Namespace.tag' only; " + lost + " are not written.");
    }
    for (String required : List.of("Element.symbol", "Element.edge", "Mono.d_spacing")) {
      if (!fields(measurement).containsKey(required)) {
        losses.add("XDI asks for " + required + ", which is not known.");
      }
    }
    return losses;
  }

  private static Map<String, String> fields(Measurement measurement) {
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.put("Sample.name", measurement.id());
    measurement
        .metadata()
        .forEach((name, value) -> {
          String field = ATHENA.getOrDefault(name, name);
          boolean taken = !field.equals(name) || !OWN.matcher(name).matches();
          if (taken && FIELD.matcher(field).matches() && !value.isBlank()) {
            fields.put(field, value);
          }
        });
    return fields;
  }

  @Override
  public void write(List<Measurement> measurements, OutputStream out) throws IOException {
    Measurement measurement = measurements.get(0);
    Spectrum spectrum = measurement.spectrum();
    String axis = word(spectrum.axis().name());
    String label = label(measurement);
    boolean deviations = measurement.deviations().length > 0;
    StringBuilder text = new StringBuilder("# XDI/1.0 Suiseki\n");
    String unit = spectrum.axis().unit();
    text.append("# Column.1: ").append(axis).append(unit.equals("unknown") ? "" : " " + unit);
    text.append("\n# Column.2: ").append(label);
    text.append(spectrum.unit().equals("1") ? "\n" : " " + spectrum.unit() + "\n");
    text.append(deviations ? "# Column.3: deviation\n" : "");
    fields(measurement)
        .forEach((name, value) ->
            text.append("# ")
                .append(name)
                .append(": ")
                .append(MeasurementWriter.line(value))
                .append('\n'));
    text.append("# ///\n");
    measurement
        .metadata()
        .getOrDefault("comments", "")
        .lines()
        .map(MeasurementWriter::line)
        // A line of dashes would end the head.
        .filter(line -> !line.isEmpty() && !line.startsWith("--"))
        .forEach(line -> text.append("# ").append(line).append('\n'));
    text.append("#----\n# ").append(axis).append(' ').append(label);
    text.append(deviations ? " deviation\n" : "\n");
    appendPoints(measurement, text);
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void appendPoints(Measurement measurement, StringBuilder text) {
    Spectrum spectrum = measurement.spectrum();
    double[] deviations = measurement.deviations();
    for (int i = 0; i < spectrum.length(); i++) {
      text.append(spectrum.axis().at(i)).append(' ').append(spectrum.value(i));
      if (deviations.length > 0) {
        text.append(' ').append(deviations[i]);
      }
      text.append('\n');
    }
  }

  private static String word(String name) {
    return name.replaceAll("\\s+", "_");
  }

  /** The array name of XDI. */
  private static String label(Measurement measurement) {
    String quantity = measurement.spectrum().quantity();
    String from = measurement.metadata().getOrDefault("absorption", "");
    return switch (quantity) {
      case "absorption" ->
          from.startsWith("ln(i0") || from.equals("mutrans")
              ? "mutrans"
              : from.startsWith("if") || from.equals("mufluor")
                  ? "mufluor"
                  : from.startsWith("ln(") || from.equals("murefer") ? "murefer" : "xmu";
      case "normalised absorption" -> from.startsWith("norm") ? word(from) : "norm";
      default -> word(quantity);
    };
  }
}
