package org.suiseki.explain.latent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.suiseki.matter.Axis;

/**
 * Makes the windows of peaks from what each line would cover alone. Peaks whose cores overlap or
 * touch in any pattern of a set are joined for the whole set; where only their tails overlap, both
 * windows end half-way between the cores.
 */
final class WindowJoining {

  /** Full widths on either side of a line that are its core: closer lines are not resolved. */
  private static final double CORE = 1;

  private final double[][] position;

  /** Patterns × lines: where the core begins and ends. */
  private final double[][] coreFrom;

  private final double[][] coreTo;

  /** Patterns × lines: where the tails begin and end. */
  private final double[][] from;

  private final double[][] to;

  /** Of each window the one it was joined to, itself where it leads. */
  private final int[] leader;

  /**
   * @param spans patterns × lines
   * @param reach widths that a window reaches out on either side
   */
  WindowJoining(Span[][] spans, double reach, Axis axis) {
    int lines = spans[0].length;
    double core = Math.min(CORE, reach);
    this.position = numbers(spans, span -> span.position);
    this.coreFrom = numbers(spans, span -> Math.max(axis.first(), span.first - core * span.width));
    this.coreTo = numbers(spans, span -> Math.min(axis.last(), span.last + core * span.width));
    this.from = numbers(spans, span -> Math.max(axis.first(), span.first - reach * span.width));
    this.to = numbers(spans, span -> Math.min(axis.last(), span.last + reach * span.width));
    this.leader = new int[lines];
    for (int i = 0; i < lines; i++) {
      leader[i] = i;
    }
    // A joined core can reach over one that lay between its parts in another pattern.
    boolean joined = true;
    while (joined) {
      joined = false;
      for (int pattern = 0; pattern < position.length; pattern++) {
        joined |= joinIn(pattern);
      }
    }
  }

  /**
   * Where one pattern has a line, or the lines of a radiation.
   *
   * @param position NaN where it has none
   * @param first the lowest line
   * @param last the highest line
   * @param width full at half maximum
   */
  record Span(double position, double first, double last, double width) {
    static final Span ABSENT = new Span(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
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
      cut(pattern, groups, joined[1][pattern], joined[2][pattern]);
    }
    return new PeakWindows(labels, joined[0], joined[1], joined[2]);
  }

  /** Ends windows half-way to the core of the next where they would reach into one another. */
  private void cut(int pattern, List<int[]> groups, double[] first, double[] last) {
    Integer[] rising =
        IntStream.range(0, groups.size())
            .filter(peak -> !Double.isNaN(first[peak]))
            .boxed()
            .sorted(Comparator.comparingDouble(peak -> position[pattern][groups.get(peak)[0]]))
            .toArray(Integer[]::new);
    for (int i = 1; i < rising.length; i++) {
      int left = rising[i - 1];
      int right = rising[i];
      if (last[left] >= first[right]) {
        double end = edge(coreTo[pattern], groups.get(left), 1);
        double begin = edge(coreFrom[pattern], groups.get(right), -1);
        double between = 0.5 * (end + begin);
        last[left] = Math.min(last[left], between);
        first[right] = Math.max(first[right], Math.nextUp(between));
      }
    }
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
        first[group] = Math.min(first[group], coreFrom[pattern][i]);
        last[group] = Math.max(last[group], coreTo[pattern][i]);
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

  private static double[][] numbers(Span[][] spans, ToDoubleFunction<Span> number) {
    return Arrays.stream(spans)
        .map(row -> Arrays.stream(row).mapToDouble(number).toArray())
        .toArray(double[][]::new);
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
