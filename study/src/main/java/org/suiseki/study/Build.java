package org.suiseki.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * Which build of Suiseki this is, from the resource {@code build.properties} that Maven fills in.
 */
public final class Build {
  private static final Properties PROPERTIES = load();

  private Build() {}

  public static String version() {
    return PROPERTIES.getProperty("version");
  }

  /** The git commit, where the build was told it with {@code -Dsuiseki.commit=}. */
  public static Optional<String> commit() {
    return Optional.of(PROPERTIES.getProperty("commit", "")).filter(c -> !c.isBlank());
  }

  /** Version of the libtorch presets this build was made with, such as 2.10.0-1.5.13. */
  public static String libtorch() {
    return PROPERTIES.getProperty("libtorch");
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
      if (in == null) {
        throw new IllegalStateException("The resource build.properties is missing in this build.");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
