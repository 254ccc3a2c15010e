package org.suiseki.library;

import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;

/** What the {@code library} room tells a person about models it cannot keep or find. */
public final class LibraryException extends SuisekiException {

  public LibraryException(String what, String mend) {
    super(what, null, mend, null);
  }

  public LibraryException(String what, Place place, String mend) {
    super(what, place, mend, null);
  }

  public LibraryException(String what, @Nullable Place place, String mend, Throwable cause) {
    super(what, place, mend, cause);
  }
}
