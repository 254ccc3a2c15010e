package org.suiseki.study.xrd;

import java.util.Optional;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Spectrum;
import org.suiseki.simulate.PowderDiffraction;
import org.suiseki.simulate.PowderPattern;

/**
 * What is known of how the patterns of a set come about: the structure at a composition, and the
 * pattern it must have.
 */
interface PatternModelling {

  /** The radiation and physics that peaks are calculated with. */
  PowderDiffraction diffraction();

  /** The instrument of the patterns, for the widths of peaks. */
  PowderPattern instrument();

  /**
   * The structure at a composition.
   *
   * @param values of the set's properties, in their order and units
   */
  Crystal crystal(String family, double[] values);

  /**
   * The pattern without noise at a composition, on the axis of the set's patterns; empty where the
   * structure is known but not the instrument, as for measured patterns.
   */
  Optional<Spectrum> expected(String family, double[] values);
}
