package org.suiseki.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.suiseki.house.SharedCrystals;
import tools.jackson.databind.JsonNode;

/** Peaks against pymatgen 2022.11.7, {@code XRDCalculator('CuKa')}, 0 to 90 degrees. */
class ReflectionsReferenceTest {
  @Test
  void thirtyCrystalsHavePymatgensPeaksAndFamilies() {
    JsonNode entries = SharedCrystals.pymatgen();
    assertThat(entries.size()).isEqualTo(30);
    entries.forEachEntry((name, entry) -> {
      Reflections ours = PowderDiffraction.asPymatgen().reflections(SharedCrystals.crystal(entry));
      JsonNode peaks = entry.get("xrd_CuKa").get("peaks");
      assertThat(ours.count()).as(name).isEqualTo(peaks.size());
      for (int i = 0; i < ours.count(); i++) {
        String where = name + " " + peaks.get(i);
        // The reference is printed to 4 decimals, d to 5.
        assertThat(ours.twoTheta(i))
            .as(where)
            .isCloseTo(peaks.get(i).get("two_theta").asDouble(), within(0.6e-4));
        assertThat(ours.spacing(i))
            .as(where)
            .isCloseTo(peaks.get(i).get("d").asDouble(), within(0.6e-5));
        assertThat(ours.intensity(i))
            .as(where)
            .isCloseTo(peaks.get(i).get("I").asDouble(), within(0.6e-4));
        assertThat(families(ours, i)).as(where).isEqualTo(families(peaks.get(i)));
      }
    });
  }

  private static Map<String, Integer> families(Reflections reflections, int peak) {
    Map<String, Integer> families = new TreeMap<>();
    for (ReflectionFamily family : reflections.families(peak)) {
      families.put(family.indices(), family.multiplicity());
    }
    return families;
  }

  private static Map<String, Integer> families(JsonNode peak) {
    Map<String, Integer> families = new TreeMap<>();
    for (JsonNode family : peak.get("hkl")) {
      JsonNode hkl = family.get("hkl");
      String indices = hkl.get(0) + " " + hkl.get(1) + " " + hkl.get(hkl.size() - 1);
      families.put(indices, family.get("mult").asInt());
    }
    return families;
  }
}
