package org.suiseki.study.polymer;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Table;

/**
 * Features of polymers, computed once for a list however many models ask for it. Thread-safe; the
 * lists that are held are told apart by what they are, not by what is in them.
 */
final class Described implements Function<List<String>, Table> {
  private final UnitFeatures features;
  private final Map<List<String>, Table> held =
      Collections.synchronizedMap(new IdentityHashMap<>());

  Described(UnitFeatures features) {
    this.features = features;
  }

  void hold(List<String> materials, Table table) {
    held.put(materials, table);
  }

  void release(List<String> materials) {
    held.remove(materials);
  }

  @Override
  public Table apply(List<String> materials) {
    Table found = held.get(materials);
    return found == null ? features.of(MaterialKind.POLYMER, materials) : found;
  }
}
