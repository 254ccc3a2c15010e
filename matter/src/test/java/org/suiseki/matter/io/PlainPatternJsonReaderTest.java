package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.MatterException;

class PlainPatternJsonReaderTest {
  static final String PATTERN =
      """
      {"two_theta_values": [37.0001, 37.020555, 37.041009], "intensities": [7264.0, 7202, 7335], \
      "label": "{\\"xray_info\\":\\"{\\\\\\"primary_wavelength\\\\\\":\\\\\\"1.5406\\\\\\"}\\"}", \
      "metadata": "{}"}
      """;

  @Test
  void readsPatternAndWavelength() {
    MeasurementFile file = read(PATTERN);
    assertThat(file.format()).isEqualTo("xrdpattern");
    Measurement one = file.entries().get(0);
    assertThat(one.spectrum().axis().at(1)).isEqualTo(37.020555);
    assertThat(one.spectrum().values()).containsExactly(7264, 7202, 7335);
    assertThat(one.wavelength()).hasValue(1.5406);
    assertThat(one.warnings()).hasSize(1);
    assertThat(read(PATTERN.replace("primary", "other")).entries().get(0).wavelength()).isEmpty();
  }

  @Test
  void refusesWhatIsNoPattern() {
    assertThatThrownBy(() -> read(PATTERN.replace("7202, ", "")))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("3 points but there are 2 values");
    assertThatThrownBy(() -> read(PATTERN.replace("7202", "null")))
        .hasMessageContaining("'intensities[1]'");
    assertThatThrownBy(() -> read(PATTERN + PATTERN)).hasMessageContaining("follows the end");
  }

  @Test
  void readsTheSample() {
    Path sample = Path.of("../../shared/data/files/xrd/xrdpattern_aimat.json");
    if (!Files.exists(sample)) {
      System.out.println("[NOT RUN] there is no " + sample);
      return;
    }
    Measurement one = MeasurementFiles.read(sample).entries().get(0);
    assertThat(one.spectrum().length()).isEqualTo(4059);
    assertThat(one.wavelength()).hasValue(1.5406);
  }

  private static MeasurementFile read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return MeasurementFiles.read(new ByteArrayInputStream(bytes), "pattern.json");
  }
}
