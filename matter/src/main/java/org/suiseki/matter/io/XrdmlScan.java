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

/** The data points of one scan of an XRDML document, while its elements pass. */
final class XrdmlScan {
  final Place place;
  final Map<String, String> metadata = new LinkedHashMap<>();
  final List<String> warnings = new ArrayList<>();

  private final List<Positions> axes = new ArrayList<>();
  private final NumberList values = new NumberList("intensities");
  private final NumberList factors = new NumberList("beam attenuation factors");
  private final NumberList times = new NumberList("counting times");
  private boolean raw;
  private String unit = ScanRange.COUNTS;
  private Place valuesAt;

  XrdmlScan(Place place) {
    this.place = place;
    this.valuesAt = place;
  }

  boolean isEmpty() {
    return values.size() == 0;
  }

  Optional<NumberList> begins(XmlWalk at) {
    return switch (at.name()) {
      case "positions" -> {
        axes.add(new Positions(at.attribute("axis"), at.attribute("unit")));
        yield Optional.empty();
      }
      case "startPosition", "endPosition", "commonPosition", "listPositions", "unspacedPositions" ->
          axes.isEmpty() ? Optional.empty() : Optional.of(last().list(at.name()));
      case "counts", "intensities" -> Optional.of(values(at));
      case "beamAttenuationFactors", "commonBeamAttenuationFactor" -> Optional.of(factors);
      case "countingTimes", "commonCountingTime" -> Optional.of(times);
      default -> Optional.empty();
    };
  }

  void ends(XmlWalk at, String text) {
    if (at.name().contains("DivergenceCorrection") && !text.equals("1")) {
      warnings.add(
          "The file gives divergence corrections, which are not applied ("
              + at.name()
              + ", line "
              + at.place().line()
              + ").");
    }
  }

  /**
   * @throws MatterException where positions are missing or are not one for each value
   */
  Spectrum spectrum() {
    Positions axis = axis();
    double[] intensities = values.toArray();
    if (raw) {
      attenuate(intensities);
    }
    return ScanRange.spectrum(
        ScanRange.axisName(axis.name),
        ScanRange.unitName(axis.unit),
        axis.of(intensities.length, valuesAt),
        intensities,
        unit,
        warnings,
        valuesAt);
  }

  /** Empty where each point has its own. */
  OptionalDouble countingTime() {
    if (times.size() == 0) {
      return OptionalDouble.empty();
    }
    double least = times.at(0);
    double most = least;
    for (int i = 1; i < times.size(); i++) {
      least = Math.min(least, times.at(i));
      most = Math.max(most, times.at(i));
    }
    if (least == most) {
      return least > 0 ? OptionalDouble.of(least) : OptionalDouble.empty();
    }
    warnings.add("The counting time runs from " + least + " to " + most + " s.");
    return OptionalDouble.empty();
  }

  private NumberList values(XmlWalk at) {
    if (values.size() > 0) {
      throw new MatterException(
          "The scan has its intensities twice.", at.place(), "Leave one list out.");
    }
    raw = at.name().equals("counts");
    valuesAt = at.place();
    unit = at.attribute("unit").equals("cps") ? "counts/s" : ScanRange.COUNTS;
    return values;
  }

  private Positions last() {
    return axes.get(axes.size() - 1);
  }

  /** 2θ where it moves; else the axis that was scanned; else the first that moves. */
  private Positions axis() {
    Optional<Positions> chosen =
        moving(ScanRange.TWO_THETA)
            .or(() -> moving(ScanRange.axisName(metadata.getOrDefault("scanAxis", ""))))
            .or(() -> axes.stream().filter(Positions::moves).findFirst());
    return chosen.orElseThrow(() ->
        new MatterException(
            "The scan has "
                + values.size()
                + " intensities but no axis that moves; start and end, or a list, are missing.",
            place,
            "Export the scan with its positions."));
  }

  private Optional<Positions> moving(String name) {
    return axes.stream()
        .filter(axis -> axis.moves() && ScanRange.axisName(axis.name).equals(name))
        .findFirst();
  }

  private void attenuate(double[] counts) {
    if (factors.size() == 0) {
      return;
    }
    if (factors.size() != 1 && factors.size() != counts.length) {
      throw new MatterException(
          "The scan has "
              + counts.length
              + " counts but "
              + factors.size()
              + " beam attenuation factors.",
          valuesAt,
          "Give one factor for each point, or one for all.");
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] *= factors.at(factors.size() == 1 ? 0 : i);
    }
  }

  /** Where one axis stood. */
  private static final class Positions {
    private final String name;
    private final String unit;
    private final Map<String, NumberList> lists = new LinkedHashMap<>();

    Positions(String name, String unit) {
      this.name = name;
      this.unit = unit;
    }

    NumberList list(String element) {
      return lists.computeIfAbsent(element, key -> new NumberList("positions of " + name));
    }

    boolean moves() {
      NumberList listed = listed();
      if (listed.size() > 1) {
        return listed.at(0) != listed.at(listed.size() - 1);
      }
      return one("startPosition") && one("endPosition") && first() != last();
    }

    double[] of(int points, Place place) {
      NumberList listed = listed();
      if (listed.size() == 0) {
        return ScanRange.between(first(), last(), points);
      }
      if (listed.size() != points) {
        throw new MatterException(
            "The scan has " + points + " intensities but " + listed.size() + " positions.",
            place,
            "Give one position for each intensity.");
      }
      return listed.toArray();
    }

    private boolean one(String element) {
      return list(element).size() == 1;
    }

    private double first() {
      return list("startPosition").at(0);
    }

    private double last() {
      return list("endPosition").at(0);
    }

    private NumberList listed() {
      NumberList listed = list("listPositions");
      return listed.size() > 0 ? listed : list("unspacedPositions");
    }
  }
}
