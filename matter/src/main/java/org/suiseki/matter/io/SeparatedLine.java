package org.suiseki.matter.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** Splits one line of a CSV file; a field in quotes may hold the separator but not a line break. */
final class SeparatedLine {
  private final CsvReader.CsvReaderBuilder reader;

  private SeparatedLine(char separator) {
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

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
