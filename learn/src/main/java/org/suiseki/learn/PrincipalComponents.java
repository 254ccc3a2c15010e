package org.suiseki.learn;

import java.util.Arrays;

/**
 * The flat feature space that keeps most of the variance: coordinates along the principal
 * directions (Pearson, Phil. Mag. 2, 559, 1901, doi:10.1080/14786440109462720), of {@link
 * CommonScale scaled} inputs. Each direction has its largest component positive, so that the same
 * rows give the same coordinates. It has no random numbers; validation rows are not used.
 *
 * <p>The least that any other feature space should beat. Cost: one symmetric eigenproblem of size
 * min(rows, inputs). When not to use it: where what matters moves peaks instead of raising them, as
 * lattices that grow do; a moving peak takes many coordinates.
 *
 * @param size how many coordinates
 */
public record PrincipalComponents(int size) implements LatentEstimator<PrincipalComponentsModel> {

  public PrincipalComponents {
    Points.requireSize(size);
  }

  @Override
  public String name() {
    return PrincipalComponentsModel.KIND;
  }

  /**
   * Learns from the training rows.
   *
   * @throws LearnException where they vary in fewer directions than there shall be coordinates, or
   *     have a value that is missing or infinite
   */
  @Override
  public PrincipalComponentsModel fit(Table rows, Split split, Progress progress) {
    progress.check();
    CommonScale scale = CommonScale.of(rows, split.train());
    Table train = rows.selectRows(split.train());
    PrincipalDirections found =
        PrincipalDirections.of(new Table(rows.columns(), train.rows(), scale.apply(train)));
    double total = Arrays.stream(found.eigenvalues()).sum();
    // Scaled rows have the mean square 1, unless they are all the same but for rounding.
    int rank = total > 0.5 * train.values().length ? found.rank() : 0;
    SymmetricEigen.requireRank(rank, size, train.rows());
    double[][] directions = new double[size][];
    double[] shares = new double[size];
    for (int k = 0; k < size; k++) {
      directions[k] = found.direction(k);
      SymmetricEigen.orient(directions[k]);
      shares[k] = found.eigenvalues()[k] / total;
    }
    return new PrincipalComponentsModel(scale, directions, shares);
  }
}
