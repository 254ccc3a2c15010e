package org.suiseki.study.elementmap;

/**
 * Elements laid out in one way.
 *
 * @param name of the way
 * @param places elements × coordinates
 * @param nodes which place of the layout each element has; empty where it lies freely
 * @param score what it has kept of the known table
 * @param chance of such a score
 */
record Arrangement(String name, double[][] places, int[] nodes, TableScore score, Chance chance) {}
