package org.suiseki.matter;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads element tables; the grammar is in {@link ElementTable#read}. */
final class ElementTableReader {
  private static final String UNKNOWN_UNIT = "unknown";
  private static final List<String> SYMBOLS =
      Arrays.stream(Element.values()).map(Element::symbol).toList();

  /** Rows of the wrong length pass here, because {@link #readRow} says more about them. */
  private static final CsvReader.CsvReaderBuilder FORMAT =
      CsvReader.builder()
          .commentStrategy(CommentStrategy.SKIP)
          .allowUnclosedQuote(false)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE);

  private final String source;
  private final List<ElementTable.Property> properties = new ArrayList<>();
  private final List<double[]> columns = new ArrayList<>();
  private final Set<Element> seen = EnumSet.noneOf(Element.class);
  private int width;
  private int symbolField = -1;

  private ElementTableReader(String source) {
    this.source = source;
  }

  static ElementTable read(Path csv) {
    try (Reader text = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
      return new ElementTableReader(csv.toString()).read(text, Map.of());
    } catch (NoSuchFileException absent) {
      throw new MatterException(
          "There is no such file.",
          Place.of(csv.toString()),
          "Check the path of the table.",
          absent);
    } catch (CharacterCodingException notUtf8) {
      throw notUtf8(csv.toString(), notUtf8);
    } catch (IOException unreadable) {
      throw new MatterException(
          "The file cannot be read: " + Failures.reason(unreadable) + ".",
          Place.of(csv.toString()),
          "Check that it is a file and that you may read it.",
          unreadable);
    }
  }

  /**
   * Values from {@code elements.csv}, meanings and sources from {@code elements-properties.csv},
   * both resources.
   */
  static ElementTable readStandard() {
    try (Reader values = resource("elements.csv")) {
      return new ElementTableReader("elements.csv").read(values, readDescriptions());
    } catch (IOException broken) {
      throw new UncheckedIOException(
          "The element table of this installation cannot be read.", broken);
    }
  }

  private static Map<String, ElementTable.Property> readDescriptions() throws IOException {
    Map<String, ElementTable.Property> described = new HashMap<>();
    try (Reader text = resource("elements-properties.csv");
        CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(text)) {
      for (CsvRecord row : rows) {
        described.put(
            row.getField(0),
            new ElementTable.Property(
                row.getField(0), row.getField(1), row.getField(2), row.getField(3)));
      }
    }
    return described;
  }

  private static Reader resource(String name) throws IOException {
    InputStream bytes = ElementTableReader.class.getResourceAsStream(name);
    if (bytes == null) {
      throw new IOException("Resource " + name + " is absent from the jar.");
    }
    return new InputStreamReader(bytes, StandardCharsets.UTF_8);
  }

  private ElementTable read(Reader text, Map<String, ElementTable.Property> described)
      throws IOException {
    try (CsvReader<CsvRecord> rows = FORMAT.ofCsvRecord(withoutByteOrderMark(text))) {
      boolean first = true;
      for (CsvRecord row : rows) {
        if (first) {
          readHeader(row, described);
          first = false;
        } else {
          readRow(row);
        }
      }
    } catch (CsvParseException malformed) {
      throw notCsv(malformed);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    return finish();
  }

  /** Spreadsheet programs put one before UTF-8. */
  private static Reader withoutByteOrderMark(Reader text) throws IOException {
    PushbackReader start = new PushbackReader(text);
    int first = start.read();
    if (first >= 0 && first != '\uFEFF') {
      start.unread(first);
    }
    return start;
  }

  private MatterException notCsv(CsvParseException malformed) {
    if (malformed.getCause() instanceof CharacterCodingException notUtf8) {
      return notUtf8(source, notUtf8);
    }
    return new MatterException(
        "This is not CSV: " + malformed.getMessage(),
        Place.of(source),
        "Look for a quotation mark that is never closed.",
        malformed);
  }

  private static MatterException notUtf8(String source, CharacterCodingException cause) {
    return new MatterException(
        "The text is not UTF-8.", Place.of(source), "Save the table as CSV in UTF-8.", cause);
  }

  private ElementTable finish() {
    if (seen.isEmpty()) {
      throw new MatterException(
          width == 0 ? "The table is empty." : "The table has a header and no rows.",
          Place.of(source),
          "Give one row per element, such as: Fe,1.26");
    }
    return new ElementTable(properties, columns);
  }

  private void readHeader(CsvRecord header, Map<String, ElementTable.Property> described) {
    Place place = Place.line(source, line(header));
    width = header.getFieldCount();
    symbolField = symbolField(header.getFields(), place);
    Set<String> names = new HashSet<>();
    for (int field = 0; field < width; field++) {
      if (field != symbolField) {
        ElementTable.Property property = property(header.getField(field).strip(), field, place);
        if (!names.add(property.name())) {
          throw new MatterException(
              "Two columns are called " + property.name() + ".",
              place,
              "Give every property its own name.");
        }
        properties.add(described.getOrDefault(property.name(), property));
        double[] values = new double[Element.values().length];
        Arrays.fill(values, Double.NaN);
        columns.add(values);
      }
    }
    if (properties.isEmpty()) {
      throw new MatterException(
          "The table has no property beside the symbols.",
          place,
          "Add a column, such as: my_radius [Å]");
    }
  }

  private static int symbolField(List<String> header, Place place) {
    for (int field = 0; field < header.size(); field++) {
      String name = header.get(field).strip().toLowerCase(Locale.ROOT);
      if (name.equals("symbol") || name.equals("element") || (field == 0 && name.isEmpty())) {
        return field;
      }
    }
    throw new MatterException(
        "No column is called symbol; the header has " + String.join(", ", header) + ".",
        place,
        "Name the column with the element symbols \"symbol\".");
  }

  private ElementTable.Property property(String header, int field, Place place) {
    String name = header;
    String unit = UNKNOWN_UNIT;
    int bracket = header.indexOf('[');
    if (bracket >= 0 && header.endsWith("]")) {
      name = header.substring(0, bracket).strip();
      unit = header.substring(bracket + 1, header.length() - 1).strip();
    }
    if (name.isEmpty()) {
      throw new MatterException(
          "Column " + (field + 1) + " has no name.", place, "Write name [unit] into the header.");
    }
    return new ElementTable.Property(name, unit.isEmpty() ? UNKNOWN_UNIT : unit, "", source);
  }

  private void readRow(CsvRecord row) {
    Place place = Place.line(source, line(row));
    if (row.getFieldCount() != width) {
      throw new MatterException(
          "The row has " + row.getFieldCount() + " fields and the header " + width + ".",
          place,
          "Give a field for every column; an empty one is a missing value.");
    }
    Element element = element(row.getField(symbolField).strip(), place);
    int column = 0;
    for (int field = 0; field < width; field++) {
      if (field != symbolField) {
        columns.get(column)[element.ordinal()] =
            number(row.getField(field).strip(), properties.get(column).name(), place);
        column++;
      }
    }
  }

  private Element element(String symbol, Place place) {
    Element element =
        Element.ofSymbol(symbol)
            .orElseThrow(() ->
                new MatterException(
                    "\"" + symbol + "\" is not the symbol of an element.",
                    place,
                    Spelling.nearest(symbol, SYMBOLS)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Use symbols such as Fe or O.")));
    if (!seen.add(element)) {
      throw new MatterException(symbol + " has a second row.", place, "Keep one row per element.");
    }
    return element;
  }

  private static double number(String cell, String property, Place place) {
    if (cell.isEmpty() || cell.equalsIgnoreCase("nan") || cell.equals("NA")) {
      return Double.NaN;
    }
    double value;
    try {
      value = Double.parseDouble(cell);
    } catch (NumberFormatException notNumber) {
      throw notFinite(cell, property, place, notNumber);
    }
    if (!Double.isFinite(value)) {
      throw notFinite(cell, property, place, new ArithmeticException("value " + value));
    }
    return value;
  }

  private static MatterException notFinite(
      String cell, String property, Place place, Throwable cause) {
    return new MatterException(
        "\"" + cell + "\" in column " + property + " is not a finite number.",
        place,
        "Write a number, or leave the cell empty where the value is missing; drop columns of text.",
        cause);
  }

  private static int line(CsvRecord row) {
    return Math.toIntExact(row.getStartingLineNumber());
  }
}
