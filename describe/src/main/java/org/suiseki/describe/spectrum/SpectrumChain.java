package org.suiseki.describe.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.Measurement;

/**
 * Steps done one after the other. As text they are joined by bars, each a name and what it takes,
 * in order or by name: {@code crop:10:90|arpls:stiffness=1e5|sqrt|max}. Immutable, safe for several
 * threads.
 *
 * @param steps none leave a spectrum as it is
 */
public record SpectrumChain(List<SpectrumStep> steps) {

  public SpectrumChain {
    steps = List.copyOf(steps);
  }

  /** The names of all steps there are. */
  public static List<String> names() {
    return StepCatalogue.names();
  }

  /**
   * The chain of a text; none where it is blank.
   *
   * @throws DescribeException naming the step that cannot be read, counted from 1
   */
  public static SpectrumChain parse(String text) {
    List<SpectrumStep> steps = new ArrayList<>();
    String[] words = text.isBlank() ? new String[0] : text.split("\\|", -1);
    for (int i = 0; i < words.length; i++) {
      try {
        steps.add(StepCatalogue.parse(words[i]));
      } catch (DescribeException e) {
        throw at(i, words[i].strip(), e);
      }
    }
    return new SpectrumChain(steps);
  }

  /**
   * @throws DescribeException naming the step that cannot be done, counted from 1
   */
  public Spectrum apply(Spectrum spectrum) {
    Spectrum now = spectrum;
    for (int i = 0; i < steps.size(); i++) {
      try {
        now = steps.get(i).apply(now);
      } catch (SuisekiException e) {
        throw at(i, steps.get(i).text(), e);
      }
    }
    return now;
  }

  /**
   * A measurement after all steps. A conversion of the axis that was not told the wavelength takes
   * the file's; where a step changes the wavelength that the angles are of, so does the
   * measurement. Deviations stay where every step {@linkplain SpectrumStep#keepsValues keeps
   * values}, and are left out with a warning otherwise. The metadata {@code prepared} names the
   * steps.
   *
   * @throws DescribeException naming the step that cannot be done, counted from 1, at the place of
   *     the measurement
   */
  public Measurement apply(Measurement measurement) {
    if (steps.isEmpty()) {
      return measurement;
    }
    PreparedMeasurement now = new PreparedMeasurement(measurement);
    for (int i = 0; i < steps.size(); i++) {
      try {
        now.apply(steps.get(i));
      } catch (SuisekiException e) {
        DescribeException told = at(i, steps.get(i).text(), e);
        throw new DescribeException(told.what(), measurement.place(), told.mend(), e);
      }
    }
    return now.measurement(text());
  }

  /** Whether every step {@linkplain SpectrumStep#keepsValues keeps values}. */
  public boolean keepsValues() {
    return steps.stream().allMatch(SpectrumStep::keepsValues);
  }

  /** What {@link #parse} reads as an equal chain. */
  public String text() {
    return steps.stream().map(SpectrumStep::text).collect(Collectors.joining("|"));
  }

  private static DescribeException at(int index, String step, SuisekiException cause) {
    return new DescribeException(
        "Step " + (index + 1) + " of the chain, \"" + step + "\": " + cause.what(),
        cause.place().orElse(null),
        cause.mend(),
        cause);
  }
}
