package org.suiseki.matter;

import org.jspecify.annotations.Nullable;

/** What the {@code matter} room tells a person about input it cannot use. */
public final class MatterException extends SuisekiException {

  public MatterException(String what, String mend) {
    super(what, null, mend, null);
  }

  public MatterException(String what, Place place, String mend) {
    super(what, place, mend, null);
  }

  public MatterException(String what, @Nullable Place place, String mend, Throwable cause) {
    super(what, place, mend, cause);
  }
}
