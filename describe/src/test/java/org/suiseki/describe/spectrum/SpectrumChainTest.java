package org.suiseki.describe.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;

class SpectrumChainTest {
  private final Spectrum pattern =
      Patterns.of(
          Patterns.angles(10, 85, 0.05), x -> 50 + 4000 * Patterns.peak(x, 40.02, 0.3, 0.4));

  @Test
  void doesOneStepAfterTheOther() {
    Spectrum done = SpectrumChain.parse("crop:20:60|arpls|sqrt|max").apply(pattern);
    assertThat(done.axis().first()).isEqualTo(20);
    assertThat(done.axis().last()).isEqualTo(60);
    assertThat(done.valueAt(40)).isEqualTo(1);
    // Half the height becomes its root: at half the width to one side, 0.13° from 40°, off by the
    // grid.
    assertThat(done.valueAt(40.17)).isCloseTo(Math.sqrt(0.5), within(0.01));
    assertThat(done.unit()).isEqualTo("1");
    assertThat(done.quantity()).isEqualTo("√(intensity)");
    assertThat(SpectrumChain.parse(" ").apply(pattern)).isSameAs(pattern);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crop:from=10:to=90",
        "crop:10.5:90|snip|sqrt|max",
        "snip:30:15|max",
        "resample:20:60:0.1:zero|smooth:7:3|chebyshev:4|area",
        "rebin:from=20:to=60:step=0.1|arpls:stiffness=2e6|asinh:5|snv",
        "zero:-0.02|displacement:0.1:217.5|kalpha2:1.5405929:1.5444274:0.497|log",
        "axis:q:1.5406|derivative",
        "axis:to=two-theta:target=0.7093:wavelength=1.5406",
        " Crop : 10 : to = 90 | max "
      })
  void readsWhatItWrites(String text) {
    SpectrumChain chain = SpectrumChain.parse(text);
    assertThat(SpectrumChain.parse(chain.text())).isEqualTo(chain);
  }

  @Test
  void writesTheCanonicalText() {
    assertThat(SpectrumChain.parse("crop:10:90|snip|axis:d:1.5406").text())
        .isEqualTo("crop:from=10:to=90|snip:points=40|axis:to=d:wavelength=1.5406");
    assertThat(new Crop(10, 90).parameters().get(0))
        .isEqualTo(new StepParameter("from", "10", "axis"));
    assertThat(SpectrumChain.names()).contains("crop", "arpls", "kalpha2", "axis").hasSize(19);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "crop:10:90|snap:4; Step 2 of the chain; Did you mean \"snip\"?",
        "crop:10; Step 1 of the chain; needs to.",
        "crop:10:90:3; no option for \"3\"; It takes from, to.",
        "crop:fron=10:to=90; no option \"fron\"; Did you mean \"from\"?",
        "crop:10:from=3:to=4; given twice; once",
        "crop:10:ten; to of crop is \"ten\"; Give a number.",
        "crop:10:NaN; to of crop is \"NaN\"; Give a number.",
        "crop:90:10; from 90.0 to 10.0; above the start",
        "max:3; no option for \"3\"; takes none",
        "smooth:4.5; window of smooth is \"4.5\"; whole number",
        "crop:1:2||max; Step 2; Steps: crop",
        "resample:1:2:0.1:nothing; outside of resample; refuse, zero or hold",
        "axis:energy:1; No axis of diffraction; two-theta, q or d",
      })
  void saysWhichStepCannotBeRead(String text, String what, String mend) {
    assertThatThrownBy(() -> SpectrumChain.parse(text))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining(what)
        .hasMessageContaining(mend);
  }

  @Test
  void saysWhichStepCannotBeDone() {
    SpectrumChain chain = SpectrumChain.parse("sqrt|crop:200:300");
    assertThatThrownBy(() -> chain.apply(pattern))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("Step 2 of the chain, \"crop:from=200:to=300\": Fewer than two")
        .hasMessageContaining("wider window");
  }

  @Test
  void rebinningKeepsTheArea() {
    double[] x = new double[400];
    double[] y = new double[400];
    Random random = new Random(7);
    for (int i = 0; i < x.length; i++) {
      x[i] = (i == 0 ? 5 : x[i - 1]) + 0.01 + random.nextDouble() * 0.2;
      y[i] = random.nextDouble() * 1000;
    }
    Spectrum uneven = Patterns.with(new Axis("two-theta", "degree", x), y);
    double from = x[0];
    double to = x[399];
    for (int steps : new int[] {3, 57, 400, 5000}) {
      Spectrum binned = new Rebin(from, to, (to - from) / steps).apply(uneven);
      // Rounding of some thousand additions.
      assertThat(binned.area()).isCloseTo(uneven.area(), within(1e-9 * uneven.area()));
      assertThat(binned.length()).isEqualTo(steps + 1);
    }
    Spectrum line = Patterns.of(Patterns.angles(0, 10, 0.1), v -> 3 * v);
    assertThat(new Rebin(1, 9, 1).apply(line).value(4)).isCloseTo(15, within(1e-12));
    assertThatThrownBy(() -> new Rebin(-1, 9, 1).apply(line)).hasMessageContaining("Narrow");
  }

  @Test
  void transformsEitherSign() {
    Axis axis = Patterns.angles(0, 3, 1);
    Spectrum signed = Patterns.with(axis, new double[] {-4, 0, 1e-9, 2.5e7});
    assertThat(SpectrumChain.parse("sqrt").apply(signed).values())
        .containsExactly(-2, 0, Math.sqrt(1e-9), 5000);
    double[] asinh = SpectrumChain.parse("asinh:2").apply(signed).values();
    assertThat(asinh[0]).isCloseTo(-1.4436354751788103, within(1e-15));
    assertThat(asinh[2]).isCloseTo(5e-10, within(1e-24));
    assertThat(asinh[3]).isCloseTo(Math.log(2.5e7), within(1e-13));
    assertThatThrownBy(() -> SpectrumChain.parse("log").apply(signed))
        .hasMessageContaining("point 1 (0.0 degree) is -4.0 counts")
        .hasMessageContaining("asinh");
  }
}
