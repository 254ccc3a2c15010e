package org.suiseki.describe;

import java.util.List;
import java.util.Map;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;

/**
 * The electrostatic energy of a crystal of point charges, by {@link EwaldSum}, in numbers that do
 * not depend on the cell: the energy for each atom, how the energies of the sites spread, and the
 * lowest and highest potential at a site.
 *
 * <p>Oxidation states must be in the crystal or be given; none are guessed. A site that is shared
 * or partly vacant has the mean of its charges and counts by the part that is not vacant.
 */
public final class ElectrostaticEnergy implements Descriptor<Crystal> {
  private static final List<String> NAMES =
      List.of(
          "electrostatic energy per atom",
          "electrostatic energy of sites std",
          "electrostatic energy of sites min",
          "electrostatic energy of sites max",
          "electrostatic potential min",
          "electrostatic potential max");

  private static final List<String> UNITS = List.of("eV", "eV", "eV", "eV", "V", "V");

  private final Map<Element, Double> states;

  /** With the oxidation states that the crystals carry. */
  public ElectrostaticEnergy() {
    this(Map.of());
  }

  /**
   * @param states that hold in each crystal, whatever it carries; elements not named keep theirs
   */
  public ElectrostaticEnergy(Map<Element, Double> states) {
    this.states = Map.copyOf(states);
  }

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public List<String> units() {
    return UNITS;
  }

  /**
   * @throws DescribeException where a species has no oxidation state, the cell is not neutral, or
   *     two sites nearly coincide
   */
  @Override
  public void describe(Crystal crystal, double[] out, int offset) {
    EwaldSum sum = EwaldSum.of(states.isEmpty() ? crystal : crystal.withOxidationStates(states));
    WeightedStatistics energies = new WeightedStatistics();
    WeightedStatistics potentials = new WeightedStatistics();
    double atoms = 0;
    for (int i = 0; i < sum.siteCount(); i++) {
      atoms += crystal.occupation(i).total();
      energies.add(sum.siteEnergy(i), crystal.occupation(i).total());
      potentials.add(sum.potential(i), 1);
    }
    out[offset] = sum.energy() / atoms;
    out[offset + 1] = energies.standardDeviation();
    out[offset + 2] = energies.least();
    out[offset + 3] = energies.greatest();
    out[offset + 4] = potentials.least();
    out[offset + 5] = potentials.greatest();
  }
}
