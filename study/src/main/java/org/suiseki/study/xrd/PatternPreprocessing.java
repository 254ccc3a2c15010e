package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
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
 * <p>The standard is {@code snip|blur|area|asinh}: the background goes, peaks are widened until
 * those of neighbouring compositions overlap, the area, which a single point or an orientation of
 * crystallites sways less than the maximum, is brought to 1, and an inverse hyperbolic sine presses
 * the strong peaks together. A root in its place does harm: near 0 it is steep and blows up what
 * noise the background leaves, on the simulated alloys to three times the error of concentrations.
 *
 * @param first over the points of the pattern
 * @param then over the grid; none of them changes it
 * @param axis the grid, even
 */
record PatternPreprocessing(SpectrumChain first, SpectrumChain then, Axis axis) {
  /** Parts the steps in a text. */
  static final String GRID = "grid";

  /** Points this much closer than the grid's are averaged. */
  private static final double FINER = 0.75;

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
    if (axis.step().isEmpty()
        || axis.length() < PatternGrid.FEWEST_POINTS
        || axis.length() > PatternGrid.LIMIT) {
      throw new StudyException(
          "The grid ("
              + axis
              + ") is not even or not of "
              + PatternGrid.FEWEST_POINTS
              + " to "
              + PatternGrid.LIMIT
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
    Axis axis = PatternGrid.of(set, options);
    return of(options.steps.isBlank() ? PatternGrid.standardSteps(axis) : options.steps, axis);
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
    double reach = axis.step().orElseThrow() * (0.5 + PatternGrid.ROUNDING);
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
    return prepared(set, rows, strict);
  }

  private Prepared prepared(PatternSet set, List<Row> rows, boolean strict) {
    List<Pattern> used = new ArrayList<>();
    List<Spectrum> spectra = new ArrayList<>();
    List<PredictionTable.Refused> refused = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Pattern pattern = set.patterns().get(i);
      if (rows.get(i) instanceof Row.Done done) {
        used.add(pattern);
        spectra.add(done.spectrum);
        continue;
      }
      SuisekiException why = ((Row.Failed) rows.get(i)).why;
      if (strict) {
        Place place = Place.of(set.origin().source());
        throw new StudyException("'" + pattern.id() + "': " + why.what(), place, why.mend(), why);
      }
      refused.add(new PredictionTable.Refused(pattern.id(), why.what() + " " + why.mend()));
    }
    if (used.isEmpty()) {
      throw new StudyException(
          "None of the "
              + set.size()
              + " patterns can be used."
              + (refused.isEmpty() ? "" : " The first: " + refused.get(0).reason()),
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
    return Arrays.stream(row).map(intensity()).toArray();
  }

  /** What {@link #intensities} makes of each value. */
  DoubleUnaryOperator intensity() {
    List<SpectrumStep> steps = then.steps();
    DoubleUnaryOperator way = DoubleUnaryOperator.identity();
    for (int i = steps.size() - 1; i >= steps.size() - undoable(); i--) {
      SpectrumStep step = steps.get(i);
      way = way.andThen(value -> undo(step, value));
    }
    return way;
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
        || (step instanceof Transform transform && transform.function() == Transform.Function.LOG);
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
