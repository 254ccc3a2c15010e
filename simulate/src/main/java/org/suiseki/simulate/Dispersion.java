package org.suiseki.simulate;

import java.util.Map;
import org.suiseki.matter.Element;

/**
 * Anomalous dispersion f′ and f″ in electrons of H to U at the lines of the anodes, from {@code
 * dispersion.csv}: Chantler, J. Phys. Chem. Ref. Data 24, 71 (1995), 10.1063/1.555974, f′ with the
 * relativistic correction of Kissel and Pratt (3/5 of Cromer and Liberman's) and the nuclear
 * Thomson term.
 */
final class Dispersion {
  /** A wavelength this close to a line, as a part of it, is that line; scales differ by 2e-5. */
  private static final double SAME = 1e-4;

  private static final Map<String, double[]> BY_SYMBOL = ResourceTable.read("dispersion.csv");

  private Dispersion() {}

  /** The number of the line at a wavelength, -1 where there is none. */
  static int column(double wavelength) {
    for (Anode anode : Anode.values()) {
      double[] lines = {anode.kAlpha1(), anode.kAlpha2(), anode.kBeta()};
      for (int i = 0; i < lines.length; i++) {
        if (Math.abs(wavelength - lines[i]) <= SAME * lines[i]) {
          return 3 * anode.ordinal() + i;
        }
      }
    }
    return -1;
  }

  /** The mean f′ (part 0) or f″ (part 1) over the lines; 0 for elements beyond U. */
  static double mean(Element element, Radiation radiation, int part) {
    double[] row = BY_SYMBOL.get(element.symbol());
    if (row == null) {
      return 0;
    }
    double sum = 0;
    for (EmissionLine line : radiation.lines()) {
      sum += line.weight() * row[2 * column(line.wavelength()) + part];
    }
    return sum / radiation.weight();
  }
}
