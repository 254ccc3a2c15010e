package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

/** One data group of an Athena project, as its lines come. */
final class AthenaGroup {
  private final String name;
  private final Place place;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Map<String, double[]> arrays = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  AthenaGroup(String name, Place place) {
    this.name = name;
    this.place = place;
  }

  /**
   * @param array its name: args, x, y, stddev; others are not kept
   */
  void accept(String array, PerlList list) {
    switch (array) {
      case "args" -> parameters(list);
      case "x", "y", "stddev" -> {
        places.put(array, list.place());
        arrays.put(array, numbers(array, list));
      }
      default -> {
        // The intensities that y was computed from.
      }
    }
  }

  private void parameters(PerlList list) {
    List<String> items = list.rest();
    if (items.size() % 2 != 0) {
      throw new MatterException(
          "The parameters (@args) are " + items.size() + " items, which are no pairs.",
          list.place(),
          "Give a name and a value for each.");
    }
    for (int i = 0; i < items.size(); i += 2) {
      if (!items.get(i + 1).isBlank()) {
        parameters.put(items.get(i), items.get(i + 1));
      }
    }
  }

  private static double[] numbers(String array, PerlList list) {
    String what = "number of @" + array;
    double[] numbers = new double[512];
    int size = 0;
    while (list.next()) {
      numbers = size == numbers.length ? Arrays.copyOf(numbers, 2 * size) : numbers;
      numbers[size++] = list.number(what);
    }
    return Arrays.copyOf(numbers, size);
  }

  /** Refuses a group that was begun and not recorded. */
  void requireRecord() {
    throw new MatterException(
        "The group '" + Shown.text(name) + "' is not ended by [record].",
        place,
        "Copy the file again; it is cut off.");
  }

  Measurement measurement() {
    double[] x = array("x");
    double[] y = array("y");
    requireEqual(x, y, "y");
    List<String> warnings = new ArrayList<>();
    boolean wave = isChi();
    Axis axis = axis(x, wave);
    String id = parameters.getOrDefault("label", name);
    double shift = shift();
    if (shift != 0) {
      warnings.add(
          "The energies are as stored; Athena shifts them by " + shift + " eV (bkg_eshift).");
    }
    double[] deviations = arrays.getOrDefault("stddev", new double[0]);
    if (deviations.length > 0 && deviations.length != x.length) {
      warnings.add(
          "There are "
              + x.length
              + " points and "
              + deviations.length
              + " deviations (@stddev), which are left out.");
      deviations = new double[0];
    }
    return new Measurement(
        id,
        Measurement.Kind.XRAY_ABSORPTION,
        new Spectrum(axis, y, wave ? "chi" : quantity(), "1", Map.of("id", id)),
        deviations,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        parameters,
        place,
        warnings);
  }

  private boolean isChi() {
    return parameters.getOrDefault("is_chi", "0").equals("1")
        || parameters.getOrDefault("datatype", "").equals("chi");
  }

  private String quantity() {
    boolean normalised =
        parameters.getOrDefault("is_nor", "0").equals("1")
            || parameters.getOrDefault("datatype", "").equals("norm");
    return normalised ? "normalised absorption" : "absorption";
  }

  private double shift() {
    String text = parameters.getOrDefault("bkg_eshift", "0");
    return !isChi() && DecimalNumber.isNumber(text) ? Double.parseDouble(text) : 0;
  }

  private double[] array(String array) {
    double[] found = arrays.getOrDefault(array, new double[0]);
    if (found.length == 0) {
      throw new MatterException(
          "The group '" + Shown.text(name) + "' has no numbers in @" + array + ".",
          place,
          "Save the project again in Athena.");
    }
    return found;
  }

  private void requireEqual(double[] x, double[] other, String array) {
    if (x.length != other.length) {
      throw new MatterException(
          "There are "
              + x.length
              + " numbers in @x and "
              + other.length
              + " in @"
              + array
              + " of the group '"
              + Shown.text(name)
              + "'.",
          places.getOrDefault(array, place),
          "Give one for each point.");
    }
  }

  private Axis axis(double[] x, boolean wave) {
    try {
      return wave ? new Axis("wavenumber", "1/Å", x) : new Axis("energy", "eV", x);
    } catch (MatterException e) {
      throw new MatterException(
          "In the group '" + Shown.text(name) + "': " + e.what(),
          places.getOrDefault("x", place),
          e.mend(),
          e);
    }
  }
}
