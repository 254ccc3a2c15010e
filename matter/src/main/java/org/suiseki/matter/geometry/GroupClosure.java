package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.MatterException;

/** Makes a whole space group, modulo lattice translations, of its generators. */
final class GroupClosure {
  /** 48 rotations times as many centrings as any cell of the tables has, and some more. */
  private static final int LARGEST = 48 * 27;

  /** Translations nearer than this, as fractions, are one. */
  private static final double SAME = 1e-6;

  private final List<double[]> centrings = new ArrayList<>();
  private final List<SymmetryOperation> representatives = new ArrayList<>();

  private GroupClosure() {
    centrings.add(new double[3]);
    representatives.add(SymmetryOperation.IDENTITY);
  }

  /**
   * All operations, those of one centring together, the identity first.
   *
   * @throws MatterException where they go on without end
   */
  static List<SymmetryOperation> of(List<SymmetryOperation> generators) {
    GroupClosure group = new GroupClosure();
    for (SymmetryOperation generator : generators) {
      group.add(generator);
    }
    boolean grown = true;
    while (grown) {
      int before = group.size();
      group.close(generators);
      grown = group.size() > before;
    }
    return group.all();
  }

  private int size() {
    return representatives.size() * centrings.size();
  }

  private void close(List<SymmetryOperation> generators) {
    for (int i = 0; i < representatives.size(); i++) {
      for (SymmetryOperation generator : generators) {
        add(representatives.get(i).times(generator));
      }
    }
    for (SymmetryOperation representative : List.copyOf(representatives)) {
      for (double[] centring : List.copyOf(centrings)) {
        double[] turned = Matrix3.apply(Matrix3.ofWhole(representative.rotation()), centring);
        addCentring(turned);
      }
    }
  }

  /** A new rotation is kept; a known one with another translation tells a centring. */
  private void add(SymmetryOperation operation) {
    for (SymmetryOperation known : representatives) {
      if (java.util.Arrays.equals(known.rotation(), operation.rotation())) {
        double[] difference = new double[3];
        for (int i = 0; i < 3; i++) {
          difference[i] = operation.translation(i) - known.translation(i);
        }
        addCentring(difference);
        return;
      }
    }
    if (representatives.size() == 48) {
      throw tooLarge();
    }
    representatives.add(operation.reduced());
  }

  private void addCentring(double[] vector) {
    if (known(vector)) {
      return;
    }
    for (int i = 0; i < centrings.size(); i++) {
      double[] sum = new double[3];
      for (int k = 0; k < 3; k++) {
        sum[k] = SymmetryOperation.reduced(centrings.get(i)[k] + vector[k]);
      }
      if (!known(sum)) {
        if (size() >= LARGEST) {
          throw tooLarge();
        }
        centrings.add(sum);
      }
    }
  }

  private boolean known(double[] vector) {
    for (double[] centring : centrings) {
      if (whole(vector[0] - centring[0])
          && whole(vector[1] - centring[1])
          && whole(vector[2] - centring[2])) {
        return true;
      }
    }
    return false;
  }

  private static boolean whole(double value) {
    return Math.abs(value - Math.rint(value)) < SAME;
  }

  private List<SymmetryOperation> all() {
    List<SymmetryOperation> all = new ArrayList<>(size());
    for (double[] centring : centrings) {
      for (SymmetryOperation representative : representatives) {
        double[] shift = representative.translation();
        for (int i = 0; i < 3; i++) {
          shift[i] += centring[i];
        }
        all.add(new SymmetryOperation(representative.rotation(), shift).reduced());
      }
    }
    return List.copyOf(all);
  }

  private static MatterException tooLarge() {
    return new MatterException(
        "The operations make a group of more than " + LARGEST + " members in one cell.",
        "Check their rotations and translations.");
  }
}
