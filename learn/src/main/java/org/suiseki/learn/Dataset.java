package org.suiseki.learn;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows with stable ids: what goes in, what shall come out, and where both came from. Missing
 * targets are NaN.
 */
public record Dataset(List<String> ids, Table inputs, Table targets, Origin origin) {

  public Dataset {
    ids = List.copyOf(ids);
    if (ids.size() != inputs.rows() || ids.size() != targets.rows()) {
      throw new LearnException(
          ids.size()
              + " ids, "
              + inputs.rows()
              + " input rows and "
              + targets.rows()
              + " target rows.",
          "Give one id, one input row and one target row for each material.");
    }
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw new LearnException(
            "The id '" + id + "' stands twice.", "Give each row an id of its own.");
      }
    }
  }

  public int rows() {
    return ids.size();
  }

  public Dataset withInputs(Table other) {
    return new Dataset(ids, other, targets, origin);
  }

  public Dataset withTargets(Table other) {
    return new Dataset(ids, inputs, other, origin);
  }

  public Dataset selectRows(int... chosen) {
    return new Dataset(
        Arrays.stream(chosen).mapToObj(ids::get).toList(),
        inputs.selectRows(chosen),
        targets.selectRows(chosen),
        origin);
  }
}
