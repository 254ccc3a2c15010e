package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The page of a feature space in a real browser: what it draws, and what a hand can do with it. */
final class FeatureSpacePageTest {
  private static final int PATTERNS = 40;
  private static final int POINTS = 401;

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
  void drawsEveryPart() throws Exception {
    visit.open(write(FeatureSpaceFixture.whole(1, PATTERNS, POINTS)), "");
    String page = visit.page();

    assertThat(visit.complaints()).isEmpty();
    for (String id :
        List.of(
            "findings",
            "map",
            "concentration",
            "relevance",
            "walks",
            "sets",
            "models",
            "quality",
            "companion",
            "question",
            "done")) {
      assertThat(page).contains("<section id=\"" + id + "\"");
    }
    assertThat(count(part(page, "map", "concentration"), "class=\"map-points\"")).isEqualTo(1);
    assertThat(count(page, "<path class=\"map-point"))
        .as("the large and the small map, and the legend's two families and newcomer")
        .isEqualTo(2 * PATTERNS + 3);
    assertThat(count(page, "class=\"bar-row\"")).as("one for each peak").isEqualTo(16);
    assertThat(count(page, "dull baseline")).isEqualTo(3);
    assertThat(page)
        .as("axes are unpacked, patterns counted")
        .contains("40 patterns, 20.0° to 60.0°, 401 points", "20 patterns, 20.0° to 80.0°")
        .contains("0.19", "95\u202f% within", "Sm(Fe,Ti,Co)<sub>12</sub>")
        .contains("Intense, but the same in all patterns")
        .doesNotContain("NaN", "undefined", "Infinity", "Not part of this run");
  }

