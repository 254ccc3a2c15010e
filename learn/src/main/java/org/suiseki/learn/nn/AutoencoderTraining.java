package org.suiseki.learn.nn;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.suiseki.learn.Progress;

/**
 * One training of an autoencoder. The loss is the mean squared error of a scaled input, and for the
 * variational one beta times the Kullback–Leibler divergence of a row beside it.
 */
final class AutoencoderTraining {
  private final AutoencoderOptions options;
  private final TrainingRows rows;
  private final int inputs;
  private final int[] train;
  private final int[] validation;
  private final CoderShape shape;
  private final List<Layer> layers;
  private final long[] sizes;
  private final long weightCount;

  /**
   * @param inputs of a scaled row, over which the squared error is a mean
   */
  AutoencoderTraining(
      AutoencoderOptions options, TrainingRows rows, int inputs, int[] train, int[] validation) {
    this.options = options;
    this.rows = rows;
    this.inputs = inputs;
    this.train = train;
    this.validation = validation;
    int heads = options.variant() == Variant.VARIATIONAL ? 2 : 1;
    shape = CoderShape.of(options.layers(), rows.width(), options.size(), heads * options.size());
    layers = shape.all();
    sizes = new long[2 * layers.size()];
    long weights = 0;
    for (int i = 0; i < layers.size(); i++) {
      sizes[i] = layers.get(i).weights();
      sizes[layers.size() + i] = layers.get(i).biases();
      weights += sizes[i];
    }
    weightCount = weights;
  }

  /** Trains to the end and returns the numbers of all layers, for rows as they were given. */
  CoderShape.Numbers train(Progress progress) {
    try (PointerScope scope = new PointerScope()) {
      Run run = new Run();
      for (int epoch = 0; epoch < options.schedule().epochs() && !run.stopped(); epoch++) {
        progress.check();
        run.epoch(epoch);
        progress.step("epochs", epoch + 1L, options.schedule().epochs());
      }
      return run.result();
    }
  }

  private CoderShape.Parameters views(Tensor block) {
    TensorVector parts = block.split_with_sizes(sizes);
    int count = layers.size();
    Tensor[] weights = new Tensor[count];
    Tensor[] biases = new Tensor[count];
    for (int i = 0; i < count; i++) {
      int[] shapeOfWeight = layers.get(i).weightShape();
      weights[i] = parts.get(i).view(Arrays.stream(shapeOfWeight).asLongStream().toArray());
      biases[i] = parts.get(count + i);
    }
    return new CoderShape.Parameters(weights, biases);
  }

  /** The state of one training; its tensors live in the scope of {@link #train}. */
  private final class Run {
    private final Tensor block =
        Torch.floats(
            AutoencoderStart.numbers(shape, inputs, options.seed()), Arrays.stream(sizes).sum());
    private final AdamW optimiser =
        new AdamW(block, weightCount, options.regularisation().weightDecay());
    private final Tensor values = Torch.floats(rows.values(), rows.count(), rows.width());
    private final Tensor slopes =
        rows.slopes().length == 0
            ? values
            : Torch.floats(rows.slopes(), rows.count(), rows.width());
    private final RowStream stream = new RowStream(train, options.seed());
    private final int batch = Math.min(options.schedule().batch(), train.length);
    private final int stepsPerEpoch = Math.max(1, Math.round(train.length / (float) batch));
    private final LearningRate rate =
        new LearningRate(
            options.schedule().learningRate(), (long) options.schedule().epochs() * stepsPerEpoch);
    private final WeightAverage average =
        new WeightAverage(block, options.schedule().epochs(), options.schedule().averaging());
    private final GeneratorOptional random =
        new GeneratorOptional(torch.make_generator_cpu(options.seed() & Long.MAX_VALUE));
    private final Tensor places =
        rows.places().length == 0
            ? values
            : Torch.floats(rows.places(), train.length, options.size());
    private final Tensor best = block.clone();
    private double lowest = Double.POSITIVE_INFINITY;
    private int since;

    void epoch(int epoch) {
      for (int step = 0; step < stepsPerEpoch; step++) {
        long done = epoch * (long) stepsPerEpoch + step;
        try (PointerScope scope = new PointerScope()) {
          step(done);
        }
      }
      try (PointerScope scope = new PointerScope()) {
        average.add(epoch);
        if (watches()) {
          look(validationLoss());
        }
      }
    }

