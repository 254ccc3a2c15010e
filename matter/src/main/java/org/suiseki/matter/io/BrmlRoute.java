package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

/**
 * One route of data in a BRML archive: rows of numbers ({@code Datum}), the axes that were scanned,
 * and the views that say what stands in which column.
 */
final class BrmlRoute {
  /** The columns of files without views: time, absorption factor, then the scan's axes. */
  private static final int FIRST_AXIS = 2;

  private final Place place;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final List<ScanAxis> scanned = new ArrayList<>();
  private final List<ScanAxis> scales = new ArrayList<>();
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final NumberList data = new NumberList("values of the datums");
  private int rows;
  private int width;
  private int recorded = -1;
  private int recordedLength;
  private int viewStart;

  BrmlRoute(Place place, String flag) {
    this.place = place;
    if (!flag.isEmpty()) {
      metadata.put("route", flag);
    }
  }

  boolean hasData() {
    return rows > 0;
  }

  Map<String, String> metadata() {
    return metadata;
  }

  Optional<NumberList> begins(XmlWalk at) {
    switch (at.name()) {
      case "Datum" -> {
        return Optional.of(data);
      }
      case "ScanInformation" -> {
        keep("scan", at.attribute("ScanName"));
        keep("scan name", at.attribute("VisibleName"));
      }
      case "ScanAxisInfo" -> {
        if (at.parent().equals("ScanAxes")) {
          scanned.add(axis(at));
        }
      }
      case "ScaleAxisInfo" -> {
        if (at.parent().equals("ScaleAxes")) {
          scales.add(axis(at));
        }
      }
      case "RawDataView" -> view(at);
      case "FieldDefinitions" -> field(at);
      default -> {}
    }
    return Optional.empty();
  }

  void ends(XmlWalk at, String text) {
    switch (at.name()) {
      case "Datum" -> row(at);
      case "Start", "Stop", "Increment" -> limit(at, text);
      case "MeasurementPoints", "TimePerStep", "TimePerStepEffective", "ScanMode" -> {
        if (at.parent().equals("ScanInformation")) {
          keep(at.name(), text);
        }
      }
      default -> {}
    }
  }

  /** Of each point, as it counts for a detector with many channels where the file says so. */
  OptionalDouble countingTime() {
    for (String name : List.of("TimePerStepEffective", "TimePerStep")) {
      String text = metadata.getOrDefault(name, "");
      if (DecimalNumber.isNumber(text) && Double.parseDouble(text) > 0) {
        double seconds = Double.parseDouble(text);
        return Double.isFinite(seconds) ? OptionalDouble.of(seconds) : OptionalDouble.empty();
      }
    }
    return OptionalDouble.empty();
  }

  /**
   * @throws MatterException where no column is known to hold the axis or the counts
   */
  Spectrum spectrum(List<String> warnings) {
    warnOfAbsorber(warnings);
    return scanned.isEmpty() && rows == 1 && !scales.isEmpty()
        ? snapshot(warnings)
        : scan(warnings);
  }

  private Spectrum scan(List<String> warnings) {
    ScanAxis axis =
        scanned.stream()
            .filter(one -> ScanRange.axisName(one.name).equals(ScanRange.TWO_THETA))
            .findFirst()
            .or(() -> scanned.stream().findFirst())
            .orElseThrow(() -> unclear("names no axis that was scanned"));
    boolean described = columns.getOrDefault(axis.name, -1) >= 0 && recorded >= 0;
    int positions =
        described
            ? columns.getOrDefault(axis.name, FIRST_AXIS)
            : FIRST_AXIS + scanned.indexOf(axis);
    int counts = described ? recorded : FIRST_AXIS + scanned.size();
    if (positions >= width || counts >= width) {
      throw unclear("has " + width + " columns, too few for its axis and its counts");
    }
    if (!described) {
      warnings.add("The file does not describe its columns; the usual order is taken.");
    }
    if (described && recordedLength > 1) {
      warnings.add("Of " + recordedLength + " counters the first is given.");
    }
    return ScanRange.spectrum(
        ScanRange.axisName(axis.name),
        ScanRange.unitName(axis.unit),
        column(positions),
        column(counts),
        ScanRange.COUNTS,
        warnings,
        place);
  }

