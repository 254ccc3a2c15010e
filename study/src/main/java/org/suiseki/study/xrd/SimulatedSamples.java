package org.suiseki.study.xrd;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Workers;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Sha256;
import org.suiseki.matter.Spectrum;
import org.suiseki.simulate.Reflections;

/** Measures imagined samples several times each. */
final class SimulatedSamples {
  private static final String LICENCE = "CC0 1.0";

  private SimulatedSamples() {}

  /**
   * @param composition names the group
   */
  record Sample(String family, String composition, double[] values, Crystal crystal) {}

  /**
   * The measurements of each sample, sample after sample. Each has a seed of its own, so that the
   * number of threads makes no difference.
   */
  static List<Pattern> measured(
      Diffractometer diffractometer,
      List<Sample> samples,
      int measurements,
      long seed,
      Progress progress) {
    SplittableRandom seeds = new SplittableRandom(seed);
    List<Workers.Job<List<Pattern>>> jobs = new ArrayList<>();
    for (Sample sample : samples) {
      long[] own = new long[measurements];
      for (int i = 0; i < measurements; i++) {
        own[i] = seeds.nextLong();
      }
      jobs.add(inner -> {
        List<Pattern> patterns = measured(diffractometer, sample, own);
        inner.step("simulation", 1, 1);
        return patterns;
      });
    }
    int threads = Runtime.getRuntime().availableProcessors();
    return Workers.run(threads, jobs, progress, "simulation", jobs.size()).stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<Pattern> measured(
      Diffractometer diffractometer, Sample sample, long[] seeds) {
    Reflections reflections = diffractometer.diffraction().reflections(sample.crystal);
    List<Pattern> patterns = new ArrayList<>();
    for (int i = 0; i < seeds.length; i++) {
      patterns.add(
          new Pattern(
              seeds.length == 1 ? sample.composition : sample.composition + " #" + (i + 1),
              sample.family,
              sample.composition,
              diffractometer.measure(reflections, seeds[i]),
              sample.values));
    }
    return patterns;
  }

  /** With the sha-256 over ids and counts. */
  static Origin origin(String source, List<Pattern> patterns) {
    MessageDigest digest = Sha256.digest();
    for (Pattern pattern : patterns) {
      digest.update(pattern.id().getBytes(StandardCharsets.UTF_8));
      Spectrum spectrum = pattern.spectrum();
      ByteBuffer bytes = ByteBuffer.allocate(8 * spectrum.length());
      for (int i = 0; i < spectrum.length(); i++) {
        bytes.putDouble(spectrum.value(i));
      }
      digest.update(bytes.array());
    }
    return new Origin(source, LICENCE, Sha256.hex(digest));
  }
}
