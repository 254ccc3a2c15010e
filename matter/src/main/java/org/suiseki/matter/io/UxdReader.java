package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Reads UXD, the text format of Bruker's DIFFRAC: lines {@code _NAME=value}, and after {@code
 * _2THETACOUNTS}, {@code _2THETACPS}, {@code _COUNTS} or {@code _CPS} the points, as pairs or as
 * values from {@code _START} on in steps of {@code _STEPSIZE}. What stands before the first range
 * holds for all.
 *
 * <p>The wavelength is the mean of {@code _WL1} and {@code _WL2}, the second weighted by {@code
 * _WLRATIO}.
 */
final class UxdReader implements SpectrumReader {
  private static final Pattern START =
      Pattern.compile("(?im)^_(FILEVERSION|DRIVE|STEPSIZE|STEPTIME|WL1|(2THETA)?(COUNTS|CPS))\\b");

  @Override
  public String format() {
    return "uxd";
  }

  @Override
  public String description() {
    return "UXD of Bruker";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    // Most files can be told from it sooner than by a pattern.
    return text.indexOf('_') >= 0 && START.matcher(text).find();
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    return new Ranges(PatternText.of(in, source)).read();
  }

  /** The ranges of one file. */
  private static final class Ranges {
    private static final ColumnLayout LAYOUT = new ColumnLayout('\0', false);
    private static final ColumnLayout COMMAS = new ColumnLayout(',', false);

    private final PatternText text;
    private final List<Measurement> ranges = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final int[] bounds = new int[64];

    /** Of the range that is read; empty between ranges. */
    private String section = "";

    private PatternPoints points;
    private Place begin;

    Ranges(PatternText text) {
      this.text = text;
      this.points = new PatternPoints(text.source());
      this.begin = Place.line(text.source(), 1);
    }

    List<Measurement> read() {
      while (text.next()) {
        byte first = text.first();
        if (first == '_') {
          named(text.text().strip());
        } else if (first != 0 && first != ';') {
          row();
        }
      }
      end();
      if (ranges.isEmpty()) {
        throw new MatterException(
            "This is a UXD file, but there is no point in it.",
            text.place(),
            "Give a file with _2THETACOUNTS or _COUNTS; was it copied whole?");
      }
      return ranges;
    }

    private void named(String line) {
      end();
      int equals = line.indexOf('=');
      String name = (equals < 0 ? line : line.substring(0, equals)).strip().substring(1);
      if (equals >= 0) {
        values.put(name.toUpperCase(Locale.ROOT), unquoted(line.substring(equals + 1)));
        return;
      }
      section = name.toUpperCase(Locale.ROOT);
      if (!section.matches("(2THETA)?(COUNTS|CPS)(TIME)?")) {
        throw new MatterException(
            "Points of the kind _" + Shown.text(section) + " are not known.",
            text.place(),
            "Export the pattern with _2THETACOUNTS or _COUNTS.");
      }
      begin = text.place();
    }

    private static String unquoted(String value) {
      return value.strip().replaceAll("^'|'$", "").strip();
    }

    private void row() {
      if (section.isEmpty()) {
        throw new MatterException(
            "The line '" + text.shown() + "' belongs to no range.",
            text.place(),
            "Give _2THETACOUNTS or _COUNTS above the points.");
      }
      boolean commas = text.text().indexOf(',') >= 0;
      int fields = (commas ? COMMAS : LAYOUT).split(text, bounds);
      if (section.startsWith("2THETA")) {
        if (fields < 2) {
          throw new MatterException(
              "The line '" + text.shown() + "' is no pair.", text.place(), "Complete it.");
        }
        points.add(number(0), number(1), text.line());
        return;
      }
      for (int i = 0; i < fields; i++) {
        double position = required("START") + points.count() * required("STEPSIZE");
        points.add(position, number(i), text.line());
      }
    }

    private double number(int field) {
      double number = DecimalBytes.parse(text.bytes(), bounds[2 * field], bounds[2 * field + 1]);
      if (!Double.isFinite(number)) {
        throw new MatterException(
            "The line '" + text.shown() + "' holds what is no finite number.",
            text.place(bounds[2 * field]),
            "Correct it, or leave the point out.");
      }
      return number;
    }

    private double required(String name) {
      return value(name)
          .orElseThrow(() ->
              new MatterException(
                  "The points of this range have no angles, and _" + name + " is not given.",
                  begin,
                  "Give _START and _STEPSIZE."));
    }

    private OptionalDouble value(String name) {
      String written = values.get(name);
      return written == null ? OptionalDouble.empty() : ColumnHeads.leading(written);
    }

    private void end() {
      if (points.count() == 0) {
        return;
      }
      String sample = values.getOrDefault("SAMPLE", "");
      String id = sample.isEmpty() ? FileName.of(text.source()) : sample;
      ranges.add(
          points.measurement(
              ranges.isEmpty() ? id : id + " (range " + (ranges.size() + 1) + ")",
              meaning(),
              wavelength(),
              value("STEPTIME"),
              values,
              begin,
              List.of()));
      points = new PatternPoints(text.source());
      section = "";
    }

    private PatternPoints.Meaning meaning() {
      String unit = section.contains("CPS") ? "counts/s" : "counts";
      String drive = values.getOrDefault("DRIVE", "").toLowerCase(Locale.ROOT);
      boolean angles =
          section.startsWith("2THETA")
              || drive.isEmpty()
              || drive.equals("coupled")
              || drive.startsWith("2theta");
      return angles
          ? PatternPoints.Meaning.angles(unit)
          : new PatternPoints.Meaning(
              Measurement.Kind.DIFFRACTION, drive, "degree", "intensity", unit);
    }

    private OptionalDouble wavelength() {
      double scale = values.getOrDefault("WL_UNIT", "A").equalsIgnoreCase("nm") ? 10 : 1;
      double first = value("WL1").orElse(0);
      double second = value("WL2").orElse(0);
      double ratio = second > 0 ? Math.max(0, value("WLRATIO").orElse(0)) : 0;
      return first > 0
          ? OptionalDouble.of(scale * (first + ratio * second) / (1 + ratio))
          : OptionalDouble.empty();
    }
  }
}
