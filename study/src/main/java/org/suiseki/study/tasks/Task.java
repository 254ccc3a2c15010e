package org.suiseki.study.tasks;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;
import org.suiseki.library.TargetScale;

/**
 * One property to be learned from one set of materials, by many models.
 *
 * @param name small letters, digits and dashes; begins the name of every model
 * @param property with its unit
 * @param kind of material
 * @param source of the rows
 * @param column head of the column, or name of the field, that holds the material
 * @param target head or field of the property
 * @param reduction where the field holds a spectrum
 * @param factor from the file's unit to that of the property
 * @param scale on which it is learned
 * @param descriptors each with options
 * @param elements a person's table of elements for the descriptors
 * @param rows at most so many materials, drawn by the seed; 0 for all
 * @param judging how the models are judged
 * @param networks how many perceptrons, over all descriptors and splits
 * @param training of the perceptrons
 * @param trees which are trained for every descriptor and split
 * @param linear whether ridge regression is
 * @param tags of the models
 */
record Task(
    String name,
    Column property,
    MaterialKind kind,
    TaskSource source,
    String column,
    String target,
    Optional<Reduction> reduction,
    double factor,
    TargetScale scale,
    List<String> descriptors,
    Optional<Path> elements,
    int rows,
    Judging judging,
    int networks,
    NetworkTraining training,
    Trees trees,
    boolean linear,
    List<String> tags) {

  /** Which trees are trained. */
  enum Trees {
    NONE,
    BOOSTED,

    /** A forest too, whose file is some hundred times larger. */
    ALL;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    int models() {
      return ordinal();
    }
  }

  /**
   * @param folds every row is predicted once while held out, and the model that is kept saw all; 0
   *     for random splits instead
   * @param splits how many splits, each with its own models, where there are no folds
   * @param validation share of the rows that models are chosen by
   * @param test share of the rows that only the card tells of
   */
  record Judging(int folds, int splits, double validation, double test) {}

  /**
   * @param epochs passes over the training rows
   * @param batch rows a step
   */
  record NetworkTraining(int epochs, int batch) {}
}
