package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Place;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;
import org.suiseki.matter.geometry.SpaceGroup;
import org.suiseki.matter.geometry.Symmetry;

class CifWriterTest {
  /** The text has ten decimals. */
  private static final double EXACT = 1e-9;

  @Test
  void aSimpleCrystalIsWrittenAsCifAsksFor() {
    Crystal salt =
        Crystal.of(
            Lattice.cubic(3.3),
            List.of(
                new Site(Occupation.of(Species.of(Element.Cs, 1)), 0, 0, 0),
                new Site(Occupation.of(Map.of(Species.of(Element.Cl, -1), 0.75)), 0.5, 0.5, -0.5)));
    assertThat(CifWriter.write("my salt", salt))
        .isEqualTo(
            """
            data_my_salt
            _chemical_formula_sum 'Cl0.75 Cs'
            _cell_length_a 3.3000000000
            _cell_length_b 3.3000000000
            _cell_length_c 3.3000000000
            _cell_angle_alpha 90.0000000000
            _cell_angle_beta 90.0000000000
            _cell_angle_gamma 90.0000000000
            _cell_volume 35.9370000000
            _space_group_IT_number 1
            _space_group_name_H-M_alt 'P 1'
            loop_
            _space_group_symop_operation_xyz
            x,y,z
            loop_
            _atom_type_symbol
            _atom_type_oxidation_number
            Cl- -1
            Cs+ 1
            loop_
            _atom_site_label
            _atom_site_type_symbol
            _atom_site_site_symmetry_multiplicity
            _atom_site_fract_x
            _atom_site_fract_y
            _atom_site_fract_z
            _atom_site_occupancy
            Cs Cs+ 1 0.0000000000 0.0000000000 0.0000000000 1
            Cl Cl- 1 0.5000000000 0.5000000000 -0.5000000000 0.75
            """);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsWrittenIsReadBack(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      Crystal crystal = random(random);
      CrystalEntry back = read(CifWriter.write("c" + i, crystal));
      assertThat(back.warnings()).isEmpty();
      assertThat(back.id()).isEqualTo("c" + i);
      assertSame(back.crystal(), crystal);
    }
  }

  private static void assertSame(Crystal read, Crystal written) {
    double[] expected = written.lattice().parameters();
    double[] parameters = read.lattice().parameters();
    for (int i = 0; i < 6; i++) {
      assertThat(parameters[i]).isCloseTo(expected[i], within(EXACT));
    }
    assertThat(read.siteCount()).isEqualTo(written.siteCount());
    double sign = written.lattice().rightHanded() ? 1 : -1;
    for (int i = 0; i < read.siteCount(); i++) {
      for (int axis = 0; axis < 3; axis++) {
        assertThat(read.fractional(i, axis))
            .isCloseTo(sign * written.fractional(i, axis), within(EXACT));
      }
      Occupation one = read.occupation(i);
      Occupation other = written.occupation(i);
      assertThat(one.species()).isEqualTo(other.species());
      for (int part = 0; part < one.species().size(); part++) {
        assertThat(one.fraction(part)).isCloseTo(other.fraction(part), within(EXACT));
      }
    }
  }

