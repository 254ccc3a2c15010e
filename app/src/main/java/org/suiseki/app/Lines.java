package org.suiseki.app;

/** Names and values in two columns below a head. */
final class Lines {
  private final StringBuilder text = new StringBuilder();

  /** The file, and the name of the crystal where it says more than the file's. */
  void head(String file, String id) {
    boolean same = id.isBlank() || file.contains(id);
    text.append(same ? file : file + "  " + id).append(System.lineSeparator());
  }

  void add(String name, String value) {
    text.append(String.format("  %-14s %s", name, value)).append(System.lineSeparator());
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
