package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

/** Spectra by id, and why others cannot be used. */
final class FoundSpectra {
  private final Map<String, Spectrum> good = new HashMap<>();
  private final Map<String, MatterException> bad = new HashMap<>();
  private final Set<String> ids = new LinkedHashSet<>();
  private final Set<String> unused = new HashSet<>();
  private final List<String> unitless = new ArrayList<>();
  private final List<MatterException> remarks = new ArrayList<>();
  private final String source;

  /**
   * @param source where they were looked for
   */
  FoundSpectra(String source) {
    this.source = source;
  }

  /** Keeps what {@code spectrum} reads, or its error, with the place where it lacks one. */
  void read(String id, Place place, Supplier<Spectrum> spectrum) {
    try {
      add(id, spectrum.get(), place);
    } catch (MatterException e) {
      addBad(id, e.place().isPresent() ? e : new MatterException(e.what(), place, e.mend(), e));
    }
  }

  void add(String id, Spectrum spectrum, Place place) {
    if (good.containsKey(id) || bad.containsKey(id)) {
      addBad(
          id,
          new MatterException(
              "There is a second spectrum of '" + id + "'.", place, "Keep one of them."));
    } else {
      good.put(id, spectrum);
      ids.add(id);
      unused.add(id);
    }
  }

  void addBad(String id, MatterException why) {
    good.remove(id);
    bad.putIfAbsent(id, why);
    ids.add(id);
    unused.add(id);
  }

  /**
   * @param place of the row that asks
   * @throws MatterException where there is none, or why it cannot be used
   */
  Spectrum take(String id, Place place) {
    unused.remove(id);
    MatterException why = bad.get(id);
    if (why != null) {
      throw why;
    }
    Spectrum spectrum = good.get(id);
    if (spectrum == null) {
      throw absent(id, place);
    }
    return spectrum;
  }

  /**
   * @param place of the row that asks
   * @throws MatterException where there is none, not even one that cannot be used
   */
  void require(String id, Place place) {
    if (!ids.contains(id)) {
      throw absent(id, place);
    }
  }

  /** Notes a file whose head names the energies but no unit. */
  void assumeElectronvolt(String file) {
    unitless.add(file);
  }

  /** Notes what is usable but deserves a look. */
  void remark(MatterException warning) {
    remarks.add(warning);
  }

  /** What was noted, one warning for all files without a unit. */
  List<MatterException> remarks() {
    List<MatterException> all = new ArrayList<>(remarks);
    if (!unitless.isEmpty()) {
      int others = unitless.size() - 1;
      String more =
          others == 0 ? "" : ", as in " + others + (others == 1 ? " other file" : " other files");
      all.add(
          new MatterException(
              "The head of the energies has no unit" + more + "; they are taken as eV.",
              Place.of(unitless.get(0)),
              "Head them 'energy [eV]' or 'energy [keV]'."));
    }
    return all;
  }

  private MatterException absent(String id, Place place) {
    return new MatterException(
        "There is no spectrum of '" + id + "' in " + source + ".",
        place,
        "Add it, or spell the id alike in both.");
  }

  /** Of all spectra, usable or not, in the order they were met. */
  Set<String> ids() {
    return Collections.unmodifiableSet(ids);
  }

  /** Spectra that no row asked for, sorted. */
  Set<String> unused() {
    return new TreeSet<>(unused);
  }
}
