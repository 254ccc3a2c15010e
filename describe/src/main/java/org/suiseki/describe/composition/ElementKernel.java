package org.suiseki.describe.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;

/**
 * What each element brings to a kernel mean: the values of a Gaussian that sits at its properties,
 * at the points where kernel means are looked at.
 *
 * @param names of the points
 * @param meanings of the points
 * @param elements that have a row in {@code values}
 * @param values {@code values[element.ordinal() · names + point]}, 0 for other elements
 */
record ElementKernel(
    List<String> names, List<String> meanings, List<Element> elements, double[] values) {

  /** The least number that is worth a grid. */
  private static final int FEWEST_POINTS = 2;

  private static final int MOST_POINTS = 10_000;

  /**
   * How wide the Gaussian is.
   *
   * @param sigma its standard deviation in scaled units; NaN for the rule of the method
   */
  record Width(double sigma) {
    Width {
      if (sigma <= 0 || Double.isInfinite(sigma)) {
        throw new DescribeException(
            "The width sigma of the kernel is " + sigma + ".", "Give a positive one, or auto.");
      }
    }

    /** What the squared distance is multiplied by. */
    double gamma(double squaredScale) {
      return Double.isNaN(sigma) ? 1 / squaredScale : 1 / (2 * sigma * sigma);
    }
  }

  /**
   * For each property by itself, points evenly spaced from its smallest to its largest value; auto
   * is exp(−(x − g)²/Δ²) with Δ the space between points. Where all elements share one value, the
   * numbers are 1.
   *
   * @param scale to the range from 0 to 1
   */
  static ElementKernel grids(ElementMatrix matrix, int points, Width width, boolean scale) {
    if (points < FEWEST_POINTS || points > MOST_POINTS) {
      throw new DescribeException(
          "A grid of " + points + " points is asked for.", "Give from 2 to 10000 points.");
    }
    List<Element> elements = elements(matrix);
    int row = matrix.width() * points;
    double[] values = new double[Element.values().length * row];
    List<String> names = new ArrayList<>();
    List<String> meanings = new ArrayList<>();
    for (int property = 0; property < matrix.width(); property++) {
      double[] column = column(matrix, elements, property);
      double least = Arrays.stream(column).filter(Double::isFinite).min().orElse(0);
      double range = Arrays.stream(column).filter(Double::isFinite).max().orElse(0) - least;
      double unit = scale && range > 0 ? range : 1;
      double from = scale ? 0 : least;
      double step = range / unit / (points - 1);
      ElementTable.Property about = matrix.properties().get(property);
      for (int point = 0; point < points; point++) {
        names.add("kmd:" + about.name() + ":" + point);
        meanings.add(meaning(about, least + range * point / (points - 1)));
      }
      double gamma = range > 0 ? width.gamma(step * step) : 0;
      for (int i = 0; i < column.length; i++) {
        double x = scale ? (column[i] - least) / unit : column[i];
        int at = elements.get(i).ordinal() * row + property * points;
        for (int point = 0; point < points; point++) {
          double off = x - (from + step * point);
          values[at + point] = Math.exp(-off * off * gamma);
        }
      }
    }
    return new ElementKernel(List.copyOf(names), List.copyOf(meanings), elements, values);
  }

  private static String meaning(ElementTable.Property property, double at) {
    String unit = property.unit().equals("1") ? "" : " " + property.unit();
    return "kernel mean at " + property.name() + " = " + at + unit + ". " + property.source();
  }

  /**
   * In the space of all properties, with one point at each element; auto is exp(−d²/m) with m the
   * median over elements of the squared distance to the nearest other.
   *
   * @param scale each property to mean 0 and variance 1 (with n − 1) over the elements
   */
  static ElementKernel betweenElements(ElementMatrix matrix, Width width, boolean scale) {
    List<Element> elements = elements(matrix);
    requireComplete(matrix, elements);
    double[][] points = points(matrix, elements, scale);
    int count = elements.size();
    double[][] squares = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        squares[i][j] = squared(points[i], points[j]);
        squares[j][i] = squares[i][j];
      }
    }
    double gamma = width.gamma(medianNearest(squares));
    if (!Double.isFinite(gamma)) {
      throw new DescribeException(
          "Most elements have a twin with the same properties, so the kernel has no width.",
          "Choose more properties, or give sigma=….");
    }
    double[] values = new double[Element.values().length * count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        values[elements.get(i).ordinal() * count + j] = Math.exp(-squares[i][j] * gamma);
      }
    }
    return new ElementKernel(
        elements.stream().map(one -> "kmd:" + one.symbol()).toList(),
        elements.stream().map(one -> "kernel mean at the properties of " + one.symbol()).toList(),
        elements,
        values);
  }

  private static void requireComplete(ElementMatrix matrix, List<Element> elements) {
    boolean gaps =
        Arrays.stream(elements.stream().mapToInt(Enum::ordinal).toArray())
            .anyMatch(row -> hasGap(matrix, row));
    if (gaps || elements.size() < FEWEST_POINTS) {
      throw new DescribeException(
          "The kernel between elements needs every property of each, and the table has gaps.",
          "Use missing=impute, or choose complete columns with properties=….");
    }
  }

  private static boolean hasGap(ElementMatrix matrix, int row) {
    for (int property = 0; property < matrix.width(); property++) {
      if (Double.isNaN(matrix.values()[row * matrix.width() + property])) {
        return true;
      }
    }
    return false;
  }

  private static List<Element> elements(ElementMatrix matrix) {
    List<Element> elements = matrix.usable();
    if (elements.isEmpty()) {
      throw new DescribeException(
          "No element has all properties that are asked for.",
          "Use missing=impute or missing=propagate, or choose complete columns with properties=….");
    }
    return elements;
  }

  private static double[] column(ElementMatrix matrix, List<Element> elements, int property) {
    return elements.stream()
        .mapToDouble(one -> matrix.values()[one.ordinal() * matrix.width() + property])
        .toArray();
  }

  private static double[][] points(ElementMatrix matrix, List<Element> elements, boolean scale) {
    double[][] points = new double[elements.size()][matrix.width()];
    for (int property = 0; property < matrix.width(); property++) {
      double[] column = column(matrix, elements, property);
      double mean = Arrays.stream(column).sum() / column.length;
      double squares = Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum();
      double deviation = Math.sqrt(squares / (column.length - 1));
      for (int i = 0; i < column.length; i++) {
        // What is the same for all tells nothing of distances.
        double unit = deviation > 0 ? deviation : 1;
        points[i][property] = scale ? (column[i] - mean) / unit : column[i];
      }
    }
    return points;
  }

  private static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  private static double medianNearest(double[][] squares) {
    double[] nearest = new double[squares.length];
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = Double.POSITIVE_INFINITY;
      for (int j = 0; j < nearest.length; j++) {
        nearest[i] = i == j ? nearest[i] : Math.min(nearest[i], squares[i][j]);
      }
    }
    Arrays.sort(nearest);
    int half = nearest.length / 2;
    return nearest.length % 2 == 1 ? nearest[half] : (nearest[half - 1] + nearest[half]) / 2;
  }
}
