package org.suiseki.study;

import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Numbers as results carry them: five significant digits; what is not finite is null. */
public final class Numbers {
  private static final MathContext DIGITS = new MathContext(5);

  private Numbers() {}

  public static void put(ObjectNode json, String field, double value) {
    if (Double.isFinite(value)) {
      json.put(field, rounded(value));
    } else {
      json.putNull(field);
    }
  }

  public static void put(ObjectNode json, String field, double... values) {
    ArrayNode array = json.putArray(field);
    for (double value : values) {
      add(array, value);
    }
  }

  public static void add(ArrayNode array, double value) {
    if (Double.isFinite(value)) {
      array.add(rounded(value));
    } else {
      array.addNull();
    }
  }

  public static void put(ObjectNode json, String field, float... values) {
    double[] copy = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      copy[i] = values[i];
    }
    put(json, field, copy);
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }
}
