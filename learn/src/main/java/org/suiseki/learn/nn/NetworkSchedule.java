package org.suiseki.learn.nn;

/**
 * How all networks of one {@link NetworkTraining} are trained: the rate rises over the first
 * twentieth of the steps (at most 50) and falls along a half cosine to zero; the loss is the mean
 * squared error of the standardised targets.
 *
 * @param batch rows per step; at most all training rows are used
 * @param epochs passes over the training rows
 * @param patience epochs without a better validation loss before a network stops, which then keeps
 *     the weights of its best epoch; 0 trains all epochs and keeps the last weights
 * @param seed of the order of the rows, which all networks share
 */
public record NetworkSchedule(int batch, int epochs, int patience, long seed) {

  /** Twenty passes in batches of 128 rows, without stopping early. */
  public static final NetworkSchedule DEFAULT = new NetworkSchedule(128, 20, 0, 1);

  public NetworkSchedule {
    NetworkDraw.require(batch > 0, "batch", batch);
    NetworkDraw.require(epochs > 0, "epochs", epochs);
    NetworkDraw.require(patience >= 0, "patience", patience);
  }
}
