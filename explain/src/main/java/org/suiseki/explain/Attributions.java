package org.suiseki.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.learn.Column;
import org.suiseki.learn.Table;

/**
 * What integrated gradients ascribe to the spectrum and to the inputs beside it.
 *
 * @param spectrum a share of the prediction for each grid point, in the unit of the output
 * @param others the same for the inputs that are not of the spectrum: named as the inputs, in the
 *     unit of the output
 * @param completeness how well all of them add up
 */
public record Attributions(Relevance spectrum, Table others, Completeness completeness) {

  static Attributions split(
      List<Column> inputs,
      Column output,
      SpectrumColumns place,
      double[][] attributions,
      Completeness completeness) {
    boolean[] inSpectrum = new boolean[inputs.size()];
    for (int column : place.columns()) {
      inSpectrum[column] = true;
    }
    List<Column> named = new ArrayList<>();
    for (Column input : inputs) {
      named.add(new Column(input.name(), output.unit()));
    }
    int[] outside = IntStream.range(0, inputs.size()).filter(c -> !inSpectrum[c]).toArray();
    Table all = Table.of(named, attributions);
    double[][] perRow = new double[attributions.length][];
    Table inside = all.selectColumns(place.columns());
    for (int row = 0; row < perRow.length; row++) {
      perRow[row] = inside.row(row);
    }
    Relevance relevance =
        new Relevance("integrated gradients", output, place.axis(), place.unit(), perRow);
    return new Attributions(relevance, all.selectColumns(outside), completeness);
  }
}
