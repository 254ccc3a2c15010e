package org.suiseki.matter.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Reads crystals from a CSV table, plain or gzipped, with heads and one column of structure JSON
 * (in any format of {@link JsonCrystalReader}): the first whose cell in the first row begins with a
 * brace. The other columns are properties, among them the id; an empty cell is none. Separated by
 * comma, semicolon or tab, whichever the heads have most.
 *
 * <p>Streaming: one row is held at a time.
 */
public final class CrystalTableReader {
  private final UnpackedStream in;
  private final Consumer<MatterException> refused;
  private int row;

  private CrystalTableReader(UnpackedStream in, Consumer<MatterException> refused) {
    this.in = in;
    this.refused = refused;
  }

  /**
   * All crystals of a file.
   *
   * @throws MatterException at the first that cannot be understood, with its line
   */
  public static List<CrystalEntry> read(Path file) {
    List<CrystalEntry> entries = new ArrayList<>();
    each(file, entries::add);
    return entries;
  }

  /** As {@link #read(Path)}; {@code source} names the stream in errors. */
  public static List<CrystalEntry> read(InputStream in, String source) {
    List<CrystalEntry> entries = new ArrayList<>();
    each(UnpackedStream.of(in, source), entries::add, CrystalFiles::refuse);
    return entries;
  }

  /** Hands over one crystal after another, holding one at a time. */
  public static void each(Path file, Consumer<CrystalEntry> to) {
    UnpackedStream.open(file, in -> each(in, to, CrystalFiles::refuse));
  }

  static void each(
      UnpackedStream in, Consumer<CrystalEntry> to, Consumer<MatterException> refused) {
    new CrystalTableReader(in, refused).each(to);
  }

  /** Whether a table that begins so has structures. */
  static boolean isOne(String head) {
    String[] lines = head.split("\\R", 3);
    return lines.length > 1 && lines[1].matches("(?s).*(^|[,;\t]) {0,9}\" {0,9}\\{.*");
  }

  private void each(Consumer<CrystalEntry> to) {
    String head = new String(in.head(UnpackedStream.LONGEST_HEAD), StandardCharsets.UTF_8);
    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator(head.split("\\R", 2)[0]))
            .maxBufferSize(BoundedLines.LONGEST_LINE)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(reader)) {
      read(records, to);
    } catch (CsvParseException e) {
      throw new MatterException(
          "The table is not CSV: " + e.getMessage() + ".",
          Place.line(in.source(), row + 1),
          "Close the quotes, and double those within a cell.",
          e);
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause() == null ? new IOException(e) : e.getCause());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void read(CsvReader<CsvRecord> records, Consumer<CrystalEntry> to) {
    List<String> heads = List.of();
    int column = -1;
    int found = 0;
    for (CsvRecord record : records) {
      row = (int) Math.min(Integer.MAX_VALUE, record.getStartingLineNumber());
      Place place = Place.line(in.source(), row);
      List<String> cells = record.getFields().stream().map(String::strip).toList();
      if (heads.isEmpty()) {
        heads = cells;
        continue;
      }
      found++;
      if (cells.size() != heads.size()) {
        refused.accept(uneven(heads, cells, place));
        continue;
      }
      column = column < 0 ? structure(heads, cells, place) : column;
      CrystalEntry entry;
      try {
        entry = entry(heads, cells, column, found);
      } catch (MatterException e) {
        refused.accept(e);
        continue;
      }
      to.accept(entry);
    }
    if (found == 0) {
      throw new MatterException(
          "There is no row in it.", Place.of(in.source()), "Give at least one crystal.");
    }
  }

  private static MatterException uneven(List<String> heads, List<String> cells, Place place) {
    return new MatterException(
        "The line has " + cells.size() + " cells where the head has " + heads.size() + ".",
        place,
        "Give every column a cell; an empty one means missing.");
  }

  private static int structure(List<String> heads, List<String> cells, Place place) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).startsWith("{")) {
        return i;
      }
    }
    throw new MatterException(
        "No column holds the JSON of a structure; the columns are "
            + Shown.text(heads.toString(), 200)
            + ".",
        place,
        "Give a column of structures as JSON objects.");
  }

  private CrystalEntry entry(List<String> heads, List<String> cells, int column, int number) {
    Place place = Place.line(in.source(), row);
    Map<String, String> properties = new LinkedHashMap<>();
    SiteList sites = new SiteList();
    JsonCrystal.Found found = JsonCrystal.ofCell(cells.get(column), place, sites, properties);
    for (int i = 0; i < cells.size(); i++) {
      if (i != column && !cells.get(i).isEmpty()) {
        properties.put(heads.get(i), cells.get(i));
      }
    }
    String id = JsonCrystal.takeId(properties, FileName.of(in.source()) + " " + number);
    return new CrystalEntry(id, found.crystal(), place, properties, sites.warnings());
  }

  private static char separator(String head) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(head, candidate) > count(head, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private MatterException unreadable(IOException e) {
    return e instanceof CharacterCodingException
        ? new MatterException(
            "The table is not UTF-8 text.",
            Place.line(in.source(), row + 1),
            "Save the file as UTF-8.",
            e)
        : BoundedLines.unreadable(e, in.source(), row);
  }
}
