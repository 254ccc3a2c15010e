package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.SpectrumOnGrid;
import org.suiseki.describe.spectrum.Asinh;
import org.suiseki.describe.spectrum.Normalise;
import org.suiseki.describe.spectrum.Rebin;
import org.suiseki.describe.spectrum.SpectrumChain;
import org.suiseki.describe.spectrum.SpectrumStep;
import org.suiseki.describe.spectrum.Transform;
import org.suiseki.learn.Column;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;
import org.suiseki.learn.Workers;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Normalisation;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.SuisekiException;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.StudyException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * From a pattern as it was measured to the numbers that a model reads: steps, an even grid, further
 * steps. As text {@code zero:0.02|grid|snip:40:15|area|asinh:0.36}; what stands before the word
 * {@code grid} is done to the pattern over its own points, such as corrections of angles, and what
 * stands after it over the grid. Without that word the grid comes first. Points finer than the grid
 * are averaged into it, others interpolated. Immutable, safe for several threads.
 *
 * <p>The standard is {@code snip|area|asinh}: the background goes, the area, which a single point
 * or an orientation of crystallites sways less than the maximum, is brought to 1, and an inverse
 * hyperbolic sine presses the strong peaks together. A root in its place does harm: near 0 it is
 * steep and blows up what noise the background leaves, on the simulated alloys to three times the
 * error of concentrations.
 *
 * @param first over the points of the pattern
 * @param then over the grid; none of them changes it
 * @param axis the grid, even
 */
record PatternPreprocessing(SpectrumChain first, SpectrumChain then, Axis axis) {
  /** Parts the steps in a text. */
  static final String GRID = "grid";

  private static final int MOST_POINTS = 2000;

  /** A longer grid is a mistyped number. */
  private static final int LIMIT = 20_000;

  private static final int FEWEST_POINTS = 10;

  /** Points this much closer than the grid's are averaged. */
  private static final double FINER = 0.75;

  /** Part of the patterns that may be left out for the sake of a longer range. */
  private static final double MAY_BE_SHORT = 0.1;

  /** A step's position in a file has that many digits of its own. */
  private static final double ROUNDING = 1e-6;

  private static final int CHUNK = 32;

  /**
   * A set and its rows.
   *
   * @param set without the patterns that could not be used
   * @param table one row a pattern, one column a point of the grid
   */
  record Prepared(PatternSet set, Table table) {}

  /** A text and a grid; NaN for what shall be chosen from the patterns, an empty text likewise. */
  record Options(String steps, double from, double to, double step) {

    /** All chosen from the patterns. */
    static Options standard() {
      return new Options("", Double.NaN, Double.NaN, Double.NaN);
    }

    Options withSteps(String other) {
      return new Options(other, from, to, step);
    }
  }

  /**
   * @throws StudyException for a step or a grid that cannot be
   */
  static PatternPreprocessing of(String steps, Axis axis) {
    if (axis.step().isEmpty() || axis.length() < FEWEST_POINTS || axis.length() > LIMIT) {
      throw new StudyException(
          "The grid ("
              + axis
              + ") is not even or not of "
              + FEWEST_POINTS
              + " to "
              + LIMIT
              + " points.",
          "Choose from, to and step of the grid so that it is.");
    }
    List<String> words = steps.isBlank() ? List.of() : List.of(steps.split("\\|", -1));
    int parting = words.stream().map(String::strip).toList().indexOf(GRID);
    try {
      return new PatternPreprocessing(
          SpectrumChain.parse(String.join("|", words.subList(0, Math.max(0, parting)))),
          SpectrumChain.parse(String.join("|", words.subList(parting + 1, words.size()))),
          axis);
    } catch (DescribeException wrong) {
      throw new StudyException(wrong.what(), wrong.place().orElse(null), wrong.mend(), wrong);
    }
  }

  /**
   * What fits a set: the range that all patterns cover (or all but a tenth of them, where that is
   * more than twice as long), their median step, coarser by a whole factor where that makes more
   * than 2000 points, and the standard steps.
   *
   * @throws StudyException where the patterns have no range in common
   */
  static PatternPreprocessing of(PatternSet set, Options options) {
    List<Axis> axes = set.patterns().stream().map(one -> one.spectrum().axis()).toList();
    double[] range = range(axes, options);
    double step = Double.isNaN(options.step) ? step(axes, range[1] - range[0]) : options.step;
    Axis axis = grid(axes.get(0), range[0], range[1], step, options);
    return of(options.steps.isBlank() ? standard(axis) : options.steps, axis);
  }

