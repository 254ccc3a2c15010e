package org.suiseki.matter.io;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Place;

/** The lines of one POSCAR, read in turn. The format is described in {@link PoscarReader}. */
final class PoscarLines {
  static final String MEND =
      "Give comment, scale, three vectors, symbols, counts, Direct or Cartesian, and the sites.";

  private final TokenLines lines;
  private final String source;
  private final SiteList sites = new SiteList();
  private long read;

  PoscarLines(UnpackedStream in) {
    this.lines = new TokenLines(in);
    this.source = in.source();
  }

  CrystalEntry entry() {
    need(lines, "comment");
    String comment = lines.text().strip();
    double[] scale = scale();
    Place latticePlace = Place.line(source, lines.line() + 1);
    Lattice lattice = lattice(scale, latticePlace);
    need(lines, "symbols or counts");
    PoscarSpecies species = PoscarSpecies.read(lines);
    need(lines, "Direct or Cartesian");
    boolean selective = isSelective();
    if (selective) {
      need(lines, "Direct or Cartesian");
    }
    boolean cartesian = isCartesian();
    readSites(species, species.names(comment), selective);
    if (cartesian) {
      sites.scale(scale[0], scale[1], scale[2]);
    }
    Place place = Place.line(source, 1);
    String id = comment.isEmpty() ? FileName.of(source) : comment;
    return new CrystalEntry(
        id, sites.crystal(lattice, cartesian, place), place, Map.of(), sites.warnings());
  }

  /** Moves to the next line, which must be there. */
  static void need(TokenLines lines, String what) {
    if (!lines.next()) {
      throw lines.line() == 0
          ? new MatterException("The file is empty.", lines.place(), MEND)
          : new MatterException(
              "The file ends where the line of " + what + " should stand.", lines.place(), MEND);
    }
  }

  /** One factor, negative for a volume, or three. */
  private double[] scale() {
    need(lines, "the scale");
    double first = lines.nextNumber("scale");
    Place place = lines.tokenPlace();
    double[] scale = {first, first, first};
    if (lines.nextToken() && lines.tokenIsNumber()) {
      lines.rewind();
      for (int i = 0; i < 3; i++) {
        scale[i] = lines.nextNumber("scale");
        requireScale(scale[i] > 0, "Give three factors above 0.", lines.tokenPlace());
      }
    }
    requireScale(first != 0, "Give a factor above 0, or minus the volume in Å³.", place);
    return scale;
  }

  private static void requireScale(boolean good, String mend, Place place) {
    if (!good) {
      throw new MatterException("The scale is no factor above 0.", place, mend);
    }
  }

  /** Also puts the factor into {@code scale} where a volume is given. */
  private Lattice lattice(double[] scale, Place place) {
    double[] rows = new double[9];
    for (int vector = 0; vector < 3; vector++) {
      need(lines, "a lattice vector");
      for (int axis = 0; axis < 3; axis++) {
        rows[3 * vector + axis] = lines.nextNumber("component of a lattice vector");
      }
    }
    if (scale[0] < 0) {
      double factor = Math.cbrt(-scale[0] / SiteList.lattice(rows, place).volume());
      scale[0] = factor;
      scale[1] = factor;
      scale[2] = factor;
    }
    for (int i = 0; i < 9; i++) {
      rows[i] *= scale[i % 3];
    }
    return SiteList.lattice(rows, place);
  }

  private boolean isSelective() {
    lines.nextToken();
    return lines.firstLetter() == 's';
  }

  private boolean isCartesian() {
    lines.rewind();
    if (lines.nextToken() && lines.tokenIsNumber()) {
      throw new MatterException(
          "The line '" + lines.shownLine() + "' stands where Direct or Cartesian should.",
          lines.place(),
          "Say Direct or Cartesian before the sites.");
    }
    char letter = lines.firstLetter();
    if (lines.text().contains("configuration")) {
      sites.warn("This is a trajectory (XDATCAR); only its first configuration is read.");
    }
    return letter == 'c' || letter == 'k';
  }

  private void readSites(PoscarSpecies species, List<String> names, boolean selective) {
    boolean fromComment = false;
    for (int group = 0; group < species.counts().size(); group++) {
      String name = group < names.size() ? names.get(group) : "";
      Optional<Occupation> known = AtomName.parsePotential(name);
      for (long i = 0; i < species.counts().get(group); i++) {
        needSite(species);
        double x = lines.nextNumber("coordinate x");
        double y = lines.nextNumber("coordinate y");
        double z = lines.nextNumber("coordinate z");
        String label = label(selective);
        Optional<Occupation> own = AtomName.parsePotential(label);
        Optional<Occupation> what = species.told() || own.isEmpty() ? known : own;
        fromComment |= own.isEmpty();
        if (what.isPresent()) {
          sites.add(what.get(), own.equals(what) ? label : "");
          sites.coordinates(x, y, z);
          warnOfOther(own.isPresent() && !own.equals(what), label, name);
        } else {
          leaveOut(species, name);
        }
      }
    }
    if (!species.told()) {
      sites.warn(
          "There is no line of symbols; they are taken from "
              + (fromComment ? "the comment" : "the names after the coordinates")
              + " (line "
              + (fromComment ? 1 : lines.line())
              + ").");
    }
  }

  private void warnOfOther(boolean other, String label, String name) {
    if (other && sites.warnings().isEmpty()) {
      sites.warn(
          "A site is called '"
              + Shown.text(label)
              + "' but counted as '"
              + name
              + "', which it is taken for (line "
              + lines.line()
              + ").");
    }
  }

  private void leaveOut(PoscarSpecies species, String name) {
    if (name.isEmpty()) {
      throw species.untold();
    }
    sites.warn(
        "The places of '"
            + name
            + "' hold no known atom and are left out (line "
            + species.place().line()
            + ").");
  }

  /** A blank line ends the sites too: velocities follow it, which look alike. */
  private void needSite(PoscarSpecies species) {
    if (!lines.next() || lines.isBlank()) {
      throw new MatterException(
          "The sites end after " + read + " of " + species.announced() + ".",
          lines.place(),
          "Give the whole file, or correct the counts.");
    }
    read++;
  }

  /** The word after the coordinates and flags; empty where there is none. */
  private String label(boolean selective) {
    boolean word = lines.nextToken();
    for (int i = 0; selective && word && i < 3; i++) {
      word = lines.nextToken();
    }
    return word ? lines.token() : "";
  }
}
