package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

/**
 * A file of two columns, energy and intensity, set apart by tab, semicolon, comma or blanks. Lines
 * that start with {@code #} or {@code %} are comments; one head line may come before the numbers. A
 * unit in brackets behind the word energy, in the head or in a comment, is obeyed, and so is the
 * word eV or keV in the head of the first column; else the energies are in eV.
 */
final class TwoColumns {
  private static final Pattern ENERGY_UNIT =
      Pattern.compile(
          "energy[^,;\\t\\[(]*[\\[(]\\s*([^\\])]*?)\\s*[\\])]", Pattern.CASE_INSENSITIVE);

  private final List<double[]> points = new ArrayList<>();
  private Optional<String> unit = Optional.empty();
  private boolean headSeen;

  private TwoColumns() {}

  /**
   * @param found is told of a head without a unit
   */
  static Spectrum read(BoundedLines lines, String id, String source, FoundSpectra found) {
    TwoColumns columns = new TwoColumns();
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      columns.accept(line.get().strip(), lines.place());
    }
    Spectrum spectrum = columns.spectrum(id, source);
    if (columns.headSeen && columns.unit.isEmpty()) {
      found.assumeElectronvolt(source);
    }
    return spectrum;
  }

  private void accept(String line, Place place) {
    if (line.isEmpty()) {
      return;
    }
    if (isComment(line)) {
      noteUnit(line);
      return;
    }
    String[] cells = cells(line);
    if (points.isEmpty() && !headSeen && !DecimalNumber.isNumber(cells[0])) {
      headSeen = true;
      noteUnit(line);
      unit = unit.or(() -> EnergyUnit.ofHead(cells[0]));
      return;
    }
    if (cells.length != 2) {
      throw new MatterException(
          "The line has " + cells.length + " column(s).", place, "Give two: energy and intensity.");
    }
    addPoint(
        DecimalNumber.parse(cells[0], "energy", place) * EnergyUnit.toElectronvolt(unit, place),
        DecimalNumber.parse(cells[1], "intensity", place),
        place);
  }

  private void addPoint(double energy, double intensity, Place place) {
    if (!points.isEmpty() && energy <= points.get(points.size() - 1)[0]) {
      double before = points.get(points.size() - 1)[0];
      throw new MatterException(
          "The energies do not rise: " + energy + " eV comes after " + before + " eV.",
          place,
          "Sort the lines by energy and keep one line for each.");
    }
    points.add(new double[] {energy, intensity});
  }

  private void noteUnit(String line) {
    Matcher matcher = ENERGY_UNIT.matcher(line);
    if (matcher.find()) {
      unit = Optional.of(matcher.group(1));
    }
  }

  static boolean isComment(String line) {
    String text = line.strip();
    return text.startsWith("#") || text.startsWith("%");
  }

  /** What stands between tabs, else semicolons, else commas, else blanks; stripped. */
  static String[] cells(String line) {
    for (String separator : new String[] {"\t", ";", ","}) {
      if (line.contains(separator)) {
        return Arrays.stream(line.split(separator, -1)).map(String::strip).toArray(String[]::new);
      }
    }
    return line.split("\\s+", -1);
  }

  private Spectrum spectrum(String id, String source) {
    if (points.size() < 2) {
      throw new MatterException(
          "The file has " + points.size() + " point(s) of a spectrum.",
          Place.of(source),
          "Give two columns, energy [eV] and intensity, with at least two lines.");
    }
    double[] energy = points.stream().mapToDouble(point -> point[0]).toArray();
    double[] intensity = points.stream().mapToDouble(point -> point[1]).toArray();
    return MeasuredSpectrum.named(id, source, new Axis("energy", "eV", energy), intensity);
  }
}
