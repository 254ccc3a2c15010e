package org.suiseki.study.findings;

import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.study.Numbers;
import org.suiseki.study.StudyException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table of numbers with colours behind them: a heat map, or a confusion matrix.
 *
 * @param title may be empty
 * @param rowsAre what the rows are, such as "true class"
 * @param columnsAre what the columns are, such as "predicted class"
 * @param values a row for each row name, a number for each column name, NaN for none
 * @param isConfusion whether values are counts, to be coloured by their share of the row, with the
 *     diagonal right and all else wrong
 */
public record Matrix(
    String title,
    String rowsAre,
    String columnsAre,
    List<String> rowNames,
    List<String> columnNames,
    List<List<Double>> values,
    Quantity quantity,
    boolean isConfusion)
    implements Block {

  public Matrix {
    rowNames = List.copyOf(rowNames);
    columnNames = List.copyOf(columnNames);
    values = values.stream().map(List::copyOf).toList();
    int columns = columnNames.size();
    if (values.size() != rowNames.size() || values.stream().anyMatch(r -> r.size() != columns)) {
      throw new StudyException(
          "the matrix \""
              + title
              + "\" of a report has other than its "
              + rowNames.size()
              + " × "
              + columns
              + " values",
          "Give a row for each row name and in it a number for each column name.");
    }
  }

  /** Counts of true (rows) and predicted (columns) classes. */
  public static Matrix confusion(String title, List<String> classes, int[][] counts) {
    List<List<Double>> values =
        IntStream.range(0, counts.length)
            .mapToObj(row -> IntStream.of(counts[row]).mapToObj(count -> (double) count).toList())
            .toList();
    Quantity count = Quantity.of("count");
    return new Matrix(title, "True", "Predicted", classes, classes, values, count, true);
  }

  public static Matrix heatMap(
      String title,
      String rowsAre,
      List<String> rowNames,
      String columnsAre,
      List<String> columnNames,
      Quantity quantity,
      double[][] values) {
    List<List<Double>> boxed =
        IntStream.range(0, values.length)
            .mapToObj(row ->
                IntStream.range(0, values[row].length)
                    .mapToObj(column -> values[row][column])
                    .toList())
            .toList();
    return new Matrix(title, rowsAre, columnsAre, rowNames, columnNames, boxed, quantity, false);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("block", "matrix");
    json.put("title", title).put("confusion", isConfusion);
    json.put("rowsAre", rowsAre).put("columnsAre", columnsAre);
    json.set("quantity", quantity.json());
    ArrayNode down = json.putArray("rows");
    rowNames.forEach(down::add);
    ArrayNode across = json.putArray("columns");
    columnNames.forEach(across::add);
    ArrayNode body = json.putArray("values");
    for (List<Double> row : values) {
      ArrayNode line = body.addArray();
      row.forEach(value -> Numbers.add(line, value));
    }
    return json;
  }
}
