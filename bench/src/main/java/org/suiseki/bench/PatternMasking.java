package org.suiseki.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.suiseki.explain.latent.PeakMasking;
import org.suiseki.explain.latent.PeakShifts;
import org.suiseki.explain.latent.PeakWindows;
import org.suiseki.explain.latent.Replacement;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;
import org.suiseki.learn.Workers;
import org.suiseki.learn.nn.Autoencoder;
import org.suiseki.simulate.Reflections;

/**
 * Times the masking of all peaks of many patterns, and prints a line of JSON a round with the most
 * memory that the process has held (Linux: {@code /proc/self/status}).
 */
public final class PatternMasking {
  private static final int COMPOSITIONS = 120;

  /** As many as the study masks. */
  private static final int PEAKS = 30;

  private PatternMasking() {}

  /**
   * @param arguments {@code FOLDER MODEL PATTERNS THREADS ROUNDS}: a folder that {@link
   *     PatternsToPoints} has written, and one of its models
   */
  public static void main(String[] arguments) throws IOException {
    Autoencoder model =
        Autoencoder.from(ModelArchive.load(Path.of(arguments[0]).resolve(arguments[1])));
    int patterns = Integer.parseInt(arguments[2]);
    int threads = Integer.parseInt(arguments[3]);
    AlloySamples samples = new AlloySamples(COMPOSITIONS);
    Table rows = samples.rows(patterns);
    PeakWindows windows = strongest(rows, windows(samples, patterns));
    for (int round = 1; round <= Integer.parseInt(arguments[4]); round++) {
      long begin = System.nanoTime();
      double longest = masked(model, rows, windows, threads);
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "{\"side\": \"suiseki\", \"task\": \"mask\", \"model\": \"%s\", \"round\": %d,"
              + " \"patterns\": %d, \"peaks\": %d, \"threads\": %d, \"seconds\": %.2f,"
              + " \"heapMB\": %.0f, \"residentMB\": %.0f, \"longestShift\": %.5f}%n",
          arguments[1],
          round,
          patterns,
          windows.peaks(),
          threads,
          seconds,
          Runtime.getRuntime().maxMemory() / 1e6,
          mostResident(),
          longest);
    }
  }

  private static PeakWindows windows(AlloySamples samples, int patterns) {
    List<Reflections> reflections =
        IntStream.range(0, patterns).mapToObj(samples::reflections).toList();
    return PeakWindows.commonTo(reflections, AlloySamples.INSTRUMENT, AlloySamples.AXIS);
  }

  /** Each thread has its part of the rows. */
  private static double masked(Autoencoder model, Table rows, PeakWindows windows, int threads) {
    List<Workers.Job<PeakShifts>> jobs = new ArrayList<>();
    for (int part = 0; part < threads; part++) {
      int[] chosen =
          IntStream.range(part * rows.rows() / threads, (part + 1) * rows.rows() / threads)
              .toArray();
      jobs.add(running ->
          PeakMasking.standard()
              .shifts(
                  model,
                  rows.selectRows(chosen),
                  AlloySamples.AXIS,
                  windows.select(chosen),
                  Replacement.BACKGROUND,
                  running));
    }
    double longest = 0;
    for (PeakShifts shifts :
        Workers.run(threads, jobs, Progress.SILENT, "masking", (long) rows.rows() * PEAKS)) {
      for (double[][] row : shifts.shift()) {
        for (double[] shift : row) {
          double length = Math.hypot(shift[0], shift[1]);
          longest = length > longest ? length : longest;
        }
      }
    }
    return longest;
  }

  private static PeakWindows strongest(Table rows, PeakWindows windows) {
    double[] height = new double[windows.peaks()];
    for (int peak = 0; peak < height.length; peak++) {
      if (windows.present(0, peak)) {
        height[peak] = rows.get(0, AlloySamples.AXIS.indexAtOrBelow(windows.position()[0][peak]));
      }
    }
    int[] kept =
        IntStream.range(0, height.length)
            .boxed()
            .sorted((one, other) -> Double.compare(height[other], height[one]))
            .limit(PEAKS)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    return new PeakWindows(
        IntStream.of(kept).mapToObj(windows.labels()::get).toList(),
        chosen(windows.position(), kept),
        chosen(windows.from(), kept),
        chosen(windows.to(), kept));
  }

  private static double[][] chosen(double[][] rows, int[] kept) {
    double[][] chosen = new double[rows.length][kept.length];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < kept.length; i++) {
        chosen[row][i] = rows[row][kept[i]];
      }
    }
    return chosen;
  }

  private static double mostResident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
        .findFirst()
        .orElse(Double.NaN);
  }
}
