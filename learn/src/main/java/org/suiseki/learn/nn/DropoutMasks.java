package org.suiseki.learn.nn;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The factors 0 and 1/(1 − p) of dropout for the networks of a stack, drawn anew in each step. What
 * a network meets depends on its own seed and the step alone.
 *
 * <p>A number is the scrambled name of the activation (the finaliser of MurmurHash3, Appleby 2011)
 * under a key of the step: such a loop runs in vector instructions, thirty times faster than a
 * generator that walks from number to number.
 */
final class DropoutMasks {
  private final SplittableRandom keys = new SplittableRandom(0x6D61736B);
  private final Scramble[] scrambles;

  /** One for each hidden layer, rows × columns; none where no network drops anything. */
  final Tensor[] masks;

  /**
   * Of one layer; all arrays are rows × columns.
   *
   * @param names at random, one for each activation
   * @param thresholds what a number of 24 bits must be below to be kept
   * @param kept the bits of the factor
   * @param bits of the factors
   * @param place where they go
   */
  private record Scramble(int[] names, int[] thresholds, int[] kept, int[] bits, IntPointer place) {

    void draw(int key) {
      scramble(names, thresholds, kept, bits, key);
      place.put(bits, 0, bits.length);
    }

    private static void scramble(int[] names, int[] thresholds, int[] kept, int[] bits, int key) {
      for (int i = 0; i < bits.length; i++) {
        int x = names[i] ^ key;
        x = (x ^ (x >>> 16)) * 0x85EBCA6B;
        x = (x ^ (x >>> 13)) * 0xC2B2AE35;
        x = x ^ (x >>> 16);
        // All ones where the number is below the threshold, without a branch.
        bits[i] = (((x >>> 8) - thresholds[i]) >> 31) & kept[i];
      }
    }
  }

  /**
   * @param dropouts share that each network drops
   * @param seeds of each network
   */
  DropoutMasks(StackLayout layout, double[] dropouts, long[] seeds, int rows) {
    boolean any = Arrays.stream(dropouts).anyMatch(share -> share > 0);
    int hidden = any ? layout.layers() - 1 : 0;
    masks = new Tensor[hidden];
    scrambles = new Scramble[hidden];
    SplittableRandom[] randoms =
        Arrays.stream(seeds).mapToObj(SplittableRandom::new).toArray(SplittableRandom[]::new);
    for (int layer = 0; layer < hidden; layer++) {
      masks[layer] = torch.ones(rows, layout.columns(layer));
      scrambles[layer] = scramble(layout, layer, dropouts, randoms, rows);
    }
  }

  private Scramble scramble(
      StackLayout layout, int layer, double[] dropouts, SplittableRandom[] randoms, int rows) {
    int columns = layout.columns(layer);
    int[] names = new int[rows * columns];
    int[] thresholds = new int[names.length];
    int[] kept = new int[names.length];
    for (int network = 0; network < dropouts.length; network++) {
      double keep = 1 - dropouts[network];
      for (int row = 0; row < rows; row++) {
        int from = row * columns + layout.column(layer, network);
        int to = from + layout.outputs(layer, network);
        for (int i = from; i < to; i++) {
          names[i] = (int) randoms[network].nextLong();
        }
        Arrays.fill(thresholds, from, to, (int) Math.round(keep * (1 << 24)));
        Arrays.fill(kept, from, to, Float.floatToRawIntBits((float) (1 / keep)));
      }
    }
    IntPointer place = new IntPointer(masks[layer].data_ptr_float());
    return new Scramble(names, thresholds, kept, new int[names.length], place);
  }

  void draw() {
    for (Scramble scramble : scrambles) {
      scramble.draw((int) keys.nextLong());
    }
  }
}
