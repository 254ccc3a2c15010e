package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;

/** Conventional cells of the structure types whose patterns are simulated. Lengths in Å. */
final class StructureType {
  private static final double[][] BODY_CENTRED = {{0, 0, 0}, {0.5, 0.5, 0.5}};
  private static final double[][] FACE_CENTRED = {
    {0, 0, 0}, {0, 0.5, 0.5}, {0.5, 0, 0.5}, {0.5, 0.5, 0}
  };

  private StructureType() {}

  /** Cu (A1, Fm-3m): one element on 4a. */
  static Crystal copper(double a, Element element) {
    return cubic(a, List.of(at(element, 0)));
  }

  /** Diamond (A4, Fd-3m, origin on an atom): one element on 8a. */
  static Crystal diamond(double a, Element element) {
    return cubic(a, List.of(at(element, 0), at(element, 0.25)));
  }

  /** NaCl (B1, Fm-3m): cation on 4a, anion on 4b. */
  static Crystal rockSalt(double a, Element cation, Element anion) {
    return cubic(a, List.of(at(cation, 0), at(anion, 0.5)));
  }

  /** ZnS (B3, F-43m): cation on 4a, anion on 4c. */
  static Crystal sphalerite(double a, Element cation, Element anion) {
    return cubic(a, List.of(at(cation, 0), at(anion, 0.25)));
  }

  /** CaF2 (C1, Fm-3m): cation on 4a, anion on 8c. */
  static Crystal fluorite(double a, Element cation, Element anion) {
    return cubic(a, List.of(at(cation, 0), at(anion, 0.25), at(anion, 0.75)));
  }

  /**
   * ThMn12 (D2b, I4/mmm, no. 139), of two formula units.
   *
   * @param thorium on 2a (0 0 0)
   * @param f on 8f (¼ ¼ ¼)
   * @param i on 8i (x 0 0)
   * @param j on 8j (x ½ 0)
   */
  static Crystal thoriumManganese12(
      double a,
      double c,
      double xOfI,
      double xOfJ,
      Occupation thorium,
      Occupation f,
      Occupation i,
      Occupation j) {
    List<Site> sites = new ArrayList<>();
    for (double[] centre : BODY_CENTRED) {
      add(sites, centre, thorium, 0, 0, 0);
      add(sites, centre, f, 0.25, 0.25, 0.25);
      add(sites, centre, f, 0.75, 0.75, 0.25);
      add(sites, centre, f, 0.75, 0.25, 0.25);
      add(sites, centre, f, 0.25, 0.75, 0.25);
      add(sites, centre, i, xOfI, 0, 0);
      add(sites, centre, i, 1 - xOfI, 0, 0);
      add(sites, centre, i, 0, xOfI, 0);
      add(sites, centre, i, 0, 1 - xOfI, 0);
      add(sites, centre, j, xOfJ, 0.5, 0);
      add(sites, centre, j, 1 - xOfJ, 0.5, 0);
      add(sites, centre, j, 0.5, xOfJ, 0);
      add(sites, centre, j, 0.5, 1 - xOfJ, 0);
    }
    return Crystal.of(Lattice.ofParameters(a, a, c, 90, 90, 90), sites);
  }

  /** An atom on the diagonal of the cube. */
  private static Site at(Element element, double diagonal) {
    return new Site(element, diagonal, diagonal, diagonal);
  }

  private static Crystal cubic(double a, List<Site> motif) {
    List<Site> sites = new ArrayList<>();
    for (double[] centre : FACE_CENTRED) {
      for (Site site : motif) {
        add(sites, centre, site.occupation(), site.x(), site.y(), site.z());
      }
    }
    return Crystal.of(Lattice.cubic(a), sites);
  }

  private static void add(
      List<Site> sites, double[] centre, Occupation what, double x, double y, double z) {
    sites.add(new Site(what, (x + centre[0]) % 1, (y + centre[1]) % 1, (z + centre[2]) % 1));
  }
}
