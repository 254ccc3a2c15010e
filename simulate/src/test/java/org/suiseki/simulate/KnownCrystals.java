package org.suiseki.simulate;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;

/** Crystals whose patterns can be told by hand. */
final class KnownCrystals {
  static final double[][] FACES = {{0, 0, 0}, {0, 0.5, 0.5}, {0.5, 0, 0.5}, {0.5, 0.5, 0}};

  private KnownCrystals() {}

  static double[][] origin() {
    return new double[][] {{0, 0, 0}};
  }

  static Crystal cell(double a, double[][] places, Element element) {
    List<Site> sites = new ArrayList<>();
    for (double[] x : places) {
      sites.add(new Site(element, x[0], x[1], x[2]));
    }
    return Crystal.of(Lattice.cubic(a), sites);
  }

  static Crystal diamond(double a) {
    return diamond(a, Element.Si);
  }

  static Crystal diamond(double a, Element element) {
    return faces(a, new Element[] {element, element}, 0, 0.25);
  }

  static Crystal zincBlende() {
    return faces(5.41, new Element[] {Element.Zn, Element.S}, 0, 0.25);
  }

  static Crystal rockSalt(double a, Element cation, Element anion) {
    return faces(a, new Element[] {cation, anion}, 0, 0.5);
  }

  static Crystal fluorite(double a, Element metal, Element other) {
    return faces(a, new Element[] {metal, other, other}, 0, 0.25, 0.75);
  }

  static Crystal faces(double a, Element[] elements, double... along) {
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < along.length; i++) {
      for (double[] x : FACES) {
        sites.add(new Site(elements[i], x[0] + along[i], x[1] + along[i], x[2] + along[i]));
      }
    }
    return Crystal.of(Lattice.cubic(a), sites);
  }

  static Crystal replaced(Crystal crystal, Element element, Species species) {
    List<Site> sites = new ArrayList<>();
    for (Site site : crystal.sites()) {
      boolean changes = site.occupation().dominant().element() == element;
      Occupation occupation = changes ? Occupation.of(species) : site.occupation();
      sites.add(new Site(occupation, site.x(), site.y(), site.z()));
    }
    return Crystal.of(crystal.lattice(), sites);
  }

  static Crystal known(String name) {
    return switch (name) {
      case "Cu" -> cell(3.615, FACES, Element.Cu);
      case "NaCl" -> rockSalt(5.6402, Element.Na, Element.Cl);
      case "CaF2" -> fluorite(5.463, Element.Ca, Element.F);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
