package org.suiseki.learn.transfer;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.suiseki.learn.LearnException;

/**
 * Materials as a source sees them, row by row.
 *
 * @param approaches ways to learn from it, at least one, each with a name of its own
 * @param prediction of the source's own property; NaN where it says nothing
 * @param domain how far each row lies from the training materials of the source: at most 1 is
 *     inside; NaN where the source does not know
 * @param likeness of its training materials to these ones as a whole, from 0 to 1, such as the
 *     overlap of their elements; NaN where the source does not know
 */
public record Representation(
    List<Approach> approaches, double[] prediction, double[] domain, double likeness) {

  public Representation {
    approaches = List.copyOf(approaches);
    Set<String> names = new HashSet<>();
    for (Approach approach : approaches) {
      if (approach.inputs().rows() != prediction.length || domain.length != prediction.length) {
        throw new LearnException(
            "A source gives "
                + approach.inputs().rows()
                + " rows of '"
                + approach.name()
                + "' for "
                + prediction.length
                + " predictions.",
            "Give one row for each material.");
      }
      if (!names.add(approach.name())) {
        throw new LearnException(
            "A source gives '" + approach.name() + "' twice.", "Name each approach differently.");
      }
    }
    if (approaches.isEmpty()) {
      throw new LearnException(
          "A source gives nothing to learn from.", "Give a layer, or the prediction itself.");
    }
  }

  /** The share of rows inside the domain; NaN where the source does not know. */
  public double insideShare() {
    double[] known = Arrays.stream(domain).filter(value -> !Double.isNaN(value)).toArray();
    return known.length == 0
        ? Double.NaN
        : (double) Arrays.stream(known).filter(value -> value <= 1).count() / known.length;
  }
}
