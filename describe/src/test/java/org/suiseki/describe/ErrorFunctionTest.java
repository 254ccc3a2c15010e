package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorFunctionTest {

  /** By 40-digit arithmetic. */
  @ParameterizedTest
  @CsvSource({
    "0, 1.0",
    "0.03125, 0.964749626132677174",
    "0.25, 0.723673609831763067",
    "0.5, 0.479500122186953462",
    "1, 0.157299207050285131",
    "1.75, 0.0133283287808175562",
    "2.5, 0.00040695201744495894",
    "3, 0.0000220904969985854414",
    "4, 1.54172579002800189e-8",
    "5.5, 7.35784791797439806e-15",
    "8, 1.12242971729829271e-29",
    "15, 7.21299417245120667e-100",
    "25, 8.30017257119652275e-274"
  })
  void agreesWithFortyDigits(double x, double erfc) {
    // The round-off of exp(−x²) grows with x².
    assertThat(ErrorFunction.erfc(x) / erfc).isCloseTo(1, within(1e-15 * (3 + x * x)));
    assertThat(ErrorFunction.erfc(-x)).isCloseTo(2 - erfc, within(1e-15));
    assertThat(ErrorFunction.erf(x)).isCloseTo(1 - erfc, within(1e-15));
  }
}
