package org.suiseki.learn.transfer;

import java.util.List;
import org.suiseki.learn.Column;

/**
 * A model that was trained on other data and can say something of the materials of a target. Where
 * it comes from (a library, a folder, a training just made) is its own matter. Thread-safe.
 */
public interface Source {

  /** Unique among the sources of one trial. */
  String name();

  /** What it was trained to predict. */
  Column property();

  /**
   * What it makes of materials, as they stand in one cell of a table: formulas or SMILES. It must
   * depend on each material alone, not on which others are asked for with it, except for {@link
   * Representation#likeness()}. Called once for the target; costs what it costs.
   *
   * @throws org.suiseki.matter.SuisekiException where it cannot read one of them; the source is
   *     then left out, and the result says why
   */
  Representation represent(List<String> materials);
}
