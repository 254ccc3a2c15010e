package org.suiseki.matter.geometry;

import org.suiseki.matter.Crystal;
import org.suiseki.matter.MatterException;

/**
 * Who is bonded to whom in a crystal, as CrystalNN finds it: neighbours that share a facet of the
 * Voronoi tessellation, weighted by how much of the sky they cover, by how much they differ in
 * electronegativity and by how far they stand; and from the weights a probability for every
 * coordination number.
 *
 * <p>For each facet the weight is Ω · (Ω / A) · (1 + 3 √(|Δχ| / 3.3)), with solid angle Ω, area A
 * and Pauling electronegativities χ (1 where one is not known), divided by the largest of the site;
 * then times a factor that falls from 1 at the sum of radii + {@code fullDistance} to 0 at the sum
 * + {@code noneDistance} as half a cosine. Radii are Shannon's crystal radii where both oxidation
 * states are known, else covalent ({@code crystal-radii.csv} says more); without any there is no
 * such factor. With weights w₁ ≥ w₂ ≥ … the probability of coordination number n is the area of the
 * quarter of the unit disc between w₍ₙ₊₁₎ and wₙ. Sites with several species are taken for their
 * largest part.
 *
 * <p>H. Pan et al., Inorg. Chem. 60, 1590 (2021), 10.1021/acs.inorgchem.0c02996; N. E. R.
 * Zimmermann and A. Jain, RSC Adv. 10, 6063 (2020), 10.1039/C9RA07755C. Parameters and radii are
 * those of pymatgen 2022.11.7; {@link #AS_PYMATGEN} gives its numbers. Two things it does are not
 * done by default. It rounds weights to three decimals, which ties neighbours that are not equally
 * near and drops those below 0.0005; without that, probabilities are continuous in the coordinates
 * and differ by up to 4/π · 0.001. And it sees no atom beyond 7 Å where the others close the cell
 * already, so that cells between layers become needles: S in the layers of PbS gets one neighbour
 * instead of five.
 *
 * <p>Time grows linearly with the sites.
 *
 * @param cationAnion whether only sites of opposite or zero oxidation state are neighbours
 * @param fullDistance in Å beyond the sum of radii: so far a distance costs no weight
 * @param noneDistance in Å beyond the sum of radii: from there on the weight is 0; infinite for no
 *     regard to distances
 * @param electronegativityWeight of differences in electronegativity; 0 for no regard to them
 * @param porousAdjustment whether Ω / A is a factor, which mends open and layered structures
 * @param searchCutoff in Å: no atom beyond it bounds a Voronoi cell, unless the cell would be open;
 *     infinite for the exact cell
 * @param weightStep weights are rounded to multiples of this; 0 for no rounding
 */
public record CrystalNN(
    boolean cationAnion,
    double fullDistance,
    double noneDistance,
    double electronegativityWeight,
    boolean porousAdjustment,
    double searchCutoff,
    double weightStep) {
  private static final double NONE = Double.POSITIVE_INFINITY;

  /** For chemical bonds: pymatgen's default parameters, without its rounding and cutoff. */
  public static final CrystalNN DEFAULT = new CrystalNN(false, 0.5, 1.0, 3.0, true, NONE, 0);

  /** For frameworks and motifs: without regard to elements and distances. */
  public static final CrystalNN GEOMETRIC = new CrystalNN(false, NONE, NONE, 0, true, NONE, 0);

  /** As {@link #DEFAULT}, with pymatgen's rounding and cutoff, for comparisons. */
  public static final CrystalNN AS_PYMATGEN = new CrystalNN(false, 0.5, 1.0, 3.0, true, 7, 0.001);

  /**
   * @throws MatterException where a number is negative or NaN, or the distances are not in order
   */
  public CrystalNN {
    boolean distances = fullDistance < noneDistance || noneDistance == NONE;
    boolean numbers =
        electronegativityWeight >= 0
            && electronegativityWeight < NONE
            && searchCutoff > 0
            && weightStep >= 0
            && weightStep < 1;
    if (!distances || Double.isNaN(fullDistance) || !numbers) {
      throw new MatterException(
          "CrystalNN cannot work with distances "
              + fullDistance
              + " and "
              + noneDistance
              + ", electronegativity weight "
              + electronegativityWeight
              + ", search cutoff "
              + searchCutoff
              + " and weight step "
              + weightStep
              + ".",
          "Give ascending distances, a cutoff above 0, a step below 1, and nothing negative.");
    }
  }

  /** With neighbours of opposite or zero charge only, or with all. */
  public CrystalNN withCationAnion(boolean only) {
    return new CrystalNN(
        only,
        fullDistance,
        noneDistance,
        electronegativityWeight,
        porousAdjustment,
        searchCutoff,
        weightStep);
  }

  /**
   * The environments of all sites.
   *
   * @throws MatterException where two atoms overlap, or {@code cationAnion} is asked for and a site
   *     has no oxidation state
   */
  public CoordinationEnvironments environments(Crystal crystal) {
    VoronoiSearch search = new VoronoiSearch(crystal);
    return environments(
        crystal, searchCutoff == NONE ? search.run() : search.runWithin(searchCutoff));
  }

  /** The same from a tessellation of that crystal that is there already; no search cutoff then. */
  public CoordinationEnvironments environments(Crystal crystal, VoronoiTessellation cells) {
    return new BondWeights(this, crystal, cells).environments();
  }
}
