package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Spectrum;

class XrdmlReaderTest {
  private static final Path SHARED = Path.of("../../shared/data");

  static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<xrdMeasurements xmlns=\"http://www.xrdml.com/XRDMeasurement/2.1\">\n"
          + "<sample><id>S-7</id><name>Rost</name></sample>\n"
          + "<xrdMeasurement><usedWavelength intended=\"K-Alpha\">"
          + "<kAlpha1>1.5405980</kAlpha1><kAlpha2>1.5444260</kAlpha2><kBeta>1.39225</kBeta>"
          + "<ratioKAlpha2KAlpha1>0.5</ratioKAlpha2KAlpha1></usedWavelength>\n";
  static final String TAIL = "</xrdMeasurement>\n</xrdMeasurements>\n";
  private static final String RISING =
      "<positions axis=\"2Theta\" unit=\"deg\"><startPosition>10</startPosition>"
          + "<endPosition>11</endPosition></positions>";

  /** Sums by an independent reading (ElementTree, NumPy's linspace). */
  @ParameterizedTest
  @CsvSource({
    "files/xrd/nomad_XRD-918-16_10.xrdml, 5027, 4.00656514, 69.99936587, 3643728,"
        + " 186013.907593635, 39.27, nomad_XRD-918-16_10.xrdml",
    "patterns/dara_mixtures_xrdml/precursor_mixture__In2O3_0p5002-MnCO3_0p5000--2min.xrdml, 2071,"
        + " 10.02173288, 99.99585608, 2774355, 113923.21336808, 10.965, Dara_redo_3-2min_manual"
  })
  void readsWhatAnIndependentReadingFinds(
      String file,
      int points,
      double first,
      double last,
      double sum,
      double sumOfAngles,
      double seconds,
      String id)
      throws IOException {
    Path path = SHARED.resolve(file);
    assumeTrue(Files.exists(path), () -> path + " is absent");
    Measurement read = read(Files.readString(path), path.toString()).get(0);
    Spectrum spectrum = read.spectrum();
    assertThat(spectrum.length()).isEqualTo(points);
    assertThat(spectrum.axis().first()).isEqualTo(first);
    assertThat(spectrum.axis().last()).isEqualTo(last);
    assertThat(Stream.of(spectrum.values()).flatMapToDouble(java.util.Arrays::stream).sum())
        .isEqualTo(sum);
    // Thousands of additions of rounded angles.
    assertThat(java.util.Arrays.stream(spectrum.axis().values()).sum())
        .isCloseTo(sumOfAngles, within(1e-6));
    assertThat(read.countingTime()).hasValue(seconds);
    assertThat(read.id()).isEqualTo(id);
    // (1.540598 + 0.5 · 1.544426) / 1.5
    assertThat(read.wavelength().orElseThrow()).isCloseTo(1.541874, within(1e-12));
    assertThat(read.warnings()).isEmpty();
    assertThat(read.metadata()).containsEntry("anodeMaterial", "Cu");
  }

