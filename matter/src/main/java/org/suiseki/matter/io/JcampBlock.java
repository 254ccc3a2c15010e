package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

/** One block of a JCAMP-DX file, as its lines come. */
final class JcampBlock {
  private static final int MOST_TEXT = 1 << 24;

  private final String source;
  private final int line;

  /** By label. */
  private final Map<String, String> fields = new LinkedHashMap<>();

  private final Map<String, Place> places = new LinkedHashMap<>();

  /** By the label as written. */
  private final Map<String, StringBuilder> texts = new LinkedHashMap<>();

  private final List<String> warnings = new ArrayList<>();
  private StringBuilder text = new StringBuilder();
  private int length;
  private boolean inTable;
  private @Nullable JcampTable table;
  private String tableLabel = "";

  JcampBlock(String source, int line) {
    this.source = source;
    this.line = line;
  }

  /** The line at which it begins. */
  int line() {
    return line;
  }

  /**
   * Begins a labelled record.
   *
   * @param label without blanks, in capitals
   * @param name the label as written
   */
  void begin(String label, String name, String value, Place place) {
    String plain = withoutComment(value).strip();
    inTable = false;
    switch (label) {
      case "XYDATA", "XYPOINTS", "PEAKTABLE" -> beginTable(label, plain, place);
      case "NTUPLES", "DATATABLE", "RADATA", "PEAKASSIGNMENTS" ->
          throw new MatterException(
              "The block holds " + name + ", which is not read.",
              place,
              "Export it as XYDATA, one spectrum in a block.");
      default -> {
        fields.putIfAbsent(label, plain);
        places.putIfAbsent(label, place);
        text = texts.computeIfAbsent(name, any -> new StringBuilder());
        add(plain, place);
      }
    }
  }

  private void beginTable(String label, String form, Place place) {
    if (table != null) {
      throw new MatterException(
          "The block has a second table of data.", place, "Give each a block of its own.");
    }
    inTable = true;
    tableLabel = label;
    boolean factors = !label.equals("PEAKTABLE");
    table =
        new JcampTable(
            form.replaceAll("\\s", "").toUpperCase(Locale.ROOT),
            factors ? number("XFACTOR").orElse(1) : 1,
            factors ? number("YFACTOR").orElse(1) : 1,
            number("NPOINTS"),
            source,
            place);
  }

  /** A line that begins no record: of the table, or more text. */
  void accept(String written, BoundedLines lines) {
    JcampTable into = table;
    if (inTable && into != null) {
      into.accept(written, lines);
    } else {
      String plain = withoutComment(written).strip();
      if (!plain.isEmpty()) {
        add((text.length() == 0 ? "" : "\n") + plain, lines.place());
      }
    }
  }

  private void add(String more, Place place) {
    length += more.length() + 1;
    if (length > MOST_TEXT) {
      throw new MatterException(
          String.format("The texts of the block are longer than %,d characters.", MOST_TEXT),
          place,
          "Shorten them; is this the right file?");
    }
    text.append(more);
  }

  private static String withoutComment(String value) {
    int comment = value.indexOf("$$");
    return comment < 0 ? value : value.substring(0, comment);
  }

  private OptionalDouble number(String label) {
    String value = fields.getOrDefault(label, "");
    return value.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            DecimalNumber.parse(value, label, places.getOrDefault(label, Place.of(source))));
  }

  private String field(String label) {
    return fields.getOrDefault(label, "");
  }

  /** What the block measures; empty where it only links others. */
  Optional<Measurement> measurement(Place end) {
    JcampTable data = table;
    if (data == null) {
      return Optional.empty();
    }
    OptionalDouble first = number("FIRSTX");
    OptionalDouble last = number("LASTX");
    MeasuredRows rows = data.rows(first, last, number("DELTAX"), end);
    number("FIRSTY").ifPresent(y -> data.checkFirst(y));
    warnings.addAll(data.warnings());
    if (tableLabel.equals("PEAKTABLE")) {
      warnings.add("The table lists peaks; between them the values say nothing.");
    }
    JcampUnit unit = JcampUnit.ofAbscissa(field("XUNITS"));
    if (field("XUNITS").isEmpty()) {
      warnings.add("The block does not give XUNITS; the numbers are as written.");
    }
    rows.rise(0, unit.name());
    String id = field("TITLE").isEmpty() ? FileName.of(source) : field("TITLE");
    JcampUnit ordinate = JcampUnit.ofOrdinate(field("YUNITS"));
    Spectrum spectrum =
        new Spectrum(
            new Axis(unit.name(), unit.unit(), rows.column(0)),
            rows.finite(1, ordinate.name()),
            ordinate.name(),
            ordinate.unit(),
            Map.of("id", id));
    return Optional.of(
        new Measurement(
            id,
            kind(),
            spectrum,
            new double[0],
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            metadata(),
            Place.line(source, line),
            warnings));
  }

  private Measurement.Kind kind() {
    return field("DATATYPE").toUpperCase(Locale.ROOT).contains("DIFFRACTION")
        ? Measurement.Kind.DIFFRACTION
        : Measurement.Kind.SPECTRUM;
  }

  private Map<String, String> metadata() {
    Map<String, String> all = new LinkedHashMap<>();
    texts.forEach((name, value) -> {
      if (!value.isEmpty()) {
        all.put(name, value.toString());
      }
    });
    return all;
  }
}
