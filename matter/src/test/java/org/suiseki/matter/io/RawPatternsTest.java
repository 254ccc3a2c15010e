package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Spectrum;

/** The binary files of Siemens, Bruker and Stoe. */
class RawPatternsTest {
  private static final Path SHARED = Path.of("../../shared/data/files/xrd");

  /** Sums by an independent reading (struct and NumPy). */
  @ParameterizedTest
  @CsvSource({
    "bruker_KGA1-CONT.RAW, 3401, 2, 70, 1687998, 49426534.66, 1.54184, 4",
    "raw_LaB6_Jan2018.raw, 3040, 10, 70.0044472, 10491778, 358561456.5436672, 1.54184, 95",
    "xylib_BT86.raw, 2374, 3, 40.0002906, 918372, 20633916.9012132, 1.54184, 0.5",
    "xylib_Cu3Au-1.raw, 3901, 22, 100, 59299, 3320123.24, 1.54184, 0.5",
    "xylib_Cu3Au-2.raw, 3901, 22, 100, 106505, 6109950.48, 1.54184, 0.8",
    "xrdpattern_bruker.raw, 4059, 37.0001, 120.00464352884, 32881728, 2465231378.1256375, 1.5418,"
        + " 288",
    "nomad_TwoTheta_scan_scrambled.raw, 7134, 10, 85.04129916243255, 2107237.9382093735,"
        + " 101051354.94611262, 1.5405999, 310.003",
    "xrdpattern_stoe.raw, 5404, 10, 91.045, 12964626, 529211562.96, 1.20793, 0"
  })
  void readsWhatAnIndependentReadingFinds(
      String name,
      int points,
      double first,
      double last,
      double sum,
      double moment,
      double wavelength,
      double seconds)
      throws IOException {
    Path file = SHARED.resolve(name);
    assumeTrue(Files.exists(file), () -> file + " is absent");
    byte[] bytes = Files.readAllBytes(file);
    Measurement read = only(bytes, name);
    assertThat(read.spectrum().length()).isEqualTo(points);
    assertThat(read.spectrum().axis().first()).isEqualTo(first);
    assertThat(read.spectrum().axis().last()).isCloseTo(last, within(1e-9));
    double[] values = read.spectrum().values();
    double moments = 0;
    for (int i = 0; i < values.length; i++) {
      moments += values[i] * read.spectrum().axis().at(i);
    }
    // Thousands of additions.
    assertThat(Arrays.stream(values).sum()).isCloseTo(sum, within(1e-6 * Math.abs(sum) * 1e-6));
    assertThat(moments).isCloseTo(moment, within(1e-11 * moment));
    assertThat(read.wavelength().orElseThrow()).isCloseTo(wavelength, within(1e-7));
    assertThat(read.countingTime().orElse(0)).isEqualTo(seconds);
  }

  /** {@code xylib_BT86_.UXD} is the same measurement as text. */
  @Test
  void agreesWithTheSameMeasurementAsText() throws IOException {
    Path binary = SHARED.resolve("xylib_BT86.raw");
    Path text = SHARED.resolve("xylib_BT86_.UXD");
    assumeTrue(Files.exists(binary) && Files.exists(text), () -> text + " is absent");
    double[] rows =
        Files.readAllLines(text, StandardCharsets.ISO_8859_1).stream()
            .filter(line -> line.matches("[\\s\\d.]+"))
            .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
            .filter(word -> !word.isEmpty())
            .mapToDouble(Double::parseDouble)
            .toArray();
    Spectrum read = only(Files.readAllBytes(binary), "BT86.raw").spectrum();
    assertThat(rows).hasSize(2 * read.length());
    for (int i = 0; i < read.length(); i++) {
      // The text has four digits, two of them decimals from 10° on.
      assertThat(read.axis().at(i)).isCloseTo(rows[2 * i], within(0.0051));
      assertThat(read.value(i)).isEqualTo(rows[2 * i + 1]);
    }
  }

  @Test
  void versionOneMayLeaveOutTheWordBeforeFurtherRanges() {
    for (boolean repeated : new boolean[] {true, false}) {
      List<Measurement> read = read(version1(repeated), "v1.raw");
      assertThat(read).extracting(Measurement::id).containsExactly("Ni range 1", "Ni range 2");
      assertThat(read.get(0).spectrum().axis().values()).containsExactly(20, 20.02, 20.04);
      assertThat(read.get(1).spectrum().values()).containsExactly(4, 5);
      assertThat(read.get(0).countingTime()).hasValue(0.8);
      assertThat(read.get(0).metadata()).doesNotContainKey("phi start [degree]");
    }
  }

