package org.suiseki.learn;

import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;

/** What the {@code learn} room tells a person about input it cannot use. */
public final class LearnException extends SuisekiException {

  public LearnException(String what, String mend) {
    super(what, null, mend, null);
  }

  public LearnException(String what, Place place, String mend) {
    super(what, place, mend, null);
  }

  public LearnException(String what, @Nullable Place place, String mend, Throwable cause) {
    super(what, place, mend, cause);
  }
}
