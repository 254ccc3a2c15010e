package org.suiseki.app;

import org.suiseki.study.Build;
import picocli.CommandLine.IVersionProvider;

/** The lines of {@code suiseki --version}. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String commit = Build.commit().map(c -> " (" + c + ")").orElse("");
    String java = System.getProperty("java.runtime.version");
    return new String[] {
      "suiseki " + Build.version() + commit,
      "java " + java + ", " + System.getProperty("java.vendor"),
      "libtorch " + Build.libtorch()
    };
  }
}
