package org.suiseki.study.xrd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.learn.Column;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.Progress;
import org.suiseki.learn.StoredModel;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.SuisekiException;
import org.suiseki.study.Explanation;
import org.suiseki.study.Explanations;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Predictor;
import org.suiseki.study.StudyException;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a saved model says of patterns, and how it is kept. */
class XrdPredictorTest {
  @TempDir private static Path shared;
  private static Path data;
  private static Path file;

  @TempDir private Path temporary;

  @BeforeAll
  static void trainOnce() {
    data = XrdSamples.folder(shared.resolve("alloys"));
    Path run = shared.resolve("run");
    XrdSamples.run(XrdSamples.SMALL, XrdSamples.asked(data, false, 2), run, Progress.SILENT);
    file = run.resolve("model.suiseki");
  }

  private static Predictor predictor() {
    return XrdWorkflow.predictor(file);
  }

  private Path pattern(String text) {
    return XrdSamples.write(temporary.resolve("new.xy"), text);
  }

  private Explanation explained(String text) {
    Explanations said = predictor().explain(pattern(text));
    assertThat(said.refused()).isEmpty();
    assertThat(said.explained()).hasSize(1);
    return said.explained().get(0);
  }

  private String refused(String text) {
    Explanations said = predictor().explain(pattern(text));
    assertThat(said.explained()).isEmpty();
    assertThat(said.refused()).hasSize(1);
    assertThat(said.refused().get(0).id()).isEqualTo("new.xy");
    return said.refused().get(0).reason();
  }

  private static double[] place(Explanation said) {
    return said.place().stream().mapToDouble(Explanation.Coordinate::value).toArray();
  }

  /** As a diffractometer with another tube sees it, without noise. */
  private static String smooth(double content, double wavelength, double from, double to) {
    StringBuilder text = new StringBuilder(XrdSamples.head(wavelength));
    double step = 0.06;
    for (int i = 0; from + i * step <= to; i++) {
      double angle = from + i * step;
      text.append(
          String.format(
              Locale.ROOT, "%.3f %.1f%n", angle, XrdSamples.expected(content, angle, wavelength)));
    }
    return text.toString();
  }

  // --- Patterns of the kind it knows. ---

  @Test
  void aPatternItWasTrainedOnLiesAtItsOwnPoint() {
    XrdModel model = XrdModel.load(file);
    for (int row = 0; row < model.samples().size(); row += 7) {
      String id = model.samples().ids().get(row);
      Explanation said = predictor().explain(data.resolve(id)).explained().get(0);
      assertThat(said.id()).isEqualTo(id);
      assertThat(said.inDomain()).isTrue();
      assertThat(said.notes()).isEmpty();
      // The network works with 32 bits.
      assertThat(place(said)).containsExactly(model.samples().map()[row], within(1e-5));
      Explanation.Neighbour nearest = said.neighbours().get(0);
      assertThat(nearest.id()).isEqualTo(id);
      assertThat(nearest.distance()).isCloseTo(0, within(1e-5));
      assertThat(nearest.values().get(0)).isEqualTo(model.samples().values()[row][0]);
      assertThat(said.neighbours())
          .hasSize(5)
          .extracting(Explanation.Neighbour::distance)
          .isSorted();
    }
  }

  @Test
  void aNewCompositionBetweenTwoIsToldWithinItsDeviation() {
    for (double content : new double[] {31, 50, 77}) {
      Explanation said =
          explained(XrdSamples.measured(content, XrdSamples.WAVELENGTH, (long) (1e4 * content)));
      assertThat(said.inDomain()).isTrue();
      Explanation.Answer answer = said.answers().get(0);
      assertThat(answer.property()).isEqualTo("Ni");
      assertThat(answer.unit()).isEqualTo("at.%");
      assertThat(answer.deviation()).isBetween(0.1, 10.0);
      assertThat(answer.value()).isCloseTo(content, within(2 * answer.deviation()));
      // The compositions on either side, 9.09 % apart, are nearer than all others.
      assertThat(said.neighbours().subList(0, 4))
          .allSatisfy(one -> assertThat(one.values().get(0)).isCloseTo(content, within(10.0)));
    }
  }

