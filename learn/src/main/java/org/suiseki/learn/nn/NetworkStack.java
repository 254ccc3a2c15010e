package org.suiseki.learn.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.suiseki.learn.Progress;

/**
 * Trains perceptrons of equal depth and activation side by side on the same batches of the same
 * rows; widths, rates, decay, dropout and start are each one's own.
 *
 * <p>{@link MlpStack} is its sister for equal networks that each have rows of their own: it shares
 * no product and so needs no common order of the rows.
 */
final class NetworkStack {
  /** Rows of a pass that only predicts. */
  private static final int ROWS_AT_ONCE = 256;

  private static final Tensor[] NO_MASKS = {};

  /**
   * @param hidden widths of the hidden layers
   * @param start the parameters, in the layout of {@link MlpWeights}
   * @param rates highest rate of each layer
   * @param decay of the weights, per step and unit of rate
   * @param seed of the dropout
   */
  record Member(
      List<Integer> hidden,
      float[] start,
      double[] rates,
      double decay,
      double dropout,
      long seed) {}

  /**
   * @param network the parameters, in the layout of {@link MlpWeights}
   * @param epoch they are of, from 1
   * @param validation what it says of the validation rows, rows × outputs, scaled
   * @param test likewise
   */
  record Outcome(float[] network, int epoch, float[] validation, float[] test) {}

  private final StackRows rows;
  private final Activation activation;
  private final NetworkSchedule schedule;
  private final List<Member> members;
  private final StackLayout layout;

  NetworkStack(
      StackRows rows, Activation activation, NetworkSchedule schedule, List<Member> members) {
    this.rows = rows;
    this.activation = activation;
    this.schedule = schedule;
    this.members = members;
    layout =
        new StackLayout(
            rows.width(), rows.outputs(), members.stream().map(Member::hidden).toList());
  }

  /** One for each member, in their order. */
  List<Outcome> train(Progress progress) {
    try (PointerScope scope = new PointerScope()) {
      Training training = new Training();
      for (int epoch = 1; epoch <= schedule.epochs(); epoch++) {
        progress.check();
        training.epoch(epoch);
        progress.step("epochs", epoch, schedule.epochs());
      }
      return training.outcomes();
    }
  }

  /** The state of one training; its native memory lives in the scope of {@link #train}. */
  private final class Training {
    private final int batch = Math.min(schedule.batch(), rows.train().length);
    private final long steps =
        Math.max(1, ((long) rows.train().length * schedule.epochs() + batch - 1) / batch);
    private final LearningRate rate = new LearningRate(1, steps);
    private final RowStream stream = new RowStream(rows.train(), schedule.seed());
    private final long[] chosen = new long[batch];
    private final float[] inputs = new float[batch * rows.width()];
    private final int columns = rows.outputs() * layout.networks();
    private final float[] outputs = new float[batch * columns];
    private final StackBlock parameters = start();
    private final StackBlock gradients = new StackBlock(layout);
    private final StackAdamW optimiser = new StackAdamW(parameters, gradients);
    private final DropoutMasks dropout =
        new DropoutMasks(
            layout,
            members.stream().mapToDouble(Member::dropout).toArray(),
            members.stream().mapToLong(Member::seed).toArray(),
            batch);
    private final StackedPass pass =
        new StackedPass(layout, activation, parameters, gradients, batch, dropout.masks.length > 0);
    private final StackedPass look =
        new StackedPass(layout, activation, parameters, parameters, ROWS_AT_ONCE, false);
    private final BestEpochs best = new BestEpochs(layout.networks(), schedule.patience());
    private final float[][] kept = new float[layout.networks()][];
    private long done;

    Training() {
      for (int network = 0; network < layout.networks(); network++) {
        Member member = members.get(network);
        for (int layer = 0; layer < layout.layers(); layer++) {
          double own = member.rates[layer];
          optimiser.move(
              layout.weight(layer, network), layout.weights(layer, network), own, member.decay);
          optimiser.move(layout.bias(layer, network), layout.outputs(layer, network), own, 0);
        }
      }
    }

