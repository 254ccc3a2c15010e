package org.suiseki.learn;

/** Checks points of a feature space. */
final class Points {

  private Points() {}

  /** Refuses points that do not have {@code size} finite coordinates each. */
  static void require(double[][] points, int size) {
    for (int point = 0; point < points.length; point++) {
      if (points[point].length != size) {
        throw new LearnException(
            "Point "
                + point
                + " has "
                + points[point].length
                + " coordinates, expected "
                + size
                + ".",
            "Give points of the same feature space.");
      }
      for (double coordinate : points[point]) {
        if (!Double.isFinite(coordinate)) {
          throw new LearnException(
              "Point " + point + " has the coordinate " + coordinate + ".",
              "Give finite coordinates.");
        }
      }
    }
  }

  /** Refuses a coordinate that a feature space of this size does not have. */
  static void requireCoordinate(int coordinate, int size) {
    if (coordinate < 0 || coordinate >= size) {
      throw new LearnException(
          "There is no coordinate " + coordinate + " among " + size + ".",
          "Count coordinates from 0.");
    }
  }

  /** Refuses a feature space without coordinates. */
  static void requireSize(int size) {
    if (size < 1) {
      throw new LearnException(
          "A feature space of " + size + " coordinates holds nothing.", "Ask for at least one.");
    }
  }
}