  @Test
  void thePeaksSayWhy() {
    Explanation said = explained(XrdSamples.measured(66, XrdSamples.WAVELENGTH, 5));
    assertThat(said.reasons()).hasSize(4);
    assertThat(said.reasons())
        .extracting(Explanation.Reason::move)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    for (Explanation.Reason reason : said.reasons()) {
      assertThat(reason.unit()).isEqualTo("degree");
      assertThat(reason.share()).isBetween(0.0, 1.0);
      assertThat(reason.changes()).hasSize(1);
      assertThat(reason.changes().get(0)).isFinite();
    }
    // The mean is of 50 %: made like it, peaks say less than the 66 % that there are.
    double sum = said.reasons().stream().mapToDouble(one -> one.changes().get(0)).sum();
    assertThat(sum).isBetween(-32.0, -4.0);
    // The first plane is the strongest, and its spacing is 3.60 Å · 1.0198.
    Explanation.Reason first =
        said.reasons().stream().filter(one -> one.share() == 1).findFirst().orElseThrow();
    assertThat(first.position()).isCloseTo(24.23, within(0.05));
  }

  @Test
  void predictSaysTheSameInATable() {
    Path one = pattern(XrdSamples.measured(40, XrdSamples.WAVELENGTH, 8));
    PredictionTable said = predictor().predict(one);
    Explanation explained = predictor().explain(one).explained().get(0);
    assertThat(said.model()).isEqualTo("model.suiseki");
    assertThat(said.refused()).isEmpty();
    assertThat(said.rows())
        .extracting(PredictionTable.Row::property)
        .containsExactly("map 1", "map 2", "Ni");
    assertThat(said.rows()).extracting(PredictionTable.Row::unit).containsExactly("", "", "at.%");
    assertThat(said.rows()).allMatch(PredictionTable.Row::inDomain);
    assertThat(said.rows().get(0).value()).isEqualTo(place(explained)[0]);
    assertThat(said.rows().get(2).value()).isEqualTo(explained.answers().get(0).value());
    assertThat(said.rows().get(2).deviation()).isEqualTo(explained.answers().get(0).deviation());
  }

  // --- Patterns of another kind. ---

  @Test
  void whatItCannotReproduceIsOutsideOfItsDomain() {
    // Another crystal: spacings of 14 % more.
    String foreign =
        XrdSamples.measured(50, 1.35, 3)
            .replace(XrdSamples.head(1.35), XrdSamples.head(XrdSamples.WAVELENGTH));
    for (String text : List.of(foreign, XrdSamples.noise(1), XrdSamples.flat())) {
      Explanation said = explained(text);
      assertThat(said.inDomain()).isFalse();
      assertThat(said.notes()).anyMatch(note -> note.contains("take what is said of it with care"));
      assertThat(place(said)).doesNotContain(Double.NaN);
      assertThat(said.reasons())
          .allSatisfy(one -> assertThat(one.share()).isBetween(0.0, 1.0))
          .allSatisfy(one -> assertThat(one.move()).isFinite());
      assertThat(predictor().predict(temporary.resolve("new.xy")).rows())
          .noneMatch(PredictionTable.Row::inDomain)
          .allMatch(row -> row.note().contains("with care"));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7093, 1.2, 2.2897})
  void anglesOfAnotherWavelengthAreConverted(double wavelength) {
    // From d of 4.43 Å to beyond the 1.82 Å of the model; with chromium to angles that copper has
    // not.
    double from = Math.toDegrees(2 * Math.asin(wavelength / (2 * 4.5)));
    String text = smooth(50, wavelength, from, wavelength > 2 ? 160 : 90);
    Explanation said = explained(text);
    assertThat(said.inDomain()).isTrue();
    assertThat(said.notes())
        .contains(
            "The positions were converted from two-theta of "
                + wavelength
                + " Å to two-theta of 1.5406 Å.");
    Explanation.Answer answer = said.answers().get(0);
    assertThat(answer.value()).isCloseTo(50, within(2 * answer.deviation() + 1));
  }