    private StackBlock start() {
      float[] start = new float[layout.size()];
      for (int network = 0; network < layout.networks(); network++) {
        layout.put(members.get(network).start, network, start);
      }
      StackBlock block = new StackBlock(layout);
      block.start.put(start, 0, start.length);
      return block;
    }

    void epoch(int epoch) {
      if (best.allStopped()) {
        return;
      }
      long until = steps * epoch / schedule.epochs();
      for (; done < until; done++) {
        step();
      }
      if (best.watches()) {
        double[] losses = losses(predict(rows.validation()));
        float[] current = current();
        for (int network = 0; network < losses.length; network++) {
          if (best.improves(network, losses[network], epoch)) {
            kept[network] = layout.get(current, network);
          }
        }
      }
    }

    private void step() {
      stream.next(chosen, 0, batch);
      rows.gather(chosen, inputs);
      dropout.draw();
      pass.forward(inputs, dropout.masks, outputs);
      lossGradient();
      pass.backward(outputs, dropout.masks);
      optimiser.step(rate.at(done));
    }

    /** Turns the outputs of the batch into the gradient of the mean squared error. */
    private void lossGradient() {
      int targets = rows.outputs();
      float factor = 2f / (batch * targets);
      for (int row = 0; row < batch; row++) {
        for (int target = 0; target < targets; target++) {
          float truth = rows.targets()[(int) chosen[row] * targets + target];
          boolean known = !Float.isNaN(truth);
          for (int i = row * columns + target; i < (row + 1) * columns; i += targets) {
            outputs[i] = known ? factor * (outputs[i] - truth) : 0;
          }
        }
      }
    }

    /** Of all networks for some rows: networks × (rows × outputs). */
    private float[][] predict(int[] asked) {
      int targets = rows.outputs();
      float[][] said = new float[layout.networks()][asked.length * targets];
      float[] block = new float[look.rows() * columns];
      float[] batchInputs = new float[look.rows() * rows.width()];
      for (int from = 0; from < asked.length; from += look.rows()) {
        int to = Math.min(asked.length, from + look.rows());
        rows.gather(Arrays.stream(asked, from, to).asLongStream().toArray(), batchInputs);
        look.forward(batchInputs, NO_MASKS, block);
        for (int row = from; row < to; row++) {
          for (int network = 0; network < said.length; network++) {
            int source = (row - from) * columns + network * targets;
            System.arraycopy(block, source, said[network], row * targets, targets);
          }
        }
      }
      return said;
    }

    /** Mean squared error of each network over the validation rows. */
    private double[] losses(float[][] said) {
      int targets = rows.outputs();
      double[] losses = new double[said.length];
      for (int network = 0; network < said.length; network++) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < said[network].length; i++) {
          float truth = rows.targets()[rows.validation()[i / targets] * targets + i % targets];
          if (!Float.isNaN(truth)) {
            double error = said[network][i] - truth;
            sum += error * error;
            count++;
          }
        }
        losses[network] = sum / count;
      }
      return losses;
    }

    private float[] current() {
      float[] current = new float[layout.size()];
      optimiser.read(current);
      return current;
    }

    List<Outcome> outcomes() {
      float[] current = current();
      for (int network = 0; network < kept.length; network++) {
        if (kept[network] == null) {
          kept[network] = layout.get(current, network);
        }
        layout.put(kept[network], network, current);
      }
      parameters.start.put(current, 0, current.length);
      float[][] validation = predict(rows.validation());
      float[][] test = predict(rows.test());
      List<Outcome> outcomes = new ArrayList<>();
      for (int network = 0; network < kept.length; network++) {
        outcomes.add(
            new Outcome(
                kept[network],
                best.epoch(network, schedule.epochs()),
                validation[network],
                test[network]));
      }
      return outcomes;
    }
  }
}
