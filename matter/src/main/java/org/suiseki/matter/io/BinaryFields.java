package org.suiseki.matter.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * The fields of a binary file of an instrument, little-endian, by the byte at which they begin
 * (from 0). A file has at most {@value #LARGEST} bytes; nothing is allocated for a count that the
 * file does not hold.
 */
final class BinaryFields {
  static final int LARGEST = 512 << 20;

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final String source;

  private BinaryFields(byte[] bytes, String source) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.source = source;
  }

  /**
   * All bytes of a file.
   *
   * @throws MatterException where it cannot be read or is too large
   */
  static BinaryFields of(InputStream in, String source) {
    try {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new MatterException(
            String.format("The file has more than %,d bytes.", LARGEST),
            Place.of(source),
            "Is this the file of a diffractometer? Export its ranges one by one.");
      }
      return new BinaryFields(bytes, source);
    } catch (IOException e) {
      throw BoundedLines.unreadable(e, source, 0);
    }
  }

  static boolean begins(byte[] head, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.US_ASCII);
    if (head.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (head[i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  boolean begins(String magic) {
    return begins(bytes, magic);
  }

  int length() {
    return bytes.length;
  }

  Place place() {
    return Place.of(source);
  }

  int unsignedShort(long at, String what) {
    return buffer.getShort(require(at, 2, what)) & 0xFFFF;
  }

  /** Unsigned, in 32 bits. */
  long unsigned(long at, String what) {
    return buffer.getInt(require(at, 4, what)) & 0xFFFFFFFFL;
  }

  double single(long at, String what) {
    // The shortest decimal is what was meant: 0.02, not 0.019999999552965164.
    return Double.parseDouble(Float.toString(buffer.getFloat(require(at, 4, what))));
  }

  double real(long at, String what) {
    return buffer.getDouble(require(at, 8, what));
  }

  /** Up to the first zero byte, without the blanks around it. */
  String text(long at, int length, String what) {
    int from = require(at, length, what);
    int to = from;
    while (to < from + length && bytes[to] != 0) {
      to++;
    }
    // Instruments write the code page of their Windows; Latin-1 shares its letters.
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
        .replaceAll("\\p{Cntrl}", " ")
        .strip();
  }

  /** The intensities of a range as 32-bit floating-point numbers. */
  double[] singles(long at, long count, String what) {
    return singles(at, count, 4, what);
  }

  /**
   * Numbers of 32 bits that begin every so many bytes.
   *
   * @param stride 4 at least
   */
  double[] singles(long at, long count, int stride, String what) {
    int from = require(at, stride * count, count + " " + what);
    double[] values = new double[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.getFloat(from + stride * i);
    }
    return values;
  }

  /** The intensities of a range as unsigned 32-bit whole numbers. */
  double[] unsigned(long at, long count, String what) {
    int from = require(at, 4 * count, count + " " + what);
    double[] values = new double[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.getInt(from + 4 * i) & 0xFFFFFFFFL;
    }
    return values;
  }

  /**
   * An error at a byte.
   *
   * @param what a sentence without its end
   */
  MatterException wrong(long at, String what, String mend) {
    return new MatterException(what + " (byte " + at + ").", place(), mend);
  }

  private int require(long at, long length, String what) {
    if (at < 0 || length > bytes.length - at) {
      throw new MatterException(
          String.format(
              "The file is cut off: %s would take bytes %d to %d, but it has %d.",
              what, at, at + length - 1, bytes.length),
          place(),
          "Copy it again from the instrument.");
    }
    return (int) at;
  }
}
