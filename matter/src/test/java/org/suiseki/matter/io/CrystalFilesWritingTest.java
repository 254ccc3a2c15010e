package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Place;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;

/** {@link CrystalFiles#write}: what comes back, and what a format cannot hold. */
class CrystalFilesWritingTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CIF", "JARVIS", "TABLE"})
  void readsBackWhatItWrites(CrystalFormat format) {
    boolean whole = format == CrystalFormat.POSCAR || format == CrystalFormat.EXTENDED_XYZ;
    Random random = new Random(11);
    for (int round = 0; round < 12; round++) {
      boolean states = format != CrystalFormat.POSCAR;
      List<CrystalEntry> entries = new ArrayList<>();
      for (int i = 0; i < (format.holdsSeveral() ? 1 + round % 3 : 1); i++) {
        Crystal crystal = CrystalSamples.random(random, whole, states);
        entries.add(CrystalSamples.entry(crystal, "no " + i));
      }
      Path file =
          folder.resolve("x" + round + format.suffixes().get(0) + (round % 2 > 0 ? ".gz" : ""));
      List<String> losses = CrystalFiles.write(file, entries, format);
      CrystalFile back = CrystalFiles.read(file);
      assertThat(back.format()).isEqualTo(format);
      assertThat(back.entries()).hasSize(entries.size());
      for (int i = 0; i < entries.size(); i++) {
        assertSame(back.entries().get(i), entries.get(i), format);
      }
      assertThat(losses).hasSize(format == CrystalFormat.POSCAR ? 1 : 0);
    }
  }

  /** Pymatgen refuses D without an oxidation state, and writes 0 where it knows none. */
  @Test
  void writesHeavyHydrogenSoThatPymatgenReadsIt() throws IOException {
    CrystalEntry heavy = entry(Occupation.of(Species.parse("D").orElseThrow()));
    Path file = folder.resolve("heavy.json");
    CrystalFiles.write(file, List.of(heavy), CrystalFormat.PYMATGEN);
    assertThat(Files.readString(file).replaceAll("\\s", ""))
        .contains("{\"element\":\"D\",\"oxidation_state\":0");
    CrystalEntry back = CrystalFiles.read(file).entries().get(0);
    assertThat(back.crystal().occupation(0)).isEqualTo(heavy.crystal().occupation(0));
    // Its label of D says no more.
    Files.writeString(
        file,
        """
        {"lattice":{"matrix":[[3,0,0],[0,3,0],[0,0,3]]},"sites":[{"species":\
        [{"element":"D","oxidation_state":0.0,"occu":1}],"abc":[0,0,0],"label":"D0+"}]}
        """);
    CrystalEntry foreign = CrystalFiles.read(file).entries().get(0);
    assertThat(CrystalFiles.losses(foreign, CrystalFormat.POSCAR)).isEmpty();
  }

  /** CIF keeps the shape of the cell but not how it lies, and numbers equal labels. */
  @Test
  void readsBackCif() {
    Random random = new Random(12);
    for (int round = 0; round < 12; round++) {
      Crystal crystal = CrystalSamples.random(random, false, true);
      List<CrystalEntry> entries =
          List.of(CrystalSamples.entry(crystal, "a"), CrystalSamples.entry(crystal, "b"));
      Path file = folder.resolve("x" + round + ".cif");
      assertThat(CrystalFiles.write(file, entries, CrystalFormat.CIF)).hasSize(1);
      List<CrystalEntry> back = CrystalFiles.read(file).entries();
      assertThat(back).extracting(CrystalEntry::id).containsExactly("a", "b");
      Crystal again = back.get(1).crystal();
      // Ten decimals of each number.
      assertThat(again.lattice().parameters())
          .containsExactly(crystal.lattice().parameters(), within(1e-9));
      assertThat(again.density()).isCloseTo(crystal.density(), within(1e-8));
      assertThat(again.siteCount()).isEqualTo(crystal.siteCount());
      for (int i = 0; i < crystal.siteCount(); i++) {
        assertThat(again.occupation(i)).isEqualTo(crystal.occupation(i));
      }
    }
  }

  private static void assertSame(CrystalEntry back, CrystalEntry entry, CrystalFormat format) {
    assertThat(back.id()).isEqualTo(entry.id());
    if (format != CrystalFormat.POSCAR) {
      assertThat(back.properties()).isEqualTo(entry.properties());
    }
    Crystal expected = entry.crystal();
    Crystal crystal = back.crystal();
    assertThat(crystal.siteCount()).isEqualTo(expected.siteCount());
    for (int i = 0; i < expected.siteCount(); i++) {
      assertThat(crystal.occupation(i)).isEqualTo(expected.occupation(i));
      assertThat(crystal.label(i)).isEqualTo(expected.label(i));
    }
    assertThat(crystal.lattice().rows()).isEqualTo(expected.lattice().rows());
    // Through Cartesian coordinates a fraction loses a few last digits.
    assertThat(crystal.fractionalCoordinates())
        .containsExactly(expected.fractionalCoordinates(), within(1e-12));
  }

  @Test
  void saysWhatAFormatCannotHold() {
    Species iron = Species.of(Element.Fe, 3);
    CrystalEntry charged = entry(Occupation.of(iron));
    CrystalEntry vacant = entry(Occupation.of(Map.of(iron, 0.9)));
    Path file = folder.resolve("out");
    assertThat(CrystalFiles.write(file, List.of(charged), CrystalFormat.POSCAR))
        .containsExactly("POSCAR holds no oxidation states; they are not written.");
    for (CrystalFormat format : List.of(CrystalFormat.POSCAR, CrystalFormat.EXTENDED_XYZ)) {
      assertThatThrownBy(() -> CrystalFiles.write(file, List.of(vacant), format))
          .isInstanceOf(MatterException.class)
          .hasMessageContaining("holds whole atoms only")
          .hasMessageContaining("Fe3+:0.9");
    }
    assertThatThrownBy(
            () -> CrystalFiles.write(file, List.of(charged, charged), CrystalFormat.POSCAR))
        .hasMessageContaining("A POSCAR holds one crystal, and there are 2");
    assertThatThrownBy(() -> CrystalFiles.write(file, List.of(charged), CrystalFormat.TABLE))
        .hasMessageContaining("not written as csv");
    assertThatThrownBy(() -> CrystalFiles.write(file, List.of(), CrystalFormat.OPTIMADE))
        .hasMessageContaining("no crystal to write");
    assertThatThrownBy(() ->
            CrystalFiles.write(
                folder.resolve("no/such/folder.vasp"), List.of(charged), CrystalFormat.POSCAR))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("The file cannot be written: no such file or folder");
    CrystalEntry named =
        new CrystalEntry(
            "x",
            charged.crystal(),
            Place.of("made"),
            Map.of("Lattice", "1", "frac", "2"),
            List.of());
    assertThat(CrystalFiles.write(file, List.of(named), CrystalFormat.EXTENDED_XYZ))
        .containsExactly("The properties [Lattice] are not written: the format needs their names.");
    assertThat(CrystalFiles.read(file).entries().get(0).properties())
        .isEqualTo(Map.of("frac", "2"));
  }

  private static CrystalEntry entry(Occupation occupation) {
    Crystal crystal = Crystal.of(Lattice.cubic(3), List.of(new Site(occupation, 0, 0, 0)));
    return new CrystalEntry("x", crystal, Place.of("made"), Map.of(), List.of());
  }
}
