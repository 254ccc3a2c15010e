package org.suiseki.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;

class CarbonKEdgeTest {

  @Test
  void knownPeaksFallIntoTheirRegions() {
    // Gas phase: benzene 285.2, acetone 286.4, acetonitrile 286.9 (π*), CO2-like carbonates 290.
    assertThat(labelsAt(285.2)).contains("π* (C=C)");
    assertThat(labelsAt(286.5)).contains("π* (C=O), ketone");
    assertThat(labelsAt(286.9)).contains("π* (C≡N)");
    assertThat(labelsAt(288.6)).contains("carboxyl");
    assertThat(labelsAt(290.3)).contains("carbonate");
    assertThat(labelsAt(293.5)).contains("σ* (C–C)");
    assertThat(CarbonKEdge.at(283)).isEmpty();
  }

  @Test
  void regionsRiseAndNameTheirSources() {
    assertThat(CarbonKEdge.assignments())
        .isSortedAccordingTo(Comparator.comparingDouble(Assignment::from))
        .allMatch(one -> one.to() - one.from() <= 5 && !one.source().isBlank());
  }

  private static String labelsAt(double energy) {
    return CarbonKEdge.at(energy).toString();
  }
}
