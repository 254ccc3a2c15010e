package org.suiseki.study.xrd;

import java.util.List;

/**
 * The map of a set, as all patterns make it.
 *
 * @param points patterns × 2, in units of the root mean square distance from the centre
 * @param spread patterns × 2: standard deviation between seeds along each axis; zeros with one seed
 * @param overall spread between seeds as a part of the size of the map; NaN with one seed
 * @param seeds with which it was made
 * @param neighbours that count for the next two
 * @param trustworthiness of the map
 * @param continuity of it
 * @param clusters of each pattern, counted from 0
 * @param silhouette mean over patterns
 * @param agreement adjusted Rand index of the clusters with the families; NaN with one family
 * @param centres for each cluster, the mean of each property; NaN where unknown
 */
record MapResult(
    double[][] points,
    double[][] spread,
    double overall,
    int seeds,
    int neighbours,
    double trustworthiness,
    double continuity,
    int[] clusters,
    double silhouette,
    double agreement,
    List<double[]> centres) {}
