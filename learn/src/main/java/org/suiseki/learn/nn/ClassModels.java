package org.suiseki.learn.nn;

import java.util.List;
import org.suiseki.learn.BoostedClassModel;
import org.suiseki.learn.ClassEnsemble;
import org.suiseki.learn.ClassModel;
import org.suiseki.learn.ForestModel;
import org.suiseki.learn.FrequencyModel;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.LogisticModel;
import org.suiseki.learn.StoredModel;

/** Reads a stored model of classes of whatever kind it is. */
public final class ClassModels {
  private static final List<String> KINDS =
      List.of(
          FrequencyModel.KIND,
          LogisticModel.KIND,
          BoostedClassModel.KIND,
          ForestModel.KIND,
          MlpClassModel.KIND,
          ClassEnsemble.KIND);

  private ClassModels() {}

  /**
   * @throws LearnException where it is not sound, or its kind is none of classes
   */
  public static ClassModel from(StoredModel stored) {
    return switch (stored.kind()) {
      case FrequencyModel.KIND -> FrequencyModel.from(stored);
      case LogisticModel.KIND -> LogisticModel.from(stored);
      case BoostedClassModel.KIND -> BoostedClassModel.from(stored);
      case ForestModel.KIND -> ForestModel.from(stored);
      case MlpClassModel.KIND -> MlpClassModel.from(stored);
      case ClassEnsemble.KIND -> ClassEnsemble.from(stored, ClassModels::from);
      default ->
          throw new LearnException(
              "A model of kind '" + stored.kind() + "' knows no classes.",
              "Those that do are: " + String.join(", ", KINDS) + ".");
    };
  }
}
