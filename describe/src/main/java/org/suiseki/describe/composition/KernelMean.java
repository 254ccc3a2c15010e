package org.suiseki.describe.composition;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;

/**
 * Kernel mean descriptor (KMD): the distribution of the elements' properties, weighted by fractions
 * of atoms and smoothed by a Gaussian, looked at on a grid for each property ({@code kmd-1d}) or at
 * the properties of every element ({@code kmd-md}). It is linear in the fractions, so {@link
 * #inverse} finds the composition again, also for a descriptor that a model has designed (Kusaba,
 * Hayashi, Liu, Wakiuchi, Yoshida, Phys. Rev. B 108, 134107 (2023), doi
 * 10.1103/PhysRevB.108.134107; program KmdPlus).
 *
 * <p>Deviation from KmdPlus: a property that is the same for all elements gives 1 on its grid, or
 * does not count, where KmdPlus divides by 0.
 *
 * <p>When not to use it: {@code kmd-1d} has as many numbers as properties times points; with small
 * data the averages and variances of {@code composition-290} say nearly as much with fewer.
 */
public final class KernelMean implements CompositionDescriptor {
  private final ElementMatrix matrix;
  private final ElementKernel kernel;
  private final NearestMixture mixture;

  KernelMean(ElementMatrix matrix, ElementKernel kernel) {
    this.matrix = matrix;
    this.kernel = kernel;
    int width = kernel.names().size();
    this.mixture =
        new NearestMixture(
            kernel.elements().stream()
                .map(one ->
                    Arrays.copyOfRange(
                        kernel.values(), one.ordinal() * width, (one.ordinal() + 1) * width))
                .toArray(double[][]::new));
  }

  /**
   * The composition whose descriptor is nearest to given numbers.
   *
   * @param composition fractions of atoms, which make 1 together
   * @param distance of its numbers from the given, as √Σ(difference²); 0 within rounding where they
   *     describe a composition
   */
  public record Recovered(Composition composition, double distance) {
    private static final int LARGEST_UNIT = 1000;

    /**
     * The formula with whole amounts where the fractions are those of at most 1000 atoms to 1e-6,
     * {@code Fe2O3}; otherwise with the fractions, {@code Fe0.4012O0.5988}, rounded to 1e-6.
     */
    public String formula() {
      for (int atoms = 1; atoms <= LARGEST_UNIT; atoms++) {
        if (isWhole(atoms)) {
          return scaled(atoms, 1).reducedFormula();
        }
      }
      return scaled(1, 1e-6).formula();
    }

    private boolean isWhole(int atoms) {
      for (int i = 0; i < composition.elementCount(); i++) {
        double amount = composition.amountAt(i) * atoms;
        if (Math.rint(amount) == 0 || Math.abs(amount - Math.rint(amount)) > 1e-6 * atoms) {
          return false;
        }
      }
      return true;
    }

    private Composition scaled(double factor, double digit) {
      Map<Element, Double> amounts = new EnumMap<>(Element.class);
      for (int i = 0; i < composition.elementCount(); i++) {
        double rounded = Math.rint(composition.amountAt(i) * factor / digit) / Math.rint(1 / digit);
        if (rounded > 0) {
          amounts.put(composition.elementAt(i), rounded);
        }
      }
      return Composition.of(amounts);
    }
  }

  @Override
  public List<String> names() {
    return kernel.names();
  }

  @Override
  public List<String> units() {
    return Collections.nCopies(kernel.names().size(), "1");
  }

  @Override
  public List<String> sources() {
    return kernel.meanings();
  }

  @Override
  public MissingValues missingValues() {
    return matrix.policy();
  }

  @Override
  public List<MissingValue> missing(Composition composition) {
    return matrix.missing(composition);
  }

  @Override
  public boolean annotates() {
    return matrix.annotates();
  }

  @Override
  public String note(Composition composition) {
    return matrix.note(composition);
  }

  @Override
  public void describe(Composition composition, double[] out, int offset) {
    matrix.check(composition);
    int width = kernel.names().size();
    double[] values = kernel.values();
    double total = composition.total();
    Arrays.fill(out, offset, offset + width, 0);
    for (int i = 0; i < composition.elementCount(); i++) {
      int row = composition.elementAt(i).ordinal() * width;
      double weight = composition.amountAt(i) / total;
      for (int point = 0; point < width; point++) {
        out[offset + point] += weight * values[row + point];
      }
    }
  }

  /**
   * The composition, among all mixtures of the table's elements, whose numbers are nearest to these
   * in the sense of least squares; fractions below 1e-9 are left out. Unique where the kernels of
   * the elements are independent, which a grid with too few points or two elements of the same
   * properties spoil.
   *
   * @param features {@link #width()} finite numbers
   * @throws DescribeException where their number differs, or one is not finite
   */
  public Recovered inverse(double[] features) {
    if (features.length != width()) {
      throw new DescribeException(
          "The descriptor has " + width() + " numbers, and " + features.length + " are given.",
          "Use the same descriptor, options and element table as for making them.");
    }
    double[] fractions = mixture.nearest(features);
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    for (int i = 0; i < fractions.length; i++) {
      if (fractions[i] > 0) {
        amounts.put(kernel.elements().get(i), fractions[i]);
      }
    }
    Composition composition = Composition.of(amounts);
    double[] again = new double[width()];
    describe(composition, again, 0);
    double squares = 0;
    for (int i = 0; i < again.length; i++) {
      squares += (again[i] - features[i]) * (again[i] - features[i]);
    }
    return new Recovered(composition, Math.sqrt(squares));
  }
}
