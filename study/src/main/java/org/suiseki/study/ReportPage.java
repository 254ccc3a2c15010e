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
 * <p>The data is a JSON object. Its {@code schema} and {@code version} say which kind of report it
 * is and must be there; what else it holds stands with the kind ({@link ReportKind}). A part that
 * is absent is left out of the page, which names it at its end. Numbers that are not finite count
 * as absent. Give numbers 4 to 6 significant digits: the page writes them as they are.
 *
 * <p>Every text of the data is shown as text and never read as markup; drawings are reduced to
 * plain shapes and shown as images. The data can be read back from the page: it is the content of
 * the element {@code report-data}.
 */
public final class ReportPage {
  private static final String FOLDER = "report/";
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{(title|css|hash|data|script)}}");

  private final JsonMapper json = JsonMapper.shared();
  private final String template = resource("report.html");

  /**
   * The page for this data.
   *
   * @throws StudyException when no kind of report has this {@code schema} and {@code version}
   */
  public String render(ObjectNode data) {
    ReportKind kind = ReportKind.of(data);
    String script = "(() => {\n\"use strict\";\n" + joined(kind.scripts()) + "})();";
    Map<String, String> parts =
        Map.of(
            "title",
            escape(data.path("title").asString("Report")),
            "css",
            joined(kind.styles()),
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
