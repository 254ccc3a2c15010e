package org.suiseki.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spelling;
import org.suiseki.matter.Unit;

/**
 * A map of a study file, read by the key and type that the reader expects. It remembers which keys
 * were asked for, so that {@link #rejectUnknown()} can refuse the others: a mistyped option must
 * not be silently ignored. Every refusal is a {@link StudyException} with the line and column of
 * the value, what was found and what was expected.
 *
 * <p>Not thread-safe.
 */
public final class StudyNode {
  private static final String DECIMAL = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
  private static final Pattern NUMBER = Pattern.compile(DECIMAL);
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}|9\\d{18}");
  private static final Pattern QUANTITY = Pattern.compile("(" + DECIMAL + ")\\s*(\\S.*)");
  private static final int SHOWN = 40;

  private final String source;
  private final String path;
  private final Place place;
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Map<String, List<StudyNode>> below = new LinkedHashMap<>();

  /**
   * @param path the keys that lead here, each followed by a dot; empty for the root
   */
  StudyNode(MappingNode map, String source, String path) {
    this.source = source;
    this.path = path;
    this.place = YamlTree.place(source, map);
    for (NodeTuple pair : map.getValue()) {
      String key = ((ScalarNode) pair.getKeyNode()).getValue();
      keys.put(key, pair.getKeyNode());
      values.put(key, pair.getValueNode());
    }
  }

  /** An empty map, for a section that is not there. */
  private StudyNode(String source, Place place, String path) {
    this.source = source;
    this.path = path;
    this.place = place;
  }

  public boolean has(String key) {
    return value(key).isPresent();
  }

  /** Where this map begins. */
  public Place place() {
    return place;
  }

  /** Where the value of {@code key} stands; where the map begins if it is missing. */
  public Place place(String key) {
    return Optional.ofNullable(values.get(key)).map(n -> YamlTree.place(source, n)).orElse(place);
  }

  /** An error about the value of {@code key}, for the checks that only its reader can make. */
  public StudyException wrong(String key, String what, String mend) {
    return new StudyException(what, place(key), mend);
  }

  public String text(String key) {
    Node node = required(key, "a text");
    return text(key, node);
  }

  public String text(String key, String fallback) {
    return value(key).map(n -> text(key, n)).orElse(fallback);
  }

  /** One of {@code allowed}. */
  public String choice(String key, String fallback, List<String> allowed) {
    String found = text(key, fallback);
    if (allowed.contains(found)) {
      return found;
    }
    throw wrong(
        key,
        named(key) + " is " + quote(found) + ".",
        Spelling.hint(found, allowed) + "It is one of " + String.join(", ", allowed) + ".");
  }

  /** A whole number between {@code min} and {@code max}, both allowed. */
  public long integer(String key, long fallback, long min, long max) {
    return value(key).map(n -> integer(key, n, min, max)).orElse(fallback);
  }

  /** A finite number without unit between {@code min} and {@code max}, both allowed. */
  public double number(String key, double fallback, double min, double max) {
    return value(key).map(n -> inRange(key, n, number(key, n), min, max, "")).orElse(fallback);
  }

  /** A number with its unit, such as {@code 0.5 eV}, that has to be there. */
  public double quantity(String key, String unit) {
    Node node = required(key, "a number with the unit " + unit);
    return quantity(key, node, unit);
  }

  public double quantity(String key, String unit, double fallback) {
    return value(key).map(n -> quantity(key, n, unit)).orElse(fallback);
  }

  /** A number with its unit between {@code min} and {@code max}, both allowed. */
  public double quantity(String key, String unit, double fallback, double min, double max) {
    return value(key)
        .map(n -> inRange(key, n, quantity(key, n, unit), min, max, " " + unit))
        .orElse(fallback);
  }

  public boolean flag(String key, boolean fallback) {
    return value(key).map(n -> flag(key, n)).orElse(fallback);
  }

  public List<String> texts(String key, String... fallback) {
    return list(key, "texts", List.of(fallback), n -> text(key, n));
  }

  public double[] numbers(String key, double... fallback) {
    return doubles(list(key, "numbers", boxed(fallback), n -> number(key, n)));
  }

  /** A list of numbers, each with its unit. */
  public double[] quantities(String key, String unit, double... fallback) {
    return doubles(
        list(key, "numbers with the unit " + unit, boxed(fallback), n -> quantity(key, n, unit)));
  }

  /**
   * The map under {@code key}, if there is one. The same object each time, so that it remembers
   * what was asked.
   */
  public Optional<StudyNode> child(String key) {
    return value(key)
        .map(n -> below.computeIfAbsent(key, k -> List.of(map(key, n, path + key + "."))).get(0));
  }

  /**
   * The map under {@code key}; an empty one, which leaves all to the fallbacks, if it is missing.
   */
  public StudyNode section(String key) {
    return child(key).orElseGet(() -> new StudyNode(source, place, path + key + "."));
  }

  /** The maps of the list under {@code key}; none if the key is missing. */
  public List<StudyNode> children(String key) {
    Optional<Node> value = value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    return below.computeIfAbsent(
        key,
        k -> {
          List<StudyNode> maps = new ArrayList<>();
          for (Node item : items(key, value.get(), "maps")) {
            maps.add(map(key, item, path + key + "[" + maps.size() + "]."));
          }
          return List.copyOf(maps);
        });
  }

  /** Refuses keys that nobody asked for, here and in the maps that were asked for. */
  public void rejectUnknown() {
    for (Map.Entry<String, Node> entry : keys.entrySet()) {
      if (!asked.contains(entry.getKey())) {
        throw new StudyException(
            "The key " + quote(path + entry.getKey()) + " is not known here.",
            YamlTree.place(source, entry.getValue()),
            Spelling.hint(entry.getKey(), asked) + "Known are: " + String.join(", ", asked) + ".");
      }
    }
    below.values().forEach(list -> list.forEach(StudyNode::rejectUnknown));
  }

  private Optional<Node> value(String key) {
    asked.add(key);
    return Optional.ofNullable(values.get(key));
  }

  private Node required(String key, String expected) {
    return value(key)
        .orElseThrow(() ->
            new StudyException(
                "The key " + quote(path + key) + " is missing.",
                place,
                "Add `" + key + ":` with " + expected + "."));
  }

  private String text(String key, Node node) {
    if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.STR)) {
      return scalar.getValue();
    }
    boolean quotable = node instanceof ScalarNode && !node.getTag().equals(Tag.NULL);
    throw expected(key, node, "a text", quotable ? "Put it in quotes if it is meant as text." : "");
  }

  private long integer(String key, Node node, long min, long max) {
    String range = "a whole number from " + min + " to " + max;
    String text = plain(node);
    if (!WHOLE.matcher(text).matches()) {
      throw expected(key, node, range, "");
    }
    long found;
    try {
      found = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw expected(key, node, range, "");
    }
    if (found < min || found > max) {
      throw expected(key, node, range, "");
    }
    return found;
  }

  private double number(String key, Node node) {
    String text = plain(node);
    if (QUANTITY.matcher(text).matches() && !NUMBER.matcher(text).matches()) {
      throw expected(key, node, "a number without a unit", "");
    }
    double found = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(found)) {
      throw expected(key, node, "a finite number", "");
    }
    return found;
  }

  private double quantity(String key, Node node, String unit) {
    String text = plain(node);
    String wanted = "a number with the unit " + unit;
    if (NUMBER.matcher(text).matches()) {
      throw expected(key, node, wanted, "Write " + text + " " + unit + ".");
    }
    Matcher parts = QUANTITY.matcher(text);
    if (!parts.matches()) {
      throw expected(key, node, wanted, "Write for example 0.5 " + unit + ".");
    }
    double found = Double.parseDouble(parts.group(1));
    if (!parts.group(2).equals(unit)) {
      throw expected(key, node, wanted, otherUnit(parts.group(2).strip(), unit));
    }
    if (!Double.isFinite(found)) {
      throw expected(key, node, "a finite number with the unit " + unit, "");
    }
    return found;
  }

  /** How to mend a quantity in a unit that is not the one wanted. */
  private static String otherUnit(String found, String wanted) {
    if (found.equalsIgnoreCase(wanted)) {
      return "Write the unit as " + wanted + ".";
    }
    Optional<Unit.Kind> kind = Unit.of(wanted).map(Unit::kind);
    boolean same = kind.isPresent() && Unit.of(found).map(Unit::kind).equals(kind);
    return (kind.isEmpty() || same
            ? ""
            : shown(found) + " is no unit of " + kind.get().name().toLowerCase(Locale.ROOT) + ". ")
        + "Convert the value to "
        + wanted
        + " and write the unit so.";
  }

  private double inRange(String key, Node node, double found, double min, double max, String unit) {
    if (found >= min && found <= max) {
      return found;
    }
    throw expected(key, node, "a number from " + min + unit + " to " + max + unit, "");
  }

  private boolean flag(String key, Node node) {
    if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)) {
      return Boolean.parseBoolean(scalar.getValue());
    }
    throw expected(key, node, "true or false", "");
  }

  private StudyNode map(String key, Node node, String below) {
    if (node instanceof MappingNode map) {
      return new StudyNode(map, source, below);
    }
    throw expected(key, node, "a map of keys and values", "");
  }

  private <T> List<T> list(String key, String of, List<T> fallback, Function<Node, T> read) {
    return value(key).map(n -> items(key, n, of).stream().map(read).toList()).orElse(fallback);
  }

  private List<Node> items(String key, Node node, String of) {
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    throw expected(key, node, "a list of " + of, "");
  }

  private StudyException expected(String key, Node found, String wanted, String mend) {
    return new StudyException(
        named(key) + " should be " + wanted + ", but is " + describe(found) + ".",
        YamlTree.place(source, found),
        mend);
  }

  private String named(String key) {
    return quote(path + key);
  }

  /** The text of an unquoted scalar; empty for all else, which no number matches. */
  private static String plain(Node node) {
    return node instanceof ScalarNode scalar && scalar.isPlain() ? scalar.getValue().strip() : "";
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static double[] doubles(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static String describe(Node node) {
    if (node instanceof MappingNode) {
      return "a map";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    if (node.getTag().equals(Tag.NULL)) {
      return "empty";
    }
    String value = ((ScalarNode) node).getValue();
    return node.getTag().equals(Tag.STR) ? "the text " + quote(value) : shown(value);
  }

  /**
   * In double quotes, shortened, control characters replaced: what a file says must not steer the
   * terminal.
   */
  static String quote(String text) {
    return '"' + shown(text) + '"';
  }

  private static String shown(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "\uFFFD");
    return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
  }
}
