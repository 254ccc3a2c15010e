package org.suiseki.describe.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.Descriptor;
import org.suiseki.describe.MaterialKind;
import org.suiseki.describe.MaterialText;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.Molecule;

class MoleculeDescriptorsTest {

  private static double[] of(String descriptor, String smiles) {
    Descriptor<Molecule> named = MoleculeDescriptors.named(descriptor);
    double[] row = new double[named.width()];
    named.describe(Molecule.fromSmiles(smiles), row, 0);
    return row;
  }

  /** All but one, whose 4,860 patterns take seconds to read. */
  private static List<String> quick() {
    return MoleculeDescriptors.names().stream()
        .filter(name -> !name.equals("klekota-roth"))
        .toList();
  }

  @Test
  void haveANameAUnitAndASourceForEachNumber() {
    for (String name : quick()) {
      Descriptor<Molecule> descriptor = MoleculeDescriptors.named(name);
      assertThat(new HashSet<>(descriptor.names())).as(name).hasSize(descriptor.width());
      assertThat(descriptor.units()).as(name).hasSize(descriptor.width()).doesNotContain("");
      assertThat(descriptor.sources()).as(name).hasSize(descriptor.width());
      assertThat(MoleculeDescriptors.entry(name).source()).isNotEmpty();
    }
    assertThat(MoleculeDescriptors.named("cdk-descriptors").width()).isEqualTo(222);
    assertThat(MoleculeDescriptors.named("cdk-descriptors:chi=false").names())
        .hasSize(182)
        .contains("ALogP", "Zagreb")
        .doesNotContain("SP-1", "VCH-7");
    assertThat(MoleculeDescriptors.named("maccs").width()).isEqualTo(166);
    assertThat(MoleculeDescriptors.named("pubchem").width()).isEqualTo(881);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[He]",
        "[H][H]",
        "O",
        "[Na+].[Cl-]",
        "C[Zn]C",
        "[U]",
        "c1ccccc1",
        "[2H]O[2H]",
        "[SiH4]",
        "C#N",
        "[O-][Cl+3]([O-])([O-])[O-]",
        "[Fe+2]",
        "O=[Os](=O)(=O)=O"
      })
  void giveNumbersForStrangeMolecules(String smiles) {
    for (double value : of("physchem", smiles)) {
      assertThat(value).as(smiles).isFinite();
    }
    for (String name : List.of("ecfp", "fcfp", "atom-pairs", "torsions", "paths", "maccs")) {
      for (double value : of(name, smiles)) {
        assertThat(value).as(name + " of " + smiles).isFinite();
      }
    }
    assertThat(of("cdk-descriptors", smiles)).doesNotContain(Double.POSITIVE_INFINITY);
  }

  @Test
  void sayWhatCdkCouldNotCalculate() {
    Descriptor<Molecule> cdk = MoleculeDescriptors.named("cdk-descriptors");
    double[] salt = of("cdk-descriptors", "[Na+].[Cl-]");
    assertThat(cdk.annotates()).isTrue();
    for (String name : List.of("ATSc1", "BCUTw-1l", "XLogP", "ALogP", "MLogP", "Kier1")) {
      assertThat(salt[cdk.names().indexOf(name)]).as(name).isNaN();
      assertThat(cdk.note(Molecule.fromSmiles("[Na+].[Cl-]"))).contains(name);
    }
    assertThat(cdk.note(Molecule.fromSmiles("CC(=O)Oc1ccccc1C(=O)O"))).isEmpty();
  }

  @Test
  void areTheSameForEverySpelling() {
    for (String name : quick()) {
      double[] one = of(name, "OC(=O)c1ccccc1OC(C)=O");
      double[] other = of(name, "O(C1=CC=CC=C1C(O)=O)C(=O)C");
      for (int i = 0; i < one.length; i++) {
        assertThat(other[i]).as(name).isCloseTo(one[i], within(1e-9));
      }
    }
  }

  @Test
  void giveTheSameFromManyThreads() {
    for (String name : List.of("ecfp", "maccs", "pubchem", "cdk-descriptors:chi=false")) {
      Descriptor<Molecule> shared = MoleculeDescriptors.named(name);
      List<Molecule> molecules =
          IntStream.range(1, 25).mapToObj(n -> Molecule.fromSmiles("C".repeat(n) + "O")).toList();
      List<double[]> alone = molecules.stream().map(molecule -> row(shared, molecule)).toList();
      List<double[]> together =
          molecules.parallelStream().map(molecule -> row(shared, molecule)).toList();
      for (int i = 0; i < alone.size(); i++) {
        assertThat(Arrays.equals(together.get(i), alone.get(i))).as(name).isTrue();
      }
    }
  }

  private static double[] row(Descriptor<Molecule> descriptor, Molecule molecule) {
    double[] row = new double[descriptor.width()];
    descriptor.describe(molecule, row, 0);
    return row;
  }

  @Test
  void foldCountsAndBits() {
    double[] counts = of("ecfp:bits=64", "CCCCCCCC");
    double[] bits = of("ecfp:bits=64:values=bits", "CCCCCCCC");
    for (int i = 0; i < 64; i++) {
      assertThat(bits[i]).isEqualTo(counts[i] > 0 ? 1 : 0);
    }
    // 2 ends and 6 middles; 2 + 6 of radius 1; of radius 2 those not the whole of another.
    assertThat(Arrays.stream(counts).sum()).isGreaterThan(16);
    assertThat(of("ecfp:bits=64:radius=0", "CCCCCCCC")).contains(2, 6);
  }

  @Test
  void takeTheMeanOfAMixture() {
    Descriptor<String> cell =
        MaterialText.descriptor(
            MaterialKind.MOLECULE, "physchem,ecfp:bits=32", ElementTable.standard());
    double[] mixed = new double[cell.width()];
    double[] ethanol = new double[cell.width()];
    double[] water = new double[cell.width()];
    cell.describe("30% CCO + 70% O", mixed, 0);
    cell.describe("CCO", ethanol, 0);
    cell.describe("O", water, 0);
    for (int i = 0; i < mixed.length; i++) {
      assertThat(mixed[i]).isCloseTo(0.3 * ethanol[i] + 0.7 * water[i], within(1e-12));
    }
    assertThat(MaterialKind.MOLECULE.canonical("7 O + 3 OCC"))
        .isEqualTo(MaterialKind.MOLECULE.canonical("0.3 CCO + 0.7 O"));
  }

  @Test
  void refuseWhatTheyDoNotKnow() {
    assertThatThrownBy(() -> MoleculeDescriptors.named("morgan"))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("Known are ecfp");
    assertThatThrownBy(() -> MoleculeDescriptors.named("ecfp:radius=99"))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("0 to 10");
    assertThatThrownBy(() -> MoleculeDescriptors.named("ecfp:bits=0"))
        .isInstanceOf(DescribeException.class);
    assertThatThrownBy(() -> MoleculeDescriptors.named("ecfp:values=yes"))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("values=bits");
    assertThatThrownBy(() -> MoleculeDescriptors.named("paths:shortest=7:longest=3"))
        .isInstanceOf(DescribeException.class);
    assertThatThrownBy(() -> MoleculeDescriptors.named("maccs:radius=2"))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("takes none");
  }
}
