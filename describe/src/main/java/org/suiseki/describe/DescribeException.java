package org.suiseki.describe;

import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;

/** What the {@code describe} room tells a person about input it cannot use. */
public final class DescribeException extends SuisekiException {

  public DescribeException(String what, String mend) {
    super(what, null, mend, null);
  }

  public DescribeException(String what, Place place, String mend) {
    super(what, place, mend, null);
  }

  public DescribeException(String what, @Nullable Place place, String mend, Throwable cause) {
    super(what, place, mend, cause);
  }
}
