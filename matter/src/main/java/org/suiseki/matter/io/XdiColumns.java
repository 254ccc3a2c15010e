package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

/** What the columns of an XDI file measure. */
final class XdiColumns {
  private static final List<String> GIVEN =
      List.of(
          "mutrans",
          "mufluor",
          "murefer",
          "xmu",
          "mu",
          "normtrans",
          "normfluor",
          "normrefer",
          "norm",
          "chi");

  /** Columns that tell of the measurement, and are none. */
  private static final Pattern MONITOR =
      Pattern.compile("i0|itrans|irefer|i[12]|.*time|energy.*|angle.*|bragg|k|bim");

  private static final Pattern NORMALISED =
      Pattern.compile("normali[sz]ed (by|to) i0", Pattern.CASE_INSENSITIVE);

  private final XdiHeader header;
  private final MeasuredRows rows;
  private final String source;
  private final List<String> warnings = new ArrayList<>();
  private final List<MatterException> refused = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();

  /** An absorption, and from which columns it comes. */
  private record Found(String label, String from, String quantity, String unit, double[] values) {}

  /** One value of a row, from two of its columns. */
  private interface Combined {
    double of(double first, double second);
  }

  XdiColumns(XdiHeader header, MeasuredRows rows, String source) {
    this.header = header;
    this.rows = rows;
    this.source = source;
  }

  List<Measurement> measurements() {
    if (rows.size() > 0 && header.declared() > rows.width()) {
      throw new MatterException(
          "The head names "
              + header.declared()
              + " columns but the line has "
              + rows.width()
              + " numbers.",
          rows.place(0),
          "Correct the lines '# Column.N', or complete the columns.");
    }
    int abscissa = Math.max(0, column("energy"));
    String name = header.label(abscissa).isEmpty() ? "energy" : header.label(abscissa);
    rows.rise(abscissa, name);
    Axis axis = axis(abscissa, name);
    given();
    computed();
    if (found.isEmpty() && refused.isEmpty()) {
      others(abscissa);
    }
    if (found.isEmpty()) {
      throw refused.isEmpty() ? nothing() : refused.get(0);
    }
    refused.forEach(e ->
        warnings.add(
            "A column is left out: "
                + e.what()
                + e.place().map(place -> " (line " + place.line() + ")").orElse("")));
    return found.stream().map(one -> measurement(one, axis)).toList();
  }

  private MatterException nothing() {
    return new MatterException(
        "No column holds an absorption or what it can be computed from.",
        rows.place(0),
        "Name the columns in the head, such as '# Column.2: mutrans', or i0 and itrans.");
  }

  private Axis axis(int column, String name) {
    double[] values = rows.column(column);
    Optional<String> unit = header.unit(column);
    String text = unit.orElse("unknown");
    if (text.equalsIgnoreCase("keV")) {
      for (int i = 0; i < values.length; i++) {
        values[i] *= 1000;
      }
      text = "eV";
    } else if (text.equalsIgnoreCase("eV")) {
      text = "eV";
    }
    if (unit.isEmpty()) {
      warnings.add("The head gives no unit of the " + name + "; its numbers are as written.");
    }
    return new Axis(name, text, values);
  }

  private int column(String... labels) {
    for (String label : labels) {
      for (int i = 0; i < rows.width(); i++) {
        if (header.label(i).equals(label)) {
          return i;
        }
      }
    }
    return -1;
  }

  private void given() {
    for (String label : GIVEN) {
      int column = column(label);
      if (column >= 0) {
        String quantity =
            label.startsWith("norm")
                ? "normalised absorption"
                : label.equals("chi") ? "chi" : "absorption";
        add(() -> new Found(label, label, quantity, unitOf(column), rows.finite(column, label)));
      }
    }
  }

  private void computed() {
    Set<String> there = Set.copyOf(found.stream().map(Found::label).toList());
    boolean absorption = there.contains("xmu") || there.contains("mu");
    int i0 = column("i0");
    int transmitted = column("itrans", "it", "i1");
    int fluorescence = column("ifluor", "if");
    int reference = column("irefer", "ir", "i2");
    if (!there.contains("mutrans") && !absorption) {
      combine("mutrans", "ln(%s/%s)", i0, transmitted, XdiColumns::logarithm);
    }
    if (!there.contains("mufluor") && !absorption) {
      fluorescence(i0, fluorescence);
    }
    if (!there.contains("murefer")) {
      combine("murefer", "ln(%s/%s)", transmitted, reference, XdiColumns::logarithm);
    }
  }

  private void fluorescence(int i0, int yield) {
    boolean divided =
        yield >= 0
            && NORMALISED.matcher(header.field("Describe.Column." + (yield + 1)).orElse("")).find();
    if (divided) {
      String label = header.label(yield);
      String from = label + ", which the file says is divided by i0";
      add(() -> new Found("mufluor", from, "absorption", unitOf(yield), rows.finite(yield, label)));
    } else {
      combine("mufluor", "%2$s/%1$s", i0, yield, (monitor, counts) -> counts / monitor);
    }
  }

  private static double logarithm(double before, double behind) {
    // Two currents of the same sign; an inverted amplifier makes both negative.
    return Math.log(before / behind);
  }

  private void combine(String label, String formula, int first, int second, Combined combined) {
    if (first < 0 || second < 0) {
      return;
    }
    String from = String.format(formula, header.label(first), header.label(second));
    add(() -> {
      double[] values = new double[rows.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = combined.of(rows.at(i, first), rows.at(i, second));
        if (!Double.isFinite(values[i])) {
          throw new MatterException(
              String.format(
                  "There is no %s for %s = %s and %s = %s.",
                  from,
                  header.label(first),
                  rows.at(i, first),
                  header.label(second),
                  rows.at(i, second)),
              rows.place(i),
              "Leave the line out, or correct the intensities.");
        }
      }
      return new Found(label, from, "absorption", "1", values);
    });
  }

  private void others(int abscissa) {
    for (int i = 0; i < rows.width(); i++) {
      int column = i;
      String label = header.label(i);
      if (i != abscissa && !label.isEmpty() && !MONITOR.matcher(label).matches()) {
        add(() -> new Found(label, label, label, unitOf(column), rows.finite(column, label)));
      }
    }
  }

  private String unitOf(int column) {
    return header.unit(column).orElse("1");
  }

  private void add(Supplier<Found> made) {
    try {
      found.add(made.get());
    } catch (MatterException e) {
      refused.add(e);
    }
  }

  private Measurement measurement(Found one, Axis axis) {
    String sample = header.field("Sample.name", "Sample.id").orElse(FileName.of(source));
    String id = found.size() == 1 ? sample : sample + ", " + one.label();
    Map<String, String> metadata = new LinkedHashMap<>(header.metadata());
    metadata.put("absorption", one.from());
    return new Measurement(
        id,
        Measurement.Kind.XRAY_ABSORPTION,
        new Spectrum(axis, one.values(), one.quantity(), one.unit(), Map.of("id", id)),
        new double[0],
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        metadata,
        Place.of(source),
        warnings);
  }
}
