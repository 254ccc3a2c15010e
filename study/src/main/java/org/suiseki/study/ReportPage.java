package org.suiseki.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.suiseki.matter.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The report of a run as one HTML page that needs nothing but a browser: style, script and data are
 * inside it, and its content security policy forbids it to load anything else.
 *
 * <pre>{@code
 * new ReportPage().write(runFolder.resolve("report.html"), data);
 * }</pre>
 *
 * <p>The data is a JSON object of schema {@code core-loss-report}, version 1. Only {@code schema}
 * and {@code version} must be there; a part that is absent is left out of the page, which names it
 * at its end. Numbers that are not finite count as absent. Indices {@code m} point into {@code
 * molecules}; arrays over energy have the length of {@code spectra.grid}. Give numbers 4 to 6
 * significant digits: the page writes them as they are.
 *
 * <pre>
 * schema       "core-loss-report"
 * version      1
 * title, subtitle, question
 *              plain text; question replaces the usual paragraph
 * headline     [sentence]
 *              the findings in words, first on the page
 * provenance   {seed, quick, command, created: ISO 8601, seconds, software: {name: version},
 *               data: {source, licence, sha256, molecules, rejected: [{id, reason}]},
 *               stages: [{name, seconds}]}
 * properties   [{name, label, unit, kind: "intensive" | "extensive"}]
 *              label may hold C_p or x^2, unit may be "cal/mol/K" or "bohr^3"
 * scores       [{property, features: "spectrum" | "ratios" | "both",
 *               model: "network" | "ridge" | "trees" | "mean", split: "random" | "scaffold",
 *               r2, r2Interval: [low, high], mae, rmse}]
 *              interval of 95 %, mae and rmse in the unit of the property
 * verdicts     [{property, holds: "yes" | "partly" | "no", text}]
 * parity       [{property, split, features, model,
 *               points: [{m, truth, mean, deviation, outside}]}]
 *              deviation is one standard deviation, outside the flag of the training domain
 * spectra      {unit, grid: ascending energies, sigma, shift, quantity,
 *               mean, low, high: over the grid}
 *              quantity is the name of the y axis with its unit
 * assignments  [{from, to, label}]
 *              energies in the unit of the grid
 * relevance    [{property, unit, values, low, high: over the grid,
 *               method: "masking-baseline" | "masking-mean" | "integrated-gradients"}]
 *              unit is that of the values, for masking the unit of the property
 * calibration  [{split, stage: "raw" | "recalibrated", nominal, observed, ece}]
 *              nominal and observed are shares in 0..1
 * reliability  [{property, split, ece, ence, rank}]
 *              of the network on the spectrum, recalibrated: expected calibration error,
 *              normalised calibration error, and Spearman's rank correlation between the
 *              size of the error and the stated deviation
 * robustness   [{disturbance: "noise" | "shift" | "broadening", unit, levels,
 *               series: [{property, training: "plain" | "augmented", r2: over levels}]}]
 * molecules    [{id, smiles, svg, spectrum: over the grid, outside, truth: {property: value},
 *               predicted: {property: value}, deviation: {property: value},
 *               relevance: {property: over the grid}, neighbours: [{m, distance}]}]
 *              deviation may be absent: it is then taken from the parity set of equal means
 * notes        [sentence]
 *              the limits
 * </pre>
 *
 * <p>Every text of the data is shown as text and never read as markup; drawings are reduced to
 * plain shapes and shown as images. The data can be read back from the page: it is the content of
 * the element {@code report-data}.
 *
 * <p>The page is about the size of its data: 300 molecules with 13 properties and six parity sets
 * for each make 5 MB, 2,000 make 29 MB and open within half a second. Beyond that give it a sample,
 * or fewer parity sets.
 */
public final class ReportPage {
  static final String SCHEMA = "core-loss-report";
  static final int VERSION = 1;

  private static final String FOLDER = "report/";
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{(title|css|hash|data|script)}}");

  /** In the order in which they may overrule each other. */
  private static final List<String> STYLES =
      List.of(
          "page.css",
          "controls.css",
          "tables.css",
          "figures.css",
          "molecules.css",
          "phone.css",
          "paper.css");

  /** In the order in which they need each other; {@code report.js} starts the page. */
  private static final List<String> SCRIPTS =
      List.of(
          "dom.js",
          "format.js",
          "names.js",
          "chart.js",
          "zoom.js",
          "controls.js",
          "scores.js",
          "verdicts.js",
          "parity.js",
          "spectrum.js",
          "relevance.js",
          "molecules.js",
          "reliability.js",
          "levels.js",
          "provenance.js",
          "page.js",
          "coreloss.js",
          "report.js");

  private final JsonMapper json = JsonMapper.shared();
  private final String template = resource("report.html");
  private final String style = joined(STYLES);
  private final String script = "(() => {\n\"use strict\";\n" + joined(SCRIPTS) + "})();";

  /**
   * The page for this data.
   *
   * @throws StudyException when {@code schema} or {@code version} is not the one described above
   */
  public String render(ObjectNode data) {
    check(data);
    Map<String, String> parts =
        Map.of(
            "title",
            escape(data.path("title").asString("Report")),
            "css",
            style,
            "hash",
            "sha256-" + sha256(script),
            "data",
            embed(data),
            "script",
            script);
    // One pass: a text of the data that looks like a placeholder is not filled in turn.
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(match -> Matcher.quoteReplacement(parts.get(match.group(1))));
  }

  /**
   * Writes the page; a page that is already there is replaced only once the new one is complete.
   *
   * @throws StudyException when the data has another schema or the file cannot be written
   */
  public void write(Path file, ObjectNode data) {
    OutputFile.write(file, render(data).getBytes(StandardCharsets.UTF_8));
  }

  private static void check(ObjectNode data) {
    JsonNode schema = data.path("schema");
    if (!SCHEMA.equals(schema.asString(""))) {
      throw new StudyException(
          "the report data has schema " + schema + ", expected \"" + SCHEMA + "\"",
          "Give the page the data of a core-loss study.");
    }
    JsonNode version = data.path("version");
    if (version.asInt(-1) != VERSION) {
      throw new StudyException(
          "the report data has version " + version + ", expected " + VERSION,
          "Write the report with the version of Suiseki that made the data.");
    }
  }

  /**
   * JSON that a browser's HTML reader passes over: it can hold no end of a script and no comment.
   */
  private String embed(ObjectNode data) {
    return json.writeValueAsString(data)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String sha256(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(Sha256.digest().digest(bytes));
  }

  private static String joined(List<String> names) {
    return names.stream().map(ReportPage::resource).collect(Collectors.joining("\n"));
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the module study lacks its resource " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
