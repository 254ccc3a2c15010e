package org.suiseki.study.xrd;

import java.util.List;
import java.util.Map;
import org.suiseki.explain.latent.SimilarityTransform;
import org.suiseki.learn.Column;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;

/**
 * A feature space as a map shows it: moved, turned and scaled, so that its axes and unit are the
 * same for every seed. One unit is the root mean square distance of the known points from their
 * centre.
 *
 * @param inner the space as it was learned
 * @param view from the coordinates of {@code inner} to those of the map
 */
record MapSpace(LatentModel inner, SimilarityTransform view) implements LatentModel {
  static final String KIND = "map-space";
  private static final String INNER = "inner";

  @Override
  public List<Column> inputs() {
    return inner.inputs();
  }

  @Override
  public int size() {
    return view.size();
  }

  @Override
  public double[][] encode(Table rows) {
    return view.apply(inner.encode(rows));
  }

  @Override
  public Table decode(double[][] points) {
    return inner.decode(view.undo(points));
  }

  @Override
  public double[][] gradient(Table rows, int coordinate) {
    double[][] sum = new double[rows.rows()][rows.width()];
    for (int j = 0; j < size(); j++) {
      double weight = view.scale() * view.rotation()[coordinate][j];
      double[][] part = inner.gradient(rows, j);
      for (int row = 0; row < sum.length; row++) {
        for (int i = 0; i < sum[row].length; i++) {
          sum[row][i] += weight * part[row][i];
        }
      }
    }
    return sum;
  }

  @Override
  public StoredModel toStored() {
    return StoredModel.of(KIND, inputs(), List.of())
        .withTensors(
            Map.of(
                "from", DenseArray.of(view.from()),
                "scale", DenseArray.of(new double[] {view.scale()}),
                "rotation", DenseArray.of(view.rotation()),
                "to", DenseArray.of(view.to())))
        .withPart(INNER, inner.toStored());
  }

  static MapSpace from(StoredModel stored) {
    stored.requireKind(KIND);
    int size = stored.length("from");
    return new MapSpace(
        StoredSpace.from(stored.part(INNER)),
        new SimilarityTransform(
            stored.doubles("from", size),
            stored.doubles("scale", 1)[0],
            Rows.of(stored.doubles("rotation", size, size), size),
            stored.doubles("to", size)));
  }
}
