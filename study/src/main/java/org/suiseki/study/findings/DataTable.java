package org.suiseki.study.findings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.suiseki.study.StudyException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table that can be sorted by each column; more than 25 rows are paged and can be searched. Some
 * thousand rows are well; of more give the first and the file of all.
 *
 * <pre>{@code
 * DataTable.of("The best of 35,463", Column.formula("Formula"), Column.number("κ", "W/m/K"))
 *     .with(list.stream().map(one -> Row.of(one.formula(), one.estimate())).toList())
 *     .inFile("screened.csv")
 * }</pre>
 *
 * @param caption what it shows, may be empty
 * @param file name of a file beside the page that holds all rows, empty for none
 */
public record DataTable(String caption, List<Column> columns, List<Row> rows, String file)
    implements Block {
  private static final Pattern FILE = Pattern.compile("(?:[\\w-][\\w.-]*/)*[\\w-][\\w.-]*|");

  public DataTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      check(columns, row);
    }
    if (!FILE.matcher(file).matches()) {
      throw new StudyException(
          "a table of a report names the file \"" + file + "\"",
          "Give a file below the run folder, such as predictions.csv.");
    }
  }

  private static void check(List<Column> columns, Row row) {
    if (row.cells().size() != columns.size()) {
      throw new StudyException(
          "a row of a report has "
              + row.cells().size()
              + " cells, its table "
              + columns.size()
              + " columns",
          "Give one cell for each column.");
    }
    for (int i = 0; i < columns.size(); i++) {
      boolean text = content(row.cells().get(i)) instanceof String;
      if (text && columns.get(i).kind().isNumber()) {
        throw new StudyException(
            "the column \"" + columns.get(i).name() + "\" of a report has text among its numbers",
            "Give numbers or estimates, or Optional.empty() for none.");
      }
    }
  }

  private static Object content(Object cell) {
    return cell instanceof Optional<?> optional && optional.isPresent() ? optional.get() : cell;
  }

  public static DataTable of(String caption, Column... columns) {
    return new DataTable(caption, List.of(columns), List.of(), "");
  }

  /** The same columns with these rows. */
  public DataTable with(List<Row> rows) {
    return new DataTable(caption, columns, rows, file);
  }

  public DataTable with(Row... rows) {
    return with(List.of(rows));
  }

  public DataTable inFile(String file) {
    return new DataTable(caption, columns, rows, file);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("block", "table");
    json.put("caption", caption);
    ArrayNode heads = json.putArray("columns");
    columns.forEach(column -> heads.add(column.json()));
    ArrayNode body = json.putArray("rows");
    rows.forEach(row -> body.add(row.json()));
    return file.isEmpty() ? json : json.put("file", file);
  }
}
