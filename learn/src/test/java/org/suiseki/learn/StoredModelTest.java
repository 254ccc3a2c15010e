package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of model, through a file and back, says the same. */
class StoredModelTest {

  @TempDir Path folder;

  private final Dataset data = Samples.wavy(80, 3);
  private final Split split = Folds.random(80, 4, 1).get(0);

  @Test
  void mean() {
    MeanModel model = new MeanBaseline().fit(data, split, Progress.SILENT);
    same(model, MeanModel.from(throughFile(model.toStored())));
  }

  @Test
  void ridge() {
    LinearModel model = new Ridge().fit(data, split, Progress.SILENT);
    same(model, LinearModel.from(throughFile(model.toStored())));
  }

  @Test
  void bayesianRidge() {
    BayesianLinearModel model = new BayesianRidge().fit(data, split, Progress.SILENT);
    same(model, BayesianLinearModel.from(throughFile(model.toStored())));
  }

  @Test
  void bayesianRidgeWithDifferentRowsAnOutput() {
    double[] targets = data.targets().values().clone();
    targets[split.train()[0] * 2] = Double.NaN;
    Dataset holes = data.withTargets(new Table(data.targets().columns(), data.rows(), targets));
    BayesianLinearModel model = new BayesianRidge().fit(holes, split, Progress.SILENT);
    assertThat(model.toStored().tensors()).containsKey("directions.1.vectors");
    same(model, BayesianLinearModel.from(throughFile(model.toStored())));
  }

  @Test
  void boostedTrees() {
    BoostedTreesModel model = new BoostedTrees().withRounds(20).fit(data, split, Progress.SILENT);
    same(model, BoostedTreesModel.from(throughFile(model.toStored())));
  }

  @Test
  void anotherKindIsRefused() {
    StoredModel stored = new MeanBaseline().fit(data, split, Progress.SILENT).toStored();
    assertThatThrownBy(() -> LinearModel.from(stored))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("'mean', expected 'ridge'");
  }

  @Test
  void tensorsThatDoNotFitAreRefused() {
    StoredModel stored = new Ridge().fit(data, split, Progress.SILENT).toStored();
    Map<String, DenseArray> tensors = new HashMap<>(stored.tensors());
    tensors.put("intercepts", DenseArray.of(new double[5]));
    assertThatThrownBy(() -> LinearModel.from(stored.withTensors(tensors)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("'intercepts' is F64[5], expected F64[2]");
    tensors.remove("intercepts");
    assertThatThrownBy(() -> LinearModel.from(stored.withTensors(tensors)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("no tensor 'intercepts'");
    assertThatThrownBy(
            () -> new StoredModel(stored.header().deepCopy(), Map.of(), Map.of()).blob("x"))
        .isInstanceOf(LearnException.class);
  }

  @Test
  void boostersWithOddCountsAreRefusedBeforeTheyAreOpened() {
    StoredModel stored =
        new BoostedTrees().withRounds(2).fit(data, split, Progress.SILENT).toStored();
    Map<String, DenseArray> tensors = new HashMap<>(stored.tensors());
    tensors.put("rounds", DenseArray.of(new long[] {1L << 40, 2}));
    assertThatThrownBy(() -> BoostedTreesModel.from(stored.withTensors(tensors)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("1099511627776");
    assertThatThrownBy(() -> BoostedTreesModel.from(stored.withBlobs(Map.of())))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("booster-0.ubj");
  }

  private StoredModel throughFile(StoredModel stored) {
    Path file = folder.resolve("model.suiseki");
    ModelArchive.save(stored, file);
    return ModelArchive.load(file);
  }

  private void same(Model before, Model after) {
    assertThat(after.inputs()).isEqualTo(before.inputs());
    assertThat(after.outputs())
        .isEqualTo(before.outputs())
        .isEqualTo(List.copyOf(data.targets().columns()));
    Predictions expected = before.predict(data.inputs());
    Predictions actual = after.predict(data.inputs());
    assertThat(actual.outputs()).isEqualTo(expected.outputs());
    // deepEquals takes NaN for equal to NaN.
    assertThat(Arrays.deepEquals(actual.mean(), expected.mean())).isTrue();
    assertThat(Arrays.deepEquals(actual.deviation(), expected.deviation())).isTrue();
  }

  @Test
  void aModelInsideAnotherComesBackAsItWas() {
    StoredModel inner =
        StoredModel.of("inner", List.of(new Column("a", "1")), List.of())
            .withTensors(Map.of("w", DenseArray.of(new double[] {1, 2})))
            .withBlobs(Map.of("b.bin", new byte[] {7}));
    StoredModel outer =
        StoredModel.of("outer", List.of(), List.of())
            .withTensors(Map.of("w", DenseArray.of(new double[] {9})))
            .withPart("one", inner)
            .withPart("two", inner.withPart("deep", inner));
    StoredModel back = outer.part("one");
    assertThat(back.kind()).isEqualTo("inner");
    assertThat(back.inputs()).isEqualTo(inner.inputs());
    assertThat(back.doubles("w", 2)).containsExactly(1, 2);
    assertThat(back.blob("b.bin")).containsExactly(7);
    assertThat(outer.doubles("w", 1)).containsExactly(9);
    assertThat(outer.part("two").part("deep").doubles("w", 2)).containsExactly(1, 2);
    assertThatThrownBy(() -> outer.part("three"))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("three");
  }
}
