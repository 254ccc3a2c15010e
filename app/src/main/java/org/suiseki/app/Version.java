package org.suiseki.app;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.study.Build;
import picocli.CommandLine.IVersionProvider;

/** The lines of {@code suiseki --version}. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String commit = Build.commit().map(c -> " (" + c + ")").orElse("");
    List<String> lines = new ArrayList<>();
    lines.add("suiseki " + Build.version() + commit);
    lines.add(
        "java " + System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vendor"));
    return lines.toArray(String[]::new);
  }
}
