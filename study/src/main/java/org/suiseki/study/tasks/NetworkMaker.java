package org.suiseki.study.tasks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Model;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.nn.NetworkDraw;
import org.suiseki.learn.nn.TrainedNetwork;

/**
 * Makes many perceptrons at a time.
 *
 * @param rows prepared once for all batches of a split
 * @param draws what is to be trained
 * @param first number of the first draw, for the names
 * @param threads stacks trained side by side
 */
record NetworkMaker(PreparedNetworks rows, List<NetworkDraw> draws, int first, int threads)
    implements ModelMaker {

  @Override
  public List<Design> designs() {
    return IntStream.range(0, draws.size())
        .mapToObj(i -> new Design("network", text(draws.get(i)), label(first + i)))
        .toList();
  }

  private static String label(int number) {
    return String.format(Locale.ROOT, "network-%05d", number);
  }

  private static String text(NetworkDraw draw) {
    return draw.hidden().stream().map(String::valueOf).collect(Collectors.joining("-"))
        + "-1 "
        + draw.activation().name().toLowerCase(Locale.ROOT).replace('_', '-')
        + String.format(
            Locale.ROOT,
            ", dropout %.2g, rate %.2g, decay %.2g",
            draw.dropout(),
            draw.learningRate(),
            draw.weightDecay());
  }

  @Override
  public List<? extends Model> make(Dataset data, Split split, Progress progress) {
    return rows.of(data, split).train(draws, threads, progress).stream()
        .map(TrainedNetwork::model)
        .toList();
  }
}
