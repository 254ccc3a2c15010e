package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.suiseki.learn.Column;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Species;
import org.suiseki.simulate.Anode;
import org.suiseki.simulate.SolidSolution;
import org.suiseki.study.StudyException;

/**
 * Simulated patterns of magnets of the ThMn12 type, (Sm,Zr)(Fe,Co,Ti)12, as those of Utimula et
 * al., Adv. Theory Simul. (2022), 10.1002/adts.202200613: 150 patterns, each of a composition of
 * its own, in three families, for Co Kα from 30° to 100° in steps of 0.04°. The data card {@code
 * alloy_patterns.md} has sources and limits.
 *
 * <p>Co radiation, because Cu Kα makes iron fluoresce; and just below the K edge of iron (7.11 keV)
 * it sees Fe and Co 2 electrons apart, but Fe and Ti nearly alike: Ti shows in the lattice.
 *
 * <p>Structure of Sm(1−z)Zr(z)Fe(12−t−k)Ti(t)Co(k): Zr on 2a, Ti on 8i, Co by halves on 8f and 8j;
 * lattice parameters linear in t, k and z. Seeded; all patterns take about a second.
 */
final class AlloyPatterns {
  static final String TITANIUM = "Sm(Fe,Ti)12";
  static final String COBALT = "Sm(Fe,Ti,Co)12";
  static final String ZIRCONIUM = "(Sm,Zr)(Fe,Ti)12";

  static final List<Column> PROPERTIES =
      List.of(new Column("Ti", "at.%"), new Column("Zr", "at.%"), new Column("Co", "at.%"));

  private static final int MEASUREMENTS = 1;

  /** Of a formula unit. */
  private static final int ATOMS = 13;

  /** Of one orbit of the metal sites in a formula unit. */
  private static final double ORBIT = 4;

  /** SmFe11Ti, Å. */
  private static final double A = 8.557;

  private static final double C = 4.799;

  /** Å for one atom in the formula, in place of Fe or Sm. */
  private static final double A_TITANIUM = 0.045;

  private static final double C_TITANIUM = 0.010;
  private static final double A_COBALT = -0.0124;
  private static final double C_COBALT = -0.0069;
  private static final double A_ZIRCONIUM = -0.12;
  private static final double C_ZIRCONIUM = -0.03;

  private static final double X_OF_I = 0.352;
  private static final double X_OF_J = 0.278;

  /** Overall B in Å². */
  private static final double DISPLACEMENTS = 0.4;

  private static final double ROUNDING = 1e-9;

  private static final Diffractometer DIFFRACTOMETER =
      Diffractometer.laboratory(Anode.CO, DISPLACEMENTS, 30, 100, 0.04);

  private static final SolidSolution ALLOY =
      SolidSolution.between(end(0, 0, 0), end(ORBIT, 0, 0), end(0, 2 * ORBIT, 0), end(0, 0, 1));

  /** What stands in a formula unit besides Sm and Fe. */
  private record Content(String family, double titanium, double cobalt, double zirconium) {

    double[] percentages() {
      return new double[] {100 * titanium / ATOMS, 100 * zirconium / ATOMS, 100 * cobalt / ATOMS};
    }

    /** Such as {@code Sm0.80Zr0.20Fe11.50Ti0.50}. */
    String formula() {
      return part("Sm", 1 - zirconium)
          + part("Zr", zirconium)
          + part("Fe", 12 - titanium - cobalt)
          + part("Ti", titanium)
          + part("Co", cobalt);
    }

    private static String part(String symbol, double amount) {
      if (amount < ROUNDING) {
        return "";
      }
      return Math.abs(amount - 1) < ROUNDING
          ? symbol
          : String.format(Locale.ROOT, "%s%.2f", symbol, amount);
    }
  }

  private AlloyPatterns() {}

  /**
   * All 150.
   *
   * @param seed of noise, misalignment, scale and background
   */
  static PatternSet of(long seed, Progress progress) {
    List<SimulatedSamples.Sample> samples = new ArrayList<>();
    for (Content content : contents()) {
      double[] values = content.percentages();
      samples.add(
          new SimulatedSamples.Sample(
              content.family, content.formula(), values, crystal(content.family, values)));
    }
    List<Pattern> patterns =
        SimulatedSamples.measured(DIFFRACTOMETER, samples, MEASUREMENTS, seed, progress);
    return new PatternSet(
        "alloys",
        "ThMn12-type magnets (Sm,Zr)(Fe,Co,Ti)12, simulated",
        patterns.size()
            + " simulated powder patterns for Co Kα of "
            + samples.size()
            + " compositions in three families, each with its own noise,"
            + " misalignment and background.",
        PROPERTIES,
        patterns,
        Optional.of(modelling()),
        DIFFRACTOMETER.wavelength(),
        SimulatedSamples.origin("alloys simulated with seed " + seed, patterns),
        List.of(),
        List.of());
  }

