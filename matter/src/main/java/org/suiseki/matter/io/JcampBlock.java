package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

/** One block of a JCAMP-DX file, as its lines come. */
final class JcampBlock {
  private static final int MOST_TEXT = 1 << 24;
  private static final int MOST_PAGES = 10_000;

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
  private String page = "";
  private final List<Tuples> tuples = new ArrayList<>();

  /** The data of one page. */
  private record Tuples(JcampTuples.Form form, JcampTable table, String page) {}

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
      case "DATATABLE" -> beginTuples(plain, place);
      case "RADATA", "PEAKASSIGNMENTS" ->
          throw new MatterException(
              "The block holds " + name + ", which is not read.",
              place,
              "Export it as XYDATA, one spectrum in a block.");
      default -> {
        if (label.equals("PAGE")) {
          page = plain;
        }
        if (page.isEmpty()) {
          fields.putIfAbsent(label, plain);
          places.putIfAbsent(label, place);
        } else {
          // Each page may say anew where its variables begin.
          fields.put(label, plain);
          places.put(label, place);
        }
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

  private void beginTuples(String written, Place place) {
    JcampTuples.Form form = JcampTuples.form(written, fields, place);
    if (tuples.size() >= MOST_PAGES) {
      throw new MatterException(
          "There are more than " + MOST_PAGES + " pages.", place, "Split the file.");
    }
    inTable = true;
    table =
        new JcampTable(
            form.plain(),
            form.x().factor(),
            form.y().factor(),
            form.y().dimension(),
            source,
            place);
    tuples.add(new Tuples(form, table, page));
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

  /** What the block measures, a page each; empty where it only links others. */
  List<Measurement> measurements(Place end) {
    JcampTable data = table;
    if (data == null) {
      return List.of();
    }
    String title = field("TITLE").isEmpty() ? FileName.of(source) : field("TITLE");
    if (!tuples.isEmpty()) {
      return tuples.stream().map(one -> ofPage(one, title, end)).toList();
    }
    MeasuredRows rows = data.rows(number("FIRSTX"), number("LASTX"), number("DELTAX"), end);
    number("FIRSTY").ifPresent(data::checkFirst);
    warnings.addAll(data.warnings());
    if (tableLabel.equals("PEAKTABLE")) {
      rows.sort(0);
      warnings.add("The table lists peaks; between them the values say nothing.");
    }
    return List.of(
        measurement(
            title,
            JcampUnit.ofAbscissa(field("XUNITS")),
            JcampUnit.ofOrdinate(field("YUNITS")),
            rows,
            warnings));
  }

  private Measurement ofPage(Tuples one, String title, Place end) {
    JcampTuples.Variable x = one.form().x();
    JcampTuples.Variable y = one.form().y();
    MeasuredRows rows = one.table().rows(x.first(), x.last(), OptionalDouble.empty(), end);
    List<String> all = new ArrayList<>(warnings);
    all.addAll(one.table().warnings());
    JcampUnit named = JcampUnit.ofAbscissa(x.units());
    JcampUnit ordinate = JcampUnit.ofOrdinate(y.units());
    String id = title + ", " + y.name() + (one.page().isEmpty() ? "" : ", " + one.page());
    return measurement(
        id,
        named.name().equals("x") ? new JcampUnit(x.name(), named.unit()) : named,
        new JcampUnit(y.name(), ordinate.unit()),
        rows,
        all);
  }

  private Measurement measurement(
      String id, JcampUnit abscissa, JcampUnit ordinate, MeasuredRows rows, List<String> said) {
    List<String> all = new ArrayList<>(said);
    if (abscissa.unit().equals("unknown")) {
      all.add("The block gives no unit of the axis; the numbers are as written.");
    }
    rows.rise(0, abscissa.name());
    Spectrum spectrum =
        new Spectrum(
            new Axis(abscissa.name(), abscissa.unit(), rows.column(0)),
            rows.finite(1, ordinate.name()),
            ordinate.name(),
            ordinate.unit(),
            Map.of("id", id));
    return new Measurement(
        id,
        kind(),
        spectrum,
        new double[0],
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        metadata(),
        Place.line(source, line),
        all);
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
