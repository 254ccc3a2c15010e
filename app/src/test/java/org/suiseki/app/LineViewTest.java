package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineViewTest {

  @Test
  void writesOneLineForAStageAndThenOneInTenSeconds() {
    StringWriter text = new StringWriter();
    AtomicLong clock = new AtomicLong();
    LineView view = new LineView(new PrintWriter(text), () -> false, clock::get);
    for (int second = 0; second <= 25; second++) {
      clock.set(Duration.ofSeconds(second).toNanos());
      view.step("training", second, 100);
    }
    view.step("report", 0, 1);
    assertThat(text.toString().lines())
        .containsExactly(
            "training",
            "training: 10 of 100, about 1:30 left",
            "training: 20 of 100, about 1:20 left",
            "report");
  }
}
