package org.suiseki.study.conductivity;

/**
 * How good a source is at its own property.
 *
 * @param name of the source
 * @param property that it was trained on
 * @param unit of it
 * @param scale linear or logarithmic
 * @param rows that were used
 * @param r2 over a tenth that was held out, on that scale
 * @param mae likewise
 */
record SourceSummary(
    String name, String property, String unit, String scale, int rows, double r2, double mae) {}
