package org.suiseki.describe;

import java.util.Arrays;
import java.util.List;
import org.suiseki.describe.composition.CompositionDescriptors;
import org.suiseki.describe.molecule.MoleculeDescriptors;
import org.suiseki.describe.molecule.PolymerDescriptors;
import org.suiseki.matter.Composition;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.Mixture;
import org.suiseki.matter.Molecule;
import org.suiseki.matter.RepeatUnit;

/** Descriptors of materials as they stand in one cell of a table. */
public final class MaterialText {

  private MaterialText() {}

  /** What is known of the descriptors of a kind, in the order of their registry. */
  public static List<DescriptorEntry> entries(MaterialKind kind) {
    return switch (kind) {
      case COMPOSITION ->
          CompositionDescriptors.names().stream().map(CompositionDescriptors::entry).toList();
      case MOLECULE ->
          MoleculeDescriptors.names().stream().map(MoleculeDescriptors::entry).toList();
      case POLYMER -> PolymerDescriptors.names().stream().map(PolymerDescriptors::entry).toList();
    };
  }

  /**
   * Reads a cell and describes what it says. The descriptor throws the exception of the room that
   * could not read or describe it.
   *
   * @param nameAndOptions as the registry of that kind of material knows it, {@code
   *     composition-290:missing=refuse}; several are joined by commas, their numbers side by side
   * @param elements where a descriptor needs properties of elements
   * @throws DescribeException where there is no such descriptor
   */
  public static Descriptor<String> descriptor(
      MaterialKind kind, String nameAndOptions, ElementTable elements) {
    List<String> names = Arrays.asList(nameAndOptions.split(",", -1));
    return switch (kind) {
      case COMPOSITION ->
          new CellDescriptor<>(
              Composition::parse,
              names.stream().map(name -> CompositionDescriptors.named(name, elements)).toList());
      case MOLECULE ->
          new CellDescriptor<>(
              text -> Mixture.parse(text, Molecule::fromSmiles),
              names.stream().map(MoleculeDescriptors::named).map(MixtureMean::new).toList());
      case POLYMER ->
          new CellDescriptor<>(
              text -> Mixture.parse(text, RepeatUnit::parse),
              names.stream().map(PolymerDescriptors::named).map(MixtureMean::new).toList());
    };
  }
}
