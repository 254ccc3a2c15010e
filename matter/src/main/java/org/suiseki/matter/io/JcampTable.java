package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** The data of a JCAMP-DX block, decoded as its lines come. */
final class JcampTable {
  private static final int MOST_POINTS = 5_000_000;

  private final boolean pairs;
  private final double xFactor;
  private final double yFactor;
  private final OptionalDouble promised;
  private final String source;
  private final Place place;
  private final List<String> warnings = new ArrayList<>();

  /** Pairs in the units of the block; in ASDF form 0 and the ordinate as written. */
  private final MeasuredRows rows;

  /** Of each line in ASDF form: abscissa as written, and the index of the point it belongs to. */
  private final MeasuredRows abscissas;

  private final AsdfLine asdf = new AsdfLine();
  private boolean inDifference;
  private double last;
  private int missing;

  /**
   * @param form such as {@code (X++(Y..Y))}, without blanks, in capitals
   * @param promised the number of points, where the block says it
   */
  JcampTable(
      String form,
      double xFactor,
      double yFactor,
      OptionalDouble promised,
      String source,
      Place place) {
    if (!form.equals("(X++(Y..Y))") && !form.equals("(XY..XY)")) {
      throw new MatterException(
          "The data are in the form '" + Shown.text(form) + "'.",
          place,
          "Export them as (X++(Y..Y)) or (XY..XY).");
    }
    this.pairs = form.equals("(XY..XY)");
    this.xFactor = xFactor;
    this.yFactor = yFactor;
    this.promised = promised;
    this.source = source;
    this.place = place;
    this.rows = new MeasuredRows(source, 2);
    this.abscissas = new MeasuredRows(source, 2);
  }

  void accept(String written, BoundedLines lines) {
    int comment = written.indexOf("$$");
    String line = comment < 0 ? written : written.substring(0, comment);
    if (line.isBlank()) {
      return;
    }
    if (pairs) {
      acceptPairs(line, lines);
    } else {
      acceptAsdf(line, lines);
    }
  }

  private void acceptPairs(String line, BoundedLines lines) {
    NumberLine numbers = new NumberLine(lines);
    numbers.start(line);
    while (numbers.next()) {
      double x = numbers.number("abscissa");
      if (!numbers.next()) {
        throw new MatterException(
            "The line ends behind an abscissa.", numbers.place(), "Give a value with it.");
      }
      if (numbers.word().equals("?")) {
        missing++;
      } else {
        rows.add(x * xFactor, numbers.number("value") * yFactor, lines.line());
      }
      requireFew(lines.place());
    }
  }

  private void acceptAsdf(String line, BoundedLines lines) {
    asdf.start(line, lines.place());
    if (!asdf.next() || asdf.kind() != AsdfLine.Kind.NUMBER) {
      throw new MatterException(
          "The line does not begin with an abscissa.", asdf.place(), "Correct the line.");
    }
    double abscissa = asdf.value();
    // The first ordinate behind a difference repeats the one before it, as a check.
    boolean check = inDifference;
    int point = check ? rows.size() - 1 : rows.size();
    abscissas.add(abscissa, point, lines.line());
    boolean repeatable = false;
    double difference = 0;
    while (asdf.next()) {
      switch (asdf.kind()) {
        case NUMBER, SQUEEZED -> {
          if (check) {
            requireEqual(asdf.value());
          } else {
            add(asdf.value(), lines);
          }
          last = asdf.value();
          inDifference = false;
          repeatable = true;
        }
        case DIFFERENCE -> {
          requireBefore(repeatable);
          difference = asdf.value();
          last += difference;
          inDifference = true;
          add(last, lines);
        }
        case DUPLICATE -> {
          requireBefore(repeatable && !check);
          for (double more = asdf.value() - 1; more > 0; more--) {
            last += inDifference ? difference : 0;
            add(last, lines);
          }
        }
        case MISSING -> {
          requireBefore(!check);
          add(Double.NaN, lines);
          missing++;
          inDifference = false;
          repeatable = false;
        }
      }
      check = false;
    }
  }

