package org.suiseki.learn;

/**
 * Which row is for training, for validation (early stopping and choice of options; may be empty)
 * and for the test. The three do not overlap; an estimator never looks at {@code test}.
 */
public record Split(int[] train, int[] validation, int[] test) {}
