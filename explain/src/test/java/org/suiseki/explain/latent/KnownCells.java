package org.suiseki.explain.latent;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Site;

/** Crystals whose peaks are known from elsewhere. */
final class KnownCells {
  private static final double[][] FACES = {{0, 0, 0}, {0, 0.5, 0.5}, {0.5, 0, 0.5}, {0.5, 0.5, 0}};

  private KnownCells() {}

  static Crystal rockSalt(double a, Element cation, Element anion) {
    List<Site> sites = new ArrayList<>();
    for (double[] x : FACES) {
      sites.add(new Site(cation, x[0], x[1], x[2]));
    }
    for (double[] x : FACES) {
      sites.add(new Site(anion, x[0] + 0.5, x[1] + 0.5, x[2] + 0.5));
    }
    return Crystal.of(Lattice.cubic(a), sites);
  }

  static Crystal rutile() {
    double u = 0.305;
    return Crystal.of(
        Lattice.ofParameters(4.594, 4.594, 2.959, 90, 90, 90),
        List.of(
            new Site(Element.Ti, 0, 0, 0),
            new Site(Element.Ti, 0.5, 0.5, 0.5),
            new Site(Element.O, u, u, 0),
            new Site(Element.O, -u, -u, 0),
            new Site(Element.O, 0.5 - u, 0.5 + u, 0.5),
            new Site(Element.O, 0.5 + u, 0.5 - u, 0.5)));
  }

  /** SmFe12 of the ThMn12 type, I4/mmm: Sm at 2a, Fe at 8f, 8i and 8j. */
  static Crystal magnet(double a, double c) {
    double i = 0.359;
    double j = 0.275;
    double[][] iron = {
      {0.25, 0.25, 0.25}, {0.75, 0.75, 0.25}, {0.25, 0.75, 0.25}, {0.75, 0.25, 0.25},
      {i, 0, 0}, {-i, 0, 0}, {0, i, 0}, {0, -i, 0},
      {j, 0.5, 0}, {-j, 0.5, 0}, {0.5, j, 0}, {0.5, -j, 0}
    };
    List<Site> sites = new ArrayList<>();
    for (double centre : new double[] {0, 0.5}) {
      sites.add(new Site(Element.Sm, centre, centre, centre));
      for (double[] x : iron) {
        sites.add(new Site(Element.Fe, x[0] + centre, x[1] + centre, x[2] + centre));
      }
    }
    return Crystal.of(Lattice.ofParameters(a, a, c, 90, 90, 90), sites);
  }
}
