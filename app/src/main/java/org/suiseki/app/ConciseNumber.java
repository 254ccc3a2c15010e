package org.suiseki.app;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A number with its standard deviation in parentheses, in units of its last digit, as
 * crystallographers write it: {@code 28.4421(3)}. The deviation has the digits that keep it between
 * 2 and 19.
 */
final class ConciseNumber {
  private static final int LARGEST = 19;
  private static final int MOST_DECIMALS = 12;

  private ConciseNumber() {}

  /** Without a deviation above 0 the number alone. */
  static String of(double value, double deviation) {
    if (!Double.isFinite(value) || !(deviation > 0) || Double.isInfinite(deviation)) {
      boolean whole = value == Math.rint(value) && Math.abs(value) < 1e5;
      String plain = String.format(Locale.ROOT, whole ? "%.0f" : "%.5g", value);
      return Double.isInfinite(deviation) ? plain + "(?)" : plain;
    }
    int two = 1 - (int) Math.floor(Math.log10(deviation));
    int decimals = Math.min(scaled(deviation, two) > LARGEST ? two - 1 : two, MOST_DECIMALS);
    String shown =
        decimals > 0
            ? Long.toString(scaled(deviation, decimals))
            : rounded(deviation, decimals).toPlainString();
    return rounded(value, decimals).toPlainString() + "(" + shown + ")";
  }

  private static long scaled(double deviation, int decimals) {
    return rounded(deviation, decimals).scaleByPowerOfTen(decimals).longValue();
  }

  private static BigDecimal rounded(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
