package org.suiseki.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.suiseki.describe.spectrum.FittedPeak;
import org.suiseki.describe.spectrum.FittedPeak.Measured;
import org.suiseki.describe.spectrum.FittedWindow;
import org.suiseki.describe.spectrum.FoundPeak;
import org.suiseki.describe.spectrum.PlaneSpacing;

/**
 * Peaks as a table of RFC 4180, a line for each: numbers as they are, the units in columns of their
 * own, as files may differ; what is not known is empty.
 */
final class PeakCsv implements Results {
  private static final String COMMON = "file,id,axis,axis_unit,value_unit,position";
  private static final String FOUND = ",d [Å],height,prominence,width,significance,shoulder";
  private static final String FITTED =
      ",position_deviation,d [Å],d_deviation [Å],height,height_deviation,width,width_deviation,"
          + "mixing,mixing_deviation,area,area_deviation,chi_square,freedom,settled";

  private final PrintWriter out;
  private final boolean fitted;
  private boolean begun;

  /**
   * @param fitted whether the peaks are those of a fit
   */
  PeakCsv(PrintWriter out, boolean fitted) {
    this.out = out;
    this.fitted = fitted;
  }

  @Override
  public void add(Result result) {
    begin();
    PeakReport report = (PeakReport) result;
    String common =
        List.of(
                report.file(),
                report.measurement().id(),
                report.measurement().spectrum().axis().name(),
                report.measurement().spectrum().axis().unit(),
                report.measurement().spectrum().unit())
            .stream()
            .map(PeakCsv::field)
            .collect(Collectors.joining(","));
    Optional<PlaneSpacing> spacing = report.spacing();
    if (report.windows().isPresent()) {
      for (FittedWindow window : report.windows().get()) {
        window.peaks().forEach(peak -> line(common, fitted(peak, window, spacing)));
      }
    } else {
      report.found().forEach(peak -> line(common, found(peak, spacing)));
    }
  }

  @Override
  public void end() {
    begin();
    out.flush();
  }

  private void begin() {
    if (!begun) {
      out.print(COMMON + (fitted ? FITTED : FOUND) + "\r\n");
      begun = true;
    }
  }

  private void line(String common, String rest) {
    out.print(common + "," + rest + "\r\n");
  }

  private static String found(FoundPeak peak, Optional<PlaneSpacing> spacing) {
    double d = spacing.map(one -> one.at(peak.position())).orElse(Double.NaN);
    return numbers(
            peak.position(),
            d,
            peak.height(),
            peak.prominence(),
            peak.width(),
            peak.signalToNoise())
        + ","
        + peak.shoulder();
  }

  private static String fitted(
      FittedPeak peak, FittedWindow window, Optional<PlaneSpacing> spacing) {
    Measured at = peak.position();
    Measured d =
        spacing
            .map(one -> new Measured(one.at(at.value()), one.deviation(at.value(), at.deviation())))
            .orElse(new Measured(Double.NaN, Double.NaN));
    return List.of(at, d, peak.height(), peak.width(), peak.mixing(), peak.area()).stream()
            .map(one -> numbers(one.value(), one.deviation()))
            .collect(Collectors.joining(","))
        + ","
        + numbers(window.chiSquare())
        + ","
        + window.freedom()
        + ","
        + (window.converged() && peak.settled());
  }

  private static String numbers(double... values) {
    return DoubleStream.of(values)
        .mapToObj(value -> Double.isFinite(value) ? Double.toString(value) : "")
        .collect(Collectors.joining(","));
  }

  private static String field(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
