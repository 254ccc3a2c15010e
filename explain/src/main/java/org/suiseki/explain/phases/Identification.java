package org.suiseki.explain.phases;

import java.util.List;

/**
 * What was found in a pattern.
 *
 * @param phases the greatest weight first; none where no candidate explains anything
 * @param unexplained peaks of no phase, the highest first
 * @param unexplainedShare their part of the height of all peaks, from 0 to 1
 * @param agreement between observed and calculated
 * @param zero refined shift of the angles, in degrees
 * @param displacement refined, in degrees at low angles
 * @param curves for drawing
 * @param refused candidates that cannot be used here, and why
 */
public record Identification(
    List<IdentifiedPhase> phases,
    List<UnexplainedPeak> unexplained,
    double unexplainedShare,
    Agreement agreement,
    double zero,
    double displacement,
    Curves curves,
    List<Refused> refused) {

  public Identification {
    phases = List.copyOf(phases);
    unexplained = List.copyOf(unexplained);
    refused = List.copyOf(refused);
  }

  /**
   * R values as of Young, The Rietveld Method (1993), table 1.3, the background counted as
   * observed.
   *
   * @param weighted Rwp, from 0
   * @param plain Rp, from 0
   * @param goodness the root of the reduced χ²
   */
  public record Agreement(double weighted, double plain, double goodness) {}

  /**
   * At each point of the pattern, evenly spaced.
   *
   * @param twoTheta degrees
   * @param observed as measured
   * @param background fitted
   * @param calculated background and phases
   */
  public record Curves(
      double[] twoTheta, double[] observed, double[] background, double[] calculated) {}

  /**
   * @param reason a sentence
   */
  public record Refused(Candidate candidate, String reason) {}

  /** Whether peaks remain that no phase explains. */
  public boolean incomplete() {
    return !unexplained.isEmpty();
  }
}
