package org.suiseki.describe;

import java.util.Locale;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Species;
import org.suiseki.matter.geometry.Neighbours;

/**
 * The electrostatic energy of point charges in a periodic cell, by Ewald's method (Ann. Phys. 369,
 * 253 (1921), 10.1002/andp.19213690304; in the notation of Allen and Tildesley, Computer Simulation
 * of Liquids, 2nd ed., eq. 6.4): a sum over neighbours, screened by erfc(αr), and a sum over
 * reciprocal vectors. The surroundings conduct, so that a dipole of the cell costs nothing.
 *
 * <p>The screening α follows from the size of the cell, and both sums are carried on until what
 * they leave out of any site's potential, counted as if all of it had one sign, is below the
 * accuracy asked for.
 *
 * <p>Cost: time N^1.5, memory N.
 *
 * <p>A site that is shared or partly vacant has the mean of its charges. Limits: where such sites
 * stand for atoms that are never there together, the energy between them is counted nonetheless;
 * sites nearer than {@value #CLOSEST} Å are refused.
 */
public final class EwaldSum {
  /** e²/(4πε₀) in eV Å (CODATA 2018). */
  public static final double COULOMB = 14.39964547842567;

  /** Å; no two ions of a crystal come so near. */
  static final double CLOSEST = 0.5;

  /** In e/Å, of each site's potential: 1.4e-9 V. */
  private static final double ACCURACY = 1e-10;

  /** How much longer one neighbour takes than one site in one reciprocal vector; measured. */
  private static final double NEIGHBOUR_COST = 50;

  /** So much denser than on average may the shell of atoms or vectors be that is left out first. */
  private static final double UNEVEN = 4;

  private static final double LARGEST_CHARGE = 100;

  /** A cell's charge below this is the rounding of its occupancies. */
  private static final double NEUTRAL = 1e-3;

  private final double[] charges;
  private final double[] potentials;

  private EwaldSum(double[] charges, double[] potentials) {
    this.charges = charges;
    this.potentials = potentials;
  }

  /**
   * The sum for the oxidation states that the crystal carries. None are guessed.
   *
   * @throws DescribeException where a species has no oxidation state, the cell is not neutral, or
   *     two sites nearly coincide
   */
  public static EwaldSum of(Crystal crystal) {
    double[] charges = charges(crystal);
    double sum = 0;
    for (double charge : charges) {
      sum += charge;
    }
    if (Math.abs(sum) > NEUTRAL * charges.length) {
      throw new DescribeException(
          "The oxidation states of "
              + crystal
              + " add up to "
              + String.format(Locale.ROOT, "%.6g", sum)
              + " in the cell.",
          "Give states that leave the cell neutral, or sum given charges over a background.");
    }
    return of(crystal, charges);
  }

  /**
   * The sum for given charges, in elementary charges, one for each site. What a charged cell lacks
   * to be neutral is an even background.
   *
   * @throws DescribeException where they are not one for each site, or two sites nearly coincide
   */
  public static EwaldSum of(Crystal crystal, double[] charges) {
    return of(crystal, charges, ACCURACY, 1);
  }

  /**
   * @param accuracy of each site's potential, in e/Å
   * @param screening by which factor α differs from the cheapest; the result does not depend on it
   */
  static EwaldSum of(Crystal crystal, double[] charges, double accuracy, double screening) {
    if (charges.length != crystal.siteCount()) {
      throw new DescribeException(
          "There are " + charges.length + " charges for " + crystal.siteCount() + " sites.",
          "Give one charge for each site.");
    }
    for (double charge : charges) {
      if (!(Math.abs(charge) <= LARGEST_CHARGE)) {
        throw new DescribeException(
            "A site has the charge " + charge + ".", "Give charges from -100 to 100.");
      }
    }
    double total = 0;
    double size = 0;
    double largest = 0;
    for (double charge : charges) {
      total += charge;
      size += Math.abs(charge);
      largest = Math.max(largest, Math.abs(charge));
    }
    double volume = crystal.volume();
    double alpha = screening * alpha(charges.length, volume);
    double density = charges.length / volume;
    double realTail = UNEVEN * 2 * Math.PI * density * largest / (alpha * alpha);
    double cutoff = Math.max(CLOSEST, argument(accuracy / realTail) / alpha);
    double reciprocalTail = UNEVEN * 2 * size * alpha / Math.sqrt(Math.PI);
    double largestVector = 2 * alpha * argument(accuracy / reciprocalTail);
    double[] potentials = new double[charges.length];
    addNeighbours(crystal, charges, alpha, cutoff, potentials);
    new ReciprocalSum(crystal, charges, alpha).addTo(potentials, largestVector);
    double background = Math.PI * total / (volume * alpha * alpha);
    for (int i = 0; i < potentials.length; i++) {
      potentials[i] -= 2 * alpha / Math.sqrt(Math.PI) * charges[i] + background;
    }
    return new EwaldSum(charges.clone(), potentials);
  }

