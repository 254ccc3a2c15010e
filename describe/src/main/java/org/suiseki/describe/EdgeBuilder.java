package org.suiseki.describe;

import java.util.Arrays;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.geometry.Neighbours;

/** Chooses the edges of a {@link CrystalGraph} among the neighbours of its sites. */
final class EdgeBuilder {
  /** Å: nearer atoms overlap; an edge without length has no direction. */
  private static final double OVERLAP = 0.01;

  private final Neighbours neighbours;
  private final int[] starts;
  private final int[] kept;
  private int[] targets;
  private int[] images;
  private int count;

  private EdgeBuilder(Neighbours neighbours) {
    this.neighbours = neighbours;
    int sites = neighbours.siteCount();
    this.starts = new int[sites + 1];
    this.kept = new int[sites];
    this.targets = new int[neighbours.count()];
    this.images = new int[3 * neighbours.count()];
  }

  static CrystalGraph build(Crystal crystal, EdgeRule rule) {
    Neighbours found =
        rule.neighbours() == 0
            ? Neighbours.within(crystal, rule.radius())
            : Neighbours.nearest(
                crystal, rule.neighbours(), rule.wholeShells() ? rule.tolerance() : 0);
    EdgeBuilder builder = new EdgeBuilder(found);
    builder.keep(rule);
    if (rule.bothWays() && rule.neighbours() > 0) {
      builder.turnRound();
    } else {
      builder.copy();
    }
    return builder.finish(crystal);
  }

  /** How many of each row the rule wants: always the first ones. */
  private void keep(EdgeRule rule) {
    for (int site = 0; site < kept.length; site++) {
      int from = neighbours.from(site);
      int length = neighbours.to(site) - from;
      if (length > 0 && neighbours.distance(from) < OVERLAP) {
        throw new DescribeException(
            "Site "
                + site
                + " and site "
                + neighbours.neighbour(from)
                + " overlap: they are "
                + neighbours.distance(from)
                + " Å apart.",
            "Remove one of them, or let both share one site.");
      }
      if (!rule.wholeShells() && rule.neighbours() > 0) {
        length = Math.min(length, rule.neighbours());
      }
      while (length > 0 && neighbours.distance(from + length - 1) > rule.radius() + 1e-8) {
        length--;
      }
      kept[site] = length;
    }
  }

  private void copy() {
    for (int site = 0; site < kept.length; site++) {
      int from = neighbours.from(site);
      for (int e = from; e < from + kept[site]; e++) {
        add(e);
      }
      starts[site + 1] = count;
    }
  }

  /**
   * Adds what others keep and a site does not. That is farther than all it keeps, so that the rows
   * stay ascending when it comes last.
   */
  private void turnRound() {
    int[] missing = new int[kept.length];
    int[] lacking = new int[16];
    int found = 0;
    for (int site = 0; site < kept.length; site++) {
      int from = neighbours.from(site);
      for (int e = from; e < from + kept[site]; e++) {
        if (!keptByOther(site, e)) {
          if (2 * found + 2 > lacking.length) {
            lacking = Arrays.copyOf(lacking, 2 * lacking.length);
          }
          lacking[2 * found] = site;
          lacking[2 * found + 1] = e;
          found++;
          missing[neighbours.neighbour(e)]++;
        }
      }
    }
    if (found == 0) {
      copy();
      return;
    }
    copyWithRoom(missing, found);
    fillRoom(missing, lacking, found);
  }

  private boolean keptByOther(int site, int e) {
    int other = neighbours.neighbour(e);
    int from = neighbours.from(other);
    int to = from + kept[other];
    if (to == from) {
      return false;
    }
    double past = neighbours.distance(e) - neighbours.distance(to - 1);
    if (Math.abs(past) > Neighbours.TIE) {
      return past < 0;
    }
    for (int f = to - 1; f >= from; f--) {
      if (neighbours.neighbour(f) == site
          && neighbours.image(f, 0) == -neighbours.image(e, 0)
          && neighbours.image(f, 1) == -neighbours.image(e, 1)
          && neighbours.image(f, 2) == -neighbours.image(e, 2)) {
        return true;
      }
    }
    return false;
  }

  private void copyWithRoom(int[] missing, int found) {
    int most = neighbours.count() + found;
    targets = new int[most];
    images = new int[3 * most];
    for (int site = 0; site < kept.length; site++) {
      int from = neighbours.from(site);
      for (int e = from; e < from + kept[site]; e++) {
        add(e);
      }
      count += missing[site];
      starts[site + 1] = count;
    }
  }

  /** Each at its place among those of its row that came before. */
  private void fillRoom(int[] missing, int[] lacking, int found) {
    double[] lengths = new double[count];
    for (int i = 0; i < found; i++) {
      int site = lacking[2 * i];
      int e = lacking[2 * i + 1];
      int row = neighbours.neighbour(e);
      int first = starts[row] + kept[row];
      int at = starts[row + 1] - missing[row]--;
      targets[at] = site;
      for (int axis = 0; axis < 3; axis++) {
        images[3 * at + axis] = -neighbours.image(e, axis);
      }
      lengths[at] = neighbours.distance(e);
      while (at > first && precedes(at, at - 1, lengths)) {
        swap(at, at - 1, lengths);
        at--;
      }
    }
  }

  private boolean precedes(int a, int b, double[] lengths) {
    if (Math.abs(lengths[a] - lengths[b]) > Neighbours.TIE) {
      return lengths[a] < lengths[b];
    }
    if (targets[a] != targets[b]) {
      return targets[a] < targets[b];
    }
    for (int axis = 0; axis < 3; axis++) {
      if (images[3 * a + axis] != images[3 * b + axis]) {
        return images[3 * a + axis] < images[3 * b + axis];
      }
    }
    return false;
  }

  private void swap(int a, int b, double[] lengths) {
    int target = targets[a];
    targets[a] = targets[b];
    targets[b] = target;
    double length = lengths[a];
    lengths[a] = lengths[b];
    lengths[b] = length;
    for (int axis = 0; axis < 3; axis++) {
      int image = images[3 * a + axis];
      images[3 * a + axis] = images[3 * b + axis];
      images[3 * b + axis] = image;
    }
  }

  private void add(int e) {
    targets[count] = neighbours.neighbour(e);
    for (int axis = 0; axis < 3; axis++) {
      images[3 * count + axis] = neighbours.image(e, axis);
    }
    count++;
  }

  private CrystalGraph finish(Crystal crystal) {
    return new CrystalGraph(
        crystal, starts, Arrays.copyOf(targets, count), PackedImages.of(images, count));
  }
}
