package org.suiseki.learn.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.suiseki.learn.Columns;
import org.suiseki.learn.CommonScale;
import org.suiseki.learn.LatentEstimator;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.Workers;

/**
 * Learns a feature space with an autoencoder (Hinton and Salakhutdinov, Science 313, 504, 2006,
 * 10.1126/science.1127647; for diffraction patterns Utimula et al., Adv. Theory Simul. 2022,
 * 10.1002/adts.202200613).
 *
 * <p>Several trainings run side by side, each on one thread of libtorch. A model depends on its
 * rows and its seed, and not on the number of threads or on what is trained beside it.
 *
 * <p>When not to use it: where a few linear components leave nothing unexplained, principal
 * components are exact, repeatable and a thousand times faster.
 *
 * @param threads trainings side by side
 */
public record AutoencoderTrainer(AutoencoderOptions options, int threads)
    implements LatentEstimator<Autoencoder> {

  /**
   * @throws LearnException for less than one thread
   */
  public AutoencoderTrainer {
    if (threads < 1) {
      throw new LearnException(
          "Training on " + threads + " threads is not possible.", "Give at least one thread.");
    }
  }

  /** Such as {@code dense denoising autoencoder}. */
  @Override
  public String name() {
    String encoding = options.layers().encoding().name().toLowerCase(Locale.ROOT);
    String variant =
        options.variant() == Variant.PLAIN
            ? ""
            : options.variant().name().toLowerCase(Locale.ROOT) + " ";
    return encoding + " " + variant + "autoencoder";
  }

  @Override
  public int size() {
    return options.size();
  }

  /**
   * @throws LearnException for no training rows, a value that is missing or infinite, or patience
   *     without validation rows
   */
  @Override
  public Autoencoder fit(Table rows, Split split, Progress progress) {
    return fitAll(rows, List.of(split), progress).get(0);
  }

  /** One model for each split, all with the seed of the options. */
  @Override
  public List<Autoencoder> fitAll(Table rows, List<Split> splits, Progress progress) {
    List<Workers.Job<Autoencoder>> jobs = new ArrayList<>();
    for (Split split : splits) {
      jobs.add(running -> trained(options, rows, split, running));
    }
    return run(jobs, progress);
  }

  /** One model for each seed on the same rows; the seed of the options is not used. */
  public List<Autoencoder> fitSeeds(Table rows, Split split, long[] seeds, Progress progress) {
    List<Workers.Job<Autoencoder>> jobs = new ArrayList<>();
    for (long seed : seeds) {
      jobs.add(running -> trained(options.withSeed(seed), rows, split, running));
    }
    return run(jobs, progress);
  }

  private List<Autoencoder> run(List<Workers.Job<Autoencoder>> jobs, Progress progress) {
    long epochs = (long) jobs.size() * options.schedule().epochs();
    return Workers.run(threads, jobs, progress, name(), epochs);
  }

  private static Autoencoder trained(
      AutoencoderOptions options, Table rows, Split split, Progress progress) {
    requireRows(options, split);
    Columns.requireFinite(rows, split.train());
    Columns.requireFinite(rows, split.validation());
    Torch.threads(1);
    try {
      return train(options, rows, split, progress);
    } catch (CancellationException | LearnException known) {
      throw known;
    } catch (RuntimeException failure) {
      // libtorch's own; it appends a C++ stack trace, and its first line says what is wrong.
      String message = String.valueOf(failure.getMessage());
      throw new LearnException(
          "Training failed in libtorch: " + message.lines().findFirst().orElse(""),
          null,
          "This is a fault of ours: report it.",
          failure);
    }
  }

  private static Autoencoder train(
      AutoencoderOptions options, Table table, Split split, Progress progress) {
    int[] used =
        IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.validation())).toArray();
    Table rows = table.selectRows(used);
    int[] train = IntStream.range(0, split.train().length).toArray();
    int[] validation = IntStream.range(train.length, used.length).toArray();
    CommonScale scale = CommonScale.of(rows, train);
    TrainingRows seen = TrainingRows.of(options, scale, rows, train.length);
    AutoencoderTraining training =
        new AutoencoderTraining(options, seen, rows.width(), train, validation);
    CoderShape.Numbers numbers = seen.unfolded(training.train(progress), rows.width());
    return Autoencoder.of(options, scale, numbers);
  }

  private static void requireRows(AutoencoderOptions options, Split split) {
    if (split.train().length == 0) {
      throw new LearnException("An autoencoder got no training rows.", "Give at least one.");
    }
    if (options.schedule().patience() > 0 && split.validation().length == 0) {
      throw new LearnException(
          "Early stopping is on (patience "
              + options.schedule().patience()
              + ") but a split has no validation rows.",
          "Set validation rows aside, or set patience to 0.");
    }
  }
}
