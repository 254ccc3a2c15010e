package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;

class CrystalDescriptorsTest {
  private final Crystal rockSalt =
      Crystal.of(
          Lattice.of(0, 2.82, 2.82, 2.82, 0, 2.82, 2.82, 2.82, 0),
          List.of(
              new Site(Occupation.of(Species.of(Element.Na, 1)), 0, 0, 0),
              new Site(Occupation.of(Species.of(Element.Cl, -1)), .5, .5, .5)));

  @Test
  void makesEachDescriptorByName() {
    for (String name : CrystalDescriptors.names()) {
      String asked = name.equals("rdf-pairs") ? name + ":pairs=Na-Cl" : name;
      Descriptor<Crystal> descriptor = CrystalDescriptors.named(asked);
      double[] values = new double[descriptor.width() + 2];
      values[0] = 7;
      values[values.length - 1] = 7;
      descriptor.describe(rockSalt, values, 1);
      assertThat(values).as(name).startsWith(7).endsWith(7).doesNotContain(Double.NaN);
      assertThat(descriptor.names()).as(name).hasSize(descriptor.width()).doesNotHaveDuplicates();
      assertThat(descriptor.units()).as(name).hasSize(descriptor.width());
      assertThat(CrystalDescriptors.entry(name).summary()).as(name).isNotBlank();
      assertThat(CrystalDescriptors.entry(name).source()).as(name).isNotBlank();
    }
  }

  @Test
  void readsOptions() {
    Descriptor<Crystal> rdf = CrystalDescriptors.named("rdf:cutoff=4:bins=8");
    assertThat(rdf.names()).hasSize(8).endsWith("rdf 3.5-4 Å");
    assertThat(CrystalDescriptors.named("rdf-pairs:pairs=Cl-Na+Na-Na:bins=10:cutoff=5").names())
        .hasSize(20)
        .contains("rdf Na-Cl 2.5-3 Å", "rdf Na-Na 4.5-5 Å");
  }

  @Test
  void knowsTheDensityOfRockSalt() {
    double[] values = new double[2];
    CrystalDescriptors.named("density").describe(rockSalt, values, 0);
    // 58.44 g/mol in 44.85 Å³ / 0.60221.
    assertThat(values[0]).isBetween(2.163, 2.165);
    assertThat(values[1]).isEqualTo(rockSalt.volume() / 2);
  }

  @Test
  void givesOxidationStatesWhereTheCrystalHasNone() {
    Crystal bare =
        Crystal.of(
            rockSalt.lattice(),
            List.of(new Site(Element.Na, 0, 0, 0), new Site(Element.Cl, .5, .5, .5)));
    Descriptor<Crystal> given = CrystalDescriptors.named("ewald:states=Na+_Cl-");
    double[] values = new double[6];
    double[] expected = new double[6];
    given.describe(bare, values, 0);
    CrystalDescriptors.named("ewald").describe(rockSalt, expected, 0);
    assertThat(values).isEqualTo(expected);
    assertThat(values[0]).isCloseTo(-1.7475645946 * 14.399645478 / 2.82 / 2, within(1e-8));
    assertThatThrownBy(() -> CrystalDescriptors.named("ewald").describe(bare, values, 0))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("without an oxidation state");
    assertThatThrownBy(() -> CrystalDescriptors.named("ewald:states=Na"))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("such as states=Ca2+_F-");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> CrystalDescriptors.named("rfd"))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("no descriptor of crystals \"rfd\"")
        .hasMessageContaining("Did you mean \"rdf\"?");
    assertThatThrownBy(() -> CrystalDescriptors.named("rdf:cutof=4"))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("Did you mean \"cutoff\"?");
    assertThatThrownBy(() -> CrystalDescriptors.named("ofm:cutoff=4"))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("It takes none");
    assertThatThrownBy(() -> CrystalDescriptors.named("rdf:bins=many"))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("Give a whole number");
    assertThatThrownBy(() -> CrystalDescriptors.named("rdf-pairs"))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("Give pairs of elements");
    assertThatThrownBy(() -> CrystalDescriptors.named("rdf-pairs:pairs=Na-Xy"))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("symbols");
  }
}
