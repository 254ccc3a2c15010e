package org.suiseki.study;

import java.nio.file.Path;

/**
 * A model with everything around it that turns a person's file into its inputs. Immutable and
 * thread-safe.
 */
@FunctionalInterface
public interface Predictor {

  /**
   * Predicts for each row (molecule, spectrum, …) of {@code input}. Rows that cannot be used come
   * back in {@link PredictionTable#refused()}.
   *
   * @throws org.suiseki.matter.SuisekiException if the file as a whole cannot be used
   */
  PredictionTable predict(Path input);
}
