package org.suiseki.matter.io;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Place;
import org.suiseki.matter.Site;
import org.suiseki.matter.Species;

/** Crystals to test with. */
final class CrystalSamples {
  static final Path SHARED = Path.of("..", "..", "shared");

  private static final Element[] COMMON = {
    Element.H, Element.O, Element.Na, Element.Cl, Element.Fe, Element.Ni, Element.La, Element.U
  };

  private CrystalSamples() {}

  static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of any cell that is not too flat, with up to twelve sites. */
  static Crystal random(Random random, boolean ordered, boolean states) {
    Lattice lattice =
        Lattice.ofParameters(
            2 + 8 * random.nextDouble(),
            2 + 8 * random.nextDouble(),
            2 + 8 * random.nextDouble(),
            70 + 40 * random.nextDouble(),
            70 + 40 * random.nextDouble(),
            70 + 40 * random.nextDouble());
    List<Site> sites = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      Occupation occupation = occupation(random, ordered, states);
      String symbol = occupation.dominant().symbol();
      sites.add(
          new Site(
              occupation,
              3 * random.nextDouble() - 1,
              random.nextDouble(),
              random.nextInt(4) / 4.0,
              random.nextBoolean() ? symbol : symbol + (i + 1)));
    }
    return Crystal.of(lattice, sites);
  }

  /** With an id and properties of every kind that a file may have. */
  static CrystalEntry entry(Crystal crystal, String id) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("band_gap", "1.88");
    properties.put("remark", "say \"yes\" \\ no = µ");
    properties.put("tensor", "[[1.0,2],[3,-4e-5]]");
    properties.put("metal", "false");
    properties.put("missing", "NaN");
    properties.put("cell name", "007");
    return new CrystalEntry(id, crystal, Place.of("made"), properties, List.of());
  }

  private static Occupation occupation(Random random, boolean ordered, boolean states) {
    Species first = species(random, states);
    if (ordered || random.nextBoolean()) {
      return Occupation.of(first);
    }
    Species second = species(random, states);
    if (second.equals(first)) {
      return Occupation.of(Map.of(first, 0.7));
    }
    return Occupation.of(
        random.nextBoolean() ? Map.of(first, 0.25, second, 0.75) : Map.of(first, 0.5, second, 0.3));
  }

  private static Species species(Random random, boolean states) {
    if (random.nextInt(8) == 0) {
      return Species.parse("D").orElseThrow();
    }
    Species plain = Species.of(COMMON[random.nextInt(COMMON.length)]);
    return states && random.nextBoolean()
        ? plain.withOxidationState((random.nextInt(13) - 6) / 2.0)
        : plain;
  }

  /** {@code a.json:2:5} for the mark § in a text, as a person would count. */
  static String placeOfMark(String text, String source) {
    String before = text.substring(0, text.indexOf('§'));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return source + ":" + line + ":" + (before.length() - before.lastIndexOf('\n'));
  }
}
