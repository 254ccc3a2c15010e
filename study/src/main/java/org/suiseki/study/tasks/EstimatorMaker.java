package org.suiseki.study.tasks;

import java.util.List;
import org.suiseki.learn.BoostedTrees;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Estimator;
import org.suiseki.learn.Model;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Ridge;
import org.suiseki.learn.Split;

/** Makes one model by an estimator. */
record EstimatorMaker(Design design, Estimator<? extends Model> estimator) implements ModelMaker {

  static EstimatorMaker ridge() {
    return new EstimatorMaker(new Design("linear", "ridge", "ridge"), new Ridge());
  }

  static EstimatorMaker boosted(int seed) {
    return new EstimatorMaker(
        new Design("trees", "boosted trees", "boosted-trees"), new BoostedTrees().withSeed(seed));
  }

  static EstimatorMaker forest(int seed) {
    return new EstimatorMaker(
        new Design("trees", "300 decorrelated trees", "forest"),
        BoostedTrees.randomForestLike().withSeed(seed));
  }

  @Override
  public List<Design> designs() {
    return List.of(design);
  }

  @Override
  public List<? extends Model> make(Dataset data, Split split, Progress progress) {
    return List.of(estimator.fit(data, split, progress));
  }
}
