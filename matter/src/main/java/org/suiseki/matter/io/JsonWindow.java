package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * A stream that remembers what was read of the current entry, so that parts of it can be given as
 * they were written.
 */
final class JsonWindow extends InputStream {
  private static final int LONGEST_ENTRY = BoundedLines.LONGEST_LINE;

  private final UnpackedStream in;
  private byte[] kept = new byte[1 << 14];
  private int size;
  private long start;
  private long needed;

  JsonWindow(UnpackedStream in) {
    this.in = in;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 1 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int most) {
    int read = in.take(target, from, most, 0);
    if (read > 0) {
      forget();
      if (size + read > LONGEST_ENTRY) {
        throw new MatterException(
            String.format("One entry takes more than %,d bytes.", LONGEST_ENTRY),
            Place.of(in.source()),
            "Split it; is this the right file?");
      }
      if (size + read > kept.length) {
        kept = Arrays.copyOf(kept, Math.max(2 * kept.length, size + read));
      }
      System.arraycopy(target, from, kept, size, read);
      size += read;
    }
    return read;
  }

  /** What lies before this offset of the stream is not asked for again. */
  void release(long before) {
    needed = before;
  }

  /** The text from one offset of the stream to another, neither released. */
  String text(long from, long to) {
    return new String(kept, (int) (from - start), (int) (to - from), StandardCharsets.UTF_8);
  }

  private void forget() {
    int old = (int) Math.min(size, needed - start);
    if (old > 0) {
      System.arraycopy(kept, old, kept, 0, size - old);
      size -= old;
      start += old;
    }
  }
}
