package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** A loop while it is read: which of its columns are wanted, and how far the current row is. */
final class CifLoop {
  private final CifTokens tokens;
  private final String source;
  private final CifWarnings warnings;
  private final int firstLine;

  /** The wanted columns, and where each stands in a row. */
  private final List<CifColumn> wanted = new ArrayList<>();

  private int[] positions = new int[8];
  private int width;
  private long values;
  private int inRow;
  private int nextWanted;
  private int lastLine;

  /** The first line that a row which should end there does not end with; 0 while there is none. */
  private int uneven;

  /** The operation that was read last, while more of it may follow on its line. */
  private @Nullable CifColumn operation;

  CifLoop(CifTokens tokens, String source, CifWarnings warnings) {
    this.tokens = tokens;
    this.source = source;
    this.warnings = warnings;
    this.firstLine = tokens.line();
  }

  boolean inHeader() {
    return values == 0;
  }

  /**
   * @param column null where it is not wanted
   */
  void addColumn(@Nullable CifColumn column) {
    if (column != null) {
      if (wanted.size() == positions.length) {
        positions = Arrays.copyOf(positions, 2 * positions.length);
      }
      positions[wanted.size()] = width;
      wanted.add(column);
    }
    width++;
    keepIfWanted();
  }

  /** Takes the current token as the next value. */
  void add() {
    if (width == 0) {
      warnings.add("The loop in line " + firstLine + " has values but no data names.");
      values++;
      return;
    }
    if (wanted.isEmpty()) {
      values++;
      lastLine = tokens.line();
      return;
    }
    if (operation != null) {
      if (tokens.line() == lastLine && !tokens.quoted() && operation.unfinishedOperation(tokens)) {
        operation.extend(tokens, "");
        return;
      }
      operation = null;
    }
    if (tokens.firstOfLine() && inRow != 0 && uneven == 0) {
      uneven = lastLine;
    }
    place();
  }

  private void place() {
    if (nextWanted < wanted.size() && positions[nextWanted] == inRow) {
      CifColumn column = wanted.get(nextWanted++);
      column.add(tokens);
      if (column.tag().operator() && !tokens.quoted()) {
        operation = column;
      }
    }
    values++;
    inRow++;
    lastLine = tokens.line();
    if (inRow == width) {
      inRow = 0;
      nextWanted = 0;
    }
    keepIfWanted();
  }

  private void keepIfWanted() {
    tokens.keepFields = nextWanted < wanted.size() && positions[nextWanted] == inRow;
  }

  /**
   * The loop has ended.
   *
   * @throws MatterException where a row of a loop that describes the crystal is not complete
   */
  void finish() {
    if (wanted.isEmpty() || values == 0) {
      return;
    }
    if (inRow != 0) {
      String what =
          "The loop in line "
              + firstLine
              + " has "
              + width
              + " columns and "
              + values
              + " values, "
              + (width - inRow)
              + " too few for its last row.";
      if (wanted.stream().anyMatch(column -> column.tag().structural())) {
        throw new MatterException(
            what,
            Place.line(source, uneven > 0 ? uneven : lastLine),
            "Give each row a value for every column, ? where it is not known, and put values with"
                + " blanks in quotes.");
      }
      warnings.add(what);
    }
  }
}
