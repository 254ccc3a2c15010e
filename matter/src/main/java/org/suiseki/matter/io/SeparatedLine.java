package org.suiseki.matter.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** Splits one line of a CSV file; a field in quotes may hold the separator but not a line break. */
final class SeparatedLine {
  private final char separator;
  private final CsvReader.CsvReaderBuilder reader;

  private SeparatedLine(char separator) {
    this.separator = separator;
    this.reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .maxBufferSize(BoundedLines.LONGEST_LINE)
            .allowUnclosedQuote(false);
  }

  /** With the separator that the head uses most: comma, semicolon or tab. */
  static SeparatedLine like(String head) {
    char separator = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(head, candidate) > count(head, separator)) {
        separator = candidate;
      }
    }
    return new SeparatedLine(separator);
  }

  /** The fields, stripped. */
  List<String> split(String line, Place place) {
    if (line.indexOf('"') < 0) {
      return plain(line);
    }
    try {
      return reader.ofSingleCsvRecord(line).getFields().stream().map(String::strip).toList();
    } catch (CsvParseException e) {
      throw new MatterException(
          "The line is not CSV: " + e.getMessage() + ".",
          place,
          "Close the quotes on the same line.",
          e);
    }
  }

  /** Most lines have no quotes, and reading millions should not take a reader for each. */
  private List<String> plain(String line) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    for (int to = line.indexOf(separator); to >= 0; to = line.indexOf(separator, from)) {
      fields.add(line.substring(from, to).strip());
      from = to + 1;
    }
    fields.add(line.substring(from).strip());
    return fields;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
