package org.suiseki.library;

/**
 * Something in a library that is not as it should be.
 *
 * @param kind of fault
 * @param what it is, a sentence
 * @param where a file or a model
 * @param mend what to do
 */
public record LibraryFault(Kind kind, String what, String where, String mend) {

  /** What a fault is. */
  public enum Kind {
    /** An entry without its file: the model cannot be loaded. */
    MISSING(true),

    /** A file whose bytes are not those published: the model is refused when it is loaded. */
    CORRUPT(true),

    /** The tables contradict themselves. */
    CATALOGUE(true),

    /** A whole file that no entry names: it only takes room. */
    ORPHAN(false),

    /** A file that a process left when it was killed: it only takes room. */
    UNFINISHED(false),

    /** A file that is none of the library's. */
    FOREIGN(false);

    private final boolean serious;

    Kind(boolean serious) {
      this.serious = serious;
    }

    /** Whether a model is lost to use. */
    public boolean serious() {
      return serious;
    }
  }
}
