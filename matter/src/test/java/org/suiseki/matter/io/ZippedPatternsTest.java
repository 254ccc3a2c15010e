package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.MatterException;

/** BRML and RASX, and what the archive they are in may do. */
class ZippedPatternsTest {
  private static final Path SHARED = Path.of("../../shared/data/files/xrd");

  /** Two axes, then two columns that are neither axis nor counts, then the counts. */
  static final String RAW_DATA =
      "<RawData><DataRoutes><DataRoute RouteFlag=\"Measured\"><ScanInformation"
          + " ScanName=\"LockedCoupled\"><MeasurementPoints>3</MeasurementPoints>"
          + "<TimePerStep>1.5</TimePerStep><ScanAxes><ScanAxisInfo AxisId=\"TwoTheta\" Unit=\"°\">"
          + "<Start>10</Start><Stop>12</Stop><Increment>1</Increment></ScanAxisInfo>"
          + "<ScanAxisInfo AxisId=\"Theta\" Unit=\"°\"/></ScanAxes></ScanInformation>"
          + "<Datum>1.5,1,10,5,-3,-4,100</Datum><Datum>1.5,1,11,5.5,-3,-4,200</Datum>"
          + "<Datum>1.5,1,12,6,-3,-4,150</Datum>VIEWS</DataRoute></DataRoutes></RawData>";

  static final String VIEWS =
      "<DataViews xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
          + "<RawDataView xsi:type=\"FixedRawDataView\" Start=\"0\" Length=\"1\""
          + " LogicName=\"MeasuredTime\"/><RawDataView xsi:type=\"VaryingRawDataView\" Start=\"2\""
          + " Length=\"2\"><Varying LogicName=\"ScanAxes\"><FieldDefinitions FieldName=\"TwoTheta\""
          + " AxisId=\"TwoTheta\"/><FieldDefinitions FieldName=\"Theta\" AxisId=\"Theta\"/></Varying>"
          + "</RawDataView><RawDataView xsi:type=\"RecordedRawDataView\" Start=\"6\" Length=\"1\"/>"
          + "</DataViews>";

  static final String TUBE =
      "<Tube><WaveLengthAlpha1 Unit=\"Å\" Value=\"1.5406\"/><WaveLengthAlpha2 Unit=\"Å\""
          + " Value=\"1.54439\"/><WaveLengthRatio Value=\"0.5\"/></Tube>";

  static final String CONDITIONS =
      "<MeasurementConditions><GeneralInformation><SampleName>Si</SampleName></GeneralInformation>"
          + "<HWConfigurations><XrayGenerator><WaveType>Ka1</WaveType><WavelengthKalpha1>1.540593"
          + "</WavelengthKalpha1><WavelengthKalpha2>1.544414</WavelengthKalpha2></XrayGenerator>"
          + "</HWConfigurations><ScanInformation><AxisName>TwoThetaTheta</AxisName><Step>0.01</Step>"
          + "<Speed>2</Speed><SpeedUnit>deg/min</SpeedUnit></ScanInformation>"
          + "</MeasurementConditions>";

  private static byte[] brml(String rawData) {
    return ZipArchives.of(
        "Experiment0/MeasurementContainer.xml", TUBE, "Experiment0/RawData0.xml", rawData);
  }

  /** Values by an independent reading (zipfile, ElementTree). */
  @Test
  void readsTheBrmlOfAnInstrument() throws IOException {
    Path file = SHARED.resolve("nomad_23-012-AG_2thomegascan_long.brml");
    assumeTrue(Files.exists(file), () -> file + " is absent");
    byte[] bytes = Files.readAllBytes(file);
    Measurement read = read(new BrmlReader(), bytes, file.toString()).get(0);
    assertThat(read.spectrum().length()).isEqualTo(2001);
    assertThat(read.spectrum().axis().first()).isEqualTo(44);
    assertThat(read.spectrum().axis().last()).isEqualTo(48);
    assertThat(read.spectrum().valueAt(45.82)).isEqualTo(495559.8);
    // One decimal in the file; the sum rounds.
    assertThat(Arrays.stream(read.spectrum().values()).sum()).isCloseTo(13287743.1, within(1e-6));
    assertThat(read.wavelength()).hasValue(1.5418);
    assertThat(read.countingTime()).hasValue(1);
    assertThat(read.warnings()).singleElement().asString().contains("29 points");
    assertThat(new BrmlReader().recognises(head(bytes), "unnamed")).isTrue();
    assertThat(new RasxReader().recognises(head(bytes), "unnamed")).isFalse();
  }

