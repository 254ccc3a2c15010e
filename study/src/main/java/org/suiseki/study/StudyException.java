package org.suiseki.study;

import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;

/** What the {@code study} room tells a person about input it cannot use. */
public final class StudyException extends SuisekiException {

  public StudyException(String what, String mend) {
    super(what, null, mend, null);
  }

  public StudyException(String what, Place place, String mend) {
    super(what, place, mend, null);
  }

  public StudyException(String what, @Nullable Place place, String mend, Throwable cause) {
    super(what, place, mend, cause);
  }
}
