package org.suiseki.matter.io;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

/** The spectra of a folder by id, and why others cannot be used. */
final class FoundSpectra {
  private final Map<String, Spectrum> good = new HashMap<>();
  private final Map<String, MatterException> bad = new HashMap<>();
  private final Set<String> unused = new HashSet<>();
  private final String source;

  /**
   * @param source where they were looked for
   */
  FoundSpectra(String source) {
    this.source = source;
  }

  void add(String id, Spectrum spectrum, Place place) {
    if (good.containsKey(id) || bad.containsKey(id)) {
      addBad(
          id,
          new MatterException(
              "There is a second spectrum of '" + id + "'.", place, "Keep one of them."));
    } else {
      good.put(id, spectrum);
      unused.add(id);
    }
  }

  void addBad(String id, MatterException why) {
    good.remove(id);
    bad.putIfAbsent(id, why);
    unused.add(id);
  }

  /**
   * @param place of the row that asks
   * @throws MatterException where there is none, or why it cannot be used
   */
  Spectrum take(String id, Place place) {
    unused.remove(id);
    if (bad.containsKey(id)) {
      throw bad.get(id);
    }
    Spectrum spectrum = good.get(id);
    if (spectrum == null) {
      throw new MatterException(
          "There is no spectrum of '" + id + "' in " + source + ".",
          place,
          "Add it, or spell the id alike in both.");
    }
    return spectrum;
  }

  boolean isEmpty() {
    return good.isEmpty() && bad.isEmpty();
  }

  /** Spectra that no row asked for, sorted. */
  Set<String> unused() {
    return new TreeSet<>(unused);
  }
}
