package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.MatterException;

class MeasurementFilesTest {
  private static final String PATTERN = "# 2theta counts\n10 5\n10.5 6\n11 7\n";

  static final String UXD =
      """
      ; made by hand
      _FILEVERSION=2
      _SAMPLE='quartz'
      _WL_UNIT='A'
      _WL1=1.54
      _WL2=1.55
      _WLRATIO=0.25
      ; (Data for Range number 1)
      _DRIVE='COUPLED'
      _STEPTIME=2.0
      _STEPSIZE=0.5
      _START=10.0
      _COUNTS
      5 6 7
      8
      ; (Data for Range number 2)
      _DRIVE='THETA'
      _STEPTIME=4.0
      _2THETACPS
      20.0 1.5
      20.1, 2.5
      """;

  static final String RAS =
      """
      *RAS_DATA_START
      *RAS_HEADER_START
      *FILE_SAMPLE "silicon"
      *HW_XG_WAVE_LENGTH_ALPHA1 "1.540"
      *HW_XG_WAVE_LENGTH_ALPHA2 "1.543"
      *MEAS_SCAN_AXIS_X "TwoThetaTheta"
      *MEAS_SCAN_SPEED "10.0"
      *MEAS_SCAN_SPEED_UNIT "deg/min"
      *MEAS_SCAN_STEP "0.02"
      *MEAS_SCAN_UNIT_Y "counts"
      *RAS_HEADER_END
      *RAS_INT_START
      10.00 100 1.0000
      10.02 110 1.0000
      10.04 20 8.5000
      *RAS_INT_END
      *RAS_DATA_END
      """;

  static final String GSAS =
      """
      garnet
      BANK 1 12 2 CONST 1000.0 2.0 0 0 STD
       2   100     144  999999      50      60      70      80      90      99     101
            -5       9
      BANK 2 4 1 CONST 1000.0 2.0 0 0 ESD
          100.    10.0    121.    11.0    144.    12.0    169.    13.0
      BANK 3 3 3 CONST 1000.0 2.0 0 0 FXYE
       1000.0 5.5 1.5
       1002.0 6.5 2.5
       1005.0 7.5 3.5
      """;

  static final String CIF =
      """
      data_lamp
      _diffrn_radiation_wavelength 1.5
      data_scan
      _pd_meas_2theta_range_min 10
      _pd_meas_2theta_range_max 11.5
      _pd_meas_2theta_range_inc 0.5
      _pd_meas_step_count_time 3
      loop_
      _pd_meas_intensity_total
      _pd_proc_ls_weight
      5540(160) 0.1
      12.5(2) 0.2
      . 0.3
      7 0.4
      data_other
      loop_
      _pd_proc_d_spacing
      _pd_proc_intensity_net
      4.0 10
      3.0 30
      2.0 20
      """;

  static final String GRID =
      """
      HRPT, quartz
      lambda=  1.49400, T= 1.5
         10.0 0.5 13.0 1800., sample="quartz"
         1 2 3 4 5
         6 7
         .1 .2 .3 .4 .5
         .6 .7
       end of file
      """;

