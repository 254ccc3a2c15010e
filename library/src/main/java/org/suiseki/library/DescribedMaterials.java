package org.suiseki.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.describe.Descriptor;
import org.suiseki.learn.Column;
import org.suiseki.learn.Table;
import org.suiseki.matter.SuisekiException;

/**
 * Materials as rows of numbers, those that could not be described left out with the reason.
 *
 * @param places of the described rows among the texts, ascending
 * @param table a row for each of them
 * @param refused the others
 */
public record DescribedMaterials(int[] places, Table table, List<Refused> refused) {

  /**
   * @param place among the texts
   * @param reason one sentence
   */
  public record Refused(int place, String text, String reason) {}

  public DescribedMaterials {
    refused = List.copyOf(refused);
  }

  /** Describes all of them in all cores; the result does not depend on their number. */
  public static DescribedMaterials of(Descriptor<String> descriptor, List<String> texts) {
    int width = descriptor.width();
    double[] all = new double[Math.multiplyExact(texts.size(), width)];
    String[] reasons = new String[texts.size()];
    IntStream.range(0, texts.size())
        .parallel()
        .forEach(row -> {
          try {
            descriptor.describe(texts.get(row), all, row * width);
          } catch (SuisekiException e) {
            reasons[row] = e.what();
          }
        });
    List<Refused> refused = new ArrayList<>();
    for (int row = 0; row < reasons.length; row++) {
      if (reasons[row] != null) {
        refused.add(new Refused(row, texts.get(row), reasons[row]));
      }
    }
    int[] places = IntStream.range(0, reasons.length).filter(row -> reasons[row] == null).toArray();
    Table table = new Table(columns(descriptor), texts.size(), all);
    return new DescribedMaterials(
        places, refused.isEmpty() ? table : table.selectRows(places), refused);
  }

  /** The columns that a descriptor fills. */
  static List<Column> columns(Descriptor<?> descriptor) {
    List<String> names = descriptor.names();
    List<String> units = descriptor.units();
    return IntStream.range(0, names.size())
        .mapToObj(column -> new Column(names.get(column), units.get(column)))
        .toList();
  }

  /** The columns that have a finite value in every row. */
  public int[] completeColumns() {
    boolean[] complete = new boolean[table.width()];
    Arrays.fill(complete, true);
    double[] values = table.values();
    for (int i = 0; i < values.length; i++) {
      complete[i % complete.length] &= Double.isFinite(values[i]);
    }
    return IntStream.range(0, complete.length).filter(column -> complete[column]).toArray();
  }
}