    private void step(long done) {
      long[] chosen = new long[batch];
      stream.next(chosen, 0, batch);
      Tensor index = Torch.longs(chosen, batch);
      Tensor target = values.index_select(0, index);
      Tensor leaf = block.detach().set_requires_grad(true);
      CoderShape.Parameters parameters = views(leaf);
      Tensor heads = shape.encode(disturbed(target, index), parameters);
      Tensor loss;
      if (options.variant() == Variant.VARIATIONAL) {
        Tensor mean = heads.narrow(1, 0, options.size());
        Tensor logVariance = heads.narrow(1, options.size(), options.size());
        Tensor noise = torch.empty_like(mean.detach()).normal_(0, 1, random);
        Tensor deviation = logVariance.mul(scalar(0.5)).exp();
        Tensor points = mean.add(deviation.mul(noise));
        loss = error(shape.decode(points, parameters), target);
        loss = loss.add(divergence(mean, logVariance).mul(scalar(beta(done))));
      } else {
        loss = error(shape.decode(blurred(heads), parameters), target);
      }
      loss = loss.add(displacement(heads, index));
      loss.backward();
      optimiser.step(leaf.grad(), rate.at(done));
    }

    /** Inputs with the noise that their variant has. */
    private Tensor disturbed(Tensor target, Tensor index) {
      Tensor signal = target;
      double moved = options.regularisation().shiftNoise();
      if (moved > 0) {
        Tensor shift = torch.empty(new long[] {batch, 1}).normal_(0, moved, random);
        signal = signal.add(slopes.index_select(0, index).mul_(shift));
      }
      double deviation = options.regularisation().inputNoise();
      if (options.variant() == Variant.DENOISING && deviation > 0) {
        signal = signal.add(torch.empty_like(signal).normal_(0, deviation, random));
      }
      return signal;
    }

    /** How far points are from where geometry wants them, weighted; 0 where it has no wish. */
    private Tensor displacement(Tensor heads, Tensor index) {
      double weight = options.regularisation().geometry();
      if (weight == 0) {
        return torch.zeros(1);
      }
      Tensor away = heads.narrow(1, 0, options.size()).sub(places.index_select(0, index));
      return torch.nan_to_num(away).square().sum().mul(scalar(weight / batch));
    }

    private Tensor blurred(Tensor points) {
      double part = options.regularisation().latentNoise();
      if (part == 0) {
        return points;
      }
      Tensor fixed = points.detach();
      Tensor size = fixed.sub(fixed.mean(0)).square_().mean().sqrt_();
      Tensor noise = torch.empty_like(fixed).normal_(0, part, random);
      return points.add(noise.mul_(size));
    }

    private Tensor error(Tensor output, Tensor target) {
      return output.sub(target).square().sum().div(scalar((double) batch * inputs));
    }

    private double beta(long done) {
      double warmUp = options.regularisation().warmUp() * rate.steps();
      double share = warmUp == 0 ? 1 : Math.min(1, done / warmUp);
      return share * options.regularisation().beta();
    }

    /** Mean squared error on the validation rows, up to what no direction holds. */
    private double validationLoss() {
      Tensor index =
          Torch.longs(Arrays.stream(validation).asLongStream().toArray(), validation.length);
      Tensor target = values.index_select(0, index);
      CoderShape.Parameters parameters = views(block);
      Tensor points = shape.encode(target, parameters).narrow(1, 0, options.size());
      return shape.decode(points, parameters).sub(target).square().mean().item_float();
    }

    private void look(double loss) {
      since++;
      if (loss < lowest) {
        lowest = loss;
        since = 0;
        best.copy_(block);
      }
    }

    private boolean watches() {
      return options.schedule().patience() > 0;
    }

    boolean stopped() {
      return watches() && since > options.schedule().patience();
    }

    CoderShape.Numbers result() {
      float[] numbers = Torch.read(watches() ? best : average.result());
      float[][] parts = new float[sizes.length][];
      int offset = 0;
      for (int i = 0; i < parts.length; i++) {
        int size = Math.toIntExact(sizes[i]);
        parts[i] = Arrays.copyOfRange(numbers, offset, offset + size);
        offset += size;
      }
      int count = layers.size();
      return new CoderShape.Numbers(
          Arrays.copyOf(parts, count), Arrays.copyOfRange(parts, count, 2 * count));
    }
  }

  /**
   * The mean over rows of the Kullback–Leibler divergence of N(mean, variance) from N(0, 1), in
   * nats: ½ Σ (mean² + variance − 1 − ln variance); arXiv 1312.6114, appendix B.
   */
  static Tensor divergence(Tensor mean, Tensor logVariance) {
    Tensor sum = mean.square().add(logVariance.exp()).sub(logVariance).sub(scalar(1));
    return sum.sum().mul(scalar(0.5 / mean.size(0)));
  }

  private static Scalar scalar(double value) {
    return new Scalar(value);
  }
}
