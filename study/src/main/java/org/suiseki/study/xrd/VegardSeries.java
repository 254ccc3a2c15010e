package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.suiseki.learn.Column;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.simulate.Anode;
import org.suiseki.simulate.SolidSolution;
import org.suiseki.study.StudyException;

/**
 * Simulated patterns of seven series of solid solutions between two known cubic crystals, whose
 * lattice parameters follow Vegard's law, Z. Phys. 5, 17 (1921), 10.1007/BF01349680, but for a
 * known bowing of Si–Ge: 21 compositions in steps of 5 %, two measurements each, for Cu Kα from 22°
 * to 100° in steps of 0.04°. The data card {@code vegard_series.md} has sources and limits.
 *
 * <p>Whether a real system mixes over the whole range at room temperature does not matter here:
 * Au–Pd, Cu–Ni, Si–Ge and MgO–NiO do, the others were made so as films or powders.
 */
final class VegardSeries {
  static final List<Column> PROPERTIES = List.of(new Column("x", "%"));

  private static final int STEPS = 20;
  private static final int MEASUREMENTS = 2;

  /** Overall B in Å². */
  private static final double DISPLACEMENTS = 0.5;

  /** Bowing in Å: Dismukes, Ekstrom and Paff, J. Phys. Chem. 68, 3021 (1964). */
  private static final double SILICON_GERMANIUM = 0.027;

  private static final Diffractometer DIFFRACTOMETER =
      Diffractometer.laboratory(Anode.CU, DISPLACEMENTS, 22, 100, 0.04);

  private static final Map<String, SolidSolution> FAMILIES = families();

  private VegardSeries() {}

  private static Map<String, SolidSolution> families() {
    Map<String, SolidSolution> all = new LinkedHashMap<>();
    all.put(
        "Si-Ge",
        SolidSolution.between(
                StructureType.diamond(5.431, Element.Si), StructureType.diamond(5.658, Element.Ge))
            .withBowing(SolidSolution.Parameter.A, 0, 1, SILICON_GERMANIUM)
            .withBowing(SolidSolution.Parameter.B, 0, 1, SILICON_GERMANIUM)
            .withBowing(SolidSolution.Parameter.C, 0, 1, SILICON_GERMANIUM));
    all.put(
        "Cu-Ni",
        SolidSolution.between(
            StructureType.copper(3.615, Element.Cu), StructureType.copper(3.524, Element.Ni)));
    all.put(
        "Au-Pd",
        SolidSolution.between(
            StructureType.copper(4.079, Element.Au), StructureType.copper(3.890, Element.Pd)));
    all.put(
        "ZnS-ZnSe",
        SolidSolution.between(
            StructureType.sphalerite(5.409, Element.Zn, Element.S),
            StructureType.sphalerite(5.668, Element.Zn, Element.Se)));
    all.put(
        "CaF2-SrF2",
        SolidSolution.between(
            StructureType.fluorite(5.463, Element.Ca, Element.F),
            StructureType.fluorite(5.800, Element.Sr, Element.F)));
    all.put(
        "MgO-NiO",
        SolidSolution.between(
            StructureType.rockSalt(4.212, Element.Mg, Element.O),
            StructureType.rockSalt(4.177, Element.Ni, Element.O)));
    all.put(
        "GaAs-InAs",
        SolidSolution.between(
            StructureType.sphalerite(5.653, Element.Ga, Element.As),
            StructureType.sphalerite(6.058, Element.In, Element.As)));
    return all;
  }

  /** The names of the series, the first end member first. */
  static List<String> names() {
    return List.copyOf(FAMILIES.keySet());
  }

  /** Each series as a set of its own. */
  static List<PatternSet> all(long seed, Progress progress) {
    return names().stream().map(name -> family(name, seed, progress)).toList();
  }

  /** All series as one set; the property {@code x} means another element in each. */
  static PatternSet of(long seed, Progress progress) {
    List<Pattern> patterns = new ArrayList<>();
    for (String name : names()) {
      patterns.addAll(patterns(name, seed, progress));
    }
    return set(
        "vegard",
        "Seven solid solutions, simulated",
        "of " + FAMILIES.size() + " series between known crystals",
        patterns,
        seed);
  }

  /**
   * One series.
   *
   * @param name one of {@link #names}
   * @throws StudyException for another name
   */
  static PatternSet family(String name, long seed, Progress progress) {
    solution(name);
    return set(
        "vegard-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
        name.replace('-', '–') + " solid solutions, simulated",
        "of the series " + name.replace('-', '–'),
        patterns(name, seed, progress),
        seed);
  }

  private static PatternSet set(
      String name, String title, String what, List<Pattern> patterns, long seed) {
    return new PatternSet(
        name,
        title,
        patterns.size()
            + " simulated powder patterns for Cu Kα "
            + what
            + "; x is the fraction of the second crystal.",
        PROPERTIES,
        patterns,
        Optional.of(modelling()),
        DIFFRACTOMETER.wavelength(),
        SimulatedSamples.origin(name + " simulated with seed " + seed, patterns),
        List.of(),
        List.of());
  }

  /** The seed of a series is its own, so that it is the same alone and among the others. */
  private static List<Pattern> patterns(String name, long seed, Progress progress) {
    List<SimulatedSamples.Sample> samples = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double[] values = {100.0 * i / STEPS};
      samples.add(
          new SimulatedSamples.Sample(
              name, name + " " + 100 * i / STEPS + " %", values, crystal(name, values)));
    }
    SplittableRandom seeds = new SplittableRandom(seed);
    long own = seeds.nextLong();
    for (int i = 0; i < names().indexOf(name); i++) {
      own = seeds.nextLong();
    }
    return SimulatedSamples.measured(DIFFRACTOMETER, samples, MEASUREMENTS, own, progress);
  }

  static PatternModelling modelling() {
    return new SimulatedModelling(DIFFRACTOMETER, VegardSeries::crystal);
  }

  private static Crystal crystal(String family, double[] values) {
    double part = values[0] / 100;
    if (!(part >= 0 && part <= 1)) {
      throw new StudyException(
          family + " with x = " + values[0] + " % is outside of the series.",
          "Give x from 0 to 100 %.");
    }
    return solution(family).at(1 - part, part);
  }

  private static SolidSolution solution(String family) {
    SolidSolution solution = FAMILIES.get(family);
    if (solution == null) {
      throw new StudyException(
          "There is no series '" + family + "'.", "Name one of " + names() + ".");
    }
    return solution;
  }
}
