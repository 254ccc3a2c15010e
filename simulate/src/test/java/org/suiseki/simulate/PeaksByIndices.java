package org.suiseki.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds peaks by the indices of their first family, such as {@code 2 2 0}. */
final class PeaksByIndices {
  private PeaksByIndices() {}

  static Map<String, Double> byIndices(Reflections peaks) {
    Map<String, Double> intensities = new HashMap<>();
    for (int i = 0; i < peaks.count(); i++) {
      intensities.put(peaks.families(i).get(0).indices(), peaks.intensity(i));
    }
    return intensities;
  }

  static double square(Reflections peaks, String indices) {
    return all(peaks).stream()
        .filter(family -> family.indices().equals(indices))
        .findFirst()
        .orElseThrow()
        .squaredAmplitude();
  }

  static List<ReflectionFamily> all(Reflections peaks) {
    List<ReflectionFamily> families = new ArrayList<>();
    for (int i = 0; i < peaks.count(); i++) {
      families.addAll(peaks.families(i));
    }
    assertThat(families).isNotEmpty();
    return families;
  }
}
