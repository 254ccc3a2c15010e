package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suiseki.learn.nn.Activation;
import org.suiseki.learn.nn.ClassModels;
import org.suiseki.learn.nn.MlpClassifier;
import org.suiseki.learn.nn.MlpOptions;

class ClassifiersTest {
  private final ClassSamples.Sample rings = ClassSamples.rings(500, 3);
  private final Split split = Folds.stratified(rings.labels().names(), 4, 7).get(0);

  private static MlpClassifier network() {
    MlpOptions options =
        new MlpOptions(List.of(24), Activation.SILU, 0, 0, 1e-2, 1e-3, 32, 60, 0, 0.1, 3, 5);
    return new MlpClassifier(options, new ClassBalance(0.5), 1);
  }

  private static BoostedClassifier boosted() {
    return new BoostedClassifier(
        new BoostedTrees(60, 1, 4, 0.2, 0.8, 1, 1, 64, 0.3, 1, 20, 1, 0), ClassBalance.NONE);
  }

  private static ForestClassifier forest(ForestClassifier.Cut cut) {
    return new ForestClassifier(60, 20, 1, 2, cut, ClassBalance.NONE, 1, 9);
  }

  static Stream<Classifier<?>> all() {
    return Stream.of(
        new FrequencyBaseline(),
        new LogisticRegression(),
        boosted(),
        boosted().withBalance(ClassBalance.EQUAL),
        forest(ForestClassifier.Cut.BEST),
        forest(ForestClassifier.Cut.RANDOM),
        network());
  }

  static Stream<Classifier<?>> flexible() {
    return all().skip(2);
  }

  @ParameterizedTest
  @MethodSource("flexible")
  void learnsWhatPlanesCannotPart(Classifier<?> classifier) {
    assertThat(macroF1(classifier)).isGreaterThan(0.85);
    assertThat(macroF1(new LogisticRegression())).isLessThan(0.75);
    // The commonest class alone: F1 of 0.82, over three classes.
    assertThat(macroF1(new FrequencyBaseline())).isLessThan(0.3);
  }

