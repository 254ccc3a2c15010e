package org.suiseki.learn;

import java.util.List;

/**
 * What was learned: numbers in, numbers out, each with name and unit. Immutable and thread-safe.
 */
public interface Model {

  List<Column> inputs();

  List<Column> outputs();

  /** The columns of {@code rows} are {@link #inputs()}, in that order. */
  Predictions predict(Table rows);
}
