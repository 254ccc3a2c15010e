package org.suiseki.matter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The errors a person can mend. Each room has one subclass; all carry three sentences: what is
 * wrong, where, and how to mend it. The message shows them on one line each.
 */
public abstract class SuisekiException extends RuntimeException {
  private final String what;
  private final transient @Nullable Place place;
  private final String mend;

  protected SuisekiException(
      String what, @Nullable Place place, String mend, @Nullable Throwable cause) {
    super(compose(what, place, mend), cause);
    this.what = what;
    this.place = place;
    this.mend = mend;
  }

  /** What is wrong, with the offending value and what was expected instead. */
  public String what() {
    return what;
  }

  /** Where it was met, when it has a place. */
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  /** What the person can do about it. */
  public String mend() {
    return mend;
  }

  private static String compose(String what, @Nullable Place place, String mend) {
    StringBuilder text = new StringBuilder();
    if (place != null) {
      text.append(place).append(": ");
    }
    text.append(what);
    if (!mend.isEmpty()) {
      text.append(System.lineSeparator()).append("  ").append(mend);
    }
    return text.toString();
  }
}
