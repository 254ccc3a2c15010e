package org.suiseki.describe;

import java.util.List;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.geometry.Neighbours;
import org.suiseki.matter.geometry.VoronoiTessellation;

/**
 * How much of its space a crystal fills.
 *
 * <ul>
 *   <li>The packing fraction: the volume of spheres with the single-bond covalent radii of Cordero
 *       et al. (Dalton Trans. 2008, 2832, 10.1039/b801115j), as a part of the cell. Where spheres
 *       overlap, both count. Species that share a site count by their parts.
 *   <li>The maximum packing efficiency: the same for the largest spheres inside the Voronoi cells
 *       of the sites (Ward, Liu, Krishna, Hegde, Agrawal, Choudhary, Wolverton, Phys. Rev. B 96,
 *       024104 (2017), 10.1103/PhysRevB.96.024104); 0.7405 for close-packed crystals. Shared and
 *       partly vacant sites count as full.
 * </ul>
 */
public final class Packing implements Descriptor<Crystal> {
  private static final List<String> NAMES =
      List.of("packing fraction covalent", "maximum packing efficiency");
  private static final List<String> UNITS = List.of("1", "1");
  private static final double[] RADII = ElementTable.standard().column("covalent_radius");

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public List<String> units() {
    return UNITS;
  }

  /**
   * @throws DescribeException for an element beyond curium, whose radius is not tabulated
   * @throws org.suiseki.matter.MatterException where atoms overlap
   */
  @Override
  public void describe(Crystal crystal, double[] out, int offset) {
    double covalent = 0;
    double inside = 0;
    Neighbours facets = VoronoiTessellation.of(crystal).facets();
    for (int site = 0; site < crystal.siteCount(); site++) {
      covalent += cubes(crystal.occupation(site));
      double nearest = Double.POSITIVE_INFINITY;
      for (int f = facets.from(site); f < facets.to(site); f++) {
        nearest = Math.min(nearest, facets.distance(f));
      }
      inside += nearest * nearest * nearest / 8;
    }
    out[offset] = 4 / 3.0 * Math.PI * covalent / crystal.volume();
    out[offset + 1] = 4 / 3.0 * Math.PI * inside / crystal.volume();
  }

  private static double cubes(Occupation occupation) {
    double sum = 0;
    for (int k = 0; k < occupation.species().size(); k++) {
      Element element = occupation.species().get(k).element();
      double radius = RADII[element.ordinal()];
      if (Double.isNaN(radius)) {
        throw new DescribeException(
            "No covalent radius of " + element + " is tabulated.",
            "Leave crystals with elements beyond curium out.");
      }
      sum += occupation.fraction(k) * radius * radius * radius;
    }
    return sum;
  }
}