  @ParameterizedTest
  @MethodSource("all")
  void probabilitiesAddUpAndSurviveStorage(Classifier<?> classifier, @TempDir Path folder) {
    ClassModel model = fit(classifier);
    Table test = rings.inputs().selectRows(split.test());
    ClassProbabilities said = model.predict(test);
    for (double[] row : said.of()) {
      assertThat(row[0] + row[1] + row[2]).isCloseTo(1, within(1e-9));
      assertThat(Arrays.stream(row).allMatch(chance -> chance >= 0 && chance <= 1)).isTrue();
    }
    Path file = folder.resolve("model.suiseki");
    ModelArchive.save(model.toStored(), file);
    ClassModel loaded = ClassModels.from(ModelArchive.load(file));
    assertThat(loaded.classes()).containsExactly("outer", "middle", "inner");
    assertThat(loaded.inputs()).isEqualTo(rings.inputs().columns());
    assertThat(loaded.predict(test).of()).isDeepEqualTo(said.of());
    assertThat(loaded.predict(test.selectRows()).of()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void sameSeedSameNumbers(Classifier<?> classifier) {
    Table test = rings.inputs().selectRows(split.test());
    assertThat(fit(classifier).predict(test).of())
        .isDeepEqualTo(fit(classifier).predict(test).of());
  }

  @Test
  void anyNumberOfThreadsGrowsTheSameForest() {
    Table test = rings.inputs().selectRows(split.test());
    ForestClassifier one = forest(ForestClassifier.Cut.RANDOM);
    assertThat(fit(one.withThreads(3)).predict(test).of())
        .isDeepEqualTo(fit(one).predict(test).of());
    assertThat(fit(one.withSeed(10)).predict(test).of()[0])
        .isNotEqualTo(fit(one).predict(test).of()[0]);
  }

  /** Reference: scikit-learn 1.2.1, LogisticRegression(C=0.5, tol=1e-12) on standardised inputs. */
  @Test
  void logisticRegressionIsThatOfScikitLearn() {
    ClassSamples.Sample sample = ClassSamples.reference();
    double[][] plain = {
      {-1.043360727, 0.2765469002, 0.2438462898},
      {0.0301775731, 0.1215852147, 0.01278333522},
      {1.013183154, -0.3981321149, -0.256629625}
    };
    double[][] balanced = {
      {-1.075449461, 0.2939229644, 0.2560477099},
      {-0.08531414517, 0.1591174228, 0.0334934884},
      {1.160763606, -0.4530403872, -0.2895411983}
    };
    assertReference(
        sample,
        ClassBalance.NONE,
        plain,
        new double[] {0.7940851178, 0.1985987109, 0.007316171243});
    assertReference(
        sample,
        ClassBalance.EQUAL,
        balanced,
        new double[] {0.6464243263, 0.3354941114, 0.01808156238});
  }

  private static void assertReference(
      ClassSamples.Sample sample, ClassBalance balance, double[][] coefficients, double[] first) {
    LogisticModel model =
        new LogisticRegression(2, balance, 500)
            .fit(
                sample.inputs(),
                sample.labels(),
                ClassSamples.all(sample.labels()),
                Progress.SILENT);
    for (int one = 0; one < 3; one++) {
      // Both stop where the loss changes by less than 1e-8 or so of itself.
      assertThat(model.coefficients()[one]).containsExactly(coefficients[one], within(1e-4));
    }
    assertThat(model.predict(sample.inputs()).of()[0]).containsExactly(first, within(1e-4));
  }

  @Test
  void rareClassesAreFoundMoreOftenWithBalance() {
    LogisticModel plain = (LogisticModel) fit(new LogisticRegression());
    LogisticModel equal = (LogisticModel) fit(new LogisticRegression(1, ClassBalance.EQUAL, 300));
    assertThat(matrix(equal).recall(2)).isGreaterThan(matrix(plain).recall(2));
  }

  @Test
  void boostingStopsOnTheValidationRows() {
    Split held = new Split(split.test(), split.train(), new int[0]);
    BoostedClassModel model = boosted().fit(rings.inputs(), rings.labels(), held, Progress.SILENT);
    assertThat(model.trees().rounds()).isBetween(1, 59);
  }

  @Test
  void anEnsembleIsTheMeanOfItsCalibratedModels(@TempDir Path folder) {
    ClassModel first = fit(forest(ForestClassifier.Cut.RANDOM));
    ClassModel second = fit(boosted());
    ProbabilityCalibration none = ProbabilityCalibration.none(3);
    ClassDecision decision = new ClassDecision(new double[] {1, 2, 3});
    ClassEnsemble ensemble =
        new ClassEnsemble(
            List.of(first, second),
            List.of(new ProbabilityCalibration(0.8, new double[] {0, 0.1, 0.2}), none),
            new ProbabilityCalibration(1.1, new double[] {0, 0, 0.3}),
            decision);
    Table test = rings.inputs().selectRows(split.test());
    ModelArchive.save(ensemble.toStored(), folder.resolve("e.suiseki"));
    ClassEnsemble loaded =
        (ClassEnsemble) ClassModels.from(ModelArchive.load(folder.resolve("e.suiseki")));
    assertThat(loaded.predict(test).of()).isDeepEqualTo(ensemble.predict(test).of());
    assertThat(loaded.decision().factors()).containsExactly(1, 2, 3);
    assertThat(macroF1(ensemble)).isGreaterThan(0.85);
  }

  @ParameterizedTest
  @MethodSource("flexible")
  void refusesWhatItCannotLearnFrom(Classifier<?> classifier) {
    int[] outer =
        Arrays.stream(split.train()).filter(row -> rings.labels().of()[row] == 0).toArray();
    Split oneClass = new Split(outer, new int[0], split.test());
    assertThatThrownBy(
            () -> classifier.fit(rings.inputs(), rings.labels(), oneClass, Progress.SILENT))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("training rows");
    ClassModel model = fit(classifier);
    Table other = ClassSamples.reference().inputs();
    assertThatThrownBy(() -> model.predict(other)).isInstanceOf(LearnException.class);
  }

  @Test
  void infiniteOrMissingInputsAreRefusedWhereTheyHarm() {
    double[] values = rings.inputs().values().clone();
    values[4 * split.train()[3]] = Double.NaN;
    Table bad = new Table(rings.inputs().columns(), rings.inputs().rows(), values);
    for (Classifier<?> one :
        List.of(new LogisticRegression(), forest(ForestClassifier.Cut.BEST), network())) {
      assertThatThrownBy(() -> one.fit(bad, rings.labels(), split, Progress.SILENT))
          .isInstanceOf(LearnException.class)
          .hasMessageContaining("x0");
    }
    // XGBoost bears a missing one.
    assertThat(boosted().fit(bad, rings.labels(), split, Progress.SILENT).classes()).hasSize(3);
  }

  @Test
  void aForestThatLeadsInCirclesIsRefused() {
    StoredModel sound = fit(forest(ForestClassifier.Cut.BEST)).toStored();
    Map<String, DenseArray> tensors = new LinkedHashMap<>(sound.tensors());
    long[] child = ((DenseArray.Longs) sound.tensor("child")).values().clone();
    child[0] = 0;
    tensors.put("child", DenseArray.of(child));
    assertThatThrownBy(() -> ForestModel.from(sound.withTensors(tensors)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("tree");
  }

  @Test
  void aCancelledForestStops() {
    Progress cancelled =
        new Progress() {
          @Override
          public void step(String stage, long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() ->
            forest(ForestClassifier.Cut.BEST).fit(rings.inputs(), rings.labels(), split, cancelled))
        .isInstanceOf(CancellationException.class);
  }

  private ClassModel fit(Classifier<?> classifier) {
    return classifier.fit(rings.inputs(), rings.labels(), split, Progress.SILENT);
  }

  private double macroF1(Classifier<?> classifier) {
    return macroF1(fit(classifier));
  }

  private double macroF1(ClassModel model) {
    return matrix(model).macroF1();
  }

  private ConfusionMatrix matrix(ClassModel model) {
    ClassProbabilities said = model.predict(rings.inputs().selectRows(split.test()));
    return ConfusionMatrix.of(rings.labels().selectRows(split.test()), said.likeliest());
  }
}
