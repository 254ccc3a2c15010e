package org.suiseki.matter.io;

/** The last part of a path, as people name a file. */
final class FileName {
  private FileName() {}

  static String of(String source) {
    String name = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    return name.isEmpty() ? source : name;
  }
}