  @Test
  void anAddressOpensAWalk() throws Exception {
    visit.open(
        write(FeatureSpaceFixture.whole(1, PATTERNS, POINTS)),
        "#dark&set=solutions&pattern=solutions-3&to=solutions-10&at=0.25&peak=2&colour=family");
    String page = visit.page();

    assertThat(visit.complaints()).isEmpty();
    assertThat(page)
        .contains("data-theme=\"dark\"", "From solutions-3 to solutions-10")
        .contains("25\u202f% of the way from A to B", "class=\"walk-line\"")
        .contains("Without the peak 200 at")
        .containsPattern("class=\"arrow-shaft\" d=\"M\\d");
    assertThat(count(page, "class=\"pattern-line line-walk\" d=\"M"))
        .as("the walk, and that of the example with its difference")
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void aHandPointsPinsWalksAndMasks() throws Exception {
    Path file = write(FeatureSpaceFixture.whole(1, PATTERNS, POINTS));
    visit.open(file, "");

    visit.point("#map .map-points path", 3);
    visit.until("document.querySelector('#map .map-spread')");
    assertThat(visit.text("#map .pattern-head h3")).startsWith("alloys-").doesNotContain("pinned");

    visit.click("#map .map-points path", 0);
    visit.point("#question h2", 0);
    assertThat(visit.text("#map .pattern-head h3")).endsWith("(pinned)");
    String line = curve("line-main");
    visit.click("#map .map-points path", 8);
    visit.point("#question h2", 0);
    assertThat(visit.text("#map .pattern-head h3")).startsWith("From alloys-");
    assertThat(visit.count("#map .walk-line")).isEqualTo(1);

    String half = curve("line-walk");
    visit.value("document.querySelector('#map .walk-controls input').focus()");
    visit.press("Home");
    visit.until("document.querySelector('#map .walk-where').textContent.startsWith('0')");
    assertThat(curve("line-walk")).isNotEqualTo(half).isNotEqualTo(line);

    visit.click("#relevance .bar-row", 2);
    assertThat(visit.count("#map .arrow-head")).isGreaterThanOrEqualTo(1);
    assertThat(visit.text("#relevance .rank-map .figure-note")).startsWith("Without the peak");
    assertThat(visit.value("location.hash").asString())
        .contains("pattern=alloys-", "&to=alloys-", "&at=0", "&peak=");
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void aDragZoomsAndAClickChoosesAPeak() throws Exception {
    visit.open(write(FeatureSpaceFixture.whole(1, PATTERNS, POINTS)), "");
    String whole = curve("line-main");

    visit.drag("#map .peak:nth-of-type(5) rect", 0, 60);
    assertThat(curve("line-main")).as("zoomed").isNotEqualTo(whole);
    assertThat(visit.count("#map .peak.chosen")).as("a drag chooses nothing").isZero();

    visit.click("#map .ends button:last-child", 0);
    assertThat(curve("line-main")).as("the whole range again").isEqualTo(whole);
    visit.click("#map .peak:nth-of-type(5) rect", 0);
    assertThat(visit.count("#map .peak.chosen")).isEqualTo(1);
    assertThat(visit.count("#map .arrow-head")).isGreaterThanOrEqualTo(1);
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void aBoxOnTheMapFillsIt() throws Exception {
    visit.open(write(FeatureSpaceFixture.whole(1, PATTERNS, POINTS)), "");
    String whole = visit.text("#map .feature-map");

    visit.drag("#map .map-points path", 7, 80);
    assertThat(visit.text("#map .feature-map")).as("numbers of the axes").isNotEqualTo(whole);
    assertThat(visit.count("#map .feature-map .ring:not(.ring-hover)"))
        .as("a drag pins nothing")
        .isZero();

    visit.click("#map .map-zoom button", 2);
    assertThat(visit.text("#map .feature-map")).isEqualTo(whole);
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void keysAloneReachAllOfIt() throws Exception {
    Path file = write(FeatureSpaceFixture.whole(2, PATTERNS, POINTS));
    visit.open(file, "");

    visit.value("document.querySelector('#map .feature-map').focus()");
    visit.press("ArrowRight");
    String first = visit.text("#map .pattern-head h3");
    visit.press("Enter");
    visit.press("ArrowUp");
    assertThat(visit.text("#map .pattern-head h3")).isNotEqualTo(first);
    assertThat(visit.text("#map .map-side [aria-live]")).contains("at.%");
    visit.press("Enter");
    visit.until("document.querySelector('#map .walk-line')");
    visit.press("Escape");
    visit.until("!document.querySelector('#map .walk-line')");
    String whole = visit.text("#map .feature-map");
    visit.press("+");
    assertThat(visit.text("#map .feature-map")).as("numbers of the axes").isNotEqualTo(whole);
    visit.press("0");
    assertThat(visit.text("#map .feature-map")).isEqualTo(whole);

    visit.value("document.querySelector('#relevance .bar-row').focus()");
    visit.press("Enter");
    visit.until("document.querySelector('#relevance .bar-row.chosen')");
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void everySectionFollowsTheSet() throws Exception {
    ObjectNode data = FeatureSpaceFixture.whole(1, PATTERNS, POINTS);
    ((ObjectNode) data.get("sets").get(1)).remove("companion");
    Path file = write(data);
    visit.open(file, "");

    assertThat(visit.value("document.querySelector('#companion').hidden").asBoolean()).isFalse();

    visit.click("#sets .as-link", 1);

    visit.until(
        "document.querySelector('#walks .set-name').textContent.includes('Solid solutions')");
    assertThat(visit.count("#map .map-points path")).isEqualTo(PATTERNS / 2);
    assertThat(visit.count("#relevance .bar-row")).isEqualTo(7);
    assertThat(visit.value("document.querySelector('#companion').hidden").asBoolean()).isTrue();
    assertThat(visit.count("#contents a[href=\"#companion\"][hidden]")).isEqualTo(1);
    assertThat(visit.value("document.querySelector('.bar-set select').value").asString())
        .isEqualTo("1");
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void theWalkIsTheDecodersGridInterpolated() throws Exception {
    ObjectNode data = FeatureSpaceFixture.bare();
    ObjectNode set = data.putArray("sets").addObject().put("name", "s").put("title", "S");
    set.putObject("axis").putArray("values").add(1).add(2).add(3);
    ArrayNode patterns = set.putArray("patterns");
    pattern(patterns, "a", 0, 0);
    pattern(patterns, "b", 1, 0);
    ObjectNode decoded = set.putObject("decoded").put("columns", 2).put("rows", 2);
    decoded.putArray("x").add(0).add(1);
    decoded.putArray("y").add(0).add(1);
    ArrayNode curves = decoded.putArray("curves");
    for (double value : new double[] {0, 0, 0, 1, 1, 1, 5, 5, 5, 5, 5, 5}) {
      curves.add(value);
    }
    Path file = write(data);
    visit.open(file, "#pattern=a&to=b&at=0.25");

    visit.value("document.querySelector('#map .spectrum-figure').focus()");
    visit.press("ArrowRight");

    // A quarter of the way from 0 to 1 in the lowest row; the ends and their mixture are at 0.5.
    assertThat(visit.text("#map .readout"))
        .isEqualTo("3.00 · walk 0.250 · mixture 0.500 · B 0.500 · A 0.500");
  }

  @Test
  void aDecodedGridMayBeOfRootsAndThinned() throws Exception {
    ObjectNode data = FeatureSpaceFixture.bare();
    ObjectNode set = data.putArray("sets").addObject().put("name", "s").put("title", "S");
    set.putObject("axis").putArray("values").add(1).add(2).add(3).add(4);
    ArrayNode patterns = set.putArray("patterns");
    pattern(patterns, "a", 0, 0);
    pattern(patterns, "b", 1, 0);
    for (JsonNode pattern : patterns) {
      ((ArrayNode) pattern.get("curve")).add(0.5);
    }
    ObjectNode decoded = set.putObject("decoded").put("columns", 2).put("rows", 2).put("every", 2);
    decoded.putArray("x").add(0).add(1);
    decoded.putArray("y").add(0).add(1);
    // Words 0, 51, 102 and 255 stand for the roots −1, 0, 1 and 4: squared with their sign.
    byte[] words = {51, 102, 51, 102, 0, (byte) 255, 0, (byte) 255};
    decoded
        .putObject("curves")
        .put("low", -1)
        .put("high", 4)
        .put("power", 2)
        .put("data8", Base64.getEncoder().encodeToString(words));
    visit.open(write(data), "#pattern=a&to=b&at=0");

    // In the lowest row it is 0 and 1 at 1 and 3, so 0.5 between them and 1 beyond.
    assertThat(readouts(4))
        .extracting(text -> text.replaceAll(".*walk (\\S+) .*", "$1"))
        .containsExactly("1.000", "1.000", "0.500", "0.000");
  }

  /** What the figure says at each point of its axis of whole numbers, the last first. */
  private static List<String> readouts(int points) throws InterruptedException {
    visit.value("document.querySelector('#map .spectrum-figure').focus()");
    for (int i = 0; i < points; i++) {
      visit.press("ArrowRight");
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      texts.add(visit.text("#map .readout"));
      visit.press("ArrowLeft");
    }
    return texts;
  }

  @Test
  void anExampleOfAWalkIsChosenAndItsCurvesHidden() throws Exception {
    visit.open(write(FeatureSpaceFixture.whole(1, PATTERNS, POINTS)), "");

    assertThat(visit.count("#walks .spectrum-figure path.line-wide"))
        .as("the curve and its difference from the truth")
        .isEqualTo(2);
    visit.click("#walks .curve-key", 2);
    assertThat(visit.count("#walks .spectrum-figure path.line-wide")).isZero();
    assertThat(visit.count("#walks .spectrum-figure path.line-walk")).isEqualTo(2);

    visit.value(
        "(() => { const s = document.querySelector('#walks .examples select');"
            + " s.value = '1'; s.dispatchEvent(new Event('change')); })()");
    visit.click("#walks .walk-it", 0);
    visit.until("document.querySelector('#map .walk-line')");
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void peaksAreRankedByWhatIsAsked() throws Exception {
    visit.open(write(FeatureSpaceFixture.whole(1, PATTERNS, POINTS)), "");
    String byMasking = visit.text("#relevance .rank-bars");

    visit.value(
        "(() => { const s = document.querySelector('#relevance .controls select');"
            + " s.value = 'contrast'; s.dispatchEvent(new Event('change')); })()");
    assertThat(visit.text("#relevance .rank-bars")).isNotEqualTo(byMasking);
    assertThat(visit.text("#relevance")).contains("how far the point moves when they are made");

    visit.click("#relevance .segments label", 1);
    assertThat(visit.text("#relevance .rank-bars"))
        .as("of one pattern it is not known what an average peak does")
        .contains("taken out")
        .doesNotContain("average");
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void rootsShowWeakPeaks() throws Exception {
    visit.open(write(FeatureSpaceFixture.whole(1, PATTERNS, POINTS)), "");
    String linear = curve("line-main");

    visit.click("#map .controls .segments label:last-child", 0);
    visit.until("location.hash.includes('scale=root')");

    assertThat(curve("line-main")).isNotEqualTo(linear);
    assertThat(visit.text("#map .spectrum-figure")).contains("√ scale");
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void theOverviewSaysWhatEachSetIsToldBy() throws Exception {
    visit.open(write(FeatureSpaceFixture.whole(1, PATTERNS, POINTS)), "");

    assertThat(visit.count("#sets tbody tr")).as("three properties and one").isEqualTo(4);
    assertThat(visit.text("#sets tbody tr"))
        .startsWith("ThMn12-type alloys40")
        .contains("3.9\u202f%", "15\u202f%", "Ti (at.%)", "0.19", "0.75", "1.7");
  }

  private static void pattern(ArrayNode patterns, String id, double x, double y) {
    ObjectNode pattern = patterns.addObject().put("id", id);
    pattern.putArray("point").add(x).add(y);
    pattern.putArray("curve").add(0.5).add(0.5).add(0.5);
  }

  @Test
  void partsMayBeAbsent() throws Exception {
    visit.open(write(FeatureSpaceFixture.bare()), "");
    String page = visit.page();

    assertThat(visit.complaints()).isEmpty();
    assertThat(page)
        .contains(
            "Not part of this run: Map, Concentration, Relevance, Walks, All sets, Models, Quality,"
                + " Companion, What was done.");
  }

  @Test
  void numbersMayBeAbsent() throws Exception {
    ObjectNode data = FeatureSpaceFixture.whole(3, 20, 101);
    ObjectNode set = (ObjectNode) data.get("sets").get(0);
    set.remove(List.of("decoded", "families", "map", "quantity"));
    for (JsonNode pattern : set.get("patterns")) {
      ((ObjectNode) pattern).remove(List.of("spread", "family", "cluster"));
    }
    ((ObjectNode) set.get("patterns").get(0)).remove("curve");
    ((ObjectNode) set.get("patterns").get(1)).remove("point");
    ((ObjectNode) set.get("patterns").get(2)).putObject("curve").put("data", "not base64 %%");
    ((ArrayNode) set.get("patterns").get(3).get("values")).setNull(0);
    ((ObjectNode) set.get("relevance")).remove(List.of("patterns", "pairs", "sentences"));
    for (JsonNode item : set.get("relevance").get("items")) {
      ((ObjectNode) item).remove(List.of("answer", "contrast", "gradient", "relative"));
    }
    for (JsonNode row : set.get("concentration")) {
      ((ObjectNode) row).put("mae", Double.NaN).remove("r2Interval");
    }
    for (JsonNode row : set.get("models")) {
      ((ObjectNode) row).putNull("low").putNull("unexplained");
    }
    ((ObjectNode) set.get("interpolation")).remove(List.of("examples", "summary"));

    visit.open(write(data), "#pattern=alloys-0&to=alloys-4&peak=1");
    String page = visit.page();

    assertThat(visit.complaints()).isEmpty();
    assertThat(page)
        .contains("No pattern in the data.")
        .doesNotContain("NaN", "undefined", "Infinity");
  }

  @Test
  void hostileTextStaysText() throws Exception {
    String hostile = "</script><img class=intruder src=x onerror=\"document.title='broken'\">";
    ObjectNode data = FeatureSpaceFixture.whole(2, 14, 101);
    data.put("title", hostile).put("question", hostile);
    data.putArray("headline").add(hostile);
    spoil(data.get("sets").get(0), hostile);

    visit.open(write(data), "");
    String page = visit.page();

    assertThat(visit.complaints()).isEmpty();
    assertThat(page)
        .doesNotContain("class=\"intruder\"", "title>broken")
        .contains("&lt;img class=intruder");
  }

  /** Every text below the node, but what is packed. */
  private static void spoil(JsonNode node, String text) {
    for (JsonNode child : node) {
      spoil(child, text);
    }
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        if (object.get(name).isString() && !name.startsWith("data")) {
          object.put(name, text);
        }
      }
    }
  }

  @Test
  void staysWithinReachWithManyPatterns() throws Exception {
    Path file = write(FeatureSpaceFixture.whole(1, 150, 2001));
    visit.open(file, "#pattern=alloys-0&to=alloys-9");

    visit.value(
        "(() => { const s = document.querySelector('#map .walk-controls input');"
            + " for (let i = 0; i < 100; i++) { s.value = i; s.dispatchEvent(new Event('input')); }"
            + " })()");

    assertThat(visit.text("#map .walk-where")).startsWith("99");
    assertThat(visit.complaints()).isEmpty();
    assertThat(Files.size(file)).as("bytes").isLessThan(5_000_000);
  }

  private static String curve(String kind) throws InterruptedException {
    return visit
        .value(
            "document.querySelector('#map .spectrum-figure ."
                + kind
                + "')?.getAttribute('d') ?? ''")
        .asString();
  }

  private static String part(String page, String from, String to) {
    return page.substring(
        page.indexOf("<section id=\"" + from + "\""), page.indexOf("<section id=\"" + to + "\""));
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
