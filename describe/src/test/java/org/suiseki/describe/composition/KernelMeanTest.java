package org.suiseki.describe.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;

class KernelMeanTest {
  private static final ElementTable STANDARD = ElementTable.standard();
  @TempDir private Path folder;

  @Test
  void findsRandomCompositionsAgain() {
    SplittableRandom random = new SplittableRandom(11);
    for (String name : List.of("kmd-1d:missing=impute", "kmd-md:missing=impute")) {
      KernelMean kernelMean = CompositionDescriptors.kernelMean(name, STANDARD);
      for (int round = 0; round < 60; round++) {
        Composition given =
            CompositionDescriptorsTest.randomComposition(random, 1 + random.nextInt(12));
        double[] row = new double[kernelMean.width()];
        kernelMean.describe(given, row, 0);
        KernelMean.Recovered found = kernelMean.inverse(row);
        assertThat(found.distance()).isLessThan(1e-11);
        for (Element element : Element.values()) {
          // The smallest fraction is near 0.001; kernels of two lanthanides differ by some per
          // cent, which multiplies the rounding of 1e-16 by at most 1e4.
          assertThat(found.composition().amount(element))
              .isCloseTo(given.fraction(element), within(1e-9));
        }
      }
    }
  }

  @Test
  void findsTheNearestMixtureToNumbersOfNoComposition() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 50; round++) {
      int rows = 3 + random.nextInt(20);
      double[][] columns = new double[2 + random.nextInt(30)][];
      Arrays.setAll(columns, j -> random.doubles(rows).toArray());
      double[] target = random.doubles(rows, -1, 2).toArray();
      double[] w = new NearestMixture(columns).nearest(target);
      assertThat(Arrays.stream(w).sum()).isCloseTo(1, within(1e-14));
      double[] residual = target.clone();
      for (int j = 0; j < w.length; j++) {
        assertThat(w[j]).isNotNegative();
        for (int i = 0; i < rows; i++) {
          residual[i] -= w[j] * columns[j][i];
        }
      }
      double mean = 0;
      double best = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < w.length; j++) {
        double slope = 0;
        for (int i = 0; i < rows; i++) {
          slope += columns[j][i] * residual[i];
        }
        mean += w[j] * slope;
        best = Math.max(best, slope);
      }
      // Kuhn and Tucker: no column is steeper than those of the mixture, so none would help.
      assertThat(best - mean).isLessThan(1e-8);
    }
  }

  @Test
  void writesFormulasWithWholeAmountsWherePossible() {
    assertThat(recovered("Fe2O3")).isEqualTo("Fe2O3");
    assertThat(recovered("La0.3Nd0.7CoO3")).isEqualTo("La3Nd7(CoO3)10");
    assertThat(recovered("Si0.99973P0.00027")).isEqualTo("P0.00027Si0.99973");
    assertThat(recovered("Cu")).isEqualTo("Cu");
  }

  private static String recovered(String formula) {
    KernelMean kernelMean = CompositionDescriptors.kernelMean("kmd-1d:missing=impute", STANDARD);
    double[] row = new double[kernelMean.width()];
    kernelMean.describe(Composition.parse(formula), row, 0);
    return kernelMean.inverse(row).formula();
  }

  @Test
  void takesPropertiesThatAreTheSameForAll() throws IOException {
    Path file = folder.resolve("table.csv");
    Files.write(file, List.of("symbol,same,radius [Å]", "Na,1,1", "Cl,1,2", "K,1,4"));
    ElementTable table = ElementTable.read(file);
    KernelMean grids = CompositionDescriptors.kernelMean("kmd-1d:grids=3", table);
    double[] row = new double[6];
    grids.describe(Composition.parse("NaCl"), row, 0);
    assertThat(Arrays.copyOf(row, 3)).containsExactly(1, 1, 1);
    // Na sits on the first point, Cl 2/3 of the way from it to the second.
    assertThat(row[3]).isCloseTo((1 + Math.exp(-4.0 / 9)) / 2, within(1e-15));
    assertThat(grids.sources().get(4)).contains("radius = 2.5 Å");
    KernelMean between = CompositionDescriptors.kernelMean("kmd-md", table);
    assertThat(between.names()).containsExactly("kmd:Na", "kmd:Cl", "kmd:K");
    assertThat(between.inverse(new double[] {1, 0, 0}).composition().amount(Element.Na))
        .isGreaterThan(0.5);
  }

  @Test
  void refusesNumbersThatAreNotItsOwn() {
    KernelMean kernelMean = CompositionDescriptors.kernelMean("kmd-md:missing=impute", STANDARD);
    assertThatThrownBy(() -> kernelMean.inverse(new double[3]))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("and 3 are given");
    double[] gap = new double[kernelMean.width()];
    gap[1] = Double.NaN;
    assertThatThrownBy(() -> kernelMean.inverse(gap))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("is missing");
  }
}
