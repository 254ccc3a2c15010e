package org.suiseki.simulate;

/**
 * Reflections that are equivalent, and so lie at one angle with one |F|².
 *
 * @param h of one of them: with the fewest minus signs, and of those the greatest in h, k, l
 * @param k as h
 * @param l as h
 * @param multiplicity how many they are, opposites counted
 * @param squaredAmplitude the mean |F|² of one, in electrons² or fm² per cell
 */
public record ReflectionFamily(int h, int k, int l, int multiplicity, double squaredAmplitude) {

  /** {@code 3 1 -1}. */
  public String indices() {
    return h + " " + k + " " + l;
  }
}
