package org.suiseki.learn.transfer;

import java.util.List;

/**
 * A source, or learning from scratch, in all its arms.
 *
 * @param name of the source
 * @param baseline whether it is only judged and never chosen before others, so that its only arm
 *     needs no inner splits
 */
record Contender(String name, List<Arm> arms, boolean baseline) {

  Contender {
    arms = List.copyOf(arms);
  }
}
