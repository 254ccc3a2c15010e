package org.suiseki.learn.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Estimator;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.Workers;

/**
 * Learns several numbers at once from a row of numbers with an ensemble of multilayer perceptrons
 * (deep ensemble without the variance head: Lakshminarayanan et al., arXiv 1612.01474; their spread
 * is to be recalibrated on held-out rows).
 *
 * <p>All networks of all splits are trained in stacks of {@value #STACK}, one stack a thread. The
 * result depends on the seed and not on the number of threads.
 *
 * <p>When not to use it: below a hundred rows ridge regression or trees are as good and need no
 * tuning.
 *
 * @param threads stacks trained side by side
 */
public record MlpRegressor(MlpOptions options, int threads) implements Estimator<MlpEnsemble> {
  /** Networks in one stack; so many fit the second-level cache at the default widths. */
  static final int STACK = 10;

  public MlpRegressor {
    if (threads < 1) {
      throw new LearnException(
          "Training on " + threads + " threads is not possible.", "Give at least one thread.");
    }
  }

  @Override
  public String name() {
    return "network";
  }

  @Override
  public MlpEnsemble fit(Dataset data, Split split, Progress progress) {
    return fitAll(data, List.of(split), progress).get(0);
  }

  @Override
  public List<MlpEnsemble> fitAll(Dataset data, List<Split> splits, Progress progress) {
    MlpStack.Rows rows = rows(data.ids(), data.inputs(), data.targets());
    List<MlpStack.Member> members = members(data, splits);
    List<MlpStack> stacks = new ArrayList<>();
    for (int from = 0; from < members.size(); from += STACK) {
      int to = Math.min(members.size(), from + STACK);
      stacks.add(new MlpStack(options, rows, members.subList(from, to)));
    }
    List<float[]> networks = networks(stacks, options, threads, name(), progress);
    List<MlpEnsemble> ensembles = new ArrayList<>();
    for (int split = 0; split < splits.size(); split++) {
      int first = split * options.members();
      ensembles.add(
          new MlpEnsemble(
              data.inputs().columns(),
              data.targets().columns(),
              stacks.get(0).widths(),
              options.activation(),
              networks.subList(first, first + options.members()),
              members.get(first).inputs(),
              members.get(first).outputs()));
    }
    return ensembles;
  }

  private List<MlpStack.Member> members(Dataset data, List<Split> splits) {
    List<MlpStack.Member> members = new ArrayList<>();
    SplittableRandom seeds = new SplittableRandom(options.seed());
    for (Split split : splits) {
      requireRows(options, split);
      Scaling inputs = Scaling.of(data.inputs(), split.train());
      Scaling outputs = Scaling.ofTargets(data.targets(), split.train());
      for (int member = 0; member < options.members(); member++) {
        members.add(
            new MlpStack.Member(
                split.train(), split.validation(), inputs, outputs, seeds.nextLong()));
      }
    }
    return members;
  }

  static void requireRows(MlpOptions options, Split split) {
    if (split.train().length < 2) {
      throw new LearnException(
          "A network got " + split.train().length + " training rows.", "Give at least two.");
    }
    if (options.patience() > 0 && split.validation().length == 0) {
      throw new LearnException(
          "Early stopping is on (patience "
              + options.patience()
              + ") but a split has no validation rows.",
          "Set validation rows aside, or set patience to 0.");
    }
  }

  /** Trains the stacks side by side; the numbers of each network, in the order of the members. */
  static List<float[]> networks(
      List<MlpStack> stacks, MlpOptions options, int threads, String name, Progress progress) {
    List<Workers.Job<float[]>> jobs = new ArrayList<>();
    for (MlpStack stack : stacks) {
      jobs.add(running -> Torch.training(() -> stack.train(running)));
    }
    return split(
        stacks,
        Workers.run(threads, jobs, progress, name, (long) stacks.size() * options.epochs()));
  }

  private static List<float[]> split(List<MlpStack> stacks, List<float[]> blocks) {
    List<float[]> networks = new ArrayList<>();
    for (int s = 0; s < stacks.size(); s++) {
      MlpStack stack = stacks.get(s);
      for (int network = 0; network < stack.size(); network++) {
        networks.add(MlpWeights.slice(blocks.get(s), stack.size(), network, 1, stack.widths()));
      }
    }
    return networks;
  }

  /**
   * @param ids of the rows, for the message where one cannot be used
   */
  static MlpStack.Rows rows(List<String> ids, Table inputs, Table targets) {
    requireFinite(ids, inputs);
    return new MlpStack.Rows(
        floats(inputs.values()),
        floats(targets.values()),
        inputs.rows(),
        inputs.width(),
        targets.width());
  }

  /** Refuses an input that is missing or infinite, by the id of its row. */
  static void requireFinite(List<String> ids, Table inputs) {
    for (int i = 0; i < inputs.values().length; i++) {
      if (!Double.isFinite(inputs.values()[i])) {
        throw new LearnException(
            "Row '"
                + ids.get(i / inputs.width())
                + "' has no finite value for the input "
                + inputs.columns().get(i % inputs.width())
                + ".",
            "Networks need every input: remove the row or fill the value.");
      }
    }
  }

  static float[] floats(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }
}
