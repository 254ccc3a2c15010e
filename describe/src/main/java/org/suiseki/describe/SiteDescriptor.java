package org.suiseki.describe;

import java.util.List;
import org.suiseki.matter.Crystal;

/**
 * Turns each site of a crystal into a fixed number of named numbers. Safe for use by several
 * threads at once.
 */
public interface SiteDescriptor {

  /** One name for each number of a site, all different. */
  List<String> names();

  /** One unit for each number; {@code "1"} for pure numbers. */
  List<String> units();

  /**
   * Writes one row of {@link #width()} numbers for each site, in the order of the sites, into
   * {@code out} from {@code offset} on.
   *
   * @throws DescribeException where a site cannot be described
   * @throws org.suiseki.matter.MatterException where atoms overlap
   */
  void describeSites(Crystal crystal, double[] out, int offset);

  /** The rows of all sites, one after another: sites × {@link #width()} numbers. */
  default double[] describeSites(Crystal crystal) {
    double[] rows = new double[crystal.siteCount() * width()];
    describeSites(crystal, rows, 0);
    return rows;
  }

  /** How many numbers describe one site. */
  default int width() {
    return names().size();
  }
}
