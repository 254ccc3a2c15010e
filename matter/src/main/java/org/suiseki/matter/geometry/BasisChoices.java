package org.suiseki.matter.geometry;

/**
 * For each kind of conventional cell the bases among which a tabulated setting is looked for, in
 * the order of spglib 2.0 (spacegroup.c): matrices row by row, whose columns are the new vectors in
 * terms of the first conventional ones.
 */
final class BasisChoices {
  /** Of triclinic cells. */
  static final double[][] ONE = {{1, 0, 0, 0, 1, 0, 0, 0, 1}};

  /** Of orthorhombic and cubic cells: the orders of three axes, right-handed. */
  static final double[][] AXIS_ORDERS = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0, 0, 1, 1, 0, 0, 0, 1, 0},
    {0, 1, 0, 0, 0, 1, 1, 0, 0},
    {0, 1, 0, 1, 0, 0, 0, 0, -1},
    {1, 0, 0, 0, 0, 1, 0, -1, 0},
    {0, 0, 1, 0, 1, 0, -1, 0, 0}
  };

  /** What a C-centred cell becomes in these. */
  private static final Centring[] CENTRINGS_BY_ORDER = {
    Centring.C, Centring.B, Centring.A, Centring.C, Centring.B, Centring.A
  };

  /** Which of the changed axes is the first c. */
  private static final int[] FORMER_C = {2, 1, 0, 2, 1, 0};

  /**
   * Of monoclinic cells, b unique: each two of a, c and -a-c, b and the last turned round or not.
   */
  static final double[][] MONOCLINIC = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0, 0, 1, 0, -1, 0, 1, 0, 0},
    {-1, 0, 1, 0, 1, 0, -1, 0, 0},
    {1, 0, -1, 0, -1, 0, 0, 0, -1},
    {0, 0, -1, 0, 1, 0, 1, 0, -1},
    {-1, 0, 0, 0, -1, 0, -1, 0, 1},
    {1, 0, 0, 0, -1, 0, 0, 0, -1},
    {0, 0, -1, 0, 1, 0, 1, 0, 0},
    {-1, 0, -1, 0, -1, 0, -1, 0, 0},
    {1, 0, 1, 0, 1, 0, 0, 0, 1},
    {0, 0, 1, 0, -1, 0, 1, 0, 1},
    {-1, 0, 0, 0, 1, 0, -1, 0, -1}
  };

  private static final Centring[] CENTRINGS_MONOCLINIC = {
    Centring.C, Centring.A, Centring.A, Centring.C, Centring.I, Centring.I
  };

  /** Of tetragonal cells: turned about c by a quarter and again, and with c the other way. */
  static final double[][] TETRAGONAL = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0, -1, 0, 1, 0, 0, 0, 0, 1},
    {-1, 0, 0, 0, -1, 0, 0, 0, 1},
    {0, 1, 0, -1, 0, 0, 0, 0, 1},
    {0, 1, 0, 1, 0, 0, 0, 0, -1},
    {-1, 0, 0, 0, 1, 0, 0, 0, -1},
    {0, -1, 0, -1, 0, 0, 0, 0, -1},
    {1, 0, 0, 0, -1, 0, 0, 0, -1}
  };

  /** Of hexagonal cells: turned by a sixth and again, and with c the other way. */
  static final double[][] HEXAGONAL = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {1, -1, 0, 1, 0, 0, 0, 0, 1},
    {0, -1, 0, 1, -1, 0, 0, 0, 1},
    {-1, 0, 0, 0, -1, 0, 0, 0, 1},
    {-1, 1, 0, -1, 0, 0, 0, 0, 1},
    {0, 1, 0, -1, 1, 0, 0, 0, 1},
    {0, 1, 0, 1, 0, 0, 0, 0, -1},
    {-1, 1, 0, 0, 1, 0, 0, 0, -1},
    {-1, 0, 0, -1, 1, 0, 0, 0, -1},
    {0, -1, 0, -1, 0, 0, 0, 0, -1},
    {1, -1, 0, 0, -1, 0, 0, 0, -1},
    {1, 0, 0, 1, -1, 0, 0, 0, -1}
  };

  /** Of rhombohedral cells: from the primitive vectors to hexagonal ones, obverse. */
  static final double[][] RHOMBOHEDRAL = {
    {1, 0, 1, -1, 1, 1, 0, -1, 1},
    {0, -1, 1, 1, 0, 1, -1, 1, 1},
    {-1, 1, 1, 0, -1, 1, 1, 0, 1},
    {0, 1, -1, 1, -1, -1, -1, 0, -1},
    {1, -1, -1, -1, 0, -1, 0, 1, -1},
    {-1, 0, -1, 0, 1, -1, 1, -1, -1}
  };

  /**
   * In how many orders the axes of an orthorhombic group may be named without another symbol, from
   * number 16 on: what its Euclidean normaliser allows (International Tables A, 2016, table
   * 3.5.2.3).
   */
  private static final String FREE_ORDERS =
      "62262" + "2666212111" + "1212212111" + "1222216622" + "1111221221" + "3111222266" + "6262";

  private BasisChoices() {}

  static double[][] of(CrystalSystem system, Centring centring) {
    return switch (system) {
      case TRICLINIC -> ONE;
      case MONOCLINIC -> MONOCLINIC;
      case ORTHORHOMBIC, CUBIC -> AXIS_ORDERS;
      case TETRAGONAL -> TETRAGONAL;
      case TRIGONAL, HEXAGONAL -> centring == Centring.R ? RHOMBOHEDRAL : HEXAGONAL;
    };
  }

  /** What the centring becomes with a choice. */
  static Centring centring(CrystalSystem system, Centring before, int choice) {
    if (before != Centring.C) {
      return before;
    }
    return system == CrystalSystem.MONOCLINIC
        ? CENTRINGS_MONOCLINIC[choice % 6]
        : CENTRINGS_BY_ORDER[choice];
  }

  /** The changed axis that was c. */
  static int formerC(int choice) {
    return FORMER_C[choice];
  }

  /** 1, 2, 3 or 6. */
  static int freeOrders(int orthorhombicNumber) {
    return FREE_ORDERS.charAt(orthorhombicNumber - 16) - '0';
  }

  /** Whether a and c of a monoclinic group may be exchanged without another symbol. */
  static boolean exchangeable(int monoclinicNumber) {
    return switch (monoclinicNumber) {
      case 3, 4, 6, 10, 11 -> true;
      default -> false;
    };
  }
}
