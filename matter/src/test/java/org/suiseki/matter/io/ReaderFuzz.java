package org.suiseki.matter.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.suiseki.matter.MatterException;

/**
 * Feeds a reader with damaged files: those of a corpus with bytes flipped, lines dropped, doubled
 * and swapped, words exchanged, numbers made strange, ends cut off. Only a {@link MatterException}
 * may come of it, and soon. Seeded, so that a failure comes again.
 *
 * <p>{@code -Dsuiseki.fuzz=1000000} sets how many inputs are tried ({@value #FEW} otherwise), and
 * {@code -Dsuiseki.fuzz.seed=…} the seed.
 */
final class ReaderFuzz {
  private static final int FEW = 1_000;
  private static final int COUNT = Integer.getInteger("suiseki.fuzz", FEW);
  private static final long SEED = Long.getLong("suiseki.fuzz.seed", 20_240_229L);

  /** Milliseconds; a reader takes well below one for the files of a corpus. */
  private static final long PATIENCE = 10_000;

  private static final String[] STRANGE = {
    "NaN",
    "nan",
    "inf",
    "-inf",
    "Infinity",
    "1e308",
    "-1e308",
    "1e999",
    "-0",
    "0",
    "-1",
    "1e-320",
    "99999999999999999999",
    "2147483648",
    "-2147483649",
    "0.0000000000000000001",
    "1e9",
    "1.5e3",
    "0x1F",
    "1_000",
    "1,5",
    "1e",
    "--1",
    "+-1",
    "1.2.3",
    "1(",
    "1()",
    "(3)",
    "1/0",
    "1/3",
    "?",
    ".",
    "'",
    "\"",
    ";",
    "#",
    "_",
    "[",
    "]",
    "{",
    "}",
    "\\",
    "\u0000",
    "é",
    "\u2212" + "1",
    "\uFEFF",
    "Fe",
    "D",
    "Xx",
    "T",
    "T5",
    "O2-",
    "Fe3+",
    "null",
    "true",
    "loop_",
    "data_",
    "data_x",
    "save_",
    "global_",
    "stop_",
    "x,y,z",
    "-x,y+1/2,z",
    "z",
    "1e6",
    "180",
    "90",
    "120",
    "0.3333",
    "1.0001"
  };

  /** How many inputs a reader took and how many it refused. */
  record Outcome(int accepted, int refused) {}

  private final List<byte[]> corpus;
  private final Consumer<byte[]> reader;
  private final Random random = new Random(SEED);
  private volatile byte[] current = {};
  private volatile long since = System.nanoTime();
  private volatile int index;
  private int accepted;
  private int refused;

  private ReaderFuzz(List<byte[]> corpus, Consumer<byte[]> reader) {
    this.corpus = corpus;
    this.reader = reader;
  }

  /**
   * Feeds {@code reader} with the corpus as it is and then with damaged copies.
   *
   * @throws AssertionError where something but a {@link MatterException} escapes, or an input takes
   *     more than ten seconds
   */
  static Outcome run(List<byte[]> corpus, Consumer<byte[]> reader) throws InterruptedException {
    ReaderFuzz fuzz = new ReaderFuzz(corpus, reader);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread worker =
        new Thread(() -> {
          try {
            fuzz.feed();
          } catch (Throwable e) {
            failure.set(e);
          }
        });
    worker.setDaemon(true);
    worker.start();
    while (worker.isAlive()) {
      worker.join(200);
      if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - fuzz.since) > PATIENCE
          && worker.isAlive()) {
        throw new AssertionError(
            "An input takes longer than "
                + PATIENCE
                + " ms, at "
                + Arrays.toString(worker.getStackTrace())
                + "\n"
                + fuzz.shown());
      }
    }
    if (failure.get() != null) {
      throw new AssertionError(fuzz.shown(), failure.get());
    }
    return new Outcome(fuzz.accepted, fuzz.refused);
  }

  private void feed() {
    for (byte[] whole : corpus) {
      feed(whole);
    }
    for (index = 1; index <= COUNT; index++) {
      byte[] damaged = corpus.get(random.nextInt(corpus.size()));
      int changes = 1 + random.nextInt(4);
      for (int i = 0; i < changes; i++) {
        damaged = changed(damaged);
      }
      feed(damaged);
    }
  }

  private void feed(byte[] input) {
    current = input;
    since = System.nanoTime();
    try {
      reader.accept(input);
      accepted++;
    } catch (MatterException e) {
      refused++;
    }
  }

  private String shown() {
    return "Input "
        + index
        + " of seed "
        + SEED
        + ":\n"
        + new String(current, StandardCharsets.ISO_8859_1);
  }

  private byte[] changed(byte[] text) {
    return switch (random.nextInt(8)) {
      case 0 -> flipped(text);
      case 1 -> Arrays.copyOf(text, random.nextInt(text.length + 1));
      case 2 -> inserted(text);
      case 3 -> lines(text);
      default -> words(text);
    };
  }

  private byte[] flipped(byte[] text) {
    byte[] flipped = text.clone();
    for (int i = 1 + random.nextInt(3); i > 0 && flipped.length > 0; i--) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private byte[] inserted(byte[] text) {
    byte[] bytes = new byte[1 + random.nextInt(6)];
    random.nextBytes(bytes);
    int at = random.nextInt(text.length + 1);
    byte[] longer = Arrays.copyOf(text, text.length + bytes.length);
    System.arraycopy(bytes, 0, longer, at, bytes.length);
    System.arraycopy(text, at, longer, at + bytes.length, text.length - at);
    return longer;
  }

  private byte[] lines(byte[] text) {
    List<String> lines = new ArrayList<>(List.of(latin(text).split("\n", -1)));
    int one = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(one);
      case 1 -> lines.add(one, lines.get(one));
      case 2 -> lines.set(one, lines.set(other, lines.get(one)));
      case 3 -> lines.add(one, lines.get(other));
      default -> {
        for (int i = random.nextInt(300); i > 0; i--) {
          lines.add(one, lines.get(one));
        }
      }
    }
    return bytes(String.join("\n", lines));
  }

  /** Replaces, drops or doubles a word: what stands between blanks and brackets. */
  private byte[] words(byte[] text) {
    String all = latin(text);
    int[] one = word(all);
    int[] other = word(all);
    String put =
        switch (random.nextInt(6)) {
          case 0 -> "";
          case 1 -> all.substring(other[0], other[1]);
          case 2 -> all.substring(one[0], one[1]) + all.substring(other[0], other[1]);
          default -> STRANGE[random.nextInt(STRANGE.length)];
        };
    return bytes(all.substring(0, one[0]) + put + all.substring(one[1]));
  }

  /** Where a word begins and ends. */
  private int[] word(String text) {
    int from = random.nextInt(text.length() + 1);
    while (from < text.length() && parts(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (from > 0 && !parts(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && !parts(text.charAt(to))) {
      to++;
    }
    return new int[] {from, to};
  }

  private static boolean parts(char c) {
    return c <= ' ' || ",:()[]{}\"".indexOf(c) >= 0;
  }

  private static String latin(byte[] text) {
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Characters beyond Latin-1 come out as their UTF-8. */
  private static byte[] bytes(String text) {
    byte[] plain = text.getBytes(StandardCharsets.ISO_8859_1);
    boolean latin = text.chars().allMatch(c -> c < 256);
    return latin ? plain : text.getBytes(StandardCharsets.UTF_8);
  }
}
