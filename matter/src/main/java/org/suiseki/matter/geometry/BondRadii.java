package org.suiseki.matter.geometry;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.Species;

/**
 * How long a bond between two species may be expected to be: the sum of two radii, ionic where both
 * oxidation states have one, else covalent.
 *
 * <p>Ionic are the crystal radii of R. D. Shannon, Acta Cryst. A32, 751 (1976); {@code
 * crystal-radii.csv} says which. Covalent are those of B. Cordero et al., Dalton Trans. 2832
 * (2008), 10.1039/b801115j, from the {@link ElementTable}, but C sp² and the means of low and high
 * spin for Mn, Fe and Co, because CrystalNN was calibrated so; beyond Cm the atomic radius, and
 * where there is none, NaN.
 */
final class BondRadii {
  /** Radii that differ from those of the element table, which has C sp³ and low spin; in Å. */
  private static final Map<Element, Double> CALIBRATED =
      Map.of(Element.C, 0.73, Element.Mn, 1.5, Element.Fe, 1.42, Element.Co, 1.38);

  private static final BondRadii STANDARD = new BondRadii();

  /** By ordinal of the element, in Å; NaN where unknown. */
  private final double[] covalent = new double[Element.values().length];

  /** By ordinal of the element: radius by oxidation state, in Å. */
  private final TreeMap<Integer, Double>[] ionic = empty();

  private BondRadii() {
    ElementTable table = ElementTable.standard();
    for (Element element : Element.values()) {
      double atomic = table.value(element, "atomic_radius").orElse(Double.NaN);
      double radius = table.value(element, "covalent_radius").orElse(atomic);
      covalent[element.ordinal()] = CALIBRATED.getOrDefault(element, radius);
    }
    InputStream resource =
        Objects.requireNonNull(BondRadii.class.getResourceAsStream("crystal-radii.csv"));
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .ofNamedCsvRecord(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        ionic[Element.valueOf(row.getField("symbol")).ordinal()].put(
            Integer.parseInt(row.getField("state")), Double.parseDouble(row.getField("radius")));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static BondRadii standard() {
    return STANDARD;
  }

  /** In Å; NaN where none is known. */
  double covalent(Element element) {
    return covalent[element.ordinal()];
  }

  /**
   * In Å, 0 where the oxidation state is not known or has no radius. Between two whole states with
   * radii it is interpolated; for others it is the mean over the element's states of that sign.
   */
  double ionic(Species species) {
    if (species.oxidationState().isEmpty()) {
      return 0;
    }
    double state = species.oxidationState().getAsDouble();
    if (state == 0) {
      return covalent(species.element());
    }
    TreeMap<Integer, Double> radii = ionic[species.element().ordinal()];
    Double low = radii.get((int) Math.floor(state));
    Double high = radii.get((int) Math.ceil(state));
    if (low != null && high != null) {
      double part = state - Math.floor(state);
      return (1 - part) * low + part * high;
    }
    Map<Integer, Double> alike = state > 0 ? radii.tailMap(1) : radii.headMap(0);
    return alike.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static TreeMap<Integer, Double>[] empty() {
    TreeMap<Integer, Double>[] maps = new TreeMap[Element.values().length];
    for (int i = 0; i < maps.length; i++) {
      maps[i] = new TreeMap<>();
    }
    return maps;
  }
}
