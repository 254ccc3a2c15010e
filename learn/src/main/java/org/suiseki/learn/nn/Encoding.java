package org.suiseki.learn.nn;

/** What the layers of an autoencoder are. */
public enum Encoding {
  /** Each number of a layer reads all of the layer before; inputs need no order. */
  DENSE,
  /**
   * Each number reads its neighbourhood, with the same weights everywhere; inputs are points of an
   * even axis. Two dense layers lead to the coordinates and two back.
   */
  CONVOLUTIONAL
}
