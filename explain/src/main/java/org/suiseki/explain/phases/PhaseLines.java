package org.suiseki.explain.phases;

import java.util.List;
import java.util.Locale;
import org.suiseki.explain.ExplainException;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.geometry.CrystalSystem;
import org.suiseki.simulate.PowderDiffraction;
import org.suiseki.simulate.ReflectionFamily;
import org.suiseki.simulate.Reflections;

/**
 * The reflections of a candidate as flat arrays, ready to be moved by lattice strain: ln d of each
 * changes by Σ {@link #sensitivity} · strain, exact for one isotropic strain and to first order for
 * differences between axes, which stay below a per cent.
 *
 * @param spacing d in Å, falling
 * @param strength Σ|F|² over the reflections of the peak, in electrons² (fm²) per cell, without
 *     Lorentz, polarisation or vibration
 * @param sensitivity ∂ ln d/∂ strain; of reflection k and axis m at k · axes + m
 * @param axes names of the lengths that stretch by themselves, such as {@code a} and {@code c}
 * @param massPerScale V M of the cell, in Å³ g/mol: by it a scale becomes a mass
 * @param labels indices of the strongest family of each
 * @param texturing how preferred orientation would change them
 */
record PhaseLines(
    Candidate candidate,
    double[] spacing,
    double[] strength,
    double[] sensitivity,
    List<String> axes,
    double massPerScale,
    String[] labels,
    Texturing texturing) {
  private static final double WEAKEST = 0.05;

  /** Sites times reflections: some seconds of work. */
  private static final double MOST_TERMS = 3e9;

  private static final double NUDGE = 1e-6;

  /**
   * @throws ExplainException where the cell is so large that it would hold up the others
   * @throws org.suiseki.matter.SuisekiException where it has no reflections here
   */
  static PhaseLines of(Candidate candidate, PowderDiffraction diffraction) {
    requireFeasible(candidate, diffraction);
    Reflections reflections = diffraction.reflections(candidate.crystal());
    int count = 0;
    for (int peak = 0; peak < reflections.count(); peak++) {
      count += reflections.intensity(peak) > WEAKEST ? 1 : 0;
    }
    double[] spacing = new double[count];
    double[] strength = new double[count];
    String[] labels = new String[count];
    Stretch stretch = Stretch.of(candidate);
    double[] sensitivity = new double[count * stretch.axes().size()];
    Texturing.Gathering texturing = new Texturing.Gathering(candidate);
    int next = 0;
    for (int peak = 0; peak < reflections.count(); peak++) {
      if (!(reflections.intensity(peak) > WEAKEST)) {
        continue;
      }
      spacing[next] = reflections.spacing(peak);
      List<ReflectionFamily> families = reflections.families(peak);
      for (int i = 0; i < families.size(); i++) {
        ReflectionFamily family = families.get(i);
        strength[next] += family.multiplicity() * family.squaredAmplitude();
        texturing.add(family, reflections.members(peak, i));
      }
      texturing.end();
      labels[next] = families.get(0).indices();
      stretch.write(families.get(0), sensitivity, next * stretch.axes().size());
      next++;
    }
    double mass = candidate.crystal().volume() * candidate.crystal().composition().molarMass();
    return new PhaseLines(
        candidate, spacing, strength, sensitivity, stretch.axes(), mass, labels, texturing.done());
  }

  private static void requireFeasible(Candidate candidate, PowderDiffraction diffraction) {
    double sine = Math.sin(Math.toRadians(diffraction.to() / 2));
    double radius = 2 * sine / diffraction.radiation().wavelength();
    double reflections = 2 * Math.PI / 3 * candidate.crystal().volume() * radius * radius * radius;
    if (reflections * candidate.crystal().siteCount() > MOST_TERMS) {
      throw new ExplainException(
          String.format(
              Locale.ROOT,
              "Its cell of %d sites and %.0f Å³ has too many reflections to be tried.",
              candidate.crystal().siteCount(),
              candidate.crystal().volume()),
          "Give its primitive or conventional cell, or fewer angles.");
    }
  }

  int count() {
    return spacing.length;
  }

  /** By how much the cell's volume has grown, as a factor. */
  double volumeFactor(double[] strains) {
    double sum = 0;
    for (int axis = 0; axis < strains.length; axis++) {
      sum += strains[axis] * Stretch.lengths(axes.get(axis));
    }
    return Math.exp(sum);
  }

  /** Cells with one length each made a little longer, together isotropic. */
  private record Stretch(List<String> axes, Lattice lattice, List<Lattice> nudged) {

    static Stretch of(Candidate candidate) {
      Lattice lattice = candidate.crystal().lattice();
      List<String> axes = axes(candidate.system());
      List<Lattice> nudged = axes.stream().map(name -> nudged(lattice, name)).toList();
      return new Stretch(axes, lattice, nudged);
    }

    private static List<String> axes(CrystalSystem system) {
      return switch (system) {
        case CUBIC -> List.of("abc");
        case HEXAGONAL, TRIGONAL, TETRAGONAL -> List.of("ab", "c");
        case ORTHORHOMBIC, MONOCLINIC, TRICLINIC -> List.of("a", "b", "c");
      };
    }

    /** How many lengths a name stands for. */
    static int lengths(String name) {
      return name.length();
    }

    private static Lattice nudged(Lattice lattice, String name) {
      double[] p = lattice.parameters();
      for (int axis = 0; axis < 3; axis++) {
        if (name.indexOf('a' + axis) >= 0) {
          p[axis] *= 1 + NUDGE;
        }
      }
      return Lattice.ofParameters(p[0], p[1], p[2], p[3], p[4], p[5]);
    }

    void write(ReflectionFamily family, double[] out, int from) {
      double d = lattice.spacing(family.h(), family.k(), family.l());
      for (int axis = 0; axis < nudged.size(); axis++) {
        double longer = nudged.get(axis).spacing(family.h(), family.k(), family.l());
        out[from + axis] = Math.log(longer / d) / NUDGE;
      }
    }
  }
}
