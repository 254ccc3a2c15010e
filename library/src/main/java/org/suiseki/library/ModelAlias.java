package org.suiseki.library;

/**
 * A name that points at one version of a model and can be moved to another.
 *
 * @param scope among which models it is the only one of its name
 * @param alias such as {@code best} or {@code stable}
 * @param model {@code name@version}
 */
public record ModelAlias(AliasScope scope, String alias, String model) {

  /** The one that predictions use before any other. */
  public static final String STABLE = "stable";

  /** The one that predictions use where none is {@link #STABLE}. */
  public static final String BEST = "best";

  static void requireAlias(String alias) {
    if (!alias.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new LibraryException(
          "An alias cannot be '" + alias + "'.",
          "Use small letters, digits and dashes, a letter first, at most 40.");
    }
  }
}
