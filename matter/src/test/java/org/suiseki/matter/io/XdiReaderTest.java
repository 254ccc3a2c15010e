package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

class XdiReaderTest {
  private static final Path LIBRARY = Path.of("../../shared/data/patterns/xas_xdi_library");

  private static final String TRANSMISSION =
      """
      # XDI/1.0 GSE/1.0
      # Column.1: energy eV || 13IDE:Energy
      # Column.2: i0 counts
      # Column.3: itrans
      # Column.4: irefer
      # Element.symbol: Cu
      # Sample.name: copper foil
      # ///
      # measured: at night
      #----
      # energy i0 itrans irefer
      8970.0  200 100  50
      8980.0  200  50  10
      8990.0  400  50  10
      """;

  private static List<Measurement> read(String text) {
    return new XdiReader()
        .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), "a.xdi");
  }

  @Test
  void computesWhatIsNotGiven() {
    List<Measurement> found = read(TRANSMISSION);
    assertThat(found)
        .extracting(Measurement::id)
        .containsExactly("copper foil, mutrans", "copper foil, murefer");
    Measurement sample = found.get(0);
    assertThat(sample.kind()).isEqualTo(Measurement.Kind.XRAY_ABSORPTION);
    assertThat(sample.spectrum().axis().values()).containsExactly(8970, 8980, 8990);
    assertThat(sample.spectrum().axis().unit()).isEqualTo("eV");
    assertThat(sample.spectrum().values()).containsExactly(Math.log(2), Math.log(4), Math.log(8));
    assertThat(found.get(1).spectrum().values())
        .containsExactly(Math.log(2), Math.log(5), Math.log(5));
    assertThat(sample.metadata())
        .containsEntry("absorption", "ln(i0/itrans)")
        .containsEntry("Element.symbol", "Cu")
        .containsEntry("XDI.version", "1.0")
        .containsEntry("XDI.application", "GSE/1.0")
        .containsEntry("comments", "measured: at night");
    assertThat(sample.warnings()).isEmpty();
  }

  @Test
  void takesWhatIsGiven() {
    List<Measurement> found =
        read(
            """
            # XDI/1.0
            # Column.1: energy keV
            # Column.2: mutrans
            # Column.3: i0
            # Column.4: ifluor
            #---
            8.99 1.5 10 4
            8.98 1.25 10 5
            """);
    assertThat(found).hasSize(2);
    // Turned round, and in eV.
    assertThat(found.get(0).spectrum().axis().values())
        .containsExactly(new double[] {8980, 8990}, within(1e-9));
    assertThat(found.get(0).spectrum().values()).containsExactly(1.25, 1.5);
    assertThat(found.get(1).spectrum().values()).containsExactly(0.5, 0.4);
    assertThat(found.get(1).metadata()).containsEntry("absorption", "ifluor/i0");
    assertThat(found.get(0).id()).isEqualTo("a.xdi, mutrans");
  }

  @Test
  void doesNotDivideWhatIsDivided() {
    List<Measurement> found =
        read(
            """
            # XDI/1.0
            # Column.1: energy
            # Column.2: i0
            # Column.3: ifluor
            # Describe.Column.3: sum of channels, normalised by i0
            #---
            1 10 4
            2 10 5
            """);
    assertThat(found.get(0).spectrum().values()).containsExactly(4, 5);
    assertThat(found.get(0).spectrum().axis().unit()).isEqualTo("unknown");
    assertThat(found.get(0).warnings()).singleElement().asString().contains("no unit");
  }

  @Test
  void leavesOutAnAbsorptionThatCannotBeComputed() {
    List<Measurement> found = read(TRANSMISSION.replace("8980.0  200  50  10", "8980 200 50 -1"));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).warnings())
        .singleElement()
        .asString()
        .contains("ln(itrans/irefer)", "irefer = -1.0", "line 13");
  }

  @Test
  void saysWhereAndWhatIsWrong() {
    String good = TRANSMISSION;
    refused(good.replace("8980.0", "8960.0"), 13, 0, "does not rise", "8960.0 comes after 8970.0");
    refused(good.replace("8980.0", "8970.0"), 13, 0, "(twice)");
    refused(good.replace("8980.0", "89x0.0"), 13, 1, "89x0.0");
    refused(good.replace("8980.0", "nan"), 13, 0, "energy is NaN");
    refused(good.replace("8990.0  400  50  10", "8990.0  400"), 14, 0, "2 numbers");
    refused(good.replace("# XDI", "# XDF"), 1, 0, "does not say XDI");
    refused(good.substring(0, good.indexOf("8970")), 0, 0, "0 point(s)");
    refused(good.substring(0, good.indexOf("8980")), 12, 0, "1 point(s)");
    refused(good.replace("# Column.4", "# Column.7"), 12, 0, "names 7 columns");
    refused(good.replace("itrans", "time"), 12, 0, "No column holds an absorption");
    refused("", 0, 0, "does not say XDI");
  }

  private static void refused(String text, int line, int column, String... parts) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> {
              assertThat(e.place()).contains(new Place("a.xdi", line, column));
              assertThat(e.what()).contains(parts);
              assertThat(e.mend()).isNotBlank();
            });
  }

  @Test
  void recognisesItsOwn() {
    XdiReader reader = new XdiReader();
    assertThat(reader.recognises("# XDI/1.0 GSE\n".getBytes(StandardCharsets.UTF_8), "x")).isTrue();
    assertThat(reader.recognises("#XDI/1.1".getBytes(StandardCharsets.UTF_8), "x")).isTrue();
    assertThat(reader.recognises("# energy XDI/1".getBytes(StandardCharsets.UTF_8), "x")).isFalse();
    assertThat(reader.recognises(new byte[0], "x.xdi")).isFalse();
  }

  /** The library of the International X-ray Absorption Society, as NumPy reads its columns. */
  @Test
  void readsTheLibrary() throws IOException {
    assumeTrue(
        Files.isDirectory(LIBRARY), () -> "The spectra are not beside the project: " + LIBRARY);
    List<Path> files;
    try (Stream<Path> all = Files.walk(LIBRARY)) {
      files = all.filter(file -> file.toString().endsWith(".xdi")).toList();
    }
    assertThat(files).hasSize(273);
    int spectra = 0;
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        List<Measurement> found = new XdiReader().read(in, file.toString());
        assertThat(found)
            .isNotEmpty()
            .allSatisfy(one -> {
              assertThat(one.spectrum().axis().unit()).isEqualTo("eV");
              assertThat(one.spectrum().axis().first()).isBetween(1000.0, 40_000.0);
            });
        spectra += found.size();
      }
    }
    assertThat(spectra).isEqualTo(409);
  }
}
