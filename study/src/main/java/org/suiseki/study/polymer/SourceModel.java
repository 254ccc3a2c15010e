package org.suiseki.study.polymer;

import org.suiseki.learn.Column;
import org.suiseki.learn.transfer.Source;

/**
 * A property that plenty of other materials taught.
 *
 * @param source the model, as transfer knows it
 * @param learned where from
 * @param mean of its training values, in the unit of the property
 * @param deviation of them
 */
record SourceModel(Source source, Learned learned, double mean, double deviation) {

  /**
   * Where a source comes from.
   *
   * @param name unique
   * @param set the materials it was trained on
   * @param kind of model
   * @param rows it was trained on
   * @param heldOut rows it was judged on
   * @param r2 on these
   */
  record Learned(
      String name, Column property, String set, String kind, int rows, int heldOut, double r2) {}
}
