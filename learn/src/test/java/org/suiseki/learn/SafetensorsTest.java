package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.Place;

class SafetensorsTest {

  private static final Place HERE = Place.of("a.safetensors");

  /**
   * Laid out by hand after the format's page: 1.5 and −2 as F32, then 258 as I64, all
   * little-endian.
   */
  @Test
  void readsBytesWrittenByHand() {
    String header =
        "{\"__metadata__\":{\"made\":\"by hand\"},"
            + "\"n\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[8,16]},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}}   ";
    byte[] file = file(header, HexFormat.of().parseHex("0000c03f000000c0" + "0201000000000000"));
    Map<String, DenseArray> arrays = Safetensors.read(file, HERE);
    assertThat(arrays.keySet()).containsExactly("n", "w");
    assertThat(((DenseArray.Longs) arrays.get("n")).values()).containsExactly(258);
    assertThat(arrays.get("n").shape()).isEmpty();
    assertThat(((DenseArray.Floats) arrays.get("w")).values()).containsExactly(1.5f, -2f);
    assertThat(arrays.get("w").shape()).containsExactly(2, 1);
  }

  @Test
  void writesTheBytesOfTheFormat() {
    byte[] file =
        Safetensors.write(Map.of("w", new DenseArray.Floats(new long[] {1}, new float[] {1.5f})));
    String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
    String padded = header + " ".repeat((8 - header.length() % 8) % 8);
    assertThat(file).isEqualTo(file(padded, HexFormat.of().parseHex("0000c03f")));
  }

  @Test
  void everyTypeComesBackBitForBit() {
    Map<String, DenseArray> arrays = new LinkedHashMap<>();
    arrays.put("b", new DenseArray.Bytes(new long[] {3}, new byte[] {0, -1, 127}));
    arrays.put(
        "f", new DenseArray.Floats(new long[] {2}, new float[] {Float.NaN, Float.MIN_VALUE}));
    arrays.put("d", DenseArray.of(new double[][] {{1e-300, -0.0}, {Double.NaN, Math.PI}}));
    arrays.put("l", DenseArray.of(new long[] {Long.MIN_VALUE, 7}));
    arrays.put("none", new DenseArray.Doubles(new long[] {0, 5}, new double[0]));
    arrays.put("name with \"ü\"", new DenseArray.Doubles(new long[0], new double[] {3}));
    Map<String, DenseArray> back = Safetensors.read(Safetensors.write(arrays), HERE);
    assertThat(back.keySet()).isEqualTo(arrays.keySet());
    assertThat(Safetensors.write(back)).isEqualTo(Safetensors.write(arrays));
    assertThat(((DenseArray.Doubles) back.get("d")).values())
        .containsExactly(1e-300, -0.0, Double.NaN, Math.PI);
    assertThat(back.get("none").shape()).containsExactly(0, 5);
    assertThat(((DenseArray.Bytes) back.get("b")).values()).containsExactly(0, -1, 127);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.0],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[18446744073709551618],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"BF16\",\"shape\":[4],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"more\":1}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}",
        "{\"a\":7}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"__metadata__\":{\"a\":1},\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} {}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}",
        " {}",
        "[]",
      })
  void unsoundHeadersAreRefused(String header) {
    refused(file(header, new byte[8]));
  }

  @Test
  void unsoundLengthsAreRefused() {
    refused(new byte[0]);
    refused(new byte[7]);
    refused(new byte[8]);
    byte[] huge = file("{}", new byte[0]);
    for (long length : new long[] {-1, Long.MIN_VALUE, 3, 1, 100_000_001L}) {
      ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      refused(huge);
    }
  }

  /** Whatever is done to the bytes, the answer is arrays or one clear refusal. */
  @Test
  void damagedFilesNeverFailOtherwise() {
    byte[] sound =
        Safetensors.write(
            Map.of("a", DenseArray.of(new double[] {1, 2}), "b", DenseArray.of(new long[] {3})));
    SplittableRandom random = new SplittableRandom(6);
    for (int trial = 0; trial < 5000; trial++) {
      byte[] damaged =
          java.util.Arrays.copyOf(sound, random.nextInt(sound.length / 2, sound.length + 5));
      for (int flips = random.nextInt(4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        Safetensors.read(damaged, HERE);
      } catch (LearnException e) {
        assertThat(e.place()).contains(HERE);
      }
    }
  }

  private static void refused(byte[] file) {
    assertThatThrownBy(() -> Safetensors.read(file, HERE))
        .isInstanceOf(LearnException.class)
        .hasMessageStartingWith("a.safetensors: ");
  }

  private static byte[] file(String header, byte[] data) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).array());
    file.writeBytes(text);
    file.writeBytes(data);
    return file.toByteArray();
  }
}
