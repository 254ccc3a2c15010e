package org.suiseki.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Numbers of made-up reports as a study writes them. */
final class MadeNumbers {

  private MadeNumbers() {}

  static double[] squares(double[] roots) {
    return Arrays.stream(roots).map(root -> root * root).toArray();
  }

  static ObjectNode packed(double[] values, double low, double high) {
    byte[] bytes = new byte[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      double share = Math.max(0, Math.min(1, (values[i] - low) / (high - low)));
      int q = (int) Math.round(65535 * share);
      bytes[2 * i] = (byte) q;
      bytes[2 * i + 1] = (byte) (q >> 8);
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("low", low)
        .put("high", high)
        .put("data", Base64.getEncoder().encodeToString(bytes));
  }

  static ArrayNode numbers(double... values) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (double value : values) {
      list.add(digits(value));
    }
    return list;
  }

  /** Four significant digits, as a study writes them. */
  static double digits(double value) {
    return value == 0 ? 0 : new BigDecimal(value).round(new MathContext(4)).doubleValue();
  }
}