  static PatternModelling modelling() {
    return new SimulatedModelling(DIFFRACTOMETER, AlloyPatterns::crystal);
  }

  /**
   * In steps of Ti alone, and else by Halton's sequence (Numer. Math. 2, 84 (1960),
   * 10.1007/BF01386213), which fills a range evenly with no two contents alike: on a square grid a
   * composition left out would have no other of nearly its lattice parameters.
   */
  private static List<Content> contents() {
    List<Content> contents = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      contents.add(new Content(TITANIUM, hundredths(0.1 + 0.04 * i), 0, 0));
    }
    for (int i = 1; i <= 60; i++) {
      double titanium = hundredths(0.5 + 0.6 * halton(i, 2));
      contents.add(new Content(COBALT, titanium, hundredths(0.3 + 2.2 * halton(i, 3)), 0));
    }
    for (int i = 1; i <= 50; i++) {
      double titanium = hundredths(0.5 + 0.6 * halton(i, 2));
      contents.add(new Content(ZIRCONIUM, titanium, 0, hundredths(0.03 + 0.27 * halton(i, 3))));
    }
    return contents;
  }

  /** As the formula says it. */
  private static double hundredths(double amount) {
    return Math.rint(100 * amount) / 100;
  }

  /** The digits of a number in a base, mirrored at the point. */
  private static double halton(int number, int base) {
    double place = 1;
    double value = 0;
    for (int left = number; left > 0; left /= base) {
      place /= base;
      value += place * (left % base);
    }
    return value;
  }

  /** The virtual crystal; families differ in what they hold, not in their structure. */
  private static Crystal crystal(String family, double[] values) {
    double titanium = values[0] * ATOMS / 100 / ORBIT;
    double zirconium = values[1] * ATOMS / 100;
    double cobalt = values[2] * ATOMS / 100 / (2 * ORBIT);
    double rest = 1 - titanium - cobalt - zirconium;
    double least = Math.min(Math.min(rest, titanium), Math.min(cobalt, zirconium));
    if (!(least >= -ROUNDING)) {
      throw new StudyException(
          String.format(
              Locale.ROOT,
              "%s with %.3g at.%% Ti, %.3g at.%% Zr and %.3g at.%% Co is outside of what is"
                  + " modelled.",
              family,
              values[0],
              values[1],
              values[2]),
          "Give contents from 0 on, whose parts of the full substitution (30.8 at.% Ti on 8i, 61.5"
              + " at.% Co on 8f and 8j, 7.7 at.% Zr on 2a) are together at most 1.");
    }
    double[] parts = {rest, titanium, cobalt, zirconium};
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Math.max(0, parts[i]);
    }
    return ALLOY.at(parts);
  }

  /** An end member, real or not, from which the linear law starts. */
  private static Crystal end(double titanium, double cobalt, double zirconium) {
    double a = A + A_TITANIUM * (titanium - 1) + A_COBALT * cobalt + A_ZIRCONIUM * zirconium;
    double c = C + C_TITANIUM * (titanium - 1) + C_COBALT * cobalt + C_ZIRCONIUM * zirconium;
    Occupation metal = shared(Element.Fe, Element.Co, cobalt / (2 * ORBIT));
    return StructureType.thoriumManganese12(
        a,
        c,
        X_OF_I,
        X_OF_J,
        shared(Element.Sm, Element.Zr, zirconium),
        metal,
        shared(Element.Fe, Element.Ti, titanium / ORBIT),
        metal);
  }

  private static Occupation shared(Element host, Element guest, double part) {
    Map<Species, Double> fractions = new TreeMap<>();
    if (part < 1) {
      fractions.put(Species.of(host), 1 - part);
    }
    if (part > 0) {
      fractions.put(Species.of(guest), part);
    }
    return Occupation.of(fractions);
  }
}
