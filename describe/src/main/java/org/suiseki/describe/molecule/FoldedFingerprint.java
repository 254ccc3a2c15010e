package org.suiseki.describe.molecule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.suiseki.describe.Descriptor;
import org.suiseki.matter.MolecularGraph;

/**
 * Features folded into a row of fixed length: a feature stands at its hash modulo the length, where
 * others may stand too. The longer the row, the rarer that is.
 */
final class FoldedFingerprint implements Descriptor<MolecularGraph> {

  /** What a place of the row holds. */
  enum Values {
    /** 1 where a feature is there, else 0. */
    BITS,
    /** How often features are there. */
    COUNTS
  }

  private final String title;
  private final FeatureWalk features;
  private final int length;
  private final Values values;

  /**
   * @param title what the columns are called, before their number
   */
  FoldedFingerprint(String title, FeatureWalk features, int length, Values values) {
    this.title = title;
    this.features = features;
    this.length = length;
    this.values = values;
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      names.add(title + " " + i);
    }
    return names;
  }

  @Override
  public List<String> units() {
    return Collections.nCopies(length, "1");
  }

  @Override
  public int width() {
    return length;
  }

  @Override
  public void describe(MolecularGraph graph, double[] out, int offset) {
    Arrays.fill(out, offset, offset + length, 0);
    if (values == Values.BITS) {
      features.walk(
          graph, (hash, count) -> out[offset + Integer.remainderUnsigned(hash, length)] = 1);
    } else {
      features.walk(
          graph, (hash, count) -> out[offset + Integer.remainderUnsigned(hash, length)] += count);
    }
  }
}
