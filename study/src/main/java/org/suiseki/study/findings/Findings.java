package org.suiseki.study.findings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.suiseki.study.ReportPage;
import org.suiseki.study.StudyException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a study found, composed of answers, sections of blocks and the limits; {@link ReportPage}
 * makes the page of {@link #json()}.
 *
 * <pre>{@code
 * Findings findings =
 *     Findings.titled("Lattice thermal conductivity by transfer")
 *         .with(Answer.good("BAs is ranked first though no conductivity above 70 was shown"))
 *         .with(Section.of("ranking", "Ranking", table, Bars.gains("", gain, bars)))
 *         .noting("45 conductivities are few: intervals are wide.")
 *         .counting("compositions", "composition")
 *         .provenance(Provenance.of(manifest, seed, quick, origin, "compositions", rows, refused));
 * new ReportPage().write(runFolder.resolve("report.html"), findings.json());
 * }</pre>
 *
 * <p>All text is plain and shown as text. Immutable; each method gives a further one.
 *
 * @param title of the page
 * @param subtitle one line below it, may be empty
 * @param answers the first thing a reader sees; three to six
 * @param notes the limits, a sentence each
 * @param facts further rows of what was done, by name
 * @param countedKey name of the number of rows in the provenance, such as {@code compositions}
 * @param countedOne one of them in words
 * @param provenance as {@code Provenance.of} gives it, or an empty object
 */
public record Findings(
    String title,
    String subtitle,
    List<Answer> answers,
    List<Section> sections,
    List<String> notes,
    Map<String, String> facts,
    String countedKey,
    String countedOne,
    ObjectNode provenance) {
  public static final String SCHEMA = "findings-report";
  public static final int VERSION = 1;

  public Findings {
    answers = List.copyOf(answers);
    sections = List.copyOf(sections);
    notes = List.copyOf(notes);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    provenance = provenance.deepCopy();
    long different = sections.stream().map(Section::id).distinct().count();
    if (different != sections.size()) {
      throw new StudyException(
          "two sections of the report \"" + title + "\" have one id", "Give each its own.");
    }
  }

  public static Findings titled(String title) {
    ObjectNode none = JsonNodeFactory.instance.objectNode();
    return new Findings(title, "", List.of(), List.of(), List.of(), Map.of(), "rows", "row", none);
  }

  public Findings subtitle(String subtitle) {
    return new Findings(
        title, subtitle, answers, sections, notes, facts, countedKey, countedOne, provenance);
  }

  public Findings with(Answer... further) {
    return new Findings(
        title,
        subtitle,
        joined(answers, List.of(further)),
        sections,
        notes,
        facts,
        countedKey,
        countedOne,
        provenance);
  }

  public Findings with(Section... further) {
    return new Findings(
        title,
        subtitle,
        answers,
        joined(sections, List.of(further)),
        notes,
        facts,
        countedKey,
        countedOne,
        provenance);
  }

  /** A limit of what the page says. */
  public Findings noting(String sentence) {
    return new Findings(
        title,
        subtitle,
        answers,
        sections,
        joined(notes, List.of(sentence)),
        facts,
        countedKey,
        countedOne,
        provenance);
  }

  /** A further row of what was done. */
  public Findings stating(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(facts);
    all.put(name, value);
    return new Findings(
        title, subtitle, answers, sections, notes, all, countedKey, countedOne, provenance);
  }

  /**
   * What the rows of the data are.
   *
   * @param key as given to {@code Provenance.of}, in the plural
   * @param one of them in words
   */
  public Findings counting(String key, String one) {
    return new Findings(title, subtitle, answers, sections, notes, facts, key, one, provenance);
  }

  public Findings provenance(ObjectNode provenance) {
    return new Findings(
        title, subtitle, answers, sections, notes, facts, countedKey, countedOne, provenance);
  }

  private static <T> List<T> joined(List<T> first, List<T> further) {
    List<T> all = new ArrayList<>(first);
    all.addAll(further);
    return all;
  }

  /** The data of the page, as the package description says. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", SCHEMA).put("version", VERSION);
    json.put("title", title).put("subtitle", subtitle);
    ArrayNode said = json.putArray("answers");
    answers.forEach(answer -> said.add(answer.json()));
    ArrayNode parts = json.putArray("sections");
    sections.forEach(section -> parts.add(section.json()));
    ArrayNode limits = json.putArray("notes");
    notes.forEach(limits::add);
    ObjectNode rows = json.putObject("counted").put("key", countedKey).put("one", countedOne);
    String plural = countedKey.replace('_', ' ');
    rows.put(
        "title",
        plural.isEmpty()
            ? ""
            : plural.substring(0, 1).toUpperCase(Locale.ROOT) + plural.substring(1));
    ObjectNode more = json.putObject("facts");
    facts.forEach(more::put);
    if (!provenance.isEmpty()) {
      json.set("provenance", provenance.deepCopy());
    }
    return json;
  }
}
