package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** The banks of a file of GSAS. The rules are those of {@link GsasReader}. */
final class GsasBanks {
  /** The largest two-theta, in hundredths of a degree. */
  private static final double LARGEST_ANGLE = 18_000;

  private static final Set<String> TYPES = Set.of("STD", "ESD", "FXYE", "FXY");
  private static final ColumnLayout LAYOUT = new ColumnLayout('\0', false);
  private static final int MOST_POINTS = 4_000_000;

  /** Columns of a field. */
  private static final int WIDTH = 8;

  private final PatternText text;
  private final ColumnHeads heads = new ColumnHeads();
  private final List<Measurement> ranges = new ArrayList<>();
  private String title = "";

  /** What a line BANK says. */
  private record Bank(
      String number,
      int points,
      String binning,
      double start,
      double step,
      String type,
      Place place) {}

  GsasBanks(PatternText text) {
    this.text = text;
  }

  List<Measurement> read() {
    while (text.next()) {
      String line = text.text();
      if (line.startsWith("BANK")) {
        bank(header(line));
      } else if (ranges.isEmpty() && !line.isBlank()) {
        title = title.isEmpty() ? line.strip() : title;
        heads.add(line, LAYOUT);
      }
    }
    if (ranges.isEmpty()) {
      throw new MatterException(
          "There is no bank in it.", text.place(), "Give a file with a line BANK and its points.");
    }
    return ranges;
  }

  private Bank header(String line) {
    String[] words = line.strip().split("\\s+");
    Place place = text.place();
    if (words.length < 5) {
      throw new MatterException(
          "The line '" + text.shown() + "' is no complete BANK line.",
          place,
          "Write it as BANK 1 5000 500 CONST 1000.0 2.0 0 0 STD.");
    }
    String last = words[words.length - 1].toUpperCase(Locale.ROOT);
    String type = Character.isLetter(last.charAt(0)) && words.length > 5 ? last : "STD";
    if (!TYPES.contains(type)) {
      throw new MatterException(
          "The data type of the bank is '" + Shown.text(type) + "'.",
          place,
          "Convert it to STD, ESD or FXYE.");
    }
    double points = word(words, 2, place);
    if (!(points >= 2 && points <= MOST_POINTS)) {
      throw new MatterException(
          "The bank has " + Shown.text(words[2]) + " points.",
          place,
          "Give from 2 to " + MOST_POINTS + ".");
    }
    String binning = words[4].toUpperCase(Locale.ROOT);
    boolean each = type.startsWith("FXY");
    if (!each && !binning.startsWith("CONS")) {
      throw new MatterException(
          "The bank is one of times of flight binned as "
              + Shown.text(binning)
              + ", which is not"
              + " known.",
          place,
          "Convert it to FXYE, where each point has its time.");
    }
    double start = each ? 0 : word(words, 5, place);
    double step = each ? 0 : word(words, 6, place);
    return new Bank(words[1], (int) points, binning, start, step, type, place);
  }

  private static double word(String[] words, int index, Place place) {
    double value =
        index < words.length ? ColumnHeads.leading(words[index]).orElse(Double.NaN) : Double.NaN;
    if (Double.isNaN(value)) {
      throw new MatterException(
          "Word " + (index + 1) + " of the BANK line is no number.",
          place,
          "Write it as BANK 1 5000 500 CONST 1000.0 2.0 0 0 STD.");
    }
    return value;
  }

  private void bank(Bank bank) {
    double[] positions = new double[bank.points()];
    double[] values = new double[bank.points()];
    double[] deviations = new double[bank.points()];
    int[] lines = new int[bank.points()];
    int found = 0;
    while (found < bank.points()) {
      if (!text.next() || text.text().startsWith("BANK")) {
        throw new MatterException(
            "The bank has " + found + " points, and its first line says " + bank.points() + ".",
            text.place(),
            "Copy the file again; it may be cut off.");
      }
      if (text.first() == 0) {
        continue;
      }
      int before = found;
      found =
          bank.type().startsWith("FXY")
              ? triple(bank, positions, values, deviations, found)
              : fields(bank, positions, values, deviations, found);
      for (int i = before; i < found; i++) {
        lines[i] = text.line();
      }
    }
    end(bank, positions, values, deviations, lines);
  }

