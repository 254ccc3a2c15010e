package org.suiseki.study;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Long rows of numbers as a report carries them: {@code {low, high, data}} with base64 of whole
 * numbers q of 16 bits, little-endian, the value being low + (high − low) q / 65535; or {@code
 * {low, high, data8}} with bytes q and 255. A value is off by at most half a step of that. With a
 * field {@code power} of 2 that value is a root, to be squared with its sign kept: steps are then
 * finest near zero, where the weak peaks of a pattern are.
 */
public final class Packed {
  private static final int SHORTS = 65_535;
  private static final int BYTES = 255;

  private Packed() {}

  /** Two bytes a number; what is not finite becomes the least. */
  public static ObjectNode shorts(double[] values) {
    double[] ends = ends(values);
    ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      buffer.putShort((short) step(value, ends, SHORTS));
    }
    return node(ends).put("data", Base64.getEncoder().encodeToString(buffer.array()));
  }

  /** One byte a number. */
  public static ObjectNode bytes(double[] values) {
    double[] ends = ends(values);
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) step(values[i], ends, BYTES);
    }
    return node(ends).put("data8", Base64.getEncoder().encodeToString(bytes));
  }

  /** One byte a number, in even steps of its root. */
  public static ObjectNode roots(double[] values) {
    double[] roots = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      roots[i] = Math.copySign(Math.sqrt(Math.abs(values[i])), values[i]);
    }
    return bytes(roots).put("power", 2);
  }

  private static int step(double value, double[] ends, int most) {
    double width = ends[1] - ends[0];
    return Double.isFinite(value) && width > 0
        ? (int) Math.rint((value - ends[0]) / width * most)
        : 0;
  }

  /** Rounded outwards in single precision, so that no number falls outside. */
  private static double[] ends(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return low > high
        ? new double[] {0, 0}
        : new double[] {Math.nextDown((float) low), Math.nextUp((float) high)};
  }

  private static ObjectNode node(double[] ends) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    return node.put("low", (float) ends[0]).put("high", (float) ends[1]);
  }
}
