package org.suiseki.learn.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suiseki.learn.Column;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Metrics;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.Workers;

/**
 * Trains many perceptrons of all shapes on one data set and one split, hundreds a minute: what
 * fills a model library. The rows are scaled once; networks of the same depth and activation train
 * side by side on the same batches, so that the first layer of all of them is one product ({@link
 * StackedPass}).
 *
 * <p>Each input is scaled to standard deviation 1 over the training rows; one that is constant
 * there has no say. Targets are scaled likewise; one that is missing (NaN) teaches nothing, and a
 * row without any target is left out.
 *
 * <p>The networks depend on the draws and the schedule and not on the number of threads. A draw
 * that is trained beside others ends within rounding of what it is alone, and rounding may grow
 * over a training: to have the same bits again, train the same list again.
 *
 * <p>Cost: about 0.1 s of one core for 290 → 64 → 32 → 1 with 5,000 rows and 20 epochs. Memory: 4
 * bytes a value beside the data set.
 *
 * <p>When not to use it: for one good predictor, {@link MlpRegressor} averages members and weights
 * and adds noise; below a hundred rows ridge regression or trees are as good.
 */
public final class NetworkTraining {
  /**
   * Columns of the first layer in one stack. A network of 64 takes 206 µs a step alone, 164 beside
   * three others and 175 beside seven, whose numbers no longer fit the second-level cache of 1 MB.
   */
  private static final int STACK_COLUMNS = 256;

  /** Networks in one stack at most. */
  private static final int STACK_NETWORKS = 16;

  private final List<Column> inputs;
  private final Table targets;
  private final Scaling inputScaling;
  private final Scaling outputScaling;
  private final boolean[] constant;
  private final StackRows rows;
  private final NetworkSchedule schedule;

  private NetworkTraining(Dataset data, Split split, NetworkSchedule schedule) {
    StackRows.require(data, split, schedule.patience());
    this.schedule = schedule;
    inputs = data.inputs().columns();
    targets = data.targets();
    int[] train = StackRows.known(targets, split.train());
    inputScaling = Scaling.ofEach(data.inputs(), train);
    outputScaling = Scaling.ofTargets(targets, train);
    rows = StackRows.of(data, split, inputScaling, outputScaling);
    constant = constant(data.inputs(), train);
    silence(rows.inputs());
  }

  /**
   * Prepares the rows.
   *
   * @throws LearnException where an input is not finite, fewer than two training rows have a
   *     target, a target has no value in them, or patience is asked for without validation rows
   */
  public static NetworkTraining of(Dataset data, Split split, NetworkSchedule schedule) {
    return new NetworkTraining(data, split, schedule);
  }

  /** Takes a network when it is ready. */
  public interface Receiver {
    /**
     * Called from the threads that train, several at a time and in any order.
     *
     * @param number of the draw in the list
     */
    void accept(int number, TrainedNetwork network);
  }

  /**
   * All networks, in the order of their draws. They are held together: give some hundred draws at a
   * time, or take them one by one.
   *
   * @param threads stacks trained side by side
   */
  public List<TrainedNetwork> train(List<NetworkDraw> draws, int threads, Progress progress) {
    TrainedNetwork[] trained = new TrainedNetwork[draws.size()];
    train(draws, threads, progress, (number, network) -> trained[number] = network);
    return List.of(trained);
  }

  /** Hands each network over when its stack is done. */
  public void train(List<NetworkDraw> draws, int threads, Progress progress, Receiver receiver) {
    if (threads < 1) {
      throw new LearnException(
          "Training on " + threads + " threads is not possible.", "Give at least one thread.");
    }
    List<Workers.Job<Boolean>> jobs = new ArrayList<>();
    for (List<Integer> stack : stacks(draws)) {
      jobs.add(running ->
          Torch.training(() -> {
            train(stack, draws, running, receiver);
            return true;
          }));
    }
    Workers.run(threads, jobs, progress, "networks", (long) jobs.size() * schedule.epochs());
  }

  /** Numbers of the draws that train together; the longest trainings first. */
  static List<List<Integer>> stacks(List<NetworkDraw> draws) {
    Map<List<Object>, List<Integer>> kinds = new LinkedHashMap<>();
    for (int number = 0; number < draws.size(); number++) {
      NetworkDraw draw = draws.get(number);
      List<Object> kind = List.of(draw.hidden().size(), draw.activation());
      kinds.computeIfAbsent(kind, key -> new ArrayList<>()).add(number);
    }
    List<List<Integer>> stacks = new ArrayList<>();
    for (List<Integer> kind : kinds.values()) {
      deal(kind, draws, stacks);
    }
    stacks.sort(Comparator.comparingInt((List<Integer> stack) -> columns(stack, draws)).reversed());
    return stacks;
  }

