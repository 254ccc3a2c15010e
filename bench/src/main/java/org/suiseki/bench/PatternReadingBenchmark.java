package org.suiseki.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
import org.suiseki.matter.io.MeasurementFile;
import org.suiseki.matter.io.MeasurementFiles;

/** Patterns of 1,750 points a second that one thread reads from memory, recognised as files are. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PatternReadingBenchmark {
  private static final int POINTS = 1_750;

  /** How numbers are written. */
  public enum Columns {
    /** As instruments do: {@code 10.0400 523.12}. */
    BLANKS("%.4f %.2f%n"),
    COMMAS("%.4f,%.2f%n"),
    /** More digits than a double has, as {@code numpy.savetxt} writes them. */
    NUMPY("%.18e %.18e%n");

    private final String row;

    Columns(String row) {
      this.row = row;
    }
  }

  @Param public Columns columns = Columns.BLANKS;

  private byte[] file = {};

  @Setup
  public void write() {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder("# 2theta intensity\n");
    for (int i = 0; i < POINTS; i++) {
      double angle = 10 + 0.04 * i;
      text.append(String.format(Locale.ROOT, columns.row, angle, 1000 * random.nextDouble()));
    }
    file = text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public MeasurementFile read() {
    return MeasurementFiles.read(new ByteArrayInputStream(file), "scan.xy");
  }
}
