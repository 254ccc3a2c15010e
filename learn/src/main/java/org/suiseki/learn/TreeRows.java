package org.suiseki.learn;

/**
 * Training rows as trees read them.
 *
 * @param columns columns × rows
 * @param labels of the rows
 * @param weights of a row of each class
 */
record TreeRows(double[][] columns, int[] labels, double[] weights) {

  static TreeRows of(Table inputs, ClassLabels labels, int[] train, ClassBalance balance) {
    double[][] columns = new double[inputs.width()][train.length];
    for (int row = 0; row < train.length; row++) {
      for (int column = 0; column < columns.length; column++) {
        columns[column][row] = inputs.get(train[row], column);
      }
    }
    return new TreeRows(columns, labels.selectRows(train).of(), balance.weights(labels, train));
  }

  int count() {
    return labels.length;
  }

  int classes() {
    return weights.length;
  }
}
