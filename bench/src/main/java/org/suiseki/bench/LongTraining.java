package org.suiseki.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.suiseki.learn.Column;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.MlpOptions;
import org.suiseki.learn.nn.MlpRegressor;

/**
 * Shows whether memory stays flat while networks train: fits one ensemble after the other and
 * prints, once a minute, the minutes, the fits so far and the resident memory of the process in MiB
 * (Linux: {@code /proc/self/status}).
 */
public final class LongTraining {
  private static final int ROWS = 264;
  private static final int INPUTS = 116;

  private LongTraining() {}

  /**
   * @param arguments minutes (60 by default)
   */
  public static void main(String[] arguments) {
    int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    Dataset data = data();
    Split all = new Split(IntStream.range(0, ROWS).toArray(), new int[0], new int[0]);
    MlpRegressor regressor = new MlpRegressor(MlpOptions.DEFAULT.withEpochs(20).withMembers(10), 1);
    System.out.println("minute,fits,resident_mib");
    long begin = System.nanoTime();
    int fits = 0;
    int minute = 0;
    while (minute <= minutes) {
      regressor.fit(data, all, Progress.SILENT).predict(data.inputs());
      fits++;
      if ((System.nanoTime() - begin) / 60e9 >= minute) {
        System.out.printf(Locale.ROOT, "%d,%d,%.1f%n", minute, fits, residentMebibytes());
        minute++;
      }
    }
  }

  private static double residentMebibytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "/proc/self/status tells the memory on Linux alone", unreadable);
    }
  }

  private static Dataset data() {
    SplittableRandom random = new SplittableRandom(1);
    List<Column> inputs =
        IntStream.range(0, INPUTS).mapToObj(i -> new Column("x" + i, "1")).toList();
    double[] x = random.doubles((long) ROWS * INPUTS, -1, 1).toArray();
    double[] y = random.doubles(ROWS, -1, 1).toArray();
    return new Dataset(
        IntStream.range(0, ROWS).mapToObj(Integer::toString).toList(),
        new Table(inputs, ROWS, x),
        new Table(List.of(new Column("y", "1")), ROWS, y),
        new Origin("random numbers", "none", "none"));
  }
}
