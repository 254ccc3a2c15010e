package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The readers of what diffractometers write, fed with damaged files. */
class InstrumentReadersFuzzTest {

  static Stream<Arguments> corpora() {
    String xrdml =
        XrdmlReaderTest.HEAD
            + XrdmlReaderTest.scan(
                "<positions axis=\"2Theta\" unit=\"deg\"><startPosition>10</startPosition>"
                    + "<endPosition>11</endPosition></positions><commonCountingTime>1"
                    + "</commonCountingTime><counts unit=\"counts\">1 2 3 4</counts>")
            + XrdmlReaderTest.TAIL;
    String rawData = ZippedPatternsTest.RAW_DATA.replace("VIEWS", ZippedPatternsTest.VIEWS);
    byte[] brml =
        ZipArchives.of(
            "Experiment0/RawData0.xml",
            rawData,
            "MeasurementContainer.xml",
            ZippedPatternsTest.TUBE);
    byte[] rasx =
        ZipArchives.of(
            "Data0/Profile0.txt",
            "1 2 1\n2 3 1\n",
            "Data0/MesurementConditions0.xml",
            ZippedPatternsTest.CONDITIONS);
    return Stream.of(
        Arguments.of(new XrdmlReader(), List.of(xrdml.getBytes(StandardCharsets.UTF_8))),
        Arguments.of(new BrmlReader(), List.of(brml)),
        Arguments.of(new RasxReader(), List.of(rasx)),
        Arguments.of(
            new BrukerRawReader(),
            List.of(
                RawPatternsTest.version1(true),
                RawPatternsTest.version1(false),
                RawPatternsTest.version2())),
        Arguments.of(new StoeRawReader(), List.of(RawPatternsTest.stoe())));
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void onlyTheRoomsErrorEscapes(SpectrumReader reader, List<byte[]> corpus) throws Exception {
    ReaderFuzz.Outcome outcome =
        ReaderFuzz.run(corpus, bytes -> reader.read(new ByteArrayInputStream(bytes), "fuzz"));
    assertThat(outcome.accepted()).as("accepted").isGreaterThanOrEqualTo(corpus.size());
    assertThat(outcome.refused()).as("refused").isPositive();
  }

  /** The entries of an archive are damaged before they are packed, which gets past its sums. */
  @ParameterizedTest
  @MethodSource("corpora")
  void onlyTheRoomsErrorEscapesOfWhatIsInAnArchive(SpectrumReader reader, List<byte[]> corpus)
      throws Exception {
    boolean brml = reader instanceof BrmlReader;
    if (!brml && !(reader instanceof RasxReader)) {
      return;
    }
    String entry = brml ? "RawData0.xml" : "Data0/MesurementConditions0.xml";
    String content =
        brml
            ? ZippedPatternsTest.RAW_DATA.replace("VIEWS", ZippedPatternsTest.VIEWS)
            : ZippedPatternsTest.CONDITIONS;
    ReaderFuzz.Outcome outcome =
        ReaderFuzz.run(
            List.of(content.getBytes(StandardCharsets.ISO_8859_1)),
            bytes ->
                reader.read(
                    new ByteArrayInputStream(
                        ZipArchives.of(
                            entry,
                            new String(bytes, StandardCharsets.ISO_8859_1),
                            "Data0/Profile0.txt",
                            "1 2 1\n2 3 1\n")),
                    "fuzz"));
    assertThat(outcome.accepted()).as("accepted").isPositive();
    assertThat(outcome.refused()).as("refused").isPositive();
  }
}
