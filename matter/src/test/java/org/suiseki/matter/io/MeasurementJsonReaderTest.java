package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

class MeasurementJsonReaderTest {
  static final String GOOD =
      """
      {"id": "a", "kind": "diffraction", "axis": {"name": "two-theta", "unit": "degree", \
      "values": [10, 10.5, 11]}, "quantity": "intensity", "unit": "counts", "values": [1, 2, 3], \
      "wavelength": 1.5406, "metadata": {"anode": "Cu"}}
      """;

  @Test
  void everythingComesBackToTheLastBit() {
    Random random = new Random(17);
    List<Measurement> written = new ArrayList<>();
    for (Measurement.Kind kind : Measurement.Kind.values()) {
      double[] x = random.doubles(300, -1e3, 1e3).sorted().distinct().toArray();
      double[] y = new double[x.length];
      for (int i = 0; i < y.length; i++) {
        double any = Double.longBitsToDouble(random.nextLong());
        y[i] = Double.isFinite(any) ? any : -0.0;
      }
      written.add(
          new Measurement(
              "id \"" + kind + "\"\n\u00e5",
              kind,
              new Spectrum(new Axis("x", "µm", x), y, "q", "1", Map.of()),
              kind == Measurement.Kind.DIFFRACTION ? y : new double[0],
              OptionalDouble.of(random.nextDouble()),
              OptionalDouble.empty(),
              Map.of("key: one", "a\nb\t{\"axis\": 1}", "", ""),
              Place.of("here"),
              List.of()));
    }
    byte[] bytes = MeasurementFiles.bytes(written, MeasurementFormat.JSON_LINES);
    MeasurementFile file = MeasurementFiles.read(new ByteArrayInputStream(bytes), "again");
    assertThat(file.format()).isEqualTo("jsonl");
    assertThat(file.entries()).hasSameSizeAs(written);
    for (int i = 0; i < written.size(); i++) {
      Measurement read = file.entries().get(i);
      assertThat(read.id()).isEqualTo(written.get(i).id());
      assertThat(read.kind()).isEqualTo(written.get(i).kind());
      assertThat(read.spectrum()).isEqualTo(written.get(i).spectrum());
      assertThat(read.deviations()).isEqualTo(written.get(i).deviations());
      assertThat(read.wavelength()).isEqualTo(written.get(i).wavelength());
      assertThat(read.countingTime()).isEmpty();
      assertThat(read.metadata()).isEqualTo(written.get(i).metadata());
    }
    assertThat(MeasurementFiles.bytes(file.entries(), MeasurementFormat.JSON_LINES))
        .isEqualTo(bytes);
  }

  @Test
  void fieldsItDoesNotKnowArePassedOver() {
    Measurement one = read(GOOD.replace("\"unit\": \"counts\"", "\"more\": [{\"x\": [1]}]")).get(0);
    assertThat(one.spectrum().unit()).isEqualTo("a.u.");
    assertThat(one.wavelength()).hasValue(1.5406);
    assertThat(one.place().line()).isEqualTo(1);
    assertThat(read(GOOD + GOOD).get(1).place().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "[1, 2, 3] | [1, 2] | The axis has 3 points but there are 2 values",
        "[1, 2, 3] | [1, null, 3] | 'values[1]' is not a finite number",
        "[1, 2, 3] | [1, NaN, 3] | 'values[1]' is not a finite number",
        "[1, 2, 3] | [1, 1e999, 3] | 'values[1]' is not a finite number",
        "[1, 2, 3] | [1, [2], 3] | 'values[1]' is not a finite number",
        "[10, 10.5, 11] | [11, 10.5, 10] | does not rise",
        "1.5406 | -1 | not a number above 0",
        "1.5406 | \"x\" | 'wavelength' is not a finite number",
        "{\"anode\": \"Cu\"} | [] | 'metadata' is not an object",
        "\"Cu\" | 1 | 'metadata.anode' is not a text",
        "diffraction | refraction | no kind 'refraction'",
        "\"id\": \"a\", | \"i\": \"a\", | 'id' is missing",
        "\"values\": [1, 2, 3], | \"id\": \"b\", | 'id' is given twice",
        "\"metadata\" | metadata | not JSON"
      })
  void refusesWhatIsWrongWithItsPlace(String part, String instead, String message) {
    assertThat(GOOD).contains(part);
    assertThatThrownBy(() -> read(GOOD + GOOD.replace(part, instead)))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("lines.jsonl:2");
  }

  private static List<Measurement> read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return MeasurementFiles.read(new ByteArrayInputStream(bytes), "lines.jsonl").entries();
  }
}
