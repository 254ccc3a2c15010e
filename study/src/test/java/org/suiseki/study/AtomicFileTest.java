package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void replacesTheContentAndLeavesNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old and longer");
    AtomicFile.write(file, NEW);
    assertThat(file).hasContent("new");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
    AtomicFile.write(link, NEW);
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void aDeviceIsWrittenToAndNotReplaced() {
    // Not /dev/null: should this break, a test run by root must not take that away.
    Path device = Path.of("/dev/full");
    assumeThat(device).as("a device that is always full").exists();
    assertThatThrownBy(() -> AtomicFile.write(device, NEW))
        .hasMessageContaining("No space left on device");
    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void aMissingFolderOrAFolderInItsPlaceIsOneMessage() throws IOException {
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("no/a.txt"), NEW))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("a.txt: The file cannot be written")
        .hasMessageContaining("--out");
    Files.createDirectories(folder.resolve("full/inside"));
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("full"), NEW))
        .isInstanceOf(StudyException.class);
  }
}
