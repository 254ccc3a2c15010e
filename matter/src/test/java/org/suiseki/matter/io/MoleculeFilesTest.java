package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.io.SDFWriter;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;
import org.suiseki.matter.Composition;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Molecule;

class MoleculeFilesTest {
  @TempDir Path folder;

  @Test
  void readsBackWhatAnSdfWriterWrites() throws Exception {
    List<String> smiles = List.of("CCO", "c1ccccc1C(=O)[O-]", "C[C@H](N)C(=O)O", "[Na+].[Cl-]");
    Path file = write("some.sdf", sdf(smiles));
    List<Molecule> molecules = MoleculeFiles.readSdf(file);
    assertThat(molecules).hasSize(4);
    assertThat(molecules.get(0)).isEqualTo(Molecule.fromSmiles("CCO"));
    assertThat(molecules.get(1)).isEqualTo(Molecule.fromSmiles("c1ccccc1C(=O)[O-]"));
    assertThat(molecules.get(3)).isEqualTo(Molecule.fromSmiles("[Na+].[Cl-]"));
  }

  /** Bond type 4, which the format keeps for queries; some programs write benzene so. */
  @Test
  void bondsOnlyMarkedAromaticAreRefused() throws IOException {
    StringBuilder text =
        new StringBuilder("benzene\n\n\n  6  6  0  0  0  0  0  0  0  0999 V2000\n");
    for (int i = 0; i < 6; i++) {
      text.append("    0.0000    0.0000    0.0000 C   0  0  0  0  0  0  0  0  0  0  0  0\n");
    }
    for (int i = 1; i <= 6; i++) {
      text.append(String.format("%3d%3d  4  0%n", i, i % 6 + 1));
    }
    Path file = write("benzene.mol", text + "M  END\n");
    assertThatThrownBy(() -> MoleculeFiles.readSdf(file))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("benzene.mol:1: A bond of atom 1 has no order");
  }

  @Test
  void brokenSdfNamesTheRecord() throws Exception {
    String good = sdf(List.of("CCO", "CC"));
    int lines = (int) good.substring(0, good.indexOf("$$$$")).lines().count() + 1;
    assertThatThrownBy(() ->
            MoleculeFiles.readSdf(write("cut.sdf", good.substring(0, good.lastIndexOf("M  END")))))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("cut.sdf:" + (lines + 1) + ": The record has no line 'M  END'");
    assertThatThrownBy(() -> MoleculeFiles.readSdf(write("empty.sdf", "")))
        .hasMessageContaining("There is no molecule in it");
    assertThatThrownBy(() -> MoleculeFiles.readSdf(folder.resolve("absent.sdf")))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("absent.sdf");
  }

  /** Whatever one character becomes, the answer is molecules or the reader's own exception. */
  @Test
  void damagedSdfNeverEscapesTheException() throws Exception {
    String good = sdf(List.of("CCO", "c1ccccc1"));
    Random random = new Random(2);
    for (int i = 0; i < 300; i++) {
      StringBuilder damaged = new StringBuilder(good);
      damaged.setCharAt(random.nextInt(damaged.length()), (char) (32 + random.nextInt(95)));
      if (random.nextInt(4) == 0) {
        damaged.delete(random.nextInt(damaged.length()), damaged.length());
      }
      Path file = write("damaged.sdf", damaged.toString());
      try {
        MoleculeFiles.readSdf(file);
      } catch (MatterException e) {
        assertThat(e.mend()).isNotBlank();
      }
    }
  }

  @Test
  void readsFramesOfXyz() throws IOException {
    Path file =
        write("two.xyz", "3\nwater\nO 0 0 0\nH 0.96 0 0\nH -0.24 0.93 0 0.4\n\n1\n\nFe 1e0 2 3\n");
    List<XyzFrame> frames = MoleculeFiles.readXyz(file);
    assertThat(frames).hasSize(2);
    assertThat(frames.get(0).composition()).isEqualTo(Composition.parse("H2O"));
    assertThat(frames.get(0).comment()).isEqualTo("water");
    assertThat(frames.get(1).positions()).containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void brokenXyzNamesTheLine() throws IOException {
    assertXyz("x\n", "x.xyz:1: A frame starts with 'x'");
    assertXyz("0\n\n", "x.xyz:1: A frame starts with '0'");
    assertXyz("99999999999\n\n", "x.xyz:1: A frame starts with");
    assertXyz("2\n\nC 0 0 0\n", "x.xyz:3: The file ends after 1 of 2 atoms");
    assertXyz("2\n", "x.xyz:1: The file ends after 0 of 2 atoms");
    assertXyz("1\n\nQq 0 0 0\n", "x.xyz:3: 'Qq' is no element");
    assertXyz("1\n\nC 0 0\n", "x.xyz:3: The line has 3 column(s)");
    assertXyz("1\n\nC 0 nan 0\n", "x.xyz:3: The coordinate is 'nan'");
    assertXyz("", "There is no molecule in it");
  }

  private void assertXyz(String text, String message) throws IOException {
    Path file = write("x.xyz", text);
    assertThatThrownBy(() -> MoleculeFiles.readXyz(file))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining(message);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String sdf(List<String> smiles) throws CDKException, IOException {
    StringWriter text = new StringWriter();
    SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());
    try (SDFWriter writer = new SDFWriter(text)) {
      for (String one : smiles) {
        writer.write(parser.parseSmiles(one));
      }
    }
    return text.toString();
  }
}