  /** Values by an independent reading (zipfile). */
  @Test
  void readsTheRasxOfAnInstrument() throws IOException {
    Path file = SHARED.resolve("dara_RM20220915Si01.rasx");
    assumeTrue(Files.exists(file), () -> file + " is absent");
    byte[] bytes = Files.readAllBytes(file);
    Measurement read = read(new RasxReader(), bytes, file.toString()).get(0);
    assertThat(read.id()).isEqualTo("RM20220915Si01");
    assertThat(read.spectrum().length()).isEqualTo(2151);
    assertThat(read.spectrum().axis().first()).isEqualTo(8.5);
    assertThat(read.spectrum().axis().last()).isEqualTo(30);
    assertThat(Arrays.stream(read.spectrum().values()).sum()).isEqualTo(1151383);
    // 0.01° at 1°/min.
    assertThat(read.countingTime().orElseThrow()).isCloseTo(0.6, within(1e-12));
    // (2 · 1.540593 + 1.544414) / 3, and the reader says that it was so taken.
    assertThat(read.wavelength().orElseThrow()).isCloseTo(1.5418666667, within(1e-9));
    assertThat(read.warnings()).singleElement().asString().contains("2 : 1");
    assertThat(new RasxReader().recognises(head(bytes), "unnamed")).isTrue();
    assertThat(new BrmlReader().recognises(head(bytes), "unnamed")).isFalse();
  }

