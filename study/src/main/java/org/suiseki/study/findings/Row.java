package org.suiseki.study.findings;

import java.util.List;
import java.util.Optional;
import org.suiseki.study.Numbers;
import org.suiseki.study.StudyException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of a {@link DataTable}.
 *
 * @param cells text, a {@link Number}, an {@link Estimate}, or {@link Optional} of one of these
 * @param isHighlighted whether it stands out, such as a material that is known to be best
 */
public record Row(List<Object> cells, boolean isHighlighted) {

  public Row {
    cells = List.copyOf(cells);
    cells.stream().filter(cell -> !isShown(cell)).findFirst().ifPresent(Row::refuse);
  }

  private static boolean isShown(Object cell) {
    return cell instanceof Optional<?> optional
        ? optional.map(Row::isShown).orElse(true)
        : cell instanceof String || cell instanceof Number || cell instanceof Estimate;
  }

  private static void refuse(Object cell) {
    throw new StudyException(
        "a row of a report holds " + cell.getClass().getSimpleName(),
        "Give text, numbers or estimates.");
  }

  public static Row of(Object... cells) {
    return new Row(List.of(cells), false);
  }

  public Row highlighted(boolean highlighted) {
    return new Row(cells, highlighted);
  }

  public Row highlighted() {
    return highlighted(true);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode array = json.putArray("cells");
    cells.forEach(cell -> add(array, cell));
    return isHighlighted ? json.put("highlighted", true) : json;
  }

  private static void add(ArrayNode array, Object cell) {
    if (cell instanceof Optional<?> optional) {
      if (optional.isPresent()) {
        add(array, optional.get());
      } else {
        array.addNull();
      }
    } else if (cell instanceof Estimate estimate) {
      array.add(estimate.json());
    } else if (cell instanceof Number number) {
      Numbers.add(array, number.doubleValue());
    } else {
      array.add(cell.toString());
    }
  }
}
