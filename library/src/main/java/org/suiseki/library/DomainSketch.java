package org.suiseki.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;

/**
 * Which elements a set of materials is made of: the square root of the mean atomic fraction of each
 * of the 118, so that the product of two sketches is their Bhattacharyya coefficient, 1 for sets of
 * the same elements in the same amounts and 0 for sets without a common element (A. Bhattacharyya,
 * Bull. Calcutta Math. Soc. 35, 99, 1943).
 *
 * <p>It is a coarse answer to "materials like mine": it knows nothing of bonds or structures.
 */
public final class DomainSketch {
  private static final int ELEMENTS = Element.values().length;

  private final float[] roots;

  private DomainSketch(float[] roots) {
    this.roots = roots;
  }

  /** Of materials, each with the same weight; a refusal where there are none. */
  public static DomainSketch of(Collection<Composition> materials) {
    if (materials.isEmpty()) {
      throw new LibraryException(
          "A domain cannot be sketched without materials.", "Give at least one.");
    }
    double[] mean = new double[ELEMENTS];
    for (Composition material : materials) {
      double total = material.total();
      material.amounts().forEach((element, amount) -> mean[element.ordinal()] += amount / total);
    }
    float[] roots = new float[ELEMENTS];
    for (int i = 0; i < ELEMENTS; i++) {
      roots[i] = (float) Math.sqrt(mean[i] / materials.size());
    }
    return new DomainSketch(roots);
  }

  /** From what {@link #values()} gave. */
  public static DomainSketch of(float[] values) {
    boolean fit = values.length == ELEMENTS;
    for (float value : values) {
      fit &= value >= 0 && value <= 1.001f;
    }
    if (!fit) {
      throw new LibraryException(
          "A sketch of a domain has " + values.length + " values, or some beyond 0 to 1.",
          "It has one from 0 to 1 for each of the 118 elements.");
    }
    return new DomainSketch(values.clone());
  }

  /** One for each element, hydrogen first, from 0 to 1: a copy. */
  public float[] values() {
    return roots.clone();
  }

  /** From 0, nothing in common, to 1. */
  public double similarity(DomainSketch other) {
    double sum = 0;
    for (int i = 0; i < ELEMENTS; i++) {
      sum += roots[i] * other.roots[i];
    }
    return Math.min(1, sum);
  }

  /** The elements that occur, ascending by atomic number. */
  public List<Element> elements() {
    List<Element> found = new ArrayList<>();
    for (Element element : Element.values()) {
      if (roots[element.ordinal()] > 0) {
        found.add(element);
      }
    }
    return found;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DomainSketch that && Arrays.equals(roots, that.roots);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(roots);
  }
}
