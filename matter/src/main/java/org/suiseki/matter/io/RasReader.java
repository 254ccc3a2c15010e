package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Reads {@code .ras}, the text format of Rigaku's SmartLab: lines {@code *NAME "value"}, and
 * between {@code *RAS_INT_START} and {@code *RAS_INT_END} rows of position, intensity and the
 * factor of the attenuator, by which the intensity is multiplied.
 *
 * <p>The wavelength is the mean of Kα1 and Kα2 in the ratio 2 to 1 where both are given.
 */
final class RasReader implements SpectrumReader {
  @Override
  public String format() {
    return "ras";
  }

  @Override
  public String description() {
    return "RAS of Rigaku";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    return new String(head, StandardCharsets.ISO_8859_1).stripLeading().startsWith("*RAS_");
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    return new Ranges(PatternText.of(in, source)).read();
  }

  /** The ranges of one file. */
  private static final class Ranges {
    private static final ColumnLayout LAYOUT = new ColumnLayout('\0', false);

    private final PatternText text;
    private final List<Measurement> ranges = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final int[] bounds = new int[6];
    private PatternPoints points;
    private Place begin;
    private boolean inPoints;
    private int attenuated;

    Ranges(PatternText text) {
      this.text = text;
      this.points = new PatternPoints(text.source());
      this.begin = Place.line(text.source(), 1);
    }

    List<Measurement> read() {
      while (text.next()) {
        byte first = text.first();
        if (first == '*') {
          named(text.text().strip());
        } else if (inPoints && first != 0) {
          row();
        }
      }
      if (inPoints) {
        throw new MatterException(
            "The file ends before *RAS_INT_END.",
            text.place(),
            "Copy it again; it may be cut off.");
      }
      if (ranges.isEmpty()) {
        throw new MatterException(
            "This is a RAS file, but there is no *RAS_INT_START in it.",
            text.place(),
            "Give a file with points; was it copied whole?");
      }
      return ranges;
    }

    private void named(String line) {
      if (line.startsWith("*RAS_INT_START")) {
        inPoints = true;
        attenuated = 0;
        begin = text.place();
        points = new PatternPoints(text.source());
      } else if (line.startsWith("*RAS_INT_END")) {
        end();
        inPoints = false;
      } else if (line.startsWith("*RAS_HEADER_START")) {
        values.clear();
      } else {
        int blank = line.indexOf(' ');
        if (blank > 1) {
          String value = line.substring(blank).strip().replaceAll("^\"|\"$", "").strip();
          values.put(line.substring(1, blank), value);
        }
      }
    }

    private void row() {
      int fields = LAYOUT.split(text, bounds);
      double position = fields < 2 ? Double.NaN : number(0);
      double intensity = fields < 2 ? Double.NaN : number(1);
      double factor = fields < 3 ? 1 : number(2);
      if (!Double.isFinite(position) || !Double.isFinite(intensity * factor)) {
        throw new MatterException(
            "The line '" + text.shown() + "' is no row of finite numbers.",
            text.place(),
            "Give position, intensity and factor.");
      }
      attenuated += factor == 1 ? 0 : 1;
      points.add(position, intensity * factor, text.line());
    }

    private double number(int field) {
      return DecimalBytes.parse(text.bytes(), bounds[2 * field], bounds[2 * field + 1]);
    }

    private OptionalDouble value(String name) {
      String written = values.get(name);
      return written == null ? OptionalDouble.empty() : ColumnHeads.leading(written);
    }

    private void end() {
      String sample = values.getOrDefault("FILE_SAMPLE", "");
      String id = sample.isEmpty() ? FileName.of(text.source()) : sample;
      List<String> warnings =
          attenuated == 0
              ? List.of()
              : List.of(
                  attenuated + " intensities were multiplied by the factor of the attenuator.");
      ranges.add(
          points.measurement(
              ranges.isEmpty() ? id : id + " (range " + (ranges.size() + 1) + ")",
              meaning(),
              wavelength(),
              countingTime(),
              values,
              begin,
              warnings));
    }

    private PatternPoints.Meaning meaning() {
      String written = values.getOrDefault("MEAS_SCAN_UNIT_Y", "").toLowerCase(Locale.ROOT);
      String unit = written.equals("cps") ? "counts/s" : written.isEmpty() ? "a.u." : written;
      String axis = values.getOrDefault("MEAS_SCAN_AXIS_X", "");
      return axis.isEmpty() || axis.toLowerCase(Locale.ROOT).startsWith("twotheta")
          ? PatternPoints.Meaning.angles(unit)
          : new PatternPoints.Meaning(
              Measurement.Kind.DIFFRACTION, axis, "degree", "intensity", unit);
    }

    private OptionalDouble wavelength() {
      double first = value("HW_XG_WAVE_LENGTH_ALPHA1").orElse(0);
      double second = value("HW_XG_WAVE_LENGTH_ALPHA2").orElse(0);
      if (!(first > 0)) {
        return OptionalDouble.empty();
      }
      return OptionalDouble.of(second > 0 ? (2 * first + second) / 3 : first);
    }

    /** Of a step scan as it stands; of a continuous one from speed and step. */
    private OptionalDouble countingTime() {
      double speed = value("MEAS_SCAN_SPEED").orElse(0);
      double step = value("MEAS_SCAN_STEP").orElse(0);
      String unit = values.getOrDefault("MEAS_SCAN_SPEED_UNIT", "");
      if (unit.startsWith("sec") && speed > 0) {
        return OptionalDouble.of(speed);
      }
      return unit.equals("deg/min") && speed > 0 && step > 0
          ? OptionalDouble.of(60 * step / speed)
          : OptionalDouble.empty();
    }
  }
}
