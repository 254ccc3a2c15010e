package org.suiseki.describe.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.suiseki.describe.Descriptor;
import org.suiseki.house.SharedCrystals;
import org.suiseki.matter.Molecule;
import tools.jackson.databind.JsonNode;

/**
 * Against RDKit: 133 molecules of many kinds of atoms, described by RDKit 2026.09.1 for this test,
 * and the 13 molecules of the reference made with XenonPy and RDKit 2022.09.3.
 */
class RdkitReferenceTest {

  private static double[] of(String descriptor, String smiles) {
    Descriptor<Molecule> named = MoleculeDescriptors.named(descriptor);
    double[] row = new double[named.width()];
    named.describe(Molecule.fromSmiles(smiles), row, 0);
    return row;
  }

  private static double number(String name, String smiles) {
    int column = MoleculeDescriptors.named("physchem").names().indexOf(name);
    return of("physchem", smiles)[column];
  }

  private static BitSet bits(double[] row) {
    BitSet bits = new BitSet();
    for (int i = 0; i < row.length; i++) {
      bits.set(i, row[i] != 0);
    }
    return bits;
  }

  /** RDKit writes counts as up to four bits: at least 1, 2, 4 and 8. */
  private static BitSet bitsOfCounts(double[] row) {
    BitSet bits = new BitSet();
    for (int i = 0; i < row.length; i++) {
      for (int k = 0; k < 4; k++) {
        bits.set(4 * i + k, row[i] >= 1 << k);
      }
    }
    return bits;
  }

  private static BitSet bits(String listed) {
    BitSet bits = new BitSet();
    Arrays.stream(listed.split(" "))
        .filter(word -> !word.isEmpty())
        .forEach(word -> bits.set(Integer.parseInt(word)));
    return bits;
  }

  private static BitSet bits(JsonNode listed) {
    BitSet bits = new BitSet();
    listed.forEach(bit -> bits.set(bit.asInt()));
    return bits;
  }

  private static List<String[]> rows() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                RdkitReferenceTest.class.getResourceAsStream("rdkit-2026.09.1.tsv"),
                StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void setsTheSameBits() {
    for (String[] row : rows()) {
      assertThat(bits(of("ecfp:radius=3:values=bits", row[0]))).as(row[0]).isEqualTo(bits(row[1]));
      assertThat(bitsOfCounts(of("atom-pairs:bits=512", row[0])))
          .as(row[0])
          .isEqualTo(bits(row[2]));
      assertThat(bitsOfCounts(of("torsions:bits=512", row[0]))).as(row[0]).isEqualTo(bits(row[3]));
    }
  }

  @Test
  void sumsUpTheSameContributions() {
    for (String[] row : rows()) {
      // Sums of some dozen numbers of five digits in another order.
      assertThat(number("partition coefficient", row[0]))
          .as("logP of " + row[0])
          .isCloseTo(Double.parseDouble(row[4]), within(1e-9));
      assertThat(number("molar refractivity", row[0]))
          .as("refractivity of " + row[0])
          .isCloseTo(Double.parseDouble(row[5]), within(1e-9));
      assertThat(number("polar surface", row[0]))
          .as("polar surface of " + row[0])
          .isCloseTo(Double.parseDouble(row[6]), within(1e-9));
    }
  }

  private static Map<String, JsonNode> molecules() {
    Map<String, JsonNode> molecules = new LinkedHashMap<>();
    SharedCrystals.json("reference/xenonpy/rdkit_fingerprints.json")
        .get("mols")
        .forEach(molecule -> {
          if (!molecule.get("smiles").asString().contains("*")) {
            molecules.put(molecule.get("smiles").asString(), molecule);
          }
        });
    return molecules;
  }

