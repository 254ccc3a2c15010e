package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** Goes through the rows of a text of columns. The rules are those of {@link ColumnsReader}. */
final class ColumnRows {
  private static final int MOST_RANGES = 10_000;

  private static final int MOST_COLUMNS = 100;

  private final PatternText text;
  private final ColumnLayout layout;
  private final boolean namedForDeviations;
  private final List<Measurement> ranges = new ArrayList<>();

  /** Warnings of how the range began. */
  private final List<String> started = new ArrayList<>();

  private ColumnHeads heads = new ColumnHeads();

  /** What comments after the last point say, which may be heads of the next range. */
  private ColumnHeads next = new ColumnHeads();

  private List<String> labels = List.of();
  private PatternPoints points;
  private Place begin;
  private int valueColumn = 1;

  /** -1 where there is none. */
  private int deviationColumn = -1;

  /** Takes the numbers of plain rows; empty where rows are not to be read so. */
  private double[] quick = {};

  private int columns;
  private int[] bounds = new int[4];

  ColumnRows(PatternText text, boolean namedForDeviations) {
    this.text = text;
    this.namedForDeviations = namedForDeviations;
    this.layout = ColumnLayout.of(text);
    this.points = new PatternPoints(text.source());
    this.begin = Place.line(text.source(), 1);
  }

  static boolean isComment(byte first) {
    return "#!;%'*/@".indexOf(first) >= 0;
  }

  List<Measurement> read() {
    boolean began = false;
    while (quickRows() && text.next()) {
      byte first = text.first();
      if (first == 0) {
        continue;
      }
      if (isComment(first)) {
        (began ? next : heads).add(text.text(), layout);
      } else if (began) {
        row();
      } else if (layout.isRow(text, bounds)) {
        began = true;
        begin();
        row();
      } else {
        heads.add(text.text(), layout);
      }
    }
    if (!began) {
      throw new MatterException(
          "There is no row of two numbers in it.",
          Place.line(text.source(), text.line()),
          "Give a file with a column of positions and one of values.");
    }
    end();
    return ranges;
  }

  /**
   * Takes the rows that come next as far as they are plain, in one go each; a file has hardly any
   * other.
   *
   * @return true
   */
  private boolean quickRows() {
    while (quick.length > 0 && next.isEmpty() && text.nextNumbers(layout.delimiter(), quick)) {
      add(quick[0], quick[1], quick.length > 2 ? quick[2] : 0);
    }
    return true;
  }

  /** The first row of a range tells how many columns there are. */
  private void begin() {
    columns = layout.split(text, new int[2 * MOST_COLUMNS]);
    List<String> named = heads.labels(layout, columns);
    labels = named.isEmpty() ? labels : named;
    valueColumn = labels.isEmpty() ? 1 : ColumnHeads.valueColumn(labels);
    deviationColumn = -1;
    for (int i = labels.size() - 1; i > 0; i--) {
      if (i != valueColumn && ColumnHeads.isDeviation(labels.get(i))) {
        deviationColumn = i;
      }
    }
    if (deviationColumn < 0 && labels.size() < 3 && namedForDeviations && columns == 3) {
      deviationColumn = 2;
    }
    bounds = new int[2 * Math.max(valueColumn, deviationColumn) + 2];
    boolean simple = valueColumn == 1 && deviationColumn == (columns == 2 ? -1 : 2);
    quick = new double[simple && columns <= 3 && !layout.decimalComma() ? columns : 0];
    begin = text.place();
  }

  private void row() {
    split();
    double position = number(0, "position");
    if (!next.isEmpty()) {
      if (next.nameRegion() || !points.continuesTo(position)) {
        end();
        heads = next;
        points = new PatternPoints(text.source());
        begin();
        split();
      }
      next = new ColumnHeads();
    }
    add(
        position,
        number(valueColumn, "value"),
        deviationColumn > 0 ? number(deviationColumn, "deviation") : 0);
  }

  private void add(double position, double value, double deviation) {
    if (points.beginsAgainAt(position)) {
      String again =
          "The positions begin again in line " + text.line() + "; a new range was begun there.";
      end();
      points = new PatternPoints(text.source());
      begin = text.place();
      started.add(again);
    }
    points.add(position, value, text.line());
    if (deviationColumn > 0) {
      if (deviation < 0) {
        throw new MatterException(
            "The deviation is " + deviation + ".", text.place(), "Give a number from 0.");
      }
      points.deviation(deviation);
    }
  }

  /** Finds the columns that are read. */
  private void split() {
    int found = layout.split(text, bounds);
    if (2 * found < bounds.length) {
      throw new MatterException(
          "The line '" + text.shown() + "' has fewer than " + bounds.length / 2 + " columns.",
          text.place(),
          "Complete it, or put # before a comment.");
    }
  }

  private double number(int column, String what) {
    int from = bounds[2 * column];
    int to = bounds[2 * column + 1];
    double value = layout.number(text.bytes(), from, to);
    if (!Double.isFinite(value)) {
      String written = Shown.text(text.text(from, Math.min(to, from + 200)));
      throw new MatterException(
          "The " + what + " is '" + written + "', not a finite number.",
          text.place(from),
          "Correct it, leave the point out, or put # before a comment.");
    }
    return value;
  }

  private void end() {
    if (ranges.size() == MOST_RANGES) {
      throw new MatterException(
          "There are more than " + MOST_RANGES + " ranges.", begin, "Split the file.");
    }
    List<String> warnings = new ArrayList<>(started);
    started.clear();
    PatternPoints.Meaning meaning = meaning(warnings);
    warnOfColumns(warnings);
    String name = FileName.of(text.source());
    String region = heads.metadata(List.of()).getOrDefault("Region", "");
    ranges.add(
        points.measurement(
            region.isEmpty() ? name : region,
            meaning,
            meaning.kind() == Measurement.Kind.DIFFRACTION
                ? heads.wavelength()
                : OptionalDouble.empty(),
            heads.countingTime(),
            heads.metadata(labels),
            begin,
            warnings));
  }

  private PatternPoints.Meaning meaning(List<String> warnings) {
    Optional<PatternPoints.Meaning> named = heads.meaning(labels);
    if (named.isPresent()) {
      if (named.get().axisUnit().equals("degree") && !points.canBeAngles()) {
        throw new MatterException(
            "The head names two-theta, and the positions pass 180.",
            begin,
            "Give degrees, or name the axis by what it is.");
      }
      if (named.get().axis().equals("energy")
          && !labels.isEmpty()
          && !labels.get(0).toLowerCase(Locale.ROOT).contains("ev")) {
        warnings.add("The file gives no unit of the energy; eV was assumed.");
      }
      return named.get();
    }
    if (points.canBeAngles() && !heads.namesOthers(layout, columns)) {
      warnings.add("The file does not name its axis; two-theta in degrees was assumed.");
      return PatternPoints.Meaning.angles("a.u.");
    }
    warnings.add("The file does not name its axis.");
    return new PatternPoints.Meaning(
        Measurement.Kind.SPECTRUM, "position", "1", "intensity", "a.u.");
  }

  private void warnOfColumns(List<String> warnings) {
    Set<String> left = new LinkedHashSet<>();
    for (int i = 1; i < columns; i++) {
      if (i != valueColumn && i != deviationColumn) {
        left.add(i < labels.size() ? labels.get(i) : "column " + (i + 1));
      }
    }
    if (!left.isEmpty()) {
      warnings.add("Of the further columns these were not read: " + String.join(", ", left) + ".");
    }
  }
}
