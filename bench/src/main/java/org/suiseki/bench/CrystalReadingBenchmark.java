package org.suiseki.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.suiseki.matter.io.CrystalEntry;
import org.suiseki.matter.io.CrystalFiles;
import org.suiseki.matter.io.CrystalFormat;
import org.suiseki.matter.io.JsonCrystalReader;
import org.suiseki.matter.io.PoscarReader;

/**
 * Crystals read per second on one core, from memory: the 1,521 of {@code
 * ../shared/data/crystals/phonon_dos_1521.jsonl.gz}, as they are and in other formats.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(CrystalReadingBenchmark.CRYSTALS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CrystalReadingBenchmark {
  static final int CRYSTALS = 1521;

  private static final Path DATA = Path.of("../shared/data/crystals/phonon_dos_1521.jsonl.gz");

  private final List<byte[]> poscars = new ArrayList<>();
  private byte[] packed = {};
  private byte[] lines = {};
  private byte[] pymatgen = {};
  private byte[] extendedXyz = {};

  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(CrystalReadingBenchmark.class.getSimpleName()).build())
        .run();
  }

  @Setup
  public void load() throws IOException {
    packed = Files.readAllBytes(DATA);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      lines = in.readAllBytes();
    }
    List<CrystalEntry> entries = JsonCrystalReader.read(DATA);
    pymatgen = written(entries, CrystalFormat.PYMATGEN);
    extendedXyz = written(entries, CrystalFormat.EXTENDED_XYZ);
    for (CrystalEntry entry : entries) {
      poscars.add(written(List.of(entry), CrystalFormat.POSCAR));
    }
  }

  private static byte[] written(List<CrystalEntry> entries, CrystalFormat format)
      throws IOException {
    Path file = Files.createTempFile("crystals", format.suffixes().get(0));
    CrystalFiles.write(file, entries, format);
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  @Benchmark
  public void jsonLines(Blackhole hole) {
    JsonCrystalReader.each(new ByteArrayInputStream(lines), "memory", hole::consume);
  }

  /** With recognition and checks. */
  @Benchmark
  public void packedJsonLinesThroughTheDoor(Blackhole hole) {
    CrystalFiles.each(new ByteArrayInputStream(packed), "memory", hole::consume);
  }

  @Benchmark
  public void pymatgen(Blackhole hole) {
    CrystalFiles.each(new ByteArrayInputStream(pymatgen), "memory", hole::consume);
  }

  @Benchmark
  public void extendedXyz(Blackhole hole) {
    CrystalFiles.each(new ByteArrayInputStream(extendedXyz), "memory", hole::consume);
  }

  @Benchmark
  public void poscar(Blackhole hole) {
    poscars.forEach(
        bytes -> hole.consume(PoscarReader.read(new ByteArrayInputStream(bytes), "memory")));
  }

  @Benchmark
  public void poscarThroughTheDoor(Blackhole hole) {
    poscars.forEach(
        bytes -> hole.consume(CrystalFiles.read(new ByteArrayInputStream(bytes), "memory")));
  }
}
