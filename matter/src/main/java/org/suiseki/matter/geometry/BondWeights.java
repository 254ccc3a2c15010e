package org.suiseki.matter.geometry;

import java.util.Arrays;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Species;

/** Weighs the facets of a crystal's Voronoi cells as {@link CrystalNN} asks for. */
final class BondWeights {
  /** The largest difference of electronegativities, of F and Cs or Fr. */
  private static final double LARGEST_DIFFERENCE = 3.3;

  /** Weights closer together than this are one; smaller ones are none. Far above round-off. */
  private static final double TIE = 1e-6;

  private static final double[] ELECTRONEGATIVITIES = electronegativities();

  private final CrystalNN options;
  private final VoronoiTessellation cells;
  private final Neighbours facets;
  private final EnvironmentRows rows;

  /** By site: NaN where unknown. */
  private final double[] electronegativities;

  private final double[] covalent;

  /** By site, in Å; 0 where unknown. */
  private final double[] ionic;

  private final double[] states;

  /** Of the site at hand, by facet: the weights, and facets from the heaviest to the lightest. */
  private double[] weights = new double[64];

  private int[] order = new int[64];

  BondWeights(CrystalNN options, Crystal crystal, VoronoiTessellation cells) {
    this.options = options;
    this.cells = cells;
    this.facets = cells.facets();
    int n = crystal.siteCount();
    this.electronegativities = new double[n];
    this.covalent = new double[n];
    this.ionic = new double[n];
    this.states = new double[n];
    this.rows = new EnvironmentRows(facets);
    BondRadii radii = BondRadii.standard();
    for (int i = 0; i < n; i++) {
      Species species = crystal.occupation(i).dominant();
      electronegativities[i] = ELECTRONEGATIVITIES[species.element().ordinal()];
      covalent[i] = radii.covalent(species.element());
      ionic[i] = radii.ionic(species);
      states[i] = species.oxidationState().orElse(Double.NaN);
      if (options.cationAnion() && Double.isNaN(states[i])) {
        throw new MatterException(
            "Site " + i + " (" + crystal.label(i) + ") has no oxidation state.",
            "Give all sites one, or do not ask for neighbours of opposite charge only.");
      }
    }
  }

  private static double[] electronegativities() {
    ElementTable table = ElementTable.standard();
    return Arrays.stream(Element.values())
        .mapToDouble(e -> table.value(e, "electronegativity_pauling").orElse(Double.NaN))
        .toArray();
  }

  CoordinationEnvironments environments() {
    for (int site = 0; site < facets.siteCount(); site++) {
      int from = facets.from(site);
      int count = facets.to(site) - from;
      if (count > weights.length) {
        weights = new double[2 * count];
        order = new int[2 * count];
      }
      weigh(site, from, count);
      rows.add(from, weights, order, rank(count));
    }
    return rows.finish();
  }

  private void weigh(int site, int from, int count) {
    double most = 0;
    for (int i = 0; i < count; i++) {
      int facet = from + i;
      int other = facets.neighbour(facet);
      double weight = 0;
      if (!options.cationAnion() || states[site] * states[other] <= 0) {
        weight = cells.solidAngle(facet);
        if (options.porousAdjustment()) {
          weight *= weight / cells.area(facet);
        }
        weight *= chemical(site, other);
      }
      weights[i] = weight;
      most = Math.max(most, weight);
    }
    for (int i = 0; i < count && most > 0; i++) {
      int facet = from + i;
      weights[i] *= near(site, facets.neighbour(facet), facets.distance(facet)) / most;
    }
  }

  private double chemical(int site, int other) {
    double difference = Math.abs(electronegativities[site] - electronegativities[other]);
    if (options.electronegativityWeight() == 0 || Double.isNaN(difference)) {
      return 1;
    }
    return 1 + options.electronegativityWeight() * Math.sqrt(difference / LARGEST_DIFFERENCE);
  }

  private double near(int site, int other, double distance) {
    if (options.noneDistance() == Double.POSITIVE_INFINITY) {
      return 1;
    }
    boolean bothIonic = ionic[site] > 0 && ionic[other] > 0;
    double sum = bothIonic ? ionic[site] + ionic[other] : covalent[site] + covalent[other];
    double beyond = distance - sum - options.fullDistance();
    double width = options.noneDistance() - options.fullDistance();
    if (beyond >= width) {
      return 0;
    }
    return beyond > 0 ? 0.5 * (Math.cos(beyond / width * Math.PI) + 1) : 1;
  }

  /** Rounds, drops and orders the weights; returns how many are left. */
  private int rank(int count) {
    double step = options.weightStep();
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (step > 0) {
        double parts = 1 / step;
        weights[i] = Math.rint(weights[i] * parts) / parts;
      }
      if (weights[i] < TIE) {
        continue;
      }
      int at = left++;
      // Facets come nearest first, and those of one weight keep that order.
      while (at > 0 && weights[order[at - 1]] < weights[i]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
    joinTies(left);
    return left;
  }

  /** Gives weights that are equal but for round-off the same value, and their order back. */
  private void joinTies(int left) {
    int first = 0;
    for (int i = 1; i <= left; i++) {
      if (i == left || weights[order[first]] - weights[order[i]] > TIE) {
        double shared = weights[order[first]];
        for (int j = first; j < i; j++) {
          weights[order[j]] = shared;
        }
        Arrays.sort(order, first, i);
        first = i;
      }
    }
  }
}
