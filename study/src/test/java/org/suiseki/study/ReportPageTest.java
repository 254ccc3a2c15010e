package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class ReportPageTest {
  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"report-data\">(.*?)</script>", Pattern.DOTALL);

  private final ReportPage page = new ReportPage();

  @Test
  void loadsNothingFromElsewhere() {
    String html = DATA.matcher(page.render(ReportFixture.whole(1, 20))).replaceFirst("");

    assertThat(html.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http://", "https://", "@import", "<link", "<iframe");
    assertThat(html).doesNotContainPattern("src\\s*=\\s*[\"'](?!data:)");
    assertThat(html).contains("default-src 'none'");
  }

  @Test
  void dataComesBackAsItWent() {
    ObjectNode data = ReportFixture.whole(2, 30);
    data.put(
        "subtitle", "</script> <!-- \u2028 \u2029 & \\u003c \"quoted\" $1 \\1 {{script}} {{data}}");

    assertThat(dataOf(page.render(data))).isEqualTo(data);
  }

  @Test
  void textOfTheDataCannotEndItsElementOrTheTitle() {
    String hostile = "</script></title><img src=x onerror=alert(1)><!--<script>";
    ObjectNode data = ReportFixture.bare().put("title", hostile);
    data.putArray("headline").add(hostile);

    String html = page.render(data);

    assertThat(html).doesNotContain("<img src=x", "<!--<script>");
    assertThat(html).contains("<title>&lt;/script&gt;&lt;/title&gt;&lt;img");
    assertThat(html.split("</script>", -1)).hasSize(3);
  }

  @Test
  void placeholdersInTheDataAreText() {
    String html = page.render(ReportFixture.bare().put("title", "{{css}} {{data}} {{hash}}"));

    assertThat(html).contains("<title>{{css}} {{data}} {{hash}}</title>");
  }

  @Test
  void sameDataGivesSamePage() {
    assertThat(page.render(ReportFixture.whole(3, 10)))
        .isEqualTo(new ReportPage().render(ReportFixture.whole(3, 10)));
  }

  @Test
  void theBareMinimumIsAPage() {
    assertThat(page.render(ReportFixture.bare()))
        .contains("<title>Report</title>", "{\"schema\":\"core-loss-report\",\"version\":1}");
  }

  @Test
  void anotherSchemaIsRefusedWithBothSides() {
    ObjectNode data = ReportFixture.bare().put("schema", "alloy-report");

    assertThatThrownBy(() -> page.render(data))
        .isInstanceOf(StudyException.class)
        .hasMessageContainingAll("alloy-report", "core-loss-report", "xrd-feature-space-report");
  }

  @Test
  void thePageOfOneKindCarriesNothingOfAnother() {
    String coreLoss = page.render(ReportFixture.bare());
    String featureSpace = page.render(FeatureSpaceFixture.bare());

    assertThat(coreLoss).contains("class MoleculeExplorer").doesNotContain("class FeatureMap");
    assertThat(featureSpace).contains("class FeatureMap").doesNotContain("class MoleculeExplorer");
    assertThat(featureSpace).contains("class Chart", "class View", "default-src 'none'");
  }

  @Test
  void theFeatureSpaceLoadsNothingFromElsewhereAndKeepsItsData() {
    ObjectNode data = FeatureSpaceFixture.whole(1, 12, 101);
    String html = page.render(data);

    // As text: whether a number was put as int or as long does not come back.
    assertThat(dataOf(html)).hasToString(data.toString());
    assertThat(DATA.matcher(html).replaceFirst("").replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http://", "https://", "@import", "<link", "<iframe")
        .doesNotContainPattern("src\\s*=\\s*[\"'](?!data:)");
  }

  @Test
  void aNewerVersionIsRefused() {
    ObjectNode data = ReportFixture.bare().put("version", 2);

    assertThatThrownBy(() -> page.render(data))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("version 2, expected 1");
  }

  @Test
  void writesTheWholePageAndLeavesNothingElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    Files.writeString(file, "an older page");
    ObjectNode data = ReportFixture.whole(4, 5);

    page.write(file, data);

    assertThat(Files.readString(file)).isEqualTo(page.render(data));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void anUnwritableFolderIsNamed(@TempDir Path folder) {
    Path file = folder.resolve("absent").resolve("report.html");

    assertThatThrownBy(() -> page.write(file, ReportFixture.bare()))
        .isInstanceOf(StudyException.class)
        .hasMessageContainingAll("report.html", "Check that the folder exists");
  }

  private static JsonNode dataOf(String html) {
    Matcher matcher = DATA.matcher(html);
    assertThat(matcher.find()).isTrue();
    return JsonMapper.shared().readTree(matcher.group(1));
  }
}
