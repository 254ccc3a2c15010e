package org.suiseki.study.xrd;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.suiseki.describe.spectrum.DiffractionAxis;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.io.PatternMatrix;

/** The lines of a matrix as patterns. */
final class MatrixPatterns {
  private final Path file;
  private final boolean counting;
  private final PatternFolder.Options options;
  private final PatternFolder folder;

  /**
   * @param counting whether its head gives no axis
   */
  MatrixPatterns(Path file, boolean counting, PatternFolder.Options options, PatternFolder folder) {
    this.file = file;
    this.counting = counting;
    this.options = options;
    this.folder = folder;
  }

  List<FoundPattern> read() {
    PatternMatrix matrix = PatternMatrix.read(file);
    String name = file.getFileName().toString();
    folder.note(name, matrix.sha256());
    folder.warn(
        "The head of "
            + name
            + " names no axis; its positions are taken as "
            + options.matrixOver().text()
            + " in "
            + options.matrixOver().unit()
            + ".");
    for (MatterException bad : matrix.bad()) {
      folder.refuse(bad.place().map(Place::toString).orElse("a line"), bad);
    }
    double[] positions = positions(matrix);
    List<FoundPattern> found = new ArrayList<>();
    for (PatternMatrix.Row row : matrix.rows()) {
      try {
        found.add(
            new FoundPattern(
                row.id(),
                List.of(row.id()),
                row.index(),
                name,
                spectrum(row, positions),
                OptionalDouble.empty()));
      } catch (MatterException bad) {
        folder.refuse(row.id(), bad);
      }
    }
    return found;
  }

  private double[] positions(PatternMatrix matrix) {
    double[] positions = matrix.positions().clone();
    if (counting) {
      PatternFolder.MatrixAxis axis = options.matrixAxis().orElseThrow();
      Arrays.setAll(positions, i -> axis.from() + i * axis.step());
    }
    return positions;
  }

  private Spectrum spectrum(PatternMatrix.Row row, double[] positions) {
    int n = row.values().length;
    Axis axis =
        new Axis(
            options.matrixOver() == DiffractionAxis.Q ? "Q" : options.matrixOver().text(),
            options.matrixOver().unit(),
            Arrays.copyOf(positions, n));
    return new Spectrum(axis, row.values(), "intensity", "a.u.", Map.of());
  }
}