  @Test
  void versionTwoGivesItsLinesAndRanges() {
    List<Measurement> read = read(version2(), "v2.raw");
    assertThat(read).hasSize(2);
    assertThat(read.get(1).spectrum().axis().values()).containsExactly(40, 40.05, 40.1);
    assertThat(read.get(1).spectrum().values()).containsExactly(7, 8, 9);
    // (1.5406 + 0.5 · 1.5444) / 1.5
    assertThat(read.get(1).wavelength().orElseThrow()).isCloseTo(1.5418666667, within(1e-9));
    assertThat(read.get(0).metadata()).containsEntry("anode", "Cu");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aFileThatIsCutOffSaysAtWhichByte(byte[] whole) {
    for (int end = 8; end < whole.length; end++) {
      byte[] cut = Arrays.copyOf(whole, end);
      assertThatThrownBy(() -> read(cut, "x.raw"))
          .isInstanceOf(MatterException.class)
          .hasMessageContaining("byte");
    }
  }

  /** A count of four thousand million points in a file of a few hundred bytes. */
  @Test
  void nothingIsAllocatedForACountThatTheFileDoesNotHold() {
    byte[] huge = version1(true);
    Arrays.fill(huge, 4, 8, (byte) 0xFF);
    assertThatThrownBy(() -> read(huge, "x.raw"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("4294967295 intensities would take bytes")
        .hasMessageContaining("cut off");
  }

  @Test
  void rangesWithoutDataAreLeftOutAndSaidSo() {
    byte[] file = version2();
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putShort(4, (short) 0);
    assertThatThrownBy(() -> read(file, "x.raw"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("None of the 0 ranges");
  }

  @Test
  void aValueThatIsNotFiniteIsRefused() {
    byte[] file = version2();
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putFloat(file.length - 4, Float.NaN);
    assertThatThrownBy(() -> read(file, "x.raw"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("NaN");
  }

  @Test
  void stoesPointsMustLeadToItsEnd() {
    byte[] file = stoe();
    assertThat(only(file, "s.raw").spectrum().values()).containsExactly(3, 1, 2);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putFloat(1024 + 0x34, 99);
    assertThatThrownBy(() -> read(file, "s.raw"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("do not lead to 99.0");
  }

  @Test
  void textThatBeginsWithTheWordIsNotTaken() {
    byte[] text = "RAW data of the sample\n1 2\n".getBytes(StandardCharsets.UTF_8);
    assertThat(new BrukerRawReader().recognises(text, "x.raw")).isFalse();
    assertThat(new StoeRawReader().recognises(text, "x.raw")).isFalse();
  }

  static List<byte[]> samples() {
    return List.of(version1(true), version2(), stoe());
  }

  static byte[] version1(boolean repeated) {
    ByteBuffer file = buffer(2 * 156 + 4 * 5 - (repeated ? 0 : 4));
    for (int range = 0; range < 2; range++) {
      if (range == 0 || repeated) {
        file.put(ascii("RAW "));
      }
      int at = file.position();
      int points = 3 - range;
      file.putInt(at, points).putFloat(at + 4, 0.8f).putFloat(at + 8, 0.02f);
      file.putFloat(at + 20, 20 + range).putFloat(at + 24, 10);
      file.putFloat(at + 28, -1e6f).putFloat(at + 32, -1e6f);
      file.put(at + 36, ascii("Ni")).putFloat(at + 68, 1.5406f).putInt(at + 148, 1 - range);
      file.position(at + 152);
      for (int i = 0; i < points; i++) {
        file.putFloat(1 + 3 * range + i);
      }
    }
    return file.array();
  }

  static byte[] version2() {
    ByteBuffer file = buffer(256 + 2 * (50 + 12));
    file.put(0, ascii("RAW2")).putShort(4, (short) 2).put(188, ascii("Cu"));
    file.putFloat(190, 1.5406f).putFloat(194, 1.5444f).putFloat(198, 0.5f);
    for (int range = 0; range < 2; range++) {
      int at = 256 + 62 * range;
      file.putShort(at, (short) 50).putShort(at + 2, (short) 3).putFloat(at + 8, 2);
      file.putFloat(at + 12, 0.05f).putFloat(at + 16, 30 + 10 * range);
      for (int i = 0; i < 3; i++) {
        file.putFloat(at + 50 + 4 * i, 4 + 3 * range + i);
      }
    }
    return file.array();
  }

  static byte[] stoe() {
    ByteBuffer file = buffer(3 * 512 + 12);
    file.put(0, ascii("RAW_1.06Powdat")).putFloat(0x142, 1.5406f);
    file.putShort(0x1DA, (short) 1).putShort(0x1DC, (short) 4);
    file.putShort(1024 + 0x22, (short) 3).putFloat(1024 + 0x2C, 5);
    file.putFloat(1024 + 0x34, 5.2f).putFloat(1024 + 0x3C, 0.1f);
    file.putInt(1536, 3).putInt(1540, 1).putInt(1544, 2);
    return file.array();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Measurement only(byte[] bytes, String source) {
    List<Measurement> read = read(bytes, source);
    assertThat(read).hasSize(1);
    return read.get(0);
  }

  static List<Measurement> read(byte[] bytes, String source) {
    SpectrumReader reader =
        new StoeRawReader().recognises(bytes, source) ? new StoeRawReader() : new BrukerRawReader();
    return reader.read(new ByteArrayInputStream(bytes), source);
  }
}
