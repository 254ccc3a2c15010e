package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

/** What is written comes back, to the last digit. */
class MeasurementWritersTest {

  private static Measurement measurement(
      Axis axis, Measurement.Kind kind, Map<String, String> metadata, boolean deviations) {
    Random random = new Random(7);
    double[] values = random.doubles(axis.length(), -1e-3, 1e5).toArray();
    return new Measurement(
        "foil\nof copper",
        kind,
        new Spectrum(axis, values, "absorption", "1", Map.of()),
        deviations ? values.clone() : new double[0],
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        metadata,
        Place.of("here"),
        List.of());
  }

  private static final Axis UNEVEN = new Axis("energy", "eV", new double[] {8970.1, 8980.2, 9000});

  private static Measurement again(
      MeasurementWriter writer, SpectrumReader reader, Measurement written) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(List.of(written), out);
    assertThat(reader.recognises(out.toByteArray(), "x")).isTrue();
    List<Measurement> read = reader.read(new ByteArrayInputStream(out.toByteArray()), "again");
    assertThat(read).hasSize(1);
    assertThat(read.get(0).spectrum().values()).isEqualTo(written.spectrum().values());
    assertThat(read.get(0).spectrum().axis()).isEqualTo(written.spectrum().axis());
    assertThat(read.get(0).warnings()).isEmpty();
    assertThat(read.get(0).kind()).isEqualTo(written.kind());
    return read.get(0);
  }

  @Test
  void xdiComesBack() throws IOException {
    Map<String, String> metadata =
        Map.of(
            "Mono.d_spacing", "3.1", "atsym", "Cu", "comments", "a\n----\nb: c", "bkg_e0", "8979");
    Measurement written = measurement(UNEVEN, Measurement.Kind.XRAY_ABSORPTION, metadata, true);
    assertThat(new XdiWriter().losses(List.of(written)))
        .satisfiesExactly(
            lost -> assertThat(lost).contains("[bkg_e0]"),
            lost -> assertThat(lost).contains("Element.edge"));
    Measurement read = again(new XdiWriter(), new XdiReader(), written);
    assertThat(read.id()).isEqualTo("foil of copper");
    assertThat(read.spectrum().quantity()).isEqualTo("absorption");
    assertThat(read.metadata())
        .containsEntry("Element.symbol", "Cu")
        .containsEntry("Mono.d_spacing", "3.1")
        .containsEntry("comments", "a\nb: c");
  }

  @Test
  void xdiKeepsHowTheAbsorptionWasMeasured() throws IOException {
    for (Map.Entry<String, String> one :
        Map.of(
                "ln(i0/itrans)", "mutrans",
                "ifluor/i0", "mufluor",
                "ln(itrans/irefer)", "murefer",
                "xmu", "xmu")
            .entrySet()) {
      Measurement written =
          measurement(
              UNEVEN, Measurement.Kind.XRAY_ABSORPTION, Map.of("absorption", one.getKey()), false);
      assertThat(again(new XdiWriter(), new XdiReader(), written).metadata())
          .containsEntry("absorption", one.getValue());
    }
  }

  @Test
  void msaComesBack() throws IOException {
    Map<String, String> metadata = Map.of("BEAMKV", "120.0 kV", "DATE", "01-OCT-1991", "low", "x");
    for (Axis axis : List.of(UNEVEN, Axis.uniform("energy", "eV", 520.25, 620.25, 0.5))) {
      Measurement written =
          measurement(axis, Measurement.Kind.ELECTRON_ENERGY_LOSS, metadata, false);
      Measurement read = again(new MsaWriter(), new MsaReader(), written);
      assertThat(read.id()).isEqualTo("foil of copper");
      assertThat(read.metadata())
          .containsEntry("BEAMKV", "120.0 kV")
          .containsEntry("DATE", "01-OCT-1991")
          .containsEntry("DATATYPE", axis == UNEVEN ? "XY" : "Y")
          .doesNotContainKey("low");
    }
    Measurement written =
        measurement(UNEVEN, Measurement.Kind.ELECTRON_ENERGY_LOSS, metadata, true);
    assertThat(new MsaWriter().losses(List.of(written))).hasSize(2);
  }

  @Test
  void refusesWhatTheFormatDoesNotHold() {
    Measurement pattern = measurement(UNEVEN, Measurement.Kind.DIFFRACTION, Map.of(), false);
    assertThatThrownBy(() -> new XdiWriter().losses(List.of(pattern)))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("this is diffraction");
    assertThatThrownBy(() -> new MsaWriter().losses(List.of(pattern, pattern)))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("there are 2");
    assertThatThrownBy(() -> new XdiWriter().losses(List.of())).isInstanceOf(MatterException.class);
  }
}
