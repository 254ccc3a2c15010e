package org.suiseki.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suiseki.describe.spectrum.FittedPeak;
import org.suiseki.describe.spectrum.FittedPeak.Measured;
import org.suiseki.describe.spectrum.FittedWindow;
import org.suiseki.describe.spectrum.FoundPeak;
import org.suiseki.describe.spectrum.PlaneSpacing;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.io.Measurement;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The peaks of one pattern or spectrum.
 *
 * @param file where it comes from
 * @param measurement as prepared
 * @param beam of which wavelength it is
 * @param noise by which peaks were told, for people
 * @param found all maxima and shoulders
 * @param windows as fitted; empty where no fit was asked for
 * @param warnings of the reader and of what was assumed
 */
record PeakReport(
    String file,
    Measurement measurement,
    PeakBeam beam,
    String noise,
    List<FoundPeak> found,
    Optional<List<FittedWindow>> windows,
    List<String> warnings)
    implements Results.Result {

  Optional<PlaneSpacing> spacing() {
    return PlaneSpacing.along(measurement.spectrum().axis(), beam.wavelength());
  }

  @Override
  public String text() {
    Spectrum spectrum = measurement.spectrum();
    Axis axis = spectrum.axis();
    Lines lines = new Lines();
    lines.head(file, measurement.id());
    lines.add(axis.name(), axis.first() + " to " + axis.last() + " " + axis.unit());
    lines.add(spectrum.quantity(), "in " + spectrum.unit());
    if (beam.wavelength().isPresent()) {
      lines.add("wavelength", beam.wavelength().getAsDouble() + " Å, by the " + beam.source());
    }
    lines.add("noise", noise);
    warnings.forEach(warning -> lines.add("warning", warning));
    List<List<String>> rows = new ArrayList<>();
    windows.ifPresentOrElse(all -> all.forEach(one -> addFitted(rows, one)), () -> addFound(rows));
    return lines + (rows.isEmpty() ? "  no peaks\n" : aligned(heads(), rows));
  }

  private List<String> heads() {
    Axis axis = measurement.spectrum().axis();
    List<String> heads = new ArrayList<>();
    heads.add(axis.name() + " [" + axis.unit() + "]");
    if (spacing().isPresent()) {
      heads.add("d [Å]");
    }
    heads.addAll(
        windows.isPresent()
            ? List.of("height", "width", "mixing", "area", "χ²/freedom", "")
            : List.of("height", "prominence", "width", "significance", ""));
    return heads;
  }

  private void addFound(List<List<String>> rows) {
    for (FoundPeak peak : found) {
      List<String> row = new ArrayList<>();
      row.add(String.format(Locale.ROOT, "%.4f", peak.position()));
      spacing().ifPresent(d -> row.add(String.format(Locale.ROOT, "%.5f", d.at(peak.position()))));
      row.add(String.format(Locale.ROOT, "%.4g", peak.height()));
      row.add(String.format(Locale.ROOT, "%.4g", peak.prominence()));
      row.add(String.format(Locale.ROOT, "%.3g", peak.width()));
      row.add(String.format(Locale.ROOT, "%.1f", peak.signalToNoise()));
      row.add(peak.shoulder() ? "shoulder" : "");
      rows.add(row);
    }
  }

  private void addFitted(List<List<String>> rows, FittedWindow window) {
    for (FittedPeak peak : window.peaks()) {
      Measured at = peak.position();
      List<String> row = new ArrayList<>();
      row.add(ConciseNumber.of(at.value(), at.deviation()));
      spacing()
          .ifPresent(d ->
              row.add(ConciseNumber.of(d.at(at.value()), d.deviation(at.value(), at.deviation()))));
      for (Measured one : List.of(peak.height(), peak.width(), peak.mixing(), peak.area())) {
        row.add(ConciseNumber.of(one.value(), one.deviation()));
      }
      row.add(String.format(Locale.ROOT, "%.2f", window.reducedChiSquare()));
      row.add(!window.converged() ? "not settled" : peak.settled() ? "" : "not told apart");
      rows.add(row);
    }
  }

  private static String aligned(List<String> heads, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(rows);
    all.add(0, heads);
    StringBuilder text = new StringBuilder();
    int last = heads.size() - 1;
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < last; i++) {
        int column = i;
        int width = all.stream().mapToInt(one -> one.get(column).length()).max().orElse(0);
        line.append("  ").append(" ".repeat(width - row.get(i).length())).append(row.get(i));
      }
      line.append("  ").append(row.get(last));
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  @Override
  public void writeTo(ObjectNode json) {
    Spectrum spectrum = measurement.spectrum();
    json.put("file", file).put("id", measurement.id()).put("kind", measurement.kind().text());
    json.putObject("axis")
        .put("name", spectrum.axis().name())
        .put("unit", spectrum.axis().unit())
        .put("from", spectrum.axis().first())
        .put("to", spectrum.axis().last());
    json.putObject("values").put("name", spectrum.quantity()).put("unit", spectrum.unit());
    if (beam.wavelength().isPresent()) {
      json.putObject("wavelength")
          .put("value", beam.wavelength().getAsDouble())
          .put("unit", "Å")
          .put("source", beam.source());
    } else {
      json.putNull("wavelength");
    }
    json.put("noise", noise);
    ArrayNode peaks = json.putArray("peaks");
    for (FoundPeak peak : found) {
      ObjectNode node = peaks.addObject().put("position", peak.position());
      spacing().ifPresent(d -> put(node, "d", d.at(peak.position())));
      node.put("height", peak.height())
          .put("prominence", peak.prominence())
          .put("width", peak.width())
          .put("significance", peak.signalToNoise())
          .put("shoulder", peak.shoulder());
    }
    windows.ifPresent(all -> writeTo(json.putArray("windows"), all));
    ArrayNode told = json.putArray("warnings");
    warnings.forEach(told::add);
  }

  private void writeTo(ArrayNode json, List<FittedWindow> all) {
    for (FittedWindow window : all) {
      ObjectNode node = json.addObject().put("from", window.from()).put("to", window.to());
      node.putArray("background").add(window.background()[0]).add(window.background()[1]);
      node.put("chiSquare", window.chiSquare()).put("freedom", window.freedom());
      node.put("converged", window.converged());
      ArrayNode peaks = node.putArray("peaks");
      for (FittedPeak peak : window.peaks()) {
        ObjectNode one = peaks.addObject();
        Measured at = peak.position();
        put(one, "position", at);
        spacing()
            .ifPresent(d ->
                put(
                    one,
                    "d",
                    new Measured(d.at(at.value()), d.deviation(at.value(), at.deviation()))));
        put(one, "height", peak.height());
        put(one, "width", peak.width());
        put(one, "mixing", peak.mixing());
        put(one, "area", peak.area());
        one.put("settled", peak.settled());
      }
    }
  }

  private static void put(ObjectNode json, String name, Measured number) {
    ObjectNode node = json.putObject(name);
    put(node, "value", number.value());
    put(node, "deviation", number.deviation());
  }

  private static void put(ObjectNode json, String name, double number) {
    if (Double.isFinite(number)) {
      json.put(name, number);
    } else {
      json.putNull(name);
    }
  }
}