  /** Of one cell, in eV. */
  public double energy() {
    double energy = 0;
    for (int i = 0; i < charges.length; i++) {
      energy += siteEnergy(i);
    }
    return energy;
  }

  /** The half of a site's interactions that is counted to it, in eV; they add up to the cell's. */
  public double siteEnergy(int site) {
    return 0.5 * COULOMB * charges[site] * potentials[site];
  }

  /** At a site, from all charges but its own, in V. */
  public double potential(int site) {
    return COULOMB * potentials[site];
  }

  /** In elementary charges. */
  public double charge(int site) {
    return charges[site];
  }

  public int siteCount() {
    return charges.length;
  }

  /**
   * The energy of one formula unit in units of −e²/(4πε₀ d), without the ions' valences: 1.7476 for
   * NaCl with d its shortest distance.
   *
   * @param distance d in Å
   * @param formulaUnits in the cell
   */
  public double madelungConstant(double distance, double formulaUnits) {
    return -energy() * distance / (COULOMB * formulaUnits);
  }

  /** The mean oxidation state of each site; a vacancy counts as 0. */
  static double[] charges(Crystal crystal) {
    double[] charges = new double[crystal.siteCount()];
    for (int i = 0; i < charges.length; i++) {
      Occupation occupation = crystal.occupation(i);
      for (int k = 0; k < occupation.species().size(); k++) {
        Species species = occupation.species().get(k);
        if (species.oxidationState().isEmpty()) {
          throw new DescribeException(
              "Site " + crystal.label(i) + " holds " + species + " without an oxidation state.",
              "Give oxidation states, as in ewald:states=Ca2+_F- or by Crystal.withOxidationStates;"
                  + " none are guessed.");
        }
        charges[i] += occupation.fraction(k) * species.oxidationState().getAsDouble();
      }
    }
    return charges;
  }

  /** Where both sums cost about the same. */
  private static double alpha(int sites, double volume) {
    double ratio = NEIGHBOUR_COST * 2 * Math.pow(Math.PI, 3) * sites / (volume * volume);
    return Math.pow(ratio, 1.0 / 6);
  }

  /** The least argument in steps whose erfc is below a value. */
  private static double argument(double value) {
    double s = 0.5;
    while (ErrorFunction.erfc(s) > value) {
      s += 0.02;
    }
    return s;
  }

  private static void addNeighbours(
      Crystal crystal, double[] charges, double alpha, double cutoff, double[] potentials) {
    PairBlocks.each(
        crystal,
        cutoff,
        (neighbours, first, end) -> {
          for (int site = first; site < end; site++) {
            potentials[site] += potential(crystal, neighbours, site, charges, alpha);
          }
        });
  }

  private static double potential(
      Crystal crystal, Neighbours neighbours, int site, double[] charges, double alpha) {
    double sum = 0;
    for (int e = neighbours.from(site); e < neighbours.to(site); e++) {
      double r = neighbours.distance(e);
      if (r < CLOSEST) {
        throw tooClose(crystal, site, neighbours.neighbour(e), r);
      }
      sum += charges[neighbours.neighbour(e)] * ErrorFunction.erfc(alpha * r) / r;
    }
    return sum;
  }

  private static DescribeException tooClose(Crystal crystal, int site, int other, double r) {
    return new DescribeException(
        String.format(
            Locale.ROOT,
            "Site %d (%s) and site %d (%s) are %.3f Å apart.",
            site,
            crystal.label(site),
            other,
            crystal.label(other),
            r),
        "Remove one of them; ions so close have no meaningful energy.");
  }
}
