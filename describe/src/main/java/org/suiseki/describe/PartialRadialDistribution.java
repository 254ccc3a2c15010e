package org.suiseki.describe;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.geometry.Neighbours;

/**
 * Radial distribution functions of pairs of elements: how many atoms of one stand in each shell
 * around an atom of the other, compared with an even spread. With the parts c of the atoms, the
 * {@link RadialDistribution} is the sum of c₁ c₂ g₁₂ over all elements 1 and 2 (Faber and Ziman,
 * Philos. Mag. 11, 153 (1965), 10.1080/14786436508211931). A pair that a crystal does not hold has
 * 0 throughout.
 *
 * <p>Species that share a site count by their parts. Cost as {@link RadialDistribution}.
 */
public final class PartialRadialDistribution implements Descriptor<Crystal> {
  private final RadialGrid grid;
  private final List<ElementPair> pairs;
  private final List<String> names;

  /**
   * @throws DescribeException where there is no pair, or one twice
   */
  public PartialRadialDistribution(RadialGrid grid, List<ElementPair> pairs) {
    if (pairs.isEmpty() || pairs.stream().distinct().count() < pairs.size()) {
      throw new DescribeException(
          "Distributions cannot be taken for the pairs " + pairs + ".",
          "Give at least one pair of elements, each once.");
    }
    this.grid = grid;
    this.pairs = List.copyOf(pairs);
    this.names = pairs.stream().flatMap(pair -> grid.names("rdf " + pair).stream()).toList();
  }

  /** The function of each pair of elements that the crystal holds, lighter pairs first. */
  public static Map<ElementPair, double[]> all(Crystal crystal, RadialGrid grid) {
    List<Element> elements = crystal.composition().elements();
    List<ElementPair> pairs =
        IntStream.range(0, elements.size())
            .boxed()
            .flatMap(i ->
                elements.stream().skip(i).map(other -> new ElementPair(elements.get(i), other)))
            .collect(Collectors.toList());
    double[] values = new double[pairs.size() * grid.bins()];
    new PartialRadialDistribution(grid, pairs).describe(crystal, values, 0);
    Map<ElementPair, double[]> functions = new TreeMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      functions.put(
          pairs.get(i), Arrays.copyOfRange(values, i * grid.bins(), (i + 1) * grid.bins()));
    }
    return functions;
  }

  /** {@code rdf Na-Cl 2.8-2.9}: the shell's radii in Å. */
  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public List<String> units() {
    return Collections.nCopies(names.size(), "1");
  }

  @Override
  public int width() {
    return names.size();
  }

  @Override
  public void describe(Crystal crystal, double[] out, int offset) {
    Arrays.fill(out, offset, offset + width(), 0);
    Map<Element, double[]> parts = parts(crystal);
    PairBlocks.each(
        crystal,
        grid.reach(),
        (neighbours, first, end) -> count(neighbours, first, end, parts, out, offset));
    for (int i = 0; i < pairs.size(); i++) {
      double[] first = parts.get(pairs.get(i).first());
      double[] second = parts.get(pairs.get(i).second());
      if (first != null && second != null) {
        double even = sum(first) * sum(second) / crystal.volume();
        for (int bin = 0; bin < grid.bins(); bin++) {
          out[offset + i * grid.bins() + bin] /= even * grid.shellVolume(bin);
        }
      }
    }
  }

  private void count(
      Neighbours neighbours,
      int from,
      int end,
      Map<Element, double[]> parts,
      double[] out,
      int offset) {
    for (int i = 0; i < pairs.size(); i++) {
      double[] first = parts.get(pairs.get(i).first());
      double[] second = parts.get(pairs.get(i).second());
      if (first != null && second != null) {
        count(neighbours, from, end, first, second, out, offset + i * grid.bins());
      }
    }
  }

  private void count(
      Neighbours neighbours,
      int from,
      int end,
      double[] first,
      double[] second,
      double[] out,
      int offset) {
    for (int site = from; site < end; site++) {
      if (first[site] > 0) {
        for (int e = neighbours.from(site); e < neighbours.to(site); e++) {
          double weight = first[site] * second[neighbours.neighbour(e)];
          if (weight > 0) {
            grid.add(neighbours.distance(e), weight, out, offset);
          }
        }
      }
    }
  }

  /** For each element of the crystal, its part of each site. */
  private static Map<Element, double[]> parts(Crystal crystal) {
    Map<Element, double[]> parts = new EnumMap<>(Element.class);
    for (int site = 0; site < crystal.siteCount(); site++) {
      Occupation occupation = crystal.occupation(site);
      for (int k = 0; k < occupation.species().size(); k++) {
        Element element = occupation.species().get(k).element();
        parts.computeIfAbsent(element, e -> new double[crystal.siteCount()])[site] +=
            occupation.fraction(k);
      }
    }
    return parts;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
