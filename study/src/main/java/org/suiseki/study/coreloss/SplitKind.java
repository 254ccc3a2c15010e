package org.suiseki.study.coreloss;

import java.util.List;
import java.util.Locale;
import org.suiseki.learn.Folds;
import org.suiseki.learn.Split;

/** How the molecules are divided into those that teach and those that test. */
enum SplitKind {
  /** At random: the test molecules have near relatives among the training ones. */
  RANDOM,
  /** By scaffold: the test molecules are of kinds that training has not seen. */
  SCAFFOLD;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<Split> outer(MoleculeSet set, int folds, long seed) {
    return switch (this) {
      case RANDOM -> Folds.random(set.size(), folds, seed);
      case SCAFFOLD -> Folds.grouped(set.groups(), folds, seed);
    };
  }

  List<Split> inner(MoleculeSet set, Split outer, int folds, long seed) {
    return switch (this) {
      case RANDOM -> Folds.inner(outer, folds, seed);
      case SCAFFOLD -> Folds.inner(outer, set.groups(), folds, seed);
    };
  }
}
