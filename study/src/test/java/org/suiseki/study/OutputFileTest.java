package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path folder;

  @Test
  void aMissingFolderOrAFolderInItsPlaceIsOneMessage() throws IOException {
    assertThatThrownBy(() -> OutputFile.write(folder.resolve("no/a.txt"), new byte[1]))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("a.txt: The file cannot be written: no such file or folder.")
        .hasMessageContaining("--out");
    Path full = Files.createDirectories(folder.resolve("full/inside")).getParent();
    assertThatThrownBy(() -> OutputFile.write(full, new byte[1]))
        .isInstanceOf(StudyException.class);
    assertThat(full).isNotEmptyDirectory();
  }
}
