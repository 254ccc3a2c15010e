package org.suiseki.learn.transfer;

import java.util.List;
import org.suiseki.learn.Estimator;
import org.suiseki.learn.GaussianProcess;
import org.suiseki.learn.Model;
import org.suiseki.learn.Ridge;

/**
 * What learns the target from features.
 *
 * @param name for tables, unique among the heads of a trial
 * @param estimator with its options; its own threads should be one, for trials run side by side
 */
public record Head(String name, Estimator<? extends Model> estimator) {

  /** The first to try: quick, needs no tuning, and goes on along a line beyond the training. */
  public static Head ridge() {
    return new Head("ridge", new Ridge());
  }

  /**
   * Extremely randomised trees, 200 of them: bend, and bear features without use; never say more
   * than the largest training target.
   */
  public static Head forest(long seed) {
    return new Head("forest", new ExtraTrees(seed));
  }

  /**
   * One length for all features, each in its standard deviations, and a line below: bends near the
   * training rows and is a line far from them. O(rows³), for some hundreds of rows.
   */
  public static Head gaussianProcess(long seed) {
    return new Head(
        "gaussian-process",
        new StandardisedInputs(
            new GaussianProcess(GaussianProcess.Kernel.MATERN, false, true, 1, 150, seed)));
  }

  /** Ridge, forest and Gaussian process. */
  public static List<Head> standard(long seed) {
    return List.of(ridge(), forest(seed), gaussianProcess(seed));
  }
}
