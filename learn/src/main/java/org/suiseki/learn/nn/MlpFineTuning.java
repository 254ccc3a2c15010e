package org.suiseki.learn.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suiseki.learn.Column;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Estimator;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.Workers;

/**
 * Transfer by fine-tuning: training goes on from the weights of a network that learned another
 * target from the same inputs (Yosinski et al., arXiv 1411.1792), with lower rates the nearer a
 * layer is to the inputs. Every member of the source is tuned for itself.
 *
 * <p>Inputs are scaled as the source scales them, so that its weights keep their meaning. Layers
 * that are frozen are passed once, and only the rest is trained. A target that is missing (NaN)
 * teaches nothing.
 *
 * <p>Cost: some 0.05 s of one core for a member of 290 → 64 → 32, 50 rows and 150 epochs.
 *
 * <p>When not to use it: with fewer rows than some twenty, a ridge on {@link MlpEnsemble#features}
 * of the source has less to get wrong; and a source that has nothing in common with the target does
 * harm, so compare with training from scratch on held-out rows.
 *
 * @param source what to start from
 * @param threads members tuned side by side
 */
public record MlpFineTuning(MlpEnsemble source, MlpTuningOptions options, int threads)
    implements Estimator<MlpEnsemble> {

  /** A source, and the rows that it is to be tuned to. */
  public record Task(MlpEnsemble source, Split split) {}

  public MlpFineTuning {
    requireThreads(threads);
  }

  @Override
  public String name() {
    return "fine-tuning";
  }

  @Override
  public MlpEnsemble fit(Dataset data, Split split, Progress progress) {
    return fitAll(data, List.of(split), progress).get(0);
  }

  @Override
  public List<MlpEnsemble> fitAll(Dataset data, List<Split> splits, Progress progress) {
    List<Task> tasks = splits.stream().map(split -> new Task(source, split)).toList();
    return tuneAll(data, tasks, options, threads, progress);
  }

  /**
   * Tunes many sources to many splits; the result depends on each task and the options alone.
   *
   * @return one for each task, in their order, with as many members as its source
   * @throws LearnException where a source reads other inputs than the data have or has fewer layers
   *     than are to be frozen, and as {@link NetworkTraining#of} does
   */
  public static List<MlpEnsemble> tuneAll(
      Dataset data, List<Task> tasks, MlpTuningOptions options, int threads, Progress progress) {
    requireThreads(threads);
    List<Tuning> tunings = new ArrayList<>();
    List<Workers.Job<float[]>> jobs = new ArrayList<>();
    for (Task task : tasks) {
      Tuning tuning = new Tuning(data, task, options);
      tunings.add(tuning);
      for (int member = 0; member < task.source.size(); member++) {
        int number = member;
        jobs.add(running -> Torch.training(() -> tuning.tune(number, running)));
      }
    }
    List<float[]> networks =
        Workers.run(
            threads,
            jobs,
            progress,
            "fine-tuning",
            (long) jobs.size() * options.schedule().epochs());
    List<MlpEnsemble> tuned = new ArrayList<>();
    int from = 0;
    for (Tuning tuning : tunings) {
      int to = from + tuning.source.size();
      tuned.add(tuning.ensemble(networks.subList(from, to)));
      from = to;
    }
    return tuned;
  }

  private static void requireThreads(int threads) {
    if (threads < 1) {
      throw new LearnException(
          "Training on " + threads + " threads is not possible.", "Give at least one thread.");
    }
  }

  /** One source and one split. */
  private static final class Tuning {
    private final Dataset data;
    private final MlpEnsemble source;
    private final Split split;
    private final MlpTuningOptions options;
    private final Scaling outputs;
    private final List<Integer> widths;

    Tuning(Dataset data, Task task, MlpTuningOptions options) {
      this.data = data;
      source = task.source;
      split = task.split;
      this.options = options;
      source.requireInputs(data.inputs());
      StackRows.require(data, split, options.schedule().patience());
      if (options.frozen() > source.hiddenLayers()) {
        throw new LearnException(
            "Of " + source.hiddenLayers() + " hidden layers " + options.frozen() + " are frozen.",
            "Freeze at most all hidden layers.");
      }
      List<Column> targets = data.targets().columns();
      boolean kept = options.head() == MlpTuningOptions.Head.KEPT;
      if (kept && targets.size() != source.outputs().size()) {
        throw new LearnException(
            "The source has "
                + source.outputs().size()
                + " outputs for "
                + targets.size()
                + " targets.",
            "Give the network a new head.");
      }
      outputs =
          kept && targets.equals(source.outputs())
              ? source.outputScaling()
              : Scaling.ofTargets(data.targets(), StackRows.known(data.targets(), split.train()));
      widths = new ArrayList<>(source.widths());
      widths.set(widths.size() - 1, targets.size());
    }

    float[] tune(int member, Progress progress) {
      float[] start = start(member);
      List<Integer> rest = widths.subList(options.frozen(), widths.size());
      List<Integer> hidden = List.copyOf(rest.subList(1, rest.size() - 1));
      NetworkStack.Member upper =
          new NetworkStack.Member(
              hidden,
              MlpWeights.behind(start, widths, options.frozen()),
              rates(hidden.size() + 1),
              options.weightDecay(),
              options.dropout(),
              seed(member));
      StackRows rows = StackRows.of(entering(member), rest.get(0), data, split, outputs);
      float[] tuned =
          new NetworkStack(rows, source.activation(), options.schedule(), List.of(upper))
              .train(progress)
              .get(0)
              .network();
      MlpWeights.replaceBehind(start, widths, options.frozen(), tuned);
      return start;
    }

    private long seed(int member) {
      return options.schedule().seed() + 0x9E3779B97F4A7C15L * (member + 1);
    }

    /** The source's numbers, with the head that is asked for. */
    private float[] start(int member) {
      float[] old = source.member(member);
      if (options.head() == MlpTuningOptions.Head.KEPT) {
        return old.clone();
      }
      int layers = widths.size() - 1;
      float[] start = MlpWeights.initial(new long[] {seed(member)}, widths);
      MlpWeights.replaceBefore(start, widths, layers - 1, old, source.widths());
      return start;
    }

    /** What enters the first layer that learns, of all rows. */
    private float[] entering(int member) {
      Table inputs = data.inputs();
      if (options.frozen() == 0) {
        return StackRows.scaled(inputs, source.inputScaling());
      }
      double[][] features = source.only(member).features(inputs, options.frozen() - 1);
      int width = features.length == 0 ? 0 : features[0].length;
      float[] entering = new float[features.length * width];
      for (int i = 0; i < entering.length; i++) {
        entering[i] = (float) features[i / width][i % width];
      }
      return entering;
    }

    private double[] rates(int layers) {
      double[] rates = new double[layers];
      Arrays.setAll(
          rates,
          layer -> options.learningRate() * Math.pow(options.layerDecay(), layers - 1.0 - layer));
      return rates;
    }

    MlpEnsemble ensemble(List<float[]> networks) {
      return new MlpEnsemble(
          source.inputs(),
          data.targets().columns(),
          widths,
          source.activation(),
          networks,
          source.inputScaling(),
          outputs);
    }
  }
}
