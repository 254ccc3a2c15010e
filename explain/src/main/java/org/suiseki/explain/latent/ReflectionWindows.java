package org.suiseki.explain.latent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.suiseki.explain.ExplainException;
import org.suiseki.explain.latent.WindowJoining.Span;
import org.suiseki.matter.Axis;
import org.suiseki.simulate.EmissionLine;
import org.suiseki.simulate.PowderPattern;
import org.suiseki.simulate.ReflectionFamily;
import org.suiseki.simulate.Reflections;

/**
 * The windows of families of reflections in patterns of one structure type. A family of one pattern
 * is that of another where they share a reflection, so that it keeps its name where an accidental
 * symmetry of intensities splits or joins it.
 */
final class ReflectionWindows {
  private static final String UNIT = "degree";

  /** More members of a joined window than this are not named. */
  private static final int NAMED = 3;

  private final List<Reflections> patterns;
  private final PowderPattern instrument;
  private final Axis axis;
  private final double reach;

  /** Which family a reflection belongs to. */
  private final Map<List<Integer>, Integer> familyOf = new HashMap<>();

  private final List<ReflectionFamily> families = new ArrayList<>();

  /** Of each family the intensity in each pattern, the strongest on the axis being 1. */
  private final List<double[]> intensity = new ArrayList<>();

  ReflectionWindows(
      List<Reflections> patterns,
      PowderPattern instrument,
      Axis axis,
      double reach,
      double weakest) {
    this.patterns = patterns;
    this.instrument = instrument;
    this.axis = axis;
    this.reach = reach;
    requireSound(weakest);
    for (int pattern = 0; pattern < patterns.size(); pattern++) {
      addFamilies(pattern);
    }
    for (int family = families.size() - 1; family >= 0; family--) {
      if (!(Arrays.stream(intensity.get(family)).max().orElse(0) >= weakest)) {
        families.remove(family);
        intensity.remove(family);
      }
    }
    if (families.isEmpty()) {
      throw new ExplainException(
          "No reflection lies on the axis (" + axis + ").",
          "Calculate the reflections in the range of the axis.");
    }
  }

  PeakWindows windows() {
    int count = families.size();
    Span[][] spans = new Span[patterns.size()][count];
    double[] weight = new double[count];
    for (int family = 0; family < count; family++) {
      weight[family] = Arrays.stream(intensity.get(family)).sum();
      for (int pattern = 0; pattern < patterns.size(); pattern++) {
        spans[pattern][family] = span(patterns.get(pattern), families.get(family));
      }
    }
    WindowJoining joining = new WindowJoining(spans, reach, axis);
    List<int[]> groups = joining.groups(weight);
    return joining.windows(groups, groups.stream().map(this::label).toList());
  }

  private void addFamilies(int pattern) {
    Reflections reflections = patterns.get(pattern);
    double wavelength = strongestLine(reflections).wavelength();
    double strongest = 0;
    List<Integer> numbers = new ArrayList<>();
    List<Double> strengths = new ArrayList<>();
    for (int peak = 0; peak < reflections.count(); peak++) {
      if (onAxis(instrument.angle(reflections.spacing(peak), wavelength))) {
        double whole = 0;
        for (ReflectionFamily family : reflections.families(peak)) {
          whole += family.multiplicity() * family.squaredAmplitude();
        }
        for (int i = 0; i < reflections.families(peak).size(); i++) {
          ReflectionFamily family = reflections.families(peak).get(i);
          double part = family.multiplicity() * family.squaredAmplitude() / whole;
          numbers.add(number(family, reflections.members(peak, i)));
          strengths.add(reflections.absoluteIntensity(peak) * part);
          strongest = Math.max(strongest, reflections.absoluteIntensity(peak) * part);
        }
      }
    }
    for (int i = 0; i < numbers.size(); i++) {
      intensity.get(numbers.get(i))[pattern] += strengths.get(i) / strongest;
    }
  }

  /** The number of the family that has one of these reflections, a new one where none has. */
  private int number(ReflectionFamily family, List<int[]> members) {
    for (int[] hkl : members) {
      Integer known = familyOf.get(key(hkl));
      if (known != null) {
        return known;
      }
    }
    families.add(family);
    intensity.add(new double[patterns.size()]);
    for (int[] hkl : members) {
      familyOf.put(key(hkl), families.size() - 1);
    }
    return families.size() - 1;
  }

  /** The same for opposites. */
  private static List<Integer> key(int[] hkl) {
    boolean opposite = hkl[0] < 0 || (hkl[0] == 0 && (hkl[1] < 0 || (hkl[1] == 0 && hkl[2] < 0)));
    int sign = opposite ? -1 : 1;
    return List.of(sign * hkl[0], sign * hkl[1], sign * hkl[2]);
  }

  private Span span(Reflections reflections, ReflectionFamily planes) {
    double spacing = reflections.lattice().spacing(planes.h(), planes.k(), planes.l());
    double strongest = strongestLine(reflections).wavelength();
    OptionalDouble position = instrument.angle(spacing, strongest);
    if (!onAxis(position)) {
      return Span.ABSENT;
    }
    double first = position.getAsDouble();
    double last = first;
    for (EmissionLine line : reflections.options().radiation().lines()) {
      OptionalDouble angle = instrument.angle(spacing, line.wavelength());
      if (angle.isPresent()) {
        first = Math.min(first, angle.getAsDouble());
        last = Math.max(last, angle.getAsDouble());
      }
    }
    double width = instrument.width(spacing, strongest);
    return new Span(position.getAsDouble(), first, last, width);
  }

  private boolean onAxis(OptionalDouble angle) {
    return angle.isPresent()
        && angle.getAsDouble() >= axis.first()
        && angle.getAsDouble() <= axis.last();
  }

  private static EmissionLine strongestLine(Reflections reflections) {
    List<EmissionLine> lines = reflections.options().radiation().lines();
    EmissionLine strongest = lines.get(0);
    for (EmissionLine line : lines) {
      strongest = line.weight() > strongest.weight() ? line : strongest;
    }
    return strongest;
  }

  private String label(int[] group) {
    String named =
        Arrays.stream(group)
            .limit(NAMED)
            .mapToObj(family -> families.get(family).indices())
            .collect(Collectors.joining(" + "));
    return group.length > NAMED ? named + " + …" : named;
  }

  private void requireSound(double weakest) {
    if (!axis.unit().equals(UNIT)) {
      throw new ExplainException(
          "Reflections lie at angles but the axis is in " + axis.unit() + ".",
          "Give an axis of 2θ in degrees, or take the peaks that the patterns themselves show.");
    }
    if (patterns.isEmpty() || !(reach > 0 && reach < Double.POSITIVE_INFINITY)) {
      throw new ExplainException(
          "Windows of " + reach + " widths were asked for in " + patterns.size() + " patterns.",
          "Give one pattern or more and a number above 0, such as 2.");
    }
    if (!(weakest >= 0 && weakest <= 1)) {
      throw new ExplainException(
          "The weakest reflection is " + weakest + " of the strongest.",
          "Give a number from 0 to 1, such as 0.005.");
    }
  }
}
