package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.describe.SoapOptions.Channels;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;

class SoapTest {
  private static final SoapOptions SMALL =
      new SoapOptions(3, 3, 3, 0.6, Channels.PAIRS, List.of(Element.Ti, Element.O));
  private static final Crystal RUTILE =
      Crystal.of(
          Lattice.of(4.594, 0.2, 0, -0.1, 4.7, 0.3, 0.1, 0, 2.959),
          List.of(
              new Site(Element.Ti, 0.01, 0, 0),
              new Site(Element.Ti, 0.5, 0.5, 0.47),
              new Site(Element.O, 0.305, 0.31, 0.02),
              new Site(Element.O, 0.695, 0.69, 0),
              new Site(Element.O, 0.195, 0.805, 0.5),
              new Site(Element.O, 0.805, 0.2, 0.51)));

  @Test
  void radialFunctionsAreOrthonormal() {
    SoapBasis basis = new SoapBasis(SoapOptions.defaults());
    int steps = 400;
    double step = 12.0 / steps;
    for (int l = 0; l <= 6; l++) {
      for (int n = 0; n < 8; n++) {
        for (int k = 0; k <= n; k++) {
          double sum = 0;
          for (int i = 1; i < steps; i++) {
            double r = i * step;
            sum += r * r * basis.value(l, n, r) * basis.value(l, k, r) * step;
          }
          // The trapezoid is exact to rounding for what vanishes at both ends; the functions
          // themselves are known to the rounding of S, whose condition is about 1e8.
          assertThat(sum).isCloseTo(n == k ? 1 : 0, within(1e-7));
        }
      }
    }
  }

  @Test
  void numbersAreThoseOfNumericalIntegration() {
    Soap soap = new Soap(SMALL);
    double[] rows = soap.describeSites(RUTILE);
    int site = 3;
    double[][] titanium = integrated(site, Element.Ti);
    double[][] oxygen = integrated(site, Element.O);
    double[] expected = new double[soap.width()];
    int at = spectrum(titanium, titanium, true, expected, 0);
    at = spectrum(titanium, oxygen, false, expected, at);
    at = spectrum(oxygen, oxygen, true, expected, at);
    assertThat(at).isEqualTo(soap.width());
    double[] row = Arrays.copyOfRange(rows, site * soap.width(), (site + 1) * soap.width());
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    // The grid integrates these smooth functions to better than that.
    assertThat(row).containsExactly(expected, within(1e-8 * largest));
  }

  @Test
  void averagesAreTheSameForTheSameCrystalDescribedOtherwise() {
    Random random = new Random(10);
    for (Channels channels : Channels.values()) {
      List<Element> elements =
          channels == Channels.TOTAL ? List.of() : List.of(Element.O, Element.Ti);
      Soap soap = new Soap(SoapOptions.defaults().with(channels, elements));
      for (SoapAverage.Of of : SoapAverage.Of.values()) {
        SoapAverage average = new SoapAverage(soap, of);
        double[] expected = numbers(average, RUTILE);
        assertSame(numbers(average, RUTILE.supercell(1, 1, 0, 0, 1, 0, 1, 0, 2)), expected);
        assertSame(numbers(average, RUTILE.translated(0.3, -0.2, 7.1)), expected);
        assertSame(numbers(average, RUTILE.permuted(new int[] {5, 2, 0, 1, 4, 3})), expected);
        double[] turned = Directions.turned(RUTILE.lattice().rows(), true, random);
        assertSame(numbers(average, RUTILE.withLattice(Lattice.of(turned))), expected);
      }
    }
  }

  @Test
  void densitiesOfElementsAddUpToTheWhole() {
    SoapOptions total = new SoapOptions(4, 4, 4, 0.5, Channels.TOTAL, List.of());
    List<Element> elements = List.of(Element.O, Element.Ti);
    double[] whole = new Soap(total).describeSites(RUTILE);
    Soap parted = new Soap(total.with(Channels.WITH_TOTAL, elements));
    double[] parts = parted.describeSites(RUTILE);
    int width = new Soap(total).width();
    for (int site = 0; site < RUTILE.siteCount(); site++) {
      int at = site * width;
      for (int l = 0; l <= 4; l++) {
        for (int n = 0; n < 4; n++) {
          for (int k = n; k < 4; k++) {
            int first = site * parted.width() + (l * 4 + n) * 4 + k;
            assertThat(parts[first] + parts[first + 80]) // 5 degrees × 4 × 4 for each element
                .isCloseTo(whole[at], within(1e-9 * Math.max(1, Math.abs(whole[at]))));
            at++;
          }
        }
      }
    }
  }

