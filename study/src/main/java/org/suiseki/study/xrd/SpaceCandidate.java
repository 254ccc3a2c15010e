package org.suiseki.study.xrd;

import java.util.List;
import java.util.stream.LongStream;
import org.suiseki.learn.LatentEstimator;
import org.suiseki.learn.LatentModel;

/**
 * One way to make a feature space, with any number of coordinates and from any seed.
 *
 * @param name lower-case words joined by dashes, for stages and tables, such as {@code
 *     dense-denoising}
 * @param baseline whether it is a dull one, to be beaten
 * @param maker of the estimator
 */
record SpaceCandidate(String name, boolean baseline, Maker maker) {

  /** Makes an estimator for a number of coordinates and a seed. */
  @FunctionalInterface
  interface Maker {
    LatentEstimator<? extends LatentModel> make(int size, long seed);
  }

  /** For people: {@code dense denoising autoencoder}. */
  String title() {
    return switch (name) {
      case "pca" -> "principal components";
      case "nmf" -> "non-negative factors";
      case "kernel-pca" -> "kernel principal components";
      default -> name.replace('-', ' ') + " autoencoder";
    };
  }

  /** Estimators that differ in their seed alone. */
  List<LatentEstimator<? extends LatentModel>> seeded(int size, long seed, int seeds) {
    return LongStream.range(0, seeds)
        .<LatentEstimator<? extends LatentModel>>mapToObj(i -> maker.make(size, seed + i))
        .toList();
  }
}
