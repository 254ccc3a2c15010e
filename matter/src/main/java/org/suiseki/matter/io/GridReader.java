package org.suiseki.matter.io;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Reads patterns whose angles are given by start, step and end, as powder diffractometers for
 * neutrons write them (DMC and HRPT of PSI, D1A and D2B of ILL) and DBWS and FullProf read them: up
 * to some lines of title, a line that begins with start, step and end in degrees two-theta, then
 * intensities, several on a line; then, where as many follow again, their deviations.
 */
final class GridReader implements SpectrumReader {
  private static final ColumnLayout LAYOUT = new ColumnLayout('\0', false);

  /** Titles and the line of the grid. */
  private static final int MOST_HEADS = 8;

  /** Intensities that make a line one of them, and not one of columns. */
  private static final int FEWEST = 5;

  private static final int MOST_POINTS = 4_000_000;

  @Override
  public String format() {
    return "grid";
  }

  @Override
  public String description() {
    return "start, step, end and intensities (dat of PSI, ILL, DBWS)";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    if (CrystalContent.isBinary(head)) {
      return false;
    }
    PatternText text = PatternText.ofHead(head);
    return grid(text, new ColumnHeads()) > 0;
  }

  /** Moves to the line of the grid; how many points it has, 0 where there is none. */
  private static int grid(PatternText text, ColumnHeads heads) {
    int[] bounds = new int[2 * FEWEST];
    int points = 0;
    for (int i = 0; i < MOST_HEADS && text.next(); i++) {
      if (points > 0 && numbers(text, bounds) == FEWEST) {
        return points;
      }
      int leading = numbers(text, bounds);
      // As many numbers as on the next line would be columns.
      points = leading >= 3 && leading < FEWEST ? points(text, bounds) : 0;
      heads.add(text.text(), LAYOUT);
    }
    return 0;
  }

  /** How many numbers the line begins with, up to {@link #FEWEST}. */
  private static int numbers(PatternText text, int[] bounds) {
    int fields = LAYOUT.split(text, bounds);
    int found = 0;
    while (found < fields && Double.isFinite(number(text, bounds, found))) {
      found++;
    }
    return found;
  }

  private static double number(PatternText text, int[] bounds, int field) {
    return DecimalBytes.parse(text.bytes(), bounds[2 * field], bounds[2 * field + 1]);
  }

  private static int points(PatternText text, int[] bounds) {
    double start = number(text, bounds, 0);
    double step = number(text, bounds, 1);
    double steps = (number(text, bounds, 2) - start) / step;
    boolean angles = start >= -180 && start + steps * step <= 180 && step > 0;
    boolean whole = Math.abs(steps - Math.rint(steps)) < 0.01;
    return angles && whole && steps >= 1 && steps < MOST_POINTS ? (int) Math.rint(steps) + 1 : 0;
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    PatternText text = PatternText.of(in, source);
    ColumnHeads heads = new ColumnHeads();
    int count = grid(text, heads);
    int first = text.line();
    int[] bounds = new int[2 * FEWEST];
    text.rewind();
    for (int i = 1; i < first; i++) {
      text.next();
    }
    LAYOUT.split(text, bounds);
    double start = number(text, bounds, 0);
    double step = number(text, bounds, 1);
    Place begin = text.place();
    double[] values = new double[2 * count];
    int[] lines = new int[2 * count];
    int found = values(text, values, lines, count);
    PatternPoints points = new PatternPoints(source);
    for (int i = 0; i < count; i++) {
      // Steps such as 0.05 are no binary fractions; this is what the decimal numbers mean.
      points.add(Math.rint((start + i * step) * 1e9) / 1e9, values[i], lines[i]);
      if (found == 2 * count) {
        points.deviation(Math.abs(values[count + i]));
      }
    }
    Map<String, String> metadata = heads.metadata(List.of());
    return List.of(
        points.measurement(
            FileName.of(source),
            PatternPoints.Meaning.angles("a.u."),
            heads.wavelength(),
            heads.countingTime(),
            metadata,
            begin,
            found == count || found == 2 * count
                ? List.of()
                : List.of("The text from line " + text.line() + " on was not read.")));
  }

  /** Takes numbers until there are enough, or a line that holds something else. */
  private static int values(PatternText text, double[] values, int[] lines, int required) {
    int[] bounds = new int[200];
    int found = 0;
    while (found < values.length && text.next()) {
      int fields = LAYOUT.split(text, bounds);
      for (int i = 0; i < fields && found < values.length; i++) {
        double value = number(text, bounds, i);
        if (!Double.isFinite(value)) {
          if (found >= required) {
            return found;
          }
          throw new MatterException(
              "After "
                  + found
                  + " of "
                  + required
                  + " intensities stands '"
                  + Shown.text(text.text(bounds[2 * i], bounds[2 * i + 1]))
                  + "'.",
              text.place(bounds[2 * i]),
              "Correct it; is the file cut off?");
        }
        lines[found] = text.line();
        values[found++] = value;
      }
    }
    if (found < required) {
      throw new MatterException(
          "There are " + found + " intensities, and the angles are " + required + ".",
          text.place(),
          "Copy the file again; it may be cut off.");
    }
    return found;
  }
}
