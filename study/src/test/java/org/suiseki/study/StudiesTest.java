package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudiesTest {

  @Test
  void everyShippedStudyHasItsOwnNameATitleAndASummary() {
    assertThat(Studies.shipped())
        .extracting(Study::name)
        .doesNotHaveDuplicates()
        .contains("core-loss");
    assertThat(Studies.shipped())
        .allSatisfy(s -> assertThat(s.title()).isNotEqualTo(s.name()).isNotBlank())
        .allSatisfy(s -> assertThat(s.summary()).isNotBlank().doesNotContain("\n"));
  }

  @Test
  void findsByNameAndByPath(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "study: mine\nkind: sum\n");
    assertThat(Studies.find("core-loss").kind()).isEqualTo("core-loss");
    assertThat(Studies.find(file.toString()).name()).isEqualTo("mine");
  }

  @Test
  void suggestsTheNearestName() {
    assertThatThrownBy(() -> Studies.find("coreloss"))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("No study is called \"coreloss\"")
        .hasMessageContaining("Did you mean \"core-loss\"?")
        .hasMessageContaining("Shipped are: core-loss");
  }

  @Test
  void aPathIsNeverTakenForAName() {
    assertThatThrownBy(() -> Studies.find("./core-loss"))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("no such file");
  }
}
