package org.suiseki.matter.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * A table of what is known of samples, in CSV with commas, semicolons or tabs: the first column
 * names the sample, each other is headed with its name and, in brackets, its unit. Lines that are
 * blank or begin with {@code #} are passed over.
 *
 * @param headings of all columns but the first
 * @param rows in order
 * @param sha256 of the file as it lies on the disk
 */
public record SampleTable(List<Heading> headings, List<Row> rows, String sha256) {

  /**
   * @param unit empty where the head gives none
   */
  public record Heading(String name, Optional<String> unit) {}

  /**
   * @param id the cell in the first column
   * @param cells one for each heading, stripped; empty where missing
   */
  public record Row(Place place, String id, List<String> cells) {

    public Row {
      cells = List.copyOf(cells);
    }

    /**
     * NaN where the cell is empty.
     *
     * @param what the heading's name, for the error
     * @throws MatterException where it is no number
     */
    public double number(int column, String what) {
      String cell = cells.get(column);
      return cell.isEmpty() ? Double.NaN : DecimalNumber.parse(cell, what, place);
    }

    /** Whether the cell is empty or a number. */
    public boolean isNumber(int column) {
      return cells.get(column).isEmpty() || DecimalNumber.isNumber(cells.get(column));
    }
  }

  public SampleTable {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  /** The head of the first column; empty where the file has no line, or it is not text. */
  public static Optional<List<String>> heads(Path file) {
    try {
      return BoundedLines.of(
          file,
          lines -> filled(lines).map(line -> SeparatedLine.like(line).split(line, lines.place())));
    } catch (MatterException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * @throws MatterException where a line has not as many cells as the first, a head or an id stands
   *     twice or is missing, or there is no row
   */
  public static SampleTable read(Path file) {
    return BoundedLines.of(file, lines -> read(lines, file.toString()));
  }

  private static SampleTable read(BoundedLines lines, String source) {
    Optional<String> head = filled(lines);
    if (head.isEmpty()) {
      throw empty(source);
    }
    SeparatedLine format = SeparatedLine.like(head.get());
    List<String> heads = format.split(head.get(), lines.place());
    List<Heading> headings = headings(heads, lines.place());
    List<Row> rows = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Optional<String> line = filled(lines); line.isPresent(); line = filled(lines)) {
      Place place = lines.place();
      List<String> cells = format.split(line.get(), place);
      if (cells.size() != heads.size()) {
        throw new MatterException(
            "The line has " + cells.size() + " cells where the head has " + heads.size() + ".",
            place,
            "Give every column a cell; an empty one means missing.");
      }
      if (cells.get(0).isEmpty() || !ids.add(cells.get(0))) {
        throw new MatterException(
            cells.get(0).isEmpty()
                ? "The row names no sample."
                : "The sample '" + Shown.text(cells.get(0)) + "' stands twice.",
            place,
            "Name each sample once, in the first column.");
      }
      rows.add(new Row(place, cells.get(0), cells.subList(1, cells.size())));
    }
    if (rows.isEmpty()) {
      throw empty(source);
    }
    return new SampleTable(headings, rows, lines.sha256());
  }

  private static List<Heading> headings(List<String> heads, Place place) {
    List<Heading> headings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String head : heads.subList(1, heads.size())) {
      Heading heading =
          PropertyColumn.parse(head)
              .map(one -> new Heading(one.name(), Optional.of(one.unit())))
              .orElse(new Heading(head, Optional.empty()));
      if (heading.name().isEmpty() || !seen.add(heading.name())) {
        throw new MatterException(
            heading.name().isEmpty()
                ? "A column has no head."
                : "Two columns are headed '" + Shown.text(heading.name()) + "'.",
            place,
            "Give each column a head of its own.");
      }
      headings.add(heading);
    }
    return headings;
  }

  private static Optional<String> filled(BoundedLines lines) {
    Optional<String> line = lines.next();
    while (line.isPresent() && (line.get().isBlank() || line.get().startsWith("#"))) {
      line = lines.next();
    }
    return line;
  }

  private static MatterException empty(String source) {
    return new MatterException(
        "There is no row in it.",
        Place.of(source),
        "Give a line of heads and a line for each sample.");
  }
}
