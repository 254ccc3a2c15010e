package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Species;

/** The listed atoms that share one set of equivalent sites, at least one. */
final class CifOrbit {
  /** Sums of occupancies above 1 by more than this are no rounding and no refined noise. */
  static final double EXCESS = 0.05;

  private static final int MOST_SHARING = 100;

  private final List<CifAtom> sharing = new ArrayList<>(1);

  /** Whether one atom is listed again and again, such as once for each image. */
  private boolean repeated;

  CifOrbit(CifAtom first) {
    sharing.add(first);
  }

  CifAtom first() {
    return sharing.get(0);
  }

  void setFirst(CifAtom atom) {
    sharing.set(0, atom);
  }

  /**
   * Lets an atom share the sites.
   *
   * @return false where it is left out, being the first one listed again
   * @throws MatterException where together they are more than one atom
   */
  boolean add(CifAtom atom) {
    boolean allSame = true;
    double sum = atom.occupancy();
    for (CifAtom other : sharing) {
      allSame &= other.species().equals(atom.species()) && other.occupancy() == atom.occupancy();
      sum += other.occupancy();
    }
    if (allSame && (repeated || sum > 1 + EXCESS)) {
      repeated = true;
      sharing.subList(1, sharing.size()).clear();
      return false;
    }
    sharing.add(atom);
    if (sum > 1 + EXCESS || sharing.size() > MOST_SHARING) {
      throw new MatterException(
          "The occupancies of "
              + label()
              + ", which lie on one site, add up to "
              + shown(sum)
              + ".",
          atom.place(),
          "Together they must be at most 1.");
    }
    return true;
  }

  /** What stands on each of the sites; sums above 1 are scaled to it. */
  Occupation occupation(CifWarnings warnings) {
    double sum = 0;
    for (CifAtom atom : sharing) {
      sum += atom.occupancy();
    }
    if (sum > 1 + Occupation.ROUNDING) {
      warnings.add(
          "The occupancy of "
              + label()
              + ", "
              + shown(sum)
              + " in all, was scaled to 1 (line "
              + first().place().line()
              + ").");
    }
    double scale = sum > 1 ? 1 / sum : 1;
    if (sharing.size() == 1) {
      double occupancy = first().occupancy() * scale;
      return Math.abs(occupancy - 1) < 1e-12
          ? Occupation.of(first().species())
          : Occupation.of(Map.of(first().species(), occupancy));
    }
    Map<Species, Double> parts = new TreeMap<>();
    for (CifAtom atom : sharing) {
      parts.merge(atom.species(), atom.occupancy() * scale, Double::sum);
    }
    return Occupation.of(parts);
  }

  private static double shown(double sum) {
    return Math.round(1e4 * sum) / 1e4;
  }

  /** {@code Fe1}, or {@code Mg1/Fe1} by species where atoms share the sites. */
  String label() {
    if (sharing.size() == 1) {
      return first().label();
    }
    List<CifAtom> sorted = new ArrayList<>(sharing);
    sorted.sort(Comparator.comparing(CifAtom::species));
    Set<String> labels = new LinkedHashSet<>();
    sorted.forEach(atom -> labels.add(atom.label()));
    return String.join("/", labels);
  }
}
