package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.suiseki.explain.latent.LatentWalk;
import org.suiseki.explain.latent.PeakWindow;
import org.suiseki.explain.latent.PeakWindows;
import org.suiseki.explain.latent.ProfileAgreement;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

/**
 * Walks between compositions. In each fold the fold's spaces are walked from one known composition
 * to another of its family, and what is decoded on the way is compared with the truth. Where the
 * set can be simulated, the truth is the pattern without noise of the composition at that place,
 * which no pattern of the set has; else it is the mean of the measured patterns of a held-out
 * composition that lies on the line between the two. Beside it the patterns of the ends, mixed in
 * the same parts.
 */
final class Walks {
  /** A composition is between two others if it is this part of their distance off the line. */
  private static final double OFF_LINE = 0.02;

  private static final double LEAST_PART = 0.1;
  private static final int EXAMPLES = 6;

  /** Peaks weaker than this part of the strongest are not looked for. */
  private static final double CLEAR = 0.05;

  private final PreparedSet prepared;
  private final XrdOptions options;
  private final Map<String, int[]> members = new LinkedHashMap<>();

  /** Two ends and what lies between them. */
  private record Way(int fold, String from, String to, String between, double part, double span) {}

  Walks(PreparedSet prepared, XrdOptions options) {
    this.prepared = prepared;
    this.options = options;
    List<String> groups = prepared.set().groups();
    for (String group : new LinkedHashSet<>(groups)) {
      members.put(
          group,
          IntStream.range(0, groups.size()).filter(i -> groups.get(i).equals(group)).toArray());
    }
  }

  /**
   * @param maps the spaces of the map, one for each fold
   * @param larger the wide spaces
   * @param peaks of the set, for errors of positions where the set cannot be simulated
   */
  WalkResult of(
      List<LatentModel> maps, List<LatentModel> larger, PeakWindows peaks, Progress progress) {
    List<Way> ways = chosen();
    if (ways.isEmpty()) {
      return new WalkResult(List.of(), List.of());
    }
    List<WalkResult.Walk> walks = new ArrayList<>();
    List<WalkResult.Example> all = new ArrayList<>();
    for (Way way : ways) {
      progress.check();
      List<PeakWindow> windows = windows(way, peaks);
      LatentWalk.Comparison map = compared(maps.get(way.fold), way, windows);
      LatentWalk.Comparison wide = compared(larger.get(way.fold), way, windows);
      all.add(
          new WalkResult.Example(
              walks.size(),
              rowsOf(way.from)[0],
              rowsOf(way.to)[0],
              map.truth(),
              map.walk().curve(),
              wide.walk().curve(),
              map.mixing().curve()));
      walks.add(walk(way, map, wide));
      progress.step("walks", walks.size(), ways.size());
    }
    return new WalkResult(walks, examples(walks, all));
  }

  private LatentWalk.Comparison compared(LatentModel space, Way way, List<PeakWindow> windows) {
    LatentWalk.Way line =
        new LatentWalk.Way(
            meanRow(way.from),
            meanRow(way.to),
            way.part,
            truth(way).orElseGet(() -> meanRow(way.between)),
            windows);
    LatentWalk.Ruler ruler =
        new LatentWalk.Ruler(
            prepared.preprocessing().axis().values(), ProfileAgreement.Finder.PARABOLA, CLEAR);
    return new LatentWalk(space, prepared.preprocessing().intensity())
        .compare(List.of(line), ruler)
        .get(0);
  }

  /** The pattern that the composition between must have, where that is known. */
  private Optional<double[]> truth(Way way) {
    PatternSet set = prepared.set();
    return set.modelling()
        .flatMap(modelling -> modelling.expected(one(way.from).family(), values(way)))
        .map(this::row);
  }

  private double[] row(Spectrum spectrum) {
    return prepared.preprocessing().apply(spectrum).values();
  }

  private int[] rowsOf(String group) {
    return Objects.requireNonNull(members.get(group));
  }

