package org.suiseki.study.findings;

import org.suiseki.learn.Interval;
import org.suiseki.study.Numbers;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A number and how sure it is.
 *
 * @param value NaN where unknown
 * @param low lower end of its interval, NaN where none is known
 * @param high upper end
 * @param level how often such intervals are meant to hold the truth, in (0, 1), or NaN where the
 *     ends are one standard deviation away
 */
public record Estimate(double value, double low, double high, double level) {

  /** A number of which no uncertainty is known. */
  public static Estimate of(double value) {
    return new Estimate(value, Double.NaN, Double.NaN, Double.NaN);
  }

  /** Plus or minus one standard deviation. */
  public static Estimate plusMinus(double value, double deviation) {
    return new Estimate(value, value - deviation, value + deviation, Double.NaN);
  }

  public static Estimate within(double value, Interval interval) {
    return new Estimate(value, interval.low(), interval.high(), interval.level());
  }

  /** Whether zero lies outside of the interval; false where no interval is known. */
  public boolean excludesZero() {
    return low > 0 || high < 0;
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json);
    return json;
  }

  /** Adds {@code value}, and {@code low}, {@code high} and {@code level} where they are known. */
  void put(ObjectNode json) {
    Numbers.put(json, "value", value);
    putEnds(json);
  }

  void putEnds(ObjectNode json) {
    if (Double.isFinite(low) && Double.isFinite(high)) {
      Numbers.put(json, "low", low);
      Numbers.put(json, "high", high);
      if (Double.isFinite(level)) {
        json.put("level", level);
      }
    }
  }
}
