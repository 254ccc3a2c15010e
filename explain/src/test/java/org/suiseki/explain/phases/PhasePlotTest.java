package org.suiseki.explain.phases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Progress;
import org.w3c.dom.Document;

/** Drawings of identifications, and searches that are stopped. */
final class PhasePlotTest {
  private static final SimulatedMixture MIXTURE =
      new SimulatedMixture().with("NaCl", 50).with("CuO", 50);

  @Test
  void showsPhasesUnknownPeaksAndHostileNames() throws Exception {
    Identification found =
        PhaseSearch.standard()
            .identify(
                MIXTURE.pattern(), SimulatedMixture.candidates("NaCl", "NiO"), 1, Progress.SILENT);
    PhasePlot plot = new PhasePlot("<script>alert(\"&\")</script>", found);
    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(plot.svg().getBytes(StandardCharsets.UTF_8)));
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    String text = svg.getDocumentElement().getTextContent();
    assertThat(text).contains("NaCl 100.0 wt%", "unknown", "2θ [degree]", "<script>");
    // A tick for each reflection, which says its indices.
    assertThat(text).contains("NaCl 2 0 0,", "NaCl 2 2 0,");
    assertThat(plot.page()).doesNotContain("<script").contains("Fm-3m", "Unknown peaks: ");
  }

  @Test
  void emptyResultsAreDrawnToo() {
    Identification found =
        PhaseSearch.standard()
            .identify(MIXTURE.pattern(), SimulatedMixture.candidates("In2O3"), 1, Progress.SILENT);
    assertThat(found.phases()).isEmpty();
    assertThat(new PhasePlot("nothing", found).svg()).contains("unknown").doesNotContain("NaN");
  }

  @Test
  void stopsWhenAsked() {
    Progress stopped =
        new Progress() {
          @Override
          public void step(String stage, long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() ->
            PhaseSearch.standard()
                .identify(MIXTURE.pattern(), SimulatedMixture.candidates("NaCl"), 1, stopped))
        .isInstanceOf(CancellationException.class);
  }
}
