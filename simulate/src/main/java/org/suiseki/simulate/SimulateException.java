package org.suiseki.simulate;

import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;

/** What the {@code simulate} room tells a person about input it cannot use. */
public final class SimulateException extends SuisekiException {

  public SimulateException(String what, String mend) {
    super(what, null, mend, null);
  }

  public SimulateException(String what, Place place, String mend) {
    super(what, place, mend, null);
  }

  public SimulateException(String what, @Nullable Place place, String mend, Throwable cause) {
    super(what, place, mend, cause);
  }
}
