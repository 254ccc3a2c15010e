package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class PackedTest {

  @Test
  void twoBytesHoldANumberToHalfAStep() {
    double[] values = new SplittableRandom(3).doubles(500, -7, 12).toArray();
    ObjectNode packed = Packed.shorts(values);
    double low = packed.get("low").doubleValue();
    double step = (packed.get("high").doubleValue() - low) / 65_535;
    ByteBuffer data =
        ByteBuffer.wrap(Base64.getDecoder().decode(packed.get("data").stringValue()))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      // Half a step, and the ends in single precision.
      assertThat(low + step * (data.getShort() & 0xFFFF)).isCloseTo(value, within(0.51 * step));
    }
    assertThat(data.hasRemaining()).isFalse();
  }

  @Test
  void oneByteHoldsANumberToHalfAStep() {
    double[] values = {0, 0.25, 1, 0.999};
    ObjectNode packed = Packed.bytes(values);
    byte[] data = Base64.getDecoder().decode(packed.get("data8").stringValue());
    for (int i = 0; i < values.length; i++) {
      assertThat((data[i] & 0xFF) / 255.0).isCloseTo(values[i], within(0.51 / 255));
    }
  }

  @Test
  void rootsAreFinestNearZero() {
    double[] values = {-0.04, 0, 0.0004, 0.01, 0.5, 1};
    ObjectNode packed = Packed.roots(values);
    byte[] data = Base64.getDecoder().decode(packed.get("data8").stringValue());
    double low = packed.get("low").doubleValue();
    double step = (packed.get("high").doubleValue() - low) / 255;
    assertThat(packed.get("power").intValue()).isEqualTo(2);
    for (int i = 0; i < values.length; i++) {
      double root = low + step * (data[i] & 0xFF);
      // Half a step of the root, d(r²) = 2 |r| dr, and the square of what is lost at zero.
      assertThat(root * Math.abs(root))
          .isCloseTo(values[i], within(1.02 * step * Math.abs(root) + step * step));
    }
  }

  @Test
  void whatIsNotFiniteBecomesTheLeast() {
    ObjectNode packed = Packed.bytes(new double[] {Double.NaN, 2, 5, Double.POSITIVE_INFINITY});
    byte[] data = Base64.getDecoder().decode(packed.get("data8").stringValue());
    assertThat(data[0]).isZero();
    assertThat(data[3]).isZero();
    assertThat(data[2] & 0xFF).isEqualTo(255);
  }

  @Test
  void equalNumbersStayWhatTheyAre() {
    ObjectNode packed = Packed.shorts(new double[] {4, 4});
    assertThat(packed.get("low").doubleValue()).isCloseTo(4, within(1e-6));
    assertThat(packed.get("high").doubleValue()).isCloseTo(4, within(1e-6));
  }
}
