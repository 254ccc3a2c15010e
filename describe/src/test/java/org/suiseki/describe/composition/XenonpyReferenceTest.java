package org.suiseki.describe.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suiseki.house.SharedCrystals;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;

/** Against the numbers of XenonPy and KmdPlus on XenonPy's element table. */
class XenonpyReferenceTest {
  private static final String FOLDER = "reference/xenonpy/";

  private final ElementTable table =
      ElementTable.read(SharedCrystals.path("data/composition/xenonpy_elements_94x58.csv"));

  @Test
  void describesBy290NumbersAsXenonpyDoes() throws IOException {
    CompositionDescriptor descriptor = CompositionDescriptors.named("composition-290", table);
    List<String> heads = heads("compositions_classic_290.csv");
    assertThat(descriptor.names()).isEqualTo(heads).hasSize(290);
    assertThat(descriptor.annotates()).isFalse();
    Map<String, double[]> rows = rows("compositions_classic_290.csv");
    assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
    rows.forEach((formula, expected) -> {
      double[] found = described(descriptor, formula);
      for (int i = 0; i < expected.length; i++) {
        // Sums of at most five terms in another order: rounding only.
        assertThat(found[i])
            .as(formula + " " + heads.get(i))
            .isCloseTo(expected[i], within(1e-12 * Math.abs(expected[i])));
      }
    });
  }

  @Test
  void takesMeansAsXenonpyDoesWhereAllValuesArePositive() throws IOException {
    CompositionDescriptor descriptor = CompositionDescriptors.named("composition-means", table);
    assertThat(descriptor.names()).isEqualTo(heads("compositions_gmean_hmean_116.csv"));
    CompositionDescriptor smallest =
        CompositionDescriptors.named("composition-290:statistics=min", table);
    int compared = 0;
    for (Map.Entry<String, double[]> row : rows("compositions_gmean_hmean_116.csv").entrySet()) {
      double[] found = described(descriptor, row.getKey());
      double[] least = described(smallest, row.getKey());
      assertThat(Arrays.stream(found).allMatch(Double::isFinite)).isTrue();
      for (int i = 0; i < found.length; i++) {
        double expected = row.getValue()[i];
        if (least[i % least.length] >= 0 && Double.isFinite(expected)) {
          // Logarithms of up to 1e7 and powers of up to 65 in XenonPy's product.
          assertThat(found[i])
              .as(row.getKey() + " " + descriptor.names().get(i))
              .isCloseTo(expected, within(1e-11 * expected));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(3000);
  }

  @Test
  void countsAsXenonpyDoesWithoutItsCutting() throws IOException {
    CompositionDescriptor descriptor = CompositionDescriptors.named("counting", table);
    assertThat(descriptor.names()).isEqualTo(heads("compositions_counting_94.csv"));
    for (Map.Entry<String, double[]> row : rows("compositions_counting_94.csv").entrySet()) {
      double[] found = described(descriptor, row.getKey());
      for (int i = 0; i < found.length; i++) {
        assertThat(Math.floor(found[i])).isEqualTo(row.getValue()[i]);
      }
    }
    double[] doped = described(descriptor, "Mg0.95Zn0.05O");
    assertThat(doped[Element.Mg.ordinal()]).isEqualTo(0.95);
    assertThat(doped[Element.Zn.ordinal()]).isEqualTo(0.05);
  }

  @Test
  void takesKernelMeansAsKmdPlusDoes() throws IOException {
    checkKernelMean("kmd-1d:grids=8", "kmd_1d_grids8.csv");
    checkKernelMean("kmd-1d:grids=20", "kmd_1d_grids20.csv");
    checkKernelMean("kmd-md", "kmd_md_94.csv");
  }

  private void checkKernelMean(String name, String file) throws IOException {
    KernelMean descriptor = CompositionDescriptors.kernelMean(name, table);
    for (Map.Entry<String, double[]> row : rows(file).entrySet()) {
      double[] found = described(descriptor, row.getKey());
      assertThat(found).hasSameSizeAs(row.getValue());
      for (int i = 0; i < found.length; i++) {
        // Exponents of up to some hundreds, each with the rounding of a difference of values.
        assertThat(found[i])
            .as(name + " " + row.getKey() + " " + i)
            .isCloseTo(row.getValue()[i], within(1e-10 * row.getValue()[i] + 1e-300));
      }
      Composition again = descriptor.inverse(row.getValue()).composition();
      Composition given = Composition.parse(row.getKey());
      assertThat(again.elements()).as(name).isEqualTo(given.elements());
      for (Element element : given.elements()) {
        assertThat(again.amount(element)).isCloseTo(given.fraction(element), within(1e-9));
      }
    }
  }

  private static double[] described(CompositionDescriptor descriptor, String formula) {
    double[] row = new double[descriptor.width()];
    descriptor.describe(Composition.parse(formula), row, 0);
    return row;
  }

  private static List<String> heads(String file) throws IOException {
    String head = Files.readAllLines(SharedCrystals.path(FOLDER + file)).get(0);
    return List.of(head.split(",")).subList(1, head.split(",").length);
  }

  private static Map<String, double[]> rows(String file) throws IOException {
    Map<String, double[]> rows = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(SharedCrystals.path(FOLDER + file));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      rows.put(
          cells[0],
          Arrays.stream(cells).skip(1).mapToDouble(XenonpyReferenceTest::number).toArray());
    }
    return rows;
  }

  private static double number(String cell) {
    return switch (cell) {
      case "", "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(cell);
    };
  }
}
