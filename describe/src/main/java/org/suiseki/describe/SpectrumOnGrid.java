package org.suiseki.describe;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/**
 * The values of a spectrum at the points of an axis, by linear interpolation. A spectrum that does
 * not reach over the whole axis is refused with a {@link org.suiseki.matter.MatterException}:
 * nothing is made up.
 */
public final class SpectrumOnGrid implements Descriptor<Spectrum> {
  private final Axis axis;
  private final List<String> names;
  private final List<String> units;

  /**
   * @param unit of the spectra's values
   */
  public SpectrumOnGrid(Axis axis, String unit) {
    this.axis = axis;
    this.names =
        IntStream.range(0, axis.length())
            .mapToObj(i -> String.format(Locale.ROOT, "at %.6g %s", axis.at(i), axis.unit()))
            .toList();
    this.units = Collections.nCopies(axis.length(), unit);
    requireDistinctNames();
  }

  public Axis axis() {
    return axis;
  }

  /** {@code at 285.050 eV}. */
  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public List<String> units() {
    return units;
  }

  @Override
  public void describe(Spectrum spectrum, double[] out, int offset) {
    if (!spectrum.unit().equals(units.get(0))) {
      throw new DescribeException(
          "The spectrum is in '" + spectrum.unit() + "', expected '" + units.get(0) + "'.",
          "Bring all spectra to one unit, for instance by the same normalisation.");
    }
    spectrum.resample(axis).copyInto(out, offset);
  }

  private void requireDistinctNames() {
    for (int i = 1; i < names.size(); i++) {
      if (names.get(i).equals(names.get(i - 1))) {
        throw new DescribeException(
            "Points "
                + i
                + " and "
                + (i + 1)
                + " of the axis ("
                + axis
                + ") cannot be told apart in six digits.",
            "Use a coarser grid.");
      }
    }
  }
}
