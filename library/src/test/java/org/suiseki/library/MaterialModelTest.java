package org.suiseki.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.describe.MaterialKind;
import org.suiseki.describe.MaterialText;
import org.suiseki.learn.Column;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Ridge;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.matter.Composition;
import org.suiseki.matter.ElementTable;

class MaterialModelTest {
  private static final Column MASS = new Column("mean mass", "u");
  private static final String DESCRIPTOR = "composition-290:statistics=ave:missing=impute";

  /** Binary compounds of light elements, whose mean atomic mass is a column of the descriptor. */
  private static final List<String> MATERIALS = materials();

  @TempDir private Path folder;

  @Test
  void answersWithTheUnitTheHeldOutErrorAndTheDomain() {
    MaterialModel model = model(TargetScale.LINEAR, Optional.empty());

    List<MaterialModel.Answer> answers = model.predict(List.of("NaCl", "nonsense", "UPu2"));

    // The descriptor holds the target, so that ridge finds it but for its penalty.
    assertThat(answers.get(0).value()).isCloseTo(29.22, within(0.3));
    assertThat(answers.get(0).deviation()).isEqualTo(0.5);
    assertThat(answers.get(0).inDomain()).isTrue();
    assertThat(answers.get(1).value()).isNaN();
    assertThat(answers.get(1).note()).isNotEmpty();
    assertThat(answers.get(2).inDomain()).as("actinides are like nothing it saw").isFalse();
    assertThat(answers.get(2).note()).contains("times the border distance");
  }

  @Test
  void isTheSameAfterItWasStored() {
    MaterialModel model = model(TargetScale.LOGARITHMIC, Optional.empty());
    Path file = folder.resolve("mass.suiseki");
    ModelArchive.save(model.toStored(), file);

    MaterialModel read = MaterialModel.from(ModelArchive.load(file));

    assertThat(read.predict(List.of("NaCl", "SiC")))
        .isEqualTo(model.predict(List.of("NaCl", "SiC")));
    assertThat(read.property()).isEqualTo(MASS);
    assertThat(read.scale()).isEqualTo(TargetScale.LOGARITHMIC);
  }

  @Test
  void carriesATableOfElementsOfOnesOwn() throws IOException {
    Path csv = folder.resolve("elements.csv");
    StringBuilder text = new StringBuilder("symbol,weight [u],cube\n");
    for (String symbol : List.of("Na", "Cl", "Si", "C", "Mg", "O", "B", "N", "Al", "P")) {
      int size = symbol.length() * 7 + symbol.charAt(0);
      text.append(symbol).append(',').append(size).append(',').append(size * size).append('\n');
    }
    Files.writeString(csv, text);
    MaterialModel model = model(TargetScale.LINEAR, Optional.of(ElementTable.read(csv)));
    Path file = folder.resolve("own.suiseki");
    ModelArchive.save(model.toStored(), file);
    Files.delete(csv);

    MaterialModel read = MaterialModel.from(ModelArchive.load(file));

    assertThat(read.predict(List.of("NaCl"))).isEqualTo(model.predict(List.of("NaCl")));
    assertThat(read.elements().orElseThrow().sha256())
        .isEqualTo(model.elements().orElseThrow().sha256());
  }

  @Test
  void refusesAModelOfAnotherTableOfElements() {
    MaterialModel model = model(TargetScale.LINEAR, Optional.empty());
    var stored = model.toStored();
    var options = stored.object("options").put("elementsSha256", "0".repeat(64));

    assertThatThrownBy(() -> MaterialModel.from(stored.with("options", options)))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("another edition");
  }

  @Test
  void refusesColumnsThatDoNotFitTheModel() {
    MaterialModel model = model(TargetScale.LINEAR, Optional.empty());

    assertThatThrownBy(() ->
            new MaterialModel(
                MASS,
                MaterialKind.COMPOSITION,
                DESCRIPTOR,
                Optional.empty(),
                new int[] {0},
                TargetScale.LINEAR,
                1,
                model.range(),
                model.model()))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("1 columns");
  }

  private static MaterialModel model(TargetScale scale, Optional<ElementTable> elements) {
    ElementTable table = elements.orElseGet(ElementTable::standard);
    DescribedMaterials described =
        DescribedMaterials.of(
            MaterialText.descriptor(MaterialKind.COMPOSITION, DESCRIPTOR, table), MATERIALS);
    int[] columns = described.completeColumns();
    Table inputs = described.table().selectColumns(columns);
    double[] targets =
        IntStream.of(described.places())
            .mapToObj(MATERIALS::get)
            .map(Composition::parse)
            .mapToDouble(one -> scale.toModel(one.molarMass() / one.total()))
            .toArray();
    List<String> ids = IntStream.of(described.places()).mapToObj(MATERIALS::get).toList();
    Dataset data =
        new Dataset(
            ids,
            inputs,
            new Table(List.of(MASS), targets.length, targets),
            new Origin("made here", "CC0", ""));
    int[] rows = IntStream.range(0, targets.length).toArray();
    var model = new Ridge().fit(data, new Split(rows, new int[0], new int[0]), Progress.SILENT);
    return new MaterialModel(
        MASS,
        MaterialKind.COMPOSITION,
        DESCRIPTOR,
        elements,
        columns,
        scale,
        0.5,
        TrainingRange.of(inputs, rows),
        model);
  }

  private static List<String> materials() {
    List<String> found = new ArrayList<>();
    List<String> elements = List.of("Na", "Mg", "Al", "Si", "B", "C", "N", "O", "P", "Cl");
    for (int a = 0; a < elements.size(); a++) {
      for (int b = a + 1; b < elements.size(); b++) {
        for (int amount = 1; amount < 4; amount++) {
          found.add(elements.get(a) + elements.get(b) + (amount == 1 ? "" : amount));
        }
      }
    }
    return found;
  }
}
