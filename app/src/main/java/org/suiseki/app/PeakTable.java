package org.suiseki.app;

import java.util.Locale;
import java.util.stream.Collectors;
import org.suiseki.simulate.Radiation;
import org.suiseki.simulate.ReflectionFamily;
import org.suiseki.simulate.Reflections;

/** The peaks of a powder as CSV and for a person. */
final class PeakTable {
  private static final double SHOWN_FROM = 0.05;

  private PeakTable() {}

  /**
   * One peak on each line; the families that meet in it are joined by semicolons, each with its
   * multiplicity.
   */
  static String csv(Reflections reflections) {
    boolean neutrons = reflections.options().radiation().probe() == Radiation.Probe.NEUTRONS;
    StringBuilder text =
        new StringBuilder(
            "two_theta [degree],d [Å],intensity,multiplicity,hkl,squared_amplitude ["
                + (neutrons ? "fm2" : "electron2")
                + "]\n");
    for (int peak = 0; peak < reflections.count(); peak++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%.6f,%.7f,%.6f,%d,%s,%s%n",
              reflections.twoTheta(peak),
              reflections.spacing(peak),
              reflections.intensity(peak),
              reflections.multiplicity(peak),
              reflections.families(peak).stream()
                  .map(ReflectionFamily::indices)
                  .collect(Collectors.joining("; ")),
              reflections.families(peak).stream()
                  .map(f -> String.format(Locale.ROOT, "%.6g", f.squaredAmplitude()))
                  .collect(Collectors.joining("; "))));
    }
    return text.toString();
  }

  static String text(Crystals.Found found, Reflections reflections) {
    StringBuilder text = new StringBuilder();
    text.append(found.file()).append("  ");
    text.append(found.entry().crystal().composition().reducedFormula()).append("  ");
    text.append(reflections.options().radiation().name());
    text.append(
        String.format(
            Locale.ROOT, ", mean %.6f Å%n", reflections.options().radiation().wavelength()));
    text.append(String.format("  %9s %9s %9s %5s  %s%n", "2θ [°]", "d [Å]", "I", "mult", "h k l"));
    int hidden = 0;
    for (int peak = 0; peak < reflections.count(); peak++) {
      if (reflections.intensity(peak) < SHOWN_FROM) {
        hidden++;
        continue;
      }
      text.append(
          String.format(
              Locale.ROOT,
              "  %9.4f %9.5f %9.2f %5d  %s%n",
              reflections.twoTheta(peak),
              reflections.spacing(peak),
              reflections.intensity(peak),
              reflections.multiplicity(peak),
              reflections.families(peak).stream()
                  .map(ReflectionFamily::indices)
                  .collect(Collectors.joining("; "))));
    }
    if (hidden > 0) {
      text.append(String.format("  %d weaker than %s of 100 not shown%n", hidden, SHOWN_FROM));
    }
    return text.toString();
  }
}
