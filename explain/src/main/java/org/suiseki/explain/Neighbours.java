package org.suiseki.explain;

/**
 * The nearest reference rows of each query, nearest first; of equal distances the lower row first.
 *
 * @param rows queries × k indices of reference rows
 * @param distances queries × k distances
 */
public record Neighbours(int[][] rows, double[][] distances) {}
