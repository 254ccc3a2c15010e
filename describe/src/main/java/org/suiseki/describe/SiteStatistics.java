package org.suiseki.describe;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Crystal;

/**
 * Describes a crystal by the mean, the standard deviation (of the sites as they are: divided by
 * their number), the minimum and the maximum of each number of its sites. The four stand together,
 * number by number. Every site of the cell counts once, so that a supercell gives the same.
 *
 * <p>Ward et al., Comput. Mater. Sci. 152, 60 (2018), doi 10.1016/j.commatsci.2018.05.018
 * (SiteStatsFingerprint) has the same values and names.
 */
public final class SiteStatistics implements Descriptor<Crystal> {
  private static final int STATISTICS = 4;

  private final SiteDescriptor sites;
  private final List<String> names;
  private final List<String> units;

  public SiteStatistics(SiteDescriptor sites) {
    this.sites = sites;
    List<String> statistics = new ArrayList<>();
    List<String> withUnits = new ArrayList<>();
    for (int i = 0; i < sites.names().size(); i++) {
      String name = sites.names().get(i);
      statistics.addAll(
          List.of("mean " + name, "std_dev " + name, "minimum " + name, "maximum " + name));
      for (int k = 0; k < STATISTICS; k++) {
        withUnits.add(sites.units().get(i));
      }
    }
    this.names = List.copyOf(statistics);
    this.units = List.copyOf(withUnits);
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
  public void describe(Crystal crystal, double[] out, int offset) {
    int width = sites.width();
    double[] rows = sites.describeSites(crystal);
    for (int i = 0; i < width; i++) {
      statistics(rows, i, width, out, offset + STATISTICS * i);
    }
  }

  private static void statistics(double[] rows, int from, int stride, double[] out, int to) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    int count = rows.length / stride;
    for (int i = from; i < rows.length; i += stride) {
      sum += rows[i];
      least = Math.min(least, rows[i]);
      most = Math.max(most, rows[i]);
    }
    double mean = sum / count;
    double squares = 0;
    for (int i = from; i < rows.length; i += stride) {
      squares += (rows[i] - mean) * (rows[i] - mean);
    }
    out[to] = mean;
    out[to + 1] = least == most ? 0 : Math.sqrt(squares / count);
    out[to + 2] = least;
    out[to + 3] = most;
  }
}
