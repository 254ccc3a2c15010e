package org.suiseki.app;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of files after the files read; with the entry's where one file held several. */
final class OutputNames {
  private final Set<String> taken = new HashSet<>();
  private @Nullable Path last;

  String next(Crystals.Found found) {
    return next(found.file(), found.entry().id());
  }

  /**
   * @param id of the entry, which comes into the name of all but the first of a file
   */
  String next(Path file, String id) {
    String stem = stem(file);
    boolean again = file.equals(last);
    last = file;
    String wish = again ? stem + "-" + safe(id) : stem;
    String name = wish;
    for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
      name = wish + "-" + number;
    }
    return name;
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    int dot = plain.lastIndexOf('.');
    return dot > 0 ? plain.substring(0, dot) : plain;
  }

  private static String safe(String id) {
    return id.replaceAll("[^A-Za-z0-9._-]+", "_");
  }
}
