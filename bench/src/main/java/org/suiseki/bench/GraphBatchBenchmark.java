package org.suiseki.bench;

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
import org.suiseki.describe.CrystalGraph;
import org.suiseki.describe.GraphBatch;

/**
 * Milliseconds for the graphs (k = 12) of all {@link PhononCrystals}: joined in batches of 64, and
 * the line graphs of these batches.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class GraphBatchBenchmark {
  private static final int BATCH = 64;

  private final List<List<CrystalGraph>> parts = new ArrayList<>();
  private final List<GraphBatch> batches = new ArrayList<>();

  @Setup
  public void build(PhononCrystals crystals) {
    List<CrystalGraph> graphs =
        crystals.crystals().stream().map(crystal -> CrystalGraph.nearest(crystal, 12)).toList();
    for (int from = 0; from < graphs.size(); from += BATCH) {
      parts.add(graphs.subList(from, Math.min(graphs.size(), from + BATCH)));
    }
    parts.forEach(part -> batches.add(GraphBatch.of(part)));
  }

  @Benchmark
  public void batches(Blackhole hole) {
    parts.forEach(part -> hole.consume(GraphBatch.of(part)));
  }

  @Benchmark
  public void lineGraphs(Blackhole hole) {
    batches.forEach(batch -> hole.consume(batch.lineGraph(true)));
  }
}
