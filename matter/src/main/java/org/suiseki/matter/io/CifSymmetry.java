package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.geometry.HallSymbol;
import org.suiseki.matter.geometry.SpaceGroup;
import org.suiseki.matter.geometry.SymmetryOperation;

/**
 * The symmetry operations of a block: those it lists; where it lists none, those of its Hall
 * symbol, its Hermann–Mauguin symbol or its number, in this order; where it has neither, only the
 * identity. Where a symbol or number leaves the setting open there are several choices, all of
 * which fit the cell.
 */
final class CifSymmetry {
  /** No conventional cell needs more than 192; this allows for cells several times as large. */
  private static final int MOST_OPERATIONS = 4096;

  /** By how much of the largest, scalar products of lattice vectors may change under symmetry. */
  private static final double MISFIT = 0.02;

  private final CifBlock block;
  private final Lattice lattice;
  private final CifWarnings warnings;

  CifSymmetry(CifBlock block, Lattice lattice, CifWarnings warnings) {
    this.block = block;
    this.lattice = lattice;
    this.warnings = warnings;
  }

  /**
   * One way to fill the cell.
   *
   * @param operations the identity first, none twice
   * @param setting what to warn of where this is one of several choices
   */
  record Choice(List<SymmetryOperation> operations, String setting) {}

  /** At least one; more where the file leaves the setting open, the likeliest first. */
  List<Choice> choices() {
    List<SymmetryOperation> listed = listed();
    if (!listed.isEmpty()) {
      compare(listed);
      return List.of(new Choice(listed, ""));
    }
    Optional<List<SymmetryOperation>> hall = ofHall();
    if (hall.isPresent()) {
      warnIfUnfit(hall.get());
      return List.of(new Choice(hall.get(), ""));
    }
    List<Choice> choices = new ArrayList<>();
    for (SpaceGroup setting : settings()) {
      choices.add(new Choice(setting.operations(), setting.toString()));
    }
    if (choices.isEmpty()) {
      warnings.add("Neither symmetry operations nor a space group that is known are given: P 1.");
      return List.of(new Choice(List.of(SymmetryOperation.IDENTITY), ""));
    }
    warnIfUnfit(choices.get(0).operations());
    return choices;
  }

  private void warnIfUnfit(List<SymmetryOperation> operations) {
    if (!fits(operations)) {
      warnings.add("The cell " + lattice + " does not have the symmetry of the space group.");
    }
  }

  private List<SymmetryOperation> listed() {
    for (CifTag tag : List.of(CifTag.OPERATOR, CifTag.OPERATOR_OLD)) {
      Optional<CifColumn> column = block.column(tag).filter(c -> !c.allMissing());
      if (column.isPresent()) {
        return withIdentity(parsed(column.get()));
      }
    }
    Optional<CifColumn> magnetic = block.column(CifTag.OPERATOR_MAGNETIC);
    if (magnetic.isEmpty()) {
      return List.of();
    }
    warnings.add("The magnetic moments are not read.");
    List<SymmetryOperation> operations = parsed(magnetic.get());
    Optional<CifColumn> centring = block.column(CifTag.CENTRING_MAGNETIC);
    return withIdentity(
        centring.isEmpty() ? operations : products(parsed(centring.get()), operations));
  }

  private static List<SymmetryOperation> products(
      List<SymmetryOperation> centrings, List<SymmetryOperation> operations) {
    List<SymmetryOperation> products = new ArrayList<>();
    for (SymmetryOperation centring : centrings) {
      for (SymmetryOperation operation : operations) {
        if (products.size() <= MOST_OPERATIONS) {
          products.add(centring.times(operation));
        }
      }
    }
    return products;
  }

  private List<SymmetryOperation> parsed(CifColumn column) {
    List<SymmetryOperation> operations = new ArrayList<>(column.count());
    for (int i = 0; i < column.count(); i++) {
      if (i > MOST_OPERATIONS) {
        throw new MatterException(
            "There are more than " + MOST_OPERATIONS + " symmetry operations.",
            column.place(i),
            "A space group has at most 192.");
      }
      if (!column.missing(i)) {
        operations.add(parsed(column.text(i), column.place(i)));
      }
    }
    return operations;
  }

  private static SymmetryOperation parsed(String text, Place place) {
    String written = text;
    if (text.endsWith("1") && text.chars().filter(c -> c == ',').count() == 3) {
      // The time reversal of a magnetic operation moves no atom.
      written = text.substring(0, text.lastIndexOf(','));
    }
    try {
      SymmetryOperation operation = SymmetryOperation.parse(unquoted(written));
      operation.type();
      return operation;
    } catch (MatterException e) {
      throw new MatterException(
          "The symmetry operation '" + CifColumn.shown(text) + "' cannot be read: " + e.what(),
          place,
          "Write it as in -x,y+1/2,-z+1/2.",
          e);
    }
  }

  /** Without quotes that were not closed, and the stops that stand in their place. */
  private static String unquoted(String text) {
    char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    boolean plain = text.indexOf('\'') < 0 && text.indexOf('"') < 0 && ".;,".indexOf(last) < 0;
    return plain ? text : text.replaceAll("['\"]|[.;,]+$", "");
  }

