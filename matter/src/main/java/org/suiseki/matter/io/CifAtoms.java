package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Place;
import org.suiseki.matter.Species;

/** Reads the atoms that a block lists. */
final class CifAtoms {
  /** A coordinate with so many decimals is taken as the third or sixth that it is rounded from. */
  private static final int DECIMALS_OF_ROUNDED = 4;

  private final CifBlock block;
  private final Lattice lattice;
  private final CifSpecies species;
  private final CifWarnings warnings;
  private final CifNumber number = new CifNumber();
  private final CifColumn[] coordinates;
  private final boolean cartesian;
  private final int count;
  private final @Nullable CifColumn labels;
  private final @Nullable CifColumn types;
  private final @Nullable CifColumn occupancies;
  private final @Nullable CifColumn assemblies;
  private final @Nullable CifColumn groups;
  private final @Nullable CifColumn calculated;
  private final @Nullable CifColumn models;
  private final @Nullable CifColumn multiplicities;
  private final double[] point = new double[3];
  private final Set<String> skipped = new LinkedHashSet<>();
  private int skippedCount;
  private String rounded = "";

  /**
   * @param block one with {@linkplain #listed atoms}
   */
  CifAtoms(CifBlock block, Lattice lattice, CifSpecies species, CifWarnings warnings) {
    this.block = block;
    this.lattice = lattice;
    this.species = species;
    this.warnings = warnings;
    this.cartesian = !hasAny(block, FRACTIONAL);
    CifTag[] tags = cartesian ? CARTESIAN : FRACTIONAL;
    this.coordinates = new CifColumn[3];
    CifColumn first =
        column(tags[0]).or(() -> column(tags[1])).or(() -> column(tags[2])).orElseThrow();
    this.count = first.count();
    for (int axis = 0; axis < 3; axis++) {
      CifTag tag = tags[axis];
      coordinates[axis] = column(tag).orElseThrow(() -> missing("has no " + tag.spelling(), first));
      requireCount(coordinates[axis]);
    }
    this.labels =
        sized(CifTag.LABEL)
            .or(() -> sized(CifTag.LARGE_NAME))
            .or(() -> sized(CifTag.LARGE_ID))
            .orElse(null);
    this.types = sized(CifTag.TYPE).orElse(null);
    this.occupancies = sized(CifTag.OCCUPANCY).orElse(null);
    this.assemblies = sized(CifTag.ASSEMBLY).orElse(null);
    this.groups = sized(CifTag.GROUP).orElse(null);
    this.calculated = sized(CifTag.CALCULATED).orElse(null);
    this.models = sized(CifTag.LARGE_MODEL).orElse(null);
    this.multiplicities = sized(CifTag.MULTIPLICITY).orElse(null);
    if (labels == null && types == null) {
      throw missing("has neither _atom_site_label nor _atom_site_type_symbol", first);
    }
  }

  private static final CifTag[] FRACTIONAL = {CifTag.X, CifTag.Y, CifTag.Z};
  private static final CifTag[] CARTESIAN = {
    CifTag.CARTESIAN_X, CifTag.CARTESIAN_Y, CifTag.CARTESIAN_Z
  };

  /** Whether a block gives at least one coordinate of an atom. */
  static boolean listed(CifBlock block) {
    return hasAny(block, FRACTIONAL) || hasAny(block, CARTESIAN);
  }

  private static boolean hasAny(CifBlock block, CifTag[] tags) {
    return Arrays.stream(tags)
        .anyMatch(tag -> block.column(tag).filter(c -> !c.allMissing()).isPresent());
  }

  private Optional<CifColumn> column(CifTag tag) {
    return block.column(tag);
  }

  private Optional<CifColumn> sized(CifTag tag) {
    Optional<CifColumn> column = column(tag);
    column.ifPresent(this::requireCount);
    return column;
  }

  private void requireCount(CifColumn column) {
    if (column.count() != count) {
      throw missing(
          "has " + count + " coordinates and " + column.count() + " values of " + column.name(),
          column);
    }
  }

  private static MatterException missing(String what, CifColumn at) {
    return new MatterException(
        "The list of atoms " + what + ".",
        at.place(0),
        "Give each atom a label or type symbol and its three coordinates, in one loop.");
  }

