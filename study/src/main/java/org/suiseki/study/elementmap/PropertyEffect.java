package org.suiseki.study.elementmap;

/**
 * What the map of the elements is without one property.
 *
 * @param property its name
 * @param moved 1 less the correlation of all distances between two elements on the map with and
 *     without it: 0 where nothing moves
 * @param group R² of the group without it, less that with it
 * @param period likewise
 * @param explained share of its variance that the map with it keeps
 */
record PropertyEffect(
    String property, double moved, double group, double period, double explained) {}
