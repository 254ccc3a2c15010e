package org.suiseki.matter.io;

import java.util.Arrays;
import java.util.Comparator;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** The points of a measurement as rows of numbers, each with the line it stands on. */
final class MeasuredRows {
  private static final int MOST_NUMBERS = 100_000_000;

  private final String source;
  private final int width;
  private double[] numbers;
  private int[] lines = new int[256];
  private int size;

  MeasuredRows(String source, int width) {
    this.source = source;
    this.width = width;
    this.numbers = new double[256 * width];
  }

  int size() {
    return size;
  }

  int width() {
    return width;
  }

  /**
   * @param row its first {@link #width} numbers are copied
   */
  void add(double[] row, int line) {
    reserve(line);
    System.arraycopy(row, 0, numbers, size * width, width);
    lines[size++] = line;
  }

  void add(double x, double y, int line) {
    reserve(line);
    numbers[size * width] = x;
    numbers[size * width + 1] = y;
    lines[size++] = line;
  }

  private void reserve(int line) {
    if ((long) (size + 1) * width > MOST_NUMBERS) {
      throw new MatterException(
          String.format("The file has more than %,d numbers.", MOST_NUMBERS),
          Place.line(source, line),
          "Split the file; is this the right one?");
    }
    if (size == lines.length) {
      int most = Math.max(2 * size, 256);
      lines = Arrays.copyOf(lines, most);
      numbers = Arrays.copyOf(numbers, most * width);
    }
  }

  double at(int row, int column) {
    return numbers[row * width + column];
  }

  int line(int row) {
    return lines[row];
  }

  Place place(int row) {
    return Place.line(source, lines[row]);
  }

  double[] column(int column) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = numbers[i * width + column];
    }
    return values;
  }

  /**
   * A column that must be finite.
   *
   * @param what names it in the error
   */
  double[] finite(int column, String what) {
    double[] values = column(column);
    for (int i = 0; i < size; i++) {
      if (!Double.isFinite(values[i])) {
        throw new MatterException(
            "The " + what + " is " + values[i] + ".",
            place(i),
            "Give a finite number, or leave the line out.");
      }
    }
    return values;
  }

  /**
   * Brings the rows into the order in which a column rises, turning them round where it falls.
   *
   * @throws MatterException where there are fewer than two, or the column turns or repeats a value
   */
  void rise(int column, String what) {
    if (size < 2) {
      throw new MatterException(
          "There are " + size + " point(s).",
          size == 0 ? Place.of(source) : place(0),
          "Give at least two points; was the file cut off?");
    }
    finite(column, what);
    boolean falls = at(size - 1, column) < at(0, column);
    for (int i = 1; i < size; i++) {
      double before = at(i - 1, column);
      double here = at(i, column);
      if (falls ? here >= before : here <= before) {
        throw new MatterException(
            String.format(
                "The %s does not %s here: %s comes after %s%s.",
                what, falls ? "fall" : "rise", here, before, here == before ? " (twice)" : ""),
            place(i),
            "Sort the lines by " + what + " and keep one line for each.");
      }
    }
    if (falls) {
      turn();
    }
  }

  /** Brings rows that have no order of their own, such as peaks, into that of a column. */
  void sort(int column) {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(row -> at(row, column)));
    double[] sorted = new double[size * width];
    int[] sortedLines = new int[size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(numbers, order[i] * width, sorted, i * width, width);
      sortedLines[i] = lines[order[i]];
    }
    numbers = sorted;
    lines = sortedLines;
  }

  private void turn() {
    double[] turned = new double[size * width];
    int[] turnedLines = new int[size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(numbers, i * width, turned, (size - 1 - i) * width, width);
      turnedLines[size - 1 - i] = lines[i];
    }
    numbers = turned;
    lines = turnedLines;
  }
}
