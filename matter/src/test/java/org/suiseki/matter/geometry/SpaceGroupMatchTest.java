package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.MatterException;

class SpaceGroupMatchTest {

  /**
   * The operations of each of the 530 settings, seen from another basis of the same lattice and
   * another origin, are those of its number; and with the basis and origin found they become the
   * tabulated ones again, each once.
   */
  @Test
  void findsEverySettingBackFromAnyBasis() {
    Random random = new Random(1999);
    for (SpaceGroup group : SpaceGroup.all()) {
      double[] basis = unimodular(random);
      double[] origin = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      List<SymmetryOperation> seen = changed(group.operations(), basis, origin);
      Collections.shuffle(seen, random);
      Lattice lattice = rows(lattice(group, random), basis);
      SpaceGroupMatch match = SpaceGroupMatch.of(seen, lattice);
      assertThat(match.spaceGroup()).isSameAs(SpaceGroup.ofNumber(group.number()));
      assertThat(tabulated(seen, match))
          .as(group.toString())
          .isEqualTo(new HashSet<>(match.spaceGroup().operations()));
    }
  }

  /** The same from the operations of a primitive cell, one for each rotation. */
  @Test
  void findsEveryNumberBackFromAPrimitiveCell() {
    Random random = new Random(55);
    for (int number = 1; number <= 230; number++) {
      SpaceGroup group = SpaceGroup.ofNumber(number);
      double[] primitive =
          Matrix3.multiply(Centring.valueOf("" + group.centring()).primitive, unimodular(random));
      double[] origin = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      List<SymmetryOperation> seen = new ArrayList<>();
      Set<List<Integer>> rotations = new HashSet<>();
      for (SymmetryOperation operation : changed(group.operations(), primitive, origin)) {
        List<Integer> rotation = new ArrayList<>();
        for (int element : operation.rotation()) {
          rotation.add(element);
        }
        if (rotations.add(rotation)) {
          seen.add(operation);
        }
      }
      Lattice lattice = rows(lattice(group, random), primitive);
      SpaceGroupMatch match = SpaceGroupMatch.of(seen, lattice);
      assertThat(match.spaceGroup()).isSameAs(group);
      assertThat(tabulated(seen, match)).isEqualTo(new HashSet<>(group.operations()));
    }
  }

