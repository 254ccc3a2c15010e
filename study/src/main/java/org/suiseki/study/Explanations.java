package org.suiseki.study;

import java.util.List;

/**
 * What a model makes of all that a file holds.
 *
 * @param explained in the order of the file
 * @param refused patterns that could not be used
 */
public record Explanations(List<Explanation> explained, List<PredictionTable.Refused> refused) {

  public Explanations {
    explained = List.copyOf(explained);
    refused = List.copyOf(refused);
  }
}
