package org.suiseki.matter.geometry;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.MatterException;

/**
 * One of the 230 kinds of crystal symmetry in one of its 530 tabulated settings, that is with a
 * choice of axes and origin. Immutable; there is one object for each setting.
 *
 * <p>Symbols and settings: International Tables B (2010), table A1.4.2.7; operations from the Hall
 * symbols there.
 *
 * <pre>{@code
 * SpaceGroup group = SpaceGroup.ofSymbol("P 21/c").orElseThrow();
 * group.number();              // 14
 * group.international();       // "P2_1/c"
 * group.hall();                // "-P 2ybc"
 * group.operations().size();   // 4
 * SpaceGroup.ofSymbol("Fd-3m:2").orElseThrow().hall();   // "-F 4vw 2vw 3"
 * }</pre>
 */
public final class SpaceGroup {
  private final int hallNumber;
  private final int number;
  private final String setting;
  private final String hall;
  private final String symbol;
  private final String fullSymbol;
  private final String international;

  /** Worked out when first asked; two threads that do so get equal lists. */
  private volatile @Nullable List<SymmetryOperation> operations;

  private volatile @Nullable SortedOperations sorted;

  SpaceGroup(
      int hallNumber,
      int number,
      String setting,
      String hall,
      String symbol,
      String fullSymbol,
      String international) {
    this.hallNumber = hallNumber;
    this.number = number;
    this.setting = setting;
    this.hall = hall;
    this.symbol = symbol;
    this.fullSymbol = fullSymbol;
    this.international = international;
  }

  /**
   * The first tabulated setting of a space group: unique axis b and cell choice 1 where it is
   * monoclinic, hexagonal axes where it is rhombohedral, and where there are two origins the first
   * (at the site of highest symmetry). It is what spglib takes too. {@link #ofNumber(int, String)}
   * has the second origin and rhombohedral axes.
   *
   * @param number 1 to 230
   * @throws MatterException where there is no such number
   */
  public static SpaceGroup ofNumber(int number) {
    return SpaceGroupTable.INSTANCE.settings(number).get(0);
  }

  /**
   * The setting of a space group with this {@link #setting} code: {@code "2"}, {@code "R"}, {@code
   * "b1"}, {@code "cab"}; empty where the group has no such setting.
   *
   * @param number 1 to 230
   * @throws MatterException where there is no such number
   */
  public static Optional<SpaceGroup> ofNumber(int number, String setting) {
    for (SpaceGroup candidate : SpaceGroupTable.INSTANCE.settings(number)) {
      if (candidate.setting.equalsIgnoreCase(setting.strip())) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /**
   * The setting at this place of the table, 1 to 530.
   *
   * @throws MatterException where there is no such place
   */
  public static SpaceGroup ofHallNumber(int hallNumber) {
    return SpaceGroupTable.INSTANCE.setting(hallNumber);
  }

  /**
   * The setting with this Hermann–Mauguin symbol, in any spelling that files use: {@code F m -3 m},
   * {@code Fm-3m}, {@code Fm3m}, {@code P 1 21/c 1}, {@code P21/c}, {@code P2_1/c}, {@code
   * P2(1)/c}, {@code C m c a} or {@code C m c e}; with the setting after a colon or, for S and Z, H
   * and R, a blank: {@code R -3 m :H}, {@code R-3m:R}, {@code F d -3 m S} (origin 1) and {@code Z}
   * (origin 2). Without it, the first setting with the symbol: origin 1, hexagonal axes, unique
   * axis b. Empty where no tabulated setting has it.
   */
  public static Optional<SpaceGroup> ofSymbol(String symbol) {
    return SpaceGroupTable.INSTANCE.named(symbol);
  }

  /**
   * The setting with this Hall symbol, or, where the symbol is not in the table, with the same
   * operations. Empty where no setting has them.
   *
   * @throws MatterException where the text is no Hall symbol
   */
  public static Optional<SpaceGroup> ofHall(String hall) {
    return SpaceGroupTable.INSTANCE.withHall(hall);
  }

  /**
   * The setting that has exactly these operations, in whatever order and modulo lattice
   * translations; empty where none has. A group in other axes is found by {@link SpaceGroupMatch}.
   */
  public static Optional<SpaceGroup> ofOperations(List<SymmetryOperation> operations) {
    return SpaceGroupTable.INSTANCE.withOperations(operations);
  }

  /** All 530 settings, in the order of the table. */
  public static List<SpaceGroup> all() {
    return SpaceGroupTable.INSTANCE.all();
  }

  /** Of the kind of symmetry, 1 to 230. */
  public int number() {
    return number;
  }

  /** The place of the setting in the table, 1 to 530. */
  public int hallNumber() {
    return hallNumber;
  }

  /**
   * What tells this setting from the others of its number: empty where it is the only or the
   * standard one, {@code b1} (unique axis and cell choice), {@code cab} (order of axes), {@code 1}
   * or {@code 2} (origin), {@code H} or {@code R} (axes).
   */
  public String setting() {
    return setting;
  }

  /** All settings of the same number, the standard one first. */
  public List<SpaceGroup> settings() {
    return SpaceGroupTable.INSTANCE.settings(number);
  }

  /** The short symbol without blanks, {@code Fm-3m}; of monoclinic ones that of the kind. */
  public String international() {
    return international;
  }

  /** The symbol of this setting, its parts apart: {@code F m -3 m}, {@code P 1 2_1/n 1}. */
  public String symbol() {
    return symbol;
  }

  /** The symbol with all axes and planes: {@code F 4/m -3 2/m}. */
  public String fullSymbol() {
    return fullSymbol;
  }

  /** {@code -F 4 2 3}. */
  public String hall() {
    return hall;
  }

  public PointGroup pointGroup() {
    return PointGroup.ofSpaceGroup(number);
  }

  public CrystalSystem system() {
    return pointGroup().system();
  }

  /** {@code m-3m}. */
  public String laueClass() {
    return pointGroup().laueClass();
  }

  /** {@code Oh^5}. */
  public String schoenflies() {
    PointGroup group = pointGroup();
    return group.schoenflies() + "^" + group.place(number);
  }

  /** The lattice letter: P, A, B, C, I, F, or R (also with rhombohedral axes). */
  public char centring() {
    return symbol.charAt(0);
  }

  /**
   * All operations of the conventional cell, the centring translations included: identity first,
   * translations from 0 to below 1. Worked out when first asked.
   */
  public List<SymmetryOperation> operations() {
    List<SymmetryOperation> known = operations;
    if (known == null) {
      known = HallSymbol.parse(hall).operations();
      operations = known;
    }
    return known;
  }

  /** The Wyckoff positions of this setting: a first, the general position last. */
  public List<WyckoffPosition> wyckoffPositions() {
    return WyckoffTable.INSTANCE.positions(this);
  }

  /** One operation of each rotation, to be compared with others. */
  SortedOperations sortedOperations() {
    SortedOperations known = sorted;
    if (known == null) {
      // Elements of tabulated rotations are -1, 0 and 1, never too large.
      known = Objects.requireNonNull(SortedOperations.of(operations()));
      sorted = known;
    }
    return known;
  }

  /** {@code Fd-3m:2 (227)}. */
  @Override
  public String toString() {
    String name = symbol.replace(" ", "");
    return (setting.isEmpty() ? name : name + ":" + setting) + " (" + number + ")";
  }
}
