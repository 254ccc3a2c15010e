package org.suiseki.learn.nn;

/**
 * The rate of each step: linear warm-up over the first twentieth (at most 50 steps), then half a
 * cosine down to zero.
 *
 * @param highest rate
 * @param steps of the whole training
 */
record LearningRate(double highest, long steps) {

  double at(long step) {
    double warmUp = Math.min(1, (step + 1.0) / Math.max(1, Math.min(50, steps / 20)));
    return highest * warmUp * 0.5 * (1 + Math.cos(Math.PI * step / steps));
  }
}
