package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Matrix3;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** Reads one Hall symbol; the grammar is at {@link HallSymbol}. */
final class HallSymbolReader {
  private static final int LONGEST = 400;
  private static final char END = '\0';
  private static final int[] INVERSION = {-1, 0, 0, 0, -1, 0, 0, 0, -1};

  private final String text;
  private final List<SymmetryOperation> generators = new ArrayList<>();
  private int at;

  /** How many rotations have been read, the order of the last, and the axis of the last. */
  private int rotations;

  private int lastOrder;
  private char lastAxis = 'z';

  HallSymbolReader(String text) {
    this.text = text;
  }

  List<SymmetryOperation> operations() {
    if (text.length() > LONGEST) {
      throw broken("it is too long");
    }
    skipBlanks();
    if (take('-')) {
      generators.add(new SymmetryOperation(INVERSION, new double[3]));
    }
    lattice();
    double[] change = null;
    while (skipBlanks() && current() != END) {
      if (current() == '(') {
        change = change();
        skipBlanks();
        if (current() != END) {
          throw broken("expected the end after the change of basis");
        }
        break;
      }
      rotation();
    }
    List<SymmetryOperation> changed = change == null ? generators : changed(change);
    try {
      return GroupClosure.of(changed);
    } catch (MatterException endless) {
      throw new MatterException(
          "The generators of the Hall symbol \"" + text + "\" make no space group.",
          Place.of("Hall symbol"),
          "Check the axes and translations of its rotations.",
          endless);
    }
  }

  /** Centring vectors in sixths (Hall 1981, table 1; H: International Tables A, 1.5.4). */
  private void lattice() {
    int[] sixths =
        switch (Character.toUpperCase(current())) {
          case 'P' -> new int[] {};
          case 'A' -> new int[] {0, 3, 3};
          case 'B' -> new int[] {3, 0, 3};
          case 'C' -> new int[] {3, 3, 0};
          case 'I' -> new int[] {3, 3, 3};
          case 'R' -> new int[] {4, 2, 2};
          case 'S' -> new int[] {2, 2, 4};
          case 'T' -> new int[] {2, 4, 2};
          case 'H' -> new int[] {4, 2, 0};
          case 'F' -> new int[] {0, 3, 3, 3, 0, 3};
          default -> throw broken("expected one of the lattice letters P A B C I R S T F H");
        };
    for (int i = 0; i < sixths.length; i += 3) {
      double[] shift = {sixths[i] / 6.0, sixths[i + 1] / 6.0, sixths[i + 2] / 6.0};
      generators.add(new SymmetryOperation(SymmetryOperation.IDENTITY.rotation(), shift));
    }
    at++;
  }

  private void rotation() {
    final int column = at;
    boolean improper = take('-');
    int order = current() - '0';
    if (order < 1 || order > 6 || order == 5) {
      throw broken("expected a rotation 1, 2, 3, 4 or 6");
    }
    at++;
    if (rotations == 4) {
      at = column;
      throw broken("more than four rotations");
    }
    char axis = axis(order);
    int[] matrix = matrix(order, axis);
    if (improper) {
      matrix = Matrix3.multiply(INVERSION, matrix);
    }
    generators.add(new SymmetryOperation(matrix, translation(order, axis)));
    rotations++;
    lastOrder = order;
    if (axis == 'x' || axis == 'y' || axis == 'z') {
      lastAxis = axis;
    }
  }

  /** As written; otherwise by the rules for what precedes (Hall 1981, section 2). */
  private char axis(int order) {
    char written = Character.toLowerCase(current());
    if ("xyz'\"*=".indexOf(written) >= 0) {
      at++;
      return written == '=' ? '"' : written;
    }
    if (order == 1 || rotations == 0) {
      return 'z';
    }
    if (order == 2 && rotations == 1) {
      return lastOrder == 2 || lastOrder == 4 ? 'x' : '\'';
    }
    if (order == 3 && rotations == 2) {
      return '*';
    }
    throw broken("expected the axis of this rotation: x, y, z, ', \" or *");
  }

  /** Matrices of Hall (1981), tables 3 to 5; ' and " are diagonal to the axis read before. */
  private int[] matrix(int order, char axis) {
    if (order == 1) {
      return SymmetryOperation.IDENTITY.rotation();
    }
    if (axis == '*') {
      if (order != 3) {
        throw broken("only a rotation 3 has the axis *");
      }
      return new int[] {0, 0, 1, 1, 0, 0, 0, 1, 0};
    }
    if (axis == '\'' || axis == '"') {
      if (order != 2) {
        throw broken("only a rotation 2 has a diagonal axis");
      }
      int sign = axis == '\'' ? -1 : 1;
      return along(lastAxis, 0, sign, sign, 0, -1);
    }
    return switch (order) {
      case 2 -> along(axis, -1, 0, 0, -1, 1);
      case 3 -> along(axis, 0, -1, 1, -1, 1);
      case 4 -> along(axis, 0, -1, 1, 0, 1);
      default -> along(axis, 1, -1, 1, 0, 1);
    };
  }

