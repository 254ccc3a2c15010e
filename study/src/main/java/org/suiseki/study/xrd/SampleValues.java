package org.suiseki.study.xrd;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.suiseki.learn.Column;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.io.SampleTable;
import org.suiseki.study.StudyException;

/** What a person's table says of patterns. */
final class SampleValues {
  private static final String FAMILY = "family";
  private static final String SAMPLE = "sample";
  private static final String ONE_FAMILY = "all";

  private final PatternFolder folder;
  private final Map<String, SampleTable.Row> rows = new HashMap<>();

  /** Places of the properties in a row, and what they are. */
  private final List<Integer> places = new ArrayList<>();

  private final List<Column> properties = new ArrayList<>();
  private int family = -1;
  private int sample = -1;

  private SampleValues(PatternFolder folder) {
    this.folder = folder;
  }

  /**
   * @param found all patterns, also those that cannot be used
   */
  static SampleValues of(
      Optional<Path> table,
      List<FoundPattern> found,
      PatternFolder.Options options,
      PatternFolder folder) {
    SampleValues values = new SampleValues(folder);
    if (table.isPresent()) {
      SampleTable content = SampleTable.read(table.get());
      folder.note(table.get().getFileName().toString(), content.sha256());
      values.match(content, found, table.get(), options.table().isPresent());
      if (!values.rows.isEmpty()) {
        values.columns(content, options.units());
      }
    }
    return values;
  }

  List<Column> properties() {
    return properties;
  }

  /** By name; by number where the table numbers the lines of a matrix. */
  private void match(SampleTable table, List<FoundPattern> found, Path file, boolean named) {
    Map<String, List<String>> byName = new HashMap<>();
    for (FoundPattern one : found) {
      for (String name : one.names()) {
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(one.id());
      }
    }
    List<String> unused = new ArrayList<>();
    for (SampleTable.Row row : table.rows()) {
      List<String> ids = byName.getOrDefault(row.id(), List.of());
      if (ids.size() == 1) {
        rows.put(ids.get(0), row);
      } else {
        unused.add(ids.isEmpty() ? row.id() : row.id() + " (which names " + ids.size() + ")");
      }
    }
    if (rows.isEmpty() && numbersLines(table, found)) {
      int first = Integer.parseInt(table.rows().get(0).id());
      for (FoundPattern one : found) {
        if (one.row() < table.rows().size()) {
          rows.put(one.id(), table.rows().get(one.row()));
        }
      }
      folder.warn(
          file.getFileName()
              + " numbers its rows from "
              + first
              + "; they were matched to the lines of the matrix in their order.");
    } else if (rows.isEmpty()) {
      String what =
          "No row of "
              + file.getFileName()
              + " names a pattern; the first is '"
              + table.rows().get(0).id()
              + "', the first pattern '"
              + found.get(0).id()
              + "'.";
      if (named) {
        throw new StudyException(
            what, Place.of(file.toString()), "Name the files in the first column of the table.");
      }
      folder.warn(what + " It was not used.");
    } else if (!unused.isEmpty()) {
      folder.warn(
          unused.size()
              + " rows of "
              + file.getFileName()
              + " name no pattern, such as "
              + unused.get(0)
              + ".");
    }
  }

  /** Whether ids count from 0 or 1 and there are as many as lines. */
  private static boolean numbersLines(SampleTable table, List<FoundPattern> found) {
    int lines = found.stream().mapToInt(FoundPattern::row).max().orElse(-1) + 1;
    String start = table.rows().get(0).id();
    if (lines == 0 || table.rows().size() < lines || !(start.equals("0") || start.equals("1"))) {
      return false;
    }
    int first = Integer.parseInt(start);
    for (int i = 0; i < table.rows().size(); i++) {
      if (!table.rows().get(i).id().equals(Integer.toString(first + i))) {
        return false;
      }
    }
    return true;
  }

  /** A column is a property where it holds a number. */
  private void columns(SampleTable table, Map<String, String> units) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < table.headings().size(); i++) {
      SampleTable.Heading heading = table.headings().get(i);
      int place = i;
      if (heading.name().toLowerCase(Locale.ROOT).equals(FAMILY)) {
        family = i;
      } else if (heading.name().toLowerCase(Locale.ROOT).equals(SAMPLE)) {
        sample = i;
      } else if (table.rows().stream()
          .anyMatch(row -> !row.cells().get(place).isEmpty() && row.isNumber(place))) {
        places.add(i);
        String unit =
            heading
                .unit()
                .filter(one -> !one.isBlank())
                .orElseGet(() -> units.getOrDefault(heading.name(), "1"));
        properties.add(new Column(heading.name(), unit));
      } else {
        words.add(heading.name());
      }
    }
    if (!words.isEmpty()) {
      folder.warn("The columns " + words + " of the table hold no number and were not read.");
    }
  }

  /** With the values of each; one whose values cannot be read is refused. */
  List<Pattern> patterns(List<FoundPattern> found) {
    List<Pattern> patterns = new ArrayList<>();
    Set<String> unknown = new HashSet<>();
    for (FoundPattern one : found) {
      SampleTable.Row row = rows.get(one.id());
      double[] values = new double[properties.size()];
      Arrays.fill(values, Double.NaN);
      String series = ONE_FAMILY;
      String named = "";
      try {
        if (row != null) {
          for (int i = 0; i < values.length; i++) {
            values[i] = row.number(places.get(i), properties.get(i).name());
          }
          series =
              family >= 0 && !row.cells().get(family).isEmpty()
                  ? row.cells().get(family)
                  : ONE_FAMILY;
          named = sample >= 0 ? row.cells().get(sample) : "";
        } else {
          unknown.add(one.id());
        }
      } catch (MatterException bad) {
        folder.refuse(
            one.id(), bad.place().map(place -> place + ": ").orElse("") + bad.what(), bad.mend());
        continue;
      }
      String group = named.isEmpty() ? group(one.id(), series, values) : named;
      patterns.add(new Pattern(one.id(), series, group, one.spectrum(), values));
    }
    if (!properties.isEmpty() && !unknown.isEmpty()) {
      folder.warn(
          "The table says nothing of " + unknown.size() + " patterns; they are kept as unknown.");
    }
    return patterns;
  }

  /** Equal values make a group; where none is known, each pattern is its own. */
  private String group(String id, String series, double[] values) {
    if (Arrays.stream(values).allMatch(Double::isNaN)) {
      return id;
    }
    StringBuilder text = new StringBuilder(series.equals(ONE_FAMILY) ? "" : series + ": ");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(properties.get(i).name()).append(' ');
      // All digits: values that differ in the last are different samples.
      text.append(Double.isNaN(values[i]) ? "?" : Double.toString(values[i] + 0.0));
    }
    return text.toString();
  }
}
