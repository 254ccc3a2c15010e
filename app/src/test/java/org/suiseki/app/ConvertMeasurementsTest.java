package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.matter.io.Measurement;
import org.suiseki.matter.io.MeasurementFiles;

/** {@code suiseki convert} of many spectra and patterns. */
class ConvertMeasurementsTest {
  private static final int COUNT = 40;

  @TempDir private Path folder;
  private Path scans;
  private final InProcess shell = new InProcess();

  @BeforeEach
  void writeScans() throws IOException {
    scans = Files.createDirectory(folder.resolve("scans"));
    for (int i = 0; i < COUNT; i++) {
      Files.writeString(scans.resolve(String.format("s%02d.xy", i)), scan(i));
    }
  }

  private static String scan(int number) {
    StringBuilder text =
        new StringBuilder(
            "# wavelength: 1.5406 Å\n# operator: Ann\n# two-theta (degree)\tcounts\n");
    for (int i = 0; i < 100; i++) {
      text.append(10 + 0.1 * i).append(' ').append(1000 * number + i % 9).append('\n');
    }
    return text.toString();
  }

  @Test
  void manyBecomeOneFileInTheirOrder() {
    Path all = folder.resolve("all.jsonl.gz");
    assertThat(shell.suiseki("convert", "--threads", 3, scans, all)).isZero();
    List<Measurement> read = MeasurementFiles.read(all).entries();
    assertThat(read).hasSize(COUNT);
    for (int i = 0; i < COUNT; i++) {
      Path source = scans.resolve(String.format("s%02d.xy", i));
      Measurement original = MeasurementFiles.read(source).entries().get(0);
      // To the last bit.
      assertThat(read.get(i).spectrum()).isEqualTo(original.spectrum());
      assertThat(read.get(i).wavelength()).isEqualTo(original.wavelength());
      assertThat(read.get(i).metadata()).isEqualTo(original.metadata());
      assertThat(read.get(i).kind()).isEqualTo(original.kind());
    }
    Path again = folder.resolve("again.xy");
    assertThat(shell.suiseki("convert", all, again)).isZero();
    assertThat(MeasurementFiles.read(again).entries()).hasSize(COUNT);
  }

  @Test
  void aBadFileDoesNotStopTheRest() throws IOException {
    Files.writeString(scans.resolve("s07.xy"), "10 1\n9 2\n11 3\n");
    Path csv = folder.resolve("csv");
    assertThat(shell.suiseki("convert", "--to", "csv", scans + "/*.xy", csv + "/")).isZero();
    assertThat(shell.err()).contains("s07.xy:3").contains("Left out 1 of 40.");
    try (Stream<Path> files = Files.list(csv)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(COUNT - 1)
          .contains("s00.csv", "s39.csv")
          .doesNotContain("s07.csv");
    }
    Path one = folder.resolve("one.jsonl");
    assertThat(shell.suiseki("convert", "--strict", scans, one)).isEqualTo(ExitCode.MENDABLE);
    assertThat(one).doesNotExist();
    Path none = folder.resolve("none.jsonl");
    assertThat(shell.suiseki("convert", scans.resolve("s07.xy"), none))
        .isEqualTo(ExitCode.MENDABLE);
    assertThat(none).doesNotExist();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("scans", "csv");
    }
  }

  @Test
  void preparesBeforeItWrites() {
    Path all = folder.resolve("all.jsonl");
    assertThat(shell.suiseki("convert", "--prepare", "crop:12:16|axis:q", scans, all)).isZero();
    Measurement first = MeasurementFiles.read(all).entries().get(0);
    assertThat(first.metadata())
        .containsEntry("prepared", "crop:from=12:to=16|axis:to=q")
        .containsEntry("operator", "Ann");
    // 4π sin(6°)/1.5406 Å: the wavelength is the file's.
    assertThat(first.spectrum().axis().unit()).isEqualTo("1/Å");
    assertThat(first.spectrum().axis().first()).isCloseTo(0.852619, within(1e-6));
    assertThat(shell.suiseki("convert", "--prepare", "smoth:5", scans, all)).isEqualTo(1);
    assertThat(shell.err()).contains("smooth");
    assertThat(shell.suiseki("convert", "--prepare", "max", scans, folder.resolve("x.cif")))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void oneRangeFormatsTakeAFileForEach() {
    Path all = folder.resolve("all.csv");
    assertThat(shell.suiseki("convert", scans, all)).isEqualTo(ExitCode.MENDABLE);
    assertThat(shell.err()).contains("holds one range").contains("ends in /");
    assertThat(all).doesNotExist();
  }

  @Test
  void crystalsInJsonLinesStayCrystals() throws IOException {
    Path crystals = Files.createDirectory(folder.resolve("crystals"));
    Files.writeString(crystals.resolve("POSCAR"), ExampleCrystals.ROCK_SALT);
    Path out = folder.resolve("crystals.jsonl");
    assertThat(shell.suiseki("convert", crystals, out)).isZero();
    assertThat(Files.readString(out)).contains("\"lattice\"");
    Path patterns = folder.resolve("patterns.jsonl");
    assertThat(shell.suiseki("convert", scans, patterns)).isZero();
    assertThat(shell.suiseki("read", "--json", patterns)).isZero();
    assertThat(shell.out()).contains("\"format\" : \"jsonl\"").contains("diffraction");
  }
}
