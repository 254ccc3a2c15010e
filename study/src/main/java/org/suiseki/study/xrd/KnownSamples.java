package org.suiseki.study.xrd;

import java.util.List;

/**
 * The patterns a model was trained on, as far as a new one is compared with them.
 *
 * @param ids of the patterns
 * @param families of each, by name
 * @param values rows × properties; NaN where unknown
 * @param map coordinates on the map, rows × 2
 * @param wide coordinates in the wide space, rows × its size
 */
record KnownSamples(
    List<String> ids, List<String> families, double[][] values, double[][] map, double[][] wide) {

  int size() {
    return ids.size();
  }
}
