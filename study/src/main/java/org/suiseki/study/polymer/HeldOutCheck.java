package org.suiseki.study.polymer;

/**
 * The model of the screening on polymers of the pool that it has not seen; all NaN and empty where
 * none is left.
 *
 * @param truth of each
 * @param predicted of each
 * @param low ends of the intervals
 * @param high ends
 * @param ids of each
 * @param mae mean absolute error
 * @param r2 of the predictions
 * @param rank Spearman's correlation
 * @param coverage share of the truths inside their interval, which is made for 0.9
 * @param found share of the best tenth in truth that is among the best tenth as predicted
 */
record HeldOutCheck(
    double[] truth,
    double[] predicted,
    double[] low,
    double[] high,
    String[] ids,
    double mae,
    double r2,
    double rank,
    double coverage,
    double found) {}
