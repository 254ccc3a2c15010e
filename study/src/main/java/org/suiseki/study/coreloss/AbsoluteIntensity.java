package org.suiseki.study.coreloss;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import org.suiseki.learn.Column;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.io.Absorption;
import org.suiseki.matter.io.MeasuredSpectrum;

/**
 * What a person should know whose measured spectrum, in units of its own, meets a model that reads
 * absolute intensities: the two scales need not have anything in common.
 */
final class AbsoluteIntensity {
  /** Of calculated spectra, as broadened transitions have it. */
  private static final String CALCULATED = "strength/eV";

  /** Maxima of single spectra differ from that of the mean by so much without any cause. */
  private static final double USUAL = 4;

  private final CoreLossModel model;
  private final double trained;

  AbsoluteIntensity(CoreLossModel model) {
    this.model = model;
    this.trained = read() ? highest(model) : Double.NaN;
  }

  /** Empty where the model does not depend on the scale, or the spectrum seems to be on it. */
  String note(Absorption absorption, Spectrum onGrid) {
    if (!read() || !(absorption instanceof MeasuredSpectrum)) {
      return "";
    }
    double factor = Arrays.stream(onGrid.values()).max().orElse(0) / trained;
    if (factor > 1 / USUAL && factor < USUAL) {
      return "";
    }
    return "the model reads absolute intensities"
        + (calculated() ? " (" + CALCULATED + ") of calculated spectra" : " of its training")
        + (factor > 0 && Double.isFinite(factor)
            ? String.format(
                Locale.ROOT,
                ", and the maximum here is %s times that of their mean",
                rounded(factor))
            : "")
        + ": train one with `normalise: area` for measured spectra";
  }

  private boolean read() {
    return model.preprocessing().intensity() == Preprocessing.Intensity.NONE
        && model.features() != FeatureSet.RATIOS;
  }

  private boolean calculated() {
    return model.networks().inputs().stream()
        .map(Column::unit)
        .anyMatch(u -> u.contains(CALCULATED));
  }

  /**
   * The highest intensity of the mean of the training spectra, the mean being that of what the
   * networks read of them.
   */
  private static double highest(CoreLossModel model) {
    Preprocessing preprocessing = model.preprocessing();
    double read =
        Arrays.stream(model.domain().space().mean())
            .limit(preprocessing.axis().length())
            .max()
            .orElse(0);
    return switch (preprocessing.scale()) {
      case LINEAR -> read;
      case SQRT -> Math.copySign(read * read, read);
      case ASINH -> preprocessing.softness() * Math.sinh(read);
    };
  }

  /** Two digits: the mean of so different spectra warrants no more. */
  private static String rounded(double factor) {
    return new BigDecimal(factor).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }
}
