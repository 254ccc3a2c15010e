package org.suiseki.describe.composition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.suiseki.matter.Composition;

/** Several descriptors whose numbers stand one after another as those of one. */
final class JoinedCompositions implements CompositionDescriptor {
  private final List<CompositionDescriptor> parts;
  private final List<String> names;
  private final MissingValues missingValues;

  JoinedCompositions(MissingValues missingValues, List<CompositionDescriptor> parts) {
    this.missingValues = missingValues;
    this.parts = List.copyOf(parts);
    this.names = all(CompositionDescriptor::names);
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public List<String> units() {
    return all(CompositionDescriptor::units);
  }

  @Override
  public List<String> sources() {
    return all(CompositionDescriptor::sources);
  }

  @Override
  public MissingValues missingValues() {
    return missingValues;
  }

  @Override
  public List<MissingValue> missing(Composition composition) {
    Set<MissingValue> all = new LinkedHashSet<>();
    parts.forEach(part -> all.addAll(part.missing(composition)));
    return all.stream().sorted(Comparator.comparing(MissingValue::element)).toList();
  }

  @Override
  public boolean annotates() {
    return parts.stream().anyMatch(CompositionDescriptor::annotates);
  }

  @Override
  public String note(Composition composition) {
    return ElementMatrix.note(missingValues, missing(composition));
  }

  @Override
  public void describe(Composition composition, double[] out, int offset) {
    int at = offset;
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).describe(composition, out, at);
      at += parts.get(i).width();
    }
  }

  private List<String> all(Function<CompositionDescriptor, List<String>> of) {
    List<String> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(of.apply(part)));
    return List.copyOf(all);
  }
}
