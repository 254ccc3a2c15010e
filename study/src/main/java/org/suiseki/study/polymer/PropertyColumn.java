package org.suiseki.study.polymer;

/**
 * A column of a file.
 *
 * @param column its head
 * @param unit of its numbers; 1 for none
 * @param logarithm whether the property is learned as its logarithm
 */
record PropertyColumn(String column, String unit, boolean logarithm) {

  /** As models name it. */
  String name() {
    return logarithm ? "log10 " + column : column;
  }
}
