package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderParameterTest {
  /** Neighbours of no symmetry, the first n near to common motifs of n. */
  private static final double[] NEIGHBOURS = {
    0, 0, 1, 0, 0.1, -1, 1, 0, 0.1, -1, 0.1, 0, 0.1, 1, 0, 0, -1, 0.2, 0.7, 0.7, 0.3, -0.7, 0.6,
    -0.5, 0.6, -0.6, 0.6, -0.5, -0.7, 0.5, 0.5, 0.6, -0.7, -0.6, -0.5, -0.7
  };

  /** LocalStructOrderParams of pymatgen 2022.11.7 for them, motif by motif. */
  private static final double[] PYMATGEN = {
    1.000000000, // sgl_bd CN_1
    0.000000000, // L-shaped CN_2
    0.000000435, // water-like CN_2
    0.000340457, // bent 120 degrees CN_2
    0.243843396, // bent 150 degrees CN_2
    0.962902718, // linear CN_2
    0.031757871, // trigonal planar CN_3
    0.186975541, // trigonal non-coplanar CN_3
    0.882218822, // T-shaped CN_3
    0.940438265, // square co-planar CN_4
    0.123169226, // tetrahedral CN_4
    0.967805554, // rectangular see-saw-like CN_4
    0.647894748, // see-saw-like CN_4
    0.362626753, // trigonal pyramidal CN_4
    0.144032247, // pentagonal planar CN_5
    0.938689474, // square pyramidal CN_5
    0.684284120, // trigonal bipyramidal CN_5
    0.234465730, // hexagonal planar CN_6
    0.896909048, // octahedral CN_6
    0.488735244, // pentagonal pyramidal CN_6
    0.445598259, // hexagonal pyramidal CN_7
    0.549816784, // pentagonal bipyramidal CN_7
    0.034167370, // body-centered cubic CN_8
    0.818917275, // hexagonal bipyramidal CN_8
    0.238365416, // q2 CN_9
    0.404112469, // q4 CN_9
    0.382150627, // q6 CN_9
    0.227482094, // q2 CN_10
    0.314951576, // q4 CN_10
    0.384185240, // q6 CN_10
    0.244583584, // q2 CN_11
    0.251890000, // q4 CN_11
    0.400513143, // q6 CN_11
    0.659699353, // cuboctahedral CN_12
    0.217092347, // q2 CN_12
    0.194583490, // q4 CN_12
    0.399109747, // q6 CN_12
  };

  private final NeighbourAngles angles = new NeighbourAngles();

  @Test
  void valuesAreTheSourceForNeighboursOfNoSymmetry() {
    double[] directions = NEIGHBOURS.clone();
    ReferenceEnvironments.normalise(directions);
    double[] falling = {12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
    List<FingerprintMotif> motifs = FingerprintMotif.all();
    for (int i = 0; i < PYMATGEN.length; i++) {
      angles.set(directions, falling, motifs.get(i).coordination());
      assertThat(motifs.get(i).order().of(angles))
          .as("%s", motifs.get(i))
          .isCloseTo(PYMATGEN[i], within(1e-9)); // nine decimals are typed
    }
    assertThat(motifs).hasSameSizeAs(PYMATGEN);
  }

  /** The order of equal neighbours is chance: no value may depend on it, nor on the axes. */
  @Test
  void valuesAreTheSameTurnedMirroredAndReordered() {
    Random random = new Random(8);
    for (FingerprintMotif motif : FingerprintMotif.all()) {
      int n = motif.coordination();
      double[] equal = new double[n];
      Arrays.fill(equal, 1);
      for (int trial = 0; trial < 20; trial++) {
        double[] seen = Directions.random(n, random);
        angles.set(seen, equal, n);
        double expected = motif.order().of(angles);
        double[] other = Directions.shuffled(Directions.turned(seen, true, random), random);
        angles.set(other, equal, n);
        assertThat(motif.order().of(angles))
            .as("%s", motif)
            .isCloseTo(expected, within(1e-10)); // rounding, at least 1e-6 from any jump
      }
    }
  }

  /**
   * Steinhardt, Nelson, Ronchetti, Phys. Rev. B 28, 784 (1983), figure 2: icosahedron, cubic and
   * hexagonal close packing.
   */
  @Test
  void bondOrderIsThatOfTheCloseShells() {
    bondOrder("icosahedral", 0, 0, 0.66332);
    bondOrder("cuboctahedral", 0, 0.19094, 0.57452);
    bondOrder("anticuboctahedral", 0, 0.09722, 0.48476);
  }

  /** The products of harmonics add up to Legendre's polynomials, equation 14.18.2 of the DLMF. */
  @Test
  void harmonicsFulfilTheAdditionTheorem() {
    Random random = new Random(9);
    int degree = 12;
    SphericalHarmonics harmonics = new SphericalHarmonics(degree);
    for (int trial = 0; trial < 100; trial++) {
      double[] v = Directions.random(2, random);
      double[] first = new double[harmonics.size()];
      double[] second = new double[harmonics.size()];
      harmonics.add(v[0], v[1], v[2], 1, first, 0);
      harmonics.add(v[3], v[4], v[5], 1, second, 0);
      double cosine = v[0] * v[3] + v[1] * v[4] + v[2] * v[5];
      double before = 0;
      double legendre = 1;
      for (int l = 0; l <= degree; l++) {
        double sum = 0;
        for (int i = l * l; i < (l + 1) * (l + 1); i++) {
          sum += first[i] * second[i];
        }
        assertThat(sum).isCloseTo((2 * l + 1) / (4 * Math.PI) * legendre, within(1e-12));
        double next = ((2 * l + 1) * cosine * legendre - l * before) / (l + 1);
        before = legendre;
        legendre = next;
      }
    }
  }

  private void bondOrder(String shape, double q2, double q4, double q6) {
    CoordinationShape twelve =
        CoordinationShape.of(12).stream()
            .filter(one -> one.name().equals(shape))
            .findFirst()
            .orElseThrow();
    angles.set(twelve.directions(), new double[12], 12);
    assertThat(angles.bondOrder(2)).isCloseTo(q2, within(1e-5)); // five decimals are printed
    assertThat(angles.bondOrder(4)).isCloseTo(q4, within(1e-5));
    assertThat(angles.bondOrder(6)).isCloseTo(q6, within(1e-5));
  }
}
