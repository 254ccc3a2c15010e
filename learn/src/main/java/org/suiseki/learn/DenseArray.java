package org.suiseki.learn;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Numbers with a shape, row by row: what {@link Safetensors} stores. Neither side changes the array
 * after handing it over.
 */
public sealed interface DenseArray {

  /** The size of each dimension; empty for a single number. */
  long[] shape();

  /** How many numbers it has. */
  int size();

  Type type();

  /** Writes the numbers in the byte order of the buffer and moves its position behind them. */
  void put(ByteBuffer target);

  /** What kind of numbers they are, as safetensors names it. */
  enum Type {
    F32(Float.BYTES),
    F64(Double.BYTES),
    I64(Long.BYTES),
    U8(1);

    private final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }

    /** Bytes a number. */
    public int bytes() {
      return bytes;
    }
  }

  /** 32-bit floating point, {@code F32}. */
  record Floats(long[] shape, float[] values) implements DenseArray {
    public Floats {
      requireSize(shape, values.length);
    }

    @Override
    public Type type() {
      return Type.F32;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public void put(ByteBuffer target) {
      target.asFloatBuffer().put(values);
      target.position(target.position() + values.length * type().bytes());
    }
  }

  /** 64-bit floating point, {@code F64}. */
  record Doubles(long[] shape, double[] values) implements DenseArray {
    public Doubles {
      requireSize(shape, values.length);
    }

    @Override
    public Type type() {
      return Type.F64;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public void put(ByteBuffer target) {
      target.asDoubleBuffer().put(values);
      target.position(target.position() + values.length * type().bytes());
    }
  }

  /** 64-bit integers, {@code I64}. */
  record Longs(long[] shape, long[] values) implements DenseArray {
    public Longs {
      requireSize(shape, values.length);
    }

    @Override
    public Type type() {
      return Type.I64;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public void put(ByteBuffer target) {
      target.asLongBuffer().put(values);
      target.position(target.position() + values.length * type().bytes());
    }
  }

  /** Unsigned bytes, {@code U8}, as Java's signed ones. */
  record Bytes(long[] shape, byte[] values) implements DenseArray {
    public Bytes {
      requireSize(shape, values.length);
    }

    @Override
    public Type type() {
      return Type.U8;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public void put(ByteBuffer target) {
      target.put(values);
    }
  }

  /** All numbers of a buffer, in its byte order. */
  static DenseArray read(Type type, long[] shape, ByteBuffer source) {
    int size = source.remaining() / type.bytes();
    return switch (type) {
      case F32 -> {
        float[] values = new float[size];
        source.asFloatBuffer().get(values);
        yield new Floats(shape, values);
      }
      case F64 -> {
        double[] values = new double[size];
        source.asDoubleBuffer().get(values);
        yield new Doubles(shape, values);
      }
      case I64 -> {
        long[] values = new long[size];
        source.asLongBuffer().get(values);
        yield new Longs(shape, values);
      }
      case U8 -> {
        byte[] values = new byte[size];
        source.get(values);
        yield new Bytes(shape, values);
      }
    };
  }

  static Doubles of(double[] values) {
    return new Doubles(new long[] {values.length}, values.clone());
  }

  static Longs of(long[] values) {
    return new Longs(new long[] {values.length}, values.clone());
  }

  /** A matrix; all rows have the same length. */
  static Doubles of(double[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    double[] values = new double[rows.length * width];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != width) {
        throw new LearnException(
            "Row " + row + " has " + rows[row].length + " values, row 0 has " + width + ".",
            "Give rows of one length.");
      }
      System.arraycopy(rows[row], 0, values, row * width, width);
    }
    return new Doubles(new long[] {rows.length, width}, values);
  }

  private static void requireSize(long[] shape, int length) {
    long size = 1;
    for (long dimension : shape) {
      if (dimension < 0 || (dimension > 0 && size > Integer.MAX_VALUE / dimension)) {
        size = -1;
        break;
      }
      size *= dimension;
    }
    if (size != length) {
      throw new LearnException(
          "An array of shape " + Arrays.toString(shape) + " got " + length + " values.",
          "Give as many values as the product of the dimensions.");
    }
  }
}
