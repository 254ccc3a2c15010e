package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suiseki.house.SharedCrystals;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Site;
import tools.jackson.databind.JsonNode;

class VoronoiTessellationTest {
  /** Facets below VoronoiTessellation.SMALLEST are not listed; some ten of them may be missing. */
  private static final double ALL_ANGLES = 1e-6;

  /** The reference is printed with six decimals, and of coordinates with as many. */
  private static final double PRINTED = 1e-6;

  /** qhull finds extra corners where thirds are rounded to seven digits; here they are one. */
  private static final Set<String> ROUNDED_THIRDS = Set.of("BN_h", "graphite", "CdI2", "Mg");

  @Test
  void cellsOfTheCubicLatticesAreThoseOfTheTextbook() {
    Site atom = new Site(Element.Po, 0.3, 0.2, 0.1);
    VoronoiTessellation simple =
        VoronoiTessellation.of(Crystal.of(Lattice.cubic(2), List.of(atom)));
    assertThat(simple.facets().count()).isEqualTo(6);
    assertFacet(simple, 0, 2 * Math.PI / 3, 4, 4);
    assertThat(simple.volume(0)).isCloseTo(8 / 6.0, within(1e-12));

    Lattice centred = Lattice.of(-1, 1, 1, 1, -1, 1, 1, 1, -1);
    VoronoiTessellation truncatedOctahedron =
        VoronoiTessellation.of(Crystal.of(centred, List.of(atom)));
    assertThat(truncatedOctahedron.facets().count()).isEqualTo(14);
    // A. Okabe et al., Spatial Tessellations: edges of a √2 / 4.
    assertThat(truncatedOctahedron.area(0)).isCloseTo(3 * Math.sqrt(3) / 4, within(1e-12));
    assertThat(truncatedOctahedron.vertexCount(7)).isEqualTo(6);
    assertThat(truncatedOctahedron.area(8)).isCloseTo(0.5, within(1e-12));
    assertThat(truncatedOctahedron.vertexCount(13)).isEqualTo(4);

    Lattice faces = Lattice.of(0, 1, 1, 1, 0, 1, 1, 1, 0);
    VoronoiTessellation rhombicDodecahedron =
        VoronoiTessellation.of(Crystal.of(faces, List.of(atom)));
    assertThat(rhombicDodecahedron.facets().count()).isEqualTo(12);
    for (int f = 0; f < 12; f++) {
      assertFacet(rhombicDodecahedron, f, Math.PI / 3, Math.sqrt(0.5), 4);
    }
  }

  @Test
  void facetsAgreeWithPymatgen() {
    for (Map.Entry<String, JsonNode> entry : SharedCrystals.pymatgen().properties()) {
      VoronoiTessellation cells = VoronoiTessellation.of(SharedCrystals.crystal(entry.getValue()));
      for (JsonNode environment : entry.getValue().get("environments")) {
        int site = environment.get("site").asInt();
        List<double[]> expected = new ArrayList<>();
        for (JsonNode facet : environment.get("voronoi_facets")) {
          expected.add(
              new double[] {
                facet.get("d").asDouble(),
                facet.get("solid_angle").asDouble(),
                facet.get("area").asDouble(),
                facet.get("n_verts").asDouble()
              });
        }
        assertSame(cells, site, expected, !ROUNDED_THIRDS.contains(entry.getKey()), entry.getKey());
      }
    }
  }