  /** The block p q, r s in the two directions that follow the axis in the order x y z x. */
  private static int[] along(char axis, int p, int q, int r, int s, int own) {
    int k = axis - 'x';
    int i = (k + 1) % 3;
    int j = (k + 2) % 3;
    int[] matrix = new int[9];
    matrix[3 * k + k] = own;
    matrix[3 * i + i] = p;
    matrix[3 * i + j] = q;
    matrix[3 * j + i] = r;
    matrix[3 * j + j] = s;
    return matrix;
  }

  private double[] translation(int order, char axis) {
    int[] twelfths = new int[3];
    while (current() != END && current() != ' ' && current() != '_' && current() != '(') {
      char symbol = Character.toLowerCase(current());
      switch (symbol) {
        case 'a', 'b', 'c' -> twelfths[symbol - 'a'] += 6;
        case 'u', 'v', 'w' -> twelfths[symbol - 'u'] += 3;
        case 'n' -> everywhere(twelfths, 6);
        case 'd' -> everywhere(twelfths, 3);
        default -> screw(symbol - '0', order, axis, twelfths);
      }
      at++;
    }
    return new double[] {twelfths[0] / 12.0, twelfths[1] / 12.0, twelfths[2] / 12.0};
  }

  private static void everywhere(int[] twelfths, int amount) {
    for (int i = 0; i < 3; i++) {
      twelfths[i] += amount;
    }
  }

  private void screw(int steps, int order, char axis, int[] twelfths) {
    if (steps < 1 || steps >= order || axis < 'x' || axis > 'z') {
      throw broken("expected a translation a, b, c, n, u, v, w, d or a screw below the order");
    }
    twelfths[axis - 'x'] += 12 * steps / order;
  }

  /** The map V from the coordinates of the generators to those of the group, 12 numbers. */
  private double[] change() {
    int close = text.indexOf(')', at);
    if (close < 0) {
      throw broken("expected a closing bracket");
    }
    String inside = text.substring(at + 1, close).replace('_', ' ');
    double[] change;
    if (inside.indexOf(',') >= 0) {
      change = CoordinateTriplet.read(inside);
    } else {
      String[] parts = inside.strip().split(" +", -1);
      change = new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};
      for (int i = 0; i < 3; i++) {
        if (parts.length != 3 || !parts[i].matches("[+-]?[0-9]{1,4}")) {
          throw broken("expected three whole numbers, the shift in twelfths");
        }
        change[9 + i] = Integer.parseInt(parts[i]) / 12.0;
      }
    }
    at = close + 1;
    return change;
  }

  /**
   * V S V⁻¹ of every generator S; the old lattice vectors generate too, for V may make the cell
   * larger.
   */
  private List<SymmetryOperation> changed(double[] change) {
    double[] back = {
      change[0], change[1], change[2], change[3], change[4], change[5], change[6], change[7],
      change[8]
    };
    double[] shift = {change[9], change[10], change[11]};
    double[] basis = Matrix3.inverse(back);
    double[] origin = Matrix3.apply(basis, shift);
    for (int i = 0; i < 3; i++) {
      origin[i] = 0 - origin[i];
    }
    List<SymmetryOperation> all = new ArrayList<>();
    int[] unit = SymmetryOperation.IDENTITY.rotation();
    for (int i = 0; i < 3; i++) {
      all.add(new SymmetryOperation(unit, new double[] {back[i], back[3 + i], back[6 + i]}));
    }
    BasisChange map = new BasisChange(basis, origin);
    for (SymmetryOperation generator : generators) {
      all.add(map.apply(generator));
    }
    return all;
  }

  private boolean take(char wanted) {
    boolean found = current() == wanted;
    if (found) {
      at++;
    }
    return found;
  }

  private boolean skipBlanks() {
    while (current() == ' ' || current() == '_' || current() == '\t') {
      at++;
    }
    return true;
  }

  private char current() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private MatterException broken(String why) {
    String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return new MatterException(
        "The Hall symbol \"" + shown + "\" cannot be read: " + why + ".",
        new Place("Hall symbol", 1, at + 1),
        "Write one like -P 2ybc or F 4d 2 3 -1d.");
  }
}
