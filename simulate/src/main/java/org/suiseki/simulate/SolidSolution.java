package org.suiseki.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;

/**
 * Mixtures of crystals of one structure type, as virtual crystals: at a composition each site is
 * shared by what stands there in the end members, and lattice parameters and coordinates are means
 * (Vegard, Z. Phys. 5, 17 (1921), 10.1007/BF01349680), the parameters less bowing:
 *
 * <p>p = Σ xᵢ pᵢ − Σ b(p, i, j) xᵢ xⱼ over pairs i &lt; j.
 *
 * <p>It knows no ordering, no displaced neighbours and no diffuse scattering, so reflections that
 * only order makes are absent and the others a little too strong at high angles. Immutable.
 *
 * <pre>{@code
 * SolidSolution alloy = SolidSolution.between(silicon, germanium)
 *     .withBowing(SolidSolution.Parameter.A, 0, 1, 0.027);
 * Crystal half = alloy.at(0.5, 0.5);
 * }</pre>
 */
public final class SolidSolution {
  /** Parts that add up to 1 but for this are taken as such. */
  private static final double ROUNDING = 1e-9;

  /** Sites of two end members farther apart than this, in Å, are not the same site. */
  private static final double FARTHEST = 1;

  /** What Vegard's law is about. */
  public enum Parameter {
    /** Å. */
    A,
    /** Å. */
    B,
    /** Å. */
    C,
    /** Degrees. */
    ALPHA,
    /** Degrees. */
    BETA,
    /** Degrees. */
    GAMMA
  }

  private final List<Crystal> ends;

  /** Of each parameter: b of end members i and j at i n + j, in the parameter's unit. */
  private final Map<Parameter, double[]> bowing;

  private SolidSolution(List<Crystal> ends, Map<Parameter, double[]> bowing) {
    this.ends = ends;
    this.bowing = bowing;
  }

  /**
   * Between crystals whose sites come in the same order, in cells of the same setting and origin.
   *
   * @throws SimulateException for fewer than two, or where the numbers of sites differ
   */
  public static SolidSolution between(Crystal... ends) {
    if (ends.length < 2) {
      throw new SimulateException(
          "A solid solution has " + ends.length + " end member(s).", "Give two or more.");
    }
    for (Crystal end : ends) {
      if (end.siteCount() != ends[0].siteCount()) {
        throw new SimulateException(
            "The end members " + ends[0] + " and " + end + " differ in their number of sites.",
            "Give crystals of one structure type in the same cell.");
      }
    }
    return new SolidSolution(List.of(ends), new EnumMap<>(Parameter.class));
  }

  /**
   * Between crystals whose sites come in any order, in cells of the same setting and origin: each
   * site belongs to the nearest of the first crystal, at most 1 Å away.
   *
   * @throws SimulateException as {@link #between}, or where a site has none or two share one
   */
  public static SolidSolution matched(Crystal... ends) {
    SolidSolution given = between(ends);
    Crystal[] ordered = ends.clone();
    for (int i = 1; i < ends.length; i++) {
      ordered[i] = ends[i].permuted(correspondence(ends[0], ends[i]));
    }
    return new SolidSolution(List.of(ordered), given.bowing);
  }

  /**
   * The same with a bowing b of a parameter between end members {@code i} and {@code j}, in its
   * unit: positive makes it smaller between them, by b/4 half-way.
   *
   * @throws SimulateException where there are no two such end members or b is not finite
   */
  public SolidSolution withBowing(Parameter parameter, int i, int j, double b) {
    int n = ends.size();
    if (i == j || i < 0 || j < 0 || i >= n || j >= n || !Double.isFinite(b)) {
      throw new SimulateException(
          "A bowing of "
              + b
              + " between end members "
              + i
              + " and "
              + j
              + " of "
              + n
              + " is impossible.",
          "Give a finite number and two different end members, counted from 0.");
    }
    Map<Parameter, double[]> changed = new EnumMap<>(Parameter.class);
    bowing.forEach((key, values) -> changed.put(key, values.clone()));
    double[] values = changed.computeIfAbsent(parameter, key -> new double[n * n]);
    values[Math.min(i, j) * n + Math.max(i, j)] = b;
    return new SolidSolution(ends, changed);
  }

  /** In the order of the parts of {@link #at}. */
  public List<Crystal> ends() {
    return ends;
  }