  @Test
  void readsEveryPatternOfTheMixtures() throws IOException {
    Path folder = SHARED.resolve("patterns/dara_mixtures_xrdml");
    assumeTrue(Files.isDirectory(folder), () -> folder + " is absent");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".xrdml")).toList()) {
        List<Measurement> read = read(Files.readString(file), file.toString());
        assertThat(read).as(file.toString()).hasSize(1);
        assertThat(read.get(0).spectrum().length()).isGreaterThan(1000);
      }
    }
  }

  @Test
  void eachScanIsOneMeasurementAndRawCountsAreMultipliedByTheirFactors() {
    String counts =
        scan(
            RISING
                + "<commonCountingTime unit=\"seconds\">2</commonCountingTime>"
                + "<beamAttenuationFactors>1 1 10</beamAttenuationFactors>"
                + "<counts unit=\"counts\">5 6 7</counts>");
    String corrected =
        scan(
            "<positions axis=\"2Theta\" unit=\"deg\"><listPositions>1 2 4</listPositions>"
                + "</positions><beamAttenuationFactors>1 1 10</beamAttenuationFactors>"
                + "<intensities unit=\"cps\">5 6 70</intensities>");
    List<Measurement> read = read(HEAD + counts + corrected + TAIL, "x.xrdml");
    assertThat(read).extracting(Measurement::id).containsExactly("S-7", "S-7 scan 2");
    assertThat(read.get(0).spectrum().values()).containsExactly(5, 6, 70);
    assertThat(read.get(0).spectrum().axis().values()).containsExactly(10, 10.5, 11);
    assertThat(read.get(0).countingTime()).hasValue(2);
    assertThat(read.get(1).spectrum().values()).containsExactly(5, 6, 70);
    assertThat(read.get(1).spectrum().unit()).isEqualTo("counts/s");
    assertThat(read.get(1).spectrum().axis().values()).containsExactly(1, 2, 4);
    assertThat(read.get(1).countingTime()).isEmpty();
    assertThat(read.get(0).metadata())
        .containsEntry("sample name", "Rost")
        .containsEntry("schema", "2.1");
  }

  @Test
  void aRockingCurveIsOverOmegaAndADownwardScanIsTurned() {
    String rocking =
        scan(
            "<positions axis=\"2Theta\" unit=\"deg\"><commonPosition>30</commonPosition>"
                + "</positions><positions axis=\"Omega\" unit=\"deg\"><startPosition>16"
                + "</startPosition><endPosition>14</endPosition></positions>"
                + "<intensities unit=\"counts\">1 2 3</intensities>");
    Measurement read = read(HEAD + rocking + TAIL, "x.xrdml").get(0);
    assertThat(read.spectrum().axis().name()).isEqualTo("omega");
    assertThat(read.spectrum().axis().values()).containsExactly(14, 15, 16);
    assertThat(read.spectrum().values()).containsExactly(3, 2, 1);
    assertThat(read.warnings()).singleElement().asString().contains("downwards");
  }

  @Test
  void noWavelengthIsGuessed() {
    String file =
        "<xrdMeasurements><xrdMeasurement>"
            + scan(RISING + "<counts>1 2</counts>")
            + "</xrdMeasurement></xrdMeasurements>";
    Measurement read = read(file, "folder/plain.xrdml").get(0);
    assertThat(read.wavelength()).isEmpty();
    assertThat(read.id()).isEqualTo("plain.xrdml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<counts>1 2 x4</counts>|Number 3 of the intensities is 'x4'",
        "<counts>1 2 NaN</counts>|Number 3 of the intensities is 'NaN'",
        "<counts>1 2</counts><intensities>1 2</intensities>|intensities twice",
        "<counts>1</counts>|1 point(s)",
        "<beamAttenuationFactors>1 2</beamAttenuationFactors><counts>1 2 3</counts>|"
            + "3 counts but 2 beam attenuation factors",
      })
  void saysWhatIsWrongWithAScan(String row) {
    String[] parts = row.split("\\|");
    assertThatThrownBy(() -> read(HEAD + scan(RISING + parts[0]) + TAIL, "x.xrdml"))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> {
              assertThat(e.what()).contains(parts[1]);
              assertThat(e.place().orElseThrow().line()).isPositive();
            });
  }

  @Test
  void listedPositionsMustRiseAndBeAsManyAsTheIntensities() {
    for (String positions : List.of("1 2 2", "1 2")) {
      String scan =
          scan(
              "<positions axis=\"2Theta\" unit=\"deg\"><listPositions>"
                  + positions
                  + "</listPositions></positions><counts>1 2 3</counts>");
      assertThatThrownBy(() -> read(HEAD + scan + TAIL, "x.xrdml"))
          .isInstanceOf(MatterException.class)
          .hasMessageStartingWith("x.xrdml:5:");
    }
  }

  @Test
  void aFileThatIsCutOffSaysWhere() {
    String whole = HEAD + scan(RISING + "<counts>1 2 3</counts>") + TAIL;
    for (int end = 1; end < whole.length() - 1; end += 7) {
      String cut = whole.substring(0, end);
      assertThatThrownBy(() -> read(cut, "x.xrdml"))
          .isInstanceOf(MatterException.class)
          .hasMessageStartingWith("x.xrdml")
          .hasMessageContaining("cut off");
    }
  }

  /** A billion laughs, an external entity, and a parameter entity from the net. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><xrdMeasurements>&c;"
            + "</xrdMeasurements>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xrdMeasurements>&a;"
            + "</xrdMeasurements>",
        "<!DOCTYPE x SYSTEM \"http://192.0.2.1/x.dtd\"><xrdMeasurements/>",
        "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://192.0.2.1/p\"> %p;]><xrdMeasurements/>",
      })
  void hostileXmlIsRefused(String file) {
    assertThatThrownBy(() -> read(file, "x.xrdml"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("DOCTYPE");
  }

  @Test
  void anUndeclaredEntityAndDeepNestingAreRefused() {
    assertThatThrownBy(() -> read("<xrdMeasurements>&a;</xrdMeasurements>", "x.xrdml"))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> read("<xrdMeasurements>".repeat(100_000), "x.xrdml"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("nest");
  }

  @Test
  void isRecognisedByItsContent() {
    XrdmlReader reader = new XrdmlReader();
    assertThat(reader.recognises(HEAD.getBytes(StandardCharsets.UTF_8), "a.txt")).isTrue();
    assertThat(reader.recognises("1 2\n3 4\n".getBytes(StandardCharsets.UTF_8), "a.xrdml"))
        .isFalse();
    assertThatThrownBy(() -> read(HEAD + TAIL, "x.xrdml"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("no scan with data");
  }

  static String scan(String points) {
    return "<scan scanAxis=\"Gonio\" status=\"Completed\"><dataPoints>"
        + points
        + "</dataPoints></scan>\n";
  }

  private static List<Measurement> read(String text, String source) {
    return new XrdmlReader()
        .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), source);
  }
}
