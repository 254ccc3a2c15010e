package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarViewTest {

  private static String drawn(Screen screen) {
    StringWriter text = new StringWriter();
    try (BarView view = new BarView(new PrintWriter(text), screen, () -> false)) {
      view.step("read data", 3, 3);
      view.step("train the networks", 1, 4);
    }
    return text.toString();
  }

  @Test
  void drawsABarForEachStage() {
    assertThat(drawn(new Screen(80, true)).lines().map(String::strip).filter(l -> !l.isEmpty()))
        .anyMatch(line -> line.startsWith("read data") && line.contains("100%"))
        .anyMatch(line -> line.startsWith("train the networks") && line.contains("25%"));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 80, 200})
  void staysInsideTheScreen(int width) {
    assertThat(drawn(new Screen(width, true)).split("[\r\n]+"))
        .allMatch(line -> line.length() < width);
  }

  @Test
  void saysALineInPlaceOfTheBar() {
    StringWriter text = new StringWriter();
    PrintWriter err = new PrintWriter(text);
    try (BarView view = new BarView(err, new Screen(40, true), () -> false)) {
      view.step("read data", 1, 3);
      view.say(err, "left out a.cif");
      assertThat(text.toString())
          .contains("\rleft out a.cif" + " ".repeat(39 - 14) + System.lineSeparator());
    }
  }

  @Test
  void needsNoUnicode() {
    assertThat(drawn(new Screen(80, false))).matches("[\\x00-\\x7f]*");
  }
}