  @Test
  void aPatternOverQIsConvertedToo() {
    StringBuilder text = new StringBuilder("# q [1/A] counts\n");
    for (int i = 0; i <= 320; i++) {
      double angle = 19 + 0.1 * i;
      double q = 4 * Math.PI * Math.sin(Math.toRadians(angle / 2)) / XrdSamples.WAVELENGTH;
      double counts = XrdSamples.expected(50, angle, XrdSamples.WAVELENGTH);
      text.append(String.format(Locale.ROOT, "%.6f %.1f%n", q, counts));
    }
    Explanation said = explained(text.toString());
    assertThat(said.notes()).anyMatch(note -> note.contains("from q to two-theta of 1.5406 Å"));
    assertThat(said.answers().get(0).value()).isCloseTo(50, within(4.0));
  }

  @Test
  void aWavelengthThatIsNotKnownIsSaidToBeTakenAsTheSame() throws IOException {
    String text = XrdSamples.measured(50, XrdSamples.WAVELENGTH, 4);
    Explanation same = explained(text);
    String without = text.replaceFirst("# wavelength.*\n", "");
    Explanation said = explained(without);
    assertThat(said.notes())
        .containsExactly(
            "The file does not say its wavelength; it is taken to be the 1.5406 Å of the model's"
                + " patterns.");
    assertThat(place(said)).isEqualTo(place(same));
    Predictor unknown = new XrdPredictor("m", withWavelength(Double.NaN));
    assertThat(unknown.explain(pattern(text)).explained().get(0).notes())
        .containsExactly(
            "The model does not know the wavelength of its patterns; it is taken to be the 1.5406"
                + " Å of this one.");
    assertThat(unknown.explain(pattern(without)).explained().get(0).notes())
        .containsExactly(
            "Neither the file nor the model says a wavelength; they are taken to be the same.");
    String overQ = without.replace("# 2theta counts", "# q [1/A] counts");
    assertThat(unknown.explain(pattern(overQ)).refused().get(0).reason())
        .contains("over q, those of the model over two-theta")
        .contains("the model does not know the wavelength");
  }

  private static XrdModel withWavelength(double wavelength) {
    XrdModel model = XrdModel.load(file);
    return new XrdModel(
        model.title(),
        model.preprocessing(),
        wavelength,
        model.map(),
        model.wide(),
        model.concentrations(),
        model.recalibrations(),
        model.samples(),
        model.peaks(),
        model.rows(),
        model.border());
  }

