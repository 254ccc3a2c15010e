package org.suiseki.explain.phases;

import java.util.List;
import java.util.Locale;

/**
 * The drawing of an identification: observed points, the calculated pattern and its background, a
 * tick for each reflection of each phase, and the difference below, on the root of the intensity so
 * that weak peaks are seen (the difference on the same scale, √ of its size with its sign).
 *
 * @param title above it
 */
public record PhasePlot(String title, Identification found) {
  private static final int WIDTH = 1100;
  private static final int LEFT = 132;
  private static final int RIGHT = 20;
  private static final int TOP = 44;
  private static final int HEIGHT = 380;
  private static final int ROW = 20;
  private static final int DIFFERENCE = 110;
  private static final int MOST_POINTS = 2200;
  private static final List<String> COLOURS =
      List.of(
          "#1f6fb2", "#c2410c", "#15803d", "#7e22ce", "#b45309", "#0f766e", "#be185d", "#4d7c0f");

  /** As a picture for itself. */
  public String svg() {
    int rows = found.phases().size() + (found.incomplete() ? 1 : 0);
    int ticks = TOP + HEIGHT + 8;
    int difference = ticks + ROW * rows + 12;
    int total = difference + DIFFERENCE + 46;
    StringBuilder svg = new StringBuilder(1 << 17);
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" font-family=\"system-ui, sans-serif\" font-size=\"12\">%n",
            WIDTH,
            total,
            WIDTH,
            total));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    text(svg, LEFT, 16, "start", "#111827", title);
    Identification.Curves curves = found.curves();
    Frame frame = Frame.of(curves);
    frame.axes(svg, difference + DIFFERENCE);
    frame.points(svg, curves.observed());
    frame.line(svg, curves.background(), "#9ca3af");
    frame.line(svg, curves.calculated(), "#dc2626");
    legend(svg);
    for (int phase = 0; phase < found.phases().size(); phase++) {
      ticks(svg, frame, found.phases().get(phase), phase, ticks + ROW * phase);
    }
    if (found.incomplete()) {
      unknown(svg, frame, ticks + ROW * found.phases().size());
    }
    frame.difference(svg, curves, difference);
    return svg.append("</svg>\n").toString();
  }

  /** As a page that needs nothing else. */
  public String page() {
    StringBuilder page = new StringBuilder(1 << 17);
    page.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>");
    page.append(escaped(title)).append("</title>\n<style>");
    page.append("body{font:15px system-ui,sans-serif;margin:2em;color:#111827;background:#fff}");
    page.append("table{border-collapse:collapse}td,th{padding:.2em .9em;text-align:left;");
    page.append("border-bottom:1px solid #e5e7eb}td.n{text-align:right}svg{max-width:100%;");
    page.append("height:auto}</style>\n");
    page.append("<h1 style=\"font-size:1.2em\">").append(escaped(title)).append("</h1>\n");
    page.append("<table><tr><th>phase<th>space group<th>weight %<th>±<th>lattice %<th>peaks");
    page.append("<th>candidate</tr>\n");
    found.phases().forEach(phase -> row(page, phase));
    page.append(
        String.format(
            Locale.ROOT,
            "</table>%n<p>Rwp %.1f %%, Rp %.1f %%, goodness of fit %.2f. Unknown peaks: %d, %.1f %%"
                + " of the height of all.</p>%n",
            100 * found.agreement().weighted(),
            100 * found.agreement().plain(),
            found.agreement().goodness(),
            found.unexplained().size(),
            100 * found.unexplainedShare()));
    return page.append(svg()).append("</html>\n").toString();
  }

  private static void row(StringBuilder page, IdentifiedPhase phase) {
    page.append(
        String.format(
            Locale.ROOT,
            "<tr><td>%s<td>%s<td class=n>%.1f<td class=n>%s<td class=n>%+.2f<td>%d/%d<td>%s</tr>%n",
            escaped(phase.candidate().formula()),
            escaped(phase.candidate().spaceGroup()),
            phase.weightPercent(),
            phase.deviation().isPresent()
                ? String.format(Locale.ROOT, "%.1f", phase.deviation().getAsDouble())
                : "",
            phase.strainPercent(),
            phase.matched(),
            phase.visible(),
            escaped(phase.candidate().name())));
  }

  private static void legend(StringBuilder svg) {
    int x = WIDTH - RIGHT - 300;
    text(svg, x, 36, "start", "#374151", "· observed");
    text(svg, x + 90, 36, "start", "#dc2626", "— calculated");
    text(svg, x + 190, 36, "start", "#9ca3af", "— background");
  }

  private static void ticks(
      StringBuilder svg, Frame frame, IdentifiedPhase phase, int index, int y) {
    String colour = COLOURS.get(index % COLOURS.size());
    svg.append("<g stroke=\"").append(colour).append("\" stroke-width=\"1.2\">");
    for (IdentifiedPhase.PhasePeak peak : phase.peaks()) {
      double length = 4 + 10 * Math.sqrt(peak.height());
      svg.append(
          String.format(
              Locale.ROOT,
              "<path d=\"M%.1f %.1fv%.1f\"><title>%s %s, %.3f°</title></path>",
              frame.x(peak.twoTheta()),
              y + ROW - 3 - length,
              length,
              escaped(phase.candidate().formula()),
              peak.indices(),
              peak.twoTheta()));
    }
    svg.append("</g>\n");
    String label =
        String.format(
            Locale.ROOT, "%s %.1f wt%%", phase.candidate().formula(), phase.weightPercent());
    text(svg, LEFT - 6, y + 15, "end", colour, label);
  }

  private void unknown(StringBuilder svg, Frame frame, int y) {
    svg.append("<g fill=\"#111827\">");
    for (UnexplainedPeak peak : found.unexplained()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<path d=\"M%.1f %dl-4 8h8z\"><title>unknown, %.3f°</title></path>",
              frame.x(peak.twoTheta()),
              y + 5,
              peak.twoTheta()));
    }
    svg.append("</g>\n");
    text(svg, LEFT - 6, y + 15, "end", "#111827", "unknown");
  }

  private static void text(
      StringBuilder svg, double x, double y, String anchor, String colour, String what) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            colour,
            escaped(what)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** From angles and intensities to the drawing. */
  private record Frame(double[] angles, double low, double high) {

    static Frame of(Identification.Curves curves) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < curves.observed().length; i++) {
        low = Math.min(low, Math.min(curves.observed()[i], curves.background()[i]));
        high = Math.max(high, Math.max(curves.observed()[i], curves.calculated()[i]));
      }
      return new Frame(curves.twoTheta(), low, high);
    }

    double x(double angle) {
      double first = angles[0];
      double last = angles[angles.length - 1];
      return LEFT + (WIDTH - LEFT - RIGHT) * (angle - first) / (last - first);
    }

    double y(double value) {
      double part = Math.sqrt(Math.max(0, value - low) / Math.max(1e-300, high - low));
      return TOP + HEIGHT * (1 - part);
    }

    void axes(StringBuilder svg, int bottom) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\""
                  + " stroke=\"#9ca3af\"/>%n",
              LEFT,
              TOP,
              WIDTH - LEFT - RIGHT,
              HEIGHT));
      double first = angles[0];
      double last = angles[angles.length - 1];
      double step = last - first > 60 ? 10 : last - first > 20 ? 5 : last - first > 5 ? 1 : 0.2;
      for (int k = (int) Math.ceil(first / step); k * step <= last + 1e-9; k++) {
        double at = x(k * step);
        svg.append(
            String.format(
                Locale.ROOT, "<path d=\"M%.1f %dV%d\" stroke=\"#e5e7eb\"/>%n", at, TOP, bottom));
        String label = String.format(Locale.ROOT, step < 1 ? "%.1f" : "%.0f", k * step);
        text(svg, at, bottom + 16, "middle", "#374151", label);
      }
      text(svg, (LEFT + WIDTH - RIGHT) / 2.0, bottom + 36, "middle", "#111827", "2θ [degree]");
      for (double part : new double[] {0.01, 0.1, 0.25, 0.5, 1}) {
        double value = low + part * (high - low);
        String label = String.format(Locale.ROOT, high - low > 100 ? "%.0f" : "%.3g", value);
        text(svg, LEFT - 6, y(value) + 4, "end", "#374151", label);
      }
    }

    void points(StringBuilder svg, double[] values) {
      int every = Math.max(1, values.length / MOST_POINTS);
      svg.append("<path fill=\"none\" stroke=\"#374151\" stroke-width=\"1.6\"");
      svg.append(" stroke-linecap=\"round\" d=\"");
      for (int i = 0; i < values.length; i += every) {
        svg.append(String.format(Locale.ROOT, "M%.1f %.1fh0", x(angles[i]), y(values[i])));
      }
      svg.append("\"/>\n");
    }

    void line(StringBuilder svg, double[] values, String colour) {
      int every = Math.max(1, values.length / (2 * MOST_POINTS));
      svg.append("<polyline fill=\"none\" stroke-width=\"1\" stroke=\"").append(colour);
      svg.append("\" points=\"");
      for (int i = 0; i < values.length; i += every) {
        svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(angles[i]), y(values[i])));
      }
      svg.append("\"/>\n");
    }

    void difference(StringBuilder svg, Identification.Curves curves, int top) {
      double middle = top + DIFFERENCE / 2.0;
      double scale = HEIGHT / Math.sqrt(Math.max(1e-300, high - low));
      svg.append(
          String.format(
              Locale.ROOT,
              "<path d=\"M%d %.1fH%d\" stroke=\"#9ca3af\"/>%n",
              LEFT,
              middle,
              WIDTH - RIGHT));
      svg.append("<polyline fill=\"none\" stroke=\"#2563eb\" stroke-width=\"0.8\" points=\"");
      int every = Math.max(1, curves.observed().length / (2 * MOST_POINTS));
      for (int i = 0; i < curves.observed().length; i += every) {
        double left = curves.observed()[i] - curves.calculated()[i];
        double size = Math.min(DIFFERENCE / 2.0, scale * Math.sqrt(Math.abs(left)) / 2);
        svg.append(
            String.format(
                Locale.ROOT, "%.1f,%.1f ", x(angles[i]), middle - Math.signum(left) * size));
      }
      svg.append("\"/>\n");
      text(svg, LEFT - 6, middle + 4, "end", "#2563eb", "difference");
    }
  }
}
