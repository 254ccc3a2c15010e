package org.suiseki.study.xrd;

import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.learn.Column;
import org.suiseki.learn.Table;

/** Points of a feature space as inputs of a model. */
final class Coordinates {

  private Coordinates() {}

  static Table table(double[][] points) {
    return Table.of(columns(points[0].length), points);
  }

  static List<Column> columns(int size) {
    return IntStream.rangeClosed(1, size).mapToObj(i -> new Column("z" + i, "1")).toList();
  }
}
