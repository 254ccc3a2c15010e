package org.suiseki.study.xrd;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suiseki.learn.Progress;
import org.suiseki.study.Job;
import org.suiseki.study.RunFolder;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small study and folders of patterns such as a person measures them. */
final class XrdSamples {
  /** Everything a run does, as little of it as there can be. */
  static final String SMALL =
      """
      study: small
      kind: xrd-feature-space
      title: A small study
      seed: 4
      space:
        seeds: 2
        wide: [3]
        candidates:
          - {encoding: dense, variant: plain, widths: [24], epochs: 250}
      validation: {folds: 3, neighbours: 4}
      relevance: {peaks: 5, pairs: 3}
      walks: {number: 6}
      """;

  static final double WAVELENGTH = 1.5406;

  static final int COMPOSITIONS = 12;

  private static final double FROM = 20;
  private static final double STEP = 0.1;
  private static final int POINTS = 301;

  /** Spacings of planes of the first crystal in Å; the last peak is of the second metal alone. */
  private static final double[] SPACINGS = {3.60, 2.95, 2.48, 2.21};

  private static final double[] HEIGHTS = {900, 400, 650, 250};

  private XrdSamples() {}

  static Study study(String yaml) {
    return StudyFile.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test.yaml");
  }

  static XrdOptions options(String yaml) {
    return XrdOptions.read(study(yaml), RunOptions.defaults());
  }

  /** Of the second metal in %, in the composition with this number. */
  static double content(int composition) {
    return 100.0 * composition / (COMPOSITIONS - 1);
  }

  /** Name of a measurement of a composition, without the suffix. */
  static String name(int composition, int measurement) {
    return String.format(Locale.ROOT, "s%02d%s", composition, measurement == 0 ? "a" : "b");
  }

  /**
   * Counts of a solid solution over two-theta: peaks move with the lattice, and two change height.
   *
   * @param content of the second metal in %
   * @param wavelength in Å
   */
  static String measured(double content, double wavelength, long seed) {
    return measured(content, wavelength, FROM, POINTS, seed);
  }

  static String measured(double content, double wavelength, double from, int points, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder(head(wavelength));
    double scale = 0.7 + 0.6 * uniform(random);
    for (int i = 0; i < points; i++) {
      double angle = from + STEP * i;
      double mean = scale * expected(content, angle, wavelength);
      // The sum of three uniform numbers has the variance 1/4.
      double normal = 2 * (uniform(random) + uniform(random) + uniform(random) - 1.5);
      line(text, angle, Math.max(0, Math.rint(mean + Math.sqrt(mean) * normal)));
    }
    return text.toString();
  }

  static String head(double wavelength) {
    return "# wavelength: " + wavelength + "\n# 2theta counts\n";
  }

  static double expected(double content, double angle, double wavelength) {
    double part = content / 100;
    double sum = 60 - 0.5 * angle;
    for (int peak = 0; peak < SPACINGS.length; peak++) {
      double spacing = SPACINGS[peak] * (1 + 0.03 * part);
      double at = Math.toDegrees(2 * Math.asin(wavelength / (2 * spacing)));
      double height = HEIGHTS[peak] * (peak == 1 ? 1 - 0.6 * part : peak == 3 ? 1 + part : 1);
      // Small crystals widen peaks in proportion to the wavelength.
      double width = 0.3 * wavelength / WAVELENGTH;
      sum += height * Math.exp(-Math.pow((angle - at) / width, 2));
    }
    return sum;
  }

  /** Neither peaks nor background: counts about one mean. */
  static String noise(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder(head(WAVELENGTH));
    for (int i = 0; i < POINTS; i++) {
      line(text, FROM + STEP * i, Math.rint(100 + 60 * (uniform(random) - 0.5)));
    }
    return text.toString();
  }

  static String flat() {
    StringBuilder text = new StringBuilder(head(WAVELENGTH));
    for (int i = 0; i < POINTS; i++) {
      line(text, FROM + STEP * i, 100);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, double angle, double counts) {
    text.append(String.format(Locale.ROOT, "%.2f %.0f%n", angle, counts));
  }

  private static double uniform(SplittableRandom random) {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  /** Two measurements of each composition, without a table. */
  static Path patterns(Path folder) {
    for (int composition = 0; composition < COMPOSITIONS; composition++) {
      for (int measurement = 0; measurement < 2; measurement++) {
        write(
            folder.resolve(name(composition, measurement) + ".xy"),
            measured(content(composition), WAVELENGTH, 100L * composition + measurement));
      }
    }
    return folder;
  }

  /** {@link #patterns} and what is known of each. */
  static Path folder(Path folder) {
    return folder(
        folder,
        "Ni [at.%]",
        composition -> {
          return String.format(Locale.ROOT, "%.3f", content(composition));
        });
  }

  /**
   * The same with another table.
   *
   * @param cells what it says of each composition; nothing for a line that is left out
   */
  static Path folder(Path folder, String heads, IntFunction<String> cells) {
    patterns(folder);
    StringBuilder table = new StringBuilder("file," + heads + "\n");
    for (int composition = 0; composition < COMPOSITIONS; composition++) {
      for (int measurement = 0; measurement < 2; measurement++) {
        String said = cells.apply(composition);
        if (!said.isEmpty()) {
          table.append(name(composition, measurement) + "," + said + "\n");
        }
      }
    }
    write(folder.resolve("values.csv"), table.toString());
    return folder;
  }

  static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RunOptions asked(Path data, boolean strict, int threads) {
    return new RunOptions(
        OptionalLong.empty(), false, strict, Optional.of(data), OptionalInt.of(threads));
  }

  static Job job(String yaml, RunOptions asked) {
    return new XrdWorkflow().prepare(study(yaml), asked);
  }

  /** The data of the report of a run. */
  static JsonNode report(Path run) throws IOException {
    Matcher data =
        Pattern.compile("(?s)<script type=\"application/json\" id=\"report-data\">(.*?)</script>")
            .matcher(Files.readString(run.resolve("report.html")));
    if (!data.find()) {
      throw new AssertionError("The report holds no data.");
    }
    return JsonMapper.shared().readTree(data.group(1));
  }

  /** A run into a new folder, or on in one that a stopped run has left. */
  static void run(String yaml, RunOptions asked, Path folder, Progress progress) {
    Study study = study(yaml);
    Job job = new XrdWorkflow().prepare(study, asked);
    try (RunFolder run =
        Files.exists(folder)
            ? RunFolder.resume(folder, study, job.recipe())
            : RunFolder.create(folder, study, asked, job.recipe(), List.of("run", "small"))) {
      run.finish(job.run(run, progress));
    }
  }
}