  static MeasurementFile read(String text, String name) {
    return MeasurementFiles.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name);
  }

  @Test
  void contentDecidesAndNotTheName(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("picture.png"), UXD);
    assertThat(MeasurementFiles.read(file).format()).isEqualTo("uxd");
    assertThat(read(RAS, "x.cif").format()).isEqualTo("ras");
    assertThat(read(GSAS, "x.xy").format()).isEqualTo("gsas");
    assertThat(read(CIF, "x.raw").format()).isEqualTo("pdcif");
    assertThat(read(GRID, "x").format()).isEqualTo("grid");
    assertThat(read(PATTERN, "x.uxd").format()).isEqualTo("columns");
  }

  @Test
  void readsGzipAndByteOrderMark(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.xy.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(("\uFEFF" + PATTERN).getBytes(StandardCharsets.UTF_8));
    }
    List<Measurement> found = new ArrayList<>();
    MeasurementFiles.each(file, found::add);
    assertThat(found)
        .singleElement()
        .satisfies(m -> {
          assertThat(m.spectrum().axis().values()).containsExactly(10, 10.5, 11);
          assertThat(m.place().line()).isEqualTo(2);
        });
  }

  @Test
  void saysWhereGzipIsCutOff(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 5000; i++) {
        out.write((i * 0.01 + " " + i * 7919 % 1000 + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    Path file =
        Files.write(
            folder.resolve("a.xy.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    assertThatThrownBy(() -> MeasurementFiles.read(file))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("cut off")
        .hasMessageContaining("a.xy.gz");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | empty",
        "%PDF-1.4 | PDF",
        "<!doctype html><p> | web page",
        "'PK\u0003\u0004' | zip archive",
        "no numbers at all | text that begins with 'no numbers at all'",
        "'{\"a\": 1}' | JSON",
        "'data_x\n_cell_length_a 4\n' | none holds a powder pattern",
      })
  void saysWhatElseItIs(String content, String expected) {
    assertThatThrownBy(() -> read(content, "file"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void crystalsAreNotTakenForColumns() {
    String poscar = "Cs\n1.0\n4 0 0\n0 4 0\n0 0 4\nCs\n1\nDirect\n0 0 0\n";
    assertThatThrownBy(() -> read(poscar, "POSCAR")).hasMessageContaining("POSCAR of a crystal");
  }

  @Test
  void findsPatternsByTheirNames(@TempDir Path folder) throws IOException {
    for (String name : List.of("a.xy", "b.XRDML", "c.png", "d.csv.gz", ".e.xy", "notes")) {
      Files.writeString(folder.resolve(name), "");
    }
    FoundFiles found = MeasurementFiles.find(List.of(folder.toString(), "/no/such"));
    assertThat(found.files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("a.xy", "b.XRDML", "d.csv.gz");
    assertThat(found.unreadable()).hasSize(1);
  }

  @Test
  void uxdHasRangesWithTheirOwnValues() {
    List<Measurement> ranges = read(UXD, "x.uxd").entries();
    assertThat(ranges).extracting(Measurement::id).containsExactly("quartz", "quartz (range 2)");
    Measurement first = ranges.get(0);
    assertThat(first.spectrum().axis().values()).containsExactly(10, 10.5, 11, 11.5);
    assertThat(first.spectrum().values()).containsExactly(5, 6, 7, 8);
    assertThat(first.spectrum().unit()).isEqualTo("counts");
    // (1.54 + 0.25 * 1.55) / 1.25
    assertThat(first.wavelength().orElseThrow()).isEqualTo(1.542);
    assertThat(first.countingTime().orElseThrow()).isEqualTo(2);
    assertThat(first.metadata()).containsEntry("SAMPLE", "quartz");
    Measurement second = ranges.get(1);
    assertThat(second.spectrum().axis().values()).containsExactly(20, 20.1);
    assertThat(second.spectrum().unit()).isEqualTo("counts/s");
    assertThat(second.countingTime().orElseThrow()).isEqualTo(4);
  }

  @Test
  void rasHasAttenuatorAndTime() {
    Measurement range = read(RAS, "x.ras").entries().get(0);
    assertThat(range.spectrum().values()).containsExactly(100, 110, 170);
    assertThat(range.wavelength().orElseThrow()).isCloseTo(1.541, within(1e-15));
    // 0.02 degree at 10 degrees in a minute
    assertThat(range.countingTime().orElseThrow()).isEqualTo(0.12);
    assertThat(range.id()).isEqualTo("silicon");
    assertThat(range.warnings()).singleElement().asString().contains("attenuator");
    assertThatThrownBy(() -> read(RAS.substring(0, RAS.indexOf("*RAS_INT_END")), "x"))
        .hasMessageContaining("ends before *RAS_INT_END");
  }

  @Test
  void gsasHasFieldsOfEightColumns() {
    List<Measurement> banks = read(GSAS, "x.gsas").entries();
    Measurement standard = banks.get(0);
    assertThat(standard.spectrum().axis().at(11)).isEqualTo(10.22);
    assertThat(standard.spectrum().values())
        .containsExactly(100, 144, 999999, 50, 60, 70, 80, 90, 99, 101, -5, 9);
    assertThat(standard.deviations()).startsWith(Math.sqrt(50), 12).endsWith(1, 3);
    assertThat(standard.warnings()).singleElement().asString().contains("negative", "line 4");
    Measurement pairs = banks.get(1);
    assertThat(pairs.spectrum().values()).containsExactly(100, 121, 144, 169);
    assertThat(pairs.deviations()).containsExactly(10, 11, 12, 13);
    Measurement triples = banks.get(2);
    assertThat(triples.spectrum().axis().values()).containsExactly(10, 10.02, 10.05);
    assertThat(triples.deviations()).containsExactly(1.5, 2.5, 3.5);
  }

  @Test
  void gsasTimesOfFlightAreTold() {
    String each = "t\nBANK 1 2 2 SLOG 1 2 3 0 FXYE\n 5000 1 1\n 5010 2 1\n";
    assertThat(read(each, "x").entries().get(0).spectrum().axis().unit()).isEqualTo("µs");
    assertThatThrownBy(() -> read(each.replace("FXYE", "STD"), "x"))
        .hasMessageContaining("SLOG")
        .hasMessageContaining("x:2");
    assertThatThrownBy(() -> read(GSAS.replace("BANK 1 12", "BANK 1 13"), "x"))
        .hasMessageContaining("has 12 points, and its first line says 13");
  }

  @Test
  void powderCifTakesItsRangeAndBrackets() {
    List<Measurement> blocks = read(CIF, "x.cif").entries();
    Measurement scan = blocks.get(0);
    assertThat(scan.id()).isEqualTo("scan");
    assertThat(scan.spectrum().axis().values()).containsExactly(10, 10.5, 11.5);
    assertThat(scan.spectrum().values()).containsExactly(5540, 12.5, 7);
    assertThat(scan.deviations()).containsExactly(160, 0.2, 0);
    assertThat(scan.wavelength().orElseThrow()).isEqualTo(1.5);
    assertThat(scan.countingTime().orElseThrow()).isEqualTo(3);
    assertThat(scan.warnings()).hasSize(2);
    Measurement spacings = blocks.get(1);
    assertThat(spacings.spectrum().axis().name()).isEqualTo("d");
    // Falling in the file
    assertThat(spacings.spectrum().values()).containsExactly(20, 30, 10);
    assertThatThrownBy(() -> read(CIF.replace("inc 0.5", "inc 0.3"), "x"))
        .hasMessageContaining("does not have 4 points");
  }

  @Test
  void gridHasIntensitiesAndDeviations() {
    Measurement pattern = read(GRID, "x.dat").entries().get(0);
    assertThat(pattern.spectrum().axis().values())
        .containsExactly(10, 10.5, 11, 11.5, 12, 12.5, 13);
    assertThat(pattern.spectrum().values()).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(pattern.deviations()).containsExactly(.1, .2, .3, .4, .5, .6, .7);
    assertThat(pattern.wavelength().orElseThrow()).isEqualTo(1.494);
    assertThatThrownBy(() -> read(GRID.replace("   6 7\n", "   6 x\n"), "x.dat"))
        .hasMessageContaining("x.dat:5");
  }

  @Test
  void columnsThatLookLikeAGridAreColumns() {
    assertThat(read("10 5 20 7 8\n11 6 20 7 8\n12 7 20 7 8\n", "x.dat").format())
        .isEqualTo("columns");
  }

  @Test
  void whatIsWrittenReadsBack(@TempDir Path folder) throws IOException {
    List<Measurement> ranges = read(GSAS, "x.gsas").entries();
    Path xy = folder.resolve("a.xy");
    MeasurementFiles.write(xy, ranges, MeasurementFormat.XY);
    List<Measurement> back = MeasurementFiles.read(xy).entries();
    assertThat(back).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertSame(back.get(i), ranges.get(i));
      assertThat(back.get(i).id()).isEqualTo(ranges.get(i).id());
    }
    Measurement lamp = read(RAS, "x.ras").entries().get(0);
    MeasurementFiles.write(xy, List.of(lamp), MeasurementFormat.XY);
    Measurement again = MeasurementFiles.read(xy).entries().get(0);
    assertSame(again, lamp);
    assertThat(again.wavelength()).isEqualTo(lamp.wavelength());
    assertThat(again.countingTime()).isEqualTo(lamp.countingTime());
    assertThat(again.metadata()).containsEntry("FILE_SAMPLE", "silicon");
    Path csv = folder.resolve("a.csv");
    MeasurementFiles.write(csv, List.of(lamp), MeasurementFormat.CSV);
    assertSame(MeasurementFiles.read(csv).entries().get(0), lamp);
    assertThatThrownBy(() -> MeasurementFiles.write(csv, ranges, MeasurementFormat.CSV))
        .hasMessageContaining("3 ranges");
    Path lines = folder.resolve("a.jsonl");
    MeasurementFiles.write(lines, ranges, MeasurementFormat.JSON_LINES);
    assertThat(Files.readAllLines(lines))
        .hasSize(3)
        .element(2)
        .asString()
        .isEqualTo(
            "{\"id\":\"x.gsas (bank 3)\",\"kind\":\"diffraction\",\"axis\":{\"name\":\"two-theta\","
                + "\"unit\":\"degree\",\"values\":[10.0,10.02,10.05]},\"quantity\":\"intensity\","
                + "\"unit\":\"counts\",\"values\":[5.5,6.5,7.5],\"deviations\":[1.5,2.5,3.5],"
                + "\"metadata\":{\"bank\":\"3\",\"comment\":\"garnet\",\"title\":\"garnet\","
                + "\"type\":\"FXYE\"}}");
  }

  private static void assertSame(Measurement one, Measurement other) {
    assertThat(one.kind()).isEqualTo(other.kind());
    assertThat(one.spectrum().axis()).isEqualTo(other.spectrum().axis());
    assertThat(one.spectrum().values()).containsExactly(other.spectrum().values());
    assertThat(one.spectrum().unit()).isEqualTo(other.spectrum().unit());
    assertThat(one.deviations()).containsExactly(other.deviations());
  }

  @Test
  void damagedFilesAreRefusedByTheRoomsError() throws InterruptedException {
    List<byte[]> corpus = new ArrayList<>();
    for (String text :
        List.of(PATTERN, UXD, RAS, GSAS, CIF, GRID, ColumnsReaderTest.REGIONS, "1,5;2\n2,5;3\n")) {
      corpus.add(text.getBytes(StandardCharsets.UTF_8));
    }
    ReaderFuzz.Outcome outcome =
        ReaderFuzz.run(
            corpus, bytes -> MeasurementFiles.read(new ByteArrayInputStream(bytes), "x.xye"));
    assertThat(outcome.accepted()).isPositive();
    assertThat(outcome.refused()).isPositive();
  }
}
