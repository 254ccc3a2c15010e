package org.suiseki.describe.composition;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.DescriptorEntry;
import org.suiseki.describe.DescriptorOptions;
import org.suiseki.matter.Element;
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

  private static final String WARD = "Magpie; Ward et al. 2016, 10.1038/npjcompumats.2016.28";
  private static final String KUSABA = "KmdPlus; Kusaba et al. 2023, 10.1103/PhysRevB.108.134107";

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
    add(
        "magpie",
        "mean, average deviation, range, mode, smallest and largest of Magpie's properties, with"
            + " stoichiometry, valence orbitals and ionic character",
        WARD,
        Map.of(
            "statistics",
            "mean+avg_dev+range+mode+min+max",
            "properties",
            "",
            "states",
            "common",
            "missing",
            "propagate"),
        CompositionDescriptors::magpie);
    add(
        "stoichiometry",
        "number of elements, and norms of their fractions",
        WARD,
        Map.of(),
        (options, table) -> new Stoichiometry());
    add(
        "valence-orbitals",
        "fractions of s, p, d and f among the valence electrons",
        WARD,
        Map.of("missing", "propagate"),
        (options, table) ->
            new ValenceOrbitals(MagpieColumns.valence(table, MissingValues.of(options))));
    add(
        "ionic",
        "whether oxidation states (common or known) can cancel, and ionic character of pairs",
        WARD,
        Map.of("states", "common", "missing", "propagate"),
        CompositionDescriptors::ionic);
    add(
        "counting",
        "amount of each element in the formula unit, fractions kept",
        XENONPY + ", Counting, without its cutting to whole numbers",
        Map.of(),
        (options, table) -> new ElementAmounts(elements(table), false));
    add(
        "element-fractions",
        "share of each element among the atoms",
        "",
        Map.of(),
        (options, table) -> new ElementAmounts(elements(table), true));
    add(
        "kmd-1d",
        "kernel mean of each property on a grid, from which the composition can be recovered",
        KUSABA,
        Map.of(
            "grids",
            "20",
            "sigma",
            "auto",
            "scale",
            "true",
            "properties",
            "",
            "missing",
            "propagate"),
        (options, table) -> kernelMean(options, table, true));
    add(
        "kmd-md",
        "kernel mean at the properties of every element, from which the composition can be"
            + " recovered",
        KUSABA,
        Map.of("sigma", "auto", "scale", "true", "properties", "", "missing", "propagate"),
        (options, table) -> kernelMean(options, table, false));
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

  /**
   * A kernel mean descriptor, {@code kmd-1d} or {@code kmd-md}, whose compositions can be
   * recovered.
   *
   * @throws DescribeException also for other names
   */
  public static KernelMean kernelMean(String nameAndOptions, ElementTable table) {
    if (named(nameAndOptions, table) instanceof KernelMean kernelMean) {
      return kernelMean;
    }
    throw new DescribeException(
        "From the descriptor \"" + nameAndOptions + "\" no composition can be recovered.",
        "Only kmd-1d and kmd-md can be turned round.");
  }

  private static CompositionDescriptor statistics(DescriptorOptions options, ElementTable table) {
    return new ElementStatistics(matrix(options, table), Statistic.of(options));
  }

  private static CompositionDescriptor magpie(DescriptorOptions options, ElementTable table) {
    MissingValues missing = MissingValues.of(options);
    ElementMatrix properties =
        options.words("properties").isEmpty()
            ? MagpieColumns.of(table, missing)
            : matrix(options, table);
    return new JoinedCompositions(
        missing,
        List.of(
            new Stoichiometry(),
            new ElementStatistics(properties, Statistic.of(options)),
            new ValenceOrbitals(MagpieColumns.valence(table, missing)),
            ionic(options, table)));
  }

  private static CompositionDescriptor ionic(DescriptorOptions options, ElementTable table) {
    OxidationStates states =
        switch (options.text("states")) {
          case "common" -> OxidationStates.common();
          case "known" -> OxidationStates.known();
          default -> throw options.refused("states", "Give common or known.");
        };
    return new IonicCharacter(
        MagpieColumns.electronegativity(table, MissingValues.of(options)), states);
  }

  private static KernelMean kernelMean(
      DescriptorOptions options, ElementTable table, boolean grids) {
    ElementMatrix matrix = matrix(options, table);
    ElementKernel.Width width =
        new ElementKernel.Width(
            options.text("sigma").equals("auto") ? Double.NaN : options.number("sigma"));
    boolean scale = options.yes("scale");
    return new KernelMean(
        matrix,
        grids
            ? ElementKernel.grids(matrix, options.whole("grids"), width, scale)
            : ElementKernel.betweenElements(matrix, width, scale));
  }

  private static List<Element> elements(ElementTable table) {
    boolean[] rows = ElementMatrix.rows(table);
    return Arrays.stream(Element.values()).filter(one -> rows[one.ordinal()]).toList();
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
