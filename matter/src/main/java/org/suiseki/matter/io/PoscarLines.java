package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Place;

/** The lines of one POSCAR, read in turn. The format is described in {@link PoscarReader}. */
final class PoscarLines {
  private static final String MEND =
      "Give comment, scale, three vectors, symbols, counts, Direct or Cartesian, and the sites.";

  private static final long MOST_SITES = 10_000_000;

  private final TokenLines lines;
  private final String source;
  private final SiteList sites = new SiteList();
  private final List<String> symbols = new ArrayList<>();
  private final List<Long> counts = new ArrayList<>();
  private Place namesPlace = Place.of("");
  private long announced;
  private long read;

  PoscarLines(UnpackedStream in) {
    this.lines = new TokenLines(in);
    this.source = in.source();
  }

  CrystalEntry entry() {
    need("comment");
    String comment = lines.text().strip();
    double[] scale = scale();
    Place latticePlace = Place.line(source, lines.line() + 1);
    Lattice lattice = lattice(scale, latticePlace);
    symbolsAndCounts();
    boolean selective = need("Direct or Cartesian") && isSelective();
    if (selective) {
      need("Direct or Cartesian");
    }
    boolean cartesian = isCartesian();
    readSites(selective, species(comment));
    if (cartesian) {
      sites.scale(scale[0], scale[1], scale[2]);
    }
    Place place = Place.line(source, 1);
    String id = comment.isEmpty() ? FileName.of(source) : comment;
    return new CrystalEntry(
        id, sites.crystal(lattice, cartesian, place), place, Map.of(), sites.warnings());
  }

  private boolean need(String what) {
    if (!lines.next()) {
      throw lines.line() == 0
          ? new MatterException("The file is empty.", Place.of(source), MEND)
          : new MatterException(
              "The file ends where the line of " + what + " should stand.", lines.place(), MEND);
    }
    return true;
  }

  /** One factor, negative for a volume, or three. */
  private double[] scale() {
    need("the scale");
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
      need("a lattice vector");
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

  /** Leaves the last line of counts as the current one. */
  private void symbolsAndCounts() {
    need("symbols or counts");
    namesPlace = lines.place();
    lines.nextToken();
    while (lines.count() < 0) {
      if (lines.isBlank()) {
        throw new MatterException("The line of symbols or counts is blank.", lines.place(), MEND);
      }
      while (lines.nextToken()) {
        symbols.add(lines.token());
        requireAtom(symbols.get(symbols.size() - 1));
      }
      need("counts");
      lines.nextToken();
    }
    takeCounts();
    while (!symbols.isEmpty() && counts.size() < symbols.size()) {
      need("counts");
      lines.nextToken();
      if (lines.count() < 0) {
        break;
      }
      takeCounts();
    }
    if (!symbols.isEmpty() && counts.size() != symbols.size()) {
      throw new MatterException(
          "There are " + symbols.size() + " symbols and " + counts.size() + " counts.",
          lines.place(),
          "Give one count for each symbol.");
    }
    if (announced < 1 || announced > MOST_SITES) {
      throw new MatterException(
          "The counts add up to " + announced + " sites.",
          lines.place(),
          "Give 1 to " + MOST_SITES + " sites.");
    }
  }

  private void takeCounts() {
    lines.rewind();
    while (lines.nextToken()) {
      long count = lines.count();
      if (count < 0 || count > MOST_SITES) {
        if (lines.firstLetter() == '!' || lines.token().startsWith("#")) {
          return;
        }
        throw new MatterException(
            "The count is '" + lines.shownToken() + "'.",
            lines.tokenPlace(),
            "Give a whole number from 0 to " + MOST_SITES + ".");
      }
      counts.add(count);
      announced += count;
    }
  }

  private void requireAtom(String name) {
    if (AtomName.parsePotential(name).isEmpty() && !AtomName.isDummy(name)) {
      throw AtomName.unknown(name, lines.tokenPlace());
    }
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
          counts.size() == 1 && symbols.isEmpty()
              ? MEND
              : "Say Direct or Cartesian before the sites.");
    }
    char letter = lines.firstLetter();
    if (lines.text().contains("configuration")) {
      sites.warn("This is a trajectory (XDATCAR); only its first configuration is read.");
    }
    return letter == 'c' || letter == 'k';
  }

  /** One for each count; empty where only the names after the coordinates can tell. */
  private List<String> species(String comment) {
    if (!symbols.isEmpty()) {
      return symbols;
    }
    String[] words = comment.split("[\\s,;]+", -1);
    if (words.length != counts.size()) {
      return List.of();
    }
    List<String> named = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      String count = Long.toString(counts.get(i));
      String word =
          words[i].endsWith(count)
              ? words[i].substring(0, words[i].length() - count.length())
              : words[i];
      if (AtomName.parsePotential(word).isEmpty()) {
        return List.of();
      }
      named.add(word);
    }
    return named;
  }

  private void readSites(boolean selective, List<String> names) {
    boolean told = !symbols.isEmpty();
    boolean fromComment = false;
    for (int group = 0; group < counts.size(); group++) {
      String name = group < names.size() ? names.get(group) : "";
      Optional<Occupation> known = AtomName.parsePotential(name);
      for (long i = 0; i < counts.get(group); i++) {
        needSite();
        double x = lines.nextNumber("coordinate x");
        double y = lines.nextNumber("coordinate y");
        double z = lines.nextNumber("coordinate z");
        String label = label(selective);
        Optional<Occupation> own = label.isEmpty() ? Optional.empty() : named(label);
        Optional<Occupation> what = told || own.isEmpty() ? known : own;
        fromComment |= !told && own.isEmpty();
        if (what.isEmpty()) {
          leaveOut(name);
          continue;
        }
        boolean fits = own.isPresent() && own.get().equals(what.get());
        sites.add(what.get(), fits ? label : "");
        sites.coordinates(x, y, z);
      }
    }
    if (!told) {
      sites.warn(
          "There is no line of symbols; they are taken from "
              + (fromComment ? "the comment" : "the names after the coordinates")
              + " (line "
              + (fromComment ? 1 : lines.line())
              + ").");
    }
  }

  private void leaveOut(String name) {
    if (name.isEmpty()) {
      throw new MatterException(
          "No line of symbols says which elements the counts "
              + counts
              + " are of, as in VASP 4,"
              + " and the comment does not name "
              + counts.size()
              + ".",
          namesPlace,
          "Add a line of symbols above the counts, such as 'Fe O', or write them as the comment.");
    }
    sites.warn(
        "The places of '"
            + name
            + "' hold no known atom and are left out (line "
            + namesPlace.line()
            + ").");
  }

  /** A blank line ends the sites too: velocities follow it, which look alike. */
  private void needSite() {
    if (!lines.next() || lines.isBlank()) {
      throw new MatterException(
          "The sites end after " + read + " of " + announced + ".",
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

  /** What a label such as {@code Fe1} or {@code O} is of. */
  private static Optional<Occupation> named(String label) {
    return AtomName.parsePotential(label);
  }
}
