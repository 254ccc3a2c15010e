package org.suiseki.describe;

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

  /** How many numbers describe one material. */
  default int width() {
    return names().size();
  }
}
