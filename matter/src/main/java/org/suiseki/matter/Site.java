package org.suiseki.matter;

/**
 * A place in the cell and what stands there.
 *
 * @param x along a, as a fraction; any finite number, not only 0 to 1
 * @param y along b
 * @param z along c
 * @param label the name the file gives it, such as {@code O2}; the dominant symbol where none
 */
public record Site(Occupation occupation, double x, double y, double z, String label) {

  /**
   * @throws MatterException where a coordinate is not finite
   */
  public Site {
    if (!Double.isFinite(x + y + z) || Math.abs(x) + Math.abs(y) + Math.abs(z) > 1e9) {
      throw new MatterException(
          "The site " + label + " lies at (" + x + ", " + y + ", " + z + ").",
          "Give finite fractional coordinates.");
    }
  }

  /** A site named after what stands there. */
  public Site(Occupation occupation, double x, double y, double z) {
    this(occupation, x, y, z, occupation.dominant().symbol());
  }

  /** An ordered site. */
  public Site(Element element, double x, double y, double z) {
    this(Occupation.of(element), x, y, z);
  }
}
