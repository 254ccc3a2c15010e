package org.suiseki.bench;

import java.util.Locale;
import java.util.stream.IntStream;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.Autoencoder;
import org.suiseki.learn.nn.AutoencoderOptions;
import org.suiseki.learn.nn.AutoencoderTrainer;

/**
 * Times the training of an autoencoder of default size on 120 patterns in one thread, and prints
 * what part of the variance of its rows it leaves. {@code bench/patterns_pytorch.py train} trains
 * the same layers.
 */
public final class SpaceTraining {
  private static final int PATTERNS = 120;

  private SpaceTraining() {}

  /**
   * @param arguments {@code dense} or {@code convolutional}
   */
  public static void main(String[] arguments) {
    AutoencoderOptions options =
        arguments[0].equals("dense") ? AutoencoderOptions.DENSE : AutoencoderOptions.CONVOLUTIONAL;
    Table rows = new AlloySamples(PATTERNS).rows(PATTERNS);
    Split all = new Split(IntStream.range(0, PATTERNS).toArray(), new int[0], new int[0]);
    new AutoencoderTrainer(options.withEpochs(5), 1).fit(rows, all, Progress.SILENT);
    long begin = System.nanoTime();
    Autoencoder trained = new AutoencoderTrainer(options, 1).fit(rows, all, Progress.SILENT);
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "{\"side\": \"suiseki\", \"task\": \"train\", \"model\": \"%s\", \"epochs\": %d,"
            + " \"seconds\": %.3f, \"left\": %.4f}%n",
        arguments[0],
        options.schedule().epochs(),
        seconds,
        left(rows, trained.decode(trained.encode(rows))));
  }

  private static double left(Table rows, Table decoded) {
    double errors = 0;
    double squares = 0;
    for (int column = 0; column < rows.width(); column++) {
      double mean = 0;
      for (int row = 0; row < rows.rows(); row++) {
        mean += rows.get(row, column) / rows.rows();
      }
      for (int row = 0; row < rows.rows(); row++) {
        double value = rows.get(row, column);
        double error = decoded.get(row, column) - value;
        errors += error * error;
        squares += (value - mean) * (value - mean);
      }
    }
    return errors / squares;
  }
}
