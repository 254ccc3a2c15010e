package org.suiseki.matter.geometry;

import java.util.List;
import org.suiseki.matter.MatterException;

/**
 * A space group in one setting, written as its generators: a lattice letter, up to four rotations
 * with their axes and translations, and where needed a change of origin or basis. Immutable.
 *
 * <p>Grammar and meaning: S. R. Hall, Acta Cryst. A37 (1981) 517, 10.1107/S0567739481001228, with
 * the axis rules and the change of basis of International Tables B (2010), section A1.4.2.3.
 *
 * <pre>
 * symbol   = [ "-" ] lattice { " " rotation } [ " " change ]
 * lattice  = P | A | B | C | I | R | S | T | F | H
 * rotation = [ "-" ] ( 1 | 2 | 3 | 4 | 6 ) { x | y | z | ' | " | * } { a | b | c | n | u | v | w | d | 1 … 5 }
 * change   = "(" whole whole whole ")" | "(" coordinate triplet ")"
 * </pre>
 *
 * Blanks may be underscores. The whole numbers of a change of origin are twelfths.
 *
 * <pre>{@code
 * HallSymbol.parse("-P 2ybc").operations();           // the four of P 1 21/c 1
 * HallSymbol.parse("F 4d 2 3 -1d").operations().size();  // 192
 * }</pre>
 */
public final class HallSymbol {
  private final String text;
  private final List<SymmetryOperation> operations;

  private HallSymbol(String text, List<SymmetryOperation> operations) {
    this.text = text;
    this.operations = operations;
  }

  /**
   * Reads a symbol and makes its group; at most 192 operations for a conventional cell, some
   * microseconds.
   *
   * @throws MatterException with the column, where the text is no Hall symbol or its generators
   *     make no space group
   */
  public static HallSymbol parse(String text) {
    return new HallSymbol(text.strip(), new HallSymbolReader(text).operations());
  }

  /** As it was given, without blanks around it. */
  public String text() {
    return text;
  }

  /**
   * All operations of one cell, the centring translations included; the identity first, the
   * operations of one centring together, translations from 0 to below 1.
   */
  public List<SymmetryOperation> operations() {
    return operations;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HallSymbol that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
