package org.suiseki.describe;

import java.util.Locale;
import java.util.Optional;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Mixture;
import org.suiseki.matter.Molecule;
import org.suiseki.matter.RepeatUnit;

/** How a material is written in one cell of a table. */
public enum MaterialKind {
  /** A formula, {@code Fe2O3}. */
  COMPOSITION("formula") {
    @Override
    public String canonical(String text) {
      return composition(text).reducedFormula();
    }

    @Override
    public Composition composition(String text) {
      return Composition.parse(text);
    }
  },

  /** A molecule as SMILES, {@code CCO}, or a {@link Mixture}, {@code 0.7 CCO + 0.3 O}. */
  MOLECULE("smiles") {
    @Override
    public String canonical(String text) {
      return Mixture.parse(text, Molecule::fromSmiles).text(Molecule::smiles);
    }

    @Override
    public Composition composition(String text) {
      return Mixture.parse(text, Molecule::fromSmiles).composition(Molecule::composition);
    }
  },

  /**
   * The repeat unit of a polymer as SMILES with two marks, {@code *CC(*)c1ccccc1}, or units of a
   * copolymer as a {@link Mixture}, {@code 0.5 *CC* + 0.5 *CC(*)C}.
   */
  POLYMER("unit") {
    @Override
    public String canonical(String text) {
      return Mixture.parse(text, RepeatUnit::parse).text(RepeatUnit::smiles);
    }

    @Override
    public Composition composition(String text) {
      return Mixture.parse(text, RepeatUnit::parse).composition(RepeatUnit::composition);
    }
  };

  private final String column;

  MaterialKind(String column) {
    this.column = column;
  }

  /** The kind of that name, in any case. */
  public static Optional<MaterialKind> named(String name) {
    for (MaterialKind kind : values()) {
      if (kind.label().equals(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** {@code composition}, {@code molecule}: as files and commands name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The usual heading of the column that holds it. */
  public String column() {
    return column;
  }

  /**
   * One text for each material, however it was spelled; tells repeated rows.
   *
   * @throws org.suiseki.matter.MatterException where the cell cannot be read
   */
  public abstract String canonical(String text);

  /**
   * Its elements.
   *
   * @throws org.suiseki.matter.MatterException where the cell cannot be read
   */
  public abstract Composition composition(String text);
}
