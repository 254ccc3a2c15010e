package org.suiseki.learn.nn;

import java.util.List;
import org.suiseki.learn.LearnException;

/**
 * How an autoencoder is built and trained.
 *
 * @param variant what it is taught beside giving back its inputs
 * @param size how many coordinates the middle has; they are linear in the last hidden layer
 * @param seed of every random draw
 */
public record AutoencoderOptions(
    Variant variant,
    int size,
    Layers layers,
    Regularisation regularisation,
    Schedule schedule,
    long seed) {

  /**
   * What lies between the inputs and the coordinates; the way back mirrors it.
   *
   * @param widths of the hidden layers from the inputs on. Dense: how many numbers each has; none
   *     makes a linear autoencoder. Convolutional: the channels of each, at least one
   * @param kernel points that a convolution reads, odd; dense layers have none and ignore it
   * @param stride points that it moves on, from 1 to {@code kernel}; each layer is as much shorter
   * @param bridge width of a dense layer between convolutions and coordinates; dense layers have
   *     none and ignore it
   * @param activation between layers
   */
  public record Layers(
      Encoding encoding,
      List<Integer> widths,
      int kernel,
      int stride,
      int bridge,
      Activation activation) {

    /** Widest layer. */
    private static final int WIDEST = 1 << 16;

    /**
     * @throws LearnException where a number is out of its range
     */
    public Layers {
      widths = List.copyOf(widths);
      boolean possible = widths.stream().allMatch(width -> width > 0 && width <= WIDEST);
      boolean enough = encoding == Encoding.DENSE || !widths.isEmpty();
      require(possible && enough && widths.size() <= 16, "widths", widths);
      require(kernel > 0 && kernel % 2 == 1 && kernel <= 1001, "kernel", kernel);
      require(stride > 0 && stride <= kernel, "stride", stride);
      require(bridge > 0 && bridge <= WIDEST, "bridge", bridge);
    }

    public static Layers dense(Integer... widths) {
      return new Layers(Encoding.DENSE, List.of(widths), 1, 1, 1, Activation.SILU);
    }

    public static Layers convolutional(int kernel, int stride, int bridge, Integer... channels) {
      return new Layers(
          Encoding.CONVOLUTIONAL, List.of(channels), kernel, stride, bridge, Activation.SILU);
    }

    public Layers withActivation(Activation other) {
      return new Layers(encoding, widths, kernel, stride, bridge, other);
    }
  }

  /**
   * What keeps it from learning rows by heart. Lengths of inputs are those after {@link
   * org.suiseki.learn.CommonScale}: 1 is the root mean square of all centred inputs.
   *
   * @param inputNoise standard deviation of the noise on each input of {@link Variant#DENOISING};
   *     the others have none
   * @param shiftNoise standard deviation, in points of the axis, by which inputs are moved in
   *     training while the target stays (to first order, so keep it below the width of peaks). It
   *     makes the space overlook errors of zero; where peaks move with composition that movement is
   *     the signal, so keep it far below it
   * @param latentNoise standard deviation of the noise on the coordinates, as a part of their root
   *     mean square; makes the decoder smooth between the points it has seen. The variational one
   *     learns its own and ignores it
   * @param beta weight of the Kullback–Leibler divergence of {@link Variant#VARIATIONAL}, in nats a
   *     row, beside the mean squared error of an input
   * @param warmUp share of the epochs over which beta rises from 0, in [0, 1]
   * @param geometry weight of the mean squared distance of points from where they would lie if
   *     distances were those along the set of training rows (geometry-regularised autoencoder:
   *     Duque et al., arXiv 2007.07142, with Isomap in place of PHATE). It makes straight lines of
   *     the space follow the set, the space repeatable, and held-out rows better reconstructed; 0
   *     is none
   * @param neighbours of a row from which distances along the set are added up
   * @param weightDecay decoupled decay of the weights (not the biases), per step and unit of rate
   */
  public record Regularisation(
      double inputNoise,
      double shiftNoise,
      double latentNoise,
      double beta,
      double warmUp,
      double geometry,
      int neighbours,
      double weightDecay) {

    /**
     * @throws LearnException where a number is out of its range
     */
    public Regularisation {
      requireFrom0("inputNoise", inputNoise);
      requireFrom0("shiftNoise", shiftNoise);
      requireFrom0("latentNoise", latentNoise);
      requireFrom0("beta", beta);
      require(warmUp >= 0 && warmUp <= 1, "warmUp", warmUp);
      requireFrom0("geometry", geometry);
      require(neighbours > 0, "neighbours", neighbours);
      requireFrom0("weightDecay", weightDecay);
    }

    public Regularisation withInputNoise(double other) {
      return new Regularisation(
          other, shiftNoise, latentNoise, beta, warmUp, geometry, neighbours, weightDecay);
    }

    public Regularisation withShiftNoise(double other) {
      return new Regularisation(
          inputNoise, other, latentNoise, beta, warmUp, geometry, neighbours, weightDecay);
    }

    public Regularisation withLatentNoise(double other) {
      return new Regularisation(
          inputNoise, shiftNoise, other, beta, warmUp, geometry, neighbours, weightDecay);
    }

    public Regularisation withBeta(double other) {
      return new Regularisation(
          inputNoise, shiftNoise, latentNoise, other, warmUp, geometry, neighbours, weightDecay);
    }

    public Regularisation withGeometry(double other) {
      return new Regularisation(
          inputNoise, shiftNoise, latentNoise, beta, warmUp, other, neighbours, weightDecay);
    }

    public Regularisation withNeighbours(int other) {
      return new Regularisation(
          inputNoise, shiftNoise, latentNoise, beta, warmUp, geometry, other, weightDecay);
    }

    public Regularisation withWeightDecay(double other) {
      return new Regularisation(
          inputNoise, shiftNoise, latentNoise, beta, warmUp, geometry, neighbours, other);
    }
  }

  /**
   * How long and how fast it is trained.
   *
   * @param learningRate highest rate of AdamW; it rises over the first steps and falls along a half
   *     cosine to zero
   * @param batch rows per step
   * @param epochs passes over the training rows
   * @param patience epochs without a better validation loss before it stops; 0 trains all epochs
   *     and leaves the validation rows unused
   * @param averaging share of the last epochs whose weights are averaged, in [0, 1); 0 keeps the
   *     last weights. With patience the weights of the best epoch are kept instead
   */
  public record Schedule(
      double learningRate, int batch, int epochs, int patience, double averaging) {

    /**
     * @throws LearnException where a number is out of its range
     */
    public Schedule {
      require(learningRate > 0 && learningRate <= 10, "learningRate", learningRate);
      require(batch > 0, "batch", batch);
      require(epochs > 0, "epochs", epochs);
      require(patience >= 0, "patience", patience);
      require(averaging >= 0 && averaging < 1, "averaging", averaging);
    }

    public Schedule withLearningRate(double other) {
      return new Schedule(other, batch, epochs, patience, averaging);
    }

    public Schedule withEpochs(int other) {
      return new Schedule(learningRate, batch, other, patience, averaging);
    }

    public Schedule withBatch(int other) {
      return new Schedule(learningRate, other, epochs, patience, averaging);
    }

    public Schedule withPatience(int other) {
      return new Schedule(learningRate, batch, epochs, other, averaging);
    }

    public Schedule withAveraging(double other) {
      return new Schedule(learningRate, batch, epochs, patience, other);
    }
  }

  private static final Regularisation USUAL = new Regularisation(1, 0, 0.02, 1e-3, 0.3, 1, 6, 1e-2);

  /**
   * Good for twenty to two thousand patterns of some hundred to some thousand points: 120 patterns
   * of 1,750 points take some two seconds. Of 150 simulated alloys it leaves 15 % of the variance
   * of held-out compositions with two coordinates, of which 11 % are noise; two principal
   * components leave 21 %.
   */
  public static final AutoencoderOptions DENSE =
      new AutoencoderOptions(
          Variant.DENOISING,
          2,
          Layers.dense(128, 64),
          USUAL,
          new Schedule(3e-3, 16, 400, 0, 0.1),
          1);

  /** The same with convolutions, which are twice as slow and reconstruct a little less well. */
  public static final AutoencoderOptions CONVOLUTIONAL =
      new AutoencoderOptions(
          Variant.DENOISING,
          2,
          Layers.convolutional(9, 4, 64, 8, 16),
          USUAL,
          new Schedule(3e-3, 16, 120, 0, 0.1),
          1);

  /**
   * @throws LearnException where a number is out of its range
   */
  public AutoencoderOptions {
    require(size > 0 && size <= 1024, "size", size);
  }

  public AutoencoderOptions withVariant(Variant other) {
    return new AutoencoderOptions(other, size, layers, regularisation, schedule, seed);
  }

  public AutoencoderOptions withSize(int other) {
    return new AutoencoderOptions(variant, other, layers, regularisation, schedule, seed);
  }

  public AutoencoderOptions withLayers(Layers other) {
    return new AutoencoderOptions(variant, size, other, regularisation, schedule, seed);
  }

  public AutoencoderOptions withRegularisation(Regularisation other) {
    return new AutoencoderOptions(variant, size, layers, other, schedule, seed);
  }

  public AutoencoderOptions withSchedule(Schedule other) {
    return new AutoencoderOptions(variant, size, layers, regularisation, other, seed);
  }

  public AutoencoderOptions withEpochs(int other) {
    return withSchedule(schedule.withEpochs(other));
  }

  public AutoencoderOptions withSeed(long other) {
    return new AutoencoderOptions(variant, size, layers, regularisation, schedule, other);
  }

  private static void requireFrom0(String option, double value) {
    require(value >= 0 && value < Double.POSITIVE_INFINITY, option, value);
  }

  private static void require(boolean valid, String option, Object value) {
    if (!valid) {
      throw new LearnException(
          "The option " + option + " = " + value + " of an autoencoder is out of range.",
          "See the ranges in the documentation of AutoencoderOptions.");
    }
  }
}
