package org.suiseki.study.coreloss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.suiseki.describe.SpectrumOnGrid;
import org.suiseki.learn.Column;
import org.suiseki.learn.Table;
import org.suiseki.matter.Axis;
import org.suiseki.matter.CoreLevelSite;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Normalisation;
import org.suiseki.matter.OutsideRange;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.Sticks;
import org.suiseki.matter.io.Absorption;
import org.suiseki.matter.io.MeasuredSpectrum;
import org.suiseki.matter.io.SiteSticks;
import org.suiseki.simulate.Broadening;
import org.suiseki.study.StudyException;
import org.suiseki.study.StudyNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * From what a file holds to the numbers a model reads: transitions get a width, every spectrum is
 * shifted, put on one grid, normalised if wanted and, by default, compressed by an inverse
 * hyperbolic sine: linear below the softness and logarithmic above, it gives the weak features of a
 * spectrum a say beside the strong ones without blowing up the noise of its empty parts, as a root
 * does.
 *
 * @param from first energy of the grid, eV
 * @param to last energy of the grid, eV
 * @param step of the grid, eV
 * @param sigma standard deviation of the Gaussian that calculated transitions get, eV
 * @param gamma half width of their Lorentzian, eV
 * @param measuredSigma standard deviation of the further broadening of spectra that come with a
 *     width, eV
 * @param shift added to every energy, eV
 * @param softness where {@link Scale#ASINH} turns from linear to logarithmic, in the unit of the
 *     intensity
 * @param transitionsTo calculated transitions above it are left out, eV: a calculation may be wrong
 *     above some energy, and the width of what it says there must not reach the grid; infinite for
 *     none
 */
record Preprocessing(
    double from,
    double to,
    double step,
    double sigma,
    double gamma,
    double measuredSigma,
    double shift,
    Intensity intensity,
    Scale scale,
    double softness,
    double transitionsTo) {

  /** What a model reads of an intensity. */
  enum Scale {
    LINEAR,
    /** √|I| with the sign of I. */
    SQRT,
    /** asinh(I / softness). */
    ASINH;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is done about the absolute intensity. */
  enum Intensity {
    NONE,
    MAX,
    AREA;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    private Spectrum apply(Spectrum spectrum) {
      return switch (this) {
        case NONE -> spectrum;
        case MAX -> spectrum.normalise(Normalisation.MAX);
        case AREA -> spectrum.normalise(Normalisation.AREA);
      };
    }
  }

  /** A finer or longer grid is a mistyped number. */
  private static final int MOST_POINTS = 10_000;

  private static final int FEWEST_POINTS = 5;

  /** In eV. */
  private static final double LARGEST_HELD_SHIFT = 1;

  static Preprocessing read(StudyNode spectrum) {
    double from = spectrum.quantity("from", "eV", 280);
    double to = spectrum.quantity("to", "eV", 303);
    double step = spectrum.quantity("step", "eV", 0.2, 1e-3, 10);
    requireGrid(spectrum, from, to, step);
    return new Preprocessing(
        from,
        to,
        step,
        spectrum.quantity("sigma", "eV", 0.5, 1e-3, 50),
        spectrum.quantity("gamma", "eV", 0, 0, 50),
        spectrum.quantity("measured_sigma", "eV", 0, 0, 50),
        spectrum.quantity("shift", "eV", 0, -1000, 1000),
        Intensity.valueOf(
            spectrum
                .choice("normalise", "none", List.of("none", "max", "area"))
                .toUpperCase(Locale.ROOT)),
        Scale.valueOf(
            spectrum
                .choice("scale", "asinh", List.of("asinh", "sqrt", "linear"))
                .toUpperCase(Locale.ROOT)),
        spectrum.number("softness", 0.05, 1e-6, 1e3),
        transitionsTo(spectrum));
  }

  private static void requireGrid(StudyNode spectrum, double from, double to, double step) {
    double points = (to - from) / step + 1;
    if (!(points >= FEWEST_POINTS && points <= MOST_POINTS)) {
      throw spectrum.wrong(
          "to",
          String.format(
              Locale.ROOT,
              "The grid from %s to %s eV in steps of %s eV has %.0f points.",
              from,
              to,
              step,
              Math.max(0, Math.floor(points))),
          "Choose 'from', 'to' and 'step' for "
              + FEWEST_POINTS
              + " to "
              + MOST_POINTS
              + " points.");
    }
    try {
      Axis.uniform("energy", "eV", from, to, step);
    } catch (MatterException uneven) {
      throw spectrum.wrong("to", uneven.what(), uneven.mend());
    }
  }

  /**
   * The study file gives the softness as a part of the mean maximum of the spectra; this is the
   * same with its value in their unit.
   */
  Preprocessing withSoftnessFor(Table spectra) {
    double sum = 0;
    for (int row = 0; row < spectra.rows(); row++) {
      sum += Arrays.stream(spectra.row(row)).max().orElse(0);
    }
    // Rounded, so that the last bits of a sum do not enter a model file.
    double value =
        Double.parseDouble(String.format(Locale.ROOT, "%.6g", softness * sum / spectra.rows()));
    return new Preprocessing(
        from,
        to,
        step,
        sigma,
        gamma,
        measuredSigma,
        shift,
        intensity,
        scale,
        value > 0 ? value : 1,
        transitionsTo);
  }

  private static double transitionsTo(StudyNode spectrum) {
    return spectrum.has("transitions_to")
        ? spectrum.quantity("transitions_to", "eV")
        : Double.POSITIVE_INFINITY;
  }

  Axis axis() {
    return Axis.uniform("energy", "eV", from, to, step);
  }

  /** One spectrum on the grid, normalised, not yet rooted. */
  Spectrum spectrum(Absorption absorption) {
    Axis axis = axis();
    if (absorption instanceof SiteSticks sticks) {
      List<CoreLevelSite> sites = sticks.sites().stream().map(this::trusted).toList();
      return intensity.apply(new Broadening(sigma, gamma, shift).molecule(sites, axis));
    }
    Spectrum measured = ((MeasuredSpectrum) absorption).spectrum();
    requireCover(measured.axis());
    return intensity.apply(
        new Broadening(measuredSigma, 0, shift).apply(measured, axis, OutsideRange.HOLD));
  }

  /** A site whose transitions beyond {@link #transitionsTo} have no strength. */
  private CoreLevelSite trusted(CoreLevelSite site) {
    Sticks sticks = site.sticks();
    double[] energy = new double[sticks.length()];
    double[] strength = new double[sticks.length()];
    for (int i = 0; i < energy.length; i++) {
      energy[i] = sticks.energy(i);
      strength[i] = energy[i] > transitionsTo ? 0 : sticks.strength(i);
    }
    return new CoreLevelSite(site.atom(), site.multiplicity(), new Sticks(energy, strength));
  }

  /** The normalisation again, for spectra that were disturbed after it. */
  Table normalised(Table spectra) {
    if (intensity == Intensity.NONE) {
      return spectra;
    }
    double[] values = new double[spectra.values().length];
    int width = spectra.width();
    for (int row = 0; row < spectra.rows(); row++) {
      Spectrum one = new Spectrum(axis(), spectra.row(row), "intensity", "1", Map.of());
      intensity.apply(one).copyInto(values, row * width);
    }
    return new Table(spectra.columns(), spectra.rows(), values);
  }

  /**
   * A width, or a shift that mends the energy scale, may reach a little over the measured range,
   * and the end value holds there; a missing part of the grid itself is refused.
   */
  private void requireCover(Axis measured) {
    double reach = Math.min(Math.abs(shift), LARGEST_HELD_SHIFT) + 4 * measuredSigma + step;
    double first = measured.first() + shift;
    double last = measured.last() + shift;
    if (first > from + reach || last < to - reach) {
      throw new StudyException(
          String.format(
              Locale.ROOT,
              "The spectrum is known from %.4g to %.4g eV%s, and the grid runs from %.4g to %.4g eV.",
              first,
              last,
              shift == 0 ? "" : " (shifted by " + shift + " eV)",
              from,
              to),
          "Give the missing part, or use a study or model whose grid (spectrum.from, spectrum.to) lies"
              + " within.");
    }
  }

  /** Spectra as a table: one row each, one column a grid point. */
  Table table(List<Spectrum> spectra) {
    String unit = spectra.isEmpty() ? "1" : spectra.get(0).unit();
    SpectrumOnGrid descriptor = new SpectrumOnGrid(axis(), unit);
    double[] values = new double[spectra.size() * descriptor.width()];
    for (int row = 0; row < spectra.size(); row++) {
      descriptor.describe(spectra.get(row), values, row * descriptor.width());
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < descriptor.width(); i++) {
      columns.add(new Column(descriptor.names().get(i), descriptor.units().get(i)));
    }
    return new Table(columns, spectra.size(), values);
  }

  /** What a model reads of spectra that are on the grid. */
  Table features(Table spectra) {
    if (scale == Scale.LINEAR) {
      return spectra;
    }
    double[] values = new double[spectra.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = scaled(spectra.values()[i]);
    }
    List<Column> columns =
        spectra.columns().stream()
            .map(column ->
                new Column(scale.text() + " of intensity " + column.name(), scaledUnit(column)))
            .toList();
    return new Table(columns, spectra.rows(), values);
  }

  private double scaled(double value) {
    return switch (scale) {
      case LINEAR -> value;
      case SQRT -> Math.copySign(Math.sqrt(Math.abs(value)), value);
      // ln(x + √(x² + 1)) of the absolute value keeps its digits on both sides of zero.
      case ASINH -> {
        double x = Math.abs(value) / softness;
        yield Math.copySign(Math.log1p(x + x * x / (1 + Math.sqrt(1 + x * x))), value);
      }
    };
  }

  private String scaledUnit(Column column) {
    return scale == Scale.SQRT ? "√(" + column.unit() + ")" : "asinh(" + column.unit() + ")";
  }

  ObjectNode toJson() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("from_eV", from)
            .put("to_eV", to)
            .put("step_eV", step)
            .put("sigma_eV", sigma)
            .put("gamma_eV", gamma)
            .put("measured_sigma_eV", measuredSigma)
            .put("shift_eV", shift)
            .put("normalise", intensity.text())
            .put("scale", scale.text())
            .put("softness", softness);
    if (Double.isFinite(transitionsTo)) {
      json.put("transitions_to_eV", transitionsTo);
    }
    return json;
  }

  static Preprocessing fromJson(ObjectNode json) {
    return new Preprocessing(
        json.required("from_eV").asDouble(),
        json.required("to_eV").asDouble(),
        json.required("step_eV").asDouble(),
        json.required("sigma_eV").asDouble(),
        json.required("gamma_eV").asDouble(),
        json.required("measured_sigma_eV").asDouble(),
        json.required("shift_eV").asDouble(),
        Intensity.valueOf(json.required("normalise").asString().toUpperCase(Locale.ROOT)),
        Scale.valueOf(json.required("scale").asString().toUpperCase(Locale.ROOT)),
        json.required("softness").asDouble(),
        json.path("transitions_to_eV").asDouble(Double.POSITIVE_INFINITY));
  }
}
