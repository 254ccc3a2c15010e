package org.suiseki.describe.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.matter.Composition;
import org.suiseki.matter.ElementTable;

/**
 * Statistics of the properties of a composition's elements, statistic by statistic, each over all
 * properties: {@code ave:a ave:b … sum:a sum:b …}. With {@code ave sum var max min} over XenonPy's
 * 58 properties these are its 290 descriptors in its order (Liu et al., Adv. Mater. 33, 2102507
 * (2021), doi 10.1002/adma.202102507; {@code xenonpy.descriptor.Compositions}).
 *
 * <p>Deviations: the variance is that around the average with two passes, as XenonPy's; the
 * geometric mean goes through logarithms and does not overflow. A mean that is defined for positive
 * values only is continued to all of them: of values that are all negative it is minus the mean of
 * their magnitudes; with a zero among them, or both signs, it is 0, which is what it tends to when
 * one of the values tends to 0. So it is finite, continuous, odd, and between the smallest and the
 * largest value.
 *
 * <p>Cost: O(elements of the composition · properties · statistics), no allocation. All but {@code
 * sum} are the same for Fe2O3 and Fe4O6.
 */
final class ElementStatistics implements CompositionDescriptor {
  private final ElementMatrix elements;
  private final List<Statistic> statistics;
  private final List<String> names;
  private final List<String> units;
  private final double[] values;
  private final int width;

  /** ln |x| and 1/|x|; empty where no mean of that kind is asked for. */
  private final double[] logarithms;

  private final double[] inverses;

  /** Where the averages stand among the numbers; -1 where they are not asked for. */
  private final int averages;

