package org.suiseki.study.xrd;

import java.util.List;

/**
 * Patterns between two compositions, made by walking from one to the other in a space whose
 * training held neither the composition between them nor its patterns.
 *
 * @param walks all that were tried
 * @param examples rows of values for the report: of one walk each, see {@link Example}
 */
record WalkResult(List<Walk> walks, List<Example> examples) {

  /**
   * One walk. R-factors in %, on the scale of intensities: Σ |truth − made| / Σ |truth|. Errors of
   * peak positions in the unit of the axis; NaN where no peaks are known.
   *
   * @param from group where it begins
   * @param to group where it ends
   * @param between held-out group that lies between them
   * @param part of the way, 0 to 1
   * @param span how far apart the ends are: the largest difference of a property, in its unit
   * @param map R of the walk on the map
   * @param wide R of the walk in the wide space
   * @param mixing R of the mixed patterns of the ends
   * @param floor R of the map's own reconstruction of the true pattern
   * @param mapPosition error of peak positions of the walk on the map
   * @param widePosition error of peak positions of the walk in the wide space
   * @param mixingPosition error of peak positions of the mixed patterns
   */
  record Walk(
      String from,
      String to,
      String between,
      double part,
      double span,
      double map,
      double wide,
      double mixing,
      double floor,
      double mapPosition,
      double widePosition,
      double mixingPosition) {}

  /**
   * The curves of one walk, as intensities on the grid of the set.
   *
   * @param walk number among the walks
   * @param fromRow number of a pattern of the first end
   * @param toRow number of a pattern of the other
   */
  record Example(
      int walk,
      int fromRow,
      int toRow,
      double[] truth,
      double[] map,
      double[] wide,
      double[] mixing) {}
}
