package org.suiseki.explain;

import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;

/** What the {@code explain} room tells a person about input it cannot use. */
public final class ExplainException extends SuisekiException {

  public ExplainException(String what, String mend) {
    super(what, null, mend, null);
  }

  public ExplainException(String what, Place place, String mend) {
    super(what, place, mend, null);
  }

  public ExplainException(String what, @Nullable Place place, String mend, Throwable cause) {
    super(what, place, mend, cause);
  }
}
