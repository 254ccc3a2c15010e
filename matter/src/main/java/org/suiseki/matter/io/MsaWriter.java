package org.suiseki.matter.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/**
 * Writes one spectrum as EMSA/MAS (ISO 22029), numbers with all their digits: as values where first
 * point and step give every point to the last digit, else as pairs. Of the metadata, it keeps what
 * is named as the format names its keywords.
 */
final class MsaWriter implements MeasurementWriter {
  private static final Pattern KEYWORD = Pattern.compile("[A-Z][A-Z0-9]{0,11}");

  /** Written by themselves, or said by where they stand. */
  private static final Set<String> OWN =
      Set.of(
          "FORMAT",
          "VERSION",
          "TITLE",
          "NPOINTS",
          "NCOLUMNS",
          "XUNITS",
          "YUNITS",
          "XLABEL",
          "YLABEL",
          "DATATYPE",
          "XPERCHAN",
          "OFFSET",
          "SIGNALTYPE",
          "SPECTRUM",
          "ENDOFDATA");

  @Override
  public List<String> losses(List<Measurement> measurements) {
    Measurement measurement = MeasurementWriter.one(measurements, "EMSA/MAS");
    List<String> losses = new ArrayList<>();
    TreeSet<String> lost = new TreeSet<>(measurement.metadata().keySet());
    lost.removeIf(name -> KEYWORD.matcher(name).matches());
    if (!lost.isEmpty()) {
      losses.add("EMSA/MAS holds keywords in capitals only; " + lost + " are not written.");
    }
    if (measurement.deviations().length > 0) {
      losses.add("EMSA/MAS holds no deviations; they are not written.");
    }
    return losses;
  }

  @Override
  public void write(List<Measurement> measurements, OutputStream out) throws IOException {
    Measurement measurement = measurements.get(0);
    Spectrum spectrum = measurement.spectrum();
    Axis axis = spectrum.axis();
    double step = axis.at(1) - axis.at(0);
    boolean pairs = !exact(axis, step);
    StringBuilder text = new StringBuilder();
    field(text, "FORMAT", "EMSA/MAS Spectral Data File");
    field(text, "VERSION", "1.0");
    field(text, "TITLE", measurement.id());
    field(text, "NPOINTS", spectrum.length() + ".");
    field(text, "NCOLUMNS", "1.");
    field(text, "XUNITS", axis.unit().equals("unknown") ? "" : axis.unit());
    field(text, "YUNITS", spectrum.unit().equals("unknown") ? "" : spectrum.unit());
    field(text, "DATATYPE", pairs ? "XY" : "Y");
    field(
        text,
        "XPERCHAN",
        Double.toString(pairs ? (axis.last() - axis.first()) / (axis.length() - 1) : step));
    field(text, "OFFSET", Double.toString(axis.first()));
    field(text, "XLABEL", axis.name());
    field(text, "YLABEL", spectrum.quantity());
    field(text, "SIGNALTYPE", signal(measurement));
    keywords(measurement).forEach((name, value) -> field(text, name, value));
    field(text, "SPECTRUM", "");
    for (int i = 0; i < spectrum.length(); i++) {
      text.append(pairs ? axis.at(i) + ", " : "").append(spectrum.value(i)).append('\n');
    }
    field(text, "ENDOFDATA", "");
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> keywords(Measurement measurement) {
    Map<String, String> keywords = new TreeMap<>(measurement.metadata());
    keywords.keySet().removeIf(name -> !KEYWORD.matcher(name).matches() || OWN.contains(name));
    return keywords;
  }

  /** A unit that the value ends with, as this library keeps it, goes behind the keyword. */
  private static void field(StringBuilder text, String name, String value) {
    String line = MeasurementWriter.line(value);
    int space = line.lastIndexOf(' ');
    String unit = space < 0 ? "" : line.substring(space + 1);
    boolean measured =
        space > 0 && DecimalNumber.isNumber(line.substring(0, space)) && unit.matches("\\p{L}+");
    String head = "#" + name + (measured ? " -" + unit : "");
    text.append(
        String.format("%-13s: %s%n", head, measured ? line.substring(0, space) : line)
            .replace(System.lineSeparator(), "\n"));
  }

  private static String signal(Measurement measurement) {
    return measurement.kind() == Measurement.Kind.ELECTRON_ENERGY_LOSS
        ? "ELS"
        : measurement.metadata().getOrDefault("SIGNALTYPE", "");
  }

  private static boolean exact(Axis axis, double step) {
    for (int i = 0; i < axis.length(); i++) {
      if (axis.first() + i * step != axis.at(i)) {
        return false;
      }
    }
    return true;
  }
}
