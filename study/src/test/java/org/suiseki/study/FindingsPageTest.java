package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.matter.Element;
import org.suiseki.study.findings.Column;
import org.suiseki.study.findings.DataTable;
import org.suiseki.study.findings.Estimate;
import org.suiseki.study.findings.Findings;
import org.suiseki.study.findings.FindingsFixture;
import org.suiseki.study.findings.Point;
import org.suiseki.study.findings.Quantity;
import org.suiseki.study.findings.Row;
import org.suiseki.study.findings.Scatter;
import org.suiseki.study.findings.Section;
import org.suiseki.study.findings.Ternary;
import org.suiseki.study.findings.TernarySystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The page of findings in a real browser: what its blocks draw, and what a hand can do with them.
 */
final class FindingsPageTest {
  private static final Quantity KAPPA = Quantity.of("κ_L", "W/m/K");

  @TempDir static Path profile;

  /** One for all tests: a browser takes longer to start than to draw a page. */
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
  void drawsEveryBlock() throws Exception {
    visit.open(write(FindingsFixture.whole(1).json()), "");
    String page = visit.page();

    assertThat(visit.complaints()).isEmpty();
    assertThat(visit.count("#findings .answer")).isEqualTo(4);
    assertThat(page)
        .as("an interval, one standard deviation, and units as in print")
        .contains(
            "0.21 [0.11, 0.31]", "310 ± 120\u00a0W\u00a0m⁻¹\u00a0K⁻¹".replace("\u00a0", "&nbsp;"))
        .contains(
            "Mg<sub>7</sub>Si<sub>3</sub>O<sub>6</sub>", "45 compositions", "95\u202f% interval")
        .contains("Not part of this run: Screening.")
        .contains("45 used, 1 rejected", "30, corrected by Holm's method")
        .doesNotContain("NaN", "undefined", "Infinity", "null", "Nothing to draw");
    assertThat(visit.count("#ranking .series-point"))
        .as("60 and 120, a key of hollow ones and of three series")
        .isEqualTo(60 + 1 + 120 + 3);
    assertThat(visit.count("#ranking .point-names text")).isEqualTo(6);
    assertThat(visit.count("#ranking tbody tr")).as("a page of the table").isEqualTo(25);
    assertThat(visit.count("#learning .series-band")).as("two bands and the key").isEqualTo(3);
    assertThat(visit.count("#sources .bar-fill")).as("20 of 34, 3 and the key").isEqualTo(26);
    assertThat(visit.count("#classes .matrix-right")).isEqualTo(3);
    assertThat(visit.count("#classes .ternary-mark")).as("three and the key").isEqualTo(6);
    assertThat(visit.count("#elements .element-symbol")).isEqualTo(94 + 54);
    assertThat(visit.count("#polymers .structure img")).as("the first").isEqualTo(24);
    assertThat(visit.count("#data a[href^=\"https://example.org\"]")).isEqualTo(1);
  }

