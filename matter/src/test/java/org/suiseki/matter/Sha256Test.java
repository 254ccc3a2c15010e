package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
  /** The one-block message of NIST's examples for FIPS 180-4. */
  private static final byte[] MESSAGE = "abc".getBytes(StandardCharsets.UTF_8);

  private static final String HASH =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path folder;

  @Test
  void bytesStreamsAndFilesHaveTheHashOfTheStandard() throws IOException {
    assertThat(Sha256.of(MESSAGE)).isEqualTo(HASH);
    assertThat(Sha256.of(new ByteArrayInputStream(MESSAGE))).isEqualTo(HASH);
    assertThat(Sha256.of(Files.write(folder.resolve("abc"), MESSAGE))).isEqualTo(HASH);
  }

  @Test
  void streamsLongerThanTheBufferAreReadToTheirEnd() throws IOException {
    byte[] large = new byte[200_000];
    assertThat(Sha256.of(new ByteArrayInputStream(large))).isEqualTo(Sha256.of(large));
  }

  @Test
  void aMissingFileIsRefusedByName() {
    assertThatThrownBy(() -> Sha256.of(folder.resolve("none")))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("none: The file cannot be read: no such file or folder.");
  }
}
