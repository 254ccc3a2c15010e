package org.suiseki.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.suiseki.matter.Axis;
import org.suiseki.matter.CoreLevelSite;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.Sticks;
import org.suiseki.simulate.Broadening;

/**
 * Milliseconds to bring 1000 molecules (3 to 6 sites of 40 transitions from 282 to 312 eV) to 501
 * points from 280 to 305 eV, and to bring 1000 spectra of 501 points to another grid.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class BroadeningBenchmark {
  private static final int MOLECULES = 1000;
  private static final int TRANSITIONS = 40;

  private final Axis axis = Axis.uniform("energy", "eV", 280, 305, 0.05);
  private final Axis coarse = Axis.uniform("energy", "eV", 281, 304, 0.1);
  private final List<List<CoreLevelSite>> molecules = new ArrayList<>();
  private final List<Spectrum> spectra = new ArrayList<>();

  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(BroadeningBenchmark.class.getSimpleName()).build())
        .run();
  }

  @Setup
  public void draw() {
    Random random = new Random(1);
    for (int i = 0; i < MOLECULES; i++) {
      List<CoreLevelSite> sites = new ArrayList<>();
      int count = 3 + random.nextInt(4);
      for (int atom = 0; atom < count; atom++) {
        double[] energy = random.doubles(TRANSITIONS, 282, 312).toArray();
        double[] strength = random.doubles(TRANSITIONS, 0, 0.003).toArray();
        sites.add(new CoreLevelSite(atom, 1, new Sticks(energy, strength)));
      }
      molecules.add(sites);
      spectra.add(Broadening.gaussian(0.5).molecule(sites, axis));
    }
  }

  @Benchmark
  public void gaussian(Blackhole hole) {
    Broadening broadening = Broadening.gaussian(0.5);
    molecules.forEach(sites -> hole.consume(broadening.molecule(sites, axis)));
  }

  @Benchmark
  public void voigt(Blackhole hole) {
    Broadening broadening = new Broadening(0.5, 0.1, 0);
    molecules.forEach(sites -> hole.consume(broadening.molecule(sites, axis)));
  }

  @Benchmark
  public void resample(Blackhole hole) {
    spectra.forEach(spectrum -> hole.consume(spectrum.resample(coarse)));
  }

  @Benchmark
  public void smoothMeasured(Blackhole hole) {
    Broadening broadening = Broadening.gaussian(0.3);
    spectra.forEach(spectrum -> hole.consume(broadening.apply(spectrum, coarse)));
  }
}
