package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
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
    assertThat(names()).containsExactly("a.txt");
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
  void standardOutputGoesOnWhereItWas() throws IOException, InterruptedException {
    assumeThat(Path.of("/dev/stdout")).as("a name of the standard output").exists();
    Path file = Files.writeString(folder.resolve("a.txt"), "old ");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(java, "-cp", classes, ToStandardOutput.class.getName())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(file).hasContent("old new");
  }

  static final class ToStandardOutput {
    public static void main(String[] none) throws IOException {
      AtomicFile.write(Path.of("/dev/stdout"), NEW);
    }
  }

  @Test
  void aPipeIsWrittenToAndReadFrom() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assumeThat(mkfifo(pipe)).as("mkfifo makes a pipe").isTrue();
    String text = "{\"lattice\":[[3,0,0],[0,3,0],[0,0,3]],\"species\":[\"C\"],\"frac\":[[0,0,0]]}";
    Thread writer =
        new Thread(() -> {
          try {
            AtomicFile.write(pipe, text.getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    writer.start();
    assertThat(CrystalFiles.read(pipe).entries()).hasSize(1);
    writer.join();
    assertThat(names()).containsExactly("pipe");
  }

  private static boolean mkfifo(Path pipe) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void refusesAMissingFolderAndAFolderInItsPlace() throws IOException {
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("no/a.txt"), NEW))
        .isInstanceOf(NoSuchFileException.class);
    Path full = Files.createDirectories(folder.resolve("full/inside")).getParent();
    assertThatThrownBy(() -> AtomicFile.write(full, NEW)).isInstanceOf(IOException.class);
    assertThat(names()).containsExactly("full");
  }

  @Test
  void contentThatBreaksOffLeavesTheOldFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    AtomicFile.Content broken =
        out -> {
          out.write(NEW);
          throw new IOException("the source ended");
        };
    assertThatThrownBy(() -> AtomicFile.write(file, broken)).hasMessage("the source ended");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void namesBesideAreNewEachTimeAndKnownAsTemporary() {
    Path target = folder.resolve("a.txt");
    Path beside = AtomicFile.beside(target, "part");
    assertThat(beside.getParent()).isEqualTo(folder);
    assertThat(beside).isNotEqualTo(AtomicFile.beside(target, "part"));
    assertThat(AtomicFile.isTemporary(beside)).isTrue();
    assertThat(AtomicFile.isTemporary(target)).isFalse();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
