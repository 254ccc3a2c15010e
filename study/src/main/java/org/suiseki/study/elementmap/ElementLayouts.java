package org.suiseki.study.elementmap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.suiseki.describe.Assignment;
import org.suiseki.learn.GenerativeTopographicMap;
import org.suiseki.learn.GenerativeTopographicMapModel;
import org.suiseki.learn.LatentGrid;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.PrincipalComponents;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

/** Lays one set of elements out in all ways that are asked for, and scores each. */
final class ElementLayouts {
  /** More than ever were needed until a pairing stays. */
  private static final int PAIRINGS = 100;

  private final ElementSet set;
  private final ElementMapOptions options;
  private final MapChoice choice;
  private final KnownTable table;
  private final double[][] rows;
  private final Progress progress;

  ElementLayouts(ElementSet set, ElementMapOptions options, MapChoice choice, Progress progress) {
    this.set = set;
    this.options = options;
    this.choice = choice;
    this.table = KnownTable.of(set.elements());
    this.rows = rows(set.rows());
    this.progress = progress;
  }

  /** The main layout, the dull ways to fill it, and the other layouts; the model is kept. */
  LaidOut all(String name, Path model) {
    LatentGrid grid = options.layouts().get(0).grid(rows.length);
    GenerativeTopographicMapModel map = fit(grid, PAIRINGS);
    ModelArchive.save(map.toStored(), model);
    List<Arrangement> done = new ArrayList<>();
    done.add(paired(options.layouts().get(0).text(), grid, map.pairing(set.rows())));
    done.add(free("responsibilities", fit(grid, 0).encode(set.rows())));
    double[][] scores =
        new PrincipalComponents(2).fit(set.rows(), split(rows.length), progress).encode(set.rows());
    if (grid.shape() == LatentGrid.Shape.RECTANGLE) {
      done.add(paired("principal components, laid out", grid, laidOut(scores, grid)));
    }
    done.add(free("principal components", scores));
    for (Layout layout : options.layouts().subList(1, options.layouts().size())) {
      LatentGrid other = layout.grid(rows.length);
      done.add(paired(layout.text(), other, fit(other, PAIRINGS).pairing(set.rows())));
      progress.step("laying out", done.size(), options.layouts().size() + 3L);
    }
    return result(name, done, map, rows(map.prototypes()));
  }

  /** The main layout alone. */
  LaidOut main(String name) {
    LatentGrid grid = options.layouts().get(0).grid(rows.length);
    GenerativeTopographicMapModel map = fit(grid, PAIRINGS);
    int[] nodes = map.pairing(set.rows());
    return result(
        name, List.of(paired(options.layouts().get(0).text(), grid, nodes)), map, new double[0][]);
  }

  private LaidOut result(
      String name, List<Arrangement> done, GenerativeTopographicMapModel map, double[][] surface) {
    return new LaidOut(
        name,
        done,
        surface,
        explained(map, done.get(0).nodes()),
        map.noise(),
        map.history().length - 1);
  }

  /** The map without each property in turn. */
  PropertyEffect[] withoutEach(double[] explained) {
    LatentGrid grid = options.layouts().get(0).grid(rows.length);
    double[][] with = fit(grid, 0).encode(set.rows());
    double[] distances = distances(with);
    double group = TableScore.explained(with, table.group());
    double period = TableScore.explained(with, table.period());
    PropertyEffect[] effects = new PropertyEffect[set.rows().width()];
    for (int p = 0; p < effects.length; p++) {
      progress.check();
      int left = p;
      Table without =
          set.rows()
              .selectColumns(
                  IntStream.range(0, effects.length).filter(other -> other != left).toArray());
      double[][] places =
          choice
              .map(grid, options.rounds())
              .fit(without, split(rows.length), progress)
              .encode(without);
      effects[p] =
          new PropertyEffect(
              set.rows().columns().get(p).name(),
              1 - correlation(distances, distances(places)),
              TableScore.explained(places, table.group()) - group,
              TableScore.explained(places, table.period()) - period,
              explained[p]);
      progress.step("leaving one property out", p + 1L, effects.length);
    }
    return effects;
  }

