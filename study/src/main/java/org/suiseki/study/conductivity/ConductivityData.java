package org.suiseki.study.conductivity;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.TextTable;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.transfer.Descriptions;
import org.suiseki.study.transfer.SmallTable;

/**
 * What a run reads.
 *
 * @param target with log10 of the conductivity
 * @param properties that sources are trained on
 * @param candidates to be screened, reduced, in the order of the file
 * @param refused rows of the tables of properties and candidates that cannot be used
 * @param sha256 of all that was read
 */
record ConductivityData(
    Descriptions.Described target,
    List<SolidProperty> properties,
    List<String> candidates,
    List<PredictionTable.Refused> refused,
    String sha256) {
  static final String CONDUCTIVITIES = "lattice_conductivity.csv";
  static final String PROPERTIES = "solid_properties.csv";
  private static final Column TARGET = new Column("log10 of lattice thermal conductivity", "1");

  static ConductivityData read(ConductivityOptions options) {
    SmallTable.Heads heads =
        new SmallTable.Heads(
            MaterialKind.COMPOSITION, options.formula(), options.target(), "mp_id", true);
    SmallTable table =
        options
            .data()
            .map(file -> SmallTable.read(file, heads))
            .orElseGet(() -> SmallTable.read(resource(CONDUCTIVITIES), CONDUCTIVITIES, heads));
    Descriptions.Described target =
        Descriptions.of(
            table,
            MaterialKind.COMPOSITION,
            options.descriptor(),
            TARGET,
            Arrays.stream(table.values()).map(Math::log10).toArray(),
            options.licence());
    SolidTables solids =
        options.sources().isEmpty()
            ? SolidTables.embedded(resource(PROPERTIES), PROPERTIES)
            : SolidTables.read(options.sources());
    List<PredictionTable.Refused> refused = new ArrayList<>(solids.refused());
    List<String> candidates =
        options
            .candidates()
            .map(file -> formulas(file, options.candidateFormula(), refused))
            .orElseGet(() -> compounds(solids.formulas()));
    Set<String> left = options.leaveOut() ? Set.copyOf(target.task().materials()) : Set.of();
    List<SolidProperty> properties =
        options.ownSources()
            ? solids.properties().stream()
                .map(property -> property.without(left))
                .filter(property -> property.values().length >= SourceTraining.FEWEST)
                .toList()
            : List.of();
    return new ConductivityData(
        target, properties, candidates, refused, target.task().origin().sha256());
  }

  static InputStream resource(String name) {
    InputStream in = ConductivityData.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("The resource " + name + " is missing in this build.");
    }
    return in;
  }

  /** What conducts by its lattice: elements are mostly metals. */
  private static List<String> compounds(List<String> formulas) {
    return formulas.stream()
        .filter(one -> MaterialKind.COMPOSITION.composition(one).elements().size() > 1)
        .toList();
  }

  private static List<String> formulas(
      Path file, String head, List<PredictionTable.Refused> refused) {
    Set<String> formulas = new LinkedHashSet<>();
    try (TextTable table = TextTable.open(file)) {
      int column = table.column(head);
      boolean more = true;
      while (more) {
        try {
          Optional<TextTable.Row> row = table.next();
          more = row.isPresent();
          row.ifPresent(one -> add(one, column, formulas, refused));
        } catch (MatterException bad) {
          String place = bad.place().map(Place::toString).orElse(file.toString());
          refused.add(new PredictionTable.Refused(place, bad.what()));
        }
      }
    }
    return List.copyOf(formulas);
  }

  private static void add(
      TextTable.Row row, int column, Set<String> formulas, List<PredictionTable.Refused> refused) {
    try {
      formulas.add(MaterialKind.COMPOSITION.canonical(row.cell(column)));
    } catch (SuisekiException unreadable) {
      refused.add(new PredictionTable.Refused(row.place().toString(), unreadable.what()));
    }
  }
}
