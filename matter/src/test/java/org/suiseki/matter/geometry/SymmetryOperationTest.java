package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

class SymmetryOperationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-x+1/2, y, z+0.25 | -x+1/2,y,z+1/4",
        "1/2+X,-Y,Z | x+1/2,-y,z",
        "-y , x-y , 2/3 + z | -y,x-y,z+2/3",
        "x,y,0.333+z | x,y,z+1/3",
        "x,y,z+.66667 | x,y,z+2/3",
        "x,y,z+0.66 | x,y,z+2/3",
        "x,y,z+0.3 | x,y,z+3/10",
        "x,y,z+0.30 | x,y,z+3/10",
        "x-1,y+3,z-1/2 | x-1,y+3,z-1/2",
        "+x,+y,-1*z | x,y,-z",
        "a,b,-c+1/2 | x,y,-z+1/2",
        "x+1/4+1/4,y,z | x+1/2,y,z",
        "x,y,z+0.1234 | x,y,z+0.1234"
      })
  void readsAndWritesTriplets(String text, String normal) {
    SymmetryOperation read = SymmetryOperation.parse(text);
    assertThat(read).hasToString(normal);
    assertThat(SymmetryOperation.parse(normal)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x,y",
        "x,y,z,x",
        "x,y,w",
        "x,,z",
        "x,y,z+",
        "x,y,1/0+z",
        "x y z",
        "x,y,z+1/",
        "x,y,.",
        "x,y,z;",
        "x,x,z",
        "2x,y,z",
        "x/2,y,z",
        "1/2,y,z",
        "x,y,--z",
        "x,y,1.2.3",
        "x,y,z+1234567890123456789"
      })
  void refusesWhatIsNoOperation(String text) {
    assertThatThrownBy(() -> SymmetryOperation.parse(text)).isInstanceOf(MatterException.class);
  }

  @Test
  void saysInWhichColumnATripletBreaks() {
    assertThatThrownBy(() -> SymmetryOperation.parse("-x,y+q,z"))
        .isInstanceOfSatisfying(
            MatterException.class,
            broken -> assertThat(broken.place().map(Place::column)).hasValue(6));
  }

  @Test
  void composesAndInverts() {
    SymmetryOperation screw = SymmetryOperation.parse("-y,x-y,z+1/3");
    assertThat(screw.times(screw)).hasToString("-x+y,-x,z+2/3");
    assertThat(screw.times(screw.inverse()).isIdentity()).isTrue();
    assertThat(screw.times(screw).times(screw).reduced().isIdentity()).isTrue();
    assertThat(screw.type()).isEqualTo(3);
    assertThat(screw.order()).isEqualTo(3);
    assertThat(SymmetryOperation.parse("-x,-y,-z").type()).isEqualTo(-1);
    assertThat(SymmetryOperation.parse("y,-x,-z").type()).isEqualTo(-4);
    assertThat(SymmetryOperation.parse("y,-x+y,-z").order()).isEqualTo(6);
    assertThat(SymmetryOperation.parse("x,-y,z+1/2").determinant()).isEqualTo(-1);
  }

  /** A point moved in one system and looked up in the other is moved alike. */
  @Test
  void followsAChangeOfBasis() {
    double[] basis = {1, 0, -1, 0, 1, 0, 1, 0, 0};
    double[] origin = {0.25, 0.1, -0.3};
    SymmetryOperation given = SymmetryOperation.parse("x+1/2,-y+1/2,z");
    SymmetryOperation changed = given.transformed(basis, origin);
    double[] back = Matrix3.inverse(basis);
    Random random = new Random(4);
    for (int i = 0; i < 20; i++) {
      double[] x = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      double[] image = new double[3];
      given.apply(x, 0, image, 0);
      double[] imageThen = new double[3];
      changed.apply(moved(back, x, origin), 0, imageThen, 0);
      // 1e-12: rounding of a few products of numbers near 1.
      assertThat(imageThen)
          .usingComparatorWithPrecision(1e-12)
          .containsExactly(moved(back, image, origin));
    }
  }

  private static double[] moved(double[] back, double[] x, double[] origin) {
    return Matrix3.apply(back, new double[] {x[0] - origin[0], x[1] - origin[1], x[2] - origin[2]});
  }

  @Test
  void reducesTranslations() {
    assertThat(SymmetryOperation.parse("x-1/3,y+7/4,z-2").reduced())
        .isEqualTo(SymmetryOperation.parse("x+2/3,y+3/4,z"));
    // Just below a whole number, by the rounding of doubles.
    assertThat(SymmetryOperation.reduced(-1e-17)).isZero();
    assertThat(SymmetryOperation.reduced(0.1 - 1e-18)).isEqualTo(0.1);
  }
}