  private GenerativeTopographicMapModel fit(LatentGrid grid, int pairings) {
    GenerativeTopographicMap map = choice.map(grid, options.rounds()).withExclusive(pairings);
    return map.fit(set.rows(), split(rows.length), progress);
  }

  private Arrangement paired(String name, LatentGrid grid, int[] nodes) {
    double[][] places = new double[nodes.length][];
    for (int i = 0; i < nodes.length; i++) {
      places[i] = grid.nodes()[nodes[i]];
    }
    return scored(name, places, nodes, grid.step());
  }

  private Arrangement free(String name, double[][] places) {
    return scored(name, places, new int[0], Double.NaN);
  }

  private Arrangement scored(String name, double[][] places, int[] nodes, double step) {
    progress.check();
    TableScore score = TableScore.of(places, step, table, rows, options.neighbours());
    Chance chance =
        Chance.of(
            score,
            places,
            step,
            table,
            rows,
            options.neighbours(),
            options.permutations(),
            new SplittableRandom(options.seed()));
    return new Arrangement(name, places, nodes, score, chance);
  }

  /** Scores stretched over the sheet, each element on the place that is least far in all. */
  private static int[] laidOut(double[][] scores, LatentGrid grid) {
    double[][] stretched = new double[scores.length][2];
    for (int c = 0; c < 2; c++) {
      int coordinate = c;
      double low = Arrays.stream(scores).mapToDouble(s -> s[coordinate]).min().orElse(0);
      double high = Arrays.stream(scores).mapToDouble(s -> s[coordinate]).max().orElse(1);
      double from = Arrays.stream(grid.nodes()).mapToDouble(n -> n[coordinate]).min().orElse(0);
      double to = Arrays.stream(grid.nodes()).mapToDouble(n -> n[coordinate]).max().orElse(1);
      for (int i = 0; i < scores.length; i++) {
        stretched[i][c] = from + (scores[i][c] - low) / (high - low) * (to - from);
      }
    }
    int count = grid.count();
    double[] cost = new double[count * count];
    for (int i = 0; i < scores.length; i++) {
      for (int node = 0; node < count; node++) {
        cost[i * count + node] = Math.pow(TableScore.distance(stretched[i], grid.nodes()[node]), 2);
      }
    }
    int[] places = new int[count];
    new Assignment().solve(cost, count, places);
    return Arrays.copyOf(places, scores.length);
  }

  private double[] explained(GenerativeTopographicMapModel map, int[] nodes) {
    double[] left = new double[set.rows().width()];
    Table prototypes = map.prototypes();
    for (int row = 0; row < rows.length; row++) {
      for (int p = 0; p < left.length; p++) {
        left[p] += Math.pow(rows[row][p] - prototypes.get(nodes[row], p), 2);
      }
    }
    double[] explained = new double[left.length];
    for (int p = 0; p < left.length; p++) {
      int property = p;
      double mean = Arrays.stream(rows).mapToDouble(r -> r[property]).average().orElse(0);
      double total = Arrays.stream(rows).mapToDouble(r -> Math.pow(r[property] - mean, 2)).sum();
      explained[p] = 1 - left[p] / total;
    }
    return explained;
  }

  private static double[] distances(double[][] places) {
    double[] distances = new double[places.length * (places.length - 1) / 2];
    int at = 0;
    for (int one = 0; one < places.length; one++) {
      for (int other = 0; other < one; other++) {
        distances[at++] = TableScore.distance(places[one], places[other]);
      }
    }
    return distances;
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  static Split split(int rows) {
    return new Split(IntStream.range(0, rows).toArray(), new int[0], new int[0]);
  }

  private static double[][] rows(Table table) {
    return IntStream.range(0, table.rows()).mapToObj(table::row).toArray(double[][]::new);
  }
}
