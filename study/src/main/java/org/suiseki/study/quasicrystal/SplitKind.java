package org.suiseki.study.quasicrystal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.suiseki.learn.Folds;
import org.suiseki.learn.Split;

/** How rows are divided into those that teach and those that test. */
enum SplitKind {
  /** As the source of the data says; not there where it does not. */
  PUBLISHED {
    @Override
    List<Split> splits(LabelledFormulas set, QuasicrystalOptions options) {
      return set.hasPublishedSplit()
          ? List.of(new Split(set.rows(false), new int[0], set.rows(true)))
          : List.of();
    }

    @Override
    String text() {
      return "published split";
    }
  },

  /**
   * Folds of whole chemical systems: nothing made of the same elements is in both parts, so that no
   * composition can be told from a neighbour a few per cent away.
   */
  SYSTEMS {
    @Override
    List<Split> splits(LabelledFormulas set, QuasicrystalOptions options) {
      return options.groups() < 2
          ? List.of()
          : Folds.stratifiedGrouped(
              set.labels().names(), set.systems(), options.groups(), options.seed());
    }

    @Override
    String text() {
      return "whole chemical systems";
    }
  },

  /** Drawn again and again, with the same share of each class. */
  STRATIFIED {
    @Override
    List<Split> splits(LabelledFormulas set, QuasicrystalOptions options) {
      return Folds.stratifiedRepeats(
          set.labels().names(), options.repeats(), options.testFraction(), options.seed());
    }

    @Override
    String text() {
      return "stratified draws";
    }
  };

  abstract List<Split> splits(LabelledFormulas set, QuasicrystalOptions options);

  /** For people. */
  abstract String text();

  /** For files. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All splits of a run, in the order in which they are worked on. */
  static List<Planned> all(LabelledFormulas set, QuasicrystalOptions options) {
    List<Planned> all = new ArrayList<>();
    for (SplitKind kind : values()) {
      List<Split> splits = kind.splits(set, options);
      IntStream.range(0, splits.size())
          .forEach(number -> all.add(new Planned(kind, number, splits.get(number))));
    }
    return all;
  }

  /**
   * A split to be worked on.
   *
   * @param number among those of its kind
   */
  record Planned(SplitKind kind, int number, Split split) {
    String stage() {
      return kind.label() + "-" + (number + 1);
    }
  }
}
