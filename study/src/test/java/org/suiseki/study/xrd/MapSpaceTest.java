package org.suiseki.study.xrd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suiseki.explain.latent.SimilarityTransform;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.KernelPrincipalComponents;
import org.suiseki.learn.LatentEstimator;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.PrincipalComponents;
import org.suiseki.learn.Progress;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.AutoencoderOptions;
import org.suiseki.learn.nn.AutoencoderTrainer;
import org.suiseki.matter.SuisekiException;
import org.suiseki.study.RunOptions;
import tools.jackson.databind.node.JsonNodeFactory;

/** Maps and how they are made of what several seeds have found. */
class MapSpaceTest {
  private static final AutoencoderOptions SMALL =
      AutoencoderOptions.DENSE.withLayers(AutoencoderOptions.Layers.dense(8)).withEpochs(40);

  @TempDir private static Path shared;
  private static PreparedSet prepared;

  @TempDir private Path temporary;

  @BeforeAll
  static void prepare() {
    PatternSet set =
        PatternFolder.read(
            XrdSamples.folder(shared.resolve("alloys")),
            PatternFolder.Options.standard(),
            Progress.SILENT);
    XrdOptions options = XrdOptions.read(XrdSamples.study(XrdSamples.SMALL), RunOptions.defaults());
    prepared = PreparedSet.of(set, options, false);
  }

  private static <M extends LatentModel> M learned(LatentEstimator<M> estimator) {
    return estimator.fit(prepared.rows(), prepared.whole(), Progress.SILENT);
  }

