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
