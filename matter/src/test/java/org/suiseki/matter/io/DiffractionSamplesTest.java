package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against numbers that a few lines of Python took from the same files. */
class DiffractionSamplesTest {
  private static final Path SAMPLES = Path.of("..", "..", "shared", "data", "files", "xrd");

  private static MeasurementFile read(String name) {
    return MeasurementFiles.read(sample(name));
  }

  private static Path sample(String name) {
    Path file = SAMPLES.resolve(name);
    assumeTrue(Files.exists(file), "The samples of instrument files are not here.");
    return file;
  }

  @ParameterizedTest
  @CsvSource({
    "xylib_BT86_.UXD, uxd, 2374, 3.0, 40.0, 187, 362, 269, NaN",
    "dara_BiFeO3.xy, columns, 23928, 10.002717, 140.003372, 3195, 1935, 1594, 35148086",
    "gsas_NIST660CBI.gsas, gsas, 8378, 15.0066, 124.9991231, 2364, 1181, 370, 6749509",
    "gsas_PBSO4.XRA, gsas, 6001, 10, 160, 179, 108, 368, 2454390",
    "gsas_neutron_garnet.raw, gsas, 2679, 24, 157.9, 162, 144, 135, 623436",
    "xylib_D1A5.dat, grid, 1680, -10, 157.9, 0.8, 191.4, 155.1, 343018.7",
    "xylib_PSI_DMC.dat, grid, 3200, 2.948, 162.898, 7444, 8054, 8561, 26992221",
    "xrdpattern_data.cif, pdcif, 3728, 8, 89.994, 1733, 667, 202, 2056936",
    "xylib_1517474.cif, pdcif, 3296, 1.5, 166.25, 5540, 342, 797, 1481903",
  })
  void pointsAreThoseOfTheFile(
      String name,
      String format,
      int points,
      double from,
      double to,
      double first,
      double thousandth,
      double last,
      double sum) {
    MeasurementFile file = read(name);
    assertThat(file.format()).isEqualTo(format);
    Measurement pattern = file.entries().get(0);
    assertThat(pattern.kind()).isEqualTo(Measurement.Kind.DIFFRACTION);
    assertThat(pattern.spectrum().length()).isEqualTo(points);
    assertThat(pattern.spectrum().axis().name()).isEqualTo("two-theta");
    assertThat(pattern.spectrum().axis().first()).isEqualTo(from);
    assertThat(pattern.spectrum().axis().last()).isEqualTo(to);
    assertThat(pattern.spectrum().value(0)).isEqualTo(first);
    assertThat(pattern.spectrum().value(1000)).isEqualTo(thousandth);
    assertThat(pattern.spectrum().value(points - 1)).isEqualTo(last);
    if (!Double.isNaN(sum)) {
      // Rounding while adding tenths
      assertThat(Arrays.stream(pattern.spectrum().values()).sum()).isCloseTo(sum, within(1e-6));
    }
  }

  @Test
  void deviationsAreThoseOfTheFile() {
    // 144 counts on average of nine counters
    assertThat(read("gsas_neutron_garnet.raw").entries().get(0).deviations()[1000]).isEqualTo(4);
    assertThat(read("xylib_D1A5.dat").entries().get(0).deviations()[0]).isEqualTo(0.58);
    assertThat(read("xylib_PSI_DMC.dat").entries().get(0).deviations()[0]).isEqualTo(81.5);
    assertThat(read("xylib_1517474.cif").entries().get(0).deviations()[1000]).isEqualTo(19);
    assertThat(read("xylib_BT86_.UXD").entries().get(0).deviations()).isEmpty();
  }

  @Test
  void wavelengthsAreThoseOfTheFile() {
    assertThat(read("xylib_BT86_.UXD").entries().get(0).wavelength().orElseThrow())
        .isCloseTo((1.5406 + 0.5 * 1.54439) / 1.5, within(1e-15));
    assertThat(read("xrdpattern_data.cif").entries().get(0).wavelength().orElseThrow())
        .isCloseTo((1.540598 + 0.38 * 1.54439) / 1.38, within(1e-15));
    assertThat(read("xylib_1517474.cif").entries().get(0).wavelength().orElseThrow())
        .isEqualTo(2.0785);
    assertThat(read("xylib_PSI_DMC.dat").entries().get(0).wavelength().orElseThrow())
        .isEqualTo(1.494);
    assertThat(read("gsas_PBSO4.XRA").entries().get(0).wavelength()).isEmpty();
  }

  @Test
  void regionsOfPhotoelectronsAreRanges() {
    MeasurementFile file = read("xylib_specsxy_example.xy");
    assertThat(file.entries()).extracting(Measurement::id).startsWith("over_1400eV", "O1s");
    assertThat(file.entries())
        .extracting(m -> m.spectrum().length())
        .containsExactly(1303, 281, 501, 301);
    Measurement falling = read("xylib_mm-specs.xy").entries().get(0);
    assertThat(falling.spectrum().axis().name()).isEqualTo("binding energy");
    assertThat(falling.spectrum().value(400)).isEqualTo(661.88211);
  }

  @Test
  void aRepeatedAngleIsSaidWithItsLine() {
    Path file = sample("xrdpattern_single.csv");
    assertThatThrownBy(() -> MeasurementFiles.read(file))
        .hasMessageContaining("xrdpattern_single.csv:1513")
        .hasMessageContaining("69.70313028 is repeated");
  }
}