  /** Turned by an angle, mirrored or not, scaled and moved. */
  private static SimilarityTransform view(double angle, boolean mirrored, double scale) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    double sign = mirrored ? -1 : 1;
    return new SimilarityTransform(
        new double[] {0.3, -1.2},
        scale,
        new double[][] {{c, -s}, {sign * s, sign * c}},
        new double[] {-0.5, 4});
  }

  static Stream<LatentModel> spaces() {
    return Stream.of(
        learned(new PrincipalComponents(2)),
        learned(new KernelPrincipalComponents(2)),
        learned(new AutoencoderTrainer(SMALL, 1)));
  }

  // --- The space. ---

  @ParameterizedTest
  @MethodSource("spaces")
  void placesAreThoseOfTheSpaceInAnotherView(LatentModel inner) {
    MapSpace map = new MapSpace(inner, view(0.7, true, 2.5));
    double[][] points = map.encode(prepared.rows());
    double[][] found = inner.encode(prepared.rows());
    assertThat(map.size()).isEqualTo(2);
    assertThat(map.inputs()).isEqualTo(inner.inputs());
    for (int row = 1; row < points.length; row++) {
      // Distances grow by the scale and by nothing else.
      assertThat(distance(points[row], points[0]))
          .isCloseTo(2.5 * distance(found[row], found[0]), within(1e-9));
    }
    // The decoder gets back the coordinates that it knows; with 32 bits in the network.
    double[] same = inner.decode(found).values();
    assertThat(map.decode(points).values()).containsExactly(same, within(1e-4));
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void gradientsAreSlopes(LatentModel inner) {
    MapSpace map = new MapSpace(inner, view(-1.1, false, 0.4));
    Table rows = prepared.rows().selectRows(new int[] {3, 17});
    double[][] direction = {rows.row(1).clone(), rows.row(0).clone()};
    double step = 1e-3;
    for (int axis = 0; axis < 2; axis++) {
      double[][] gradient = map.gradient(rows, axis);
      for (int row = 0; row < 2; row++) {
        double said = 0;
        double[] up = rows.row(row).clone();
        double[] down = rows.row(row).clone();
        for (int i = 0; i < up.length; i++) {
          said += gradient[row][i] * direction[row][i];
          up[i] += step * direction[row][i];
          down[i] -= step * direction[row][i];
        }
        double[][] ends = map.encode(Table.of(rows.columns(), new double[][] {up, down}));
        double slope = (ends[0][axis] - ends[1][axis]) / (2 * step);
        // A difference of 32-bit coordinates over 2 · 10⁻³ is good to some 10⁻⁴.
        assertThat(said).isCloseTo(slope, within(2e-3 * Math.max(1, Math.abs(slope))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void comesBackBitByBit(LatentModel inner) {
    MapSpace map = new MapSpace(inner, view(2, true, 1.5));
    Path file = temporary.resolve("map.suiseki");
    ModelArchive.save(map.toStored(), file);
    MapSpace back = MapSpace.from(ModelArchive.load(file));
    assertThat(back.encode(prepared.rows())).isDeepEqualTo(map.encode(prepared.rows()));
    assertThat(back.decode(new double[][] {{0.2, -0.1}}).values())
        .isEqualTo(map.decode(new double[][] {{0.2, -0.1}}).values());
    // A map is a space like any other.
    assertThat(StoredSpace.from(map.toStored())).isInstanceOf(MapSpace.class);
  }

  @Test
  void aStoredMapOfAnotherMakeIsRefused() {
    StoredModel stored =
        new MapSpace(learned(new PrincipalComponents(2)), view(0, false, 1)).toStored();
    JsonNodeFactory json = JsonNodeFactory.instance;
    assertThatThrownBy(() -> MapSpace.from(stored.with("kind", json.stringNode("pca"))))
        .isInstanceOf(SuisekiException.class);
    StoredModel later = stored.part("inner").with("kind", json.stringNode("diffusion-map"));
    assertThatThrownBy(() -> MapSpace.from(stored.withPart("inner", later)))
        .isInstanceOf(SuisekiException.class)
        .hasMessageContaining("'diffusion-map', which this build does not know");
    assertThatThrownBy(() ->
            MapSpace.from(
                stored.withTensors(
                    Map.of(
                        "from", DenseArray.of(new double[2]),
                        "scale", DenseArray.of(new double[] {1}),
                        "rotation", DenseArray.of(new double[3][3]),
                        "to", DenseArray.of(new double[2])))))
        .isInstanceOf(RuntimeException.class);
  }

  // --- The making. ---

  private static MapMaker.Made made(LatentModel... seeds) {
    return new MapMaker(prepared, 4).of(List.of(seeds));
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }

  private static void assertCanonical(double[][] points, double precision) {
    int rows = points.length;
    double[] mean = new double[2];
    double[][] moments = new double[2][2];
    for (double[] point : points) {
      for (int i = 0; i < 2; i++) {
        mean[i] += point[i] / rows;
        for (int j = 0; j < 2; j++) {
          moments[i][j] += point[i] * point[j] / rows;
        }
      }
    }
    assertThat(mean).containsExactly(new double[2], within(precision));
    assertThat(moments[0][0] + moments[1][1]).isCloseTo(1, within(precision));
    assertThat(moments[0][1]).isCloseTo(0, within(precision));
    assertThat(moments[0][0]).isGreaterThan(moments[1][1]);
    double[] content = prepared.targets().column(0);
    double along = 0;
    for (int row = 0; row < rows; row++) {
      along += points[row][0] * (content[row] - 50);
    }
    assertThat(along).isPositive();
  }

  @Test
  void axesAndUnitDoNotDependOnHowTheSpaceLies() {
    LatentModel plain = learned(new PrincipalComponents(2));
    double[][] expected = made(plain).result().points();
    assertCanonical(expected, 1e-9);
    for (int i = 0; i < 6; i++) {
      LatentModel other = new MapSpace(plain, view(i, i % 2 == 0, 0.1 + i));
      MapMaker.Made made = made(other);
      for (int row = 0; row < expected.length; row++) {
        assertThat(made.result().points()[row]).containsExactly(expected[row], within(1e-9));
      }
      assertThat(made.result().spread()).isDeepEqualTo(new double[expected.length][2]);
      assertThat(made.result().overall()).isNaN();
      // What is kept gives the points that are told.
      assertThat(made.space().encode(prepared.rows())).isDeepEqualTo(made.result().points());
    }
  }

  @Test
  void seedsThatFoundTheSameHaveNoSpread() {
    LatentModel plain = learned(new PrincipalComponents(2));
    MapMaker.Made made =
        made(
            new MapSpace(plain, view(0.3, false, 3)),
            new MapSpace(plain, view(2.2, true, 0.2)),
            plain);
    assertCanonical(made.result().points(), 1e-9);
    assertThat(made.result().overall()).isCloseTo(0, within(1e-9));
    assertThat(made.result().seeds()).isEqualTo(3);
    assertThat(Arrays.stream(made.result().spread()).flatMapToDouble(Arrays::stream).max())
        .hasValueCloseTo(0.0, within(1e-7));
  }

  @Test
  void theOrderOfSeedsMakesNoDifference() {
    List<LatentModel> seeds =
        new ArrayList<>(
            new AutoencoderTrainer(SMALL, 2)
                .fitSeeds(
                    prepared.rows(),
                    prepared.whole(),
                    new long[] {1, 2, 3, 4, 5},
                    Progress.SILENT));
    MapResult first = made(seeds.toArray(LatentModel[]::new)).result();
    assertThat(first.overall()).isBetween(1e-4, 1.0);
    for (int turn = 0; turn < 4; turn++) {
      Collections.rotate(seeds, 1);
      MapResult other = made(seeds.toArray(LatentModel[]::new)).result();
      assertThat(other.overall()).isCloseTo(first.overall(), within(1e-6));
      assertThat(other.clusters()).isEqualTo(first.clusters());
      for (int row = 0; row < first.points().length; row++) {
        assertThat(other.points()[row]).containsExactly(first.points()[row], within(1e-5));
        assertThat(other.spread()[row]).containsExactly(first.spread()[row], within(1e-5));
      }
    }
  }

  @Test
  void clustersAreNumberedAndTheirCentresToldInTheUnitOfTheProperty() {
    MapResult result = made(learned(new PrincipalComponents(2))).result();
    int[] clusters = result.clusters();
    assertThat(clusters).hasSize(prepared.size());
    int count = Arrays.stream(clusters).max().orElseThrow() + 1;
    assertThat(count).isBetween(2, 8);
    assertThat(result.centres()).hasSize(count);
    for (int cluster = 0; cluster < count; cluster++) {
      int each = cluster;
      double mean =
          IntStream.range(0, clusters.length)
              .filter(row -> clusters[row] == each)
              .mapToDouble(row -> prepared.targets().get(row, 0))
              .average()
              .orElseThrow();
      assertThat(result.centres().get(cluster)[0]).isCloseTo(mean, within(1e-12));
    }
    // One family says nothing of clusters.
    assertThat(result.agreement()).isNaN();
    assertThat(result.neighbours()).isEqualTo(4);
  }

  @Test
  void moreNeighboursThanThereCanBeAreCut() {
    MapResult result =
        new MapMaker(prepared, 1000).of(List.of(learned(new PrincipalComponents(2)))).result();
    assertThat(result.neighbours()).isEqualTo((prepared.size() - 1) / 2);
    assertThat(result.trustworthiness()).isBetween(0.0, 1.0);
  }
}
