package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

class JcampReaderTest {
  /** The ordinates of the example in McDonald and Wilks (1988), from 400 to 418 1/cm. */
  private static final double[] ORDINATES = {1, 2, 3, 3, 2, 1, 0, -1, -2, -3};

  private static final String HEAD =
      """
      ##TITLE= example
      ##JCAMP-DX= 4.24 $$ of nobody
      ##DATA TYPE= INFRARED SPECTRUM
      ##XUNITS= 1/CM
      ##YUNITS= ABSORBANCE
      ##FIRSTX= 400
      ##LASTX= 418
      ##FIRSTY= 1
      ##XFACTOR= 1.0
      ##YFACTOR= 1.0
      ##NPOINTS= 10
      ##XYDATA= (X++(Y..Y))
      """;

  static List<Measurement> read(String text) {
    return new JcampReader()
        .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "a.dx");
  }

  /** The same numbers in every form of the format. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // Fixed.
        "400 1 2 3 3 2\n410 1 0 -1 -2 -3",
        "400, 1, 2, 3, 3, 2\n410, 1, 0, -1, -2, -3",
        "400 1.0E+0 20e-1 3.0 3. .2e1\n410 1 0 -1 -2 -3.0",
        // Packed.
        "400+1+2+3+3+2\n410+1+0-1-2-3",
        // Squeezed.
        "400ABCCB\n410A@abc",
        // Squeezed with duplicates.
        "400ABCTB\n410A@abc",
        // Difference; the second line repeats the last ordinate of the first.
        "400AJJ%j\n408Bjjjjj",
        // Difference and duplicate.
        "400AJT%j\n408BjW",
        // Where the check has an abscissa of its own, and stands alone on the last line.
        "400AJT%jX\n418c",
        "400 A JT % j $$ comment\n410 BjW"
      })
  void readsEveryForm(String data) {
    Measurement read = read(HEAD + data + "\n##END=\n").get(0);
    assertThat(read.spectrum().values()).containsExactly(ORDINATES);
    assertThat(read.spectrum().axis().first()).isEqualTo(400);
    assertThat(read.spectrum().axis().last()).isEqualTo(418);
    assertThat(read.spectrum().axis().step()).hasValue(2);
    assertThat(read.spectrum().axis().name()).isEqualTo("wavenumber");
    assertThat(read.spectrum().axis().unit()).isEqualTo("1/cm");
    assertThat(read.spectrum().quantity()).isEqualTo("absorbance");
    assertThat(read.warnings()).isEmpty();
    assertThat(read.metadata()).containsEntry("JCAMP-DX", "4.24");
  }

  @Test
  void appliesFactorsAndTurnsRound() {
    String text =
        HEAD.replace("XFACTOR= 1.0", "XFACTOR= 0.5")
                .replace("YFACTOR= 1.0", "YFACTOR= 0.25")
                .replace("FIRSTX= 400", "FIRSTX= 418")
                .replace("LASTX= 418", "LASTX= 400")
            + "836B12C3\n##END=";
    Measurement read =
        read(text.replace("NPOINTS= 10", "NPOINTS= 2").replace("FIRSTY= 1", "FIRSTY= 53")).get(0);
    assertThat(read.spectrum().axis().values()).containsExactly(400, 418);
    assertThat(read.spectrum().values()).containsExactly(33 * 0.25, 212 * 0.25);
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void readsPointsAndPeaksInLinkedBlocks() {
    List<Measurement> read =
        read(
            """
            ##TITLE= both
            ##JCAMP-DX= 5
            ##DATA TYPE= LINK
            ##BLOCKS= 2
            ##TITLE= points
            ## XUNITS = NANOMETERS
            ## DATATYPE = UV-VISIBLE SPECTRUM
            ## NPOINTS = 3
            ##XYPOINTS= (XY..XY)
            190, 1.5; 191, 2e-1
            195 ?
            196 3
            ##END=
            ##TITLE= peaks
            ##XUNITS= M/Z
            ##NPOINTS= 3
            ##PEAK TABLE= (XY..XY)
            16,9 17,1 14,100
            ##END=
            ##END=
            """
                .replace("NPOINTS = 3", "NPOINTS = 4"));
    assertThat(read).extracting(Measurement::id).containsExactly("points", "peaks");
    assertThat(read.get(0).spectrum().axis().values()).containsExactly(190, 191, 196);
    assertThat(read.get(0).spectrum().values()).containsExactly(1.5, 0.2, 3);
    assertThat(read.get(0).warnings()).singleElement().asString().contains("1 point(s)");
    assertThat(read.get(1).spectrum().values()).containsExactly(100, 9, 1);
    assertThat(read.get(1).warnings()).singleElement().asString().contains("peaks");
  }

  static final String TUPLES =
      """
      ##TITLE= complex
      ##JCAMP-DX= 5.0
      ##DATA CLASS= NTUPLES
      ##NTUPLES= NMR SPECTRUM
      ##VAR_NAME= FREQUENCY, SPECTRUM/REAL, SPECTRUM/IMAG, PAGE NUMBER
      ##SYMBOL= X, R, I, N
      ##VAR_DIM= 3, 3, 3, 2
      ##UNITS= HZ, ARBITRARY UNITS, ARBITRARY UNITS,
      ##FIRST= 30, 1, 4, 1
      ##LAST= 10, 3, 6, 2
      ##FACTOR= 10, 0.5, 2, 1
      ##PAGE= N=1
      ##DATA TABLE= (X++(R..R)), XYDATA
      3+1+2+3
      ##PAGE= N=2
      ##DATA TABLE= (X++(I..I)), XYDATA
      3DJJ
      1F
      ##END NTUPLES= NMR SPECTRUM
      ##END=
      """;

  @Test
  void readsEachPageOfTuples() {
    List<Measurement> read = read(TUPLES);
    assertThat(read)
        .extracting(Measurement::id)
        .containsExactly("complex, spectrum/real, N=1", "complex, spectrum/imag, N=2");
    assertThat(read.get(0).spectrum().axis().values()).containsExactly(10, 20, 30);
    assertThat(read.get(0).spectrum().axis().unit()).isEqualTo("Hz");
    assertThat(read.get(0).spectrum().values()).containsExactly(1.5, 1, 0.5);
    assertThat(read.get(1).spectrum().values()).containsExactly(12, 10, 8);
    assertThat(read.get(1).spectrum().unit()).isEqualTo("arbitrary");
    assertThat(read.get(1).warnings()).isEmpty();
  }

  @Test
  void warnsWhereTheAbscissaCheckFails() {
    Measurement read = read(HEAD + "400 1 2 3 3 2\n416 1 0 -1 -2 -3\n##END=").get(0);
    assertThat(read.warnings()).singleElement().asString().contains("line 14", "416.0", "410.0");
    Measurement first =
        read(HEAD.replace("FIRSTY= 1", "FIRSTY= 7") + "400ABCTB\n410A@abc\n##END=").get(0);
    assertThat(first.warnings()).singleElement().asString().contains("FIRSTY is 7.0");
  }

  @Test
  void saysWhereAndWhatIsWrong() {
    refused("400AJT%j\n408CjW\n##END=", 14, 4, "check of the ordinates fails");
    refused("400AJT%j\n##END=", 14, 0, "promises 10 points but there are 5");
    refused("400AJT%j\n408BjW\n418cJ\n##END=", 15, 5, "more points than the 10");
    refused("400AJS99999999\n##END=", 13, 6, "more points than the 10");
    refused("400AJT%j\n408BjW", 14, 0, "line 1 has no '##END='");
    refused("400J\n##END=", 13, 4, "no ordinate");
    refused("400A!\n##END=", 13, 5, "'!' begins no number");
    refused("ABC\n##END=", 13, 1, "begin with an abscissa");
    refused("400 1.2.3\n##END=", 13, 8, "'.' begins no number");
    refused("400 1\n##RADATA= (R++(A..A))\n##END=", 14, 0, "RADATA");
    refused("400 1\n##DATA TABLE= (X++(R..R)), XYDATA\n##END=", 14, 0, "SYMBOL");
  }

  private static void refused(String data, int line, int column, String what) {
    assertThatThrownBy(() -> read(HEAD + data))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> {
              assertThat(e.what()).contains(what);
              assertThat(e.place().orElseThrow().line()).isEqualTo(line);
              if (column > 0) {
                assertThat(e.place()).contains(new Place("a.dx", line, column));
              }
            });
  }

  @Test
  void recognisesItsOwn() {
    JcampReader reader = new JcampReader();
    byte[] own = "## TITLE = x\r\n## JCAMPDX = 4.24\r\n".getBytes(StandardCharsets.UTF_8);
    assertThat(reader.recognises(own, "x")).isTrue();
    assertThat(reader.recognises("## a comment\n1 2\n".getBytes(StandardCharsets.UTF_8), "x.dx"))
        .isFalse();
  }
}
