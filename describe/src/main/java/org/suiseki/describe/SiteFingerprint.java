package org.suiseki.describe;

import java.util.Collections;
import java.util.List;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.geometry.CrystalNN;

/**
 * Describes each site by how many neighbours it has and which motif they form: for each
 * coordination number n from 1 to 24 the probability that {@link CrystalNN} gives it ({@code wt
 * CN_n}), and for each motif of n neighbours that probability times how much the n likeliest
 * neighbours resemble it (0 to 1, {@code octahedral CN_6}). The numbers of {@link #cn} and {@link
 * #ops} are those of matminer's CrystalNNFingerprint with the presets of these names (Zimmermann,
 * Jain, RSC Adv. 10, 6063 (2020), doi 10.1039/C9RA07755C). Immutable.
 *
 * <pre>{@code
 * SiteFingerprint ops = SiteFingerprint.ops();
 * double[] rows = ops.describeSites(rutile);        // 6 sites × 61 numbers
 * new SiteStatistics(ops);                          // 244 numbers for a crystal
 * }</pre>
 *
 * <p>Deviations from matminer: the value of "body-centered cubic" is the mean over the orders of
 * neighbours of equal weight, which matminer takes in the order it happens to find them; and
 * weights are not rounded to three decimals, which moves numbers by up to 0.001. With {@link
 * CrystalNN#AS_PYMATGEN} they are, and the numbers agree to 1e-6.
 *
 * <p>Limits: see {@link OrderParameter}. Trigonal prisms and square antiprisms have no motif in
 * "ops", where a prism is most of all "pentagonal pyramidal": {@link #shapes} has both.
 * Probabilities of more than 24 neighbours are left out.
 *
 * <p>Cost beside that of CrystalNN: some 7 µs a site for {@link #ops}, 350 µs for {@link #shapes}.
 */
public final class SiteFingerprint implements SiteDescriptor {
  private final CrystalNN neighbours;
  private final MotifFingerprint motifs;

  private SiteFingerprint(CrystalNN neighbours, List<FingerprintMotif> motifs) {
    this.neighbours = neighbours;
    this.motifs = new MotifFingerprint(motifs);
  }

  /** 24 probabilities of coordination numbers. */
  public static SiteFingerprint cn() {
    return cn(CrystalNN.DEFAULT);
  }

  /** The same with neighbours found in another way. */
  public static SiteFingerprint cn(CrystalNN neighbours) {
    return new SiteFingerprint(neighbours, List.of());
  }

  /** 61 numbers: probabilities, and order parameters of 37 motifs by number of neighbours. */
  public static SiteFingerprint ops() {
    return ops(CrystalNN.DEFAULT);
  }

  /** The same with neighbours found in another way. */
  public static SiteFingerprint ops(CrystalNN neighbours) {
    return new SiteFingerprint(neighbours, FingerprintMotif.all());
  }

  /**
   * Probabilities, and scores of all {@link CoordinationShape}s on one scale, among them trigonal
   * prism, square antiprism, anticuboctahedron and icosahedron: {@code trigonal prismatic shape
   * CN_6}. In no other program; see {@link ShapeMatch#score()}.
   */
  public static SiteFingerprint shapes() {
    return shapes(CrystalNN.DEFAULT);
  }

  /** The same with neighbours found in another way. */
  public static SiteFingerprint shapes(CrystalNN neighbours) {
    return new SiteFingerprint(
        neighbours,
        CoordinationShape.all().stream()
            .map(shape ->
                new FingerprintMotif(
                    shape.coordination(), shape.name() + " shape", new OrderParameter.Shape(shape)))
            .toList());
  }

  @Override
  public List<String> names() {
    return motifs.names();
  }

  @Override
  public List<String> units() {
    return Collections.nCopies(motifs.names().size(), "1");
  }

  @Override
  public void describeSites(Crystal crystal, double[] out, int offset) {
    SiteSurroundings surroundings = new SiteSurroundings(neighbours.environments(crystal));
    NeighbourAngles angles = new NeighbourAngles();
    int width = motifs.names().size();
    for (int site = 0; site < crystal.siteCount(); site++) {
      surroundings.read(site);
      motifs.write(
          surroundings.probabilities(),
          surroundings.directions(),
          surroundings.weights(),
          angles,
          out,
          offset + site * width);
    }
  }
}
