package org.suiseki.app;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A terminal on which a line can be redrawn.
 *
 * @param width in characters
 * @param blocks whether it shows the block characters of Unicode
 */
record Screen(int width, boolean blocks) {
  private static final int USUAL_WIDTH = 80;
  private static final int NARROWEST = 20;

  /**
   * Asks the environment and {@code stty}, and not JLine: its terminal takes over the handlers of
   * signals, after which Ctrl-C would end a run without leaving its folder clean.
   */
  static Screen of(Map<String, String> environment, Charset charset) {
    int width = parse(environment.getOrDefault("COLUMNS", ""));
    return new Screen(
        Math.max(NARROWEST, width > 0 ? width : ask()), charset.newEncoder().canEncode('█'));
  }

  private static int ask() {
    ProcessBuilder stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty"));
    try {
      Process process = stty.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (BufferedReader answer = process.inputReader(StandardCharsets.US_ASCII)) {
        String line = answer.readLine();
        int width = line == null ? 0 : parse(line.substring(line.indexOf(' ') + 1));
        return width > 0 ? width : USUAL_WIDTH;
      }
    } catch (IOException e) {
      // Windows has no stty.
      return USUAL_WIDTH;
    }
  }

  private static int parse(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
  }
}