  private void requireBefore(boolean allowed) {
    if (!allowed) {
      throw new MatterException(
          "There is no ordinate that this difference or repetition could refer to.",
          asdf.place(),
          "Begin each line with an abscissa and an ordinate.");
    }
  }

  private void requireEqual(double value) {
    if (value != last) {
      throw new MatterException(
          "The check of the ordinates fails: the line begins with "
              + value
              + " and the line before it ended at "
              + last
              + ".",
          asdf.place(),
          "Copy the file again; a line is damaged or missing.");
    }
  }

  private void add(double value, BoundedLines lines) {
    rows.add(0, value, lines.line());
    requireFew(asdf.place());
  }

  private void requireFew(Place here) {
    if (rows.size() > MOST_POINTS) {
      throw new MatterException(
          String.format("There are more than %,d points.", MOST_POINTS),
          here,
          "Split the file; is this the right one?");
    }
    if (promised.isPresent() && rows.size() > promised.getAsDouble()) {
      throw new MatterException(
          "There are more points than the " + shown(promised) + " that NPOINTS promises.",
          here,
          "Correct NPOINTS, or copy the file again.");
    }
  }

  /** The points, in the units of the block; those that are missing left out. */
  MeasuredRows rows(OptionalDouble first, OptionalDouble last, OptionalDouble step, Place end) {
    if (promised.isPresent() && promised.getAsDouble() != rows.size() + (pairs ? missing : 0)) {
      throw new MatterException(
          "NPOINTS promises " + shown(promised) + " points but there are " + rows.size() + ".",
          end,
          "Copy the file again, or correct NPOINTS.");
    }
    if (missing > 0) {
      warnings.add(missing + " point(s) are missing (?) and left out.");
    }
    return pairs ? rows : even(first, last, step);
  }

  private MeasuredRows even(OptionalDouble first, OptionalDouble last, OptionalDouble step) {
    int n = rows.size();
    if (first.isEmpty() || last.isEmpty() && step.isEmpty()) {
      throw new MatterException(
          "The block does not give FIRSTX and LASTX, so the axis is not known.",
          place,
          "Add both before the data.");
    }
    double from = first.getAsDouble();
    double by = last.isPresent() && n > 1 ? (last.getAsDouble() - from) / (n - 1) : step.orElse(0);
    checkAbscissas(from, by);
    MeasuredRows even = new MeasuredRows(source, 2);
    for (int i = 0; i < n; i++) {
      double x = i == n - 1 && n > 1 ? last.orElse(from + i * by) : from + i * by;
      if (!Double.isNaN(rows.at(i, 1))) {
        even.add(x, rows.at(i, 1) * yFactor, rows.line(i));
      }
    }
    return even;
  }

  /** A line's abscissa further off than one step means that points are lost or doubled before. */
  private void checkAbscissas(double from, double step) {
    for (int i = 0; i < abscissas.size(); i++) {
      double written = abscissas.at(i, 0) * xFactor;
      double expected = from + abscissas.at(i, 1) * step;
      // One step, because writers of differences disagree on whether the check has an abscissa of
      // its own; and half a unit of the abscissa, which is rounded.
      double slack = 1.01 * Math.abs(step) + 0.5 * Math.abs(xFactor);
      if (!(Math.abs(written - expected) <= slack)) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "The check of the abscissas fails at line %d: %s is written and %s expected.",
                abscissas.line(i),
                written,
                expected));
        return;
      }
    }
  }

  /** Compares the first ordinate with FIRSTY, which may be rounded. */
  void checkFirst(double y) {
    double found = rows.size() == 0 ? y : rows.at(0, 1) * (pairs ? 1 : yFactor);
    double slack = Math.max(2 * Math.abs(yFactor), 1e-3 * Math.abs(y));
    if (Math.abs(found - y) > slack) {
      warnings.add("FIRSTY is " + y + " but the first value is " + found + ".");
    }
  }

  List<String> warnings() {
    return warnings;
  }

  private static String shown(OptionalDouble number) {
    return number.getAsDouble() == Math.rint(number.getAsDouble())
        ? String.format(Locale.ROOT, "%.0f", number.getAsDouble())
        : Double.toString(number.getAsDouble());
  }
}