  private double[] meanRow(String group) {
    int[] rows = rowsOf(group);
    double[] mean = new double[prepared.rows().width()];
    for (int row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += prepared.rows().get(row, i) / rows.length;
      }
    }
    return mean;
  }

  private static WalkResult.Walk walk(
      Way way, LatentWalk.Comparison map, LatentWalk.Comparison wide) {
    return new WalkResult.Walk(
        way.from,
        way.to,
        way.between,
        way.part,
        way.span,
        100 * map.walk().profile(),
        100 * wide.walk().profile(),
        100 * map.mixing().profile(),
        100 * map.floor().profile(),
        map.walk().positions().mean(),
        wide.walk().positions().mean(),
        map.mixing().positions().mean());
  }

  /** Where the true pattern has its peaks. */
  private List<PeakWindow> windows(Way way, PeakWindows peaks) {
    PatternSet set = prepared.set();
    if (set.modelling().isEmpty()) {
      return members.containsKey(way.between) ? peaks.of(rowsOf(way.between)[0]) : List.of();
    }
    PatternModelling modelling = set.modelling().orElseThrow();
    Axis axis = prepared.preprocessing().axis();
    return PeakWindows.of(
            modelling
                .diffraction()
                .withRange(Math.max(0, axis.first() - 1), axis.last() + 1)
                .reflections(modelling.crystal(one(way.from).family(), values(way))),
            modelling.instrument(),
            axis)
        .of(0);
  }

  private double[] values(Way way) {
    double[] from = one(way.from).values();
    double[] to = one(way.to).values();
    double[] values = new double[from.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (1 - way.part) * from[i] + way.part * to[i];
    }
    return values;
  }

  /** Spread over families and spans: the ways are sorted and taken at even distances. */
  private List<Way> chosen() {
    List<Way> ways = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(options.seed());
    for (int fold = 0; fold < prepared.splits().size(); fold++) {
      Split split = prepared.splits().get(fold);
      Set<String> known = groups(split.train());
      if (prepared.set().modelling().isPresent()) {
        ways.addAll(anywhere(fold, List.copyOf(known), random));
      } else {
        for (String between : groups(split.test())) {
          ways.addAll(between(fold, between, known));
        }
      }
    }
    // Ties of the span are broken by chance, not by the order of the files.
    Map<Way, Long> order = new LinkedHashMap<>();
    ways.forEach(way -> order.put(way, random.nextLong()));
    Map<String, List<Way>> families = new TreeMap<>();
    ways.forEach(
        way -> families.computeIfAbsent(one(way.from).family(), key -> new ArrayList<>()).add(way));
    List<Way> chosen = new ArrayList<>();
    for (List<Way> family : families.values()) {
      family.sort(Comparator.comparingDouble(Way::span).thenComparingLong(order::get));
      int count = Math.min(options.walks() / families.size(), family.size());
      for (int i = 0; i < count; i++) {
        chosen.add(family.get((int) ((i + 0.5) * family.size() / count)));
      }
    }
    chosen.sort(Comparator.comparingDouble(Way::span).thenComparingLong(order::get));
    return chosen;
  }

  /** Between any two known compositions of a family, to a place that no pattern is of. */
  private List<Way> anywhere(int fold, List<String> known, SplittableRandom random) {
    List<Way> ways = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      for (int j = i + 1; j < known.size(); j++) {
        Pattern from = one(known.get(i));
        Pattern to = one(known.get(j));
        if (from.family().equals(to.family())) {
          double part = 0.25 + 0.5 * ((random.nextLong() >>> 11) * 0x1p-53);
          String between = String.format(Locale.ROOT, "%.0f %% of the way", 100 * part);
          ways.add(
              new Way(
                  fold, from.group(), to.group(), between, part, span(from.values(), to.values())));
        }
      }
    }
    return ways;
  }

  private Set<String> groups(int[] rows) {
    Set<String> groups = new LinkedHashSet<>();
    Arrays.stream(rows).forEach(row -> groups.add(prepared.set().patterns().get(row).group()));
    return groups;
  }

  private List<Way> between(int fold, String between, Set<String> known) {
    List<Way> ways = new ArrayList<>();
    Pattern middle = one(between);
    List<String> same =
        known.stream().filter(group -> one(group).family().equals(middle.family())).toList();
    for (int i = 0; i < same.size(); i++) {
      for (int j = i + 1; j < same.size(); j++) {
        double[] from = one(same.get(i)).values();
        double[] to = one(same.get(j)).values();
        double part = part(from, to, middle.values());
        if (part >= LEAST_PART && part <= 1 - LEAST_PART) {
          ways.add(new Way(fold, same.get(i), same.get(j), between, part, span(from, to)));
        }
      }
    }
    return ways;
  }

  private Pattern one(String group) {
    return prepared.set().patterns().get(rowsOf(group)[0]);
  }

  /** Where on the line a composition lies; NaN where it is off it or something is unknown. */
  private static double part(double[] from, double[] to, double[] middle) {
    double along = 0;
    double length = 0;
    for (int i = 0; i < from.length; i++) {
      along += (middle[i] - from[i]) * (to[i] - from[i]);
      length += (to[i] - from[i]) * (to[i] - from[i]);
    }
    double part = along / length;
    double off = 0;
    for (int i = 0; i < from.length; i++) {
      double missed = middle[i] - from[i] - part * (to[i] - from[i]);
      off += missed * missed;
    }
    return Math.sqrt(off) <= OFF_LINE * Math.sqrt(length) ? part : Double.NaN;
  }

  private static double span(double[] from, double[] to) {
    double span = 0;
    for (int i = 0; i < from.length; i++) {
      span = Math.max(span, Math.abs(to[i] - from[i]));
    }
    return span;
  }

  /** Of spans from the shortest to the longest. */
  private static List<WalkResult.Example> examples(
      List<WalkResult.Walk> walks, List<WalkResult.Example> all) {
    int count = Math.min(EXAMPLES, walks.size());
    List<WalkResult.Example> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(all.get(count == 1 ? 0 : i * (walks.size() - 1) / (count - 1)));
    }
    return chosen;
  }
}
