package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.MatterException;

class Kek9809ReaderTest {
  static final String SCAN =
      """
        9809     KEK-PF   BL12C
       G:scan  07.05.12 23:28
       Mono :   SI(111)       D=  3.13551 A    Initial angle=  9.25969 deg
       Ortec(-1)     NDCH = 4
        Angle(c)  Angle(o)    time/s         2         3         4
            Mode         0         0         1         2         3
          Offset         0         0   826.150   652.975     1.000
         9.44433   9.44420      1.00      2000      1000       100
         9.43958   9.43960      1.00      2000      4000       200
         9.43483   9.43480      2.00      2000      2000        50
      """;

  @Test
  void computesEnergiesAndBothAbsorptions() {
    MeasurementFile file = read(SCAN);
    assertThat(file.format()).isEqualTo("kek-9809");
    assertThat(file.entries()).hasSize(2);
    Measurement behind = file.entries().get(0);
    assertThat(behind.kind()).isEqualTo(Measurement.Kind.XRAY_ABSORPTION);
    // 12398.4198 eV Å / (2 · 3.13551 Å · sin 9.44420°), by Python.
    assertThat(behind.spectrum().axis().first()).isCloseTo(12049.0832, within(1e-4));
    assertThat(behind.spectrum().values()).containsExactly(Math.log(2), Math.log(0.5), Math.log(1));
    assertThat(behind.metadata()).containsEntry("absorption", "ln(i0/itrans)");
    assertThat(file.entries().get(1).spectrum().values()).containsExactly(0.05, 0.1, 0.025);
    assertThat(behind.warnings()).hasSize(1);
  }

  @Test
  void refusesWhatIsMissing() {
    assertThatThrownBy(() -> read(SCAN.replace("D=", "E=")))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("no spacing D");
    assertThatThrownBy(() -> read(SCAN.replace("2         3\n    Offset", "9 9\n    Offset")))
        .hasMessageContaining("modes of the detectors");
    assertThatThrownBy(() -> read(SCAN.replace("      4000       200", "")))
        .hasMessageContaining("scan:9")
        .hasMessageContaining("6 columns");
    assertThatThrownBy(() -> read(SCAN.replace("4000", "0"))).hasMessageContaining("No absorption");
    assertThatThrownBy(() -> read(SCAN.replace("9.43960", "9.44420")))
        .hasMessageContaining("does not rise");
  }

  @Test
  void readsTheSample() {
    Path sample = Path.of("../../shared/data/files/xas/larch_PFBL12C_2005.dat");
    if (!Files.exists(sample)) {
      System.out.println("[NOT RUN] there is no " + sample);
      return;
    }
    List<Measurement> ranges = MeasurementFiles.read(sample).entries();
    assertThat(ranges).hasSize(1);
    // The head plans 818 points from 12,049 to 13,260 eV.
    assertThat(ranges.get(0).spectrum().length()).isEqualTo(818);
    assertThat(ranges.get(0).spectrum().axis().first()).isCloseTo(12049, within(1.0));
    // The angle set is that of 13,259.9 eV, the angle observed at the end of 13,243.3 eV.
    assertThat(ranges.get(0).spectrum().axis().last()).isCloseTo(13243.3115, within(1e-3));
    assertThat(ranges.get(0).warnings())
        .anySatisfy(warning -> assertThat(warning).contains("up to 16.7 eV"));
  }

  private static MeasurementFile read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return MeasurementFiles.read(new ByteArrayInputStream(bytes), "scan");
  }
}
