package org.suiseki.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of report: the shape of its data, and the styles and scripts that its page is made of. The
 * page of one kind carries nothing of another.
 *
 * <p>A further kind is a list of scripts of its own folder, the last of which defines {@code
 * REPORT} (its grammar stands at the head of {@code report.js}); all else it takes from what is
 * shared. Its data is described where it is made: that of {@code core-loss-report} in {@code
 * org.suiseki.study.coreloss}, that of {@code xrd-feature-space-report} in {@code
 * org.suiseki.study.xrd}, that of {@code findings-report} in {@code org.suiseki.study.findings}.
 *
 * @param schema of the data
 * @param version of the schema
 * @param styles in the order in which they may overrule each other, resources below {@code report}
 * @param scripts in the order in which they need each other, resources below {@code report}
 */
record ReportKind(String schema, int version, List<String> styles, List<String> scripts) {
  static final ReportKind CORE_LOSS =
      new ReportKind(
          "core-loss-report",
          1,
          styles("coreloss/molecules.css"),
          scripts(
              "coreloss/names.js",
              "coreloss/scores.js",
              "coreloss/verdicts.js",
              "coreloss/parity.js",
              "coreloss/spectrum.js",
              "coreloss/relevance.js",
              "coreloss/molecules.js",
              "coreloss/reliability.js",
              "coreloss/levels.js",
              "coreloss/coreloss.js"));

  static final ReportKind XRD_FEATURE_SPACE =
      new ReportKind(
          "xrd-feature-space-report",
          1,
          styles("xrd/xrd.css"),
          scripts(
              "xrd/packed.js",
              "xrd/space.js",
              "xrd/marks.js",
              "xrd/map.js",
              "xrd/pattern.js",
              "xrd/tracks.js",
              "xrd/facts.js",
              "xrd/walk.js",
              "xrd/pairs.js",
              "xrd/peaks.js",
              "xrd/truth.js",
              "xrd/concentration.js",
              "xrd/interpolation.js",
              "xrd/overview.js",
              "xrd/models.js",
              "xrd/xrd.js"));

  static final ReportKind FINDINGS =
      new ReportKind(
          "findings-report",
          1,
          styles("findings/findings.css"),
          scripts(
              "findings/text.js",
              "findings/words.js",
              "findings/table.js",
              "findings/plot.js",
              "findings/scatter.js",
              "findings/lines.js",
              "findings/bars.js",
              "findings/matrix.js",
              "findings/ternary.js",
              "findings/elements.js",
              "findings/structures.js",
              "findings/findings.js"));

  static final List<ReportKind> ALL = List.of(CORE_LOSS, XRD_FEATURE_SPACE, FINDINGS);

  ReportKind {
    styles = List.copyOf(styles);
    scripts = List.copyOf(scripts);
  }

  /**
   * The kind of this data.
   *
   * @throws StudyException when none has its {@code schema} and {@code version}
   */
  static ReportKind of(ObjectNode data) {
    JsonNode schema = data.path("schema");
    ReportKind kind =
        ALL.stream()
            .filter(each -> each.schema.equals(schema.asString("")))
            .findFirst()
            .orElseThrow(() -> unknown(schema));
    JsonNode version = data.path("version");
    if (version.asInt(-1) != kind.version) {
      throw new StudyException(
          "the report data has version " + version + ", expected " + kind.version,
          "Write the report with the version of Suiseki that made the data.");
    }
    return kind;
  }

  private static StudyException unknown(JsonNode schema) {
    String known =
        ALL.stream().map(kind -> '"' + kind.schema + '"').collect(Collectors.joining(" or "));
    return new StudyException(
        "the report data has schema " + schema + ", expected " + known,
        "Give the page the data of a study that has a report.");
  }

  private static List<String> styles(String... own) {
    List<String> all =
        new ArrayList<>(List.of("page.css", "controls.css", "tables.css", "figures.css"));
    all.addAll(List.of(own));
    all.addAll(List.of("done.css", "phone.css", "paper.css"));
    return all;
  }

  /** {@code report.js} starts the page. */
  private static List<String> scripts(String... own) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "dom.js",
                "format.js",
                "lists.js",
                "colours.js",
                "chart.js",
                "points.js",
                "bands.js",
                "zoom.js",
                "controls.js",
                "drawing.js",
                "verdict.js",
                "provenance.js",
                "page.js"));
    all.addAll(List.of(own));
    all.add("report.js");
    return all;
  }
}
