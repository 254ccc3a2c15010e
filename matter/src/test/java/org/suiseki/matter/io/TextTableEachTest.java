package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.suiseki.matter.MatterException;

/** Going over all rows of a table or list, the bad ones told. */
class TextTableEachTest {
  private final List<String> cells = new ArrayList<>();
  private final List<String> bad = new ArrayList<>();

  private void read(String name, byte[] content) {
    cells.clear();
    bad.clear();
    try (TextTable table = TextTable.listOf(new ByteArrayInputStream(content), name, "formula")) {
      int column = table.column("formula");
      table.each(row -> cells.add(row.cell(column)), reason -> bad.add(message(reason)));
    } catch (MatterException atItsBeginning) {
      bad.add(message(atItsBeginning));
    }
  }

  private static String message(MatterException reason) {
    return String.valueOf(reason.getMessage());
  }

  private void read(String name, String content) {
    read(name, content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void takesALineForACellWhereThereAreNoHeads() {
    read("a.txt", "\uFEFF# mine\nNaCl\n\n Fe2O3 \r\nSO4 2-");
    assertThat(cells).containsExactly("NaCl", "Fe2O3", "SO4 2-");
    read("a.txt", "x,formula\n1,NaCl\n2,\"Fe2O3\"\n3\n4,KCl");
    assertThat(cells).containsExactly("NaCl", "Fe2O3", "KCl");
    assertThat(bad).hasSize(1);
    assertThat(bad.get(0)).startsWith("a.txt:4: The line has 1 cells");
    read("a.smi", "CCO ethanol\nC\tmethane");
    assertThat(cells).containsExactly("CCO", "C");
  }

  @Test
  void goesOnAfterALineThatIsNoText() {
    read("a.txt", new byte[] {'N', 'a', '\n', (byte) 0xFF, '\n', 'K', '\n'});
    assertThat(cells).containsExactly("Na", "K");
    assertThat(bad).hasSize(1);
    assertThat(bad.get(0)).contains("not UTF-8");
  }

  @Test
  @Timeout(20)
  void endsWhereAFileIsCutWhereverThatIs() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < 90_000; i++) {
      text.append("Na").append(i * 7919 % 10_007).append("Cl\n");
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = packed.toByteArray();
    for (int length = 4000; length < whole.length; length += 9973) {
      read("a.txt.gz", Arrays.copyOf(whole, length));
      assertThat(bad).as("cut at " + length).hasSize(1);
      assertThat(bad.get(0)).contains("cut off or damaged");
      assertThat(String.join("\n", cells))
          .isEqualTo(text.substring(0, String.join("\n", cells).length()));
    }
    read("a.txt.gz", whole);
    assertThat(cells).hasSize(89_999);
  }
}