  @Test
  void whatItCannotReadIsRefusedWithItsReason() {
    String good = XrdSamples.measured(50, XrdSamples.WAVELENGTH, 4);
    assertThat(refused(good.replace("# 2theta counts", "# energy [eV] counts")))
        .contains("over energy [eV], those of the model over two-theta [degree]");
    assertThat(refused(XrdSamples.measured(50, XrdSamples.WAVELENGTH, 20, 150, 4)))
        .contains("from 20.0000 to 34.9000 degree, and the model reads 20.0000 to 50.0000");
    assertThat(refused(XrdSamples.flat().replace(" 100", " 0"))).contains("area");
    assertThatThrownBy(() -> explained("")).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> predictor().explain(temporary.resolve("absent.xy")))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> explained(good.replace("20.50 ", "20.30 ")))
        .isInstanceOf(MatterException.class);
  }

  @Test
  void theOtherPatternsOfAFileGoOn() {
    String good = XrdSamples.measured(50, XrdSamples.WAVELENGTH, 4);
    String bad = XrdSamples.measured(50, XrdSamples.WAVELENGTH, 20, 150, 4);
    Path both = XrdSamples.write(temporary.resolve("both.uxd"), uxd(good) + uxd(bad));
    Explanations said = predictor().explain(both);
    assertThat(said.explained()).hasSize(1);
    assertThat(said.refused()).hasSize(1);
    assertThat(predictor().predict(both).rows()).hasSize(3);
    assertThat(predictor().predict(both).refused()).hasSize(1);
  }

  /** A range of a UXD file. */
  private static String uxd(String columns) {
    List<String> lines = columns.lines().filter(line -> !line.startsWith("#")).toList();
    StringBuilder text =
        new StringBuilder(
            "_WL_UNIT='A'\n_WL1 = 1.5406\n_DRIVE='COUPLED'\n_STEPSIZE=0.1\n_START=20\n"
                + "_STEPCOUNT="
                + lines.size()
                + "\n_2THETACOUNTS\n");
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  // --- The file. ---

  @Test
  void comesBackBitByBit() {
    XrdModel model = XrdModel.load(file);
    for (String name : List.of("copy.suiseki", "folder")) {
      Path target = temporary.resolve(name);
      JsonNodeFactory json = JsonNodeFactory.instance;
      model.save(target, json.objectNode().put("patterns", 24), json.objectNode());
      XrdModel back = XrdModel.load(target);
      assertThat(back.map().encode(model.rows())).isDeepEqualTo(model.map().encode(model.rows()));
      assertThat(back.wide().encode(model.rows())).isDeepEqualTo(model.wide().encode(model.rows()));
      assertThat(back.preprocessing()).isEqualTo(model.preprocessing());
      assertThat(back.rows().values()).isEqualTo(model.rows().values());
      assertThat(back.peaks().labels()).isEqualTo(model.peaks().labels());
      assertThat(back.peaks().position()).isDeepEqualTo(model.peaks().position());
      assertThat(back.recalibrations()).isEqualTo(model.recalibrations());
      assertThat(back.properties()).containsExactly(new Column("Ni", "at.%"));
      assertThat(back.border()).isEqualTo(model.border());
      Path some = data.resolve("s03a.xy");
      assertThat(new XrdPredictor("m", back).explain(some))
          .isEqualTo(new XrdPredictor("m", model).explain(some));
    }
    Path target = temporary.resolve("unknown.suiseki");
    withWavelength(Double.NaN)
        .save(target, JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode());
    assertThat(XrdModel.load(target).wavelength()).isNaN();
  }

  @Test
  void oneChangedByteAnywhereIsNoticed() throws IOException {
    Path folder = temporary.resolve("model");
    ModelArchive.save(ModelArchive.load(file), folder);
    List<Path> parts;
    try (var files = Files.walk(folder)) {
      parts = files.filter(Files::isRegularFile).toList();
    }
    assertThat(parts).hasSizeGreaterThan(1);
    for (Path part : parts) {
      byte[] good = Files.readAllBytes(part);
      byte[] bad = good.clone();
      bad[bad.length / 2] ^= 1;
      Files.write(part, bad);
      assertThatThrownBy(() -> XrdModel.load(folder))
          .isInstanceOf(LearnException.class)
          .hasMessageContaining(folder.toString());
      Files.write(part, good);
    }
    XrdModel.load(folder);
    byte[] half = Files.readAllBytes(file);
    Path torn = temporary.resolve("torn.suiseki");
    Files.write(torn, Arrays.copyOf(half, half.length / 2));
    assertThatThrownBy(() -> XrdModel.load(torn)).isInstanceOf(SuisekiException.class);
  }

  private Path changed(UnaryOperator<StoredModel> change) {
    Path target = temporary.resolve("changed.suiseki");
    ModelArchive.save(change.apply(ModelArchive.load(file)), target);
    return target;
  }

  @Test
  void aWholeModelOfAnotherMakeIsRefusedWithItsPlace() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    List<UnaryOperator<StoredModel>> changes =
        List.of(
            stored -> stored.with("kind", json.stringNode("core-loss")),
            stored -> stored.with("preprocessing", json.objectNode()),
            stored ->
                stored.with(
                    "preprocessing", stored.object("preprocessing").put("steps", "polish:3")),
            stored -> stored.with("samples", json.arrayNode()),
            stored -> stored.with("samples", json.arrayNode().add("a")),
            stored -> stored.with("peaks", json.arrayNode()),
            stored -> stored.with("outputs", json.arrayNode()),
            stored -> stored.with("wavelength_angstrom", json.stringNode("long")),
            stored -> stored.with("wavelength_angstrom", json.numberNode(-1)),
            stored -> stored.withPart("map", stored.part("wide")),
            stored ->
                stored.withPart(
                    "wide", stored.part("wide").with("kind", json.stringNode("diffusion"))));
    List<Integer> accepted = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Path target = changed(changes.get(i));
      try {
        XrdModel.load(target);
        accepted.add(i);
      } catch (StudyException expected) {
        assertThat(expected).hasMessageStartingWith(target + ": ");
      }
    }
    assertThat(accepted).isEmpty();
  }
}
