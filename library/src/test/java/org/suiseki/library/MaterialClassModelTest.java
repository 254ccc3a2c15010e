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
import org.suiseki.learn.ClassDecision;
import org.suiseki.learn.ClassEnsemble;
import org.suiseki.learn.ClassLabels;
import org.suiseki.learn.ClassModel;
import org.suiseki.learn.ForestClassifier;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.ProbabilityCalibration;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.matter.ElementTable;

class MaterialClassModelTest {
  private static final String DESCRIPTOR = "composition-290:statistics=ave:missing=impute";

  @TempDir private Path folder;

  @Test
  void tellsClassesAndRefusesWhatItCannotRead() {
    MaterialClassModel model = model(Optional.empty());
    List<MaterialClassModel.Answer> answers =
        model.predict(List.of("KBr", "FeNi", "nonsense", "UPu2"));
    assertThat(answers.get(0).said()).isZero();
    assertThat(answers.get(0).chances().get(0)).isGreaterThan(0.8);
    assertThat(answers.get(1).said()).isEqualTo(1);
    assertThat(answers.get(1).chances().stream().mapToDouble(one -> one).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(answers.get(2).isKnown()).isFalse();
    assertThat(answers.get(2).note()).isNotEmpty();
    assertThat(answers.get(3).inDomain()).as("like nothing it saw").isFalse();
  }

  @Test
  void isTheSameAfterItWasStoredAlsoWithATableOfOnesOwn() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("table.csv"),
            "symbol,score [1]\n"
                + "Na,1\nK,1.2\nRb,1.3\nCl,2\nBr,2.1\nI,2.2\nFe,9\nCo,8.5\nNi,8\nCu,7.5\n");
    for (Optional<ElementTable> elements :
        List.of(Optional.<ElementTable>empty(), Optional.of(ElementTable.read(csv)))) {
      MaterialClassModel model = model(elements);
      Path file = folder.resolve("model.suiseki");
      ModelArchive.save(model.toStored(), file);
      MaterialClassModel read = MaterialClassModel.from(ModelArchive.load(file));
      List<String> asked = List.of("KBr", "FeNi", "Na2FeCl");
      assertThat(read.predict(asked)).isEqualTo(model.predict(asked));
      assertThat(read.classes()).containsExactly("salt", "alloy");
    }
  }

  @Test
  void columnsThatDoNotFitAreRefused() {
    MaterialClassModel model = model(Optional.empty());
    assertThatThrownBy(() ->
            new MaterialClassModel(
                model.kind(),
                model.descriptor(),
                model.elements(),
                new int[] {0},
                model.range(),
                model.model()))
        .isInstanceOf(LibraryException.class)
        .hasMessageContaining("1 columns");
  }

  private static MaterialClassModel model(Optional<ElementTable> elements) {
    List<String> formulas = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (String metal : List.of("Na", "K", "Rb")) {
      for (String halogen : List.of("Cl", "Br", "I")) {
        formulas.add(metal + halogen);
        labels.add("salt");
      }
    }
    List<String> metals = List.of("Fe", "Co", "Ni", "Cu");
    for (String one : metals) {
      for (String two : metals) {
        formulas.add(one + "2" + two);
        labels.add("alloy");
      }
    }
    DescribedMaterials described =
        DescribedMaterials.of(
            MaterialText.descriptor(
                MaterialKind.COMPOSITION, DESCRIPTOR, elements.orElseGet(ElementTable::standard)),
            formulas);
    int[] columns = described.completeColumns();
    Table inputs = described.table().selectColumns(columns);
    int[] all = IntStream.range(0, formulas.size()).toArray();
    ClassModel forest =
        new ForestClassifier()
            .withTrees(40)
            .fit(
                inputs,
                ClassLabels.of(List.of("salt", "alloy"), labels),
                new Split(all, new int[0], new int[0]),
                Progress.SILENT);
    ProbabilityCalibration none = ProbabilityCalibration.none(2);
    return new MaterialClassModel(
        MaterialKind.COMPOSITION,
        DESCRIPTOR,
        elements,
        columns,
        TrainingRange.of(inputs, all),
        new ClassEnsemble(List.of(forest), List.of(none), none, ClassDecision.likeliest(2)));
  }
}
