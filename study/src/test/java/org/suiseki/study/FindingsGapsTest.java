package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.study.findings.Bars;
import org.suiseki.study.findings.Block;
import org.suiseki.study.findings.Column;
import org.suiseki.study.findings.Curve;
import org.suiseki.study.findings.Curves;
import org.suiseki.study.findings.DataTable;
import org.suiseki.study.findings.ElementMap;
import org.suiseki.study.findings.Findings;
import org.suiseki.study.findings.FindingsFixture;
import org.suiseki.study.findings.Matrix;
import org.suiseki.study.findings.Paragraph;
import org.suiseki.study.findings.Point;
import org.suiseki.study.findings.Quantity;
import org.suiseki.study.findings.RealData;
import org.suiseki.study.findings.Scatter;
import org.suiseki.study.findings.Section;
import org.suiseki.study.findings.SideBySide;
import org.suiseki.study.findings.Structures;
import org.suiseki.study.findings.Ternary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pages of blocks that hold nothing, or not all; see {@link FindingsPageTest} for whole ones. */
final class FindingsGapsTest {
  private static final Quantity KAPPA = Quantity.of("κ_L", "W/m/K");

  @TempDir static Path profile;
  private static BrowserVisit visit;

  @TempDir Path folder;

  @BeforeAll
  static void openBrowser() throws Exception {
    visit = new Browser(profile).visit();
  }

  @AfterAll
  static void closeBrowser() throws Exception {
    // Unset where no browser is installed and nothing was run.
    if (visit != null) {
      visit.close();
    }
  }

  @Test
  void emptyBlocksSaySo() throws Exception {
    List<Block> blocks =
        List.of(
            new Paragraph(""),
            DataTable.of("Best", Column.text("a")),
            Scatter.of("", KAPPA, KAPPA),
            Scatter.parity("Parity", KAPPA.onLogScale(), List.of(Point.at(0, -1, "no place"))),
            Curves.of("", KAPPA, KAPPA),
            Curves.of("", KAPPA, KAPPA).with(Curve.of("c", new double[0], new double[0])),
            Bars.of("", KAPPA, List.of()),
            Matrix.confusion("", List.of(), new int[0][0]),
            Ternary.ofQuantity("", KAPPA),
            ElementMap.free("", List.of()),
            new Structures("", List.of()),
            SideBySide.of(),
            new RealData("Nothing more is to be had.", List.of(), ""));
    visit.open(write(Findings.titled("Empty").with(Section.of("a", "A").with(blocks)).json()), "");

    assertThat(visit.complaints()).isEmpty();
    assertThat(count(visit.page(), "Nothing to draw")).isEqualTo(9);
    assertThat(visit.page()).contains("Best: no rows.").doesNotContain("NaN", "undefined", "null");
  }

  @Test
  void theBareMinimumIsAPage() throws Exception {
    ObjectNode data = FindingsFixture.whole(1).json();
    data.retain(List.of("schema", "version", "notes"));
    visit.open(write(data), "");

    assertThat(visit.complaints()).isEmpty();
    assertThat(visit.page()).contains("<h1>Report</h1>", "Limits").doesNotContain("undefined");
  }

  @Test
  void numbersMayBeAbsent() throws Exception {
    ObjectNode data = FindingsFixture.whole(2).json();
    forget(data.get("sections"), new int[1]);
    ((ObjectNode) data.get("provenance")).remove(List.of("software", "data", "stages"));

    visit.open(write(data), "");
    visit.value("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    visit.until("document.querySelector('#ranking details tbody tr')");

    assertThat(visit.complaints()).isEmpty();
    assertThat(visit.page()).doesNotContain("NaN", "undefined", "Infinity");
  }

  /** Every seventh number below the node becomes unknown. */
  private static void forget(JsonNode node, int[] seen) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isNumber() && ++seen[0] % 7 == 0) {
          array.setNull(i);
        }
      }
    }
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        boolean data = object.get(name).isNumber() && !Set.of("steps", "digits").contains(name);
        if (data && ++seen[0] % 7 == 0) {
          object.putNull(name);
        }
      }
    }
    node.forEach(child -> forget(child, seen));
  }

  private Path write(ObjectNode data) {
    Path file = folder.resolve("report.html");
    new ReportPage().write(file, data);
    return file;
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
