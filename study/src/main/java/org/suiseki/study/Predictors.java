package org.suiseki.study;

import java.nio.file.Path;

/** Opens model files. */
@FunctionalInterface
public interface Predictors {

  /**
   * @param model a model folder or {@code .suiseki} file
   * @throws org.suiseki.matter.SuisekiException if it is no model, is damaged, or of a version or
   *     kind this build does not know
   */
  Predictor load(Path model);
}
