package org.suiseki.describe;

import org.suiseki.matter.ElementTable;

/** Descriptors of materials as they stand in one cell of a table. */
public final class MaterialText {

  private MaterialText() {}

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
    throw new DescribeException(
        "There is no descriptor of kind " + kind.label() + " named \"" + nameAndOptions + "\".",
        "Descriptors of this kind come with its registry.");
  }
}
