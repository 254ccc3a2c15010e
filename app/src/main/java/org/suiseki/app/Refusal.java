package org.suiseki.app;

import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.CrystalEntry;
import org.suiseki.matter.io.Measurement;

/**
 * A file, or one material of a file, that could not be used.
 *
 * @param where file and line; nothing where only the reason knows
 */
record Refusal(String where, SuisekiException reason) {

  /** Of a file, whose reason says where. */
  Refusal(SuisekiException reason) {
    this(reason.place().map(Place::toString).orElse(""), reason);
  }

  /** Of a crystal that was read well but could not be worked on. */
  Refusal(SuisekiException reason, CrystalEntry entry) {
    this(entry.place() + " (" + entry.id() + ")", reason);
  }

  /** Of a range that was read well but could not be worked on. */
  Refusal(SuisekiException reason, Measurement measurement) {
    this(measurement.place() + " (" + measurement.id() + ")", reason);
  }

  /** One line: where and what, without how to mend it. */
  String line() {
    return where.isEmpty() ? reason.what() : where + ": " + reason.what();
  }
}
