package org.suiseki.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.suiseki.explain.phases.Identification;
import org.suiseki.explain.phases.IdentifiedPhase;
import org.suiseki.explain.phases.MeasuredPattern;
import org.suiseki.explain.phases.UnexplainedPeak;
import org.suiseki.matter.Axis;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code suiseki identify} says of one pattern.
 *
 * @param name of the pattern
 * @param remarks on how it was read
 */
record IdentificationView(
    String name, MeasuredPattern pattern, Identification found, List<String> remarks)
    implements Results.Result {
  private static final int MOST_PEAKS = 8;
  private static final double LARGE_STRAIN = 0.7;

  /** In 1/cm: beyond, Brindley's correction for grains of 1 µm radius is 5 % or more. */
  private static final double CONTRAST = 345;

  private static final double MUCH_UNKNOWN = 0.2;
  private static final double PERCENT = 100;

  @Override
  public String text() {
    StringBuilder text = new StringBuilder(name).append(System.lineSeparator());
    Axis axis = pattern.spectrum().axis();
    add(
        text,
        "%s, %.2f° to %.2f°; Rwp %.1f %%, Rp %.1f %%, GoF %.2f; zero %+.3f°, displacement %+.3f°",
        pattern.radiation().name(),
        axis.first(),
        axis.last(),
        PERCENT * found.agreement().weighted(),
        PERCENT * found.agreement().plain(),
        found.agreement().goodness(),
        found.zero(),
        found.displacement());
    if (found.phases().isEmpty()) {
      add(text, "no candidate explains the pattern");
    } else {
      table().forEach(line -> add(text, "%s", line));
    }
    notes().forEach(note -> add(text, "%s", note));
    return text.toString();
  }

  private static void add(StringBuilder text, String line, Object... values) {
    text.append("  ").append(String.format(Locale.ROOT, line, values).stripTrailing());
    text.append(System.lineSeparator());
  }

  private List<String> table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("formula", "space group", "weight %", "±", "lattice %", "peaks", "candidate"));
    for (IdentifiedPhase phase : found.phases()) {
      rows.add(
          List.of(
              phase.candidate().formula(),
              phase.candidate().spaceGroup(),
              fixed(phase.weightPercent()),
              phase.deviation().isPresent() ? fixed(phase.deviation().getAsDouble()) : "",
              lattice(phase),
              phase.matched() + "/" + phase.visible(),
              phase.candidate().name()));
    }
    int[] width = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < width.length; i++) {
        width[i] = Math.max(width[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, width)).toList();
  }

  private static String line(List<String> row, int[] width) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < width.length; i++) {
      String blank = " ".repeat(width[i] - row.get(i).length());
      boolean number = i == 2 || i == 3;
      line.append(number ? blank + row.get(i) : row.get(i) + blank).append("  ");
    }
    return line.toString();
  }

  private static String lattice(IdentifiedPhase phase) {
    return phase.strains().stream()
        .map(one -> String.format(Locale.ROOT, "%s %+.2f", one.axis(), one.percent()))
        .collect(Collectors.joining(" "));
  }

  private static String fixed(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(remarks);
    found.phases().forEach(phase -> notes.addAll(notes(phase)));
    absorption().ifPresent(notes::add);
    if (found.incomplete()) {
      notes.add(unknown());
    }
    found
        .refused()
        .forEach(one -> notes.add("left out " + one.candidate().name() + ": " + one.reason()));
    if (!found.phases().isEmpty() && found.unexplainedShare() > MUCH_UNKNOWN) {
      notes.add("much is unexplained: weights are among the phases found, not of the sample");
    }
    if (!found.phases().isEmpty()) {
      notes.add(
          "weights are of the crystalline phases found, without amorphous parts and microabsorption;"
              + " ± is of the fit alone");
    }
    return notes;
  }

  private static List<String> notes(IdentifiedPhase phase) {
    String formula = phase.candidate().formula();
    List<String> notes = new ArrayList<>();
    if (!phase.alternatives().isEmpty()) {
      notes.add(
          formula
              + " could also be "
              + phase.alternatives().stream()
                  .map(IdentificationView::alternative)
                  .collect(Collectors.joining(", ")));
    }
    phase
        .orientation()
        .ifPresent(one ->
            notes.add(
                String.format(
                    Locale.ROOT,
                    "%s: preferred orientation along %s, March-Dollase r %.2f",
                    formula,
                    one.planes(),
                    one.march())));
    if (Math.abs(phase.strainPercent()) > LARGE_STRAIN) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s fits only with a lattice %+.1f %% from the candidate's: a solid solution,"
                  + " another temperature, or another phase",
              formula,
              phase.strainPercent()));
    }
    return notes;
  }

  /** Where grains of a few micrometres already falsify the weights. */
  private Optional<String> absorption() {
    double volume = 0;
    double mean = 0;
    for (IdentifiedPhase phase : found.phases()) {
      double part = phase.weightPercent() / phase.candidate().crystal().density();
      volume += part;
      mean += part * phase.absorption().orElse(0);
    }
    double average = mean / volume;
    boolean contrast =
        found.phases().stream()
            .flatMapToDouble(phase -> phase.absorption().stream())
            .anyMatch(one -> Math.abs(one - average) > CONTRAST);
    if (!contrast) {
      return Optional.empty();
    }
    return Optional.of(
        found.phases().stream()
            .map(phase ->
                String.format(
                    Locale.ROOT,
                    "%s %.0f/cm",
                    phase.candidate().formula(),
                    phase.absorption().orElse(0)))
            .collect(
                Collectors.joining(
                    ", ",
                    "phases absorb very differently (",
                    "): those that absorb more are found too light where grains are coarse")));
  }

  private static String alternative(IdentifiedPhase.Alternative one) {
    return String.format(
        Locale.ROOT,
        "%s (%s, score %.2f, lattice %+.1f %%)",
        one.candidate().formula(),
        one.candidate().name(),
        one.score(),
        one.strainPercent());
  }

  private String unknown() {
    List<UnexplainedPeak> peaks = found.unexplained();
    return String.format(
        Locale.ROOT,
        "unknown peaks remain: %d, %.1f %% of the height of all: %s%s",
        peaks.size(),
        PERCENT * found.unexplainedShare(),
        peaks.stream()
            .limit(MOST_PEAKS)
            .map(p ->
                String.format(
                    Locale.ROOT,
                    "%.2f° (d %.3f Å, %.1f %%)",
                    p.twoTheta(),
                    p.spacing(),
                    PERCENT * p.height()))
            .collect(Collectors.joining(", ")),
        peaks.size() > MOST_PEAKS ? ", …" : "");
  }

  @Override
  public void writeTo(ObjectNode node) {
    node.put("file", name).put("radiation", pattern.radiation().name());
    node.putObject("wavelength").put("value", pattern.radiation().wavelength()).put("unit", "Å");
    node.putObject("agreement")
        .put("rwp", found.agreement().weighted())
        .put("rp", found.agreement().plain())
        .put("goodnessOfFit", found.agreement().goodness());
    node.put("zeroShift", found.zero()).put("displacement", found.displacement());
    node.put("angleUnit", "degree");
    ArrayNode phases = node.putArray("phases");
    found.phases().forEach(phase -> write(phase, phases.addObject()));
    ObjectNode unknown = node.putObject("unknownPeaks");
    unknown.put("share", found.unexplainedShare());
    ArrayNode peaks = unknown.putArray("peaks");
    for (UnexplainedPeak peak : found.unexplained()) {
      peaks
          .addObject()
          .put("twoTheta", peak.twoTheta())
          .put("d", peak.spacing())
          .put("height", peak.height());
    }
    ArrayNode notes = node.putArray("notes");
    notes().forEach(notes::add);
  }

  private static void write(IdentifiedPhase phase, ObjectNode node) {
    node.put("candidate", phase.candidate().name());
    node.put("formula", phase.candidate().formula());
    node.put("spaceGroup", phase.candidate().spaceGroup());
    node.put("weightPercent", phase.weightPercent());
    optional(node, "deviation", phase.deviation());
    optional(node, "absorptionPerCentimetre", phase.absorption());
    node.put("strainPercent", phase.strainPercent());
    ObjectNode strains = node.putObject("axisStrainPercent");
    phase.strains().forEach(one -> strains.put(one.axis(), one.percent()));
    if (phase.orientation().isPresent()) {
      node.putObject("preferredOrientation")
          .put("planes", phase.orientation().get().planes())
          .put("march", phase.orientation().get().march());
    } else {
      node.putNull("preferredOrientation");
    }
    node.put("visiblePeaks", phase.visible()).put("matchedPeaks", phase.matched());
    ArrayNode others = node.putArray("couldAlsoBe");
    for (IdentifiedPhase.Alternative one : phase.alternatives()) {
      others
          .addObject()
          .put("candidate", one.candidate().name())
          .put("formula", one.candidate().formula())
          .put("score", one.score())
          .put("strainPercent", one.strainPercent());
    }
  }

  private static void optional(ObjectNode node, String name, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(name, value.getAsDouble());
    } else {
      node.putNull(name);
    }
  }
}
