package org.suiseki.study.polymer;

/**
 * How well one way of learning does with so many polymers.
 *
 * @param way its name
 * @param transfer whether it uses sources
 * @param size training polymers
 * @param tested polymers of the test
 * @param errors mean absolute error of each repeat, in the unit of the target
 * @param r2 of each repeat
 * @param ranks Spearman's correlation of each repeat
 */
record CurvePoint(
    String way,
    boolean transfer,
    int size,
    int tested,
    double[] errors,
    double[] r2,
    double[] ranks) {}
