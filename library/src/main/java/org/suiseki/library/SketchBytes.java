package org.suiseki.library;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A sketch as the catalogue keeps it: 118 IEEE 754 single precision numbers, little endian. */
final class SketchBytes {

  private SketchBytes() {}

  static byte[] of(DomainSketch sketch) {
    float[] values = sketch.values();
    ByteBuffer buffer =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }

  static DomainSketch read(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return DomainSketch.of(values);
  }
}
