package org.suiseki.describe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.suiseki.matter.Crystal;
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
    addSites(
        "crystalnn-ops",
        "motifs of sites: order parameters of coordination numbers 1 to 12, by CrystalNN",
        "Zimmermann, Jain 2020, 10.1039/C9RA07755C",
        Map.of("like", ""),
        given -> SiteFingerprint.ops(given.crystalNN()));
    addSites(
        "crystalnn-cn",
        "how likely each coordination number of sites is, by CrystalNN",
        "Pan et al. 2021, 10.1021/acs.inorgchem.0c02996",
        Map.of("like", ""),
        given -> SiteFingerprint.cn(given.crystalNN()));
    addSites(
        "crystalnn-shapes",
        "motifs of sites: nearness to ideal polyhedra, which tells prisms from octahedra",
        "Pinsky, Avnir 1998, 10.1021/ic9804925",
        Map.of("like", ""),
        given -> SiteFingerprint.shapes(given.crystalNN()));
    add(
        "soap",
        "smooth overlap of atomic positions, all elements alike, mean over sites",
        "Bartók et al. 2013, 10.1103/PhysRevB.87.184115",
        Map.of(),
        given -> new SoapAverage(new Soap(SoapOptions.defaults()), SoapAverage.Of.SPECTRA));
    add(
        "bonds",
        "lengths, angles and numbers of bonds by CrystalNN, and their histograms",
        "Pan et al. 2021, 10.1021/acs.inorgchem.0c02996",
        Map.of(),
        given -> new BondStatistics(BondRule.crystalNN(CrystalNN.DEFAULT)));
    add(
        "bonds-nearest",
        "lengths, angles and numbers of bonds to the nearest neighbours, and their histograms",
        "neighbours up to slack times farther than the nearest, as pymatgen's MinimumDistanceNN",
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

  /** Makes descriptors, and where the thing is one of sites, those before the mean. */
  private record Kind(
      DescriptorEntry entry,
      Function<CrystalOptions, Descriptor<Crystal>> maker,
      Optional<Function<CrystalOptions, SiteDescriptor>> siteMaker) {}

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

  /**
   * The descriptor of a name, with options where they follow: {@code rdf:cutoff=8:bins=160}.
   *
   * @throws DescribeException where there is none of that name, or it does not take such options
   */
  public static Descriptor<Crystal> named(String nameAndOptions) {
    Kind kind = kind(DescriptorOptions.name(nameAndOptions));
    return kind.maker().apply(options(kind, nameAndOptions));
  }

  /**
   * As {@link #named}, each site for itself instead of the statistics over sites.
   *
   * @throws DescribeException also where it does not describe sites
   */
  public static SiteDescriptor ofSites(String nameAndOptions) {
    Kind kind = kind(DescriptorOptions.name(nameAndOptions));
    List<String> known =
        KINDS.values().stream()
            .filter(other -> other.siteMaker().isPresent())
            .map(other -> other.entry().name())
            .toList();
    return kind.siteMaker()
        .orElseThrow(() ->
            new DescribeException(
                "The descriptor " + kind.entry().name() + " describes crystals, not sites.",
                "Of sites there are " + String.join(", ", known) + "."))
        .apply(options(kind, nameAndOptions));
  }

  private static CrystalOptions options(Kind kind, String nameAndOptions) {
    return new CrystalOptions(DescriptorOptions.read(kind.entry(), nameAndOptions));
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
      Function<CrystalOptions, Descriptor<Crystal>> maker) {
    DescriptorEntry entry = new DescriptorEntry(name, summary, source, options);
    KINDS.put(name, new Kind(entry, maker, Optional.empty()));
  }

  /** Of sites: a crystal is described by the statistics over its sites. */
  private static void addSites(
      String name,
      String summary,
      String source,
      Map<String, String> options,
      Function<CrystalOptions, SiteDescriptor> maker) {
    DescriptorEntry entry = new DescriptorEntry(name, summary, source, options);
    KINDS.put(
        name, new Kind(entry, given -> new SiteStatistics(maker.apply(given)), Optional.of(maker)));
  }
}
