package org.suiseki.describe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.suiseki.matter.Crystal;

/**
 * How long the bonds of a crystal are, what angles they make, and how many a site has: mean,
 * standard deviation (of all, not of a sample), least and greatest of each, and which part of the
 * bonds and angles falls into each interval of a histogram.
 *
 * <p>The intervals of lengths are 0.1 Å wide from 0.5 to 4 Å, those of angles 10° wide; a value on
 * a border, or nearer to it than 1e-6 Å or 1e-4°, belongs to the upper one, and lengths outside to
 * the first or last. Bonds count once at each end that has them. Where no site has two bonds, mean
 * to greatest of the angles are NaN and their histogram is 0; where none has one, lengths too.
 *
 * <p>Sites that are shared or partly vacant count by the part that is not vacant: a bond by the
 * product of both ends, an angle by that of all three. Cost: linear in the pairs of bonds.
 */
public final class BondStatistics implements Descriptor<Crystal> {
  private static final double SHORTEST = 0.5;
  private static final double LENGTH_STEP = 0.1;
  private static final int LENGTHS = 35;
  private static final double LENGTH_TIE = 1e-6;
  private static final double ANGLE_STEP = 10;
  private static final int ANGLES = 18;

  /** In degrees: what 1e-6 Å does to an angle. */
  private static final double ANGLE_TIE = 1e-4;

  private static final int STATISTICS = 12;
  private static final List<String> NAMES = new ArrayList<>();
  private static final List<String> UNITS = new ArrayList<>();

  static {
    String[][] kinds = {{"bond length", "Å"}, {"bond angle", "deg"}, {"coordination", "1"}};
    for (String[] kind : kinds) {
      for (String statistic : List.of("mean", "std", "min", "max")) {
        NAMES.add(kind[0] + " " + statistic);
        UNITS.add(kind[1]);
      }
    }
    for (int i = 0; i < LENGTHS; i++) {
      double from = SHORTEST + i * LENGTH_STEP;
      NAMES.add(String.format(Locale.ROOT, "bond length %.1f-%.1f Å", from, from + LENGTH_STEP));
      UNITS.add("1");
    }
    for (int i = 0; i < ANGLES; i++) {
      NAMES.add("bond angle " + 10 * i + "-" + 10 * (i + 1) + " deg");
      UNITS.add("1");
    }
  }

  private final BondRule rule;

  public BondStatistics(BondRule rule) {
    this.rule = rule;
  }

  @Override
  public List<String> names() {
    return List.copyOf(NAMES);
  }

  @Override
  public List<String> units() {
    return List.copyOf(UNITS);
  }

  @Override
  public int width() {
    return NAMES.size();
  }

  /**
   * @throws org.suiseki.matter.MatterException where atoms overlap
   */
  @Override
  public void describe(Crystal crystal, double[] out, int offset) {
    Bonds bonds = rule.bonds(crystal);
    double[] parts = new double[crystal.siteCount()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = crystal.occupation(i).total();
    }
    Arrays.fill(out, offset, offset + width(), 0);
    int lengths = offset + STATISTICS;
    addLengths(bonds, parts, out, offset, lengths);
    addAngles(bonds, parts, out, offset + 4, lengths + LENGTHS);
    WeightedStatistics coordination = new WeightedStatistics();
    for (int site = 0; site < parts.length; site++) {
      double count = 0;
      for (int b = bonds.starts()[site]; b < bonds.starts()[site + 1]; b++) {
        count += parts[bonds.neighbours()[b]];
      }
      coordination.add(count, parts[site]);
    }
    coordination.write(out, offset + 8);
  }

  private static void addLengths(
      Bonds bonds, double[] parts, double[] out, int statisticsAt, int histogramAt) {
    WeightedStatistics statistics = new WeightedStatistics();
    double weights = 0;
    for (int site = 0; site < parts.length; site++) {
      for (int b = bonds.starts()[site]; b < bonds.starts()[site + 1]; b++) {
        double weight = parts[site] * parts[bonds.neighbours()[b]];
        double length = bonds.length(b);
        statistics.add(length, weight);
        int bin = (int) Math.floor((length + LENGTH_TIE - SHORTEST) / LENGTH_STEP);
        out[histogramAt + Math.max(0, Math.min(LENGTHS - 1, bin))] += weight;
        weights += weight;
      }
    }
    statistics.write(out, statisticsAt);
    divide(out, histogramAt, LENGTHS, weights);
  }

  private static void addAngles(
      Bonds bonds, double[] parts, double[] out, int statisticsAt, int histogramAt) {
    WeightedStatistics statistics = new WeightedStatistics();
    double weights = 0;
    for (int site = 0; site < parts.length; site++) {
      for (int b = bonds.starts()[site]; b < bonds.starts()[site + 1]; b++) {
        double first = parts[site] * parts[bonds.neighbours()[b]];
        for (int c = b + 1; c < bonds.starts()[site + 1]; c++) {
          double weight = first * parts[bonds.neighbours()[c]];
          double angle = bonds.angle(b, c);
          statistics.add(angle, weight);
          int bin = (int) ((angle + ANGLE_TIE) / ANGLE_STEP);
          out[histogramAt + Math.min(ANGLES - 1, bin)] += weight;
          weights += weight;
        }
      }
    }
    statistics.write(out, statisticsAt);
    divide(out, histogramAt, ANGLES, weights);
  }

  private static void divide(double[] values, int from, int count, double by) {
    for (int i = from; by > 0 && i < from + count; i++) {
      values[i] /= by;
    }
  }
}
