package org.suiseki.learn.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.suiseki.learn.Column;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Table;

/**
 * A made world in which it is known what a source is worth: a material is its number, three hidden
 * causes make its target, its own inputs show them through many noisy columns. Rows of one group
 * are nearly alike.
 */
record World(TransferTask task, double[][] causes) {

  static World of(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] causes = new double[rows][];
    double[][] inputs = new double[rows][40];
    double[] values = new double[rows];
    double[][] mix = normal(3, 40, random);
    for (int row = 0; row < rows; row++) {
      causes[row] = normal(1, 3, random)[0];
      for (int cause = 0; row % 2 == 1 && cause < 3; cause++) {
        causes[row][cause] = causes[row - 1][cause] + 0.1 * causes[row][cause];
      }
      values[row] =
          2 * causes[row][0] - causes[row][1] + 0.5 * causes[row][2] + 0.2 * random.nextGaussian();
      for (int column = 0; column < 40; column++) {
        inputs[row][column] = 3 * random.nextGaussian();
        for (int cause = 0; cause < 3; cause++) {
          inputs[row][column] += causes[row][cause] * mix[cause][column];
        }
      }
    }
    List<String> names = IntStream.range(0, rows).mapToObj(Integer::toString).toList();
    return new World(
        new TransferTask(
            names,
            names,
            names.stream().map(name -> "group-" + Integer.parseInt(name) / 2).toList(),
            new Column("y", "K"),
            values,
            table("x", inputs),
            new Origin("made by a test", "CC0-1.0", "00")),
        causes);
  }

  /** Knows the causes, with little noise, turned into ten features. */
  Source helpful(String name, double noise, long seed) {
    return source(
        name,
        (row, random) -> {
          double[] seen = new double[10];
          for (int feature = 0; feature < 10; feature++) {
            seen[feature] = causes[row][feature % 3] + noise * random.nextGaussian();
          }
          return seen;
        },
        seed);
  }

  /** Ten features of nothing. */
  Source useless(String name, long seed) {
    return source(name, (row, random) -> normal(1, 10, random)[0], seed);
  }

  interface Seen {
    double[] of(int row, SplittableRandom random);
  }

  Source source(String name, Seen seen, long seed) {
    return new Source() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Column property() {
        return new Column("p-" + name, "eV");
      }

      @Override
      public Representation represent(List<String> materials) {
        double[][] features = new double[materials.size()][];
        for (int i = 0; i < features.length; i++) {
          int row = Integer.parseInt(materials.get(i));
          features[i] = seen.of(row, new SplittableRandom(seed + 7919L * row));
        }
        double[] prediction = Arrays.stream(features).mapToDouble(row -> row[0]).toArray();
        double[] domain = new double[features.length];
        Arrays.fill(domain, 0.5);
        return new Representation(
            List.of(Approach.frozen("hidden", table("h", features))), prediction, domain, 0.7);
      }
    };
  }

  List<Source> uselessOnes(int count, long seed) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sources.add(useless("useless-" + i, seed + 1_000_003L * i));
    }
    return sources;
  }

  static Table table(String prefix, double[][] rows) {
    List<Column> columns =
        IntStream.range(0, rows[0].length).mapToObj(i -> new Column(prefix + i, "1")).toList();
    return Table.of(columns, rows);
  }

  static double[][] normal(int rows, int columns, SplittableRandom random) {
    double[][] result = new double[rows][columns];
    for (double[] row : result) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    return result;
  }
}