  @Test
  void facetsAgreeWithPymatgenUnderXenonPy() {
    JsonNode all = SharedCrystals.json("reference/xenonpy/voronoi_neighbors.json");
    int compared = 0;
    for (JsonNode structure : SharedCrystals.json("reference/xenonpy/structures.json")) {
      String name = structure.get("name").asString();
      if (!all.has(name)) {
        continue;
      }
      Crystal crystal =
          SharedCrystals.crystal(
              structure.get("lattice"), structure.get("species"), structure.get("frac_coords"));
      VoronoiTessellation cells = VoronoiTessellation.of(crystal);
      for (int site = 0; site < crystal.siteCount(); site++) {
        List<double[]> expected = new ArrayList<>();
        for (JsonNode facet : all.get(name).get(site)) {
          expected.add(
              new double[] {
                facet.get("dist").asDouble(),
                facet.get("solid_angle").asDouble(),
                facet.get("area").asDouble(),
                0
              });
        }
        assertSame(cells, site, expected, false, name);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(55);
  }

  @Test
  void cellsFillSpaceAndFacetsHaveTwoSides() {
    RandomCrystals chance = new RandomCrystals(11);
    for (int round = 0; round < 60; round++) {
      assertWhole(chance.skewed(chance.translated(chance.crystal(1 + round % 20))));
    }
    assertWhole(chance.crystal(200));
  }

  @Test
  void cellsOfRealCrystalsFillSpace() {
    for (Crystal crystal : SharedCrystals.phonons(150)) {
      assertWhole(crystal);
    }
  }

  @Test
  void voidsAreFilledToo() {
    List<Site> layer = new ArrayList<>();
    for (Site site : new RandomCrystals(12).crystal(12).sites()) {
      layer.add(new Site(site.occupation(), site.x(), site.y(), 0.05 * site.z()));
    }
    Crystal slab = Crystal.of(Lattice.of(6, 0, 0, -2, 5, 0, 1, 2, 120), layer);
    assertWhole(slab);
    assertWhole(slab.supercell(5, 6, 1));
    Site oxygen = new Site(Element.O, 0, 0, 0);
    assertWhole(Crystal.of(Lattice.cubic(1e6), List.of(oxygen)));
    Site sodium = new Site(Element.Na, 0.5, 0.5, 1e-5);
    assertWhole(Crystal.of(Lattice.of(3, 0, 0, 0, 3, 0, 0, 0, 1e5), List.of(oxygen, sodium)));
    assertWhole(Crystal.of(Lattice.of(3, 0, 0, 0, 1e4, 0, 0, 0, 1e4), List.of(oxygen, sodium)));
  }

  @Test
  void cellsDoNotHangOnTheDescription() {
    RandomCrystals chance = new RandomCrystals(13);
    for (int round = 0; round < 20; round++) {
      Crystal crystal = chance.crystal(1 + round % 8);
      int n = crystal.siteCount();
      VoronoiTessellation expected = VoronoiTessellation.of(crystal);
      assertAlike(VoronoiTessellation.of(chance.skewed(crystal)), expected, n, 1);
      assertAlike(VoronoiTessellation.of(chance.rotated(crystal)), expected, n, 1);
      assertAlike(VoronoiTessellation.of(chance.translated(crystal)), expected, n, 1);
      assertAlike(VoronoiTessellation.of(crystal.supercell(2, 3, 1)), expected, n, 6);
      int[] order = chance.order(n);
      VoronoiTessellation permuted = VoronoiTessellation.of(crystal.permuted(order));
      for (int i = 0; i < n; i++) {
        assertAlike(permuted, i, expected, order[i]);
      }
    }
  }

  /** A rock salt of a billionth of noise: true ties, near ties and what lies between. */
  @Test
  void degenerateVerticesDoNoHarm() {
    Random random = new Random(14);
    for (int exponent = -16; exponent <= -2; exponent++) {
      List<Site> sites = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        double noise = Math.pow(10, exponent);
        sites.add(
            new Site(
                Element.Na,
                (i & 3) / 4.0 + noise * random.nextGaussian(),
                (i >> 2 & 3) / 4.0 + noise * random.nextGaussian(),
                (i >> 4 & 3) / 4.0 + noise * random.nextGaussian()));
      }
      assertWhole(Crystal.of(Lattice.cubic(10), sites));
      assertWhole(Crystal.of(Lattice.of(0, 9, 9, 9, 0, 9, 9, 9, 0), sites));
      assertWhole(Crystal.of(Lattice.of(8, 0, 0, -4, 4 * Math.sqrt(3), 0, 0, 0, 9), sites));
    }
  }

  @Test
  void overlappingAtomsAreNamed() {
    Crystal twice =
        Crystal.of(
            Lattice.cubic(4),
            List.of(
                new Site(Element.Cl, 0.5, 0.5, 0.5),
                new Site(Element.Na, 0, 0, 0),
                new Site(Element.K, 1, 2, 3.002)));
    assertThatThrownBy(() -> VoronoiTessellation.of(twice))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("Site 1 (Na) and site 2 (K)");
    Crystal flat = Crystal.of(Lattice.of(4, 0, 0, 0, 4, 0, 0, 0, 0.001), twice.sites());
    assertThatThrownBy(() -> VoronoiTessellation.of(flat))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("its own image");
  }

  private static void assertFacet(
      VoronoiTessellation cells, int facet, double angle, double area, int corners) {
    assertThat(cells.solidAngle(facet)).isCloseTo(angle, within(1e-12));
    assertThat(cells.area(facet)).isCloseTo(area, within(1e-12));
    assertThat(cells.vertexCount(facet)).isEqualTo(corners);
  }

  /** Compares what is larger than the reference's last digit. */
  private static void assertSame(
      VoronoiTessellation cells, int site, List<double[]> given, boolean corners, String name) {
    Neighbours facets = cells.facets();
    List<double[]> found = new ArrayList<>();
    for (int f = facets.from(site); f < facets.to(site); f++) {
      found.add(
          new double[] {
            facets.distance(f), cells.solidAngle(f), cells.area(f), cells.vertexCount(f)
          });
    }
    Comparator<double[]> order =
        Comparator.<double[]>comparingDouble(facet -> Math.rint(facet[0] * 1e3))
            .thenComparingDouble(facet -> facet[1]);
    List<double[]> expected = new ArrayList<>(given);
    for (List<double[]> list : List.of(expected, found)) {
      list.removeIf(facet -> facet[1] < PRINTED);
      list.sort(order);
    }
    assertThat(found).as("%s, site %d", name, site).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)[1]).as(name).isCloseTo(expected.get(i)[1], within(PRINTED));
      assertThat(found.get(i)[2]).as(name).isCloseTo(expected.get(i)[2], within(PRINTED));
      if (corners) {
        assertThat(found.get(i)[3]).as(name).isEqualTo(expected.get(i)[3]);
      }
    }
  }

  private static void assertWhole(Crystal crystal) {
    VoronoiTessellation cells = VoronoiTessellation.of(crystal);
    Neighbours facets = cells.facets();
    double volume = 0;
    Map<List<Integer>, Double> angles = new HashMap<>();
    for (int i = 0; i < crystal.siteCount(); i++) {
      volume += cells.cellVolume(i);
      double sum = 0;
      for (int f = facets.from(i); f < facets.to(i); f++) {
        sum += cells.solidAngle(f);
        angles.put(key(facets, i, f, 1), cells.area(f));
      }
      assertThat(sum).isCloseTo(4 * Math.PI, within(ALL_ANGLES));
    }
    assertThat(volume / crystal.volume()).isCloseTo(1, within(1e-9));
    for (int i = 0; i < crystal.siteCount(); i++) {
      for (int f = facets.from(i); f < facets.to(i); f++) {
        // The other side of a facet near the smallest may not be listed.
        if (cells.solidAngle(f) > ALL_ANGLES) {
          double other = angles.get(key(facets, i, f, -1));
          assertThat(other).isCloseTo(cells.area(f), within(1e-8 * (1 + other)));
        }
      }
    }
  }

  /** The facet as its own site names it, or as the neighbour does. */
  private static List<Integer> key(Neighbours facets, int site, int f, int sign) {
    int other = facets.neighbour(f);
    return List.of(
        sign > 0 ? site : other,
        sign > 0 ? other : site,
        sign * facets.image(f, 0),
        sign * facets.image(f, 1),
        sign * facets.image(f, 2));
  }

  private static void assertAlike(
      VoronoiTessellation cells, VoronoiTessellation expected, int n, int copies) {
    for (int i = 0; i < n * copies; i++) {
      assertAlike(cells, i, expected, i / copies);
    }
  }

  private static void assertAlike(
      VoronoiTessellation cells, int i, VoronoiTessellation expected, int j) {
    assertThat(cells.cellVolume(i)).isCloseTo(expected.cellVolume(j), within(1e-9));
    assertThat(sortedAngles(cells, i)).containsExactly(sortedAngles(expected, j), within(1e-8));
  }

  private static double[] sortedAngles(VoronoiTessellation cells, int site) {
    Neighbours facets = cells.facets();
    return IntStream.range(facets.from(site), facets.to(site))
        .mapToDouble(cells::solidAngle)
        .filter(angle -> angle > ALL_ANGLES)
        .sorted()
        .toArray();
  }
}