  ElementStatistics(ElementMatrix elements, List<Statistic> statistics) {
    this.elements = elements;
    this.statistics = List.copyOf(statistics);
    this.values = elements.values();
    this.width = elements.width();
    List<String> allNames = new ArrayList<>();
    List<String> allUnits = new ArrayList<>();
    for (Statistic statistic : statistics) {
      for (ElementTable.Property property : elements.properties()) {
        allNames.add(statistic.label() + ":" + property.name());
        allUnits.add(statistic.unit(property.unit()));
      }
    }
    this.names = List.copyOf(allNames);
    this.units = List.copyOf(allUnits);
    this.logarithms =
        Arrays.stream(statistics.contains(Statistic.GMEAN) ? values : new double[0])
            .map(value -> Math.log(Math.abs(value)))
            .toArray();
    this.inverses =
        Arrays.stream(statistics.contains(Statistic.HMEAN) ? values : new double[0])
            .map(value -> 1 / Math.abs(value))
            .toArray();
    int ave = statistics.indexOf(Statistic.AVE);
    this.averages = (ave < 0 ? statistics.indexOf(Statistic.MEAN) : ave) * width;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public List<String> units() {
    return units;
  }

  @Override
  public int width() {
    return names.size();
  }

  @Override
  public List<String> sources() {
    List<String> all = new ArrayList<>();
    for (Statistic statistic : statistics) {
      for (ElementTable.Property property : elements.properties()) {
        String meaning = property.meaning().isEmpty() ? property.name() : property.meaning();
        all.add(statistic.meaning() + " of: " + meaning + ". " + property.source());
      }
    }
    return all;
  }

  @Override
  public MissingValues missingValues() {
    return elements.policy();
  }

  @Override
  public List<MissingValue> missing(Composition composition) {
    return elements.missing(composition);
  }

  @Override
  public boolean annotates() {
    return elements.annotates();
  }

  @Override
  public String note(Composition composition) {
    return elements.note(composition);
  }

  @Override
  public void describe(Composition composition, double[] out, int offset) {
    elements.check(composition);
    int count = composition.elementCount();
    double total = composition.total();
    int at = offset;
    for (int i = 0; i < statistics.size(); i++) {
      switch (statistics.get(i)) {
        case AVE, MEAN -> weighted(composition, count, total, out, at);
        case SUM -> weighted(composition, count, 1, out, at);
        case VAR -> spread(composition, count, total, true, out, at, offset);
        case AVG_DEV -> spread(composition, count, total, false, out, at, offset);
        case MAX -> largest(composition, count, out, at);
        case MIN -> smallest(composition, count, out, at);
        case RANGE -> range(composition, count, out, at);
        case MODE -> mode(composition, count, out, at);
        case GMEAN -> means(composition, count, total, true, out, at);
        case HMEAN -> means(composition, count, total, false, out, at);
      }
      at += width;
    }
  }

  private int row(Composition composition, int element) {
    return composition.elementAt(element).ordinal() * width;
  }

  /** Σ amount / divisor · x. */
  private void weighted(Composition composition, int count, double divisor, double[] out, int at) {
    int row = row(composition, 0);
    double weight = composition.amountAt(0) / divisor;
    for (int p = 0; p < width; p++) {
      out[at + p] = weight * values[row + p];
    }
    for (int i = 1; i < count; i++) {
      row = row(composition, i);
      weight = composition.amountAt(i) / divisor;
      for (int p = 0; p < width; p++) {
        out[at + p] += weight * values[row + p];
      }
    }
  }

  private void spread(
      Composition composition,
      int count,
      double total,
      boolean squared,
      double[] out,
      int at,
      int offset) {
    if (averages < 0 || at < offset + averages) {
      spreadAlone(composition, count, total, squared, out, at);
      return;
    }
    int mean = offset + averages;
    for (int i = 0; i < count; i++) {
      int row = row(composition, i);
      double weight = composition.amountAt(i) / total;
      if (i == 0) {
        Arrays.fill(out, at, at + width, 0);
      }
      if (squared) {
        for (int p = 0; p < width; p++) {
          double off = values[row + p] - out[mean + p];
          out[at + p] += weight * (off * off);
        }
      } else {
        for (int p = 0; p < width; p++) {
          out[at + p] += weight * Math.abs(values[row + p] - out[mean + p]);
        }
      }
    }
  }

  /** Where the averages do not stand among the numbers. */
  private void spreadAlone(
      Composition composition, int count, double total, boolean squared, double[] out, int at) {
    for (int p = 0; p < width; p++) {
      double mean = 0;
      for (int i = 0; i < count; i++) {
        mean += composition.amountAt(i) / total * values[row(composition, i) + p];
      }
      double spread = 0;
      for (int i = 0; i < count; i++) {
        double off = values[row(composition, i) + p] - mean;
        spread += composition.amountAt(i) / total * (squared ? off * off : Math.abs(off));
      }
      out[at + p] = spread;
    }
  }

  private void largest(Composition composition, int count, double[] out, int at) {
    System.arraycopy(values, row(composition, 0), out, at, width);
    for (int i = 1; i < count; i++) {
      int row = row(composition, i);
      for (int p = 0; p < width; p++) {
        out[at + p] = Math.max(out[at + p], values[row + p]);
      }
    }
  }

  private void smallest(Composition composition, int count, double[] out, int at) {
    System.arraycopy(values, row(composition, 0), out, at, width);
    for (int i = 1; i < count; i++) {
      int row = row(composition, i);
      for (int p = 0; p < width; p++) {
        out[at + p] = Math.min(out[at + p], values[row + p]);
      }
    }
  }

  private void range(Composition composition, int count, double[] out, int at) {
    for (int p = 0; p < width; p++) {
      double least = values[row(composition, 0) + p];
      double most = least;
      for (int i = 1; i < count; i++) {
        least = Math.min(least, values[row(composition, i) + p]);
        most = Math.max(most, values[row(composition, i) + p]);
      }
      out[at + p] = most - least;
    }
  }

  private void mode(Composition composition, int count, double[] out, int at) {
    double most = 0;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, composition.amountAt(i));
    }
    boolean found = false;
    for (int i = 0; i < count; i++) {
      // Amounts such as 0.1 + 0.2 and 0.3 are alike.
      if (composition.amountAt(i) < most * (1 - 1e-9)) {
        continue;
      }
      int row = row(composition, i);
      for (int p = 0; p < width; p++) {
        out[at + p] = found ? Math.min(out[at + p], values[row + p]) : values[row + p];
      }
      found = true;
    }
  }

  private void means(
      Composition composition, int count, double total, boolean geometric, double[] out, int at) {
    double[] transformed = geometric ? logarithms : inverses;
    for (int p = 0; p < width; p++) {
      double sum = 0;
      double sign = Math.signum(values[row(composition, 0) + p]);
      for (int i = 0; i < count; i++) {
        int place = row(composition, i) + p;
        double value = values[place];
        sign = Math.signum(value) == sign || Double.isNaN(value) ? sign : 0;
        sum += composition.amountAt(i) / total * transformed[place];
      }
      // NaN tells that a value is missing, also where others would make the mean 0.
      double mean = geometric ? Math.exp(sum) : 1 / sum;
      out[at + p] = Double.isNaN(sum) || sign != 0 ? sign * mean : 0;
    }
  }
}
