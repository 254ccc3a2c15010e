package org.suiseki.matter.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What the conditions of a RASX archive say of one profile, gathered as their elements pass. */
final class RasxConditions implements XmlWalk.Visitor {
  private static final Set<String> KEPT =
      Set.of("GeneralInformation", "XrayGenerator", "ScanInformation", "SampleInformation");

  private final Map<String, String> values = new LinkedHashMap<>();

  @Override
  public Optional<NumberList> begins(XmlWalk at) {
    return Optional.empty();
  }

  @Override
  public void ends(XmlWalk at, String text) {
    if (KEPT.contains(at.parent()) && !text.isEmpty()) {
      values.putIfAbsent(at.name(), text);
    }
  }

  Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>(values);
    lines().describe(metadata);
    return metadata;
  }

  Optional<String> sample() {
    return Optional.ofNullable(values.get("SampleName"));
  }

  /** Two-theta where the conditions are missing; nearly all profiles are over it. */
  String axis() {
    return ScanRange.axisName(text("AxisName", ScanRange.TWO_THETA));
  }

  String unit() {
    return ScanRange.unitName(text("PositionUnit", ScanRange.DEGREE));
  }

  String valueUnit() {
    return text("IntensityUnit", ScanRange.COUNTS).equals("cps") ? "counts/s" : ScanRange.COUNTS;
  }

  /**
   * Of a continuous scan, the step over the speed; of a step scan, the speed itself where its unit
   * is a time.
   */
  OptionalDouble countingTime() {
    double speed = number("Speed");
    double step = number("Step");
    if (!(speed > 0)) {
      return OptionalDouble.empty();
    }
    double seconds =
        switch (text("SpeedUnit", "")) {
          case "deg/min" -> 60 * step / speed;
          case "deg/sec", "deg/s" -> step / speed;
          case "sec", "s" -> speed;
          case "min" -> 60 * speed;
          default -> 0;
        };
    return seconds > 0 && Double.isFinite(seconds)
        ? OptionalDouble.of(seconds)
        : OptionalDouble.empty();
  }

  /** The file has no ratio; the beam is one line where it says so. */
  EmissionLines lines() {
    String wave = text("WaveType", "");
    double beta = number("WavelengthKbeta");
    if (wave.equalsIgnoreCase("Kb") || wave.equalsIgnoreCase("Kbeta")) {
      return new EmissionLines(beta, 0, 0, beta, -1);
    }
    boolean one = wave.equalsIgnoreCase("Ka1") || wave.equalsIgnoreCase("Kalpha1");
    return new EmissionLines(
        0, number("WavelengthKalpha1"), number("WavelengthKalpha2"), beta, one ? 0 : -1);
  }

  private double number(String name) {
    String text = text(name, "0");
    return DecimalNumber.isNumber(text) ? Double.parseDouble(text) : 0;
  }

  private String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }
}