  private static void deal(
      List<Integer> kind, List<NetworkDraw> draws, List<List<Integer>> stacks) {
    int columns = columns(kind, draws);
    int parts =
        Math.max(
            (columns + STACK_COLUMNS - 1) / STACK_COLUMNS,
            (kind.size() + STACK_NETWORKS - 1) / STACK_NETWORKS);
    int count = Math.min(parts, kind.size());
    for (int part = 0; part < count; part++) {
      stacks.add(
          List.copyOf(kind.subList(kind.size() * part / count, kind.size() * (part + 1) / count)));
    }
  }

  private static int columns(List<Integer> stack, List<NetworkDraw> draws) {
    return stack.stream().mapToInt(number -> draws.get(number).hidden().get(0)).sum();
  }

  private void train(
      List<Integer> numbers, List<NetworkDraw> draws, Progress progress, Receiver receiver) {
    List<NetworkStack.Member> members =
        numbers.stream().map(number -> member(draws.get(number))).toList();
    Activation activation = draws.get(numbers.get(0)).activation();
    List<NetworkStack.Outcome> outcomes =
        new NetworkStack(rows, activation, schedule, members).train(progress);
    for (int i = 0; i < outcomes.size(); i++) {
      NetworkDraw draw = draws.get(numbers.get(i));
      receiver.accept(numbers.get(i), trained(draw, outcomes.get(i)));
    }
  }

  private List<Integer> widths(NetworkDraw draw) {
    List<Integer> widths = new ArrayList<>();
    widths.add(inputs.size());
    widths.addAll(draw.hidden());
    widths.add(targets.width());
    return widths;
  }

  private NetworkStack.Member member(NetworkDraw draw) {
    float[] start = MlpWeights.initial(new long[] {draw.seed()}, widths(draw));
    int first = draw.hidden().get(0);
    for (int input = 0; input < constant.length; input++) {
      if (constant[input]) {
        Arrays.fill(start, input * first, (input + 1) * first, 0);
      }
    }
    double[] rates = new double[draw.hidden().size() + 1];
    Arrays.fill(rates, draw.learningRate());
    return new NetworkStack.Member(
        draw.hidden(), start, rates, draw.weightDecay(), draw.dropout(), draw.seed());
  }

  /** Makes 0 of constant inputs, which the rounding of their mean would let through. */
  private void silence(float[] scaled) {
    for (int i = 0; i < scaled.length; i++) {
      if (constant[i % constant.length]) {
        scaled[i] = 0;
      }
    }
  }

  private static boolean[] constant(Table inputs, int[] train) {
    boolean[] constant = new boolean[inputs.width()];
    for (int column = 0; column < constant.length; column++) {
      int row = 1;
      while (row < train.length && inputs.get(train[row], column) == inputs.get(train[0], column)) {
        row++;
      }
      constant[column] = row == train.length;
    }
    return constant;
  }

  private TrainedNetwork trained(NetworkDraw draw, NetworkStack.Outcome outcome) {
    MlpEnsemble model =
        new MlpEnsemble(
            inputs,
            targets.columns(),
            widths(draw),
            draw.activation(),
            List.of(outcome.network()),
            inputScaling,
            outputScaling);
    return new TrainedNetwork(
        draw,
        model,
        outcome.epoch(),
        metrics(rows.validation(), outcome.validation()),
        metrics(rows.test(), outcome.test()),
        !finite(outcome.network()) || !finite(outcome.validation()) || !finite(outcome.test()));
  }

  private List<Metrics> metrics(int[] asked, float[] said) {
    int width = targets.width();
    List<Metrics> metrics = new ArrayList<>();
    for (int target = 0; target < width; target++) {
      double[] truth = new double[asked.length];
      double[] prediction = new double[asked.length];
      for (int row = 0; row < asked.length; row++) {
        truth[row] = targets.get(asked[row], target);
        prediction[row] =
            outputScaling.mean()[target]
                + (double) outputScaling.scale()[target] * said[row * width + target];
      }
      metrics.add(finite(said) ? Metrics.of(truth, prediction) : undefined(truth));
    }
    return metrics;
  }

  private static Metrics undefined(double[] truth) {
    int missing = (int) Arrays.stream(truth).filter(Double::isNaN).count();
    double none = Double.NaN;
    return new Metrics(truth.length - missing, missing, none, none, none, none, none, none);
  }

  private static boolean finite(float[] values) {
    float sum = 0;
    for (float value : values) {
      // 0 × infinity is NaN, which stays.
      sum += 0 * value;
    }
    return sum == 0;
  }
}
