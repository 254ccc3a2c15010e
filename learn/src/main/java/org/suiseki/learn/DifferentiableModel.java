package org.suiseki.learn;

/**
 * A model whose inside can be looked at: what its last hidden layer says of a row, and how its
 * inputs move it.
 */
public interface DifferentiableModel extends Model {

  /**
   * ∂ mean prediction / ∂ input, in (unit of the output) / (unit of the input).
   *
   * @return rows × inputs
   */
  double[][] gradient(Table rows, int output);

  /**
   * Activations of the last hidden layer, rows × features (members of an ensemble side by side).
   */
  double[][] features(Table rows);
}
