package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suiseki.matter.MatterException;

/** The head of an XDI file: its fields, its comments and the names and units of its columns. */
final class XdiHeader {
  private static final int MOST_LINES = 100_000;
  private static final Pattern FIELD =
      Pattern.compile("([A-Za-z_][\\w-]*(?:\\.[\\w.-]+)?)\\s*:\\s*(.*)");
  private static final Pattern COLUMN = Pattern.compile("(?i)column\\.(\\d{1,6})");

  private final BoundedLines lines;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<Integer, String> columns = new TreeMap<>();
  private final List<String> comments = new ArrayList<>();
  private String[] labels = {};

  XdiHeader(BoundedLines lines) {
    this.lines = lines;
  }

  /** Reads the head; gives the first line behind it. */
  Optional<String> read(Pattern version) {
    Matcher first = version.matcher(lines.next().orElse("").strip());
    if (!first.matches()) {
      throw new MatterException(
          "The first line does not say XDI.", lines.place(), "Begin the file with '# XDI/1.0'.");
    }
    fields.put("XDI.version", first.group(1));
    if (!first.group(2).isBlank()) {
      fields.put("XDI.application", first.group(2).strip());
    }
    boolean commented = false;
    boolean ended = false;
    Optional<String> line = lines.next();
    for (; line.isPresent(); line = lines.next()) {
      String text = line.get().strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        break;
      }
      requireFew();
      String content = text.replaceFirst("^#+", "").strip();
      if (content.matches("-{2,}.*")) {
        ended = true;
      } else if (content.matches("/{3,}.*")) {
        commented = true;
      } else if (ended) {
        labels = content.isEmpty() ? labels : content.split("[\\s,]+");
      } else if (!content.isEmpty() && (commented || !field(content))) {
        comments.add(content);
      }
    }
    return line;
  }

  private void requireFew() {
    if (lines.line() > MOST_LINES) {
      throw new MatterException(
          String.format("The head has more than %,d lines.", MOST_LINES),
          lines.place(),
          "Shorten it; is this the right file?");
    }
  }

  private boolean field(String content) {
    Matcher field = FIELD.matcher(content);
    if (!field.matches()) {
      return false;
    }
    Matcher column = COLUMN.matcher(field.group(1));
    if (column.matches()) {
      columns.put(Integer.parseInt(column.group(1)), field.group(2));
    } else if (!field.group(2).isBlank()) {
      fields.put(field.group(1), field.group(2).strip());
    }
    return true;
  }

  /** The value of a field, its case aside, where it is there and says something. */
  Optional<String> field(String first, String... others) {
    List<String> names = new ArrayList<>(List.of(others));
    names.add(0, first);
    for (String name : names) {
      for (Map.Entry<String, String> field : fields.entrySet()) {
        if (field.getKey().equalsIgnoreCase(name)) {
          return Optional.of(field.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** All fields by their names; the comments, if any, as {@code comments}. */
  Map<String, String> metadata() {
    Map<String, String> all = new LinkedHashMap<>(fields);
    if (!comments.isEmpty()) {
      all.put("comments", String.join("\n", comments));
    }
    return all;
  }

  /** The name of a column, from 0, in lower case; empty where it has none. */
  String label(int column) {
    String declared = words(column)[0];
    if (!declared.isEmpty()) {
      return declared.toLowerCase(Locale.ROOT);
    }
    return column < labels.length ? labels[column].toLowerCase(Locale.ROOT) : "";
  }

  /** The unit of a column, from 0, as written. */
  Optional<String> unit(int column) {
    String[] words = words(column);
    return words.length > 1 ? Optional.of(words[1]) : Optional.empty();
  }

  private String[] words(int column) {
    // What stands behind two bars says where the numbers came from.
    String declared = columns.getOrDefault(column + 1, "").split("\\|\\|", 2)[0].strip();
    return declared.split("\\s+", 2);
  }

  /** The largest number of a column that is named. */
  int declared() {
    return columns.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
