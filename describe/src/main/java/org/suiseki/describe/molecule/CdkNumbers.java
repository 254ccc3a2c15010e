package org.suiseki.describe.molecule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.qsar.DescriptorValue;
import org.openscience.cdk.qsar.IMolecularDescriptor;
import org.openscience.cdk.qsar.result.DoubleArrayResult;
import org.openscience.cdk.qsar.result.DoubleResult;
import org.openscience.cdk.qsar.result.IDescriptorResult;
import org.openscience.cdk.qsar.result.IntegerArrayResult;
import org.openscience.cdk.qsar.result.IntegerResult;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.Descriptor;
import org.suiseki.matter.Element;
import org.suiseki.matter.Molecule;

/**
 * All numbers of {@link CdkNumber}. Those that CDK cannot find for a molecule, or finds from
 * elements that it has no values for, are NaN, and {@link #note} names them; none is 0 in their
 * place.
 *
 * <p>Cost: near 100 milliseconds a molecule, 10 without the chi indices, whose subgraphs CDK looks
 * for one pattern at a time; not for screening by the million.
 */
final class CdkNumbers implements Descriptor<Molecule> {
  private final List<String> names = new ArrayList<>();
  private final List<String> units = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();

  /** One set for each thread: CDK's keep notes while they calculate. */
  private final ThreadLocal<Calculators> calculators = ThreadLocal.withInitial(Calculators::new);

  private final List<CdkNumber> numbers;

  /**
   * @param chi whether to give the chi indices too, which take nine tenths of the time
   */
  CdkNumbers(boolean chi) {
    this.numbers =
        Arrays.stream(CdkNumber.values())
            .filter(number -> chi || !number.name().startsWith("CHI_"))
            .toList();
    for (CdkNumber number : numbers) {
      String[] columns = number.calculator().getDescriptorNames();
      for (int i = 0; i < columns.length; i++) {
        names.add(columns[i]);
        units.add(number.units.get(Math.min(i, number.units.size() - 1)));
        sources.add(number.source + "; CDK");
      }
    }
  }

  @Override
  public List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public List<String> units() {
    return List.copyOf(units);
  }

  @Override
  public List<String> sources() {
    return List.copyOf(sources);
  }

  @Override
  public boolean annotates() {
    return true;
  }

  @Override
  public String note(Molecule molecule) {
    double[] values = calculators.get().of(molecule);
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        missing.add(names.get(i));
      }
    }
    return missing.isEmpty() ? "" : "not known: " + String.join(" ", missing);
  }

  @Override
  public int width() {
    return names.size();
  }

  @Override
  public void describe(Molecule molecule, double[] out, int offset) {
    System.arraycopy(calculators.get().of(molecule), 0, out, offset, width());
  }

  /** CDK's, and what they last found, since a row asks for its numbers and then for its note. */
  private final class Calculators {
    private final List<IMolecularDescriptor> all = new ArrayList<>();
    private final double[] values = new double[width()];
    private String last = "";

    Calculators() {
      for (CdkNumber number : numbers) {
        IMolecularDescriptor calculator = number.calculator();
        calculator.initialise(SilentChemObjectBuilder.getInstance());
        all.add(calculator);
      }
    }

    double[] of(Molecule molecule) {
      if (!last.equals(molecule.smiles())) {
        last = "";
        calculate(molecule);
        last = molecule.smiles();
      }
      return values;
    }

    private void calculate(Molecule molecule) {
      Set<Element> elements = Set.copyOf(molecule.composition().elements());
      IAtomContainer graph = prepared(molecule);
      int at = 0;
      for (int k = 0; k < all.size(); k++) {
        int width = all.get(k).getDescriptorNames().length;
        if (numbers.get(k).knows(elements)) {
          fill(all.get(k), graph, at, width);
        } else {
          Arrays.fill(values, at, at + width, Double.NaN);
        }
        at += width;
      }
    }

    private IAtomContainer prepared(Molecule molecule) {
      IAtomContainer graph = molecule.toCdk();
      try {
        AtomContainerManipulator.percieveAtomTypesAndConfigureAtoms(graph);
      } catch (CDKException e) {
        throw new DescribeException(
            "The atoms of " + molecule + " are of no known types: " + e.getMessage() + ".",
            null,
            "Leave it out, or take physchem, which describes every molecule.",
            e);
      }
      return graph;
    }

    /** What fails in one of CDK's descriptors fails for that one only. */
    private void fill(IMolecularDescriptor one, IAtomContainer graph, int at, int width) {
      Arrays.fill(values, at, at + width, Double.NaN);
      DescriptorValue found;
      try {
        found = one.calculate(graph);
      } catch (NullPointerException
          | IllegalArgumentException
          | ArithmeticException
          | IndexOutOfBoundsException e) {
        // An element that its table does not have, or an atom where it expects none.
        return;
      }
      if (found.getException() == null) {
        for (int i = 0; i < width; i++) {
          double value = value(found.getValue(), i);
          values[at + i] = Double.isInfinite(value) ? Double.NaN : value;
        }
      }
    }

    private static double value(IDescriptorResult result, int index) {
      if (result instanceof DoubleResult one) {
        return one.doubleValue();
      }
      if (result instanceof IntegerResult one) {
        return one.intValue();
      }
      if (result instanceof DoubleArrayResult several) {
        return index < several.length() ? several.get(index) : Double.NaN;
      }
      if (result instanceof IntegerArrayResult several) {
        return index < several.length() ? several.get(index) : Double.NaN;
      }
      return Double.NaN;
    }
  }
}