  @Test
  void sharedSitesCountByTheirFractions() {
    Soap soap = new Soap(SoapOptions.defaults());
    Crystal shared =
        Crystal.of(
            Lattice.cubic(3.5),
            List.of(
                new Site(
                    Occupation.of(
                        Map.of(Species.of(Element.Cu), 0.25, Species.of(Element.Au), 0.75)),
                    0,
                    0,
                    0)));
    Crystal copper = Crystal.of(Lattice.cubic(3.5), List.of(new Site(Element.Cu, 0, 0, 0)));
    assertSame(soap.describeSites(shared), soap.describeSites(copper));
  }

  @Test
  void namesTellWhatIsWhat() {
    Soap soap = new Soap(SMALL);
    assertThat(soap.names()).doesNotHaveDuplicates().hasSize(4 * (2 * 6 + 9));
    assertThat(soap.names().get(0)).isEqualTo("soap Ti-Ti l0 n1 n1");
    assertThat(soap.names()).contains("soap Ti-O l3 n3 n1", "soap O-O l2 n2 n3");
    assertThat(new Soap(SoapOptions.defaults()).names())
        .hasSize(252)
        .contains("soap all-all l6 n8 n8");
  }

  @Test
  void whatCannotBeDescribedIsSaid() {
    Soap soap = new Soap(SMALL);
    Crystal copper = Crystal.of(Lattice.cubic(3.5), List.of(new Site(Element.Cu, 0, 0, 0)));
    assertThatThrownBy(() -> soap.describeSites(copper))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("not set up for Cu");
    assertThatThrownBy(() -> SMALL.with(Channels.PAIRS, List.of()))
        .isInstanceOf(DescribeException.class);
    assertThatThrownBy(() -> new SoapOptions(1, 3, 3, 0.5, Channels.TOTAL, List.of()))
        .hasMessageContaining("cutoff of 1.0 Å");
    assertThatThrownBy(() -> new SoapOptions(Double.NaN, 3, 3, 0.5, Channels.TOTAL, List.of()))
        .isInstanceOf(DescribeException.class);
  }

  private static double[] numbers(SoapAverage average, Crystal crystal) {
    double[] numbers = new double[average.width()];
    average.describe(crystal, numbers, 0);
    return numbers;
  }

