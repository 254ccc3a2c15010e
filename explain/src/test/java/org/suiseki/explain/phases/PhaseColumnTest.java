package org.suiseki.explain.phases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;
import org.suiseki.simulate.Alignment;
import org.suiseki.simulate.Anode;
import org.suiseki.simulate.DebyeWaller;
import org.suiseki.simulate.PeakProfile;
import org.suiseki.simulate.Polarisation;
import org.suiseki.simulate.PowderDiffraction;
import org.suiseki.simulate.PowderPattern;
import org.suiseki.simulate.Radiation;
import org.suiseki.simulate.Reflections;
import org.suiseki.simulate.Texture;

/** Columns against the patterns of the room that simulates, which integrates over bins. */
final class PhaseColumnTest {
  private static final Radiation COPPER = Radiation.kAlpha(Anode.CU);
  private static final Axis AXIS = PowderPattern.axis(12, 95, 0.01);

  private static double[] column(String name, double[] instrument, double[] own, int direction) {
    Spectrum empty = new Spectrum(AXIS, new double[AXIS.length()], "intensity", "1", Map.of());
    double[] ones = new double[AXIS.length()];
    java.util.Arrays.fill(ones, 1);
    MeasuredPattern pattern = new MeasuredPattern(empty, ones, COPPER, Polarisation.none());
    PowderDiffraction diffraction = PowderDiffraction.of(COPPER).withRange(8, 100);
    PhaseLines lines =
        PhaseLines.of(Candidate.of(name, SimulatedMixture.crystal(name)), diffraction);
    double[] values = new double[lines.axes().size() + 3];
    System.arraycopy(own, 0, values, lines.axes().size(), 3);
    double[] out = new double[AXIS.length()];
    new PhaseColumn(pattern).write(new PhaseState(lines, direction, values), instrument, out);
    return out;
  }

  private static double[] simulated(
      String name, PeakProfile profile, Alignment alignment, Texture texture, double vibration) {
    Reflections reflections =
        PowderDiffraction.of(COPPER)
            .withRange(8, 100)
            .withDebyeWaller(DebyeWaller.overall(vibration))
            .reflections(Candidate.of(name, SimulatedMixture.crystal(name)).crystal());
    double strongest = 0;
    for (int k = 0; k < reflections.count(); k++) {
      strongest = Math.max(strongest, reflections.absoluteIntensity(k));
    }
    return PowderPattern.of(profile)
        .withAlignment(alignment)
        .withTexture(texture)
        .withScale(strongest / 100)
        .spectrum(reflections, AXIS)
        .values();
  }

  /** The sum of absolute differences by the sum, an R factor. */
  private static double difference(double[] one, double[] other) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(one[i] - other[i]);
      all += other[i];
    }
    return sum / all;
  }

  private static double[] instrument(double zero, double displacement, double axial, double b) {
    return new double[] {zero, displacement, 0.06, 0.03, axial, b};
  }

  @Test
  void isWhatIsSimulated() {
    double[] column =
        column("TiO2-rutile", instrument(0.1, 0, 0, 0.8), new double[] {0.05, 0.04, 0}, -1);
    double[] simulated =
        simulated(
            "TiO2-rutile",
            new PeakProfile(
                0.03 * 0.03, 0, 0.06 * 0.06, 0.04, 0.05, Double.POSITIVE_INFINITY, 0, 0, 0),
            new Alignment(0.1, 0, 200),
            Texture.none(),
            0.8);
    // Tails are cut at 25 widths, which leaves out 0.013 of a Lorentzian's area, here half of it.
    assertThat(difference(column, simulated)).isLessThan(0.012);
  }

  @Test
  void theDisplacementIsThatOfBraggAndBrentano() {
    double millimetres = 0.1;
    double degrees = Math.toDegrees(2 * millimetres / 200);
    double[] column = column("NiO", instrument(0, degrees, 0, 0), new double[] {0.05, 0.04, 0}, -1);
    double[] simulated =
        simulated(
            "NiO",
            new PeakProfile(
                0.03 * 0.03, 0, 0.06 * 0.06, 0.04, 0.05, Double.POSITIVE_INFINITY, 0, 0, 0),
            new Alignment(0, millimetres, 200),
            Texture.none(),
            0);
    assertThat(difference(column, simulated)).isLessThan(0.012);
  }

  @Test
  void axialDivergenceIsNearlyThatOfFingerCoxAndJephcoat() {
    double[] narrow = {0.02, 0.01, 0};
    PeakProfile profile =
        new PeakProfile(
            0.03 * 0.03, 0, 0.06 * 0.06, 0.01, 0.02, Double.POSITIVE_INFINITY, 0, 0.03, 0.03);
    double[] exact = simulated("MoO3", profile, Alignment.perfect(), Texture.none(), 0);
    double[] near = column("MoO3", instrument(0, 0, 0.03, 0), narrow, -1);
    double[] without = column("MoO3", instrument(0, 0, 0, 0), narrow, -1);
    // First order in h² and four nodes are good enough to fit; without, the misfit is far larger.
    assertThat(difference(near, exact)).isLessThan(0.05);
    assertThat(difference(near, exact)).isLessThan(0.4 * difference(without, exact));
  }

  @Test
  void orientationIsThatOfMarchAndDollase() {
    // The third direction of orthorhombic candidates is 0 0 1.
    double[] column =
        column("V2O5", instrument(0, 0, 0, 0), new double[] {0.05, 0.04, Math.log(0.6)}, 2);
    double[] simulated =
        simulated(
            "V2O5",
            new PeakProfile(
                0.03 * 0.03, 0, 0.06 * 0.06, 0.04, 0.05, Double.POSITIVE_INFINITY, 0, 0, 0),
            Alignment.perfect(),
            new Texture(0, 0, 1, 0.6),
            0);
    assertThat(difference(column, simulated)).isLessThan(0.015);
  }

  @Test
  void strainMovesPeaksAsANewLatticeWould() {
    PowderDiffraction diffraction = PowderDiffraction.of(COPPER).withRange(8, 100);
    Candidate zinc = Candidate.of("ZnO", SimulatedMixture.crystal("ZnO"));
    PhaseLines lines = PhaseLines.of(zinc, diffraction);
    assertThat(lines.axes()).containsExactly("ab", "c");
    double[] values = {0.01, -0.004, 0, 0, 0};
    PhaseState state = new PhaseState(lines, -1, values);
    double[] p = zinc.crystal().lattice().parameters();
    org.suiseki.matter.Lattice longer =
        org.suiseki.matter.Lattice.ofParameters(
            p[0] * Math.exp(0.01),
            p[1] * Math.exp(0.01),
            p[2] * Math.exp(-0.004),
            p[3],
            p[4],
            p[5]);
    assertThat(lines.volumeFactor(state.strains()))
        .isCloseTo(
            longer.volume() / zinc.crystal().volume(),
            org.assertj.core.api.Assertions.within(1e-9));
    for (int k = 0; k < lines.count(); k++) {
      String[] hkl = lines.labels()[k].split(" ");
      double exact =
          longer.spacing(
              Integer.parseInt(hkl[0]), Integer.parseInt(hkl[1]), Integer.parseInt(hkl[2]));
      // Second order of a difference of 1.4 % between the axes.
      assertThat(PhaseColumn.spacing(state, k) / exact - 1).isBetween(-1e-4, 1e-4);
    }
  }
}
