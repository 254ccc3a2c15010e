package org.suiseki.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.suiseki.matter.Crystal;

/**
 * Milliseconds for a task on all {@link PhononCrystals}, one after another in one thread: crystals
 * per second are 1,521,000 divided by it. {@code bench/compare-crystals.sh} puts the peers beside.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CrystalTaskBenchmark {
  /** All tasks where none is named. */
  @Param public CrystalTask task = CrystalTask.COORDINATION;

  @Benchmark
  public void all(PhononCrystals crystals, Blackhole hole) {
    for (Crystal crystal : crystals.crystals()) {
      hole.consume(task.of(crystal));
    }
  }
}