  private static Crystal random(Random random) {
    double[] rows = new double[9];
    for (int i = 0; i < 9; i++) {
      rows[i] = random.nextGaussian() + (i % 4 == 0 ? 8 : 0);
    }
    if (random.nextBoolean()) {
      rows[8] = -rows[8];
    }
    Lattice lattice = Lattice.of(rows);
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      // Apart from each other, so that none share a site.
      double x = i / 6.0 + 0.05 * random.nextDouble();
      Occupation occupation = occupation(random);
      sites.add(
          random.nextBoolean()
              ? new Site(occupation, x, random.nextGaussian(), 0.3333)
              : new Site(occupation, x, -0.66667, random.nextDouble(), "X" + random.nextInt(3)));
    }
    return Crystal.of(lattice, sites);
  }

  private static Occupation occupation(Random random) {
    Species one = species(random);
    if (random.nextBoolean()) {
      return Occupation.of(one);
    }
    double part = 0.1 + 0.5 * random.nextDouble();
    Map<Species, Double> parts = new TreeMap<>(Map.of(one, part));
    parts.putIfAbsent(species(random), random.nextBoolean() ? 1 - part : 0.3);
    return Occupation.of(parts);
  }

  private static Species species(Random random) {
    Element element = Element.values()[random.nextInt(90)];
    return switch (random.nextInt(4)) {
      case 0 -> Species.of(element, random.nextInt(9) - 4);
      case 1 -> Species.of(element, 2.5);
      case 2 -> Species.parse(random.nextBoolean() ? "D" : "T+").orElseThrow();
      default -> Species.of(element);
    };
  }

  /** Random crystals of random groups, found again, written with symmetry and read. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        1, 2, 14, 15, 62, 63, 70, 88, 122, 139, 141, 146, 148, 152, 155, 160, 166, 167, 178, 186,
        194, 198, 203, 216, 221, 224, 225, 227, 230
      })
  void whatIsWrittenWithSymmetryIsReadBack(int number) {
    Random random = new Random(number);
    SpaceGroup group = SpaceGroup.ofNumber(number);
    Crystal crystal = symmetric(group, random);
    Symmetry symmetry = Symmetry.of(crystal);
    assertThat(symmetry.spaceGroup().number()).isEqualTo(number);
    String text = CifWriter.write("sym", symmetry);
    CrystalEntry back = read(text);
    assertThat(back.warnings()).isEmpty();
    assertThat(back.crystal().siteCount()).isEqualTo(symmetry.conventional().siteCount());
    assertThat(CifReferenceTest.farthest(back.crystal(), symmetry.conventional())).isLessThan(1e-8);
    assertThat(back.properties()).containsEntry("_space_group_IT_number", String.valueOf(number));
    // The names alone lead to the same operations.
    String named =
        text.replaceAll("loop_\\n_space_group_symop_operation_xyz\\n[^_]*loop_", "loop_");
    assertThat(named.length()).isLessThan(text.length());
    for (String less : new String[] {named, named.replaceAll("_space_group_name_Hall.*", "")}) {
      CrystalEntry byName = read(less);
      assertThat(byName.warnings()).isEmpty();
      assertThat(CifReferenceTest.farthest(byName.crystal(), back.crystal())).isLessThan(1e-8);
      assertThat(byName.crystal().siteCount()).isEqualTo(back.crystal().siteCount());
    }
  }

  private static Crystal symmetric(SpaceGroup group, Random random) {
    Lattice lattice =
        switch (group.system()) {
          case TRICLINIC -> Lattice.ofParameters(7, 8, 9, 80, 95, 101);
          case MONOCLINIC -> Lattice.ofParameters(7, 8, 9, 90, 99, 90);
          case ORTHORHOMBIC -> Lattice.ofParameters(7, 8, 9, 90, 90, 90);
          case TETRAGONAL -> Lattice.ofParameters(8, 8, 11, 90, 90, 90);
          case TRIGONAL, HEXAGONAL -> Lattice.ofParameters(8, 8, 11, 90, 90, 120);
          case CUBIC -> Lattice.cubic(12);
        };
    StringBuilder text = new StringBuilder("data_x\n");
    double[] parameters = lattice.parameters();
    String[] names = {
      "length_a", "length_b", "length_c", "angle_alpha", "angle_beta", "angle_gamma"
    };
    for (int i = 0; i < 6; i++) {
      text.append("_cell_").append(names[i]).append(' ').append(parameters[i]).append('\n');
    }
    text.append("loop_\n_space_group_symop_operation_xyz\n");
    group.operations().forEach(operation -> text.append(operation).append('\n'));
    text.append("loop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n")
        .append("_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n");
    for (String symbol : new String[] {"Fe3+", "O2-"}) {
      text.append("a").append(symbol.charAt(0)).append(' ').append(symbol);
      for (int axis = 0; axis < 3; axis++) {
        text.append(' ').append(0.05 + 0.1 * random.nextDouble());
      }
      // Rare enough that images close to each other are no two atoms at a time.
      text.append(symbol.startsWith("O") ? " 0.01\n" : " 0.005\n");
    }
    return read(text.toString()).crystal();
  }

  @Test
  void labelsAreKeptOrNumbered() {
    Crystal crystal =
        Crystal.of(
            Lattice.cubic(9),
            List.of(
                new Site(Element.O, 0, 0, 0),
                new Site(Element.O, 0.3, 0, 0),
                new Site(Occupation.of(Element.Fe), 0.6, 0, 0, "Fe1"),
                new Site(Occupation.of(Element.Fe), 0.6, 0.3, 0, "Fe1"),
                new Site(Occupation.of(Element.Fe), 0.6, 0.6, 0, "Fe1_1"),
                new Site(Occupation.of(Element.Na), 0, 0.6, 0, " my Na "),
                new Site(Occupation.of(Element.K), 0, 0.6, 0.5, ""),
                new Site(Occupation.of(Element.K), 0, 0.3, 0.5, "'K'"),
                new Site(
                    Occupation.of(Map.of(Species.of(Element.Mg), 0.5, Species.of(Element.Ca), 0.5)),
                    0.3,
                    0.6,
                    0.5,
                    "Mg7/Ca8")));
    Crystal back = read(CifWriter.write("x", crystal)).crystal();
    List<String> labels = back.sites().stream().map(Site::label).toList();
    assertThat(labels)
        .containsExactly("O1", "O2", "Fe1_2", "Fe1_3", "Fe1_1", "my_Na", "K", "'K'", "Mg7/Ca8");
    assertThat(new HashSet<>(labels)).hasSize(9);
  }

  @Test
  void aMirrorImageStaysApart() {
    Crystal left =
        Crystal.of(
            Lattice.of(0, 5, 0, 6, 0, 0, 1, 0, 7),
            List.of(
                new Site(Element.C, 0, 0, 0),
                new Site(Element.N, 0.2, 0, 0),
                new Site(Element.O, 0, 0.3, 0),
                new Site(Element.F, 0, 0, 0.1)));
    assertThat(left.lattice().rightHanded()).isFalse();
    Crystal back = read(CifWriter.write("x", left)).crystal();
    assertThat(back.lattice().rightHanded()).isTrue();
    assertThat(handedVolume(back)).isCloseTo(handedVolume(left), within(1e-7));
  }

  /** Of the three steps from the first atom to the others: its sign tells left from right. */
  private static double handedVolume(Crystal crystal) {
    double[] c = crystal.cartesianCoordinates();
    double[] d = new double[9];
    for (int i = 0; i < 9; i++) {
      d[i] = c[3 + i] - c[i % 3];
    }
    return d[0] * (d[4] * d[8] - d[5] * d[7])
        + d[1] * (d[5] * d[6] - d[3] * d[8])
        + d[2] * (d[3] * d[7] - d[4] * d[6]);
  }

  @Test
  void namesAndCodesTravelWithTheCrystalButNotItsOldSymmetry() {
    Crystal crystal = Crystal.of(Lattice.cubic(4), List.of(new Site(Element.Po, 0, 0, 0)));
    Map<String, String> properties =
        Map.of(
            "_chemical_name_common", "it's \"odd\" metal",
            "_publ_section_title", "Two\nlines\n;and a third",
            "_chemical_name_mineral", "data_x",
            "_citation.DOI", "10.1/2",
            "_space_group_IT_number", "221",
            "energy", "-3");
    CrystalEntry entry = new CrystalEntry("p", crystal, Place.of("x"), properties, List.of());
    CrystalEntry back = read(CifWriter.write(entry));
    assertThat(back.crystal()).isEqualTo(crystal);
    assertThat(back.warnings()).isEmpty();
    assertThat(back.properties())
        .containsEntry("_chemical_name_common", "it's \"odd\" metal")
        .containsEntry("_publ_section_title", "Two\nlines\n ;and a third")
        .containsEntry("_chemical_name_mineral", "data_x")
        .containsEntry("_citation.DOI", "10.1/2")
        .containsEntry("_space_group_IT_number", "1")
        .doesNotContainKey("energy");
  }

  private static CrystalEntry read(String text) {
    List<CrystalEntry> entries =
        CifReader.read(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "written.cif");
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }
}
