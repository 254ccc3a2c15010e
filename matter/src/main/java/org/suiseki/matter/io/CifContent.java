package org.suiseki.matter.io;

import java.util.Optional;

/** What a block of a CIF holds besides a crystal, told by how its data names begin. */
enum CifContent {
  POWDER("powder diffraction data", "_pd_"),
  REFLECTIONS("reflections", "_refln", "_diffrn_refln"),
  MOLECULE("a chemical component without a cell", "_chem_comp"),
  DICTIONARY("a dictionary of data names", "_definition", "_item_", "_dictionary", "_enumeration"),
  MAGNETIC("a magnetic structure", "_space_group_magn"),
  CELL("a cell without sites", "_cell_length", "_cell_angle"),
  PUBLICATION("a publication", "_publ", "_journal", "_audit");

  private final String text;
  private final String[] beginnings;

  CifContent(String text, String... beginnings) {
    this.text = text;
    this.beginnings = beginnings;
  }

  /** For a sentence. */
  String text() {
    return text;
  }

  static Optional<CifContent> of(String tag) {
    for (CifContent content : ALL) {
      for (String beginning : content.beginnings) {
        if (tag.startsWith(beginning)) {
          return Optional.of(content);
        }
      }
    }
    return Optional.empty();
  }

  private static final CifContent[] ALL = values();
}