  private List<SymmetryOperation> withIdentity(List<SymmetryOperation> operations) {
    Set<SymmetryOperation> seen = new HashSet<>();
    List<SymmetryOperation> unique = new ArrayList<>(operations.size() + 1);
    seen.add(SymmetryOperation.IDENTITY);
    unique.add(SymmetryOperation.IDENTITY);
    boolean identity = false;
    for (SymmetryOperation operation : operations) {
      SymmetryOperation reduced = operation.reduced();
      identity |= reduced.isIdentity();
      if (seen.add(reduced)) {
        unique.add(reduced);
      }
    }
    if (!identity) {
      warnings.add("The symmetry operations lack x,y,z, which was added.");
    }
    return unique;
  }

  private Optional<List<SymmetryOperation>> ofHall() {
    Optional<String> hall = block.value(CifTag.HALL, CifTag.HALL_OLD);
    try {
      return hall.map(symbol -> HallSymbol.parse(symbol).operations());
    } catch (MatterException e) {
      warnings.add("The Hall symbol '" + CifColumn.shown(hall.orElse("")) + "' is not known.");
      return Optional.empty();
    }
  }

  /** By symbol, else by number; empty where neither is known. */
  private List<SpaceGroup> settings() {
    Optional<String> symbol = symbol();
    Optional<SpaceGroup> named = symbol.flatMap(SpaceGroup::ofSymbol);
    if (named.isPresent()) {
      return symbol.get().indexOf(':') >= 0 ? List.of(named.get()) : fitting(named.get(), false);
    }
    symbol.ifPresent(
        s -> warnings.add("The space-group symbol '" + CifColumn.shown(s) + "' is not known."));
    Optional<Integer> number = number();
    if (number.isEmpty()) {
      return List.of();
    }
    return block
        .value(CifTag.SETTING)
        .flatMap(code -> SpaceGroup.ofNumber(number.get(), code))
        .map(List::of)
        .orElseGet(() -> fitting(SpaceGroup.ofNumber(number.get()), true));
  }

  private Optional<String> symbol() {
    return block.value(CifTag.SYMBOL, CifTag.SYMBOL_OLD, CifTag.SYMBOL_FULL);
  }

  private Optional<Integer> number() {
    CifNumber number = new CifNumber();
    return block
        .value(CifTag.NUMBER, CifTag.NUMBER_OLD)
        .filter(text -> number.read(text, 0, text.length()))
        .filter(text -> number.value() >= 1 && number.value() <= 230)
        .map(text -> (int) number.value());
  }

  /**
   * The settings that the file may mean: those that fit the cell, of the same symbol or, where only
   * the number is known, any; the named one where none fits.
   */
  private List<SpaceGroup> fitting(SpaceGroup named, boolean byNumber) {
    List<SpaceGroup> fitting = new ArrayList<>();
    if (fits(named.operations())) {
      fitting.add(named);
    }
    boolean any = byNumber || fitting.isEmpty();
    for (SpaceGroup other : named.settings()) {
      boolean same = any || other.symbol().equals(named.symbol());
      if (other != named && same && fits(other.operations())) {
        fitting.add(other);
      }
    }
    return fitting.isEmpty() ? List.of(named) : fitting;
  }

  /** Whether every rotation keeps the scalar products of the lattice vectors. */
  private boolean fits(List<SymmetryOperation> operations) {
    double[] metric = lattice.metric();
    double allowed = MISFIT * Math.max(metric[0], Math.max(metric[4], metric[8]));
    for (SymmetryOperation operation : operations) {
      for (int i = 0; i < 3; i++) {
        for (int j = i; j < 3; j++) {
          if (!(Math.abs(product(operation, metric, i, j) - metric[3 * i + j]) <= allowed)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Element of Wᵀ G W. */
  private static double product(SymmetryOperation operation, double[] metric, int i, int j) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      int left = operation.rotation(k, i);
      if (left != 0) {
        for (int l = 0; l < 3; l++) {
          sum += left * metric[3 * k + l] * operation.rotation(l, j);
        }
      }
    }
    return sum;
  }

  /** Warns where the listed operations are not those of the symbol or number. */
  private void compare(List<SymmetryOperation> listed) {
    if (!fits(listed)) {
      warnings.add("The cell " + lattice + " does not have the symmetry of the operations.");
    }
    Optional<SpaceGroup> named =
        symbol().flatMap(SpaceGroup::ofSymbol).or(() -> number().map(SpaceGroup::ofNumber));
    if (named.isEmpty()) {
      return;
    }
    SpaceGroup group = named.get();
    if (rotations(listed) != rotations(group.operations())
        || symbol().flatMap(SpaceGroup::ofSymbol).isPresent() && !sizes(group, listed.size())) {
      warnings.add(
          "The "
              + listed.size()
              + " symmetry operations are not those of "
              + group
              + ", which the file names too; the operations were used.");
    }
  }

  private static boolean sizes(SpaceGroup group, int size) {
    return group.operations().size() == size
        || group.settings().stream().anyMatch(setting -> setting.operations().size() == size);
  }

  /** How many different rotations there are: the order of the point group. */
  private static int rotations(List<SymmetryOperation> operations) {
    Set<Integer> codes = new HashSet<>();
    for (SymmetryOperation operation : operations) {
      int code = 0;
      for (int i = 0; i < 9; i++) {
        code = 7 * code + operation.rotation(i / 3, i % 3);
      }
      codes.add(code);
    }
    return codes.size();
  }
}
