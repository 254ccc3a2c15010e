package org.suiseki.explain.latent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Joins windows that overlap or touch in any pattern of a set, for the whole set: of two that
 * overlap in one pattern only, the joined one is in each pattern the range that holds both.
 */
final class WindowJoining {
  private final double[][] position;
  private final double[][] from;
  private final double[][] to;

  /** Of each window the one it was joined to, itself where it leads. */
  private final int[] leader;

  /**
   * @param position patterns × windows, NaN where absent
   * @param from as position
   * @param to as position
   */
  WindowJoining(double[][] position, double[][] from, double[][] to, int windows) {
    this.position = position;
    this.from = from;
    this.to = to;
    this.leader = new int[windows];
    for (int i = 0; i < windows; i++) {
      leader[i] = i;
    }
    // A joined window can reach over one that lay between its parts in another pattern.
    boolean joined = true;
    while (joined) {
      joined = false;
      for (int pattern = 0; pattern < position.length; pattern++) {
        joined |= joinIn(pattern);
      }
    }
  }

  /**
   * The windows of each joined one, the heaviest first; the joined ones by the mean position of
   * their heaviest.
   */
  List<int[]> groups(double[] weight) {
    List<List<Integer>> members = new ArrayList<>();
    for (int i = 0; i < leader.length; i++) {
      members.add(new ArrayList<>());
    }
    for (int i = 0; i < leader.length; i++) {
      members.get(leaderOf(i)).add(i);
    }
    Comparator<Integer> heaviest = Comparator.comparingDouble(i -> -weight[i]);
    List<int[]> groups = new ArrayList<>();
    for (List<Integer> group : members) {
      if (!group.isEmpty()) {
        groups.add(group.stream().sorted(heaviest).mapToInt(Integer::intValue).toArray());
      }
    }
    groups.sort(Comparator.comparingDouble(group -> meanPosition(group[0])));
    return groups;
  }

  /** The set's windows; a joined one is absent where its heaviest part is. */
  PeakWindows windows(List<int[]> groups, List<String> labels) {
    double[][][] joined = new double[3][position.length][groups.size()];
    for (int pattern = 0; pattern < position.length; pattern++) {
      for (int peak = 0; peak < groups.size(); peak++) {
        int[] group = groups.get(peak);
        boolean absent = Double.isNaN(position[pattern][group[0]]);
        joined[0][pattern][peak] = position[pattern][group[0]];
        joined[1][pattern][peak] = absent ? Double.NaN : edge(from[pattern], group, -1);
        joined[2][pattern][peak] = absent ? Double.NaN : edge(to[pattern], group, 1);
      }
    }
    return new PeakWindows(labels, joined[0], joined[1], joined[2]);
  }

  private boolean joinIn(int pattern) {
    int[] order = new int[leader.length];
    double[] first = new double[leader.length];
    double[] last = new double[leader.length];
    Arrays.fill(first, Double.POSITIVE_INFINITY);
    Arrays.fill(last, Double.NEGATIVE_INFINITY);
    int count = 0;
    for (int i = 0; i < leader.length; i++) {
      int group = leaderOf(i);
      if (!Double.isNaN(position[pattern][i])) {
        first[group] = Math.min(first[group], from[pattern][i]);
        last[group] = Math.max(last[group], to[pattern][i]);
      }
    }
    for (int i = 0; i < leader.length; i++) {
      if (leader[i] == i && first[i] <= last[i]) {
        order[count++] = i;
      }
    }
    return sweep(order, count, first, last);
  }

  private boolean sweep(int[] order, int count, double[] first, double[] last) {
    Integer[] rising = new Integer[count];
    for (int i = 0; i < count; i++) {
      rising[i] = order[i];
    }
    Arrays.sort(rising, Comparator.comparingDouble(i -> first[i]));
    boolean joined = false;
    int open = -1;
    for (int next : rising) {
      if (open >= 0 && first[next] <= last[open]) {
        leader[next] = open;
        last[open] = Math.max(last[open], last[next]);
        joined = true;
      } else {
        open = next;
      }
    }
    return joined;
  }

  private int leaderOf(int window) {
    int at = window;
    while (leader[at] != at) {
      at = leader[at];
    }
    return at;
  }

  private double meanPosition(int window) {
    double sum = 0;
    int count = 0;
    for (double[] row : position) {
      if (!Double.isNaN(row[window])) {
        sum += row[window];
        count++;
      }
    }
    return count == 0 ? Double.POSITIVE_INFINITY : sum / count;
  }

  /** The least for direction −1, the greatest for 1, of those that are present. */
  private static double edge(double[] edges, int[] group, int direction) {
    double found = edges[group[0]];
    for (int window : group) {
      double one = edges[window];
      if (!Double.isNaN(one) && direction * (one - found) > 0) {
        found = one;
      }
    }
    return found;
  }
}
