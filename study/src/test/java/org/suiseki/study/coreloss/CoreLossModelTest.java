package org.suiseki.study.coreloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.explain.ApplicabilityDomain;
import org.suiseki.explain.Recalibration;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.MlpEnsemble;
import org.suiseki.learn.nn.MlpRegressor;
import org.suiseki.matter.Element;
import org.suiseki.study.StudyException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CoreLossModelTest {
  @TempDir private Path temporary;

  private static Table spectra(int rows) {
    SplittableRandom random = new SplittableRandom(6);
    double[][] values = new double[rows][23];
    for (double[] row : values) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextDouble();
      }
    }
    return CoreLossSamples.table("1", values);
  }

  private static CoreLossModel model() {
    CoreLossOptions options = CoreLossSamples.options(CoreLossSamples.SMALL);
    Table spectra = spectra(60);
    double[][] targets =
        IntStream.range(0, 60)
            .mapToObj(row -> new double[] {spectra.get(row, 3), 100 * spectra.get(row, 9)})
            .toArray(double[][]::new);
    MoleculeSet set = CoreLossSamples.set(spectra, CoreLossSamples.table("eV", targets));
    MlpEnsemble networks =
        new MlpRegressor(options.candidates().get(0), 1)
            .fit(
                set.dataset(FeatureSet.BOTH, options.preprocessing()),
                new Split(IntStream.range(0, 60).toArray(), new int[0], new int[0]),
                Progress.SILENT);
    return new CoreLossModel(
        networks,
        FeatureSet.BOTH,
        options.preprocessing(),
        List.of(Element.H),
        List.of(new Recalibration(4, 0.1), new Recalibration(1.0 / 3, 0)),
        ApplicabilityDomain.fit(
            set.inputs(FeatureSet.BOTH, options.preprocessing()),
            ApplicabilityDomain.Options.defaults()));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Test
  void comesBackBitByBit() {
    CoreLossModel model = model();
    for (String name : List.of("model.suiseki", "folder")) {
      Path file = temporary.resolve(name);
      model.save(file, object().put("rows", 60), object());
      CoreLossModel back = CoreLossModel.load(file);
      Table ratios = new Table(model.networks().inputs().subList(23, 24), 5, new double[5]);
      Table inputs = model.inputs(spectra(5), ratios);
      Predictions before = model.networks().predict(inputs);
      Predictions after = back.networks().predict(back.inputs(spectra(5), ratios));
      assertThat(after.mean()).isDeepEqualTo(before.mean());
      assertThat(after.deviation()).isDeepEqualTo(before.deviation());
      assertThat(after.outputs()).isEqualTo(before.outputs());
      assertThat(back.recalibrations()).isEqualTo(model.recalibrations());
      assertThat(back.preprocessing()).isEqualTo(model.preprocessing());
      assertThat(back.features()).isEqualTo(FeatureSet.BOTH);
      assertThat(back.ratioElements()).containsExactly(Element.H);
      assertThat(back.domain().judge(inputs).scores())
          .isEqualTo(model.domain().judge(inputs).scores());
    }
  }

  @Test
  void oneChangedByteAnywhereIsNoticed() throws IOException {
    Path file = temporary.resolve("model");
    model().save(file, object(), object());
    for (String part : List.of("model.json", "weights.safetensors")) {
      byte[] good = Files.readAllBytes(file.resolve(part));
      byte[] bad = good.clone();
      bad[bad.length / 2] ^= 1;
      Files.write(file.resolve(part), bad);
      assertThatThrownBy(() -> CoreLossModel.load(file))
          .isInstanceOf(LearnException.class)
          .hasMessageContaining("The model is not whole.")
          .hasMessageContaining(part);
      Files.write(file.resolve(part), good);
    }
    CoreLossModel.load(file);
  }

  private Path changed(java.util.function.UnaryOperator<StoredModel> change) {
    Path file = temporary.resolve("changed.suiseki");
    model().save(file, object(), object());
    ModelArchive.save(change.apply(ModelArchive.load(file)), file);
    return file;
  }

  @Test
  void aWholeModelOfAnotherMakeIsRefusedWithItsPlace() {
    List<java.util.function.UnaryOperator<StoredModel>> changes =
        List.of(
            stored -> stored.with("kind", JsonNodeFactory.instance.stringNode("ridge")),
            stored -> stored.with("preprocessing", object()),
            stored -> stored.with("domain", object()),
            stored -> stored.with("options", object()),
            stored ->
                stored.with(
                    "preprocessing", stored.object("preprocessing").put("scale", "logarithmic")),
            stored ->
                stored.with("preprocessing", stored.object("preprocessing").put("step_eV", 0.5)),
            stored ->
                stored.with("preprocessing", stored.object("preprocessing").put("step_eV", 0)),
            stored -> stored.with("domain", stored.object("domain").put("neighbours", "many")),
            stored -> stored.with("domain", stored.object("domain").put("neighbours", 0)));
    for (java.util.function.UnaryOperator<StoredModel> change : changes) {
      Path file = changed(change);
      assertThatThrownBy(() -> CoreLossModel.load(file))
          .isInstanceOf(StudyException.class)
          .hasMessageStartingWith(file + ": ");
    }
  }

  @Test
  void theNamesOfALackingPartAreTold() {
    Path file = changed(stored -> stored.with("preprocessing", object()));
    assertThatThrownBy(() -> CoreLossModel.load(file)).hasMessageContaining("from_eV");
    Path other = changed(stored -> stored.with("kind", JsonNodeFactory.instance.stringNode("x")));
    assertThatThrownBy(() -> CoreLossModel.load(other))
        .hasMessageContaining("of kind 'x', expected 'core-loss'");
  }
}
