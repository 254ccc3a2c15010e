package org.suiseki.matter.io;

import java.io.InputStream;
import java.util.Arrays;

/** One byte for ever. */
final class EndlessStream extends InputStream {
  private final byte letter;

  EndlessStream(char letter) {
    this.letter = (byte) letter;
  }

  @Override
  public int read() {
    return letter;
  }

  @Override
  public int read(byte[] target, int from, int most) {
    Arrays.fill(target, from, from + most, letter);
    return most;
  }
}
