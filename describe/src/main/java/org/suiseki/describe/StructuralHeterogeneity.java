package org.suiseki.describe;

import java.util.List;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.geometry.Neighbours;
import org.suiseki.matter.geometry.VoronoiTessellation;

/**
 * How much bond lengths and the room of atoms differ in a crystal, from its Voronoi cells (Ward,
 * Liu, Krishna, Hegde, Agrawal, Choudhary, Wolverton, Phys. Rev. B 96, 024104 (2017),
 * 10.1103/PhysRevB.96.024104). Neighbours are those across facets, weighted by area.
 *
 * <p>The bond length of a site is the mean distance of its neighbours, given relative to the mean
 * over all sites; its variation is the mean absolute deviation of the distances from it, as a part
 * of it. All are pure numbers, the same for every cell of a crystal. Sites count alike, whatever
 * part of them is occupied.
 */
public final class StructuralHeterogeneity implements Descriptor<Crystal> {
  private static final List<String> NAMES =
      List.of(
          "relative bond length mean absolute deviation",
          "relative bond length max",
          "relative bond length min",
          "bond length variation min",
          "bond length variation max",
          "bond length variation range",
          "bond length variation mean",
          "bond length variation mean absolute deviation",
          "relative cell volume mean absolute deviation");

  private static final List<String> UNITS = List.of("1", "1", "1", "1", "1", "1", "1", "1", "1");

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public List<String> units() {
    return UNITS;
  }

  /**
   * @throws org.suiseki.matter.MatterException where atoms overlap
   */
  @Override
  public void describe(Crystal crystal, double[] out, int offset) {
    VoronoiTessellation cells = VoronoiTessellation.of(crystal);
    int sites = crystal.siteCount();
    double[] lengths = new double[sites];
    double[] variations = new double[sites];
    double[] volumes = new double[sites];
    for (int site = 0; site < sites; site++) {
      lengths[site] = mean(cells, site);
      variations[site] = variation(cells, site, lengths[site]);
      volumes[site] = cells.cellVolume(site);
    }
    double length = mean(lengths);
    out[offset] = deviation(lengths) / length;
    out[offset + 1] = extreme(lengths, 1) / length;
    out[offset + 2] = extreme(lengths, -1) / length;
    out[offset + 3] = extreme(variations, -1);
    out[offset + 4] = extreme(variations, 1);
    out[offset + 5] = out[offset + 4] - out[offset + 3];
    out[offset + 6] = mean(variations);
    out[offset + 7] = deviation(variations);
    out[offset + 8] = deviation(volumes) / mean(volumes);
  }

  private static double mean(VoronoiTessellation cells, int site) {
    Neighbours facets = cells.facets();
    double sum = 0;
    double weight = 0;
    for (int f = facets.from(site); f < facets.to(site); f++) {
      sum += cells.area(f) * facets.distance(f);
      weight += cells.area(f);
    }
    return sum / weight;
  }

  private static double variation(VoronoiTessellation cells, int site, double mean) {
    Neighbours facets = cells.facets();
    double sum = 0;
    double weight = 0;
    for (int f = facets.from(site); f < facets.to(site); f++) {
      sum += cells.area(f) * Math.abs(facets.distance(f) - mean);
      weight += cells.area(f);
    }
    return sum / weight / mean;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Mean absolute deviation. */
  private static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value - mean);
    }
    return sum / values.length;
  }

  private static double extreme(double[] values, int sign) {
    double best = values[0];
    for (double value : values) {
      best = sign * value > sign * best ? value : best;
    }
    return best;
  }
}