  /** The atoms with known coordinates that stand for an element and are there at all. */
  List<CifAtom> read() {
    List<CifAtom> atoms = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      if (otherModel(i)) {
        continue;
      }
      addTo(atoms, i);
    }
    if (skippedCount > 0) {
      warnings.add(
          skippedCount
              + " listed atom(s) were left out, being "
              + String.join("; ", skipped)
              + ".");
    }
    if (!rounded.isEmpty()) {
      warnings.add("Coordinates like " + rounded + " were taken as the fraction they round.");
    }
    return atoms;
  }

  private boolean otherModel(int index) {
    if (models == null || models.text(index).equals(models.text(0))) {
      return false;
    }
    warnings.add("Only the first of several models is read.");
    return true;
  }

  /** Adds the atom of a row, several where its type is a mixture, none where it is left out. */
  private void addTo(List<CifAtom> atoms, int index) {
    CifColumn named = types != null && !types.missing(index) ? types : labels;
    int line = coordinates[0].line(index);
    if (named == null || named.missing(index)) {
      skip("without label and type", line);
      return;
    }
    if (calculated != null && calculated.text(index).equalsIgnoreCase("dum")) {
      skip("marked as dummies", line);
      return;
    }
    Optional<Occupation> what =
        named == types
            ? species.ofType(named.text(index), named.place(index))
            : species.ofLabel(named.text(index), named.place(index));
    if (what.isEmpty()) {
      skip("dummies or vacancies like " + CifColumn.shown(named.text(index)), line);
      return;
    }
    if (!readPoint(index)) {
      skip("without coordinates", line);
      return;
    }
    double occupancy = occupancy(index);
    if (!(occupancy > 0)) {
      skip("of occupancy 0", line);
      return;
    }
    for (int part = 0; part < what.get().species().size(); part++) {
      atoms.add(
          atom(
              index,
              what.get().species().get(part),
              what.get().fraction(part) * occupancy,
              named.place(index)));
    }
  }

  /** Whether all three coordinates are known. */
  private boolean readPoint(int index) {
    for (int axis = 0; axis < 3; axis++) {
      if (coordinates[axis].missing(index)) {
        return false;
      }
      point[axis] = coordinate(coordinates[axis], index);
    }
    if (cartesian) {
      lattice.toFractional(point, 0, point, 0);
    }
    return true;
  }

  private CifAtom atom(int index, Species what, double occupancy, Place place) {
    String label = text(labels, index);
    return new CifAtom(
        label.isEmpty() ? what.symbol() + (index + 1) : label,
        what,
        point[0],
        point[1],
        point[2],
        occupancy,
        text(assemblies, index),
        text(groups, index),
        multiplicity(index),
        place);
  }

  private int multiplicity(int index) {
    return multiplicities != null && multiplicities.number(index, number)
        ? (int) number.value()
        : 0;
  }

  private void skip(String reason, int line) {
    skippedCount++;
    if (skipped.size() < 4) {
      skipped.add(reason + " (line " + line + ")");
    }
  }

  private static String text(@Nullable CifColumn column, int index) {
    return column == null || column.missing(index) ? "" : column.text(index);
  }

  private double coordinate(CifColumn column, int index) {
    double value = column.require(index, "coordinate", number, warnings);
    if (Math.abs(value) > 1e6) {
      throw new MatterException(
          "The coordinate is " + value + ".",
          column.place(index),
          "Give fractions of the cell edges, or Å where they are Cartesian.");
    }
    return cartesian || number.uncertain() ? value : unrounded(value, column, index);
  }

  /** 0.3333 means 1/3, and 0.1667 1/6: the third or sixth that rounds or truncates to the text. */
  private double unrounded(double value, CifColumn column, int index) {
    int decimals = number.decimals();
    if (decimals < DECIMALS_OF_ROUNDED || decimals > 16) {
      return value;
    }
    double sixths = Math.rint(value * 6);
    double exact = sixths / 6;
    double difference = Math.abs(value - exact);
    if (sixths % 3 == 0 || difference > 1.000001 * Math.pow(10, -decimals)) {
      return value;
    }
    if (rounded.isEmpty() && difference > 1e-6) {
      rounded = column.text(index) + " in line " + column.line(index);
    }
    return exact;
  }

  private double occupancy(int index) {
    if (occupancies == null || occupancies.missing(index)) {
      return 1;
    }
    double value = occupancies.require(index, "occupancy", number, warnings);
    if (!(value > -CifOrbit.EXCESS && value <= 1 + CifOrbit.EXCESS)) {
      throw new MatterException(
          "The occupancy is " + value + ".",
          occupancies.place(index),
          "Give a number from 0 to 1; for percent divide by 100.");
    }
    return value;
  }
}