  private static double[] range(List<Axis> axes, Options options) {
    double[] first = axes.stream().mapToDouble(Axis::first).sorted().toArray();
    double[] last = axes.stream().mapToDouble(Axis::last).sorted().toArray();
    int left = (int) (MAY_BE_SHORT / 2 * axes.size());
    double from = first[first.length - 1];
    double to = last[0];
    double longFrom = first[first.length - 1 - left];
    double longTo = last[left];
    if (longTo - longFrom > 2 * (to - from)) {
      from = longFrom;
      to = longTo;
    }
    from = Double.isNaN(options.from) ? from : options.from;
    to = Double.isNaN(options.to) ? to : options.to;
    if (!(to > from)) {
      throw new StudyException(
          String.format(
              Locale.ROOT,
              "The patterns have no range in common: from %.6g on, and to %.6g %s.",
              from,
              to,
              axes.get(0).unit()),
          "Leave out the ones that lie elsewhere, or give a range.");
    }
    return new double[] {from, to};
  }

  /** The median step, times a whole number that keeps the grid short. */
  private static double step(List<Axis> axes, double length) {
    double[] steps =
        axes.stream()
            .mapToDouble(axis -> (axis.last() - axis.first()) / (axis.length() - 1))
            .sorted()
            .toArray();
    double median = Double.parseDouble(String.format(Locale.ROOT, "%.6g", steps[steps.length / 2]));
    return median * Math.max(1, Math.ceil((length / median + 1 - ROUNDING) / MOST_POINTS));
  }

  private static Axis grid(Axis like, double from, double to, double step, Options options) {
    double steps = Math.floor((to - from) / step + ROUNDING);
    if (!(step > 0) || !(steps >= FEWEST_POINTS - 1 && steps < LIMIT)) {
      throw new StudyException(
          String.format(
              Locale.ROOT,
              "From %.6g to %.6g %s in steps of %.6g are no %d to %d points.",
              from,
              to,
              like.unit(),
              step,
              FEWEST_POINTS,
              LIMIT),
          "Choose another range or step of the grid.");
    }
    // The end that was asked for, or measured, is kept where it is a whole number of steps away.
    double end =
        rounded(Math.abs((to - from) / step - steps) < ROUNDING ? to : from + steps * step);
    double begin = rounded(from);
    if (Math.abs(end - to) > ROUNDING * step
        && !Double.isNaN(options.to)
        && !Double.isNaN(options.step)) {
      throw new StudyException(
          "The grid from "
              + from
              + " to "
              + to
              + " is not a whole number of steps of "
              + step
              + ".",
          "End it at " + end + " or choose another step.");
    }
    return Axis.uniform(like.name(), like.unit(), begin, end, (end - begin) / steps);
  }

  /** Without the last digits of sums of steps that are no binary fractions. */
  private static double rounded(double position) {
    return Math.rint(position * 1e9) / 1e9;
  }

  /** Clips over 1/44 of the grid, so 1.6° of 70°; bends at 25 times the mean. */
  private static String standard(Axis axis) {
    int points = Math.max(5, Math.min(100, axis.length() / 44));
    int smoothing = 2 * (points * 3 / 16) + 1;
    double scale = 25 / (axis.last() - axis.first());
    return String.format(Locale.ROOT, "snip:%d:%d|area|asinh:%.2g", points, smoothing, scale);
  }

  /** What {@link #of(String, Axis)} reads. */
  String text() {
    return first.steps().isEmpty() ? then.text() : first.text() + "|" + GRID + "|" + then.text();
  }

  /**
   * One pattern on the grid, as a model reads it.
   *
   * @throws SuisekiException where it does not cover the grid to half a step, is over something
   *     else, or a step cannot be done
   */
  Spectrum apply(Spectrum pattern) {
    Spectrum gridded = gridded(first.apply(pattern));
    Spectrum done = then.apply(gridded);
    if (!done.axis().equals(axis)) {
      throw new StudyException(
          "The steps \"" + then.text() + "\" after the grid change it.",
          "Put those that move or choose points before the word '" + GRID + "'.");
    }
    return done;
  }

