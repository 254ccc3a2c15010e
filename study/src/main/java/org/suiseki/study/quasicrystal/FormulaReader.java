package org.suiseki.study.quasicrystal;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.suiseki.learn.ClassLabels;
import org.suiseki.learn.Origin;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.TextTable;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.StudyException;

/**
 * Reads compositions with their class from a table: a column {@code formula} or {@code
 * composition}, in which a composition is a formula or, as data frames write it, {@code {'Al':
 * 65.0, 'Cu': 20.0, 'Fe': 15.0}}; a column {@code label}; where there is one, {@code for_test} with
 * {@code True} or {@code False}; and {@code id} or a first column without a head.
 */
final class FormulaReader {
  private static final String RESOURCE = "quasicrystals_example.csv";
  private static final String NAME = "quasicrystals_example.csv (embedded, compiled for Suiseki)";
  private static final String LICENCE = "CC0-1.0";
  private static final Pattern MAPPED =
      Pattern.compile("\\s*'([A-Z][a-z]?)'\\s*:\\s*([0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?)\\s*");

  private final List<String> classes;
  private final boolean strict;
  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<Composition> compositions = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final List<Boolean> held = new ArrayList<>();
  private final List<PredictionTable.Refused> refused = new ArrayList<>();

  private FormulaReader(List<String> classes, boolean strict) {
    this.classes = classes;
    this.strict = strict;
  }

  /** The example that ships with the product. */
  static LabelledFormulas embedded(List<String> classes) {
    InputStream in = FormulaReader.class.getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new IllegalStateException("The resource " + RESOURCE + " is not in the jar");
    }
    return new FormulaReader(classes, true).read(TextTable.of(in, NAME), NAME, LICENCE, true);
  }

  /**
   * @param classes that the labels may be
   * @param strict refuse the file for one bad row
   */
  static LabelledFormulas read(Path file, List<String> classes, String licence, boolean strict) {
    return new FormulaReader(classes, strict)
        .read(TextTable.open(file), file.toString(), licence, false);
  }

  private LabelledFormulas read(TextTable opened, String source, String licence, boolean embedded) {
    try (TextTable table = opened) {
      int formula = table.column(table.heads().contains("formula") ? "formula" : "composition");
      int label = table.column("label");
      int test = table.heads().indexOf("for_test");
      int id = table.heads().contains("id") ? table.column("id") : table.heads().indexOf("");
      boolean more = true;
      while (more) {
        try {
          Optional<TextTable.Row> row = table.next();
          more = row.isPresent();
          row.ifPresent(one -> take(one, formula, label, test, id));
        } catch (MatterException bad) {
          refuse(bad.place().map(Place::toString).orElse(source), bad);
        }
      }
      return done(new Origin(source, licence, table.sha256()), embedded);
    }
  }

  private void take(TextTable.Row row, int formula, int label, int test, int id) {
    String name = id < 0 ? row.cell(formula) : row.cell(id);
    try {
      int found = classes.indexOf(row.cell(label));
      if (found < 0) {
        throw new StudyException(
            "The label is '" + row.cell(label) + "'.",
            row.place(),
            "Known classes are " + String.join(", ", classes) + "; see the key classes.");
      }
      compositions.add(composition(row.cell(formula), row.place()));
      labels.add(found);
      held.add(test >= 0 && isTrue(row.cell(test)));
      // Names of materials may stand twice; ids may not.
      int times = seen.merge(name, 1, Integer::sum);
      ids.add(times == 1 ? name : name + " (" + times + ")");
    } catch (SuisekiException bad) {
      refuse(row.place() + " " + name, bad);
    }
  }

  private static boolean isTrue(String cell) {
    return cell.equalsIgnoreCase("true") || cell.equals("1");
  }

  private void refuse(String where, SuisekiException bad) {
    if (strict) {
      throw bad;
    }
    refused.add(new PredictionTable.Refused(where, bad.what()));
  }

  /** From a formula or a map as Python writes it. */
  static Composition composition(String cell, Place place) {
    if (!cell.startsWith("{")) {
      return Composition.parse(cell);
    }
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    String inside = cell.substring(1, Math.max(1, cell.length() - 1));
    for (String part : inside.split(",", -1)) {
      Matcher matcher = MAPPED.matcher(part);
      if (!matcher.matches() || !cell.endsWith("}")) {
        throw new MatterException(
            "The composition " + cell + " cannot be read.",
            place,
            "Write a formula, or {'Al': 65.0, 'Cu': 20.0}.");
      }
      String symbol = matcher.group(1);
      Element element =
          Element.ofSymbol(symbol)
              .orElseThrow(() ->
                  new MatterException(
                      "Unknown element " + symbol + ".", place, "Write symbols of elements."));
      amounts.merge(element, Double.parseDouble(matcher.group(2)), Double::sum);
    }
    return Composition.of(amounts);
  }

  private LabelledFormulas done(Origin origin, boolean embedded) {
    ClassLabels all =
        new ClassLabels(classes, labels.stream().mapToInt(Integer::intValue).toArray());
    int[] counts = all.counts(IntStream.range(0, all.rows()).toArray());
    for (int one = 0; one < counts.length; one++) {
      if (counts[one] < QuasicrystalOptions.FEWEST) {
        throw new StudyException(
            "There are " + counts[one] + " rows of the class " + classes.get(one) + ".",
            Place.of(origin.source()),
            "Give at least "
                + QuasicrystalOptions.FEWEST
                + " of each, or name the classes of your own with the key classes.");
      }
    }
    boolean[] flags = new boolean[held.size()];
    for (int row = 0; row < flags.length; row++) {
      flags[row] = held.get(row);
    }
    return new LabelledFormulas(ids, compositions, all, flags, origin, refused, embedded);
  }
}
