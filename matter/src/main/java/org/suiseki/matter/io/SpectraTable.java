package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * {@code spectra.csv}: the first column is the energy, headed {@code energy [eV]}; every other
 * column is the spectrum of the id at its head. An empty cell means that the spectrum has no point
 * there. Lines that start with {@code #} or {@code %} are comments.
 */
final class SpectraTable {
  private final BoundedLines lines;
  private final String source;
  private final SeparatedLine format;
  private final List<String> ids;
  private final Optional<String> unit;
  private final double scale;
  private final List<double[]> rows = new ArrayList<>();
  private final Map<Integer, MatterException> bad = new HashMap<>();

  private SpectraTable(BoundedLines lines, String source) {
    this.lines = lines;
    this.source = source;
    String head = nextFilled().orElseThrow(() -> empty(source));
    this.format = SeparatedLine.like(head);
    List<String> names = format.split(head, lines.place());
    requireHead(names);
    this.unit = EnergyUnit.ofHead(names.get(0));
    this.scale = EnergyUnit.toElectronvolt(unit, lines.place());
    this.ids = names.subList(1, names.size());
    for (int column = 1; column < names.size(); column++) {
      if (names.get(column).isEmpty()) {
        bad.put(
            column,
            new MatterException(
                "Column " + (column + 1) + " has no head.",
                lines.place(),
                "Head it with the id of its spectrum."));
      }
    }
  }

  static FoundSpectra read(BoundedLines lines, String source) {
    SpectraTable table = new SpectraTable(lines, source);
    for (Optional<String> line = table.nextFilled(); line.isPresent(); line = table.nextFilled()) {
      table.addRow(table.format.split(line.get(), lines.place()));
    }
    return table.columns();
  }

  private Optional<String> nextFilled() {
    Optional<String> line = lines.next();
    while (line.isPresent() && (line.get().isBlank() || TwoColumns.isComment(line.get()))) {
      line = lines.next();
    }
    return line;
  }

  private void requireHead(List<String> names) {
    if (names.size() < 2 || DecimalNumber.isNumber(names.get(0))) {
      throw new MatterException(
          "The first line holds "
              + names.size()
              + " column(s) and starts with '"
              + names.get(0)
              + "'.",
          lines.place(),
          "Head the first column 'energy [eV]' and each other column with the id of its spectrum.");
    }
  }

  private void addRow(List<String> cells) {
    Place place = lines.place();
    if (cells.size() != ids.size() + 1) {
      throw new MatterException(
          "The line has " + cells.size() + " cells where the head has " + (ids.size() + 1) + ".",
          place,
          "Give every column a cell; an empty one means no point there.");
    }
    double[] row = new double[cells.size()];
    row[0] = scale * DecimalNumber.parse(cells.get(0), "energy", place);
    requireRising(row[0], place);
    for (int column = 1; column < row.length; column++) {
      row[column] = cell(cells.get(column), column, place);
    }
    rows.add(row);
  }

  private void requireRising(double energy, Place place) {
    if (!rows.isEmpty() && energy <= rows.get(rows.size() - 1)[0]) {
      double before = rows.get(rows.size() - 1)[0];
      throw new MatterException(
          "The energies do not rise: " + energy + " eV comes after " + before + " eV.",
          place,
          "Sort the lines by energy and keep one line for each.");
    }
  }

  private double cell(String text, int column, Place place) {
    if (text.isEmpty()) {
      return Double.NaN;
    }
    try {
      return DecimalNumber.parse(text, "intensity of '" + ids.get(column - 1) + "'", place);
    } catch (MatterException e) {
      bad.putIfAbsent(column, e);
      return Double.NaN;
    }
  }

  private FoundSpectra columns() {
    FoundSpectra found = new FoundSpectra(source);
    if (rows.size() < 2) {
      throw empty(source);
    }
    if (unit.isEmpty()) {
      found.assumeElectronvolt(source);
    }
    Axis shared = axis(rows.stream().mapToDouble(row -> row[0]).toArray());
    for (int column = 1; column <= ids.size(); column++) {
      String id = ids.get(column - 1);
      MatterException error = bad.get(column);
      if (error != null) {
        found.addBad(id, error);
        continue;
      }
      try {
        found.add(
            id,
            MeasuredSpectrum.named(id, source, axisOf(column, shared), valuesOf(column)),
            Place.line(source, 1));
      } catch (MatterException e) {
        found.addBad(
            id,
            new MatterException("Column '" + id + "': " + e.what(), Place.of(source), e.mend(), e));
      }
    }
    return found;
  }

  private Axis axisOf(int column, Axis shared) {
    double[] energies =
        rows.stream()
            .filter(row -> !Double.isNaN(row[column]))
            .mapToDouble(row -> row[0])
            .toArray();
    return energies.length == shared.length() ? shared : axis(energies);
  }

  private double[] valuesOf(int column) {
    return Arrays.stream(rows.stream().mapToDouble(row -> row[column]).toArray())
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private static Axis axis(double[] energies) {
    return new Axis("energy", "eV", energies);
  }

  private static MatterException empty(String source) {
    return new MatterException(
        "There are no spectra in it.",
        Place.of(source),
        "Give a line of heads ('energy [eV]' and ids) and at least two lines of numbers.");
  }
}
