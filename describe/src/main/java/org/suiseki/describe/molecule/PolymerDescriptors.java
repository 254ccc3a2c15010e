package org.suiseki.describe.molecule;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.Descriptor;
import org.suiseki.describe.DescriptorEntry;
import org.suiseki.describe.DescriptorOptions;
import org.suiseki.matter.MolecularGraph;
import org.suiseki.matter.RepeatUnit;
import org.suiseki.matter.Spelling;

/**
 * The descriptors of endless polymer chains by name, as the command line knows them: those of
 * {@link MoleculeDescriptors} that look at neighbourhoods, with the same columns, so that a model
 * of molecules can be asked about chains. There are no ends: an atom at the end of the written unit
 * sees the next unit.
 *
 * <p>What is counted is told for one unit as it is written ({@code per=unit}), or divided by the
 * heavy atoms of the unit ({@code per=atom}), and then the same for {@code *CC*} and {@code
 * *CCCC*}.
 *
 * <p>Questions about substructures ({@code maccs}) see a chain without ends too; {@code
 * cdk-descriptors} does not, and describes an oligomer.
 *
 * <pre>{@code
 * Descriptor<RepeatUnit> ecfp = PolymerDescriptors.named("ecfp:radius=3:per=atom");
 * }</pre>
 */
public final class PolymerDescriptors {
  private static final int MOST_UNITS = 100;

  private static final DescriptorEntry CDK =
      new DescriptorEntry(
          "cdk-descriptors",
          "numbers that need no coordinates, of some units with hydrogen at both ends",
          "Chemistry Development Kit 2.12; each column names its own",
          Map.of("units", "3", "chi", "true"));

  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    GraphDescriptors.kinds().forEach((name, kind) -> KINDS.put(name, ofChain(kind)));
    for (KeySet keys : KeySet.values()) {
      KINDS.put(
          keys.entry().name(), new Kind(keys.entry(), given -> new ChainKeys(keys.descriptor())));
    }
    KINDS.put("cdk-descriptors", new Kind(CDK, PolymerDescriptors::oligomer));
  }

  private PolymerDescriptors() {}

  private record Kind(
      DescriptorEntry entry, Function<DescriptorOptions, Descriptor<RepeatUnit>> maker) {}

  /** All names. */
  public static List<String> names() {
    return List.copyOf(KINDS.keySet());
  }

  /**
   * @throws DescribeException where there is none of that name
   */
  public static DescriptorEntry entry(String name) {
    return kind(name).entry();
  }

  /**
   * The descriptor of a name, with options where they follow.
   *
   * @throws DescribeException where there is none of that name, or it does not take such options
   */
  public static Descriptor<RepeatUnit> named(String nameAndOptions) {
    Kind kind = kind(DescriptorOptions.name(nameAndOptions));
    return kind.maker().apply(DescriptorOptions.read(kind.entry(), nameAndOptions));
  }

  private static Kind ofChain(GraphDescriptors.Kind kind) {
    Map<String, String> options = new HashMap<>(kind.entry().options());
    options.put("per", "unit");
    DescriptorEntry entry =
        new DescriptorEntry(
            kind.entry().name(), kind.entry().summary(), kind.entry().source(), options);
    return new Kind(entry, given -> new OfGraph<>(RepeatUnit::graph, per(given, kind)));
  }

  private static Descriptor<MolecularGraph> per(
      DescriptorOptions given, GraphDescriptors.Kind kind) {
    Descriptor<MolecularGraph> ofUnit = kind.maker().apply(given);
    return switch (given.text("per")) {
      case "unit" -> ofUnit;
      case "atom" ->
          given.text("values").equals("bits")
              ? ofUnit
              : new PerHeavyAtom(ofUnit, GraphDescriptors.extensive(ofUnit));
      default -> throw given.refused("per", "Give per=unit or per=atom.");
    };
  }

  /** Many of CDK's numbers have no value of an endless chain, so these are of a short one. */
  private static Descriptor<RepeatUnit> oligomer(DescriptorOptions given) {
    int units = given.whole("units");
    if (units < 1 || units > MOST_UNITS) {
      throw given.refused("units", "Give 1 to " + MOST_UNITS + " units.");
    }
    return new Oligomer(units, new CdkNumbers(given.yes("chi")));
  }

  private static Kind kind(String name) {
    Kind kind = KINDS.get(name);
    if (kind == null) {
      throw new DescribeException(
          "There is no descriptor of polymers \"" + name + "\".",
          Spelling.hint(name, KINDS.keySet()) + "Known are " + String.join(", ", names()) + ".");
    }
    return kind;
  }
}
