package org.suiseki.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.Autoencoder;
import org.suiseki.learn.nn.AutoencoderOptions;
import org.suiseki.learn.nn.AutoencoderTrainer;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.io.MeasurementFiles;

/**
 * Times the way of xy files to their points in a feature space: reading, the steps of the study
 * {@code xrd-feature-space}, and a stored autoencoder of default size, in one thread. {@code
 * bench/patterns_pytorch.py} goes the same way; {@code bench/compare-patterns.sh} runs both in
 * turn.
 */
public final class PatternsToPoints {
  private static final int AT_ONCE = 512;
  private static final int COMPOSITIONS = 120;

  private final List<Path> files;
  private final Autoencoder model;
  private final double[][] points;
  private long reading;
  private long preparing;
  private long encoding;

  private PatternsToPoints(List<Path> files, Autoencoder model) {
    this.files = files;
    this.model = model;
    this.points = new double[files.size()][];
  }

  /**
   * @param arguments {@code write FOLDER PATTERNS}, which makes the folder's files {@code *.xy} and
   *     the models {@code dense} and {@code convolutional}, or {@code place FOLDER MODEL ROUNDS},
   *     which prints a line of JSON a round
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    if (arguments[0].equals("write")) {
      write(folder, Integer.parseInt(arguments[2]));
    } else {
      place(folder, arguments[2], Integer.parseInt(arguments[3]));
    }
  }

  private static void write(Path folder, int count) throws IOException {
    AlloySamples samples = new AlloySamples(COMPOSITIONS);
    Table rows = samples.rows(COMPOSITIONS);
    Split all = new Split(IntStream.range(0, COMPOSITIONS).toArray(), new int[0], new int[0]);
    for (AutoencoderOptions options :
        List.of(AutoencoderOptions.DENSE, AutoencoderOptions.CONVOLUTIONAL)) {
      Autoencoder trained = new AutoencoderTrainer(options, 1).fit(rows, all, Progress.SILENT);
      String name = options.layers().encoding().name().toLowerCase(Locale.ROOT);
      ModelArchive.save(trained.toStored(), folder.resolve(name));
    }
    String[] angles =
        IntStream.range(0, AlloySamples.AXIS.length())
            .mapToObj(i -> String.format(Locale.ROOT, "%.4f ", AlloySamples.AXIS.at(i)))
            .toArray(String[]::new);
    for (int i = 0; i < count; i++) {
      Spectrum counts = samples.counts(i);
      StringBuilder text = new StringBuilder(1 << 15);
      for (int point = 0; point < angles.length; point++) {
        text.append(angles[point]).append((long) counts.value(point)).append('\n');
      }
      Files.writeString(
          folder.resolve(String.format("%05d.xy", i)), text, StandardCharsets.US_ASCII);
    }
  }

  private static void place(Path folder, String name, int rounds) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".xy")).sorted().toList();
    }
    Autoencoder model = Autoencoder.from(ModelArchive.load(folder.resolve(name)));
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    for (int round = 1; round <= rounds; round++) {
      PatternsToPoints run = new PatternsToPoints(files, model);
      long before = system.getProcessCpuTime();
      long begin = System.nanoTime();
      run.all();
      double seconds = (System.nanoTime() - begin) / 1e9;
      run.print(name, round, seconds, (system.getProcessCpuTime() - before) / 1e9);
    }
  }

  private void all() {
    double[] values = new double[AT_ONCE * AlloySamples.AXIS.length()];
    for (int from = 0; from < files.size(); from += AT_ONCE) {
      int count = Math.min(AT_ONCE, files.size() - from);
      long begin = System.nanoTime();
      Spectrum[] read = new Spectrum[count];
      for (int i = 0; i < count; i++) {
        read[i] = MeasurementFiles.read(files.get(from + i)).entries().get(0).spectrum();
      }
      long afterReading = System.nanoTime();
      values = count == AT_ONCE ? values : new double[count * AlloySamples.AXIS.length()];
      for (int i = 0; i < count; i++) {
        AlloySamples.STEPS.apply(read[i]).copyInto(values, i * AlloySamples.AXIS.length());
      }
      long afterPreparing = System.nanoTime();
      double[][] found = model.encode(new Table(AlloySamples.COLUMNS, count, values));
      System.arraycopy(found, 0, points, from, count);
      reading += afterReading - begin;
      preparing += afterPreparing - afterReading;
      encoding += System.nanoTime() - afterPreparing;
    }
  }

  private void print(String name, int round, double seconds, double cpuSeconds) {
    double[] last = points[points.length - 1];
    System.out.printf(
        Locale.ROOT,
        "{\"side\": \"suiseki\", \"task\": \"place\", \"model\": \"%s\", \"round\": %d,"
            + " \"patterns\": %d, \"seconds\": %.3f, \"perSecond\": %.0f, \"cpuSeconds\": %.2f,"
            + " \"reading\": %.3f, \"preparing\": %.3f, \"encoding\": %.3f,"
            + " \"last\": [%.5f, %.5f]}%n",
        name,
        round,
        files.size(),
        seconds,
        files.size() / seconds,
        cpuSeconds,
        reading / 1e9,
        preparing / 1e9,
        encoding / 1e9,
        last[0],
        last[1]);
  }
}
