package org.suiseki.study.coreloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Table;
import org.suiseki.study.OutOfFold;

class ScoresTest {
  private static final MolecularProperty GAP =
      new MolecularProperty("gap", "Gap", "eV", MolecularProperty.Kind.INTENSIVE);
  private static final double[][] TRUTH = {{1}, {2}, {3}, {4}, {Double.NaN}};
  private static final int[] FOLD = {0, 0, 1, 1, 1};

  private static Scores scores() {
    Table targets = CoreLossSamples.table("eV", TRUTH);
    return new Scores(CoreLossSamples.set(targets, targets), List.of(GAP));
  }

  private static OutOfFold saying(double... values) {
    double[][] mean = new double[values.length][];
    for (int row = 0; row < values.length; row++) {
      mean[row] = new double[] {values[row]};
    }
    return new OutOfFold(mean, new double[values.length][1], FOLD);
  }

  @Test
  void scoresAllFoldsTogetherWithoutUnknownTruths() {
    Scores scores = scores();
    scores.add(SplitKind.RANDOM, FeatureSet.BOTH, "ridge", saying(1.5, 2, 3.5, 4.5, 99));
    Score score = scores.score(GAP, FeatureSet.BOTH, "ridge", SplitKind.RANDOM);
    // Three errors of one half among four truths whose squares about 2.5 add up to 5.
    assertThat(score.r2()).isCloseTo(0.85, within(1e-12));
    assertThat(score.metrics().rows()).isEqualTo(4);
    assertThat(score.metrics().mae()).isCloseTo(0.375, within(1e-12));
    assertThat(score.interval().low()).isLessThan(0.85);
    assertThat(score.interval().high()).isBetween(0.85, 1.0);
  }

  @Test
  void findsTheBestBaseline() {
    Scores scores = scores();
    scores.add(SplitKind.SCAFFOLD, FeatureSet.SPECTRUM, "mean", saying(2.5, 2.5, 2.5, 2.5, 0));
    scores.add(SplitKind.SCAFFOLD, FeatureSet.SPECTRUM, "ridge", saying(1, 2, 3, 4, 0));
    scores.add(SplitKind.SCAFFOLD, FeatureSet.SPECTRUM, "trees", saying(1, 1, 1, 1, 0));
    assertThat(scores.bestBaseline(GAP, FeatureSet.SPECTRUM, SplitKind.SCAFFOLD).model())
        .isEqualTo("ridge");
    assertThat(scores.all()).hasSize(3);
  }

  @Test
  void aPredictionThatIsNoNumberIsNotSkipped() {
    assertThatThrownBy(() ->
            scores()
                .add(SplitKind.RANDOM, FeatureSet.BOTH, "network", saying(1, Double.NaN, 3, 4, 5)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("row 1");
  }
}
