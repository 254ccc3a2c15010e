package org.suiseki.learn.nn;

import java.util.Arrays;
import java.util.List;
import org.suiseki.learn.ClassModel;
import org.suiseki.learn.ClassProbabilities;
import org.suiseki.learn.Column;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;
import tools.jackson.databind.node.JsonNodeFactory;

/** The networks of a {@link MlpClassifier}. */
public final class MlpClassModel implements ClassModel {

  /** What {@code model.json} calls it; all else is as in {@link MlpEnsemble#toStored()}. */
  public static final String KIND = "mlp-classes";

  private final MlpEnsemble networks;

  MlpClassModel(MlpEnsemble networks) {
    this.networks = networks;
  }

  @Override
  public List<Column> inputs() {
    return networks.inputs();
  }

  @Override
  public List<String> classes() {
    return networks.outputs().stream().map(Column::name).toList();
  }

  @Override
  public ClassProbabilities predict(Table rows) {
    int classes = networks.outputs().size();
    float[][] said = networks.eachMember(rows);
    double[][] mean = new double[rows.rows()][classes];
    double[] chance = new double[classes];
    for (float[] member : said) {
      for (int row = 0; row < mean.length; row++) {
        int from = row * classes;
        Arrays.setAll(chance, one -> member[from + one]);
        ClassProbabilities.softmax(chance);
        for (int one = 0; one < classes; one++) {
          mean[row][one] += chance[one] / said.length;
        }
      }
    }
    return new ClassProbabilities(classes(), mean);
  }

  @Override
  public StoredModel toStored() {
    return networks.toStored().with("kind", JsonNodeFactory.instance.stringNode(KIND));
  }

  public static MlpClassModel from(StoredModel stored) {
    stored.requireKind(KIND);
    ClassModel.classes(stored);
    return new MlpClassModel(MlpEnsemble.from(stored));
  }
}
