package org.suiseki.learn.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.learn.Column;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;
import tools.jackson.databind.json.JsonMapper;

class MlpEnsembleStorageTest {
  private static final Table ROWS = rows();

  private static Table rows() {
    SplittableRandom random = new SplittableRandom(1);
    double[] values = random.doubles(40 * 4).toArray();
    List<Column> columns = IntStream.range(0, 4).mapToObj(i -> new Column("x" + i, "1")).toList();
    return new Table(columns, 40, values);
  }

  private static MlpEnsemble trained(Activation activation, List<Integer> hidden) {
    Table targets =
        new Table(
            List.of(new Column("a", "eV"), new Column("b", "1")),
            40,
            new SplittableRandom(2).doubles(80, 5, 900).toArray());
    Dataset data =
        new Dataset(
            IntStream.range(0, 40).mapToObj(i -> "r" + i).toList(),
            ROWS,
            targets,
            new Origin("made by the test", "none", "none"));
    MlpOptions options = new MlpOptions(hidden, activation, 0, 0, 1e-2, 0, 8, 3, 0, 0, 2, 9);
    Split all = new Split(IntStream.range(0, 40).toArray(), new int[0], new int[0]);
    return new MlpRegressor(options, 1).fit(data, all, Progress.SILENT);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void comesBackBitByBit(Activation activation) {
    for (List<Integer> hidden : List.of(List.of(7), List.of(5, 3))) {
      MlpEnsemble model = trained(activation, hidden);
      StoredModel stored = model.toStored();
      assertThat(stored.kind()).isEqualTo(MlpEnsemble.KIND);
      assertThat(stored.floats("network-1.layer-0.weight", 4, hidden.get(0))).isNotEmpty();
      MlpEnsemble back = MlpEnsemble.from(stored);
      assertThat(back.size()).isEqualTo(2);
      assertThat(back.inputs()).isEqualTo(model.inputs());
      assertThat(back.outputs()).isEqualTo(model.outputs());
      assertThat(back.predict(ROWS).mean()).isDeepEqualTo(model.predict(ROWS).mean());
      assertThat(back.predict(ROWS).deviation()).isDeepEqualTo(model.predict(ROWS).deviation());
      assertThat(back.features(ROWS)).isDeepEqualTo(model.features(ROWS));
      assertThat(back.gradient(ROWS, 1)).isDeepEqualTo(model.gradient(ROWS, 1));
    }
  }

  @Test
  void aTensorOfAnotherShapeIsNamedWithBothShapes() {
    StoredModel stored = trained(Activation.SILU, List.of(7)).toStored();
    Map<String, DenseArray> tensors = new LinkedHashMap<>(stored.tensors());
    tensors.put(
        "network-1.layer-1.weight", new DenseArray.Floats(new long[] {2, 7}, new float[14]));
    assertThatThrownBy(() -> MlpEnsemble.from(stored.withTensors(tensors)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("'network-1.layer-1.weight' is F32[2, 7], expected F32[7, 2]");
    tensors.put(
        "network-1.layer-1.weight", new DenseArray.Doubles(new long[] {7, 2}, new double[14]));
    assertThatThrownBy(() -> MlpEnsemble.from(stored.withTensors(tensors)))
        .hasMessageContaining("is F64[7, 2], expected F32[7, 2]");
    tensors.remove("network-1.layer-1.weight");
    assertThatThrownBy(() -> MlpEnsemble.from(stored.withTensors(tensors)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("no tensor 'network-1.layer-1.weight'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"activation\": \"silu\", \"members\": 2, \"hidden\": []}",
        "{\"activation\": \"silu\", \"members\": 2, \"hidden\": [0]}",
        "{\"activation\": \"silu\", \"members\": 2, \"hidden\": [\"wide\"]}",
        "{\"activation\": \"silu\", \"members\": 2, \"hidden\": [8]}",
        "{\"activation\": \"silu\", \"members\": 2, \"hidden\": [2000000000, 2000000000]}",
        "{\"activation\": \"silu\", \"members\": 0, \"hidden\": [7]}",
        "{\"activation\": \"silu\", \"members\": \"two\", \"hidden\": [7]}",
        "{\"activation\": \"silu\", \"members\": 3, \"hidden\": [7]}",
        "{\"activation\": \"cube\", \"members\": 2, \"hidden\": [7]}"
      })
  void optionsThatDoNotFitTheTensorsAreRefused(String options) {
    StoredModel stored = trained(Activation.SILU, List.of(7)).toStored();
    StoredModel other = stored.with("options", JsonMapper.shared().readTree(options));
    assertThatThrownBy(() -> MlpEnsemble.from(other)).isInstanceOf(LearnException.class);
  }
}
