package org.suiseki.describe.molecule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.Descriptor;
import org.suiseki.describe.DescriptorEntry;
import org.suiseki.describe.DescriptorOptions;
import org.suiseki.matter.Molecule;
import org.suiseki.matter.Spelling;

/**
 * The descriptors of molecules by name, as the command line knows them. A name may carry options
 * after colons: {@code ecfp:radius=3:bits=1024:values=bits}.
 *
 * <pre>{@code
 * Descriptor<Molecule> ecfp = MoleculeDescriptors.named("ecfp:radius=3");
 * double[] row = new double[ecfp.width()];
 * ecfp.describe(Molecule.fromSmiles("CCO"), row, 0);
 * }</pre>
 */
public final class MoleculeDescriptors {
  private static final DescriptorEntry CDK =
      new DescriptorEntry(
          "cdk-descriptors",
          "numbers that need no coordinates: indices of connectivity and shape, charges, logP",
          "Chemistry Development Kit 2.12; each column names its own",
          Map.of("chi", "true"));

  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    GraphDescriptors.kinds()
        .forEach((name, kind) ->
            KINDS.put(
                name,
                new Kind(
                    kind.entry(),
                    given -> new OfGraph<>(Molecule::graph, kind.maker().apply(given)))));
    for (KeySet keys : KeySet.values()) {
      KINDS.put(keys.entry().name(), new Kind(keys.entry(), given -> keys.descriptor()));
    }
    KINDS.put("cdk-descriptors", new Kind(CDK, given -> new CdkNumbers(given.yes("chi"))));
  }

  private MoleculeDescriptors() {}

  private record Kind(
      DescriptorEntry entry, Function<DescriptorOptions, Descriptor<Molecule>> maker) {}

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
  public static Descriptor<Molecule> named(String nameAndOptions) {
    Kind kind = kind(DescriptorOptions.name(nameAndOptions));
    return kind.maker().apply(DescriptorOptions.read(kind.entry(), nameAndOptions));
  }

  private static Kind kind(String name) {
    Kind kind = KINDS.get(name);
    if (kind == null) {
      throw new DescribeException(
          "There is no descriptor of molecules \"" + name + "\".",
          Spelling.hint(name, KINDS.keySet()) + "Known are " + String.join(", ", names()) + ".");
    }
    return kind;
  }
}
