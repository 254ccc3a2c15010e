package org.suiseki.learn.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.LearnException;

class NetworkRangesTest {

  @Test
  void drawsPyramidsWithinTheRanges() {
    NetworkRanges ranges = NetworkRanges.DEFAULT;
    assertThat(ranges.draw(1, 0, 2000))
        .allSatisfy(draw -> {
          assertThat(draw.hidden()).hasSizeBetween(1, 4);
          assertThat(draw.hidden()).allSatisfy(w -> assertThat(w).isBetween(16, 128));
          assertThat(draw.hidden()).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
          assertThat(draw.learningRate()).isBetween(5e-4, 1e-2);
          assertThat(draw.weightDecay()).isBetween(1e-4, 1e-1);
          assertThat(ranges.dropouts()).contains(draw.dropout());
        });
  }

  @Test
  void everyChoiceOccursAboutAsOftenAsItShould() {
    List<NetworkDraw> draws = NetworkRanges.DEFAULT.draw(7, 0, 4000);
    for (Activation activation : Activation.values()) {
      // A quarter each: standard deviation 27, five of them.
      assertThat(draws.stream().filter(draw -> draw.activation() == activation).count())
          .isBetween(863L, 1137L);
    }
    for (int layers = 1; layers <= 4; layers++) {
      int wanted = layers;
      assertThat(draws.stream().filter(draw -> draw.hidden().size() == wanted).count())
          .isBetween(863L, 1137L);
    }
    // Uniform in the logarithm: half of the rates lie below the geometric mean.
    assertThat(draws.stream().filter(draw -> draw.learningRate() < Math.sqrt(5e-6)).count())
        .isBetween(1842L, 2158L);
  }

  @Test
  void aDrawDependsOnTheSeedAndItsNumberAlone() {
    NetworkRanges ranges = NetworkRanges.DEFAULT;
    List<NetworkDraw> all = ranges.draw(5, 0, 50);
    assertThat(ranges.draw(5, 20, 30)).isEqualTo(all.subList(20, 50));
    assertThat(ranges.draw(6, 0, 50)).isNotEqualTo(all);
    // Neighbouring seeds are not the same list shifted by one.
    assertThat(ranges.draw(6, 0, 50)).doesNotContainAnyElementsOf(all);
    assertThat(all).doesNotHaveDuplicates();
    assertThat(all.stream().map(NetworkDraw::seed)).doesNotHaveDuplicates();
  }

  @Test
  void rangesThatAreEmptyAreRefused() {
    assertThatThrownBy(() ->
            new NetworkRanges(
                2, 1, 8, 16, List.of(Activation.RELU), List.of(0.0), 1e-3, 1e-2, 1e-4, 1e-2))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("mostLayers");
    assertThatThrownBy(() ->
            new NetworkRanges(
                1, 1, 8, 16, List.of(Activation.RELU), List.of(1.0), 1e-3, 1e-2, 1e-4, 1e-2))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("dropouts");
    assertThatThrownBy(() -> new NetworkDraw(List.of(8, 0), Activation.RELU, 0, 1e-3, 0, 1))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("hidden");
  }
}