  @Test
  void countsTheSameNeighbourhoodsAsTheReference() {
    molecules()
        .forEach((smiles, expected) -> {
          double[] counts = of("ecfp:radius=3", smiles);
          JsonNode listed = expected.get("ECFP_r3_2048_count");
          Map<String, Double> found = new LinkedHashMap<>();
          for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
              found.put(String.valueOf(i), counts[i]);
            }
          }
          Map<String, Double> theirs =
              listed.propertyNames().stream()
                  .collect(Collectors.toMap(bit -> bit, bit -> listed.get(bit).asDouble()));
          assertThat(found).as(smiles).isEqualTo(theirs);
          assertThat(bits(of("fcfp:radius=3", smiles)))
              .as(smiles)
              .isEqualTo(bits(expected.get("FCFP_r3_2048")));
          assertThat(bitsOfCounts(of("atom-pairs:bits=512", smiles)))
              .as(smiles)
              .isEqualTo(bits(expected.get("AtomPair_2048")));
          assertThat(bitsOfCounts(of("torsions:bits=512", smiles)))
              .as(smiles)
              .isEqualTo(bits(expected.get("Torsion_2048")));
        });
  }

  /**
   * Keys that close over rings are read more widely by RDKit; CDK's key 125 does not count aromatic
   * rings other than of benzene.
   */
  @Test
  void answersTheSameMaccsKeysButForRings() {
    TreeSet<Integer> differing = new TreeSet<>();
    molecules()
        .forEach((smiles, expected) -> {
          BitSet ours = new BitSet();
          bits(of("maccs", smiles)).stream().forEach(bit -> ours.set(bit + 1));
          BitSet theirs = bits(expected.get("MACCS_167"));
          BitSet more = (BitSet) ours.clone();
          more.andNot(theirs);
          assertThat(more.isEmpty()).as(smiles).isTrue();
          theirs.andNot(ours);
          theirs.stream().forEach(differing::add);
        });
    assertThat(differing).containsExactly(101, 118, 125, 128);
  }

  @Test
  void agreesWithTheReferenceWhereDefinitionsDo() {
    Map<String, String> same =
        Map.of(
            "heavy atoms", "HeavyAtomCount",
            "polar surface", "TPSA",
            "aromatic rings", "NumAromaticRings",
            "sp3 fraction of carbons", "FractionCSP3",
            "hydrogens on N and O", "NHOHCount",
            "partition coefficient", "MolLogP",
            "molar refractivity", "MolMR",
            "hydrogen-bond donors", "NumHDonors");
    molecules()
        .forEach((smiles, expected) -> {
          same.forEach((ours, theirs) ->
              assertThat(number(ours, smiles))
                  .as(ours + " of " + smiles)
                  .isCloseTo(expected.get("descriptors").get(theirs).asDouble(), within(1e-9)));
          // Atomic weights of IUPAC 2021 and of 1995 differ in the fourth or fifth digit.
          double mass = expected.get("descriptors").get("MolWt").asDouble();
          assertThat(number("molar mass", smiles)).isCloseTo(mass, within(1e-4 * mass));
        });
  }

  @Test
  void cdkDescriptorsAgreeWithTheReferenceWhereDefinitionsDo() {
    Descriptor<Molecule> cdk = MoleculeDescriptors.named("cdk-descriptors");
    Map<String, String> same =
        Map.of(
            "SP-0",
            "Chi0",
            "SP-1",
            "Chi1",
            "VP-0",
            "Chi0v",
            "VP-1",
            "Chi1v",
            "TopoPSA",
            "TPSA",
            "Fsp3",
            "FractionCSP3",
            "nRings6",
            "RingCount");
    molecules()
        .forEach((smiles, expected) -> {
          double[] row = of("cdk-descriptors", smiles);
          same.forEach((ours, theirs) -> {
            // RDKit counts every ring; CDK's polar surface includes sulfur, and its valence of S
            // differs.
            boolean otherRing = ours.equals("nRings6") && smiles.contains("nH");
            boolean sulfur = smiles.contains("S") && (ours.startsWith("V") || ours.startsWith("T"));
            boolean charged = ours.startsWith("V") && smiles.contains("+");
            double value = row[cdk.names().indexOf(ours)];
            if (!otherRing && !sulfur && !charged) {
              assertThat(value)
                  .as(ours + " of " + smiles)
                  .isCloseTo(expected.get("descriptors").get(theirs).asDouble(), within(1e-6));
            }
          });
        });
  }
}
