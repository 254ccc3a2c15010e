package org.suiseki.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.infra.Blackhole;
import org.suiseki.matter.io.CrystalEntry;
import org.suiseki.matter.io.CrystalFiles;
import org.suiseki.matter.io.CrystalFormat;

/**
 * Milliseconds to read all {@link PhononCrystals} from memory, recognised and checked as files are:
 * as one file, where the format can hold them all, and as a file for each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CrystalReadingBenchmark {
  @Param({"CIF", "POSCAR", "EXTENDED_XYZ", "JSON_LINES", "PYMATGEN", "OPTIMADE"})
  public CrystalFormat format = CrystalFormat.CIF;

  @Param({"false", "true"})
  public boolean together;

  private final List<byte[]> files = new ArrayList<>();

  @Setup
  public void write(PhononCrystals crystals) throws IOException {
    if (together && format.holdsSeveral()) {
      files.add(written(crystals.entries()));
    } else {
      for (CrystalEntry entry : crystals.entries()) {
        files.add(written(List.of(entry)));
      }
    }
  }

  private byte[] written(List<CrystalEntry> entries) throws IOException {
    Path file = Files.createTempFile("crystals", format.suffixes().get(0));
    try {
      CrystalFiles.write(file, entries, format);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  @Benchmark
  public void all(Blackhole hole) {
    for (byte[] bytes : files) {
      CrystalFiles.each(new ByteArrayInputStream(bytes), "memory", hole::consume);
    }
  }
}
