package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** What of one data block of a CIF bears on a powder pattern. */
final class PowderCifBlock {
  private static final int LONGEST_ITEM = 1000;
  private static final int MOST_VALUES = 4_000_000;

  /** In the order they are preferred. */
  private static final List<String> INTENSITIES =
      List.of(
          "_pd_meas_counts_total",
          "_pd_meas_intensity_total",
          "_pd_meas_intensity_net",
          "_pd_proc_intensity_total",
          "_pd_proc_intensity_net",
          "_pd_calc_intensity_total",
          "_pd_calc_intensity_net");

  private static final List<String> POSITIONS =
      List.of(
          "_pd_meas_2theta_scan",
          "_pd_meas_2theta_corrected",
          "_pd_proc_2theta_corrected",
          "_pd_meas_time_of_flight",
          "_pd_proc_d_spacing",
          "_pd_proc_recip_len_q");

  private static final String WAVELENGTH = "_diffrn_radiation_wavelength";
  private static final String WEIGHT = "_diffrn_radiation_wavelength_wt";

  private final String name;
  private final Place place;
  private final Map<String, String> items = new LinkedHashMap<>();
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final CifNumber number = new CifNumber();

  /** Of the current loop; empty where one is not wanted. */
  private List<Optional<Column>> loop = new ArrayList<>();

  private int inRow;
  private boolean loopHasValues;

  /** Numbers of a column of a loop; NaN where one is not known, and then also its deviation. */
  private static final class Column {
    private double[] values = new double[256];
    private double[] deviations = new double[256];
    private int[] lines = new int[256];
    private int count;
    private int uncertain;
  }

  PowderCifBlock(String name, Place place) {
    this.name = name;
    this.place = place;
  }

  void beginLoop() {
    loop = new ArrayList<>();
    inRow = 0;
    loopHasValues = false;
  }

  /** Takes a name of a column; false where the loop has ended before it. */
  boolean addHead(String tag) {
    if (loopHasValues) {
      return false;
    }
    boolean wanted =
        !columns.containsKey(tag)
            && (INTENSITIES.contains(tag)
                || POSITIONS.contains(tag)
                || tag.equals(WAVELENGTH)
                || tag.equals(WEIGHT));
    if (wanted) {
      Column column = new Column();
      columns.put(tag, column);
      loop.add(Optional.of(column));
    } else {
      loop.add(Optional.empty());
    }
    return true;
  }

  void addValue(CifTokens tokens) {
    loopHasValues = true;
    if (loop.isEmpty()) {
      return;
    }
    Optional<Column> column = loop.get(inRow);
    inRow = (inRow + 1) % loop.size();
    if (column.isPresent()) {
      add(column.get(), tokens);
    }
  }

  private void add(Column column, CifTokens tokens) {
    if (column.count == column.values.length) {
      if (column.count > MOST_VALUES) {
        throw new MatterException(
            "A loop has more than " + MOST_VALUES + " rows.", tokens.place(), "Split the file.");
      }
      column.values = Arrays.copyOf(column.values, 2 * column.count);
      column.deviations = Arrays.copyOf(column.deviations, 2 * column.count);
      column.lines = Arrays.copyOf(column.lines, 2 * column.count);
    }
    boolean missing = tokens.length() == 1 && (tokens.charAt(0) == '.' || tokens.charAt(0) == '?');
    double value = Double.NaN;
    double deviation = Double.NaN;
    if (!missing) {
      if (!number.read(tokens, 0, tokens.length())) {
        throw new MatterException(
            "'" + Shown.text(tokens.text()) + "' is no number.",
            tokens.place(),
            "Write it as in 1.234 or 1.234(5); ? where it is not known.");
      }
      value = number.value();
      if (number.uncertain()) {
        deviation = uncertainty(tokens.text(), number.decimals());
        column.uncertain++;
      }
    }
    column.values[column.count] = value;
    column.deviations[column.count] = deviation;
    column.lines[column.count++] = tokens.line();
  }

  /** The number in brackets, in units of the last digit unless it has a point of its own. */
  private static double uncertainty(String text, int decimals) {
    int open = text.indexOf('(');
    String inside = text.substring(open + 1, text.indexOf(')', open));
    OptionalDouble written = ColumnHeads.leading(inside);
    int exponent = text.substring(0, open).toLowerCase(Locale.ROOT).indexOf('e');
    if (written.isEmpty() || exponent >= 0) {
      return Double.NaN;
    }
    return inside.indexOf('.') >= 0
        ? written.getAsDouble()
        : written.getAsDouble() / Math.pow(10, decimals);
  }

  void addItem(String tag, CifTokens tokens) {
    boolean wanted =
        tag.startsWith("_pd_")
            || tag.startsWith("_diffrn_")
            || tag.startsWith("_chemical_")
            || tag.startsWith("_cell_measurement_temp");
    if (wanted && tokens.length() > 0 && tokens.length() < LONGEST_ITEM) {
      String value = tokens.text().strip();
      if (!value.isEmpty() && !value.equals("?") && !value.equals(".")) {
        items.putIfAbsent(tag, value);
      }
    }
  }

