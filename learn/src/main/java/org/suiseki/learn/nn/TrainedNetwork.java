package org.suiseki.learn.nn;

import java.util.List;
import org.suiseki.learn.Metrics;

/**
 * A network and how well it does on rows that it did not learn from.
 *
 * @param draw what was trained
 * @param model an ensemble of this one network
 * @param epoch whose weights it has, from 1
 * @param validation one for each target, in its unit; of no rows where the split has none
 * @param test likewise
 * @param diverged whether its training ran into numbers that are not finite; all metrics are NaN
 *     then, and the network is of no use
 */
public record TrainedNetwork(
    NetworkDraw draw,
    MlpEnsemble model,
    int epoch,
    List<Metrics> validation,
    List<Metrics> test,
    boolean diverged) {

  public TrainedNetwork {
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }
}
