package org.suiseki.study.xrd;

import java.util.Optional;
import java.util.function.BiFunction;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Spectrum;
import org.suiseki.simulate.PowderDiffraction;
import org.suiseki.simulate.PowderPattern;

/**
 * How the patterns of a simulated set come about.
 *
 * @param diffractometer they are imagined to be measured on
 * @param structure from family and values
 */
record SimulatedModelling(
    Diffractometer diffractometer, BiFunction<String, double[], Crystal> structure)
    implements PatternModelling {

  @Override
  public PowderDiffraction diffraction() {
    return diffractometer.diffraction();
  }

  @Override
  public PowderPattern instrument() {
    return diffractometer.instrument();
  }

  @Override
  public Crystal crystal(String family, double[] values) {
    return structure.apply(family, values);
  }

  @Override
  public Optional<Spectrum> expected(String family, double[] values) {
    return Optional.of(diffractometer.expected(crystal(family, values)));
  }
}
