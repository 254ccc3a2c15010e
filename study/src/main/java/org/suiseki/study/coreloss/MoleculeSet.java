package org.suiseki.study.coreloss;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.suiseki.describe.ElementRatios;
import org.suiseki.learn.Column;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Molecule;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.Unit;
import org.suiseki.matter.io.CoreLossData;
import org.suiseki.matter.io.CoreLossEntry;
import org.suiseki.study.StudyException;

/**
 * The molecules of a study as tables, row by row: spectra on the grid, element ratios, properties
 * (NaN where unknown) and the group of each for the split by scaffold.
 *
 * @param refused what could not be used, with the reason
 * @param warnings what was used, but deserves a look
 */
record MoleculeSet(
    List<String> ids,
    List<Optional<Molecule>> molecules,
    List<String> formulas,
    List<String> groups,
    Table spectra,
    Table ratios,
    Table targets,
    List<Element> ratioElements,
    Origin origin,
    List<Refused> refused,
    List<String> warnings) {

  /** Below this many molecules folds are too small to mean anything. */
  private static final int FEWEST = 20;

  /** A row that could not be used, by id or by place. */
  record Refused(String id, String reason) {}

  static MoleculeSet of(
      CoreLossData data,
      Preprocessing preprocessing,
      List<MolecularProperty> properties,
      String licence,
      boolean strict) {
    List<Refused> refused = new ArrayList<>();
    for (MatterException rejected : data.rejected()) {
      refused.add(
          new Refused(
              rejected.place().map(Object::toString).orElse(data.source()), reason(rejected)));
    }
    List<CoreLossEntry> entries = new ArrayList<>();
    List<Spectrum> spectra = new ArrayList<>();
    for (CoreLossEntry entry : data.entries()) {
      try {
        requireCarbon(entry);
        spectra.add(preprocessing.spectrum(entry.absorption()));
        entries.add(entry);
      } catch (SuisekiException unusable) {
        if (strict) {
          throw new StudyException(
              "'" + entry.id() + "': " + unusable.what(),
              Place.of(data.source()),
              unusable.mend(),
              unusable);
        }
        refused.add(new Refused(entry.id(), reason(unusable)));
      }
    }
    requireEnough(entries.size(), refused, data.source());
    List<Element> elements = ratioElements(entries);
    return new MoleculeSet(
        entries.stream().map(CoreLossEntry::id).toList(),
        entries.stream().map(CoreLossEntry::molecule).toList(),
        entries.stream().map(entry -> entry.composition().formula()).toList(),
        entries.stream().map(MoleculeSet::group).toList(),
        preprocessing.table(spectra),
        ratios(entries.stream().map(CoreLossEntry::composition).toList(), elements),
        targets(entries, properties),
        elements,
        new Origin(data.source(), licence, data.sha256()),
        List.copyOf(refused),
        data.warnings().stream().map(MoleculeSet::warning).toList());
  }

  private static String warning(MatterException one) {
    return one.place().map(place -> place + ": ").orElse("") + reason(one);
  }

  private static String reason(SuisekiException unusable) {
    return (unusable.what() + " " + unusable.mend()).strip();
  }

  private static void requireCarbon(CoreLossEntry entry) {
    if (entry.composition().amount(Element.C) == 0) {
      throw new StudyException(
          entry.composition().formula() + " holds no carbon.",
          "Leave it out: ratios are taken to carbon, and it has no carbon K-edge.");
    }
  }

  int size() {
    return ids.size();
  }

  /** How many rows are tested by a fold that trains on a molecule of the same formula. */
  int withIsomerInTraining(SplitKind kind, CoreLossOptions options) {
    int count = 0;
    for (Split split : kind.outer(this, options.folds(), options.seed())) {
      Set<String> taught = new HashSet<>();
      for (int row : split.train()) {
        taught.add(formulas.get(row));
      }
      for (int row : split.test()) {
        count += taught.contains(formulas.get(row)) ? 1 : 0;
      }
    }
    return count;
  }

  MoleculeSet withTargets(Table other) {
    return new MoleculeSet(
        ids,
        molecules,
        formulas,
        groups,
        spectra,
        ratios,
        other,
        ratioElements,
        origin,
        refused,
        warnings);
  }

  Table inputs(FeatureSet features, Preprocessing preprocessing) {
    return switch (features) {
      case SPECTRUM -> preprocessing.features(spectra);
      case RATIOS -> ratios;
      case BOTH -> preprocessing.features(spectra).beside(ratios);
    };
  }

  Dataset dataset(FeatureSet features, Preprocessing preprocessing) {
    return new Dataset(ids, inputs(features, preprocessing), targets, origin);
  }

  static Table ratios(List<Composition> compositions, List<Element> elements) {
    ElementRatios descriptor = new ElementRatios(elements);
    double[] values = new double[compositions.size() * descriptor.width()];
    for (int row = 0; row < compositions.size(); row++) {
      descriptor.describe(compositions.get(row), values, row * descriptor.width());
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < descriptor.width(); i++) {
      columns.add(new Column(descriptor.names().get(i), descriptor.units().get(i)));
    }
    return new Table(columns, compositions.size(), values);
  }

  /** The paper's three and whatever else the molecules hold. */
  private static List<Element> ratioElements(List<CoreLossEntry> entries) {
    Set<Element> present = EnumSet.of(Element.H, Element.N, Element.O);
    entries.forEach(entry -> present.addAll(entry.composition().elements()));
    present.remove(Element.C);
    return List.copyOf(present);
  }

  /** Where only the formula is known, molecules of one formula stay together. */
  private static String group(CoreLossEntry entry) {
    return entry
        .molecule()
        .map(Molecule::scaffold)
        .orElseGet(() -> "formula:" + entry.composition().formula());
  }

  private static Table targets(List<CoreLossEntry> entries, List<MolecularProperty> properties) {
    double[] values = new double[entries.size() * properties.size()];
    for (int row = 0; row < entries.size(); row++) {
      for (int i = 0; i < properties.size(); i++) {
        values[row * properties.size() + i] = value(entries.get(row), properties.get(i));
      }
    }
    return new Table(
        properties.stream().map(MolecularProperty::column).toList(), entries.size(), values);
  }

  private static double value(CoreLossEntry entry, MolecularProperty property) {
    return switch (property.name()) {
      case MolecularProperty.WEIGHT ->
          entry.composition().molarMass() * Unit.factor("g/mol", property.unit());
      case MolecularProperty.ATOMS -> entry.composition().total();
      default -> entry.properties().getOrDefault(property.name(), Double.NaN);
    };
  }

  private static void requireEnough(int usable, List<Refused> refused, String source) {
    if (usable < FEWEST) {
      String first = refused.isEmpty() ? "" : " The first refusal: " + refused.get(0).reason();
      throw new StudyException(
          usable
              + " molecules of "
              + source
              + " can be used, at least "
              + FEWEST
              + " are needed."
              + first,
          refused.isEmpty()
              ? "Give more molecules."
              : "Give more molecules, or mend the " + refused.size() + " that were refused.");
    }
  }
}