  /** One exposure of a detector with many channels. */
  private Spectrum snapshot(List<String> warnings) {
    ScanAxis axis = scales.get(0);
    double steps = (axis.stop - axis.start) / axis.increment;
    if (!(steps >= 1 && steps < NumberList.MOST) || recorded < 0) {
      throw unclear("does not say where the channels of the detector lie");
    }
    int channels = recordedLength;
    if (recorded + (long) channels > width || Math.abs(steps - channels) > 1.5) {
      throw unclear(
          "has " + channels + " channels in " + width + " columns over " + (steps + 1) + " steps");
    }
    double[] values = new double[channels];
    for (int i = 0; i < channels; i++) {
      values[i] = data.at(recorded + i);
    }
    return ScanRange.spectrum(
        ScanRange.axisName(axis.name),
        ScanRange.unitName(axis.unit),
        ScanRange.stepped(axis.start, axis.increment, channels),
        values,
        ScanRange.COUNTS,
        warnings,
        place);
  }

  private double[] column(int column) {
    double[] values = new double[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = data.at(i * width + column);
    }
    return values;
  }

  private void warnOfAbsorber(List<String> warnings) {
    int factor = columns.getOrDefault("AbsorptionFactor", -1);
    int attenuated = 0;
    for (int i = 0; factor >= 0 && factor < width && i < rows; i++) {
      attenuated += data.at(i * width + factor) == 1 ? 0 : 1;
    }
    if (attenuated > 0) {
      warnings.add(
          "An absorber was in the beam at "
              + attenuated
              + " points; counts are as the file gives them.");
    }
  }

  private void row(XmlWalk at) {
    int columnsOfRow = data.size() - rows * width;
    if (rows == 0) {
      width = data.size();
    } else if (columnsOfRow != width) {
      throw new MatterException(
          "Datum "
              + (rows + 1)
              + " has "
              + columnsOfRow
              + " values, those before have "
              + width
              + ".",
          at.place(),
          "Export the measurement again.");
    }
    if (width == 0) {
      throw new MatterException(
          "Datum " + (rows + 1) + " is empty.", at.place(), "Export the measurement again.");
    }
    rows++;
  }

  private void view(XmlWalk at) {
    viewStart = whole(at, "Start");
    if (at.type().startsWith("Recorded") && recorded < 0) {
      recorded = viewStart;
      recordedLength = whole(at, "Length");
    }
    if (!at.attribute("LogicName").isEmpty()) {
      columns.putIfAbsent(at.attribute("LogicName"), viewStart);
    }
  }

  /** The fields of a view stand in adjacent columns, in the order of their definitions. */
  private void field(XmlWalk at) {
    if (at.within("RawDataView")) {
      String name = at.attribute("AxisId").isEmpty() ? "FieldName" : "AxisId";
      columns.putIfAbsent(at.attribute(name), viewStart);
      viewStart++;
    }
  }

  private int whole(XmlWalk at, String name) {
    String text = at.attribute(name);
    if (!text.matches("\\d{1,9}")) {
      throw new MatterException(
          "The " + name + " of a data view is '" + Shown.text(text) + "', not a whole number.",
          at.place(),
          "Export the measurement again.");
    }
    return Integer.parseInt(text);
  }

  private static ScanAxis axis(XmlWalk at) {
    String id = at.attribute("AxisId");
    return new ScanAxis(id.isEmpty() ? at.attribute("AxisName") : id, at.attribute("Unit"));
  }

  private void limit(XmlWalk at, String text) {
    boolean scale = at.parent().equals("ScaleAxisInfo") && !scales.isEmpty();
    boolean scan = at.parent().equals("ScanAxisInfo") && !scanned.isEmpty();
    if (!scale && !scan) {
      return;
    }
    ScanAxis axis = scale ? scales.get(scales.size() - 1) : scanned.get(scanned.size() - 1);
    axis.set(at.name(), DecimalNumber.parse(text, at.name() + " of " + axis.name, at.place()));
  }

  private void keep(String name, String text) {
    if (!text.isEmpty()) {
      metadata.put(name, text);
    }
  }

  private MatterException unclear(String what) {
    return new MatterException(
        "The data route " + what + ".", place, "Export it as .xy or .raw instead.");
  }

  /** An axis and its limits, 0 where the file gives none. */
  private static final class ScanAxis {
    private final String name;
    private final String unit;
    private double start;
    private double stop;
    private double increment;

    ScanAxis(String name, String unit) {
      this.name = name;
      this.unit = unit.isEmpty() ? ScanRange.DEGREE : unit;
    }

    void set(String limit, double value) {
      switch (limit) {
        case "Start" -> start = value;
        case "Stop" -> stop = value;
        default -> increment = value;
      }
    }
  }
}
