package org.suiseki.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.suiseki.describe.SiteDescriptor;
import org.suiseki.describe.SiteFingerprint;
import org.suiseki.describe.Soap;
import org.suiseki.describe.SoapOptions;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Site;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Milliseconds on one core for all sites of the 1,521 crystals of the phonon data (7.4 sites in the
 * mean), coordination included. {@code copies} makes supercells of so many cells along each edge,
 * of which only as many are taken as keep the number of sites. The file lies beside the project, or
 * where the system property {@code crystals} says.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SiteFingerprintBenchmark {
  private static final String DEFAULT = "../shared/data/crystals/phonon_dos_1521.jsonl.gz";

  @Param({"1", "3", "10"})
  public int copies;

  private final List<Crystal> crystals = new ArrayList<>();
  private final SiteFingerprint ops = SiteFingerprint.ops();
  private final SiteFingerprint shapes = SiteFingerprint.shapes();
  private final Soap soap = new Soap(SoapOptions.defaults());

  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(SiteFingerprintBenchmark.class.getSimpleName()).build())
        .run();
  }

  @Setup
  public void read() throws IOException {
    Path file = Path.of(System.getProperty("crystals", DEFAULT));
    int every = copies * copies * copies;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (number++ % every == 0) {
          Crystal crystal = crystal(JsonMapper.shared().readTree(line));
          crystals.add(crystal.supercell(copies, copies, copies));
        }
      }
    }
  }

  private static Crystal crystal(JsonNode entry) {
    double[] rows = new double[9];
    for (int i = 0; i < 9; i++) {
      rows[i] = entry.get("lattice").get(i / 3).get(i % 3).asDouble();
    }
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < entry.get("species").size(); i++) {
      JsonNode at = entry.get("frac").get(i);
      sites.add(
          new Site(
              Element.valueOf(entry.get("species").get(i).asString()),
              at.get(0).asDouble(),
              at.get(1).asDouble(),
              at.get(2).asDouble()));
    }
    return Crystal.of(Lattice.of(rows), sites);
  }

  @Benchmark
  public void ops(Blackhole hole) {
    run(ops, hole);
  }

  @Benchmark
  public void shapes(Blackhole hole) {
    run(shapes, hole);
  }

  @Benchmark
  public void soap(Blackhole hole) {
    run(soap, hole);
  }

  private void run(SiteDescriptor descriptor, Blackhole hole) {
    crystals.forEach(crystal -> hole.consume(descriptor.describeSites(crystal)));
  }
}
