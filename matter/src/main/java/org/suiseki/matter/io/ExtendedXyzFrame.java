package org.suiseki.matter.io;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Place;

/** One frame of {@link ExtendedXyzReader}, read from the line of its count. */
final class ExtendedXyzFrame {
  private static final List<String> NAMES = List.of("id", "name", "material_id");

  private final TokenLines lines;
  private final String source;
  private final int number;
  private final SiteList sites = new SiteList();

  /**
   * @param lines at the line of the count
   * @param number of the frame, from 1
   */
  ExtendedXyzFrame(TokenLines lines, String source, int number) {
    this.lines = lines;
    this.source = source;
    this.number = number;
  }

  CrystalEntry read() {
    Place place = lines.place();
    int count = XyzFrames.count(lines.text().strip(), place);
    if (!lines.next()) {
      throw XyzFrames.cutOff(count, 0, lines.place());
    }
    Place commentPlace = lines.place();
    Map<String, String> pairs = XyzComment.pairs(lines.text(), commentPlace);
    Lattice lattice = lattice(pairs, commentPlace);
    requirePeriodic(pairs, commentPlace);
    XyzColumns columns = XyzColumns.of(take(pairs, "Properties"), commentPlace);
    for (int i = 0; i < count; i++) {
      if (!lines.next()) {
        throw XyzFrames.cutOff(count, i, lines.place());
      }
      atom(columns);
    }
    String id = id(pairs);
    return new CrystalEntry(
        id, sites.crystal(lattice, true, place), place, pairs, sites.warnings());
  }

  private static String take(Map<String, String> pairs, String key) {
    for (String candidate : pairs.keySet()) {
      if (candidate.equalsIgnoreCase(key)) {
        return Optional.ofNullable(pairs.remove(candidate)).orElse("");
      }
    }
    return "";
  }

  private static Lattice lattice(Map<String, String> pairs, Place place) {
    String text = take(pairs, "Lattice");
    if (text.isEmpty()) {
      throw new MatterException(
          "The frame has no Lattice: this is an XYZ file of molecules, not of crystals.",
          place,
          "Add Lattice=\"ax ay az bx by bz cx cy cz\" in Å to the second line of the frame.");
    }
    String[] words = text.replaceAll("[\\[\\],{}]", " ").strip().split("\\s+", -1);
    if (words.length != 9) {
      throw new MatterException(
          "The Lattice has " + words.length + " numbers.",
          place,
          "Give nine in Å: ax ay az bx by bz cx cy cz.");
    }
    double[] rows = new double[9];
    for (int i = 0; i < 9; i++) {
      rows[i] = DecimalNumber.parse(words[i], "component of the Lattice", place);
    }
    return SiteList.lattice(rows, place);
  }

  private void requirePeriodic(Map<String, String> pairs, Place place) {
    String[] flags = take(pairs, "pbc").replaceAll("[\\[\\],{}]", " ").strip().split("\\s+", -1);
    int open = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean no = flags[i].matches("(?i)f|false|0");
      open += no ? 1 : 0;
      if (no && i < 3) {
        sites.warn(
            "The frame is not periodic along "
                + "abc".charAt(i)
                + "; it is taken as periodic (line "
                + place.line()
                + ").");
      }
    }
    if (open > 0 && open == flags.length) {
      throw new MatterException(
          "The frame is periodic in no direction: a molecule in a box.",
          place,
          "Write pbc=\"T T T\" if it is a crystal.");
    }
  }

  private void atom(XyzColumns columns) {
    Optional<Occupation> what = Optional.empty();
    String label = "";
    String name = "";
    double state = Double.NaN;
    double x = 0;
    double y = 0;
    double z = 0;
    for (XyzColumns.Column column : columns.columns()) {
      switch (column.role()) {
        case SPECIES -> {
          name = word();
          what = AtomName.parse(name);
          if (what.isEmpty() && !AtomName.isDummy(name)) {
            throw AtomName.unknown(name, lines.tokenPlace());
          }
        }
        case NUMBER -> what = Optional.of(ofNumber(lines.nextNumber("atomic number")));
        case POSITION -> {
          x = lines.nextNumber("coordinate x");
          y = lines.nextNumber("coordinate y");
          z = lines.nextNumber("coordinate z");
        }
        case OXIDATION_STATE -> state = oxidationState();
        case LABEL -> label = word();
        case OTHER -> {
          for (int i = 0; i < column.width(); i++) {
            word();
          }
        }
      }
    }
    if (what.isEmpty()) {
      sites.warn("The places of '" + name + "' hold no known atom and are left out.");
      return;
    }
    sites.add(charged(what.get(), state), label);
    sites.coordinates(x, y, z);
  }

  private String word() {
    if (!lines.nextToken()) {
      throw new MatterException(
          "The line ends before its last column.",
          lines.tokenPlace(),
          "Give every atom all columns that Properties names.");
    }
    return lines.token();
  }

  private double oxidationState() {
    String text = word();
    return text.equalsIgnoreCase("nan") || text.equals("None")
        ? Double.NaN
        : DecimalNumber.parse(text, "oxidation state", lines.tokenPlace());
  }

  private Occupation charged(Occupation plain, double state) {
    if (Double.isNaN(state)) {
      return plain;
    }
    try {
      return Occupation.of(plain.dominant().withOxidationState(state));
    } catch (MatterException e) {
      throw SiteList.at(lines.place(), e);
    }
  }

  private Occupation ofNumber(double number) {
    Element[] elements = Element.values();
    if (!(number >= 1 && number <= elements.length && number == Math.rint(number))) {
      throw new MatterException(
          "The atomic number is " + lines.shownToken() + ".",
          lines.tokenPlace(),
          "Give a whole number from 1 to " + elements.length + ".");
    }
    return Occupation.of(elements[(int) number - 1]);
  }

  private String id(Map<String, String> pairs) {
    for (String key : NAMES) {
      String id = pairs.getOrDefault(key, "");
      if (!id.isBlank()) {
        pairs.remove(key);
        return id;
      }
    }
    String name = FileName.of(source);
    return number == 1 ? name : name + " " + number;
  }
}
