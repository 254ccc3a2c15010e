package org.suiseki.describe;

import java.util.Collections;
import java.util.List;

/**
 * Turns matter into a fixed number of named numbers. Safe for use by several threads at once.
 *
 * @param <T> what is described
 */
public interface Descriptor<T> {

  /** One name for each number, all different. */
  List<String> names();

  /** One unit for each number; {@code "1"} for pure numbers. */
  List<String> units();

  /**
   * Writes {@link #width()} numbers into {@code out} from {@code offset} on.
   *
   * @throws DescribeException where the material cannot be described
   */
  void describe(T material, double[] out, int offset);

  /**
   * For each number what it means and where it is defined or measured; empty where nothing beyond
   * the name is said.
   */
  default List<String> sources() {
    return Collections.nCopies(width(), "");
  }

  /** Whether {@link #note} ever says anything, so that a table needs a column for it. */
  default boolean annotates() {
    return false;
  }

  /**
   * What has to stand beside the numbers of this material, such as which of them rest on a value
   * that was filled in; empty where there is nothing to say.
   */
  default String note(T material) {
    return "";
  }

  /** How many numbers describe one material. */
  default int width() {
    return names().size();
  }
}
