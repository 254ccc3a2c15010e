package org.suiseki.describe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.suiseki.matter.Mixture;

/**
 * Describes a mixture by the means of its parts' numbers, weighted by their fractions. It does not
 * see what the parts do to each other, nor how the units of a copolymer follow each other.
 */
public record MixtureMean<M>(Descriptor<M> descriptor) implements Descriptor<Mixture<M>> {

  @Override
  public List<String> names() {
    return descriptor.names();
  }

  @Override
  public List<String> units() {
    return descriptor.units();
  }

  @Override
  public List<String> sources() {
    return descriptor.sources();
  }

  @Override
  public boolean annotates() {
    return descriptor.annotates();
  }

  @Override
  public String note(Mixture<M> mixture) {
    return mixture.parts().stream()
        .map(part -> descriptor.note(part.material()))
        .filter(note -> !note.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  @Override
  public int width() {
    return descriptor.width();
  }

  @Override
  public void describe(Mixture<M> mixture, double[] out, int offset) {
    if (mixture.parts().size() == 1) {
      descriptor.describe(mixture.parts().get(0).material(), out, offset);
      return;
    }
    double[] row = new double[width()];
    Arrays.fill(out, offset, offset + row.length, 0);
    for (Mixture.Part<M> part : mixture.parts()) {
      descriptor.describe(part.material(), row, 0);
      for (int i = 0; i < row.length; i++) {
        out[offset + i] += part.fraction() * row[i];
      }
    }
  }
}