  /**
   * The virtual crystal at a composition. Its lattice lies as {@link Lattice#ofParameters} says.
   *
   * @param parts of each end member, from 0 and together 1
   * @throws SimulateException where they are not
   */
  public Crystal at(double... parts) {
    requireParts(parts);
    Crystal first = ends.get(0);
    List<Site> sites = new ArrayList<>(first.siteCount());
    for (int site = 0; site < first.siteCount(); site++) {
      sites.add(site(site, parts));
    }
    return Crystal.of(lattice(parts), sites);
  }

  private Lattice lattice(double[] parts) {
    double[] mean = new double[6];
    for (int end = 0; end < parts.length; end++) {
      double[] own = ends.get(end).lattice().parameters();
      for (int p = 0; p < 6; p++) {
        mean[p] += parts[end] * own[p];
      }
    }
    bowing.forEach((parameter, values) -> {
      for (int i = 0; i < parts.length; i++) {
        for (int j = i + 1; j < parts.length; j++) {
          mean[parameter.ordinal()] -= values[i * parts.length + j] * parts[i] * parts[j];
        }
      }
    });
    return Lattice.ofParameters(mean[0], mean[1], mean[2], mean[3], mean[4], mean[5]);
  }

  private Site site(int site, double[] parts) {
    Map<Species, Double> mixed = new TreeMap<>();
    double[] place = new double[3];
    Crystal first = ends.get(0);
    for (int end = 0; end < parts.length; end++) {
      Crystal crystal = ends.get(end);
      Occupation occupation = crystal.occupation(site);
      for (int i = 0; i < occupation.species().size() && parts[end] > 0; i++) {
        mixed.merge(occupation.species().get(i), parts[end] * occupation.fraction(i), Double::sum);
      }
      for (int axis = 0; axis < 3; axis++) {
        // The image nearest to the first crystal's: 0.99 and 0.01 mix to 0, not to a half.
        double away = crystal.fractional(site, axis) - first.fractional(site, axis);
        place[axis] += parts[end] * (away - Math.rint(away));
      }
    }
    return new Site(
        occupation(mixed),
        first.fractional(site, 0) + place[0],
        first.fractional(site, 1) + place[1],
        first.fractional(site, 2) + place[2],
        first.label(site));
  }

  /** 0.7 and 0.3 of one species are that species, whatever rounding makes of their sum. */
  private static Occupation occupation(Map<Species, Double> mixed) {
    Map.Entry<Species, Double> only = mixed.entrySet().iterator().next();
    boolean full = mixed.size() == 1 && Math.abs(only.getValue() - 1) <= ROUNDING;
    return full ? Occupation.of(only.getKey()) : Occupation.of(mixed);
  }

  private void requireParts(double[] parts) {
    double sum = Arrays.stream(parts).sum();
    boolean negative = Arrays.stream(parts).anyMatch(part -> !(part >= 0));
    if (parts.length != ends.size() || negative || !(Math.abs(sum - 1) <= ROUNDING)) {
      throw new SimulateException(
          "The parts "
              + Arrays.toString(parts)
              + " are no composition of "
              + ends.size()
              + " end members.",
          "Give one number from 0 to 1 for each; together they are 1.");
    }
  }

  /** The site of the other crystal for each site of the first. */
  private static int[] correspondence(Crystal first, Crystal other) {
    int[] partner = new int[first.siteCount()];
    boolean[] taken = new boolean[partner.length];
    for (int site = 0; site < partner.length; site++) {
      int nearest = nearest(first, site, other);
      if (nearest < 0 || taken[nearest]) {
        throw new SimulateException(
            "Site "
                + (site + 1)
                + " ("
                + first.label(site)
                + ") of "
                + first
                + " has no place of its own in "
                + other
                + ".",
            "Bring both into the same setting and origin, or order the sites yourself.");
      }
      taken[nearest] = true;
      partner[site] = nearest;
    }
    return partner;
  }

  private static int nearest(Crystal first, int site, Crystal other) {
    int best = -1;
    double least = FARTHEST;
    for (int i = 0; i < other.siteCount(); i++) {
      double distance =
          first
              .lattice()
              .distance(
                  first.fractional(site, 0),
                  first.fractional(site, 1),
                  first.fractional(site, 2),
                  other.fractional(i, 0),
                  other.fractional(i, 1),
                  other.fractional(i, 2));
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