  private int triple(Bank bank, double[] x, double[] y, double[] deviations, int at) {
    int[] bounds = new int[6];
    int wanted = bank.type().equals("FXYE") ? 3 : 2;
    if (LAYOUT.split(text, bounds) < wanted) {
      throw new MatterException(
          "The line '" + text.shown() + "' has fewer than " + wanted + " numbers.",
          text.place(),
          "Complete it.");
    }
    x[at] = number(bounds[0], bounds[1]);
    y[at] = number(bounds[2], bounds[3]);
    deviations[at] = wanted == 3 ? number(bounds[4], bounds[5]) : 0;
    return at + 1;
  }

  /** The fields of a line of STD or ESD. */
  private int fields(Bank bank, double[] x, double[] y, double[] deviations, int from) {
    boolean pairs = bank.type().equals("ESD");
    int at = from;
    int width = pairs ? 2 * WIDTH : WIDTH;
    for (int begin = text.from(); at < y.length && begin < lineEnd(); begin += width) {
      x[at] = bank.start() + at * bank.step();
      if (pairs) {
        y[at] = field(begin, begin + WIDTH);
        deviations[at] = field(begin + WIDTH, begin + 2 * WIDTH);
      } else {
        boolean one = stripped(begin, begin + 2)[0] == stripped(begin, begin + 2)[1];
        double counters = one ? 1 : field(begin, begin + 2);
        y[at] = field(begin + 2, begin + WIDTH);
        deviations[at] = Math.sqrt(Math.max(y[at], 1) / Math.max(counters, 1));
      }
      at++;
    }
    return at;
  }

  /** Where the line ends, without the blanks it is filled up with. */
  private int lineEnd() {
    int end = text.to();
    while (end > text.from() && text.bytes()[end - 1] <= ' ') {
      end--;
    }
    return end;
  }

  private double field(int from, int to) {
    int[] bounds = stripped(from, to);
    return number(bounds[0], bounds[1]);
  }

  private int[] stripped(int from, int to) {
    int end = Math.min(to, text.to());
    int begin = Math.min(from, end);
    while (begin < end && text.bytes()[begin] == ' ') {
      begin++;
    }
    while (end > begin && text.bytes()[end - 1] == ' ') {
      end--;
    }
    return new int[] {begin, end};
  }

  private double number(int from, int to) {
    double number = DecimalBytes.parse(text.bytes(), from, to);
    if (!Double.isFinite(number)) {
      throw new MatterException(
          "'" + Shown.text(text.text(from, to)) + "' is no finite number.",
          text.place(from),
          "Correct it; numbers stand in fields of eight columns, or three on a line in FXYE.");
    }
    return number;
  }

  /** Of hundredths; rounded far below any step, to what the decimal numbers mean. */
  private static double degrees(double hundredths) {
    return Math.rint(hundredths * 1e7) / 1e9;
  }

  private void end(
      Bank bank, double[] positions, double[] values, double[] deviations, int[] lines) {
    boolean flight =
        !bank.binning().startsWith("CONS")
            || Math.max(positions[0], positions[positions.length - 1]) > LARGEST_ANGLE;
    PatternPoints points = new PatternPoints(text.source());
    for (int i = 0; i < positions.length; i++) {
      points.add(flight ? positions[i] : degrees(positions[i]), values[i], lines[i]);
      if (!bank.type().equals("FXY")) {
        points.deviation(Math.abs(deviations[i]));
      }
    }
    List<String> warnings = new ArrayList<>();
    if (flight) {
      warnings.add("The positions are taken as times of flight in \u00b5s.");
    }
    Map<String, String> metadata = new LinkedHashMap<>(heads.metadata(List.of()));
    metadata.put("title", title);
    metadata.put("bank", bank.number());
    metadata.put("type", bank.type());
    String name = FileName.of(text.source());
    ranges.add(
        points.measurement(
            ranges.isEmpty() ? name : name + " (bank " + bank.number() + ")",
            flight
                ? new PatternPoints.Meaning(
                    Measurement.Kind.DIFFRACTION,
                    "time-of-flight",
                    "\u00b5s",
                    "intensity",
                    "counts")
                : PatternPoints.Meaning.angles("counts"),
            heads.wavelength(),
            heads.countingTime(),
            metadata,
            bank.place(),
            warnings));
  }
}
