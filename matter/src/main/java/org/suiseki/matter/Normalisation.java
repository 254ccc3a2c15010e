package org.suiseki.matter;

/** How the values of a spectrum are brought to a common scale. */
public enum Normalisation {
  /** Divided by the largest value, which becomes 1. */
  MAX,
  /** Divided by the area under the curve (trapezoidal rule), which becomes 1. */
  AREA,
  /**
   * Standard normal variate: mean 0 and (population) standard deviation 1 over the points. Barnes,
   * Dhanoa, Lister, Appl. Spectrosc. 43, 772 (1989), doi 10.1366/0003702894202201.
   */
  SNV
}
