package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

/** The keywords before the numbers of an EMSA/MAS file. */
final class MsaHeader {
  /** {@code #BEAMKV -kV: 120.0}: the unit behind the keyword is optional. */
  private static final Pattern LINE =
      Pattern.compile("#{1,2}\\s*([^:\\-\\s]+)\\s*(?:-\\s*([^:\\s]*)\\s*)?:(.*)");

  private static final Pattern IN_BRACKETS = Pattern.compile("(.*?)\\s*[(\\[]([^)\\]]+)[)\\]]\\s*");

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, String> units = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  /** Whether the line is the last of the head. */
  boolean accept(String line, Place place) {
    Matcher parts = LINE.matcher(line);
    if (line.regionMatches(true, 0, "#SPECTRUM", 0, 9)) {
      return true;
    }
    if (!parts.matches()) {
      warnings.add("Line " + place.line() + " is no keyword with a colon; it is ignored.");
      return false;
    }
    String name = parts.group(1).toUpperCase(Locale.ROOT);
    String value = parts.group(3).strip();
    if (!value.isEmpty()) {
      fields.put(name, value);
      Optional.ofNullable(parts.group(2))
          .filter(unit -> !unit.isEmpty())
          .ifPresent(unit -> units.put(name, unit));
    }
    return false;
  }

  boolean isPairs() {
    return field("DATATYPE").equalsIgnoreCase("XY");
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** A number that the head must give. */
  double number(String name, Place place) {
    String text = field(name);
    if (text.isEmpty()) {
      throw new MatterException(
          "The head does not give " + name + ".", place, "Add the line '#" + name + " : …'.");
    }
    return DecimalNumber.parse(text, name, place);
  }

  /** Refuses a file with fewer points than it promises; with more, which is no loss, it warns. */
  void requirePoints(MeasuredRows rows, Place place) {
    if (field("NPOINTS").isEmpty()) {
      warnings.add("The head does not say how many points there are.");
      return;
    }
    double promised = number("NPOINTS", place);
    if (promised < rows.size()) {
      warnings.add(
          "The head promises " + field("NPOINTS") + " points but there are " + rows.size() + ".");
    } else if (promised != rows.size()) {
      throw new MatterException(
          String.format(
              "The head promises %s points but there are %d.", field("NPOINTS"), rows.size()),
          place,
          "Copy the file again, or correct #NPOINTS.");
    }
  }

  Measurement measurement(MeasuredRows rows, String source) {
    Axis axis = axis(rows);
    String label = field("YLABEL");
    String title = field("TITLE");
    String id = title.isEmpty() ? FileName.of(source) : title;
    String unit = field("YUNITS").isEmpty() ? "unknown" : field("YUNITS");
    Spectrum spectrum =
        new Spectrum(
            axis,
            rows.column(1),
            label.isEmpty() ? "intensity" : label.toLowerCase(Locale.ROOT),
            unit,
            Map.of("id", id));
    return new Measurement(
        id,
        field("SIGNALTYPE").equalsIgnoreCase("ELS")
            ? Measurement.Kind.ELECTRON_ENERGY_LOSS
            : Measurement.Kind.SPECTRUM,
        spectrum,
        new double[0],
        OptionalDouble.empty(),
        countingTime(),
        metadata(),
        Place.of(source),
        warnings);
  }

  private Axis axis(MeasuredRows rows) {
    String written = field("XUNITS");
    Matcher brackets = IN_BRACKETS.matcher(written);
    boolean bracketed = brackets.matches();
    String unit = bracketed ? brackets.group(2).strip() : written;
    boolean kilo = unit.equalsIgnoreCase("keV");
    boolean energy = kilo || unit.equalsIgnoreCase("eV");
    String label = bracketed && !brackets.group(1).isBlank() ? brackets.group(1) : field("XLABEL");
    String name = energy ? "energy" : label.isEmpty() ? "x" : label.toLowerCase(Locale.ROOT);
    if (unit.isEmpty()) {
      warnings.add("The head gives no unit of the axis (XUNITS); its numbers are as written.");
    }
    rows.rise(0, name);
    double[] values = rows.column(0);
    if (kilo) {
      for (int i = 0; i < values.length; i++) {
        values[i] *= 1000;
      }
    }
    return new Axis(name, energy ? "eV" : unit.isEmpty() ? "unknown" : unit, values);
  }

  /** By the standard, dwell and integration times are in ms, live time in s. */
  private OptionalDouble countingTime() {
    for (String name : List.of("DWELLTIME", "INTEGTIME", "LIVETIME")) {
      String expected = name.equals("LIVETIME") ? "s" : "ms";
      String unit = units.getOrDefault(name, expected);
      if (DecimalNumber.isNumber(field(name)) && (unit.equals("s") || unit.equals("ms"))) {
        double time = Double.parseDouble(field(name)) / (unit.equals("ms") ? 1000 : 1);
        if (time > 0 && Double.isFinite(time)) {
          return OptionalDouble.of(time);
        }
      }
    }
    return OptionalDouble.empty();
  }

  private Map<String, String> metadata() {
    Map<String, String> all = new LinkedHashMap<>(fields);
    units.forEach((name, unit) -> all.merge(name, unit, (value, added) -> value + " " + added));
    return all;
  }
}
