package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.suiseki.matter.Lattice;

/**
 * What becomes of disordered atoms: all are kept with their occupancies, so that the crystal is the
 * average one. Only where groups of one assembly stand for the same place with more than one atom
 * together (the file gives them no or wrong occupancies), the group with the largest mean occupancy
 * is kept, the first of equals.
 */
final class CifDisorder {
  /** Alternatives for one atom are closer than any bond, in Å. */
  private static final double ALTERNATIVE = 0.7;

  /** Beyond so many disordered atoms they are not compared with each other. */
  private static final int MOST_COMPARED = 2000;

  private CifDisorder() {}

  static List<CifAtom> resolved(Lattice lattice, List<CifAtom> atoms, CifWarnings warnings) {
    Map<String, List<CifAtom>> assemblies = new TreeMap<>();
    int disordered = 0;
    for (CifAtom atom : atoms) {
      if (!atom.group().isEmpty()) {
        assemblies.computeIfAbsent(atom.assembly(), a -> new ArrayList<>()).add(atom);
        disordered++;
      }
    }
    if (disordered == 0) {
      return atoms;
    }
    warnings.add(
        disordered + " of the listed atoms are disordered; they are kept with their occupancies.");
    Set<CifAtom> dropped = new HashSet<>();
    if (disordered <= MOST_COMPARED) {
      assemblies.forEach((name, members) -> dropMinor(lattice, members, dropped));
    }
    if (dropped.isEmpty()) {
      return atoms;
    }
    warnings.add(
        dropped.size()
            + " of them were left out: they stand where other disorder groups stand,"
            + " and together there would be more than one atom.");
    List<CifAtom> kept = new ArrayList<>(atoms);
    kept.removeIf(dropped::contains);
    return kept;
  }

  private static void dropMinor(Lattice lattice, List<CifAtom> members, Set<CifAtom> dropped) {
    if (!conflict(lattice, members)) {
      return;
    }
    Map<String, double[]> sums = new TreeMap<>();
    for (CifAtom atom : members) {
      double[] sum = sums.computeIfAbsent(atom.group(), g -> new double[2]);
      sum[0] += atom.occupancy();
      sum[1]++;
    }
    Map<String, Double> means = new HashMap<>();
    String major = "";
    for (Map.Entry<String, double[]> group : sums.entrySet()) {
      double mean = group.getValue()[0] / group.getValue()[1];
      if (mean > means.getOrDefault(major, 0.0) + 1e-9) {
        major = group.getKey();
      }
      means.put(group.getKey(), mean);
    }
    for (CifAtom atom : members) {
      if (!atom.group().equals(major)) {
        dropped.add(atom);
      }
    }
  }

  private static boolean conflict(Lattice lattice, List<CifAtom> members) {
    for (int i = 0; i < members.size(); i++) {
      CifAtom a = members.get(i);
      for (int j = 0; j < i; j++) {
        CifAtom b = members.get(j);
        if (!a.group().equals(b.group())
            && a.occupancy() + b.occupancy() > 1 + CifOrbit.EXCESS
            && lattice.distance(a.x(), a.y(), a.z(), b.x(), b.y(), b.z()) < ALTERNATIVE) {
          return true;
        }
      }
    }
    return false;
  }
}
