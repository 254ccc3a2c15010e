package org.suiseki.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.Sticks;
import org.suiseki.simulate.Broadening;

/**
 * What one spectrum costs on its way to a row of features: transitions into a broadened spectrum,
 * and a measured spectrum onto another grid, 280–305 eV.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SpectrumBenchmark {
  /** Transitions of one site; the embedded spectra have some hundred. */
  @Param({"100", "400"})
  public int transitions;

  private final Axis axis = Axis.uniform("photon energy", "eV", 280, 305, 0.1);
  private final Axis fine = Axis.uniform("photon energy", "eV", 280, 305, 0.01);
  private final Broadening gaussian = Broadening.gaussian(0.5);
  private final Broadening voigt = new Broadening(0.5, 0.1, 0);
  private Sticks sticks;
  private Spectrum measured;

  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(1);
    double[] energy = random.doubles(transitions, 283, 304).sorted().toArray();
    sticks = new Sticks(energy, random.doubles(transitions, 0, 1).toArray());
    measured = gaussian.apply(sticks, fine);
  }

  @Benchmark
  public Spectrum broadenWithGaussian() {
    return gaussian.apply(sticks, axis);
  }

  @Benchmark
  public Spectrum broadenWithVoigt() {
    return voigt.apply(sticks, axis);
  }

  @Benchmark
  public Spectrum resample() {
    return measured.resample(axis);
  }
}
