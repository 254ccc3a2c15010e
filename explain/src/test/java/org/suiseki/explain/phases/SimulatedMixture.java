package org.suiseki.explain.phases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.io.CrystalFiles;
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

/**
 * Patterns of mixtures of known weights, by {@link PowderPattern}, which shares no code with the
 * columns that are fitted: a phase of weight w and cell V, M has the areas w/(V M) · L P Σ|F|².
 */
final class SimulatedMixture {
  private final Map<String, Double> weights = new LinkedHashMap<>();
  private final Map<String, Double> strains = new LinkedHashMap<>();
  private final Map<String, Texture> textures = new LinkedHashMap<>();
  Radiation radiation = Radiation.kAlpha(Anode.CU);
  Axis axis = PowderPattern.axis(15, 85, 0.035);
  PeakProfile profile = PeakProfile.laboratory();
  Alignment alignment = Alignment.perfect();
  double vibration = 0.5;
  double counts = 6000;
  double background = 150;
  long seed = 1;

  static Crystal crystal(String name) {
    String source = name + ".cif";
    try (InputStream in = SimulatedMixture.class.getResourceAsStream(source)) {
      return CrystalFiles.read(in, source).entries().get(0).crystal();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Candidate> candidates(String... names) {
    return List.of(names).stream().map(name -> Candidate.of(name, crystal(name))).toList();
  }

  /** As Java resources are not listed, by name. */
  static List<Candidate> fourteen() {
    return candidates(
        "TiO2-rutile",
        "TiO2-anatase",
        "NiO",
        "ZnO",
        "In2O3",
        "ZrO2-baddeleyite",
        "La(OH)3",
        "MnO",
        "LiF",
        "V2O5",
        "Al2O3",
        "quartz",
        "NaCl",
        "CaF2");
  }

  SimulatedMixture with(String name, double weight) {
    weights.put(name, weight);
    return this;
  }

  /** Its lattice longer by this part. */
  SimulatedMixture strained(String name, double strain) {
    strains.put(name, strain);
    return this;
  }

  SimulatedMixture textured(String name, Texture texture) {
    textures.put(name, texture);
    return this;
  }

  MeasuredPattern pattern() {
    double[] sum = new double[axis.length()];
    weights.forEach((name, weight) -> add(name, weight, sum));
    double highest = 0;
    for (double value : sum) {
      highest = Math.max(highest, value);
    }
    for (int i = 0; i < sum.length; i++) {
      double slope = 2 - (axis.at(i) - axis.first()) / (axis.last() - axis.first());
      sum[i] = sum[i] * counts / highest + background * slope;
    }
    Spectrum expected = new Spectrum(axis, sum, "intensity", "1", Map.of());
    Spectrum counted = PowderPattern.counted(expected, seed);
    return MeasuredPattern.of(counted, new double[0], radiation, polarisation());
  }

  private Polarisation polarisation() {
    return radiation.probe() == Radiation.Probe.NEUTRONS
        ? Polarisation.full()
        : Polarisation.none();
  }

  private void add(String name, double weight, double[] sum) {
    Crystal crystal = stretched(crystal(name), 1 + strains.getOrDefault(name, 0.0));
    PowderDiffraction diffraction =
        PowderDiffraction.of(radiation)
            .withRange(Math.max(2, axis.first() - 8), axis.last() + 8)
            .withDebyeWaller(DebyeWaller.overall(vibration));
    Reflections reflections = diffraction.reflections(crystal);
    double strongest = 0;
    for (int k = 0; k < reflections.count(); k++) {
      strongest = Math.max(strongest, reflections.absoluteIntensity(k));
    }
    double scale = weight / (crystal.volume() * crystal.composition().molarMass());
    PowderPattern pattern =
        PowderPattern.of(profile)
            .withAlignment(alignment)
            .withTexture(textures.getOrDefault(name, Texture.none()))
            .withScale(scale * strongest / 100);
    Spectrum one = pattern.spectrum(reflections, axis);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += one.value(i);
    }
  }

  private static Crystal stretched(Crystal crystal, double factor) {
    double[] p = crystal.lattice().parameters();
    return crystal.withLattice(
        Lattice.ofParameters(p[0] * factor, p[1] * factor, p[2] * factor, p[3], p[4], p[5]));
  }
}
