package org.suiseki.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import org.suiseki.describe.CrystalGraph;
import org.suiseki.describe.GraphBatch;
import org.suiseki.matter.Crystal;

/**
 * Milliseconds on one core for the {@link PhononCrystals}: graphs of the twelve nearest with whole
 * shells and both directions, all of them as one batch, and their line graphs in batches of 64.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CrystalGraphBenchmark {
  private static final int BATCH = 64;

  private final List<Crystal> crystals = new ArrayList<>();
  private final List<CrystalGraph> graphs = new ArrayList<>();
  private final List<GraphBatch> batches = new ArrayList<>();

  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(CrystalGraphBenchmark.class.getSimpleName()).build())
        .run();
  }

  @Setup
  public void read() throws IOException {
    crystals.addAll(PhononCrystals.read());
    crystals.forEach(crystal -> graphs.add(CrystalGraph.nearest(crystal, 12)));
    for (int from = 0; from < graphs.size(); from += BATCH) {
      batches.add(GraphBatch.of(graphs.subList(from, Math.min(graphs.size(), from + BATCH))));
    }
  }

  @Benchmark
  public void graphs(Blackhole hole) {
    crystals.forEach(crystal -> hole.consume(CrystalGraph.nearest(crystal, 12)));
  }

  @Benchmark
  public GraphBatch batch() {
    return GraphBatch.of(graphs);
  }

  @Benchmark
  public void lineGraphs(Blackhole hole) {
    batches.forEach(batch -> hole.consume(batch.lineGraph(true)));
  }
}
