package org.suiseki.study;

import java.util.List;

/**
 * What a model says of a file, in long form: one row for each input and property.
 *
 * @param model name and version of the model, for people
 * @param rows in the order of the input
 * @param refused inputs that could not be used
 */
public record PredictionTable(String model, List<Row> rows, List<Refused> refused) {

  public PredictionTable {
    rows = List.copyOf(rows);
    refused = List.copyOf(refused);
  }

  /**
   * @param id of the input row
   * @param property name of the output
   * @param unit of {@code value} and {@code deviation}; empty for a pure number
   * @param deviation the standard deviation the model ascribes to itself; NaN if it knows none
   * @param inDomain whether the input is like those the model was trained on
   * @param note anything else a person should know; may be empty
   */
  public record Row(
      String id,
      String property,
      double value,
      String unit,
      double deviation,
      boolean inDomain,
      String note) {}

  /**
   * @param id of the input, or its place in the file
   * @param reason one sentence
   */
  public record Refused(String id, String reason) {}
}
