package org.suiseki.matter.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Many patterns in one table, in CSV with commas, semicolons or tabs: the first line has the
 * positions, the first column the ids, and each line is a pattern. A pattern may end early, in
 * empty cells.
 *
 * @param positions at least {@link #FEWEST}, as the head gives them, in any order
 * @param rows the patterns
 * @param bad lines that are none, and why
 * @param sha256 of the file as it lies on the disk
 */
public record PatternMatrix(
    double[] positions, List<Row> rows, List<MatterException> bad, String sha256) {
  /** Positions that make a table a matrix of patterns, and not one of properties. */
  public static final int FEWEST = 10;

  /**
   * @param index which line it is below the head, from 0, those that are none counted too
   * @param values of the first positions, as many as the line has
   */
  public record Row(Place place, int index, String id, double[] values) {}

  public PatternMatrix {
    rows = List.copyOf(rows);
    bad = List.copyOf(bad);
  }

  /** Whether these are its heads: all but the first are numbers. */
  public static boolean isHead(List<String> heads) {
    return heads.size() > FEWEST
        && heads.subList(1, heads.size()).stream().allMatch(DecimalNumber::isNumber);
  }

  /** Whether heads that are one's merely count, from 0 or 1, and so give no axis. */
  public static boolean counts(List<String> heads) {
    double first = Double.parseDouble(heads.get(1));
    for (int i = 1; i < heads.size(); i++) {
      if (Double.parseDouble(heads.get(i)) != first + i - 1) {
        return false;
      }
    }
    return first == 0 || first == 1;
  }

  /**
   * @throws MatterException where the heads are no numbers or there is no line below them
   */
  public static PatternMatrix read(Path file) {
    return BoundedLines.of(file, lines -> read(lines, file.toString()));
  }

  private static PatternMatrix read(BoundedLines lines, String source) {
    Optional<String> head = filled(lines);
    Place first = lines.place();
    SeparatedLine format = SeparatedLine.like(head.orElse(""));
    List<String> heads = head.map(line -> format.split(line, first)).orElse(List.of());
    if (!isHead(heads)) {
      throw new MatterException(
          "The first line holds no positions.",
          Place.line(source, 1),
          "Head each column but the first with a number, such as an angle; at least "
              + FEWEST
              + ".");
    }
    double[] positions = new double[heads.size() - 1];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = DecimalNumber.parse(heads.get(i + 1), "position", first);
    }
    List<Row> rows = new ArrayList<>();
    List<MatterException> bad = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Optional<String> line = filled(lines); line.isPresent(); line = filled(lines)) {
      try {
        List<String> cells = format.split(line.get(), lines.place());
        rows.add(row(cells, heads.size(), lines.place(), rows.size() + bad.size(), ids));
      } catch (MatterException none) {
        bad.add(none);
      }
    }
    if (rows.isEmpty() && bad.isEmpty()) {
      throw new MatterException(
          "There is no pattern in it.", Place.of(source), "Give one line for each pattern.");
    }
    return new PatternMatrix(positions, rows, bad, lines.sha256());
  }

  private static Row row(List<String> cells, int width, Place place, int index, Set<String> ids) {
    String id = cells.get(0);
    if (id.isEmpty() || !ids.add(id)) {
      throw new MatterException(
          id.isEmpty() ? "The line has no id." : "The id '" + Shown.text(id) + "' stands twice.",
          place,
          "Begin each line with an id of its own.");
    }
    if (cells.size() > width) {
      throw new MatterException(
          "'"
              + Shown.text(id)
              + "' has "
              + (cells.size() - 1)
              + " values for "
              + (width - 1)
              + " positions.",
          place,
          "Give one value for each position.");
    }
    double[] values = new double[cells.size() - 1];
    int end = cells.size();
    while (end > 1 && cells.get(end - 1).isEmpty()) {
      end--;
    }
    for (int i = 1; i < end; i++) {
      values[i - 1] =
          DecimalNumber.parse(cells.get(i), "intensity of '" + Shown.text(id) + "'", place);
    }
    return new Row(place, index, id, Arrays.copyOf(values, end - 1));
  }

  private static Optional<String> filled(BoundedLines lines) {
    Optional<String> line = lines.next();
    while (line.isPresent() && (line.get().isBlank() || line.get().startsWith("#"))) {
      line = lines.next();
    }
    return line;
  }
}