  private static void assertSame(double[] actual, double[] expected) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(actual).containsExactly(expected, within(1e-9 * largest)); // rounding of S^-1/2
  }

  private static int spectrum(
      double[][] first, double[][] second, boolean itself, double[] out, int from) {
    int at = from;
    for (int l = 0; l <= 3; l++) {
      for (int n = 0; n < 3; n++) {
        for (int k = itself ? n : 0; k < 3; k++) {
          double sum = 0;
          for (int m = l * l; m < (l + 1) * (l + 1); m++) {
            sum += first[n][m] * second[k][m];
          }
          out[at++] = Math.PI * Math.sqrt(8.0 / (2 * l + 1)) * sum;
        }
      }
    }
    return at;
  }

  /** Coefficients by quadrature: midpoints in azimuth and radius, Gauss in the polar angle. */
  private static double[][] integrated(int site, Element element) {
    SoapBasis basis = new SoapBasis(SMALL);
    double[] atoms = atoms(site, element);
    double[][] coefficients = new double[3][16];
    int azimuths = 64;
    double step = 0.1;
    for (double[] node : gauss(48)) {
      double z = node[0];
      double across = Math.sqrt(1 - z * z);
      for (int a = 0; a < azimuths; a++) {
        double phi = 2 * Math.PI * (a + 0.5) / azimuths;
        double[] radial = new double[12];
        for (double r = step / 2; r < 9; r += step) {
          double density =
              density(atoms, r * across * Math.cos(phi), r * across * Math.sin(phi), r * z);
          for (int l = 0; l <= 3; l++) {
            for (int n = 0; n < 3; n++) {
              radial[3 * l + n] += r * r * step * density * basis.value(l, n, r);
            }
          }
        }
        double weight = node[1] * 2 * Math.PI / azimuths;
        double[] harmonics = harmonics(z, phi);
        for (int lm = 0; lm < 16; lm++) {
          int l = (int) Math.sqrt(lm);
          for (int n = 0; n < 3; n++) {
            coefficients[n][lm] += weight * radial[3 * l + n] * harmonics[lm];
          }
        }
      }
    }
    return coefficients;
  }

  private static double[] atoms(int site, Element element) {
    double reach = 3 + 0.6 * Math.sqrt(2 * Math.log(1000));
    double[] found = new double[3000];
    int count = 0;
    double[] way = new double[3];
    for (int j = 0; j < RUTILE.siteCount(); j++) {
      for (int image = 0; image < 343; image++) {
        int[] cell = {image % 7 - 3, image / 7 % 7 - 3, image / 49 - 3};
        for (int axis = 0; axis < 3; axis++) {
          way[axis] = RUTILE.fractional(j, axis) + cell[axis] - RUTILE.fractional(site, axis);
        }
        RUTILE.lattice().toCartesian(way, 0, way, 0);
        double square = way[0] * way[0] + way[1] * way[1] + way[2] * way[2];
        if (RUTILE.element(j) == element && square <= reach * reach) {
          System.arraycopy(way, 0, found, count, 3);
          count += 3;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static double density(double[] atoms, double x, double y, double z) {
    double sum = 0;
    for (int i = 0; i < atoms.length; i += 3) {
      double dx = x - atoms[i];
      double dy = y - atoms[i + 1];
      double dz = z - atoms[i + 2];
      double square = dx * dx + dy * dy + dz * dz;
      if (square < 25) { // exp(-25 / 0.72) is 1e-15
        sum += Math.exp(-square / (2 * 0.6 * 0.6));
      }
    }
    return sum;
  }

  /** The textbook's list of real harmonics up to l = 3. */
  private static double[] harmonics(double z, double phi) {
    double s = Math.sqrt(1 - z * z);
    double x = s * Math.cos(phi);
    double y = s * Math.sin(phi);
    double p = Math.PI;
    return new double[] {
      Math.sqrt(1 / (4 * p)),
      Math.sqrt(3 / (4 * p)) * y,
      Math.sqrt(3 / (4 * p)) * z,
      Math.sqrt(3 / (4 * p)) * x,
      Math.sqrt(15 / (4 * p)) * x * y,
      Math.sqrt(15 / (4 * p)) * y * z,
      Math.sqrt(5 / (16 * p)) * (3 * z * z - 1),
      Math.sqrt(15 / (4 * p)) * x * z,
      Math.sqrt(15 / (16 * p)) * (x * x - y * y),
      Math.sqrt(35 / (32 * p)) * y * (3 * x * x - y * y),
      Math.sqrt(105 / (4 * p)) * x * y * z,
      Math.sqrt(21 / (32 * p)) * y * (5 * z * z - 1),
      Math.sqrt(7 / (16 * p)) * z * (5 * z * z - 3),
      Math.sqrt(21 / (32 * p)) * x * (5 * z * z - 1),
      Math.sqrt(105 / (16 * p)) * z * (x * x - y * y),
      Math.sqrt(35 / (32 * p)) * x * (x * x - 3 * y * y)
    };
  }

  /** Nodes and weights on −1 to 1, by Newton's method from Chebyshev's nodes. */
  private static double[][] gauss(int n) {
    double[][] nodes = new double[n][2];
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 1;
      for (int round = 0; round < 50; round++) {
        double before = 0;
        double value = 1;
        for (int l = 0; l < n; l++) {
          double next = ((2 * l + 1) * x * value - l * before) / (l + 1);
          before = value;
          value = next;
        }
        slope = n * (before - x * value) / (1 - x * x);
        x -= value / slope;
      }
      nodes[i][0] = x;
      nodes[i][1] = 2 / ((1 - x * x) * slope * slope);
    }
    return nodes;
  }
}