  /** A crystal described in a tabulated setting without better axes keeps its axes and origin. */
  @Test
  void keepsTheStandardSetting() {
    for (int number : new int[] {62, 123, 136, 141, 166, 194, 205, 225, 227}) {
      SpaceGroup group = SpaceGroup.ofNumber(number);
      Lattice lattice =
          switch (group.system()) {
            case CUBIC -> Lattice.cubic(5.4);
            case TETRAGONAL -> Lattice.ofParameters(4, 4, 7, 90, 90, 90);
            case TRIGONAL, HEXAGONAL -> Lattice.ofParameters(4, 4, 9, 90, 90, 120);
            default -> Lattice.ofParameters(4, 5, 6, 90, 90, 90);
          };
      SpaceGroupMatch match = SpaceGroupMatch.of(group.operations(), lattice);
      // 1e-12: rounding of a few products.
      assertThat(match.transformation())
          .as(group.toString())
          .usingComparatorWithPrecision(1e-12)
          .containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1);
      assertThat(match.originShift()).usingComparatorWithPrecision(1e-12).containsExactly(0, 0, 0);
    }
  }

  /** With noise the origin is off by about as much, and the number the same. */
  @Test
  void bearsNoise() {
    Random random = new Random(3);
    for (int number = 1; number <= 230; number++) {
      SpaceGroup group = SpaceGroup.ofNumber(number);
      List<SymmetryOperation> noisy = new ArrayList<>();
      for (SymmetryOperation operation : group.operations()) {
        double[] translation = operation.translation();
        for (int k = 0; k < 3; k++) {
          translation[k] += 1e-3 * (random.nextDouble() - 0.5);
        }
        noisy.add(new SymmetryOperation(operation.rotation(), translation));
      }
      SpaceGroupMatch match = SpaceGroupMatch.of(noisy, lattice(group, random));
      assertThat(match.spaceGroup()).isSameAs(group);
      for (SymmetryOperation operation : noisy) {
        SymmetryOperation exact =
            operation.transformed(match.transformation(), match.originShift());
        assertThat(nearest(exact, group)).isLessThan(5e-3);
      }
    }
  }

  /** A cell of eight and of 27 primitive ones, as a person may describe a crystal. */
  @Test
  void findsTheLatticeOfASupercell() {
    SpaceGroup group = SpaceGroup.ofNumber(221);
    for (int n = 2; n <= 3; n++) {
      double[] larger = {n, 0, 0, 0, n, 0, 0, 0, n};
      List<SymmetryOperation> seen = new ArrayList<>();
      for (int i = 0; i < n * n * n; i++) {
        int[] steps = {i % n, i / n % n, i / n / n};
        for (SymmetryOperation operation : changed(group.operations(), larger, new double[3])) {
          double[] translation = operation.translation();
          for (int k = 0; k < 3; k++) {
            translation[k] += (double) steps[k] / n;
          }
          seen.add(new SymmetryOperation(operation.rotation(), translation));
        }
      }
      SpaceGroupMatch match = SpaceGroupMatch.of(seen, Lattice.cubic(4 * n));
      assertThat(match.spaceGroup()).isSameAs(group);
      // 1e-9 of it: rounding.
      assertThat(match.lattice(Lattice.cubic(4 * n)).volume()).isCloseTo(64, within(1e-7));
    }
  }

  /** A vector a million cells long: the same crystal, if an odd description. */
  @Test
  void bearsSkewedCells() {
    SpaceGroup group = SpaceGroup.ofNumber(62);
    double[] skewed = {1, 100_000, 0, 0, 1, -3000, 0, 0, 1};
    List<SymmetryOperation> seen =
        changed(group.operations(), skewed, new double[] {0.25, 0.1, 0.3});
    Lattice lattice = rows(Lattice.ofParameters(4, 5, 6, 90, 90, 90), skewed);
    assertThat(SpaceGroupMatch.of(seen, lattice).spaceGroup()).isSameAs(group);
  }

  @Test
  void refusesWhatIsNoGroup() {
    Lattice cube = Lattice.cubic(4);
    List<SymmetryOperation> none = List.of();
    List<SymmetryOperation> halfAGroup =
        List.of(SymmetryOperation.IDENTITY, SymmetryOperation.parse("-y,x,z"));
    List<SymmetryOperation> wrongTranslations =
        List.of(SymmetryOperation.IDENTITY, SymmetryOperation.parse("-x,-y,z+1/3"));
    for (List<SymmetryOperation> wrong : List.of(none, halfAGroup, wrongTranslations)) {
      assertThatThrownBy(() -> SpaceGroupMatch.of(wrong, cube))
          .isInstanceOf(MatterException.class)
          .hasMessageContaining("make no space group");
    }
  }

  private static double nearest(SymmetryOperation operation, SpaceGroup group) {
    double best = 1;
    for (SymmetryOperation candidate : group.operations()) {
      if (Arrays.equals(candidate.rotation(), operation.rotation())) {
        double worst = 0;
        for (int k = 0; k < 3; k++) {
          double apart = candidate.translation(k) - operation.translation(k);
          worst = Math.max(worst, Math.abs(apart - Math.rint(apart)));
        }
        best = Math.min(best, worst);
      }
    }
    return best;
  }

  /** All operations in the basis found, with the old lattice vectors where they are centrings. */
  private static Set<SymmetryOperation> tabulated(
      List<SymmetryOperation> seen, SpaceGroupMatch match) {
    List<SymmetryOperation> all = changed(seen, match.transformation(), match.originShift());
    double[] back = Matrix3.inverse(match.transformation());
    for (int k = 0; k < 3; k++) {
      double[] old = {back[k], back[3 + k], back[6 + k]};
      all.add(new SymmetryOperation(SymmetryOperation.IDENTITY.rotation(), old));
    }
    return new HashSet<>(GroupClosure.of(all));
  }

  private static List<SymmetryOperation> changed(
      List<SymmetryOperation> operations, double[] basis, double[] origin) {
    List<SymmetryOperation> changed = new ArrayList<>();
    for (SymmetryOperation operation : operations) {
      changed.add(operation.transformed(basis, origin));
    }
    return changed;
  }

  private static Lattice rows(Lattice lattice, double[] basis) {
    double[] p = basis;
    return lattice.transformed(p[0], p[3], p[6], p[1], p[4], p[7], p[2], p[5], p[8]);
  }

  private static double[] unimodular(Random random) {
    double[] basis = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    for (int step = 0; step < 6; step++) {
      int i = random.nextInt(3);
      int j = (i + 1 + random.nextInt(2)) % 3;
      int times = random.nextInt(3) - 1;
      for (int k = 0; k < 9; k += 3) {
        basis[k + i] += times * basis[k + j];
      }
    }
    return basis;
  }

  /** A random cell that the group maps onto itself: the mean of a metric over its rotations. */
  static Lattice lattice(SpaceGroup group, Random random) {
    double[] m = new double[9];
    for (int i = 0; i < 9; i++) {
      m[i] = (i % 4 == 0 ? 5 : 0) + 2 * random.nextDouble() - 1;
    }
    double[] metric = Matrix3.multiply(m, transposed(m));
    double[] mean = new double[9];
    for (SymmetryOperation operation : group.operations()) {
      double[] w = Matrix3.ofWhole(operation.rotation());
      double[] turned = Matrix3.multiply(transposed(w), Matrix3.multiply(metric, w));
      for (int i = 0; i < 9; i++) {
        mean[i] += turned[i] / group.operations().size();
      }
    }
    double a = Math.sqrt(mean[0]);
    double b = Math.sqrt(mean[4]);
    double c = Math.sqrt(mean[8]);
    return Lattice.ofParameters(
        a,
        b,
        c,
        Math.toDegrees(Math.acos(mean[5] / (b * c))),
        Math.toDegrees(Math.acos(mean[2] / (a * c))),
        Math.toDegrees(Math.acos(mean[1] / (a * b))));
  }

  private static double[] transposed(double[] m) {
    return new double[] {m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
  }
}
