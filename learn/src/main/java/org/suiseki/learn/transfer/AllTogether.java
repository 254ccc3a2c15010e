package org.suiseki.learn.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.learn.Column;
import org.suiseki.learn.Table;

/**
 * What several sources predict, side by side, as one source: a material is described by properties
 * that nobody measured on it. Its domain is that of the source which knows the material least.
 *
 * @param sources at least two
 */
public record AllTogether(List<Source> sources) implements Source {

  /** By which it is known among the sources of a trial. */
  public static final String NAME = "all-together";

  public AllTogether {
    sources = List.copyOf(sources);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** It has none of its own, and so predicts none. */
  @Override
  public Column property() {
    return new Column(sources.size() + " properties", "1");
  }

  @Override
  public Representation represent(List<String> materials) {
    List<Representation> all = new ArrayList<>();
    sources.forEach(source -> all.add(source.represent(materials)));
    return of(sources, all);
  }

  /** From what the sources have said already. */
  static Representation of(List<Source> sources, List<Representation> said) {
    int rows = said.get(0).prediction().length;
    double[][] predictions = new double[rows][said.size()];
    double[] domain = new double[rows];
    double[] unknown = new double[rows];
    Arrays.fill(unknown, Double.NaN);
    for (int row = 0; row < rows; row++) {
      domain[row] = Double.NEGATIVE_INFINITY;
      for (int source = 0; source < said.size(); source++) {
        predictions[row][source] = said.get(source).prediction()[row];
        domain[row] = Math.max(domain[row], said.get(source).domain()[row]);
      }
    }
    List<Column> columns =
        IntStream.range(0, said.size())
            .mapToObj(i -> new Column(sources.get(i).name(), sources.get(i).property().unit()))
            .toList();
    return new Representation(
        List.of(Approach.frozen("predictions", Table.of(columns, predictions))),
        unknown,
        domain,
        said.stream().mapToDouble(Representation::likeness).average().orElse(Double.NaN));
  }
}