  @Test
  void figuresAreNamedAndReachedByKeys() throws Exception {
    visit.open(write(FindingsFixture.whole(1).json()), "");

    assertThat(visit.count("main svg.chart")).isGreaterThan(8);
    assertThat(visit.count("main svg.chart:not([aria-label])")).isZero();
    assertThat(visit.count("main svg.chart[aria-label=\"\"]")).isZero();
    focus("#ranking svg.chart");
    visit.press("ArrowRight");
    visit.until("document.querySelector('.tip:not([hidden])')");
    assertThat(visit.text(".tip")).contains("Known κL", "W\u00a0m⁻¹\u00a0K⁻¹");
    assertThat(visit.text("#ranking [aria-live]")).contains("Predicted κL");

    focus("#sources svg.chart");
    visit.press("ArrowDown");
    assertThat(visit.text(".tip")).contains("heat capacity Cp", "similarity 1.00");
    visit.press("ArrowDown");
    assertThat(visit.text(".tip")).contains("source 1");

    focus("#classes svg.chart");
    visit.press("ArrowRight");
    visit.press("ArrowRight");
    assertThat(visit.text(".tip")).contains("at.%", "quasicrystal");

    focus("#elements svg.chart");
    visit.press("ArrowRight");
    visit.press("ArrowDown");
    assertThat(visit.text(".tip")).startsWith("Lithium (Li, 3)");
    visit.press("Escape");
    assertThat(visit.count(".tip:not([hidden])")).isZero();
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void aTableIsSortedSearchedAndTurned() throws Exception {
    visit.open(write(FindingsFixture.whole(1).json()), "");
    assertThat(visit.text("#ranking tbody tr:first-child")).startsWith("BAs");

    visit.click("#ranking thead button", 4);
    assertThat(visit.text("#ranking tbody tr:first-child td:nth-child(5)")).isEqualTo("60");
    assertThat(visit.count("#ranking th[aria-sort=\"descending\"]")).isEqualTo(1);
    visit.click("#ranking thead button", 1);
    visit.click("#ranking thead button", 1);
    assertThat(visit.text("#ranking tbody tr:first-child td"))
        .as("what is unknown is last either way")
        .isNotEqualTo("–");

    visit.click("#ranking .pager button", 1);
    assertThat(visit.text("#ranking .pager")).contains("26–50 of 60");
    type("#ranking input[type=search]", "BeO");
    assertThat(visit.count("#ranking tbody tr")).isEqualTo(1);
    type("#ranking input[type=search]", "no such thing");
    assertThat(visit.text("#ranking .pager")).contains("nothing found");
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void aHandChoosesSystemsClassesAndColours() throws Exception {
    visit.open(write(FindingsFixture.whole(1).json()), "");

    assertThat(visit.text("#classes .ternary-side"))
        .as("stated, though it is otherwise between the points of the grid")
        .contains("Al5Cu2Feapproximantapproximant0.60", "Read between the compositions");
    settleAt("#classes .ternary-plot .ternary-mark");
    visit.point("#classes .ternary-plot .ternary-mark", 0);
    visit.until("document.querySelector('.tip:not([hidden])')");
    assertThat(visit.text(".tip")).contains("Al65Cu20Fe15", "Known: quasicrystal");
    String fills =
        visit
            .value("document.querySelector('#classes .ternary-fill').getAttribute('d')")
            .asString();
    visit.click("#classes .controls .segments label", 1);
    assertThat(visit.text("#classes .ternary-side")).contains("No known composition of Zn–Mg–Y");
    assertThat(visit.text("#classes .ternary-symbol")).isEqualTo("Zn");
    assertThat(
            visit
                .value("document.querySelector('#classes .ternary-fill').getAttribute('d')")
                .asString())
        .isNotEqualTo(fills);
    choose("#classes .controls select", "2");
    assertThat(visit.count("#classes .ternary svg.chart .ternary-fill.series-2"))
        .as("the class that is the background otherwise")
        .isGreaterThan(3);

    visit.click("#elements .controls .segments label", 1);
    assertThat(visit.count("#elements .element-scaled")).as("in both maps").isEqualTo(93 + 53);
    assertThat(visit.count("#elements .element-unknown")).as("helium, and the key").isEqualTo(4);
    visit.point("#elements .element-tile", 25);
    visit.until("document.querySelectorAll('#elements .element-tile.pointed').length === 2");
    assertThat(visit.text(".tip")).contains("Iron (Fe, 26)", "55.84");

    visit.click("#sources .bars-block button.quiet", 0);
    assertThat(visit.count("#sources .bars-block:first-child .bar-row")).isGreaterThanOrEqualTo(34);
    visit.click("#polymers button.quiet", 0);
    assertThat(visit.count("#polymers .structure")).isEqualTo(30);
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void everyFigureHasItsNumbersAsATable() throws Exception {
    visit.open(write(FindingsFixture.whole(1).json()), "");

    visit.value("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    visit.until(
        "[...document.querySelectorAll('details')].every((each) => each.querySelector('tbody tr'))");

    assertThat(visit.count("details")).isEqualTo(9);
    assertThat(visit.text("#classes details .pager")).contains("of 861");
    assertThat(visit.page()).doesNotContain("NaN", "undefined", "Infinity");
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void hostileTextStaysText() throws Exception {
    String hostile = "</script><img class=intruder src=x onerror=\"document.title='broken'\">";
    ObjectNode data = FindingsFixture.whole(2).json();
    spoil(data, hostile);

    visit.open(write(data), "");
    visit.value("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    focus("#ranking svg.chart");
    visit.press("ArrowRight");
    String page = visit.page();

    assertThat(visit.complaints()).isEmpty();
    assertThat(page)
        .doesNotContain("class=\"intruder\"", "title>broken")
        .contains("&lt;img class=intruder");
    assertThat(visit.value("document.title").asString()).startsWith("</script>");
  }

  /**
   * Every text below the node, but what chooses how a thing is drawn and where a section stands.
   */
  private static void spoil(JsonNode node, String text) {
    Set<String> kept = Set.of("schema", "block", "kind", "verdict", "axis", "id");
    node.forEach(child -> spoil(child, text));
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        if (object.get(name).isString() && !kept.contains(name)) {
          object.put(name, text);
        }
      }
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isString()) {
          array.set(i, text);
        }
      }
    }
  }

  @Test
  void onlyFilesOfTheRunAndSafeAddressesAreLinks() throws Exception {
    ObjectNode data = FindingsFixture.whole(1).json();
    for (JsonNode section : data.get("sections")) {
      for (JsonNode block : section.get("blocks")) {
        if (block.has("file")) {
          ((ObjectNode) block).put("file", "javascript:alert(1)");
        }
        block
            .path("sources")
            .forEach(source ->
                ((ObjectNode) source).put("address", "javascript:alert(document.domain)"));
      }
    }
    visit.open(write(data), "");

    assertThat(visit.count("main a[href]")).isZero();
    assertThat(visit.text("#data")).contains("javascript:alert(document.domain)");
  }

  @Test
  void whatALogarithmicAxisHasNoPlaceForIsTold() throws Exception {
    List<Point> points =
        List.of(Point.at(1, 10, "a"), Point.at(100, 1000, "b"), Point.at(0, 5, "c"));
    Scatter scatter = Scatter.of("", KAPPA.onLogScale(), KAPPA.onLogScale()).with("", points);
    visit.open(write(Findings.titled("Log").with(Section.of("a", "A", scatter)).json()), "");

    assertThat(visit.count("#a .series-point")).isEqualTo(2);
    assertThat(visit.text("#a")).contains("Not shown: 1 value that a logarithmic axis");
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void numbersAreSetWithTheDigitsTheyHave() throws Exception {
    List<Row> rows = new ArrayList<>();
    rows.add(Row.of(Estimate.plusMinus(1304.2, 52)));
    rows.add(Row.of(Estimate.plusMinus(-1.23456e-7, 2.3e-9)));
    rows.add(Row.of(Estimate.plusMinus(6.02e23, 1.1e22)));
    rows.add(Row.of(1234567));
    rows.add(Row.of(-0.00012345));
    DataTable table = DataTable.of("", Column.number("x", "1")).with(rows);
    visit.open(write(Findings.titled("Numbers").with(Section.of("a", "A", table)).json()), "");

    JsonNode shown =
        visit.value("[...document.querySelectorAll('#a tbody th')].map((e) => e.textContent)");
    assertThat(shown)
        .extracting(JsonNode::asString)
        .containsExactly(
            "1304 ± 52",
            "(−1.235 ± 0.023) × 10⁻⁷",
            "(6.02 ± 0.11) × 10²³",
            "1.23 × 10⁶",
            "−1.23 × 10⁻⁴");
  }

  @Test
  void staysWithinReachWithManyPoints() throws Exception {
    List<Point> points = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 35_000; i++) {
      points.add(Point.at(i, 1 + i % 977, "formula " + i));
      rows.add(Row.of("formula " + i, i % 977));
    }
    Scatter scatter = Scatter.of("", Quantity.of("x"), Quantity.of("y")).with("all", points);
    DataTable table = DataTable.of("", Column.text("f"), Column.number("y", "1")).with(rows);
    Path file = write(Findings.titled("Many").with(Section.of("a", "A", scatter, table)).json());
    visit.open(file, "#dark");

    assertThat(visit.count("#a .series-point")).as("two paths and the key").isEqualTo(3);
    visit.click("#a thead button", 1);
    assertThat(visit.text("#a tbody tr:first-child td")).isEqualTo("976");
    assertThat(visit.complaints()).isEmpty();
    assertThat(Files.size(file)).as("bytes").isLessThan(5_000_000);
  }

  @Test
  void aKnownCompositionIsReadBetweenThePointsOfTheGrid() throws Exception {
    int steps = 10;
    double[][] fractions = TernarySystem.fractions(steps);
    double[][] values = new double[fractions.length][1];
    for (int i = 0; i < values.length; i++) {
      values[i][0] = 100 * fractions[i][0] + 10 * fractions[i][1] - 5 * fractions[i][2];
    }
    TernarySystem system =
        TernarySystem.of(Element.Al, Element.Cu, Element.Fe, steps, values)
            .with(
                List.of(
                    TernarySystem.Known.of(37, 41, 22, "Al37Cu41Fe22", ""),
                    TernarySystem.Known.of(1, 0, 0, "Al", ""),
                    TernarySystem.Known.of(0, 3, 0, "Cu", ""),
                    TernarySystem.Known.of(0, 0, 2, "Fe", "")));
    Ternary diagram = Ternary.ofQuantity("", KAPPA).with(system);
    visit.open(write(Findings.titled("T").with(Section.of("a", "A", diagram)).json()), "");

    JsonNode shown =
        visit.value("[...document.querySelectorAll('#a tbody td')].map((e) => e.textContent)");
    // Linear in the composition, so the interpolation is exact: 37 + 4.1 − 1.1.
    assertThat(shown)
        .extracting(JsonNode::asString)
        .containsExactly("40.0", "100", "10.0", "−5.00");
  }

  /** Scrolls there, and waits until the page has heard of it: a scroll hides the tooltip. */
  private static void settleAt(String selector) throws InterruptedException {
    visit.value(
        "(() => { window.settled = false; document.querySelector('"
            + selector
            + "').scrollIntoView({ block: 'center', behavior: 'instant' });"
            + " requestAnimationFrame(() => requestAnimationFrame(() => { window.settled = true;"
            + " })); })()");
    visit.until("window.settled");
  }

  private static void focus(String selector) throws InterruptedException {
    settleAt(selector);
    visit.value("document.querySelector('" + selector + "').focus({ preventScroll: true })");
  }

  private static void type(String selector, String text) throws InterruptedException {
    event(selector, text, "input");
  }

  private static void choose(String selector, String value) throws InterruptedException {
    event(selector, value, "change");
  }

  private static void event(String selector, String value, String event)
      throws InterruptedException {
    visit.value(
        "(() => { const e = document.querySelector('"
            + selector
            + "'); e.value = '"
            + value
            + "'; e.dispatchEvent(new Event('"
            + event
            + "')); })()");
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