  private Spectrum gridded(Spectrum pattern) {
    Axis own = pattern.axis();
    if (!own.name().equals(axis.name()) || !own.unit().equals(axis.unit())) {
      throw new StudyException(
          "The pattern is over "
              + own.name()
              + " ["
              + own.unit()
              + "], and the grid over "
              + axis.name()
              + " ["
              + axis.unit()
              + "].",
          "Convert it first, by a step axis before the grid.");
    }
    if (own.equals(axis)) {
      return pattern;
    }
    Spectrum covering = covering(pattern);
    double step = axis.step().orElseThrow();
    double finer = (own.last() - own.first()) / (own.length() - 1);
    return finer < FINER * step ? rebinned(covering, step) : covering.resample(axis);
  }

  private Spectrum rebinned(Spectrum pattern, double step) {
    double[] means = new Rebin(axis.first(), axis.last(), step).apply(pattern).values();
    // An axis that is made again from its ends may differ in the last digit.
    return new Spectrum(axis, means, pattern.quantity(), pattern.unit(), pattern.metadata());
  }

  /** Its end values hold for half a step beyond it, as its bins do. */
  private Spectrum covering(Spectrum pattern) {
    Axis own = pattern.axis();
    double reach = axis.step().orElseThrow() * (0.5 + ROUNDING);
    boolean before = own.first() > axis.first();
    boolean after = own.last() < axis.last();
    if (own.first() > axis.first() + reach || own.last() < axis.last() - reach) {
      throw new StudyException(
          String.format(
              Locale.ROOT,
              "The pattern runs from %.6g to %.6g %s, and the grid from %.6g to %.6g.",
              own.first(),
              own.last(),
              own.unit(),
              axis.first(),
              axis.last()),
          "Measure the missing part, or narrow the grid.");
    }
    if (!before && !after) {
      return pattern;
    }
    int shift = before ? 1 : 0;
    int length = own.length() + shift + (after ? 1 : 0);
    double[] x = Arrays.copyOf(new double[] {axis.first()}, length);
    double[] y = Arrays.copyOf(new double[] {pattern.value(0)}, length);
    System.arraycopy(own.values(), 0, x, shift, own.length());
    pattern.copyInto(y, shift);
    if (after) {
      x[length - 1] = axis.last();
      y[length - 1] = pattern.value(own.length() - 1);
    }
    return new Spectrum(
        new Axis(own.name(), own.unit(), x),
        y,
        pattern.quantity(),
        pattern.unit(),
        pattern.metadata());
  }

