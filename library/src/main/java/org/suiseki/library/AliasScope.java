package org.suiseki.library;

import org.suiseki.describe.MaterialKind;

/** Among which models an alias is given once. */
public sealed interface AliasScope {

  /** As the catalogue and archives keep it; {@link #parse} reads it. */
  String text();

  /** Among the versions of a model. */
  record OfName(String name) implements AliasScope {
    @Override
    public String text() {
      return "name:" + name;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Among all models that predict a property of a kind of material. */
  record OfProperty(String property, MaterialKind kind) implements AliasScope {
    @Override
    public String text() {
      return "property:" + kind.label() + ":" + property;
    }

    @Override
    public String toString() {
      return property + " (" + kind.label() + ")";
    }
  }

  static AliasScope parse(String text) {
    String[] parts = text.split(":", 3);
    if (parts.length == 2 && parts[0].equals("name")) {
      return new OfName(parts[1]);
    }
    if (parts.length == 3 && parts[0].equals("property")) {
      return new OfProperty(
          parts[2],
          MaterialKind.named(parts[1]).orElseThrow(() -> unknown(text, "Update Suiseki.")));
    }
    throw unknown(text, "Export the library anew, or update Suiseki.");
  }

  private static LibraryException unknown(String text, String mend) {
    return new LibraryException("There is an alias among '" + text + "'.", mend);
  }
}
