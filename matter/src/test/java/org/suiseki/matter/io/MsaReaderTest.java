package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

class MsaReaderTest {
  private static final String EVEN =
      """
      #FORMAT      : EMSA/MAS Spectral Data File
      #VERSION     : 1.0
      #TITLE       : NiO, O K shell
      #NPOINTS     : 5.
      #NCOLUMNS    : 3.
      #XUNITS      : eV
      #YUNITS      : Counts
      #DATATYPE    : Y
      #XPERCHAN    : 0.5
      #OFFSET      : 520.25
      #SIGNALTYPE  : ELS
      #BEAMKV   -kV: 120.0
      #DWELLTIME-ms: 100.
      #SPECTRUM    : here
      4066.0, 3996, 3.932E+3
      3923, 5602
      #ENDOFDATA   :
      """;

  static Measurement read(String text) {
    return new MsaReader()
        .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "a.msa")
        .get(0);
  }

  @Test
  void readsValuesOverAnEvenAxis() {
    Measurement read = read(EVEN);
    assertThat(read.id()).isEqualTo("NiO, O K shell");
    assertThat(read.kind()).isEqualTo(Measurement.Kind.ELECTRON_ENERGY_LOSS);
    assertThat(read.spectrum().axis().values())
        .containsExactly(520.25, 520.75, 521.25, 521.75, 522.25);
    assertThat(read.spectrum().values()).containsExactly(4066, 3996, 3932, 3923, 5602);
    assertThat(read.spectrum().axis().name()).isEqualTo("energy");
    assertThat(read.spectrum().unit()).isEqualTo("Counts");
    assertThat(read.countingTime()).hasValue(0.1);
    assertThat(read.metadata()).containsEntry("BEAMKV", "120.0 kV").containsEntry("VERSION", "1.0");
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void readsPairsAndTheUnitsOfTheNewStandard() {
    Measurement read =
        read(
            """
            #FORMAT : EMSA/MAS Spectral Data File\r
            #NPOINTS : 3\r
            #XUNITS : X-ray energy (keV)\r
            #DATATYPE : XY\r
            #SIGNALTYPE : EDS\r
            #LIVETIME -s : 30\r
            #SPECTRUM :\r
            1.5, 7, 1.25, 8\r
            1.0 9\r
            #ENDOFDATA :\r
            """);
    assertThat(read.spectrum().axis().values())
        .containsExactly(new double[] {1000, 1250, 1500}, within(1e-9));
    assertThat(read.spectrum().axis().unit()).isEqualTo("eV");
    assertThat(read.spectrum().values()).containsExactly(9, 8, 7);
    assertThat(read.spectrum().unit()).isEqualTo("unknown");
    assertThat(read.kind()).isEqualTo(Measurement.Kind.SPECTRUM);
    assertThat(read.countingTime()).hasValue(30);
    assertThat(read.id()).isEqualTo("a.msa");
  }

  @Test
  void neverGuessesAUnit() {
    Measurement read = read(EVEN.replace("#XUNITS      : eV\n", ""));
    assertThat(read.spectrum().axis().unit()).isEqualTo("unknown");
    assertThat(read.warnings()).singleElement().asString().contains("XUNITS");
    assertThat(read(EVEN.replace(": eV", ": nm")).spectrum().axis().unit()).isEqualTo("nm");
  }

  @Test
  void turnsAnAxisThatFalls() {
    Measurement read = read(EVEN.replace(": 0.5", ": -0.5"));
    assertThat(read.spectrum().axis().first()).isEqualTo(518.25);
    assertThat(read.spectrum().value(0)).isEqualTo(5602);
  }

  @Test
  void saysThatThereAreMorePointsThanPromised() {
    Measurement read = read(EVEN.replace(": 5.", ": 4."));
    assertThat(read.spectrum().length()).isEqualTo(5);
    assertThat(read.warnings()).singleElement().asString().contains("promises 4. points");
  }

  @Test
  void saysWhereAndWhatIsWrong() {
    refused(EVEN.replace("3923, ", ""), 17, 0, "promises 5. points but there are 4");
    refused(EVEN.replace("3996", "39y6"), 15, 9, "39y6");
    refused(EVEN.replace("3996", "1e999"), 15, 9, "too large");
    refused(EVEN.replace("#ENDOFDATA   :\n", ""), 16, 0, "without '#ENDOFDATA'");
    refused(EVEN.substring(0, EVEN.indexOf("#SPECTRUM")), 13, 0, "before '#SPECTRUM'");
    refused(EVEN.replace("#OFFSET", "#OFFSTE"), 14, 0, "OFFSET");
    refused(EVEN.replace(": 0.5", ": 0"), 15, 0, "does not rise");
    refused(EVEN.replace(": Y", ": XY"), 15, 23, "ends behind an axis value");
    refused("", 0, 0, "before '#SPECTRUM'");
  }

  private static void refused(String text, int line, int column, String what) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> {
              assertThat(e.what()).contains(what);
              assertThat(e.place()).contains(new Place("a.msa", line, column));
            });
  }
}
