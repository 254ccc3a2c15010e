package org.suiseki.describe;

import java.util.List;
import java.util.function.Function;

/**
 * Reads a cell and hands what it says to descriptors, their numbers side by side.
 *
 * @param read from the text of a cell
 * @param parts at least one
 */
record CellDescriptor<T>(Function<String, T> read, List<? extends Descriptor<T>> parts)
    implements Descriptor<String> {

  CellDescriptor {
    parts = List.copyOf(parts);
  }

  @Override
  public List<String> names() {
    return parts.stream().flatMap(part -> part.names().stream()).toList();
  }

  @Override
  public List<String> units() {
    return parts.stream().flatMap(part -> part.units().stream()).toList();
  }

  @Override
  public List<String> sources() {
    return parts.stream().flatMap(part -> part.sources().stream()).toList();
  }

  @Override
  public boolean annotates() {
    return parts.stream().anyMatch(Descriptor::annotates);
  }

  @Override
  public int width() {
    int width = 0;
    for (Descriptor<T> part : parts) {
      width += part.width();
    }
    return width;
  }

  @Override
  public String note(String text) {
    T material = read.apply(text);
    return String.join(
        "; ",
        parts.stream().map(part -> part.note(material)).filter(note -> !note.isEmpty()).toList());
  }

  @Override
  public void describe(String text, double[] out, int offset) {
    T material = read.apply(text);
    int at = offset;
    for (Descriptor<T> part : parts) {
      part.describe(material, out, at);
      at += part.width();
    }
  }
}
