package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suiseki.matter.Crystal;

/** Each reader, and the door to all, fed with damaged files of every format that can be written. */
class CrystalReadersFuzzTest {

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CIF", "JARVIS", "TABLE"})
  void onlyTheRoomsErrorEscapes(CrystalFormat format) throws Exception {
    CrystalWriter writer =
        Map.of(
                CrystalFormat.POSCAR, new PoscarWriter(),
                CrystalFormat.EXTENDED_XYZ, new ExtendedXyzWriter(),
                CrystalFormat.JSON_LINES, new JsonLinesWriter(),
                CrystalFormat.PYMATGEN, new PymatgenWriter(),
                CrystalFormat.OPTIMADE, new OptimadeWriter())
            .get(format);
    feed(corpus(writer, format), format);
  }

  @ParameterizedTest
  @EnumSource(names = {"JARVIS", "TABLE"})
  void onlyTheRoomsErrorEscapesAlsoOfWhatIsNotWritten(CrystalFormat format) throws Exception {
    String jarvis =
        "[{\"jid\":\"J-1\",\"atoms\":{\"lattice_mat\":[[4,0,0],[0,4,0],[0,0,8]],\"coords\":"
            + "[[0,0,0],[2,2,4]],\"elements\":[\"Cs\",\"I\"],\"cartesian\":true}}]";
    String table =
        "id,s\nx,\"{\"\"lattice\"\":[[4,0,0],[0,4,0],[0,0,4]],\"\"sites\"\":"
            + "[[\"\"Cs\"\",[0,0,0]],[\"\"Cl\"\",[0.5,0.5,0.5]]]}\"\n";
    String text = format == CrystalFormat.JARVIS ? jarvis : table;
    feed(List.of(text.getBytes(StandardCharsets.UTF_8)), format);
  }

  private static void feed(List<byte[]> corpus, CrystalFormat format) throws InterruptedException {
    String name = "fuzz" + format.suffixes().get(0);
    ReaderFuzz.Outcome outcome =
        ReaderFuzz.run(corpus, bytes -> CrystalFiles.read(new ByteArrayInputStream(bytes), name));
    assertThat(outcome.accepted()).as("accepted").isGreaterThan(corpus.size());
    assertThat(outcome.refused()).as("refused").isPositive();
  }

  private static List<byte[]> corpus(CrystalWriter writer, CrystalFormat format)
      throws IOException {
    Random random = new Random(5);
    List<byte[]> corpus = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      List<CrystalEntry> entries = new ArrayList<>();
      for (int n = format.holdsSeveral() ? 1 + i % 2 : 1; n > 0; n--) {
        boolean ordered = format == CrystalFormat.POSCAR || format == CrystalFormat.EXTENDED_XYZ;
        Crystal crystal = CrystalSamples.random(random, ordered, true);
        entries.add(CrystalSamples.entry(crystal, "x" + n));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writer.write(entries, out);
      corpus.add(out.toByteArray());
    }
    return corpus;
  }
}
