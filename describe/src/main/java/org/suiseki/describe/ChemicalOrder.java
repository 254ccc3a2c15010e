package org.suiseki.describe;

import java.util.Arrays;
import java.util.List;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.geometry.Neighbours;
import org.suiseki.matter.geometry.VoronoiTessellation;

/**
 * How far the elements around an atom are from a random mixture, in the first three shells of
 * neighbours: the order parameters of Warren and Cowley with the Voronoi weights of Ward et al.
 * (Phys. Rev. B 96, 024104 (2017), 10.1103/PhysRevB.96.024104). 0 for a random mixture and for one
 * element alone.
 *
 * <p>A shell is where that many steps across facets lead without touching an atom twice; a step is
 * as likely as its facet's area among those allowed. For a site and an element t of the crystal, α
 * = 1 − p(t)/x(t), with p the probability to end at t and x its part of the atoms; the value is the
 * mean of |α| over sites and elements. matminer instead multiplies areas relative to the largest
 * facet of each cell, which differs from the second shell on.
 *
 * <p>Species that share a site count by their parts, as end and as beginning. Cost: about 3,000
 * steps for each site.
 */
public final class ChemicalOrder implements Descriptor<Crystal> {
  private static final int SHELLS = 3;
  private static final List<String> NAMES =
      List.of("chemical order shell 1", "chemical order shell 2", "chemical order shell 3");
  private static final List<String> UNITS = List.of("1", "1", "1");

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
    Walk walk = new Walk(crystal);
    for (int shell = 1; shell <= SHELLS; shell++) {
      out[offset + shell - 1] = walk.meanOrder(shell);
    }
  }

  /** From a site along all paths of a length, with their probabilities. */
  private static final class Walk {
    private final Neighbours facets;
    private final double[] areas;

    /** For each site the part of each of the crystal's elements, which add up to 1. */
    private final double[][] parts;

    private final double[] fractions;
    private final double[] occupied;
    private final double[] ends;

    /** Site and image of each atom on the path. */
    private final int[] path = new int[4 * (SHELLS + 1)];

    Walk(Crystal crystal) {
      VoronoiTessellation cells = VoronoiTessellation.of(crystal);
      facets = cells.facets();
      areas = new double[facets.count()];
      for (int f = 0; f < areas.length; f++) {
        areas[f] = cells.area(f);
      }
      Composition composition = crystal.composition();
      List<Element> elements = composition.elements();
      fractions = elements.stream().mapToDouble(composition::fraction).toArray();
      parts = new double[crystal.siteCount()][elements.size()];
      occupied = new double[crystal.siteCount()];
      ends = new double[elements.size()];
      for (int site = 0; site < parts.length; site++) {
        Occupation occupation = crystal.occupation(site);
        occupied[site] = occupation.total();
        for (int k = 0; k < occupation.species().size(); k++) {
          parts[site][elements.indexOf(occupation.species().get(k).element())] +=
              occupation.fraction(k) / occupied[site];
        }
      }
    }

    double meanOrder(int shell) {
      double sum = 0;
      double weight = 0;
      for (int site = 0; site < parts.length; site++) {
        Arrays.fill(ends, 0);
        path[0] = site;
        step(0, shell, 1);
        double reached = 0;
        for (double end : ends) {
          reached += end;
        }
        double order = 0;
        for (int t = 0; t < ends.length; t++) {
          order += Math.abs(1 - ends[t] / reached / fractions[t]) / ends.length;
        }
        sum += occupied[site] * order;
        weight += occupied[site];
      }
      return sum / weight;
    }

    private void step(int taken, int shell, double probability) {
      int at = 4 * taken;
      int site = path[at];
      double allowed = 0;
      for (int f = facets.from(site); f < facets.to(site); f++) {
        allowed += visited(taken, f) ? 0 : areas[f];
      }
      for (int f = facets.from(site); f < facets.to(site); f++) {
        if (!visited(taken, f)) {
          double part = probability * areas[f] / allowed;
          if (taken + 1 == shell) {
            end(facets.neighbour(f), part);
          } else {
            path[at + 4] = facets.neighbour(f);
            for (int axis = 0; axis < 3; axis++) {
              path[at + 5 + axis] = path[at + 1 + axis] + facets.image(f, axis);
            }
            step(taken + 1, shell, part);
          }
        }
      }
    }

    private void end(int site, double probability) {
      for (int t = 0; t < ends.length; t++) {
        ends[t] += probability * parts[site][t];
      }
    }

    private boolean visited(int taken, int f) {
      int at = 4 * taken;
      for (int step = 0; step < taken; step++) {
        int p = 4 * step;
        if (path[p] == facets.neighbour(f)
            && path[p + 1] == path[at + 1] + facets.image(f, 0)
            && path[p + 2] == path[at + 2] + facets.image(f, 1)
            && path[p + 3] == path[at + 3] + facets.image(f, 2)) {
          return true;
        }
      }
      return false;
    }
  }
}
