package org.suiseki.describe.composition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.DescriptorEntry;
import org.suiseki.describe.DescriptorOptions;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.Spelling;

/**
 * The descriptors of compositions by name, as the command line knows them. A name may carry options
 * after colons: {@code composition-290:missing=impute}.
 *
 * <pre>{@code
 * CompositionDescriptor features = CompositionDescriptors.named("composition-290", table);
 * double[] row = new double[features.width()];
 * features.describe(Composition.parse("Fe2O3"), row, 0);
 * }</pre>
 */
public final class CompositionDescriptors {
  private static final String XENONPY = "XenonPy 0.6.7, xenonpy.descriptor.Compositions";

  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    add(
        "composition-290",
        "average, sum, variance, largest and smallest of every property of the element table",
        XENONPY,
        Map.of("statistics", "ave+sum+var+max+min", "properties", "", "missing", "propagate"),
        CompositionDescriptors::statistics);
    add(
        "composition-means",
        "geometric and harmonic mean of every property of the element table",
        XENONPY,
        Map.of("statistics", "gmean+hmean", "properties", "", "missing", "propagate"),
        CompositionDescriptors::statistics);
  }

  private CompositionDescriptors() {}

  /** Makes a descriptor. */
  private interface Maker {
    CompositionDescriptor of(DescriptorOptions options, ElementTable table);
  }

  private record Kind(DescriptorEntry entry, Maker maker) {}

  /** All names, those of one kind together. */
  public static List<String> names() {
    return List.copyOf(KINDS.keySet());
  }

  /**
   * @throws DescribeException where there is none of that name
   */
  public static DescriptorEntry entry(String name) {
    return kind(name).entry();
  }

  /** As {@link #named(String, ElementTable)}, with the {@linkplain ElementTable#standard()} one. */
  public static CompositionDescriptor named(String nameAndOptions) {
    return named(nameAndOptions, ElementTable.standard());
  }

  /**
   * The descriptor of a name, with options where they follow: {@code
   * composition-290:missing=impute}.
   *
   * @param table the properties of the elements
   * @throws DescribeException where there is none of that name, it does not take such options, or
   *     the table has no such column
   */
  public static CompositionDescriptor named(String nameAndOptions, ElementTable table) {
    Kind kind = kind(DescriptorOptions.name(nameAndOptions));
    return kind.maker().of(DescriptorOptions.read(kind.entry(), nameAndOptions), table);
  }

  private static CompositionDescriptor statistics(DescriptorOptions options, ElementTable table) {
    return new ElementStatistics(matrix(options, table), Statistic.of(options));
  }

  private static ElementMatrix matrix(DescriptorOptions options, ElementTable table) {
    return ElementMatrix.of(table, options.words("properties"), MissingValues.of(options));
  }

  private static Kind kind(String name) {
    Kind kind = KINDS.get(name);
    if (kind == null) {
      throw new DescribeException(
          "There is no descriptor of compositions \"" + name + "\".",
          Spelling.hint(name, KINDS.keySet()) + "Known are " + String.join(", ", names()) + ".");
    }
    return kind;
  }

  private static void add(
      String name, String summary, String source, Map<String, String> options, Maker maker) {
    KINDS.put(name, new Kind(new DescriptorEntry(name, summary, source, options), maker));
  }
}
