package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Place;
import org.suiseki.matter.Site;

/**
 * The sites of one crystal while its file is read, and what is to be warned about. It grows with
 * what has been read, never by what a file announces.
 */
final class SiteList {
  private final List<Occupation> occupations = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private double[] coordinates = new double[24];
  private int used;

  /**
   * @param label empty where the file gives none
   */
  void add(Occupation occupation, String label) {
    occupations.add(occupation);
    String symbol = occupation.dominant().symbol();
    labels.add(label.isEmpty() || label.equals(symbol) ? symbol : label);
  }

  void coordinates(double x, double y, double z) {
    if (used + 3 > coordinates.length) {
      coordinates = Arrays.copyOf(coordinates, 2 * coordinates.length);
    }
    coordinates[used] = x;
    coordinates[used + 1] = y;
    coordinates[used + 2] = z;
    used += 3;
  }

  int size() {
    return occupations.size();
  }

  void warn(String sentence) {
    warnings.add(sentence);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Multiplies the Cartesian components. */
  void scale(double x, double y, double z) {
    for (int i = 0; i < used; i += 3) {
      coordinates[i] *= x;
      coordinates[i + 1] *= y;
      coordinates[i + 2] *= z;
    }
  }

  /**
   * @param cartesian whether the coordinates are in Å rather than fractions
   * @param place of the crystal, for errors
   */
  Crystal crystal(Lattice lattice, boolean cartesian, Place place) {
    if (occupations.isEmpty()) {
      throw new MatterException("The crystal has no atom.", place, "Give at least one.");
    }
    List<Site> sites = new ArrayList<>(occupations.size());
    for (int i = 0; i < occupations.size(); i++) {
      int at = 3 * i;
      if (cartesian) {
        lattice.toFractional(coordinates, at, coordinates, at);
      }
      sites.add(site(i, place));
    }
    return Crystal.of(lattice, sites);
  }

  private Site site(int index, Place place) {
    try {
      return new Site(
          occupations.get(index),
          coordinates[3 * index],
          coordinates[3 * index + 1],
          coordinates[3 * index + 2],
          labels.get(index));
    } catch (MatterException e) {
      throw at(place, e);
    }
  }

  /**
   * @throws MatterException where they span no volume, with the place
   */
  static Lattice lattice(double[] rows, Place place) {
    try {
      return Lattice.of(rows);
    } catch (MatterException e) {
      throw at(place, e);
    }
  }

  /** The same error with a place, where it has none. */
  static MatterException at(Place place, MatterException e) {
    return e.place().isPresent() ? e : new MatterException(e.what(), place, e.mend(), e);
  }
}
