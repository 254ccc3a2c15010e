package org.suiseki.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SpeedOnTheFrontPageTest {
  private static final Path PROJECT = Path.of("..");

  @Test
  void isWhatWasMeasuredLast() throws IOException {
    String measured =
        Files.readString(PROJECT.resolve("docs/results/crystals-beside-peers.txt")).strip();
    String page = Files.readString(PROJECT.resolve("README.md"));
    int begin = page.indexOf("<!-- speed:crystals -->");
    int end = page.indexOf("<!-- /speed -->");
    assertThat(begin).isPositive().isLessThan(end);
    assertThat(page.substring(begin, end)).contains("```\n" + measured + "\n```");
  }
}
