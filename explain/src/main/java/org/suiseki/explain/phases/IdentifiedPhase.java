package org.suiseki.explain.phases;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A candidate that the pattern shows.
 *
 * @param weightPercent of the crystalline matter that was identified; together 100
 * @param deviation standard deviation of that by the fit alone, in per cent; empty where it cannot
 *     be told
 * @param strainPercent by how much the lengths of the cell are longer than the candidate's: the
 *     mean of the three
 * @param strains of each length that stretches by itself, in per cent
 * @param orientation preferred, where it was refined
 * @param absorption its linear coefficient in 1/cm, without pores; empty where it is not known
 * @param visible how many peaks should stand out of the noise
 * @param matched those of them that do
 * @param peaks all reflections of the range, by rising angle
 * @param alternatives candidates that fit nearly as well in its place, the best first
 */
public record IdentifiedPhase(
    Candidate candidate,
    double weightPercent,
    OptionalDouble deviation,
    double strainPercent,
    List<AxisStrain> strains,
    Optional<Orientation> orientation,
    OptionalDouble absorption,
    int visible,
    int matched,
    List<PhasePeak> peaks,
    List<Alternative> alternatives) {

  public IdentifiedPhase {
    strains = List.copyOf(strains);
    peaks = List.copyOf(peaks);
    alternatives = List.copyOf(alternatives);
  }

  /**
   * @param axis {@code a}, or {@code ab} for two that are equal by symmetry
   * @param percent longer than the candidate's
   */
  public record AxisStrain(String axis, double percent) {}

  /**
   * @param planes normal to the direction, such as {@code 0 0 1}
   * @param march r of March and Dollase: below 1 the planes lie in the surface, above 1 they stand
   */
  public record Orientation(String planes, double march) {}

  /**
   * @param indices of the strongest family, such as {@code 1 0 4}
   * @param twoTheta where it is seen, in degrees
   * @param height by that of the strongest, from 0 to 1
   */
  public record PhasePeak(String indices, double twoTheta, double height) {}

  /**
   * @param score what it explains in the phase's place, by what the phase explains; about 1 for one
   *     that fits as well
   * @param strainPercent that this takes
   */
  public record Alternative(Candidate candidate, double score, double strainPercent) {}
}
