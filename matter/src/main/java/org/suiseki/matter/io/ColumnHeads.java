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
import org.suiseki.matter.io.Measurement.Kind;

/** What the lines above the numbers say: names of columns, and other data by their names. */
final class ColumnHeads {
  private static final Pattern MARKER = Pattern.compile("^[\\s#!;%'*/@&]+");
  private static final Pattern PREFIX =
      Pattern.compile("(?i)^(column ?labels?|columns|legend|L)\\s*[:=]\\s*|^L\\s+");
  private static final Pattern PAIR =
      Pattern.compile("^\"?([\\p{L}_][^:=\"]{0,59}?)\"?\\s*[:=]\\s*(.*)$");
  private static final Pattern EXCLUDED_COLUMN =
      Pattern.compile(
          "(?i).*(esd|e\\.s\\.d|sigma|error|err|std|uncert|\u03c3|deviation).*|d[iy]|[se]");
  private static final Pattern VALUES =
      Pattern.compile(
          "(?i)(x?mu\\b|\u00b5|mutrans|abs|norm|xanes|intensity|counts|cps|int\\b|chi\\b|y\\b|i\\b).*");
  private static final Pattern ABSORPTION =
      Pattern.compile("(?i).*(mu\\b|xmu|xanes|abs|tey|tfy|norm|fluo|chi\\b).*");
  private static final Pattern TWO_THETA =
      Pattern.compile(
          ".*(\\b2[-_ *]*th(eta)?\\b|2[-_ *]*theta|2[-_ ]?\u03b8|two[-_ ]?theta|\\btth\\b|ttheta).*|angles?\\b.*");
  private static final Pattern WAVELENGTH =
      Pattern.compile(
          "(?i)(?:.*\\b)?(?:wave[ _-]?length|lambda)(?: ?\\(?(\u00e5|a|angstroms?|nm)\\)?)?");
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)(?:scan )?(?:count(?:ing)? ?time|step ?time|time per step|scan step time|dwell time|exposure time)(?: ?[\\[(]?(?:s|sec|seconds)[\\])]?)?");

  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> pairs = new LinkedHashMap<>();

  /** Takes a line over the numbers. */
  void add(String line, ColumnLayout layout) {
    String bare = MARKER.matcher(line).replaceFirst("").strip();
    if (bare.isEmpty()) {
      return;
    }
    lines.add(bare);
    Matcher pair = PAIR.matcher(bare);
    if (pair.matches()) {
      pairs.putIfAbsent(pair.group(1).strip(), pair.group(2).strip());
    } else if (layout.delimiter() != '\0') {
      String[] fields = bare.split(Pattern.quote(String.valueOf(layout.delimiter())), 3);
      if (fields.length == 2 && !fields[0].isEmpty() && Character.isLetter(fields[0].charAt(0))) {
        pairs.putIfAbsent(unquoted(fields[0]), unquoted(fields[1]));
      }
    }
  }

  /** Whether they name a region, as comments do that begin one. */
  boolean nameRegion() {
    return pairs.containsKey("Region");
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /**
   * The names of the columns; empty where no line names an axis and at most as many columns as
   * there are.
   */
  List<String> labels(ColumnLayout layout, int columns) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i);
      Matcher prefix = PREFIX.matcher(line);
      String bare = prefix.replaceFirst("");
      if (bare.equals(line) && PAIR.matcher(line).matches()) {
        continue;
      }
      List<String> labels = split(bare, layout);
      if (labels.size() > 1 && labels.size() <= columns && axis(labels.get(0)).isPresent()) {
        return labels;
      }
    }
    return List.of();
  }

  private static List<String> split(String line, ColumnLayout layout) {
    String[] parts;
    if (layout.delimiter() != '\0' && line.indexOf(layout.delimiter()) >= 0) {
      parts = line.split(Pattern.quote(String.valueOf(layout.delimiter())));
    } else if (line.indexOf('\t') >= 0) {
      parts = line.split("\t+");
    } else if (line.contains("  ")) {
      parts = line.split(" {2,}");
    } else {
      parts = line.split(" +(?![(\\[])");
    }
    List<String> labels = new ArrayList<>();
    for (String part : parts) {
      labels.add(unquoted(part));
    }
    return labels;
  }

  private static String unquoted(String field) {
    return field.strip().replaceAll("^\"|\"$", "").strip();
  }

  /** Whether the line above the numbers gives other names to all their columns. */
  boolean namesOthers(ColumnLayout layout, int columns) {
    if (layout.delimiter() == '\0' || lines.isEmpty()) {
      return false;
    }
    String last = lines.get(lines.size() - 1);
    return columns > 2
        && last.split(Pattern.quote(String.valueOf(layout.delimiter())), -1).length == columns;
  }

  /** Where the values stand among the columns, from 0; the second unless another is named so. */
  static int valueColumn(List<String> labels) {
    for (int i = 1; i < labels.size(); i++) {
      if (VALUES.matcher(labels.get(i)).matches() && !isDeviation(labels.get(i))) {
        return i;
      }
    }
    return 1;
  }

  static boolean isDeviation(String label) {
    return EXCLUDED_COLUMN.matcher(label).matches();
  }

  /** What the columns mean; empty where they are not named and no other line names the axis. */
  Optional<PatternPoints.Meaning> meaning(List<String> labels) {
    Optional<PatternPoints.Meaning> axis =
        labels.isEmpty() ? Optional.empty() : axis(labels.get(0));
    for (String line : lines) {
      String small = line.toLowerCase(Locale.ROOT);
      if (small.startsWith("values in binding energy")
          || small.startsWith("values in kinetic energy")
          || axis.isEmpty() && small.matches("2[- ]?theta( angle)?\\W*(degrees?|\u00b0)?\\W*")) {
        axis = axis(small.startsWith("values in ") ? small.substring(10) : small);
      }
    }
    String value = labels.isEmpty() ? "" : labels.get(valueColumn(labels));
    return axis.map(found -> withValues(found, value));
  }

  private static PatternPoints.Meaning withValues(PatternPoints.Meaning axis, String label) {
    String small = label.toLowerCase(Locale.ROOT);
    String unit =
        small.contains("counts/s") || small.contains("cps")
            ? "counts/s"
            : small.contains("count") || small.contains("cts") ? "counts" : "a.u.";
    boolean absorption =
        axis.kind() == Kind.SPECTRUM
            && (axis.axis().equals("energy") || axis.axis().equals("k"))
            && ABSORPTION.matcher(label).matches();
    return new PatternPoints.Meaning(
        absorption ? Kind.XRAY_ABSORPTION : axis.kind(),
        axis.axis(),
        axis.axisUnit(),
        absorption ? "absorption" : "intensity",
        unit);
  }

  private static Optional<PatternPoints.Meaning> axis(String label) {
    String small = label.toLowerCase(Locale.ROOT).strip();
    if (small.length() > 60) {
      return Optional.empty();
    }
    if (TWO_THETA.matcher(small).matches()) {
      return axis(
          Kind.DIFFRACTION, "two-theta", small.contains("centideg") ? "0.01 degree" : "degree");
    }
    boolean energyUnit = small.matches(".*\\b(ke|me|e)v\\b.*|.*_(k|m)?ev\\b.*");
    if (small.contains("energy") || energyUnit && !small.contains("v)/")) {
      String unit = small.matches(".*kev.*") ? "keV" : small.matches(".*mev.*") ? "meV" : "eV";
      String name =
          small.contains("binding")
              ? "binding energy"
              : small.contains("kinetic")
                  ? "kinetic energy"
                  : small.contains("loss") ? "energy loss" : "energy";
      return axis(
          name.equals("energy loss") ? Kind.ELECTRON_ENERGY_LOSS : Kind.SPECTRUM, name, unit);
    }
    if (small.matches(".*(wave ?number|cm-1|cm\\^-?1|1/cm|cm\u207b\u00b9).*")) {
      return axis(Kind.SPECTRUM, small.contains("raman") ? "Raman shift" : "wavenumber", "1/cm");
    }
    if (small.matches("wave ?length.*")) {
      return axis(Kind.SPECTRUM, "wavelength", small.contains("nm") ? "nm" : "\u00c5");
    }
    if (small.matches("q\\b.*")) {
      return axis(Kind.DIFFRACTION, "Q", small.contains("nm") ? "1/nm" : "1/\u00c5");
    }
    if (small.matches("d([- ]?spacing)?( ?[\\[(/].*)?")) {
      return axis(Kind.DIFFRACTION, "d", "\u00c5");
    }
    if (small.matches("(tof|time[- ]of[- ]flight).*")) {
      return axis(Kind.DIFFRACTION, "time-of-flight", "\u00b5s");
    }
    return small.matches("k( ?[\\[(].*)?")
        ? axis(Kind.SPECTRUM, "k", "1/\u00c5")
        : Optional.empty();
  }

  private static Optional<PatternPoints.Meaning> axis(Kind kind, String name, String unit) {
    return Optional.of(new PatternPoints.Meaning(kind, name, unit, "intensity", "a.u."));
  }

  /** Of the mean line, in Å, where a line names it. */
  OptionalDouble wavelength() {
    OptionalDouble first = named("K-Alpha1 wavelength");
    OptionalDouble second = named("K-Alpha2 wavelength");
    OptionalDouble ratio = named("Ratio K-Alpha2/K-Alpha1");
    if (first.isPresent() && second.isPresent() && ratio.isPresent()) {
      double weight = ratio.getAsDouble();
      return OptionalDouble.of(
          (first.getAsDouble() + weight * second.getAsDouble()) / (1 + weight));
    }
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      Matcher key = WAVELENGTH.matcher(pair.getKey());
      if (key.matches()) {
        String unit = key.group(1) == null ? "" : key.group(1);
        return length(pair.getValue(), unit);
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble length(String text, String unit) {
    OptionalDouble number = leading(text);
    boolean nanometres = unit.equalsIgnoreCase("nm") || text.matches(".*\\d ?nm\\b.*");
    double angstroms = number.orElse(0) * (nanometres ? 10 : 1);
    return angstroms > 0 ? OptionalDouble.of(angstroms) : OptionalDouble.empty();
  }

  /** In s, where a line names it. */
  OptionalDouble countingTime() {
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      if (TIME.matcher(pair.getKey()).matches()) {
        OptionalDouble time = leading(pair.getValue());
        return time.orElse(0) > 0 ? time : OptionalDouble.empty();
      }
    }
    return OptionalDouble.empty();
  }

  private OptionalDouble named(String key) {
    String value = pairs.get(key);
    return value == null ? OptionalDouble.empty() : leading(value);
  }

  /** The number that a text begins with. */
  static OptionalDouble leading(String text) {
    Matcher number =
        Pattern.compile(
                "^\"?\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?)(?![\\d.]|,\\d).*")
            .matcher(text);
    if (!number.matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(number.group(1));
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** By the names in the file; the lines without a name under {@code comment}. */
  Map<String, String> metadata(List<String> labels) {
    Map<String, String> all = new LinkedHashMap<>(pairs);
    StringBuilder comment = new StringBuilder();
    for (String line : lines) {
      if (!PAIR.matcher(line).matches() && comment.length() < 4000) {
        comment.append(comment.length() == 0 ? "" : "\n").append(line);
      }
    }
    if (comment.length() > 0) {
      all.putIfAbsent("comment", comment.toString());
    }
    if (!labels.isEmpty()) {
      all.putIfAbsent("columns", String.join(", ", labels));
    }
    return all;
  }
}
