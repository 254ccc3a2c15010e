package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShapeMatchTest {
  /** Degrees: the deviation is the root of a difference of numbers near 1, known to 1e-16 or so. */
  private static final double ROUNDING = 1e-5;

  private final ShapeMatcher matcher = new ShapeMatcher();

  @Test
  void eachShapeIsFoundHoweverTurnedMirroredAndOrdered() {
    Random random = new Random(1);
    for (CoordinationShape shape : CoordinationShape.all()) {
      for (int trial = 0; trial < 20; trial++) {
        double[] seen =
            Directions.shuffled(
                Directions.turned(shape.directions(), trial % 2 == 1, random), random);
        assertThat(matcher.deviation(seen, shape)).as(shape.toString()).isLessThan(ROUNDING);
        assertThat(Motif.of(seen).name()).isEqualTo(shape.name());
      }
    }
  }

  @Test
  void deviationIsTheLeastOverAllPairings() {
    Random random = new Random(2);
    for (CoordinationShape shape : CoordinationShape.all()) {
      int n = shape.coordination();
      if (n < 3 || n > 6) {
        continue;
      }
      for (int trial = 0; trial < 60; trial++) {
        boolean far = trial % 3 == 0;
        double[] seen =
            far
                ? Directions.random(n, random)
                : Directions.distorted(
                    Directions.turned(shape.directions(), false, random), 15, random);
        double exhaustive = exhaustive(seen, shape);
        double found = matcher.deviation(seen, shape);
        assertThat(found).as(shape.toString()).isGreaterThan(exhaustive - ROUNDING);
        if (far) {
          // A local optimum is allowed where no shape is near; its score is nearly nothing.
          assertThat(new ShapeMatch(shape, found).score())
              .isCloseTo(new ShapeMatch(shape, exhaustive).score(), within(0.01));
        } else {
          assertThat(found).as(shape.toString()).isLessThan(exhaustive + ROUNDING);
        }
      }
    }
  }

  @Test
  void deviationIsTheSameTurnedMirroredAndReordered() {
    Random random = new Random(3);
    for (CoordinationShape shape : CoordinationShape.all()) {
      double[] seen = Directions.distorted(shape.directions(), 6, random);
      double expected = matcher.deviation(seen, shape);
      double[] other =
          Directions.shuffled(Directions.turned(seen, random.nextBoolean(), random), random);
      assertThat(matcher.deviation(other, shape))
          .as(shape.toString())
          .isCloseTo(expected, within(ROUNDING));
    }
  }

  /**
   * Printed with two decimals: tetrahedron and square (Casanova et al., J. Am. Chem. Soc. 126, 1755
   * (2004), doi 10.1021/ja036479n), octahedron and trigonal prism (Alvarez et al., New J. Chem. 26,
   * 996 (2002), doi 10.1039/b200641n), cube and square antiprism (Casanova et al., Chem. Eur. J.
   * 11, 1479 (2005), doi 10.1002/chem.200400799).
   */
  @Test
  void measuresBetweenIdealShapesAreThoseOfTheLiterature() {
    assertThat(measure(4, "tetrahedral", "square planar")).isCloseTo(33.33, within(0.01));
    assertThat(measure(6, "octahedral", "trigonal prismatic")).isCloseTo(16.74, within(0.01));
    assertThat(measure(6, "trigonal prismatic", "octahedral")).isCloseTo(16.74, within(0.01));
    assertThat(measure(8, "cubic", "square antiprismatic")).isCloseTo(10.99, within(0.01));
  }

  @Test
  void prismAndOctahedronAreToldApart() {
    CoordinationShape octahedron = shape(6, "octahedral");
    CoordinationShape prism = shape(6, "trigonal prismatic");
    assertThat(score(octahedron, prism)).isLessThan(0.1);
    assertThat(score(prism, prism)).isCloseTo(1, within(1e-9));
    // Halfway of Bailar's twist from one to the other both fit equally badly.
    double[] halfway = twisted(30);
    assertThat(matcher.deviation(halfway, octahedron)).isBetween(5.0, 15.0);
    double previous = 0;
    for (int angle = 0; angle <= 60; angle += 10) {
      double deviation = matcher.deviation(twisted(angle), prism);
      assertThat(deviation).isGreaterThanOrEqualTo(previous);
      previous = deviation;
    }
  }

  /** Molybdenum in 2H-MoS2: a 3.16 Å, c 12.30 Å, z(S) 0.621, which leaves 3.173 Å between the S. */
  @Test
  void molybdenumInItsDisulfideIsTrigonalPrismatic() {
    double radius = 3.16 / Math.sqrt(3);
    double half = 12.30 * (0.75 - 0.621);
    double[] neighbours = new double[18];
    for (int i = 0; i < 6; i++) {
      double azimuth = Math.toRadians(120 * (i % 3));
      neighbours[3 * i] = radius * Math.cos(azimuth);
      neighbours[3 * i + 1] = radius * Math.sin(azimuth);
      neighbours[3 * i + 2] = i < 3 ? half : -half;
    }
    Motif motif = Motif.of(neighbours);
    assertThat(motif.name()).isEqualTo("trigonal prismatic");
    assertThat(motif.coordination()).isEqualTo(6);
    assertThat(motif.score()).isGreaterThan(0.999);
    assertThat(motif).hasToString("trigonal prismatic, 6 neighbours, 1.00");
  }

  @Test
  void noShapeHasThirteenCornersAndNoneIsNone() {
    assertThat(Motif.of(Directions.random(13, new Random(4))))
        .isEqualTo(new Motif("irregular", 13, 0));
    assertThat(Motif.of()).isEqualTo(new Motif("isolated", 0, 1));
  }

  @Test
  void whatIsNoDirectionIsSaid() {
    assertThatThrownBy(() -> Motif.of(1, 2))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("2 numbers are no directions");
    assertThatThrownBy(() -> Motif.of(1, 0, 0, 0, 0, 0))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("Neighbour 1 lies in no direction");
    assertThatThrownBy(() -> Motif.of(1, Double.NaN, 0)).isInstanceOf(DescribeException.class);
  }

  private double measure(int coordination, String seen, String model) {
    CoordinationShape shape = shape(coordination, model);
    double deviation = matcher.deviation(shape(coordination, seen).directions(), shape);
    return new ShapeMatch(shape, deviation).shapeMeasure();
  }

  private double score(CoordinationShape seen, CoordinationShape model) {
    return new ShapeMatch(model, matcher.deviation(seen.directions(), model)).score();
  }

  private static CoordinationShape shape(int coordination, String name) {
    return CoordinationShape.of(coordination).stream()
        .filter(shape -> shape.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * A prism's lower triangle turned by so many degrees, the height moved from prism to octahedron.
   */
  private static double[] twisted(double degrees) {
    double polar = Math.toRadians(49.106605 + (54.735610 - 49.106605) * degrees / 60);
    double[] directions = new double[18];
    for (int i = 0; i < 6; i++) {
      double azimuth = Math.toRadians(120 * (i % 3) + (i < 3 ? 0 : degrees));
      directions[3 * i] = Math.sin(polar) * Math.cos(azimuth);
      directions[3 * i + 1] = Math.sin(polar) * Math.sin(azimuth);
      directions[3 * i + 2] = (i < 3 ? 1 : -1) * Math.cos(polar);
    }
    return directions;
  }

  private static double exhaustive(double[] seen, CoordinationShape shape) {
    int n = shape.coordination();
    int[] partner = new int[n];
    for (int i = 0; i < n; i++) {
      partner[i] = i;
    }
    double sum = best(seen, shape.directions(), partner, 0, new BestRotation());
    return Math.toDegrees(Math.sqrt(Math.max(0, 2 * (1 - sum / n))));
  }

  private static double best(
      double[] seen, double[] model, int[] partner, int from, BestRotation rotation) {
    int n = partner.length;
    if (from == n) {
      return rotation.fit(model, seen, partner, n);
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int i = from; i < n; i++) {
      swap(partner, from, i);
      best = Math.max(best, best(seen, model, partner, from + 1, rotation));
      swap(partner, from, i);
    }
    return best;
  }

  private static void swap(int[] values, int i, int j) {
    int kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}
