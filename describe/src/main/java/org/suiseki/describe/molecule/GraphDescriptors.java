package org.suiseki.describe.molecule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.suiseki.describe.Descriptor;
import org.suiseki.describe.DescriptorEntry;
import org.suiseki.describe.DescriptorOptions;
import org.suiseki.matter.MolecularGraph;

/** The descriptors that need the graph only, and so are the same of molecules and of chains. */
final class GraphDescriptors {
  private static final int MOST_BITS = 1 << 20;
  private static final int LARGEST_RADIUS = 10;

  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    add(
        "ecfp",
        "atoms with their neighbours up to a radius, folded; radius=2 is called ECFP4",
        "Rogers, Hahn 2010, 10.1021/ci100050t, numbered as in RDKit",
        Map.of("radius", "2", "bits", "2048", "values", "counts"),
        given -> neighbourhoods(given, AtomKinds.CONNECTIVITY));
    add(
        "fcfp",
        "as ecfp, atoms told by their roles: donor, acceptor, aromatic, halogen, base, acid",
        "Rogers, Hahn 2010, 10.1021/ci100050t, numbered as in RDKit",
        Map.of("radius", "2", "bits", "2048", "values", "counts"),
        given -> neighbourhoods(given, AtomKinds.ROLE));
    add(
        "atom-pairs",
        "pairs of atoms and the bonds between them, folded",
        "Carhart 1985, 10.1021/ci00046a002, numbered as in RDKit",
        Map.of("longest", "30", "bits", "2048", "values", "counts"),
        given -> folded(given, new AtomPairs(longest(given, 1, 30))));
    add(
        "torsions",
        "rows of four bonded atoms, folded",
        "Nilakantan 1987, 10.1021/ci00054a008, numbered as in RDKit",
        Map.of("bits", "2048", "values", "counts"),
        given -> folded(given, new Torsions()));
    add(
        "paths",
        "rows of bonded atoms without branches, told by element and bond, folded",
        "James, Weininger, Daylight Theory Manual, Fingerprints; numbers of our own",
        Map.of("shortest", "1", "longest", "6", "bits", "2048", "values", "counts"),
        GraphDescriptors::paths);
    add(
        "physchem",
        "numbers that every molecule has: atoms, mass, volume, rings, bonds, polar surface",
        "Zhao 2003, 10.1021/jo034808o; Ertl 2000, 10.1021/jm000942e",
        Map.of(),
        given -> new PhysicalNumbers());
  }

  private GraphDescriptors() {}

  /** Makes a descriptor. */
  record Kind(
      DescriptorEntry entry, Function<DescriptorOptions, Descriptor<MolecularGraph>> maker) {}

  /** All of them, by name. */
  static Map<String, Kind> kinds() {
    return KINDS;
  }

  /** How many of the numbers of a descriptor grow with the molecule; those come first. */
  static int extensive(Descriptor<MolecularGraph> descriptor) {
    return descriptor instanceof PhysicalNumbers ? PhysicalNumbers.EXTENSIVE : descriptor.width();
  }

  private static Descriptor<MolecularGraph> neighbourhoods(DescriptorOptions given, AtomKinds of) {
    int radius = given.whole("radius");
    if (radius < 0 || radius > LARGEST_RADIUS) {
      throw given.refused("radius", "Give a radius of 0 to " + LARGEST_RADIUS + " bonds.");
    }
    return folded(given, new AtomNeighbourhoods(radius, of));
  }

  private static Descriptor<MolecularGraph> paths(DescriptorOptions given) {
    int longest = longest(given, 1, 10);
    int shortest = given.whole("shortest");
    if (shortest < 0 || shortest > longest) {
      throw given.refused("shortest", "Give 0 to " + longest + " bonds, the longest.");
    }
    return folded(given, new BondPaths(shortest, longest));
  }

  private static int longest(DescriptorOptions given, int least, int most) {
    int longest = given.whole("longest");
    if (longest < least || longest > most) {
      throw given.refused("longest", "Give " + least + " to " + most + " bonds.");
    }
    return longest;
  }

  private static Descriptor<MolecularGraph> folded(DescriptorOptions given, FeatureWalk features) {
    int bits = given.whole("bits");
    if (bits < 1 || bits > MOST_BITS) {
      throw given.refused("bits", "Give 1 to " + MOST_BITS + " places.");
    }
    return new FoldedFingerprint(given.descriptor(), features, bits, values(given));
  }

  private static FoldedFingerprint.Values values(DescriptorOptions given) {
    return switch (given.text("values")) {
      case "counts" -> FoldedFingerprint.Values.COUNTS;
      case "bits" -> FoldedFingerprint.Values.BITS;
      default -> throw given.refused("values", "Give values=counts or values=bits.");
    };
  }

  private static void add(
      String name,
      String summary,
      String source,
      Map<String, String> options,
      Function<DescriptorOptions, Descriptor<MolecularGraph>> maker) {
    KINDS.put(name, new Kind(new DescriptorEntry(name, summary, source, options), maker));
  }
}
