package org.suiseki.describe.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;

/** What becomes of elements for which a table lacks a value. */
class MissingValuesTest {
  private final Composition salt = Composition.parse("NaCl");
  @TempDir private Path folder;
  private ElementTable table = ElementTable.standard();

  /** On Pettifor's string stand Li 12, Na 11, K 10, Rb 9, and far away Br 98, Cl 99. */
  @BeforeEach
  void writeTable() throws IOException {
    Path file = folder.resolve("table.csv");
    Files.write(
        file, List.of("symbol,known,gap", "Li,1,5", "Na,2,", "K,3,6", "Cl,4,", "Br,5,9", "Rf,6,"));
    table = ElementTable.read(file);
  }

  private CompositionDescriptor named(String missing) {
    return CompositionDescriptors.named("composition-290:missing=" + missing, table);
  }

  @Test
  void refusesAndNamesThem() {
    CompositionDescriptor refusing = named("refuse");
    assertThatThrownBy(() -> refusing.describe(salt, new double[10], 0))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("lacks gap of Na, gap of Cl")
        .hasMessageContaining("missing=impute");
    assertThat(refusing.annotates()).isFalse();
    refusing.describe(Composition.parse("LiBr"), new double[10], 0);
  }

  @Test
  void propagatesOnlyToTheNumbersThatNeedThem() {
    CompositionDescriptor propagating = named("propagate");
    double[] row = new double[10];
    propagating.describe(Composition.parse("LiCl"), row, 0);
    for (int i = 0; i < row.length; i++) {
      assertThat(Double.isNaN(row[i])).isEqualTo(propagating.names().get(i).endsWith(":gap"));
    }
    assertThat(propagating.annotates()).isTrue();
    assertThat(propagating.note(salt)).isEqualTo("no value: Na gap; Cl gap");
    assertThat(propagating.note(Composition.parse("LiBr"))).isEmpty();
    assertThat(CompositionDescriptors.named("composition-290:missing=propagate").missingValues())
        .isEqualTo(MissingValues.PROPAGATE);
  }

  @Test
  void propagatesThroughMeansAndKernels() {
    for (String name : List.of("composition-means", "kmd-1d:grids=2", "magpie:properties=gap")) {
      CompositionDescriptor descriptor = CompositionDescriptors.named(name, table);
      double[] row = new double[descriptor.width()];
      descriptor.describe(Composition.parse("LiCl"), row, 0);
      for (int i = 0; i < row.length; i++) {
        assertThat(Double.isNaN(row[i]))
            .as(descriptor.names().get(i))
            .isEqualTo(descriptor.names().get(i).matches(".*:gap(:.*)?"));
      }
    }
  }

  @Test
  void imputesAlongTheStringOfMendeleevNumbers() {
    CompositionDescriptor imputing = named("impute");
    double[] row = new double[10];
    imputing.describe(Composition.parse("Na"), row, 0);
    // Half way from K, 6, to Li, 5.
    assertThat(row[1]).isCloseTo(5.5, within(1e-15));
    imputing.describe(Composition.parse("Cl"), row, 0);
    // Beyond Br there is nothing, so it is as Br.
    assertThat(row[1]).isEqualTo(9);
    assertThat(imputing.missing(salt))
        .containsExactly(new MissingValue(Element.Na, "gap"), new MissingValue(Element.Cl, "gap"));
    assertThat(imputing.note(salt)).isEqualTo("imputed: Na gap; Cl gap");
    assertThatThrownBy(() -> imputing.describe(Composition.parse("RfCl4"), row, 0))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("gap of Rf, and it cannot be imputed");
  }

  @Test
  void neverFillsWhatTheTableHas() {
    for (ElementTable.Property property : ElementTable.standard().properties()) {
      double[] column = ElementTable.standard().column(property.name());
      double[] filled = ElementImputation.filled(column);
      for (int i = 0; i < column.length; i++) {
        if (!Double.isNaN(column[i])) {
          assertThat(filled[i]).isEqualTo(column[i]);
        } else if (i < 103) {
          assertThat(filled[i]).as(property.name() + " " + Element.values()[i]).isFinite();
        }
      }
    }
  }
}
