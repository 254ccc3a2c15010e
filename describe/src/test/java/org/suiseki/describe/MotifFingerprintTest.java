package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against matminer's values, given pymatgen's neighbours. */
class MotifFingerprintTest {
  /** The reference is written with six decimals, and so are the probabilities it is fed with. */
  private static final double ROUNDING = 5e-6;

  @Test
  void namesAreTheSource() {
    assertThat(new MotifFingerprint(FingerprintMotif.all()).names())
        .isEqualTo(ReferenceEnvironments.labels("labels_ops"));
  }

  @Test
  void valuesAreTheSourceFromItsNeighbours() {
    MotifFingerprint fingerprint = new MotifFingerprint(FingerprintMotif.all());
    NeighbourAngles angles = new NeighbourAngles();
    double[] values = new double[fingerprint.names().size()];
    for (ReferenceEnvironments.Entry entry : ReferenceEnvironments.all()) {
      for (ReferenceEnvironments.Environment site : entry.environments()) {
        fingerprint.write(site.probabilities(), site.directions(), site.ranks(), angles, values, 0);
        for (int i = 0; i < values.length; i++) {
          assertThat(values[i])
              .as("%s, site %d, %s", entry.name(), site.site(), fingerprint.names().get(i))
              .isCloseTo(site.ops()[i], within(ROUNDING));
        }
      }
    }
  }
}