  /** In Å, the mean of the listed ones by their weights. */
  OptionalDouble wavelength() {
    Column listed = columns.get(WAVELENGTH);
    if (listed == null) {
      OptionalDouble item = item(WAVELENGTH);
      return item.orElse(0) > 0 ? item : OptionalDouble.empty();
    }
    Column weights = columns.get(WEIGHT);
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < listed.count; i++) {
      double weight = weights == null || i >= weights.count ? 1 : weights.values[i];
      if (listed.values[i] > 0 && weight > 0) {
        sum += weight;
        weighted += weight * listed.values[i];
      }
    }
    return sum > 0 ? OptionalDouble.of(weighted / sum) : OptionalDouble.empty();
  }

  private OptionalDouble item(String tag) {
    String written = items.get(tag);
    if (written == null || !number.read(written, 0, written.length())) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(number.value());
  }

  /**
   * The pattern; empty where the block has no intensities.
   *
   * @param only the wavelength of the file, where it lists one alone
   */
  Optional<Measurement> measurement(String source, OptionalDouble only, CifWarnings warnings) {
    Optional<String> values = INTENSITIES.stream().filter(this::isColumn).findFirst();
    if (values.isEmpty()) {
      return Optional.empty();
    }
    Column intensities = columns.getOrDefault(values.get(), new Column());
    Optional<String> positions =
        POSITIONS.stream()
            .filter(tag ->
                isColumn(tag) && columns.getOrDefault(tag, new Column()).count == intensities.count)
            .findFirst();
    double[] axis =
        positions.isPresent()
            ? columns.getOrDefault(positions.get(), new Column()).values
            : range(values.get(), intensities.count);
    PatternPoints points = points(source, axis, intensities);
    List<String> all = new ArrayList<>(warnings.take());
    if (points.count() < intensities.count) {
      all.add(
          (intensities.count - points.count())
              + " points without position or intensity were left out.");
    }
    if (values.get().startsWith("_pd_calc")) {
      all.add("The intensities are calculated ones; the block holds no measured ones.");
    }
    OptionalDouble wavelength = wavelength();
    if (wavelength.isEmpty() && only.isPresent()) {
      wavelength = only;
      all.add("The wavelength is that of another block, the only one in the file.");
    }
    OptionalDouble time = item("_pd_meas_step_count_time");
    return Optional.of(
        points.measurement(
            name.isEmpty() ? FileName.of(source) : name,
            meaning(positions.orElse(""), values.get()),
            wavelength,
            time.orElse(0) > 0 ? time : OptionalDouble.empty(),
            items,
            intensities.count > 0 ? Place.line(source, intensities.lines[0]) : place,
            all));
  }

  private boolean isColumn(String tag) {
    Column column = columns.get(tag);
    if (column == null) {
      return false;
    }
    for (int i = 0; i < column.count; i++) {
      if (!Double.isNaN(column.values[i])) {
        return true;
      }
    }
    return false;
  }

  private static PatternPoints points(String source, double[] axis, Column intensities) {
    PatternPoints points = new PatternPoints(source);
    boolean certain = intensities.uncertain == 0;
    for (int i = 0; i < intensities.count; i++) {
      if (!Double.isNaN(axis[i]) && !Double.isNaN(intensities.values[i])) {
        points.add(axis[i], intensities.values[i], intensities.lines[i]);
        if (!certain) {
          double deviation = intensities.deviations[i];
          // A number without brackets is exact to its last digit as far as the file says.
          points.deviation(Double.isNaN(deviation) ? 0 : deviation);
        }
      }
    }
    return points;
  }

  /** The angles of the range that belongs to measured or processed intensities. */
  private double[] range(String values, int count) {
    boolean measured =
        values.startsWith("_pd_meas") && item("_pd_meas_2theta_range_min").isPresent();
    String prefix = measured ? "_pd_meas_2theta_range_" : "_pd_proc_2theta_range_";
    double from = required(prefix + "min");
    double step = required(prefix + "inc");
    double to = item(prefix + "max").orElse(from + step * (count - 1));
    double steps = (to - from) / step;
    if (!(step != 0) || Math.abs(steps - (count - 1)) > 0.5) {
      throw new MatterException(
          "The range from "
              + from
              + " to "
              + to
              + " in steps of "
              + step
              + " does not have "
              + count
              + " points, as the loop has.",
          place,
          "Correct the range, or give the angles in the loop.");
    }
    double[] axis = new double[count];
    for (int i = 0; i < count; i++) {
      axis[i] = Math.rint((from + i * step) * 1e9) / 1e9;
    }
    return axis;
  }

  private double required(String tag) {
    return item(tag)
        .orElseThrow(() ->
            new MatterException(
                "The block '"
                    + Shown.text(name)
                    + "' has intensities, but no angles and no "
                    + tag
                    + ".",
                place,
                "Give the angles in the loop, or the range with _min, _max and _inc."));
  }

  private static PatternPoints.Meaning meaning(String positions, String values) {
    String unit = values.contains("counts") ? "counts" : "a.u.";
    Measurement.Kind kind = Measurement.Kind.DIFFRACTION;
    return switch (positions) {
      case "_pd_meas_time_of_flight" ->
          new PatternPoints.Meaning(kind, "time-of-flight", "\u00b5s", "intensity", unit);
      case "_pd_proc_d_spacing" ->
          new PatternPoints.Meaning(kind, "d", "\u00c5", "intensity", unit);
      case "_pd_proc_recip_len_q" ->
          new PatternPoints.Meaning(kind, "Q", "1/\u00c5", "intensity", unit);
      default -> PatternPoints.Meaning.angles(unit);
    };
  }
}
