package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "runs/one | runs/one",
        "run folder | 'run folder'",
        "läufe/水石 | läufe/水石",
        "it's | 'it'\\''s'",
        "~/$HOME | '~/$HOME'",
        "a;b | 'a;b'"
      })
  void quotesWhatTheShellWouldRead(String path, String words) {
    assertThat(ShellCommand.resume(Path.of(path))).isEqualTo("./suiseki run --resume " + words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "two words", "it's \"so\"", "$(exit 1) `x` *?[a] \\ !! #", "é 水"})
  void theShellGivesBackTheWord(String word) throws IOException, InterruptedException {
    String command = ShellCommand.of(List.of(word)).replaceFirst("^./suiseki", "printf %s");
    Process shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
    try (var in = shell.getOutputStream()) {
      in.write(command.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(shell.getInputStream().readAllBytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(word);
    assertThat(shell.waitFor()).isZero();
  }

  @Test
  void namesTheLauncherAsItWasTyped() {
    System.setProperty("suiseki.command", "/opt/my tools/suiseki");
    try {
      assertThat(ShellCommand.resume(Path.of("a")))
          .isEqualTo("'/opt/my tools/suiseki' run --resume a");
    } finally {
      System.clearProperty("suiseki.command");
    }
  }
}