  @Test
  void theColumnsOfADatumAreThoseThatItsViewsDescribe() {
    Measurement read =
        read(new BrmlReader(), brml(RAW_DATA.replace("VIEWS", VIEWS)), "a/b.brml").get(0);
    assertThat(read.id()).isEqualTo("b.brml");
    assertThat(read.spectrum().axis().name()).isEqualTo("two-theta");
    assertThat(read.spectrum().axis().values()).containsExactly(10, 11, 12);
    assertThat(read.spectrum().values()).containsExactly(100, 200, 150);
    assertThat(read.countingTime()).hasValue(1.5);
    // (1.5406 + 0.5 · 1.54439) / 1.5
    assertThat(read.wavelength().orElseThrow()).isCloseTo(1.5418633333, within(1e-9));
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void withoutViewsTheUsualOrderIsTakenAndSaidSo() {
    String plain = RAW_DATA.replace("VIEWS", "").replace(",-3,-4", "");
    Measurement read = read(new BrmlReader(), brml(plain), "b.brml").get(0);
    assertThat(read.spectrum().values()).containsExactly(100, 200, 150);
    assertThat(read.warnings()).singleElement().asString().contains("usual order");
  }

  @Test
  void severalRawDataAreSeveralMeasurementsAndTheLastRouteCounts() {
    String one = RAW_DATA.replace("VIEWS", VIEWS);
    String route = one.substring(one.indexOf("<DataRoute "), one.indexOf("</DataRoutes>"));
    String two = one.replace(route, route + route.replace(",100<", ",7<"));
    byte[] archive =
        ZipArchives.of("Experiment0/RawData0.xml", one, "Experiment0/RawData1.xml", two);
    List<Measurement> read = read(new BrmlReader(), archive, "b.brml");
    assertThat(read)
        .extracting(Measurement::id)
        .containsExactly("b.brml RawData0", "b.brml RawData1");
    assertThat(read.get(0).spectrum().value(0)).isEqualTo(100);
    assertThat(read.get(1).spectrum().value(0)).isEqualTo(7);
    assertThat(read.get(0).wavelength()).isEmpty();
  }

  @Test
  void tubesThatDisagreeGiveNoWavelength() {
    byte[] archive =
        ZipArchives.of(
            "Experiment0/MeasurementContainer.xml",
            "<x>" + TUBE + TUBE.replace("1.5406\"", "0.70930\"") + "</x>",
            "Experiment0/RawData0.xml",
            RAW_DATA.replace("VIEWS", VIEWS));
    Measurement read = read(new BrmlReader(), archive, "b.brml").get(0);
    assertThat(read.wavelength()).isEmpty();
    assertThat(read.warnings()).singleElement().asString().contains("several tubes");
  }

  @Test
  void anExposureOfAManyChannelDetectorIsOverItsChannels() {
    String raw =
        "<RawData><DataRoutes><DataRoute><ScanInformation><ScanAxes/><ScaleAxes><ScaleAxisInfo"
            + " AxisId=\"TwoTheta\" Unit=\"°\"><Start>20</Start><Stop>21</Stop>"
            + "<Increment>0.5</Increment></ScaleAxisInfo></ScaleAxes></ScanInformation>"
            + "<Datum>1,1,300,4,5,6</Datum><DataViews"
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><RawDataView"
            + " xsi:type=\"RecordedRawDataView\" Start=\"3\" Length=\"3\"/></DataViews></DataRoute>"
            + "</DataRoutes></RawData>";
    Measurement read = read(new BrmlReader(), brml(raw), "b.brml").get(0);
    assertThat(read.spectrum().axis().values()).containsExactly(20, 20.5, 21);
    assertThat(read.spectrum().values()).containsExactly(4, 5, 6);
  }

  @Test
  void eachProfileOfARasxIsAMeasurement() {
    byte[] archive =
        ZipArchives.of(
            "Data1/Profile0.txt",
            "\uFEFF1\t5\t1\r\n2\t6\t10\r\n",
            "Data0/MesurementConditions0.xml",
            CONDITIONS,
            "Data0/Profile0.txt",
            "10 1 1\n10.5 2 1\n");
    List<Measurement> read = read(new RasxReader(), archive, "r.rasx");
    assertThat(read).extracting(Measurement::id).containsExactly("Si range 1", "r.rasx range 2");
    assertThat(read.get(0).wavelength()).hasValue(1.540593);
    assertThat(read.get(0).countingTime().orElseThrow()).isCloseTo(0.3, within(1e-12));
    assertThat(read.get(1).wavelength()).isEmpty();
    assertThat(read.get(1).spectrum().values()).containsExactly(5, 6);
    assertThat(read.get(1).warnings()).singleElement().asString().contains("attenuator");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 2 3\n4 5\n|:2", "1\n2\n|:1", "1 2\n2 x\n|:2", "1 2\n1 3\n|larger"})
  void saysWhatIsWrongWithAProfile(String row) {
    String[] parts = row.split("\\|");
    byte[] archive = ZipArchives.of("Data0/Profile0.txt", parts[0]);
    assertThatThrownBy(() -> read(new RasxReader(), archive, "r.rasx"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("r.rasx!Data0/Profile0.txt")
        .hasMessageContaining(parts[1].equals("larger") ? "1.0" : parts[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Datum>1.5,1,11,5.5,-3,-4,200</Datum>|<Datum>1.5,1</Datum>|Datum 2 has 2 values",
        "200</Datum>|2oo</Datum>|'2oo'",
        "Start=\"6\"|Start=\"99\"|too few",
        "Start=\"6\"|Start=\"-1\"|not a whole number",
        "<RawData>|<!DOCTYPE x><RawData>|DOCTYPE",
        "</DataRoutes>||damaged or cut off",
      })
  void saysWhatIsWrongWithRawData(String row) {
    String[] parts = row.split("\\|");
    String broken = RAW_DATA.replace("VIEWS", VIEWS).replace(parts[0], parts[1]);
    assertThatThrownBy(() -> read(new BrmlReader(), brml(broken), "b.brml"))
        .isInstanceOf(MatterException.class)
        .hasMessageStartingWith("b.brml!Experiment0/RawData0.xml:1:")
        .hasMessageContaining(parts[2]);
  }

  @Test
  void anArchiveThatIsCutOffAnywhereIsRefused() {
    byte[] whole = brml(RAW_DATA.replace("VIEWS", VIEWS));
    for (int end = 0; end < whole.length; end += 3) {
      byte[] cut = Arrays.copyOf(whole, end);
      assertThatThrownBy(() -> read(new BrmlReader(), cut, "b.brml"))
          .as("cut at %d", end)
          .isInstanceOf(MatterException.class)
          .hasMessageStartingWith("b.brml");
    }
  }

  @Test
  void aBombIsRefusedWhetherItsEntryIsWantedOrNot() {
    // Half a gigabyte of zeros, and a little more, in a few megabytes.
    byte[] bomb = ZipArchives.bomb("Experiment0/Other.bin", ZipEntries.MOST_UNPACKED + 1);
    assertThatThrownBy(() -> read(new BrmlReader(), bomb, "b.brml"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("when unpacked");
  }

  @Test
  void anEntryThatClimbsOutIsOnlyAName() {
    byte[] archive = ZipArchives.of("../../RawData0.xml", RAW_DATA.replace("VIEWS", VIEWS));
    assertThat(read(new BrmlReader(), archive, "b.brml")).hasSize(1);
    assertThat(Path.of("../../RawData0.xml")).doesNotExist();
  }

  @Test
  void anArchiveWithoutDataSaysSo() {
    assertThatThrownBy(() -> read(new BrmlReader(), ZipArchives.of("a", "b"), "b.brml"))
        .hasMessageContaining("no RawData");
    assertThatThrownBy(() -> read(new RasxReader(), ZipArchives.of("a", "b"), "r.rasx"))
        .hasMessageContaining("no Data");
  }

  private static byte[] head(byte[] bytes) {
    return Arrays.copyOf(bytes, Math.min(bytes.length, SpectrumReader.HEAD));
  }

  private static List<Measurement> read(SpectrumReader reader, byte[] bytes, String source) {
    return reader.read(new ByteArrayInputStream(bytes), source);
  }
}
