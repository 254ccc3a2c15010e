package org.suiseki.describe;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Species;
import org.suiseki.matter.Spelling;
import org.suiseki.matter.geometry.CrystalNN;

/**
 * The descriptors of crystals by name, as the command line knows them. A name may carry options
 * after colons: {@code rdf:cutoff=8:bins=160}.
 *
 * <pre>{@code
 * Descriptor<Crystal> rdf = CrystalDescriptors.named("rdf:cutoff=8");
 * CrystalDescriptors.entry("rdf").summary();
 * }</pre>
 */
public final class CrystalDescriptors {
  private static final String PHAM = "Pham et al. 2017, 10.1080/14686996.2017.1378060";
  private static final String WARD = "Ward et al. 2017, 10.1103/PhysRevB.96.024104";
  private static final String XENONPY = "XenonPy 0.6.7";

  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    add(
        "rdf",
        "radial distribution function, the same for every cell, near 1 at long distances",
        "Allen, Tildesley, Computer Simulation of Liquids, eq. 2.94",
        Map.of("cutoff", "10", "bins", "100", "smearing", "0"),
        given -> new RadialDistribution(given.grid(), RadialDistribution.Normalisation.PER_ATOM));
    add(
        "rdf-xenonpy",
        "radial distribution function times the atoms of the cell that was chosen",
        XENONPY,
        Map.of("cutoff", "20", "bins", "200", "smearing", "0"),
        given -> new RadialDistribution(given.grid(), RadialDistribution.Normalisation.PER_CELL));
    add(
        "rdf-matminer",
        "radial distribution function times the atoms of the cell that was chosen",
        "matminer 0.8.0",
        Map.of("cutoff", "10", "bins", "100", "smearing", "0"),
        given -> new RadialDistribution(given.grid(), RadialDistribution.Normalisation.PER_CELL));
    add(
        "rdf-pairs",
        "radial distribution functions of pairs of elements, such as pairs=Na-Cl+Na-Na",
        "Faber, Ziman 1965, 10.1080/14786436508211931",
        Map.of("cutoff", "10", "bins", "100", "smearing", "0", "pairs", ""),
        given -> new PartialRadialDistribution(given.grid(), given.pairs()));
    add(
        "ofm",
        "orbital field matrix 32×32: which subshells meet which, weighted by solid angle/distance",
        PHAM + ", as in " + XENONPY,
        Map.of(),
        given -> new OrbitalFieldMatrix(true));
    add(
        "ofm-angle",
        "orbital field matrix 32×32, weighted by solid angle alone",
        PHAM + ", as in " + XENONPY,
        Map.of(),
        given -> new OrbitalFieldMatrix(false));
    add(
        "bonds",
        "lengths, angles and numbers of bonds by CrystalNN, and their histograms",
        "Pan et al. 2021, 10.1021/acs.inorgchem.0c02996",
        Map.of(),
        given -> new BondStatistics(BondRule.crystalNN(CrystalNN.DEFAULT)));
    add(
        "bonds-nearest",
        "lengths, angles and numbers of bonds to the nearest neighbours, and their histograms",
        "neighbours no farther than the nearest by a tenth, as pymatgen's MinimumDistanceNN",
        Map.of("slack", "0.1"),
        given -> new BondStatistics(BondRule.nearest(given.number("slack"))));
    add(
        "order",
        "chemical order in three shells of Voronoi neighbours; 0 for a random mixture",
        WARD,
        Map.of(),
        given -> new ChemicalOrder());
    add(
        "heterogeneity",
        "how much bond lengths and the room of atoms differ, by Voronoi cells",
        WARD,
        Map.of(),
        given -> new StructuralHeterogeneity());
    add(
        "packing",
        "packing fraction of covalent spheres, and of the largest in the Voronoi cells",
        "Cordero et al. 2008, 10.1039/b801115j; " + WARD,
        Map.of(),
        given -> new Packing());
    add(
        "density",
        "mass density and volume per atom",
        "atomic weights of IUPAC 2021",
        Map.of(),
        given -> new Density());
    add(
        "ewald",
        "electrostatic energy and potentials of point charges, such as states=Ca2+_F-",
        "Ewald 1921, 10.1002/andp.19213690304",
        Map.of("states", ""),
        given -> new ElectrostaticEnergy(given.states()));
  }

  private CrystalDescriptors() {}

  /**
   * What is known of a descriptor; names, units and width of its numbers are those of {@link
   * #named}.
   *
   * @param summary one line, in lower case
   * @param source where it is defined
   * @param options the options it takes, with what stands for them where they are not given
   */
  public record Entry(String name, String summary, String source, Map<String, String> options) {}

  private record Kind(Entry entry, Function<Options, Descriptor<Crystal>> maker) {}

  /** All names, those of one kind together. */
  public static List<String> names() {
    return List.copyOf(KINDS.keySet());
  }

  /**
   * @throws DescribeException where there is none of that name
   */
  public static Entry entry(String name) {
    return kind(name).entry();
  }

  /**
   * The descriptor of a name, with options where they follow: {@code rdf:cutoff=8:bins=160}.
   *
   * @throws DescribeException where there is none of that name, or it does not take such options
   */
  public static Descriptor<Crystal> named(String nameAndOptions) {
    String[] words = nameAndOptions.split(":", -1);
    Kind kind = kind(words[0]);
    Entry entry = kind.entry();
    Map<String, String> given = new LinkedHashMap<>(entry.options());
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      int equals = word.indexOf('=');
      String key = equals < 0 ? word : word.substring(0, equals);
      if (equals < 0 || !entry.options().containsKey(key)) {
        throw new DescribeException(
            "The descriptor " + entry.name() + " has no option \"" + word + "\".",
            Spelling.hint(key, entry.options().keySet())
                + (entry.options().isEmpty()
                    ? "It takes none."
                    : "Write option=value; it takes "
                        + String.join(", ", entry.options().keySet().stream().sorted().toList())
                        + "."));
      }
      given.put(key, word.substring(equals + 1));
    }
    return kind.maker().apply(new Options(entry.name(), given));
  }

  private static Kind kind(String name) {
    Kind kind = KINDS.get(name);
    if (kind == null) {
      throw new DescribeException(
          "There is no descriptor of crystals \"" + name + "\".",
          Spelling.hint(name, KINDS.keySet()) + "Known are " + String.join(", ", names()) + ".");
    }
    return kind;
  }

  private static void add(
      String name,
      String summary,
      String source,
      Map<String, String> options,
      Function<Options, Descriptor<Crystal>> maker) {
    KINDS.put(name, new Kind(new Entry(name, summary, source, options), maker));
  }

  /**
   * Options of a descriptor as text, read when asked for.
   *
   * @param values all that it takes, by name
   */
  record Options(String descriptor, Map<String, String> values) {

    /**
     * @throws DescribeException where it is no number
     */
    double number(String option) {
      try {
        return Double.parseDouble(text(option));
      } catch (NumberFormatException e) {
        throw refused(option, "Give a number.");
      }
    }

    /**
     * @throws DescribeException where it is no whole number
     */
    int whole(String option) {
      try {
        return Integer.parseInt(text(option));
      } catch (NumberFormatException e) {
        throw refused(option, "Give a whole number.");
      }
    }

    RadialGrid grid() {
      return new RadialGrid(number("cutoff"), whole("bins"), number("smearing"));
    }

    List<ElementPair> pairs() {
      return Arrays.stream(text("pairs").split("\\+", -1)).map(this::pair).toList();
    }

    /** Oxidation states joined by underscores; none where the option is empty. */
    Map<Element, Double> states() {
      Map<Element, Double> states = new EnumMap<>(Element.class);
      if (!text("states").isEmpty()) {
        for (String word : text("states").split("_", -1)) {
          Species species =
              Species.parse(word)
                  .filter(one -> one.oxidationState().isPresent())
                  .orElseThrow(
                      () -> refused("states", "Give oxidation states, such as states=Ca2+_F-."));
          states.put(species.element(), species.oxidationState().getAsDouble());
        }
      }
      return states;
    }

    private ElementPair pair(String word) {
      String[] symbols = word.split("-", -1);
      if (symbols.length != 2) {
        throw refused("pairs", "Give pairs of elements, such as pairs=Na-Cl+Na-Na.");
      }
      return new ElementPair(element(symbols[0]), element(symbols[1]));
    }

    private Element element(String symbol) {
      return Element.ofSymbol(symbol)
          .orElseThrow(() -> refused("pairs", "Give elements by their symbols, as Na-Cl."));
    }

    private String text(String option) {
      return values.getOrDefault(option, "");
    }

    private DescribeException refused(String option, String mend) {
      return new DescribeException(
          "The option " + option + " of " + descriptor + " is \"" + text(option) + "\".", mend);
    }
  }
}