  /**
   * All patterns of a set as rows. Those that cannot be used are left out of the set and added to
   * its refused ones.
   *
   * @param strict whether the first that cannot be used is an error
   * @throws StudyException where none is left
   */
  Prepared prepare(PatternSet set, boolean strict, int threads, Progress progress) {
    int size = set.size();
    List<Workers.Job<List<Row>>> jobs = new ArrayList<>();
    for (int begin = 0; begin < size; begin += CHUNK) {
      List<Pattern> part = set.patterns().subList(begin, Math.min(size, begin + CHUNK));
      jobs.add(inner -> {
        List<Row> rows = part.stream().map(this::row).toList();
        inner.step("preprocessing", 1, 1);
        return rows;
      });
    }
    List<Row> rows =
        Workers.run(threads, jobs, progress, "preprocessing", jobs.size()).stream()
            .flatMap(List::stream)
            .toList();
    List<Pattern> used = new ArrayList<>();
    List<Spectrum> spectra = new ArrayList<>();
    List<PredictionTable.Refused> refused = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Pattern pattern = set.patterns().get(i);
      if (rows.get(i) instanceof Row.Done done) {
        used.add(pattern);
        spectra.add(done.spectrum);
      } else {
        SuisekiException why = ((Row.Failed) rows.get(i)).why;
        if (strict || size == 1) {
          throw new StudyException(
              "'" + pattern.id() + "': " + why.what(),
              Place.of(set.origin().source()),
              why.mend(),
              why);
        }
        refused.add(new PredictionTable.Refused(pattern.id(), why.what() + " " + why.mend()));
      }
    }
    if (used.isEmpty()) {
      throw new StudyException(
          "None of the " + size + " patterns can be used. The first: " + refused.get(0).reason(),
          "Change the steps or the grid.");
    }
    return new Prepared(set.with(used, refused), table(spectra));
  }

  private sealed interface Row {
    record Done(Spectrum spectrum) implements Row {}

    record Failed(SuisekiException why) implements Row {}
  }

  private Row row(Pattern pattern) {
    try {
      return new Row.Done(apply(pattern.spectrum()));
    } catch (SuisekiException why) {
      return new Row.Failed(why);
    }
  }

  /** Spectra of {@link #apply} as rows. */
  Table table(List<Spectrum> spectra) {
    double[] values = new double[spectra.size() * axis.length()];
    for (int row = 0; row < spectra.size(); row++) {
      spectra.get(row).copyInto(values, row * axis.length());
    }
    String unit = spectra.isEmpty() ? "1" : spectra.get(0).unit();
    List<Column> columns =
        new SpectrumOnGrid(axis, unit)
            .names().stream().map(name -> new Column(name, unit)).toList();
    return new Table(columns, spectra.size(), values);
  }

  /**
   * Whether {@link #intensities} gives intensities above the background but for a factor: not where
   * a background was taken from a root, or a derivative taken.
   */
  boolean givesIntensities() {
    int kept = then.steps().size() - undoable();
    return Stream.concat(first.steps().stream(), then.steps().stream().limit(kept))
        .noneMatch(step -> step instanceof Transform || step instanceof Asinh);
  }

  /**
   * A row without the root, logarithm or inverse hyperbolic sine at the end of the steps: in
   * proportion to intensity, where {@link #givesIntensities()}.
   */
  double[] intensities(double[] row) {
    double[] values = row.clone();
    List<SpectrumStep> steps = then.steps();
    for (int i = steps.size() - 1; i >= steps.size() - undoable(); i--) {
      for (int k = 0; k < values.length; k++) {
        values[k] = undo(steps.get(i), values[k]);
      }
    }
    return values;
  }

  /** How many of the last steps can be undone but for a factor. */
  private int undoable() {
    List<SpectrumStep> steps = then.steps();
    boolean scaled = false;
    for (int i = steps.size() - 1; i >= 0; i--) {
      SpectrumStep step = steps.get(i);
      if (step instanceof Normalise normalise && normalise.how() != Normalisation.SNV) {
        scaled = true;
      } else if (!isRoot(step) && (scaled || !isLogarithmic(step))) {
        // An unknown factor passes through a root, but not through a logarithm.
        return steps.size() - 1 - i;
      }
    }
    return steps.size();
  }

  private static boolean isRoot(SpectrumStep step) {
    return step instanceof Transform transform && transform.function() == Transform.Function.SQRT;
  }

  private static boolean isLogarithmic(SpectrumStep step) {
    return step instanceof Asinh
        || step instanceof Transform transform && transform.function() == Transform.Function.LOG;
  }

  private static double undo(SpectrumStep step, double value) {
    if (step instanceof Asinh asinh) {
      return asinh.scale() * Math.sinh(value);
    }
    return isRoot(step) ? value * Math.abs(value) : isLogarithmic(step) ? Math.exp(value) : value;
  }

  /** A row as a spectrum over the grid. */
  Spectrum spectrum(double[] row) {
    return new Spectrum(axis, row, "intensity", "1", Map.of());
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("steps", text())
        .put("axis", axis.name())
        .put("unit", axis.unit())
        .put("from", axis.first())
        .put("to", axis.last())
        .put("points", axis.length());
  }

  /**
   * @throws StudyException where a field is missing or wrong
   */
  static PatternPreprocessing fromJson(ObjectNode json) {
    try {
      double from = json.required("from").asDouble();
      double to = json.required("to").asDouble();
      int points = json.required("points").asInt();
      String name = json.required("axis").asString();
      String unit = json.required("unit").asString();
      Axis axis = Axis.uniform(name, unit, from, to, (to - from) / Math.max(1, points - 1));
      return of(json.required("steps").asString(), axis);
    } catch (MatterException | tools.jackson.core.JacksonException wrong) {
      throw new StudyException(
          "The preprocessing of the model cannot be read: " + wrong.getMessage(),
          null,
          "Copy the model again.",
          wrong);
    }
  }
}
