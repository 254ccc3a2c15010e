package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void coloursOnlyATerminalThatWantsThem() {
    assertThat(Terminal.coloured(Map.of("TERM", "xterm"), true)).isTrue();
    assertThat(Terminal.coloured(Map.of("NO_COLOR", ""), true)).isTrue();
    assertThat(Terminal.coloured(Map.of("NO_COLOR", "1"), true)).isFalse();
    assertThat(Terminal.coloured(Map.of("TERM", "dumb"), true)).isFalse();
    assertThat(Terminal.coloured(Map.of("TERM", "xterm"), false)).isFalse();
  }

  @Test
  void takesTheWidthFromTheEnvironmentIfItIsSensible() {
    assertThat(Screen.of(Map.of("COLUMNS", "132"), StandardCharsets.UTF_8))
        .isEqualTo(new Screen(132, true));
    assertThat(Screen.of(Map.of("COLUMNS", "3"), StandardCharsets.US_ASCII))
        .isEqualTo(new Screen(20, false));
    assertThat(Screen.of(Map.of("COLUMNS", "wide"), StandardCharsets.UTF_8).width())
        .isGreaterThanOrEqualTo(20);
  }
}
