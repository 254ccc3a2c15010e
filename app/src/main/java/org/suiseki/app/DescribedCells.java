package org.suiseki.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.suiseki.describe.Descriptor;
import org.suiseki.describe.DescriptorOptions;
import org.suiseki.describe.FeatureColumns;
import org.suiseki.describe.MaterialKind;
import org.suiseki.describe.MaterialText;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.io.TextTable;

/** Turns a cell that holds a material, such as a formula, into a row of numbers. */
final class DescribedCells {
  private final MaterialKind kind;
  private final Descriptor<String> descriptor;
  private final List<FeatureColumns.Group> groups = new ArrayList<>();

  /**
   * @param names of descriptors with their options
   */
  DescribedCells(MaterialKind kind, List<String> names, ElementTable elements) {
    this.kind = kind;
    this.descriptor = MaterialText.descriptor(kind, String.join(",", names), elements);
    for (String name : names) {
      Descriptor<String> part = MaterialText.descriptor(kind, name, elements);
      groups.add(new FeatureColumns.Group(name, part.names(), part.units()));
    }
  }

  /** What a row is about and its numbers. */
  record Row(List<String> keys, double[] values) {}

  /** The names with an option where the descriptor takes it and it is not given. */
  static List<String> with(MaterialKind kind, List<String> names, String option, String value) {
    return names.stream()
        .map(name -> {
          boolean takes =
              DescriptorList.entry(kind, DescriptorOptions.name(name))
                  .filter(entry -> entry.options().containsKey(option))
                  .isPresent();
          return takes && !name.contains(":" + option + "=")
              ? name + ":" + option + "=" + value
              : name;
        })
        .toList();
  }

  /**
   * The material as it is written, what is kept of the table, a note where one can be needed, then
   * the numbers.
   *
   * @param kept heads of columns that go along
   */
  FeatureColumns columns(List<String> kept) {
    List<String> keys = new ArrayList<>(List.of(kind.column()));
    keys.addAll(kept);
    if (descriptor.annotates()) {
      keys.add("note");
    }
    return FeatureColumns.of(keys, groups);
  }

  /**
   * What makes a row of numbers from a row of this table. Thread-safe.
   *
   * @throws MatterException where it lacks one of the columns
   */
  Function<TextTable.Row, Row> of(TextTable table, String head, List<String> kept) {
    int material = table.column(head);
    int[] along = kept.stream().mapToInt(table::column).toArray();
    return row -> {
      String text = row.cell(material);
      double[] values = new double[descriptor.width()];
      descriptor.describe(text, values, 0);
      List<String> keys = new ArrayList<>(along.length + 2);
      keys.add(text);
      for (int column : along) {
        keys.add(row.cell(column));
      }
      if (descriptor.annotates()) {
        keys.add(descriptor.note(text));
      }
      return new Row(keys, values);
    };
  }
}
