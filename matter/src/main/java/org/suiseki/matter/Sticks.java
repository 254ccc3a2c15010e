package org.suiseki.matter;

import java.util.Arrays;

/**
 * Transitions as lines without width: an energy (eV) and a strength (dimensionless or atomic units,
 * not negative) each. The order does not matter and energies may coincide. Immutable.
 */
public final class Sticks {
  private final double[] energy;
  private final double[] strength;

  /**
   * @throws MatterException where the lengths differ, there are none, or a number is unusable,
   *     naming the line
   */
  public Sticks(double[] energy, double[] strength) {
    if (energy.length != strength.length || energy.length == 0) {
      throw new MatterException(
          "There are " + energy.length + " energies and " + strength.length + " strengths.",
          "Give one strength for each energy, and at least one of them.");
    }
    for (int i = 0; i < energy.length; i++) {
      if (!Double.isFinite(energy[i])) {
        throw new MatterException(
            "The energy of transition " + (i + 1) + " is " + energy[i] + ".",
            "Give a finite number in eV.");
      }
      if (!Double.isFinite(strength[i]) || strength[i] < 0) {
        throw new MatterException(
            String.format(
                "The strength of transition %d (%s eV) is %s.", i + 1, energy[i], strength[i]),
            "Give a finite number that is not negative.");
      }
    }
    this.energy = energy.clone();
    this.strength = strength.clone();
  }

  public int length() {
    return energy.length;
  }

  /** In eV. */
  public double energy(int index) {
    return energy[index];
  }

  public double strength(int index) {
    return strength[index];
  }

  /** The sum of the strengths. */
  public double totalStrength() {
    return Arrays.stream(strength).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sticks that
        && Arrays.equals(energy, that.energy)
        && Arrays.equals(strength, that.strength);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(energy) + Arrays.hashCode(strength);
  }

  @Override
  public String toString() {
    double low = Arrays.stream(energy).min().orElseThrow();
    double high = Arrays.stream(energy).max().orElseThrow();
    return String.format("%d transitions, %s to %s eV", length(), low, high);
  }
}
