package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Sha256;

class BoundedLinesTest {

  @Test
  void splitsLinesOfAllEndings() {
    assertThat(lines(bytes("\uFEFFa\r\nb\n\nc"))).containsExactly("a", "b", "", "c");
    assertThat(lines(bytes("a\n"))).containsExactly("a");
    assertThat(lines(new byte[0])).isEmpty();
  }

  @Test
  void lenientLinesEndAtEveryReturnAndMayBeLatin() {
    byte[] text = bytes("a\rb\r\nc\n\rd\r\re\r");
    assertThat(lenient(text)).containsExactly("a", "b", "c", "", "d", "", "e");
    assertThat(lines(text)).containsExactly("a\rb", "c", "\rd\r\re");
    assertThat(lenient(bytes("Zürich\nB\u00e9la")))
        .as("UTF-8 stays UTF-8")
        .containsExactly("Zürich", "Béla");
    BoundedLines latin =
        BoundedLines.lenient(
            new ByteArrayInputStream("a\nZürich\nBéla".getBytes(StandardCharsets.ISO_8859_1)),
            "source",
            100);
    assertThat(latin.next()).contains("a");
    assertThat(latin.firstLatinLine()).isZero();
    assertThat(latin.next()).contains("Zürich");
    assertThat(latin.next()).contains("Béla");
    assertThat(latin.firstLatinLine()).isEqualTo(2);
  }

  @Test
  void aReturnAtTheEndOfTheBufferEndsOneLine() {
    // The buffer holds 16384 bytes; the return stands around its end.
    for (int length = 16_378; length < 16_390; length++) {
      String first = "x".repeat(length);
      assertThat(lenient(bytes(first + "\r\nend"))).containsExactly(first, "end");
      assertThat(lines(bytes(first + "\r\nend"))).containsExactly(first, "end");
      assertThat(lenient(bytes(first + "\rend"))).containsExactly(first, "end");
    }
  }

  @Test
  void linesLongerThanTheBufferStayWhole() {
    Random random = new Random(5);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      expected.add("é".repeat(random.nextInt(100_000)));
    }
    assertThat(lines(bytes(String.join("\n", expected) + "\nend")))
        .containsExactlyElementsOf(append(expected, "end"));
  }

  @Test
  void gzipIsRecognisedAndTheSumIsOfThePackedFile() throws Exception {
    byte[] packed = gzip(bytes("a\nb"));
    assertThat(lines(packed)).containsExactly("a", "b");
    try (BoundedLines lines = new BoundedLines(new ByteArrayInputStream(packed), "x.gz")) {
      lines.next();
      assertThat(lines.sha256()).isEqualTo(Sha256.of(packed));
    }
  }

  @Test
  void truncatedGzipSaysHowFarItCame() throws IOException {
    StringBuilder text = new StringBuilder();
    new Random(1).ints(20_000).forEach(number -> text.append(number).append('\n'));
    byte[] packed = gzip(bytes(text.toString()));
    for (int length : new int[] {2, 9, 100, packed.length / 2, packed.length - 1}) {
      assertThatThrownBy(() -> lines(Arrays.copyOf(packed, length)))
          .isInstanceOf(MatterException.class)
          .hasMessageContaining("gzip file is cut off or damaged ");
    }
    byte[] damaged = packed.clone();
    damaged[packed.length / 2] ^= 0x55;
    assertThatThrownBy(() -> lines(damaged)).isInstanceOf(MatterException.class);
  }

  @Test
  void aHugeLineIsRefused() {
    assertThatThrownBy(() -> lines(bytes("ok\n" + "x".repeat(101)), 100))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("source:2: The line is longer than 100 bytes");
    assertThat(lines(bytes("x".repeat(100) + "\ny"), 100)).hasSize(2);
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    assertThatThrownBy(() -> lines(new byte[] {'a', '\n', (byte) 0xff, (byte) 0xfe}))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("source:2: The line is not UTF-8");
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> append(List<String> list, String last) {
    List<String> all = new ArrayList<>(list);
    all.add(last);
    return all;
  }

  private static List<String> lines(byte[] bytes) {
    return lines(bytes, BoundedLines.LONGEST_LINE);
  }

  private static List<String> lines(byte[] bytes, int longest) {
    return all(new BoundedLines(new ByteArrayInputStream(bytes), "source", longest));
  }

  private static List<String> lenient(byte[] bytes) {
    return all(BoundedLines.lenient(new ByteArrayInputStream(bytes), "source", 1 << 20));
  }

  private static List<String> all(BoundedLines opened) {
    List<String> found = new ArrayList<>();
    try (BoundedLines lines = opened) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        found.add(line.get());
      }
    }
    return found;
  }
}
