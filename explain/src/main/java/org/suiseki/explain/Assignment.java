package org.suiseki.explain;

/**
 * A known reading of a region of a spectrum: context for a figure, not a fit.
 *
 * @param from lower end, eV
 * @param to upper end, eV
 * @param label the transition and where it is met, such as {@code C 1s → π* (C=C), aromatic}
 * @param source where the region is from
 * @param basis how far the numbers were checked
 */
public record Assignment(double from, double to, String label, String source, Basis basis) {

  /** How far the energies of an assignment are backed. */
  public enum Basis {
    /** Energies as stated in the abstract of the source; a single energy stands as ± 0.2 eV. */
    STATED,
    /**
     * The customary region, from general knowledge of the literature named; rounded, not looked up
     * there.
     */
    CUSTOMARY
  }

  public Assignment {
    if (!(from < to)) {
      throw new ExplainException(
          "The assignment '" + label + "' goes from " + from + " to " + to + " eV.",
          "Give a lower and a higher energy.");
    }
  }

  public boolean contains(double energy) {
    return from <= energy && energy <= to;
  }
}
