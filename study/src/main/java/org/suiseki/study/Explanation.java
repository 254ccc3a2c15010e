package org.suiseki.study;

import java.util.List;

/**
 * What a model makes of one spectrum or pattern, and why.
 *
 * @param id of the pattern
 * @param model name of the model, for people
 * @param place its coordinates on the map of known samples
 * @param answers what the model says of its sample
 * @param neighbours the known samples nearest to it, nearest first
 * @param reasons the peaks that say so, the most telling first
 * @param inDomain whether it is like the patterns the model was trained on
 * @param notes what else a person should know, a sentence each
 */
public record Explanation(
    String id,
    String model,
    List<Coordinate> place,
    List<Answer> answers,
    List<Neighbour> neighbours,
    List<Reason> reasons,
    boolean inDomain,
    List<String> notes) {

  public Explanation {
    place = List.copyOf(place);
    answers = List.copyOf(answers);
    neighbours = List.copyOf(neighbours);
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
  }

  /** One coordinate of a map; it has no unit. */
  public record Coordinate(String name, double value) {}

  /**
   * @param deviation standard deviation that the model ascribes to itself, in the same unit; NaN
   *     where it knows none, as outside of its domain
   */
  public record Answer(String property, double value, double deviation, String unit) {}

  /**
   * @param distance in the space in which samples are compared, 1 being the typical distance of a
   *     known sample from the middle of all
   * @param values of the properties of {@link #answers}, in their order; NaN where unknown
   */
  public record Neighbour(String id, String family, double distance, List<Double> values) {}

  /**
   * @param label of a peak
   * @param position of its highest point
   * @param unit of the position
   * @param share of its intensity in that of the strongest peak, 0 to 1
   * @param move how far the pattern's point moves when the peak is made like that of the mean
   *     pattern, in the unit of {@link Neighbour#distance}
   * @param changes of each answer then, in its unit; taken away from the answer, this is what the
   *     peak contributes
   */
  public record Reason(
      String label,
      double position,
      String unit,
      double share,
      double move,
      List<Double> changes) {}
}
