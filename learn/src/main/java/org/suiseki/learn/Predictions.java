package org.suiseki.learn;

import java.util.List;

/**
 * What a model says of some rows: for each row and output the mean and the standard deviation it
 * ascribes to itself, in the unit of the output. A model that knows no uncertainty gives NaN
 * deviations.
 *
 * @param mean rows × outputs
 * @param deviation rows × outputs
 */
public record Predictions(List<Column> outputs, double[][] mean, double[][] deviation) {}
