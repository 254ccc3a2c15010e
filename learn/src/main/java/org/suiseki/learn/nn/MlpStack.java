package org.suiseki.learn.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.suiseki.learn.Progress;

/**
 * Trains many equal perceptrons at once, each on rows of its own: every layer of all of them is one
 * batched product, so a step costs the calls of one network. Inputs are standardised by each
 * network's own training rows.
 *
 * <p>What is lessened is a {@link Loss} of the scaled targets.
 */
final class MlpStack {
  /** The rows and the seed of one network. */
  record Member(int[] train, int[] validation, Scaling inputs, Scaling outputs, long seed) {}

  /** All rows as libtorch wants them: rows × inputs, and rows × outputs with NaN where unknown. */
  record Rows(float[] inputs, float[] outputs, int count, int width, int targets) {}

  private final MlpOptions options;
  private final Rows rows;
  private final List<Member> members;
  private final Loss loss;
  private final List<Integer> widths;

  /** With the squared error. */
  MlpStack(MlpOptions options, Rows rows, List<Member> members) {
    this(options, rows, members, new Loss.SquaredError(!containsNan(rows.outputs)));
  }

  MlpStack(MlpOptions options, Rows rows, List<Member> members, Loss loss) {
    this.options = options;
    this.rows = rows;
    this.members = members;
    this.loss = loss;
    widths = new ArrayList<>();
    widths.add(rows.width);
    widths.addAll(options.hidden());
    widths.add(rows.targets);
  }

  /** Trains to the end and returns the weights as one block in the layout of {@link MlpWeights}. */
  float[] train(Progress progress) {
    try (PointerScope scope = new PointerScope()) {
      Training training = new Training();
      for (int epoch = 0; epoch < options.epochs() && !training.stopped(); epoch++) {
        progress.check();
        training.epoch(epoch);
        progress.step("epochs", epoch + 1L, options.epochs());
      }
      return training.result();
    }
  }

  int size() {
    return members.size();
  }

  List<Integer> widths() {
    return widths;
  }

  /** The state of one training; its tensors live in the scope of {@link #train}. */
  private final class Training {
    private final int networks = members.size();
    private final MlpWeights weights =
        MlpWeights.of(
            MlpWeights.initial(members.stream().mapToLong(Member::seed).toArray(), widths),
            networks,
            widths);
    private final MlpWeights gradients = MlpWeights.zeros(networks, widths);
    private final AdamW optimiser =
        new AdamW(weights.block, weights.weightCount, options.weightDecay());
    private final Tensor inputs = Torch.floats(rows.inputs, rows.count, rows.width);
    private final Tensor outputs = Torch.floats(rows.outputs, rows.count, rows.targets);
    private final StackedScaling inputScaling =
        StackedScaling.of(members.stream().map(Member::inputs).toList());
    private final StackedScaling outputScaling =
        StackedScaling.of(members.stream().map(Member::outputs).toList());
    private final RowStream[] streams =
        members.stream()
            .map(member -> new RowStream(member.train, member.seed))
            .toArray(RowStream[]::new);
    private final GeneratorOptional random;
    private final int stepsPerEpoch =
        Math.max(1, Math.round(meanTrainRows() / (float) options.batch()));
    private final LearningRate rate =
        new LearningRate(options.learningRate(), (long) options.epochs() * stepsPerEpoch);
    private final WeightAverage average;
    private final EarlyStop stop;

    Training() {
      // Seeded from all members, so that the same stack draws the same noise on any number of
      // threads.
      long seed = members.stream().mapToLong(Member::seed).reduce(17, (a, b) -> 31 * a + b);
      Generator generator = torch.make_generator_cpu(seed & Long.MAX_VALUE);
      random = new GeneratorOptional(generator);
      average = new WeightAverage(weights.block, options.epochs(), options.averaging());
      stop = new EarlyStop(weights, networks, widths.size() - 1, options.patience());
    }

    void epoch(int epoch) {
      for (int step = 0; step < stepsPerEpoch; step++) {
        try (PointerScope scope = new PointerScope()) {
          step(rate.at(epoch * (long) stepsPerEpoch + step));
        }
      }
      try (PointerScope scope = new PointerScope()) {
        average.add(epoch);
        if (stop.watches()) {
          stop.look(validationLosses());
        }
      }
    }

    private void step(double rate) {
      int batch = options.batch();
      long[] chosen = new long[networks * batch];
      for (int network = 0; network < networks; network++) {
        streams[network].next(chosen, network * batch, batch);
      }
      Tensor index = Torch.longs(chosen, chosen.length);
      Tensor batchInputs = inputScaling.scale(gather(inputs, index, batch));
      if (options.inputNoise() > 0) {
        Tensor noise = torch.empty_like(batchInputs).normal_(0, options.inputNoise(), random);
        batchInputs = batchInputs.add_(noise);
      }
      Tensor target = outputScaling.scale(gather(outputs, index, batch));
      MlpPass pass =
          new MlpPass(weights, options.activation(), batchInputs, options.dropout(), random);
      pass.backward(loss.gradient(pass.output, target), gradients);
      optimiser.step(gradients.block, rate);
    }

    private Tensor gather(Tensor source, Tensor index, int batch) {
      return source.index_select(0, index).view(networks, batch, source.size(1));
    }

    /** The loss of each network on its own validation rows. */
    private double[] validationLosses() {
      double[] losses = new double[networks];
      for (int network = 0; network < networks; network++) {
        int[] validation = members.get(network).validation;
        Tensor index =
            Torch.longs(Arrays.stream(validation).asLongStream().toArray(), validation.length);
        MlpWeights one = weights.only(network);
        Tensor scaled =
            inputScaling.only(network).scale(inputs.index_select(0, index).unsqueeze(0));
        Tensor target =
            outputScaling.only(network).scale(outputs.index_select(0, index).unsqueeze(0));
        Tensor output = new MlpPass(one, options.activation(), scaled, 0, null).output;
        losses[network] = loss.of(output, target);
      }
      return losses;
    }

    boolean stopped() {
      return stop.watches() && stop.allStopped();
    }

    float[] result() {
      return Torch.read(stop.watches() ? stop.best() : average.result());
    }

    private float meanTrainRows() {
      return (float) members.stream().mapToInt(member -> member.train.length).average().orElse(0);
    }
  }

  private static boolean containsNan(float[] values) {
    for (float value : values) {
      if (Float.isNaN(value)) {
        return true;
      }
    }
    return false;
  }
}
