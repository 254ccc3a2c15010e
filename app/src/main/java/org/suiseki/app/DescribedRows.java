package org.suiseki.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.suiseki.describe.CrystalDescriptors;
import org.suiseki.describe.Descriptor;
import org.suiseki.describe.FeatureColumns;
import org.suiseki.describe.SiteDescriptor;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.SuisekiException;

/** Turns a crystal into the rows that {@code suiseki describe} writes of it. */
interface DescribedRows {

  /** Of the table. */
  FeatureColumns columns();

  /**
   * The rows of one crystal.
   *
   * @param strict whether a descriptor that cannot tell ends it all; otherwise its cells stay empty
   */
  Described of(Crystals.Found found, boolean strict);

  /** What a row is about and its numbers. */
  record Row(List<String> keys, double[] values) {}

  /**
   * The rows of a crystal.
   *
   * @param gaps why a descriptor's cells are empty, by its name
   */
  record Described(List<Row> rows, Map<String, String> gaps) {}

  /** One row for each crystal. */
  static DescribedRows ofCrystals(List<String> names) {
    List<Descriptor<Crystal>> parts = names.stream().map(CrystalDescriptors::named).toList();
    List<FeatureColumns.Group> groups = new ArrayList<>();
    List<Part> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Descriptor<Crystal> part = parts.get(i);
      groups.add(new FeatureColumns.Group(names.get(i), part.names(), part.units()));
      all.add(
          new Part(
              names.get(i),
              part.width(),
              crystal -> {
                double[] row = new double[part.width()];
                part.describe(crystal, row, 0);
                return row;
              }));
    }
    List<String> keys = List.of("id", "file", "formula");
    return new Joined(FeatureColumns.of(keys, groups), all, false);
  }

  /** One row for each site. */
  static DescribedRows ofSites(List<String> names) {
    List<SiteDescriptor> parts = names.stream().map(CrystalDescriptors::ofSites).toList();
    List<FeatureColumns.Group> groups = new ArrayList<>();
    List<Part> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      SiteDescriptor part = parts.get(i);
      groups.add(new FeatureColumns.Group(names.get(i), part.names(), part.units()));
      all.add(new Part(names.get(i), part.width(), part::describeSites));
    }
    List<String> keys = List.of("id", "file", "formula", "site", "species", "label");
    return new Joined(FeatureColumns.of(keys, groups), all, true);
  }

  /** One descriptor: all rows of a crystal, one after another. */
  record Part(String name, int width, Rows rows) {
    interface Rows {
      double[] of(Crystal crystal);
    }
  }

  /** Several descriptors side by side. */
  record Joined(FeatureColumns columns, List<Part> parts, boolean perSite)
      implements DescribedRows {

    @Override
    public Described of(Crystals.Found found, boolean strict) {
      Crystal crystal = found.entry().crystal();
      int count = perSite ? crystal.siteCount() : 1;
      double[][] values = new double[count][columns.width()];
      Map<String, String> gaps = new TreeMap<>();
      int offset = 0;
      for (Part part : parts) {
        try {
          double[] rows = part.rows().of(crystal);
          for (int row = 0; row < count; row++) {
            System.arraycopy(rows, row * part.width(), values[row], offset, part.width());
          }
        } catch (SuisekiException e) {
          if (strict || parts.size() == 1) {
            throw e;
          }
          for (double[] row : values) {
            Arrays.fill(row, offset, offset + part.width(), Double.NaN);
          }
          gaps.put(part.name(), found.entry().id() + ": " + e.what());
        }
        offset += part.width();
      }
      List<Row> rows = new ArrayList<>();
      for (int row = 0; row < count; row++) {
        rows.add(new Row(keys(found, row), values[row]));
      }
      return new Described(rows, gaps);
    }

    private List<String> keys(Crystals.Found found, int row) {
      Crystal crystal = found.entry().crystal();
      String id = found.entry().id();
      String file = found.file().toString();
      String formula = crystal.composition().reducedFormula();
      return perSite
          ? List.of(
              id,
              file,
              formula,
              String.valueOf(row),
              crystal.occupation(row).toString(),
              crystal.label(row))
          : List.of(id, file, formula);
    }
  }
}
