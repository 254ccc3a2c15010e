package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

class AthenaReaderTest {
  static final String PROJECT =
      """
      # Athena project file -- Demeter version 0.9.24

      $old_group = 'abcd';
      @args = ('annotation','','bkg_eshift','-0.25','detectors',['a,)'],'label','Bruce\\'s foil','is_chi',0);
      @x = ('7000.5','7001.5',7003);
      @y = ('1.5','-2e-05', '3');
      @i0 = ('1','2','3');
      @stddev = ('0.1','0.2','0.3');
      [record] #

      $old_group = 'efgh';
      @args = ('label','','is_chi','1');
      @x = ('0.05','0.1');
      @y = ('1','2');
      [record]   # create object

      %plot_features = ();
      1;
      """;

  private static List<Measurement> read(byte[] bytes) {
    return new AthenaReader().read(new ByteArrayInputStream(bytes), "a.prj");
  }

  private static byte[] gzipped(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void readsEveryGroup() throws IOException {
    List<Measurement> read = read(gzipped(PROJECT));
    assertThat(read).extracting(Measurement::id).containsExactly("Bruce's foil", "efgh");
    Measurement first = read.get(0);
    assertThat(first.spectrum().axis().values()).containsExactly(7000.5, 7001.5, 7003);
    assertThat(first.spectrum().axis().unit()).isEqualTo("eV");
    assertThat(first.spectrum().values()).containsExactly(1.5, -2e-5, 3);
    assertThat(first.deviations()).containsExactly(0.1, 0.2, 0.3);
    assertThat(first.metadata())
        .containsEntry("detectors", "['a,)']")
        .doesNotContainKey("annotation");
    assertThat(first.warnings()).singleElement().asString().contains("-0.25 eV");
    assertThat(first.place()).isEqualTo(Place.line("a.prj", 3));
    assertThat(read.get(1).spectrum().axis().unit()).isEqualTo("1/Å");
    assertThat(read.get(1).spectrum().quantity()).isEqualTo("chi");
  }

  @Test
  void recognisesItsOwnPackedAndNot() throws IOException {
    AthenaReader reader = new AthenaReader();
    assertThat(reader.recognises(PROJECT.getBytes(StandardCharsets.UTF_8), "x")).isTrue();
    byte[] packed = gzipped(PROJECT);
    assertThat(reader.recognises(packed, "x")).isTrue();
    assertThat(reader.recognises(Arrays.copyOf(packed, packed.length / 2), "x")).isTrue();
    assertThat(reader.recognises(gzipped("# other"), "x")).isFalse();
    assertThat(reader.recognises(new byte[] {0x1f, (byte) 0x8b, 0, 1, 2}, "x")).isFalse();
  }

  @Test
  void leavesOutDeviationsOfOtherPoints() {
    Measurement read =
        read(PROJECT.replace("'0.1','0.2',", "'0.1',").getBytes(StandardCharsets.UTF_8)).get(0);
    assertThat(read.deviations()).isEmpty();
    assertThat(read.warnings()).anySatisfy(one -> assertThat(one).contains("2 deviations"));
  }

  @Test
  void saysWhereAndWhatIsWrong() {
    refused(PROJECT.replace("'7001.5'", "'7x'"), new Place("a.prj", 5, 16), "7x");
    refused(PROJECT.replace("'7001.5'", "'6000'"), new Place("a.prj", 5, 1), "does not rise");
    refused(PROJECT.replace("'1.5',", ""), new Place("a.prj", 6, 1), "3 numbers in @x and 2 in @y");
    refused(PROJECT.replace(",7003);", ",7003"), new Place("a.prj", 5, 29), "does not end");
    refused(PROJECT.replace("[record] #", ""), new Place("a.prj", 3, 0), "not ended by [record]");
    refused(PROJECT.substring(0, 200), new Place("a.prj", 4, 0), "");
    refused("# Athena project file\n1;\n", Place.of("a.prj"), "no data group");
  }

  private static void refused(String text, Place place, String what) {
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> {
              assertThat(e.what()).contains(what);
              if (!what.isEmpty()) {
                assertThat(e.place()).contains(place);
              }
            });
  }
}
