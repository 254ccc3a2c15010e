package org.suiseki.learn;

import java.util.List;

/**
 * What was learned of classes: numbers in, the probability of each class out. Immutable and
 * thread-safe.
 */
public interface ClassModel {

  List<Column> inputs();

  /** The names of the classes, in the order of every probability. */
  List<String> classes();

  /** The columns of {@code rows} are {@link #inputs()}, in that order. */
  ClassProbabilities predict(Table rows);

  /** As plain data; its outputs are the classes, with the unit 1 of a probability. */
  StoredModel toStored();

  /** What {@link StoredModel} calls the outputs of a model of these classes. */
  static List<Column> columns(List<String> classes) {
    return classes.stream().map(name -> new Column(name, "1")).toList();
  }

  /** The classes of a stored model. */
  static List<String> classes(StoredModel stored) {
    List<String> classes = stored.outputs().stream().map(Column::name).toList();
    if (classes.size() < 2) {
      throw new LearnException(
          "The stored model has the classes " + classes + ", expected two or more.",
          "Copy it again, or train and save it anew.");
    }
    return classes;
  }
}
