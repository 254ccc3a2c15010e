package org.suiseki.matter.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spelling;

/**
 * A table with a line of heads, read row by row in constant memory: CSV with commas, semicolons or
 * tabs in UTF-8, plain or gzipped. Cells in quotes may hold separators but no line break; blank
 * lines and, before the heads, lines that begin with {@code #} are passed over.
 *
 * <pre>{@code
 * try (TextTable table = TextTable.open(file)) {
 *   int formula = table.column("formula");
 *   for (Optional<TextTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
 *     row.get().cell(formula);
 *   }
 * }
 * }</pre>
 */
public final class TextTable implements AutoCloseable {
  private final BoundedLines lines;
  private final String source;

  /** None where each line is one cell. */
  private final Optional<SeparatedLine> format;

  private final List<String> heads;

  /** A first line that turned out to be no heads. */
  private Optional<String> first = Optional.empty();

  /**
   * @param place its line
   * @param cells one for each head, stripped
   */
  public record Row(Place place, List<String> cells) {

    public String cell(int column) {
      return cells.get(column);
    }

    /**
     * NaN where the cell is empty.
     *
     * @param what the head, for the error
     * @throws MatterException where it is no number
     */
    public double number(int column, String what) {
      String cell = cells.get(column);
      return cell.isEmpty() ? Double.NaN : DecimalNumber.parse(cell, what, place);
    }
  }

  private TextTable(BoundedLines lines, String source) {
    this.lines = lines;
    this.source = source;
    String head = filled(true).orElseThrow(() -> empty(source));
    SeparatedLine separated = SeparatedLine.like(head);
    this.format = Optional.of(separated);
    this.heads = separated.split(head, lines.place());
    requireDifferent();
  }

  /** A list, or a table where the first line has a column of that head. */
  private TextTable(BoundedLines lines, String source, String head) {
    this.lines = lines;
    this.source = source;
    String line = filled(true).orElseThrow(() -> empty(source));
    SeparatedLine separated = SeparatedLine.like(line);
    List<String> cells = separated.split(line, lines.place());
    boolean table = cells.contains(head);
    this.format = table ? Optional.of(separated) : Optional.empty();
    this.heads = table ? cells : List.of(head);
    this.first = table ? Optional.empty() : Optional.of(line);
    requireDifferent();
  }

  private void requireDifferent() {
    Set<String> seen = new HashSet<>();
    for (String one : heads) {
      // One column without a head is common: data frames write their index so.
      if (!seen.add(one)) {
        throw new MatterException(
            "Two columns are headed '" + Shown.text(one) + "'.",
            lines.place(),
            "Give each column a head of its own.");
      }
    }
  }

  /**
   * Opens a file and reads its heads.
   *
   * @throws MatterException where it cannot be read or is empty
   */
  public static TextTable open(Path file) {
    InputStream stream;
    try {
      stream = new BufferedInputStream(UnpackedStream.stream(file));
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
    return of(stream, file.toString());
  }

  /**
   * As {@link #open}, of a stream that is closed with the table.
   *
   * @param source how errors name it
   */
  public static TextTable of(InputStream stream, String source) {
    return opened(stream, () -> new TextTable(new BoundedLines(stream, source), source));
  }

  /**
   * A table or a plain list with one cell on each line: a list where the name, less {@code .gz},
   * does not end in {@code .csv} or {@code .tsv} and the first line has no column of that head. In
   * a list whose name ends in {@code .smi}, what follows the first blank of a line is a name and
   * left out.
   *
   * @param source how errors name it, and where its suffix stands
   * @param head of the only column of a list
   */
  public static TextTable listOf(InputStream stream, String source, String head) {
    String name = source.toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return plain.endsWith(".csv") || plain.endsWith(".tsv")
        ? of(stream, source)
        : opened(stream, () -> new TextTable(new BoundedLines(stream, source), source, head));
  }

  private static TextTable opened(InputStream stream, Supplier<TextTable> opening) {
    try {
      return opening.get();
    } catch (MatterException unfit) {
      try {
        stream.close();
      } catch (IOException e) {
        unfit.addSuppressed(e);
      }
      throw unfit;
    }
  }

  public List<String> heads() {
    return heads;
  }

  /**
   * The place of the column of that head.
   *
   * @throws MatterException where there is none, with the nearest
   */
  public int column(String head) {
    int found = heads.indexOf(head);
    if (found < 0) {
      throw new MatterException(
          "No column is headed '" + Shown.text(head) + "'.",
          Place.line(source, lines.line()),
          Spelling.hint(head, heads) + "The heads are " + String.join(", ", heads) + ".");
    }
    return found;
  }

  /**
   * Hands every row to {@code row} and what is none to {@code bad}, and goes on after it as long as
   * the file can be read.
   */
  public void each(Consumer<Row> row, Consumer<MatterException> bad) {
    while (true) {
      Optional<Row> next = Optional.empty();
      try {
        next = next();
        if (next.isEmpty()) {
          return;
        }
      } catch (MatterException e) {
        bad.accept(e);
        if (lines.broken()) {
          return;
        }
      }
      next.ifPresent(row);
    }
  }

  /**
   * The next row; empty after the last.
   *
   * @throws MatterException for a row that is none; reading may go on after it
   */
  public Optional<Row> next() {
    Optional<String> line = filled(false);
    if (line.isEmpty()) {
      return Optional.empty();
    }
    Place place = lines.place();
    if (format.isEmpty()) {
      return Optional.of(new Row(place, List.of(listed(line.get().strip()))));
    }
    List<String> cells = format.get().split(line.get(), place);
    if (cells.size() != heads.size()) {
      throw new MatterException(
          "The line has " + cells.size() + " cells where the head has " + heads.size() + ".",
          place,
          "Give every column a cell; an empty one means missing.");
    }
    return Optional.of(new Row(place, cells));
  }

  /** Of the file as it lies on the disk; to be asked after the last row. */
  public String sha256() {
    return lines.sha256();
  }

  @Override
  public void close() {
    lines.close();
  }

  private String listed(String line) {
    if (!source.endsWith(".smi") && !source.endsWith(".smi.gz")) {
      return line;
    }
    int end = 0;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return line.substring(0, end);
  }

  private Optional<String> filled(boolean head) {
    if (first.isPresent()) {
      Optional<String> line = first;
      first = Optional.empty();
      return line;
    }
    Optional<String> line = lines.next();
    while (line.isPresent() && (line.get().isBlank() || (head && line.get().startsWith("#")))) {
      line = lines.next();
    }
    return line;
  }

  private static MatterException empty(String source) {
    return new MatterException(
        "There is no line in it.",
        Place.of(source),
        "Give a line of heads and a line for each row.");
  }

  private static MatterException unreadable(String source, IOException e) {
    return new MatterException(
        "The file cannot be read: " + Failures.reason(e) + ".",
        Place.of(source),
        "Check the file and its permissions.",
        e);
  }
}
