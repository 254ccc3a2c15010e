package org.suiseki.app;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes that are read, so that a long reading can show how far it is. */
final class CountedStream extends FilterInputStream {
  private final AtomicLong count;

  CountedStream(InputStream in, AtomicLong count) {
    super(in);
    this.count = count;
  }

  @Override
  public int read() throws IOException {
    int one = in.read();
    if (one >= 0) {
      count.incrementAndGet();
    }
    return one;
  }

  @Override
  public int read(byte[] buffer, int from, int most) throws IOException {
    int read = in.read(buffer, from, most);
    count.addAndGet(Math.max(read, 0));
    return read;
  }
}
