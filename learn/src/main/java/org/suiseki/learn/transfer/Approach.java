package org.suiseki.learn.transfer;

import java.util.List;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Table;

/**
 * One way to learn from what a source makes of materials: inputs, one row a material, and what
 * learns from them. Frozen features are learned from by every head of the trial; a way that brings
 * its own heads, such as fine-tuning, is learned by those alone.
 *
 * @param name such as {@code hidden-2}
 * @param inputs without missing values
 * @param own heads instead of those of the trial; none for frozen features
 */
public record Approach(String name, Table inputs, List<Head> own) {

  public Approach {
    own = List.copyOf(own);
    if (name.isBlank() || inputs.width() == 0) {
      throw new LearnException(
          "The approach '" + name + "' has " + inputs.width() + " inputs.",
          "Give it a name and at least one column.");
    }
  }

  /** Features as they are, for every head. */
  public static Approach frozen(String name, Table features) {
    return new Approach(name, features, List.of());
  }
}
