package org.suiseki.matter.geometry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The Wyckoff positions of all settings, read from {@code wyckoff.txt}. */
final class WyckoffTable {
  static final WyckoffTable INSTANCE = new WyckoffTable();

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzA";

  private final List<String> lines = SpaceGroupTable.lines("wyckoff.txt");
  private final AtomicReferenceArray<@Nullable List<WyckoffPosition>> positions =
      new AtomicReferenceArray<>(lines.size());
  private final AtomicReferenceArray<@Nullable List<List<FixedSubspace>>> sets =
      new AtomicReferenceArray<>(lines.size());

  private WyckoffTable() {}

  /** From a, the most special, to the general position; worked out when first asked. */
  List<WyckoffPosition> positions(SpaceGroup group) {
    int index = group.hallNumber() - 1;
    List<WyckoffPosition> known = positions.get(index);
    if (known == null) {
      known = parse(lines.get(index));
      positions.set(index, known);
    }
    return known;
  }

  private static List<WyckoffPosition> parse(String line) {
    String[] fields = line.split(";", -1);
    List<WyckoffPosition> found = new ArrayList<>();
    for (int i = fields.length - 1; i > 0; i--) {
      String[] parts = fields[i].split(" ", -1);
      found.add(
          new WyckoffPosition(
              LETTERS.charAt(fields.length - 1 - i),
              Integer.parseInt(parts[0]),
              parts[1],
              parts[2]));
    }
    return Collections.unmodifiableList(found);
  }

  /** For each position all its points, lines or planes, each once. */
  List<List<FixedSubspace>> sets(SpaceGroup group) {
    int index = group.hallNumber() - 1;
    List<List<FixedSubspace>> known = sets.get(index);
    if (known == null) {
      known = new ArrayList<>();
      for (WyckoffPosition position : positions(group)) {
        known.add(images(position.subspace(), group.operations()));
      }
      sets.set(index, known);
    }
    return known;
  }

  private static List<FixedSubspace> images(
      FixedSubspace first, List<SymmetryOperation> operations) {
    List<FixedSubspace> found = new ArrayList<>();
    for (SymmetryOperation operation : operations) {
      FixedSubspace image = first.image(operation);
      if (found.stream().noneMatch(image::same)) {
        found.add(image);
      }
    }
    return found;
  }
}
