package org.suiseki.study.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Interval;
import org.suiseki.matter.Element;
import org.suiseki.study.StudyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class FindingsTest {
  private static final Quantity KAPPA = Quantity.of("κ", "W/m/K");

  @Test
  void theFixtureHasEveryBlock() {
    List<Class<?>> used = new ArrayList<>();
    FindingsFixture.whole(1).sections().forEach(section -> collect(section.blocks(), used));

    assertThat(used).contains(Block.class.getPermittedSubclasses());
  }

  private static void collect(List<Block> blocks, List<Class<?>> used) {
    for (Block block : blocks) {
      used.add(block.getClass());
      if (block instanceof SideBySide beside) {
        collect(beside.blocks(), used);
      }
    }
  }

  @Test
  void sameSeedSameData() {
    assertThat(FindingsFixture.whole(3).json()).isEqualTo(FindingsFixture.whole(3).json());
  }

  @Test
  void whatIsGivenOutCannotChangeTheReport() {
    Findings findings = FindingsFixture.whole(1);
    String before = findings.json().toString();

    findings.json().put("title", "another");
    ((ObjectNode) findings.json().get("provenance")).put("seed", 7);

    assertThat(findings.json().toString()).isEqualTo(before);
  }

  @Test
  void estimatesSayWhatTheirEndsAre() {
    assertThat(Estimate.of(2).json().toString()).isEqualTo("{\"value\":2.0}");
    assertThat(Estimate.of(Double.NaN).json().toString()).isEqualTo("{\"value\":null}");
    assertThat(Estimate.plusMinus(2, 0.5).json().toString())
        .isEqualTo("{\"value\":2.0,\"low\":1.5,\"high\":2.5}");
    assertThat(Estimate.within(2, new Interval(1, 4, 0.95)).json().toString())
        .isEqualTo("{\"value\":2.0,\"low\":1.0,\"high\":4.0,\"level\":0.95}");
    assertThat(Estimate.within(2, new Interval(Double.NaN, Double.NaN, 0.95)).json().toString())
        .isEqualTo("{\"value\":2.0}");
  }

  @Test
  void anIntervalExcludesZeroOnOneSideOnly() {
    assertThat(Estimate.plusMinus(2, 1).excludesZero()).isTrue();
    assertThat(Estimate.plusMinus(-2, 1).excludesZero()).isTrue();
    assertThat(Estimate.plusMinus(1, 1).excludesZero()).isFalse();
    assertThat(Estimate.of(5).excludesZero()).as("nothing is known of it").isFalse();
  }

  @Test
  void aTableWantsOneCellOfItsKindForEachColumn() {
    DataTable table = DataTable.of("", Column.formula("Formula"), Column.number("κ", "W/m/K"));

    assertThatThrownBy(() -> table.with(Row.of("BAs")))
        .isInstanceOf(StudyException.class)
        .hasMessageContainingAll("1 cells", "2 columns");
    assertThatThrownBy(() -> table.with(Row.of("BAs", "much")))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("text among its numbers");
    assertThatThrownBy(() -> table.with(Row.of("BAs", Optional.of("much"))))
        .isInstanceOf(StudyException.class);
    assertThatThrownBy(() -> Row.of("BAs", List.of(1)))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("text, numbers or estimates");
    JsonNode cells =
        table.with(Row.of("BAs", Optional.empty())).json().get("rows").get(0).get("cells");
    assertThat(cells.toString()).isEqualTo("[\"BAs\",null]");
  }

  @Test
  void aTablesFileStaysInTheRunFolder() {
    DataTable table = DataTable.of("", Column.text("a"));

    assertThat(table.inFile("screened.csv").inFile("tables/all.csv").file())
        .isEqualTo("tables/all.csv");
    for (String file :
        List.of(
            "../x.csv", "/etc/passwd", "javascript:alert(1)", "https://x.y", "a//b", ".hidden")) {
      assertThatThrownBy(() -> table.inFile(file))
          .as(file)
          .isInstanceOf(StudyException.class)
          .hasMessageContaining(file);
    }
  }

  @Test
  void aSectionHasAnAddressOfItsOwn() {
    for (String id : List.of("", "Ranking", "a b", "1st", "findings", "done", "dark")) {
      assertThatThrownBy(() -> Section.of(id, "Title")).as(id).isInstanceOf(StudyException.class);
    }
    assertThatThrownBy(
            () -> Findings.titled("t").with(Section.of("a", "A")).with(Section.of("a", "B")))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("one id");
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    double[] three = {1, 2, 3};
    assertThatThrownBy(() -> Curve.of("c", three, new double[2]))
        .isInstanceOf(StudyException.class)
        .hasMessageContainingAll("3 x", "2 y");
    assertThatThrownBy(() -> Curve.of("c", three, three).within(List.of()))
        .isInstanceOf(StudyException.class);
    assertThatThrownBy(() -> Matrix.confusion("m", List.of("a", "b"), new int[][] {{1, 2}}))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("2 × 2");
    ElementMap map = ElementMap.periodicTable("", List.of(Element.H, Element.He));
    assertThatThrownBy(() -> map.colouredBy("Block", List.of("s")))
        .isInstanceOf(StudyException.class)
        .hasMessageContainingAll("2 elements", "1 values");
  }

  @Test
  void aTriangleWantsItsWholeGrid() {
    double[][] values = new double[TernarySystem.size(4)][2];
    TernarySystem system = TernarySystem.of(Element.Al, Element.Cu, Element.Fe, 4, values);

    assertThat(Ternary.ofClasses("", List.of("a", "b"), "").with(system).systems()).hasSize(1);
    assertThatThrownBy(() -> Ternary.ofQuantity("", KAPPA).with(system))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("2 values at each composition, expected 1");
    assertThatThrownBy(() -> TernarySystem.of(Element.Al, Element.Cu, Element.Fe, 5, values))
        .isInstanceOf(StudyException.class)
        .hasMessageContainingAll("15", "21");
    assertThatThrownBy(() -> TernarySystem.of(Element.Al, Element.Al, Element.Fe, 4, values))
        .isInstanceOf(StudyException.class);
    assertThatThrownBy(
            () -> system.with(List.of(TernarySystem.Known.of(1, 1, 1, "X", "a").said("a", 0.5))))
        .isInstanceOf(StudyException.class)
        .hasMessageContainingAll("1 values", "2");
    for (double[] amounts : new double[][] {{0, 0, 0}, {-1, 1, 1}, {Double.NaN, 1, 1}}) {
      assertThatThrownBy(() -> TernarySystem.Known.of(amounts[0], amounts[1], amounts[2], "X", ""))
          .as(Arrays.toString(amounts))
          .isInstanceOf(StudyException.class);
    }
  }

  @Test
  void theGridOfATriangleIsInItsOrder() {
    double[][] fractions = TernarySystem.fractions(10);

    assertThat(fractions).hasNumberOfRows(66);
    assertThat(fractions[0]).containsExactly(0, 0, 1);
    assertThat(fractions[10]).containsExactly(0, 1, 0);
    assertThat(fractions[11]).containsExactly(0.1, 0, 0.9);
    assertThat(fractions[65]).containsExactly(1, 0, 0);
    for (double[] one : fractions) {
      // Three quotients by 10 are each right to half a unit in the last place.
      assertThat(one[0] + one[1] + one[2]).isCloseTo(1, within(1e-15));
    }
  }

  /** Groups and periods as IUPAC's table of 2022 has them. */
  @Test
  void elementsStandWhereTheTableHasThem() {
    assertThat(PeriodicPlace.of(Element.H)).isEqualTo(new PeriodicPlace(1, 1));
    assertThat(PeriodicPlace.of(Element.He)).isEqualTo(new PeriodicPlace(18, 1));
    assertThat(PeriodicPlace.of(Element.Be)).isEqualTo(new PeriodicPlace(2, 2));
    assertThat(PeriodicPlace.of(Element.B)).isEqualTo(new PeriodicPlace(13, 2));
    assertThat(PeriodicPlace.of(Element.Sc)).isEqualTo(new PeriodicPlace(3, 4));
    assertThat(PeriodicPlace.of(Element.Fe)).isEqualTo(new PeriodicPlace(8, 4));
    assertThat(PeriodicPlace.of(Element.Ga)).isEqualTo(new PeriodicPlace(13, 4));
    assertThat(PeriodicPlace.of(Element.Xe)).isEqualTo(new PeriodicPlace(18, 5));
    assertThat(PeriodicPlace.of(Element.Ba)).isEqualTo(new PeriodicPlace(2, 6));
    assertThat(PeriodicPlace.of(Element.La)).isEqualTo(new PeriodicPlace(3, 9));
    assertThat(PeriodicPlace.of(Element.Lu)).isEqualTo(new PeriodicPlace(17, 9));
    assertThat(PeriodicPlace.of(Element.Hf)).isEqualTo(new PeriodicPlace(4, 6));
    assertThat(PeriodicPlace.of(Element.Tl)).isEqualTo(new PeriodicPlace(13, 6));
    assertThat(PeriodicPlace.of(Element.U)).isEqualTo(new PeriodicPlace(6, 10));
    assertThat(PeriodicPlace.of(Element.Rf)).isEqualTo(new PeriodicPlace(4, 7));
    assertThat(PeriodicPlace.of(Element.Og)).isEqualTo(new PeriodicPlace(18, 7));
  }

  @Test
  void noTwoElementsHaveOnePlace() {
    assertThat(Arrays.stream(Element.values()).map(PeriodicPlace::of).distinct()).hasSize(118);
  }
}
