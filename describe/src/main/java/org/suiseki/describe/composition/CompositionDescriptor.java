package org.suiseki.describe.composition;

import java.util.List;
import org.suiseki.describe.Descriptor;
import org.suiseki.matter.Composition;

/**
 * Turns amounts of elements into numbers. {@link #describe} allocates nothing, so that it can stand
 * in a screening loop over millions. Charges do not count unless a descriptor says so.
 */
public interface CompositionDescriptor extends Descriptor<Composition> {

  /**
   * The values that this composition needs and the table does not have, by element, then in the
   * order of the table. Whether the numbers that rest on them are NaN or imputed is said by {@link
   * #missingValues}; nothing for descriptors that use no table.
   */
  default List<MissingValue> missing(Composition composition) {
    return List.of();
  }

  /** What becomes of them. */
  default MissingValues missingValues() {
    return MissingValues.REFUSE;
  }
}
