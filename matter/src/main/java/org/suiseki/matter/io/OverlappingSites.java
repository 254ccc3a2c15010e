package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;

/**
 * Finds pairs of sites that are closer than two atoms can be. Sites that are filled in part, and
 * together not more than once, may share a place.
 *
 * <p>Sites are put into boxes of at least the wanted distance along each lattice plane's normal, in
 * a hash table; pairs are looked for in neighbouring boxes. Since boxes hold few sites that do not
 * overlap, and the search ends with the first few pairs, time is linear in the number of sites.
 */
final class OverlappingSites {
  /** Below this many sites all pairs are looked at. */
  private static final int FEW = 24;

  private static final int MOST_BOXES = 1 << 20;

  /** Looks at neighbours for each site, on average; many sites on one place could ask for more. */
  private static final int MOST_LOOKS = 64;

  private final Crystal crystal;
  private final double[] inside;
  private final double[] spacing = new double[3];
  private final double closest;
  private final int most;
  private long looks;
  private final List<int[]> pairs = new ArrayList<>();

  private OverlappingSites(Crystal crystal, double closest, int most) {
    this.crystal = crystal;
    this.inside = crystal.fractionalCoordinates();
    this.closest = closest;
    this.most = most;
    this.looks = (long) MOST_LOOKS * crystal.siteCount();
    for (int i = 0; i < inside.length; i++) {
      inside[i] -= Math.floor(inside[i]);
    }
    Lattice lattice = crystal.lattice();
    spacing[0] = lattice.spacing(1, 0, 0);
    spacing[1] = lattice.spacing(0, 1, 0);
    spacing[2] = lattice.spacing(0, 0, 1);
  }

  /**
   * Pairs of sites nearer than {@code closest} (Å), at most {@code most} of them. Where dozens of
   * sites that are filled in part share one place, some may be missed.
   */
  static List<int[]> of(Crystal crystal, double closest, int most) {
    OverlappingSites search = new OverlappingSites(crystal, closest, most);
    if (crystal.siteCount() <= FEW) {
      search.lookAtAll();
    } else {
      search.lookInBoxes();
    }
    return search.pairs;
  }

  private void lookAtAll() {
    for (int i = 1; i < crystal.siteCount(); i++) {
      for (int j = 0; j < i && pairs.size() < most; j++) {
        lookAt(j, i);
      }
    }
  }

  /** Whether the pair may overlap is told cheaply first: planes are no farther than points. */
  private void lookAt(int i, int j) {
    for (int axis = 0; axis < 3; axis++) {
      double d = inside[3 * i + axis] - inside[3 * j + axis];
      if (Math.abs(d - Math.rint(d)) * spacing[axis] >= closest) {
        return;
      }
    }
    if (!share(i, j) && crystal.distance(i, j) < closest) {
      pairs.add(new int[] {i, j});
    }
  }

  private boolean share(int i, int j) {
    return crystal.occupation(i).total() + crystal.occupation(j).total() <= 1 + Occupation.ROUNDING;
  }

  private void lookInBoxes() {
    int n = crystal.siteCount();
    long[] boxes = new long[3];
    for (int axis = 0; axis < 3; axis++) {
      boxes[axis] = Math.max(1, Math.min(MOST_BOXES, (long) (spacing[axis] / closest)));
    }
    int slots = Integer.highestOneBit(4 * n);
    int[] first = new int[slots];
    int[] next = new int[n];
    long[] keys = new long[n];
    long[] box = new long[3];
    for (int i = 0; i < n && pairs.size() < most; i++) {
      for (int axis = 0; axis < 3; axis++) {
        box[axis] = Math.min(boxes[axis] - 1, (long) (inside[3 * i + axis] * boxes[axis]));
      }
      lookAround(i, box, boxes, first, next, keys);
      keys[i] = key(box[0], box[1], box[2]);
      int slot = slot(keys[i], slots);
      next[i] = first[slot];
      first[slot] = i + 1;
    }
  }

  /** Compares with the sites already in the 27 boxes around; in a thin cell some are one box. */
  private void lookAround(
      int site, long[] box, long[] boxes, int[] first, int[] next, long[] keys) {
    for (long x = from(boxes[0]); x <= to(boxes[0]); x++) {
      for (long y = from(boxes[1]); y <= to(boxes[1]); y++) {
        for (long z = from(boxes[2]); z <= to(boxes[2]); z++) {
          long key =
              key(
                  Math.floorMod(box[0] + x, boxes[0]),
                  Math.floorMod(box[1] + y, boxes[1]),
                  Math.floorMod(box[2] + z, boxes[2]));
          int other = first[slot(key, first.length)];
          for (; other > 0 && pairs.size() < most && looks-- > 0; other = next[other - 1]) {
            if (keys[other - 1] == key) {
              lookAt(other - 1, site);
            }
          }
        }
      }
    }
  }

  private static long from(long boxes) {
    return boxes >= 3 ? -1 : 0;
  }

  /** Of two boxes the one after is the one before. */
  private static long to(long boxes) {
    return boxes >= 2 ? 1 : 0;
  }

  private static long key(long x, long y, long z) {
    return x << 42 | y << 21 | z;
  }

  private static int slot(long key, int slots) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & slots - 1;
  }
}
