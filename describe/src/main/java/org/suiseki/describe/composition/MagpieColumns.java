package org.suiseki.describe.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.suiseki.matter.ElementTable;

/**
 * The properties of elements that Magpie's attributes rest on (Ward et al., npj Comput. Mater. 2,
 * 16028 (2016), table S1), where a table has them under its own or XenonPy's names.
 */
final class MagpieColumns {
  private static final List<List<String>> WANTED =
      List.of(
          List.of("atomic_number"),
          List.of("mendeleev_number"),
          List.of("atomic_mass", "atomic_weight"),
          List.of("melting_point"),
          List.of("group"),
          List.of("period"),
          List.of("covalent_radius", "covalent_radius_cordero"),
          List.of("electronegativity_pauling", "en_pauling"),
          List.of("valence_electrons_s", "num_s_valence"),
          List.of("valence_electrons_p", "num_p_valence"),
          List.of("valence_electrons_d", "num_d_valence"),
          List.of("valence_electrons_f", "num_f_valence"),
          List.of("num_valance"),
          List.of("unfilled_s", "num_s_unfilled"),
          List.of("unfilled_p", "num_p_unfilled"),
          List.of("unfilled_d", "num_d_unfilled"),
          List.of("unfilled_f", "num_f_unfilled"),
          List.of("num_unfilled"),
          // Of the ground state by density functional theory, which our own table does not have;
          // the molar volume stands for that of the ground state.
          List.of("gs_volume_per", "molar_volume"),
          List.of("gs_bandgap"),
          List.of("gs_mag_moment"));

  private static final List<String> SHELLS = List.of("s", "p", "d", "f");

  private MagpieColumns() {}

  /** All that a table has of them, the sums over shells made where it has only the parts. */
  static ElementMatrix of(ElementTable table, MissingValues policy) {
    List<ElementTable.Property> properties = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    for (List<String> names : WANTED) {
      found(table, names)
          .ifPresent(property -> {
            properties.add(property);
            columns.add(table.column(property.name()));
          });
    }
    total(table, "valence_electrons", "Electrons outside the noble-gas core", properties, columns);
    total(
        table,
        "unfilled",
        "Places left in the shells that hold valence electrons",
        properties,
        columns);
    return properties.isEmpty()
        ? ElementMatrix.of(table, List.of(), policy)
        : ElementMatrix.of(table, properties, columns.toArray(double[][]::new), policy);
  }

  /** Electrons in the s, p, d and f shells; of the standard table where this one has none. */
  static ElementMatrix valence(ElementTable table, MissingValues policy) {
    return named(table, WANTED.subList(8, 12), policy);
  }

  /** Of Pauling's scale; of the standard table where this one has none. */
  static ElementMatrix electronegativity(ElementTable table, MissingValues policy) {
    return named(table, WANTED.subList(7, 8), policy);
  }

  private static ElementMatrix named(
      ElementTable table, List<List<String>> wanted, MissingValues policy) {
    List<String> names =
        wanted.stream()
            .flatMap(one -> found(table, one).stream())
            .map(ElementTable.Property::name)
            .toList();
    return names.size() == wanted.size()
        ? ElementMatrix.of(table, names, policy)
        : named(ElementTable.standard(), wanted, policy);
  }

  private static Optional<ElementTable.Property> found(ElementTable table, List<String> names) {
    return table.properties().stream().filter(one -> names.contains(one.name())).findFirst();
  }

  private static void total(
      ElementTable table,
      String name,
      String meaning,
      List<ElementTable.Property> properties,
      List<double[]> columns) {
    List<ElementTable.Property> parts =
        SHELLS.stream()
            .flatMap(shell -> found(table, List.of(name + "_" + shell)).stream())
            .toList();
    if (parts.size() < SHELLS.size()) {
      return;
    }
    double[] sum = table.column(parts.get(0).name());
    for (ElementTable.Property part : parts.subList(1, SHELLS.size())) {
      double[] column = table.column(part.name());
      Arrays.setAll(sum, i -> sum[i] + column[i]);
    }
    String source = "counted from " + name + "_s, _p, _d and _f. " + parts.get(0).source();
    properties.add(new ElementTable.Property(name, "1", meaning, source));
    columns.add(sum);
  }
}
