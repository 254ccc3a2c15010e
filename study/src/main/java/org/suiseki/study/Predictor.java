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

  /**
   * Says of each pattern in {@code input} what the model makes of it, and why. Those that cannot be
   * used come back in {@link Explanations#refused()}.
   *
   * @throws org.suiseki.matter.SuisekiException if the file as a whole cannot be used, or if models
   *     of this kind explain themselves in their report only
   */
  default Explanations explain(Path input) {
    throw new StudyException(
        "A model of this kind is explained as a whole, not for one file.",
        "See the section on relevance in the report of its run; for numbers use 'suiseki predict'.");
  }
}
