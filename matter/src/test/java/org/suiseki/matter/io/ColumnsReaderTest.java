package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.suiseki.matter.io.MeasurementFilesTest.read;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.MatterException;

class ColumnsReaderTest {
  static final String REGIONS =
      """
      # values in kinetic energy
      # Region:  one
      # Dwell Time: 0.2
      # ColumnLabels: energy counts/s scaling
      100 5 1
      101 6 1
      102 7 1
      # Region:  two
      # ColumnLabels: energy counts/s scaling
      50 1 1
      51 2 1
      """;

  private static Measurement one(String text, String name) {
    return read(text, name).entries().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.5 1.5\n11.5 2.5\n",
        "10.5\t1.5\r\n11.5\t2.5",
        "10.5,1.5\n11.5,2.5\n",
        "10.5, 1.5\n11.5, 2.5\n",
        "10.5;1.5\n11.5;2.5\n",
        "10,5;1,5\n11,5;2,5\n",
        "10,5 1,5\n11,5 2,5\n",
        "10,5\t1,5\r11,5\t2,5\r",
        "\"10.5\",\"1.5\"\n\"11.5\",\"2.5\"\n",
        "  1.05D+01   1.5e0  \n\n! a comment\n  1.15D+01   2.5  \n",
        "x,y\n10.5,1.5\n11.5,2.5\n",
        "11.5 2.5\n10.5 1.5\n",
      })
  void tellsTheDelimiter(String text) {
    Measurement pattern = one(text, "a.xy");
    assertThat(pattern.spectrum().axis().values()).containsExactly(10.5, 11.5);
    assertThat(pattern.spectrum().values()).containsExactly(1.5, 2.5);
    assertThat(pattern.spectrum().axis().name()).isEqualTo("two-theta");
    assertThat(pattern.spectrum().axis().unit()).isEqualTo("degree");
    assertThat(pattern.wavelength()).isEmpty();
    assertThat(pattern.warnings()).anyMatch(warning -> warning.contains("was assumed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# 2theta I | two-theta | degree | DIFFRACTION",
        "2θ (°)\tIntensity | two-theta | degree | DIFFRACTION",
        "2-Theta Angle (Degrees)  Intensity | two-theta | degree | DIFFRACTION",
        "Energy (eV)\tmu | energy | eV | XRAY_ABSORPTION",
        "# energy_keV counts | energy | keV | SPECTRUM",
        "Energy loss (eV)\tcounts | energy loss | eV | ELECTRON_ENERGY_LOSS",
        "Binding Energy (eV)\tcounts | binding energy | eV | SPECTRUM",
        "Q (1/nm)\tI | Q | 1/nm | DIFFRACTION",
        "q(A^-1)  I | Q | 1/Å | DIFFRACTION",
        "d (Å)\tI | d | Å | DIFFRACTION",
        "wavenumber (cm-1)\tT | wavenumber | 1/cm | SPECTRUM",
        "wavelength (nm)\tA | wavelength | nm | SPECTRUM",
        "#  k   chi | k | 1/Å | XRAY_ABSORPTION",
      })
  void headsNameTheAxis(String head, String name, String unit, Measurement.Kind kind) {
    Measurement pattern = one(head + "\n1 5\n2 6\n3 7\n", "a.dat");
    assertThat(pattern.spectrum().axis().name()).isEqualTo(name);
    assertThat(pattern.spectrum().axis().unit()).isEqualTo(unit);
    assertThat(pattern.kind()).isEqualTo(kind);
    assertThat(pattern.warnings()).isEmpty();
  }

  @Test
  void thirdColumnIsDeviationsWhereNamedSo() {
    assertThat(one("1 5 .1\n2 6 .2\n", "a.xye").deviations()).containsExactly(.1, .2);
    assertThat(one("1 5 .1\n2 6 .2\n", "a.xy").deviations()).isEmpty();
    assertThat(one("1 5 .1\n2 6 .2\n", "a.xy").warnings())
        .anyMatch(warning -> warning.contains("column 3"));
    Measurement named = one("2theta,esd,other,intensity\n1,.1,9,5\n2,.2,9,6\n", "a.csv");
    assertThat(named.deviations()).containsExactly(.1, .2);
    assertThat(named.spectrum().values()).containsExactly(5, 6);
    assertThat(named.warnings()).singleElement().asString().contains("other");
    assertThatThrownBy(() -> one("1 5 .1\n2 6 -.2\n", "a.xye")).hasMessageContaining("a.xye:2");
  }

  @Test
  void headsGiveWavelengthAndTime() {
    String conditions =
        """
        [Measurement conditions]
        Sample identification,corundum
        K-Alpha1 wavelength,1.54
        K-Alpha2 wavelength,1.55
        Ratio K-Alpha2/K-Alpha1,0.25
        Scan step time,12.5
        [Scan points]
        Angle,Intensity
        10,5
        11,6
        """;
    Measurement pattern = one(conditions, "a.csv");
    assertThat(pattern.wavelength().orElseThrow()).isEqualTo(1.542);
    assertThat(pattern.countingTime().orElseThrow()).isEqualTo(12.5);
    assertThat(pattern.metadata()).containsEntry("Sample identification", "corundum");
    assertThat(one("# wavelength = 0.07 nm\n1 2\n2 3\n", "a").wavelength().orElseThrow())
        .isCloseTo(0.7, within(1e-15));
  }

  @Test
  void sentencesAreNoHeads() {
    Measurement pattern = one("# Energy was scanned twice\n# Energy: 8000\n10 5\n11 6\n", "a.xy");
    assertThat(pattern.spectrum().axis().name()).isEqualTo("two-theta");
    assertThat(pattern.metadata()).containsEntry("Energy", "8000");
  }

  @Test
  void commentsBeginRanges() {
    List<Measurement> ranges = read(REGIONS, "a.xy").entries();
    assertThat(ranges).extracting(Measurement::id).containsExactly("one", "two");
    assertThat(ranges.get(0).spectrum().axis().name()).isEqualTo("kinetic energy");
    assertThat(ranges.get(0).countingTime().orElseThrow()).isEqualTo(0.2);
    assertThat(ranges.get(1).spectrum().values()).containsExactly(1, 2);
    assertThat(ranges.get(1).countingTime()).isEmpty();
  }

  /** To the last bit, for words of few and many digits, with all that may stand beside digits. */
  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", ",", ", ", ";"})
  void numbersAreReadAsTheLanguageReadsThem(String between) {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    double[] expected = new double[5000];
    for (int i = 0; i < expected.length; i++) {
      String digits = Long.toString(random.nextLong() >>> (1 + random.nextInt(60)));
      int point = random.nextInt(digits.length() + 2);
      String word =
          point > digits.length()
              ? digits
              : digits.substring(0, point) + "." + digits.substring(point);
      word = (random.nextInt(3) == 0 ? "-" : "") + word + (random.nextInt(9) == 0 ? "e-2" : "");
      expected[i] = Double.parseDouble(word);
      text.append(i).append(between).append(word).append('\n');
    }
    assertThat(one(text.toString(), "a.xy").spectrum().values()).containsExactly(expected);
  }

  @Test
  void positionsThatBeginFarBackBeginARange() {
    StringBuilder text = new StringBuilder();
    for (int range = 0; range < 2; range++) {
      for (int i = 0; i < 40; i++) {
        text.append(10 + 0.5 * i + 5 * range).append(" 7\n");
      }
    }
    List<Measurement> ranges = read(text.toString(), "a.xy").entries();
    assertThat(ranges).hasSize(2);
    assertThat(ranges.get(1).spectrum().axis().first()).isEqualTo(15);
    assertThat(ranges.get(1).warnings()).anyMatch(warning -> warning.contains("line 41"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 5 | a.xy:1 | only one point",
        "'10 5\n11 6\n10.5 7\n' | a.xy:3 | turns back",
        "'10 5\n11 6\n11 7\n' | a.xy:3 | repeated",
        "'10 5\n10 6\n11 7\n' | a.xy:2 | repeated",
        "'10 5\n11 NaN\n12 7\n' | a.xy:2:4 | 'NaN'",
        "'10 nan\n11 6\n12 7\n' | a.xy:1:4 | 'nan'",
        "'10 5\n11 1e999\n12 7\n' | a.xy:2:4 | '1e999'",
        "'10 5\n11 6\n12 abc\n13 7\n' | a.xy:3:4 | 'abc'",
        "'10 5\n11\n12 6\n13 7\n' | a.xy:2 | fewer than 2 columns",
        "'2theta I\n10 5\n500 6\n' | a.xy:2 | pass 180",
      })
  void badPointsHaveTheirLine(String text, String place, String expected) {
    assertThatThrownBy(() -> one(text, "a.xy"))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(place)
        .hasMessageContaining(expected);
  }

  @Test
  void negativeCountsAreWarnedOf() {
    Measurement pattern = one("# 2theta I\n10 5\n11 -6\n12 -7\n", "a.xy");
    assertThat(pattern.spectrum().values()).containsExactly(5, -6, -7);
    assertThat(pattern.warnings())
        .containsExactly("2 of 3 intensities are negative, such as -6.0 at 11.0 (line 3).");
    assertThat(one("# Energy (eV)  mu\n10 5\n11 -6\n", "a.xy").warnings()).isEmpty();
  }

  @Test
  void tooLongATextIsRefused() {
    byte[] line = "10 5\n".getBytes(StandardCharsets.US_ASCII);
    InputStream endless =
        new InputStream() {
          private int at;

          @Override
          public int read() {
            return line[at++ % line.length];
          }
        };
    assertThatThrownBy(() -> MeasurementFiles.read(endless, "a.xy"))
        .hasMessageContaining("longer than 67,108,864 bytes");
  }
}
