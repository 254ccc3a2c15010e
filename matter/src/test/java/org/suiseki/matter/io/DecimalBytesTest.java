package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalBytesTest {

  /** To the last bit: both are correctly rounded. */
  @Test
  void agreesWithTheLanguage() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(parse(Double.toString(value))).isEqualTo(value);
      }
      String decimal = random.nextInt(1000) + "." + Long.toString(random.nextLong()).substring(2);
      String cut = decimal.substring(0, Math.min(decimal.length(), 3 + random.nextInt(20)));
      String exponent = random.nextBoolean() ? "" : "E" + (random.nextInt(700) - 350);
      assertThat(parse(cut + exponent)).isEqualTo(Double.parseDouble(cut + exponent));
    }
  }

  @Test
  void readsWhatFortranWrites() {
    assertThat(parse("-1.5D+03")).isEqualTo(-1500);
    assertThat(parse(".5")).isEqualTo(0.5);
    assertThat(parse("+7.")).isEqualTo(7);
    assertThat(parse("123456789012345678901234567890")).isEqualTo(123456789012345678901234567890.0);
    assertThat(parse("12345678901234567890d-20")).isEqualTo(0.12345678901234567890);
    assertThat(parse("1e999")).isInfinite();
    assertThat(parse("1e-99999999999")).isZero();
    assertThat(parse("-0")).isEqualTo(-0.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", ".", "e5", "1e", "1e+", "nan", "inf", "0x10", "1,5", "1.2.3", "1f", "1_0"
      })
  void refusesTheRest(String text) {
    assertThat(parse(text)).isNaN();
  }

  @Test
  void countsAreDigitsAlone() {
    assertThat(count("12")).isEqualTo(12);
    assertThat(count("999999999999999999")).isEqualTo(999_999_999_999_999_999L);
    for (String text : new String[] {"", "-1", "+1", "1.0", "1e3", "9999999999999999999"}) {
      assertThat(count(text)).isEqualTo(-1);
    }
  }

  private static double parse(String text) {
    byte[] bytes = (" " + text + "x").getBytes(StandardCharsets.US_ASCII);
    return DecimalBytes.parse(bytes, 1, bytes.length - 1);
  }

  private static long count(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return DecimalBytes.count(bytes, 0, bytes.length);
  }
}
