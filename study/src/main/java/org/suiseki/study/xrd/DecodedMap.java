package org.suiseki.study.xrd;

import java.util.Arrays;
import org.suiseki.study.Numbers;
import org.suiseki.study.Packed;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the decoder makes of places all over the map, as intensities: a grid of square cells, so
 * that it is finest along the way that most patterns lie.
 *
 * @param places of the grid, at most about
 * @param points of each curve, at most: of a longer axis every second, third, … point is kept
 */
record DecodedMap(int places, int points) {
  /** For the set that a study is about: a megabyte of a page. */
  static final DecodedMap FINE = new DecodedMap(700, 900);

  /** For each of the others. */
  static final DecodedMap COARSE = new DecodedMap(240, 500);

  /** The map is drawn this part of its width beyond the outermost points. */
  private static final double MARGIN = 0.08;

  private static final int FEWEST_LINES = 6;

  ObjectNode of(SetResults one) {
    double[] x = range(one.mapped().points(), 0);
    double[] y = range(one.mapped().points(), 1);
    double side = Math.sqrt((x[1] - x[0]) * (y[1] - y[0]) / places);
    int columns = lines((x[1] - x[0]) / side);
    int rows = lines((y[1] - y[0]) / side);
    int length = one.prepared().preprocessing().axis().length();
    int every = (length + points - 1) / points;
    double[] curves = new double[0];
    for (int row = 0; row < rows; row++) {
      double[] part = row(one, x, y[0] + (y[1] - y[0]) * row / (rows - 1), columns, every);
      curves = row == 0 ? Arrays.copyOf(part, rows * part.length) : curves;
      System.arraycopy(part, 0, curves, row * part.length, part.length);
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("columns", columns).put("rows", rows).put("every", every);
    Numbers.put(json, "x", x);
    Numbers.put(json, "y", y);
    json.set("curves", Packed.roots(curves));
    return json;
  }

  private int lines(double cells) {
    return (int) Math.min(Math.max(Math.round(cells), FEWEST_LINES), places / FEWEST_LINES);
  }

  /** The thinned curves of one line of places. */
  private static double[] row(SetResults one, double[] x, double y, int columns, int every) {
    double[][] line = new double[columns][];
    for (int column = 0; column < columns; column++) {
      line[column] = new double[] {x[0] + (x[1] - x[0]) * column / (columns - 1), y};
    }
    double[] decoded =
        one.prepared().preprocessing().intensities(one.model().map().decode(line).values());
    int length = decoded.length / columns;
    int kept = (length - 1) / every + 1;
    double[] thinned = new double[columns * kept];
    for (int column = 0; column < columns; column++) {
      for (int i = 0; i < kept; i++) {
        thinned[column * kept + i] = decoded[column * length + i * every];
      }
    }
    return thinned;
  }

  private static double[] range(double[][] points, int axis) {
    double low = Arrays.stream(points).mapToDouble(point -> point[axis]).min().orElse(0);
    double high = Arrays.stream(points).mapToDouble(point -> point[axis]).max().orElse(1);
    double margin = MARGIN * Math.max(high - low, 1e-6);
    return new double[] {low - margin, high + margin};
  }
}
