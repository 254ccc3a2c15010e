package org.suiseki.learn.nn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, arXiv 1711.05101), as {@link AdamW}, but
 * with rates of its own for each part of the block.
 *
 * <p>The parameters lie in arrays here and are copied to where native code reads them: one loop
 * over arrays, which the compiler turns into vector instructions, takes half the time that
 * libtorch's operators take for their eight passes, the copying included. Each part has arrays of
 * its own, because such a loop stays scalar where its arrays have different offsets.
 */
final class StackAdamW {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  /** A run of numbers with one rate. */
  private static final class Part {
    final int from;
    final double rate;
    final double decay;
    final FloatPointer parametersThere;
    final FloatPointer gradientsThere;
    final float[] parameters;
    final float[] first;
    final float[] second;

    Part(int from, int count, double rate, double decay, StackBlock block, StackBlock gradients) {
      this.from = from;
      this.rate = rate;
      this.decay = decay;
      parametersThere = block.start.getPointer(from);
      gradientsThere = gradients.start.getPointer(from);
      parameters = new float[count];
      first = new float[count];
      second = new float[count];
      parametersThere.get(parameters, 0, count);
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private final StackBlock block;
  private final StackBlock gradients;
  private float[] gradient = new float[0];
  private int step;

  /**
   * @param block what is moved; it holds the start
   */
  StackAdamW(StackBlock block, StackBlock gradients) {
    this.block = block;
    this.gradients = gradients;
  }

  /**
   * Adds numbers that are to be moved; all others stay.
   *
   * @param from place of the first in the block
   * @param rate factor of the rate of each step
   * @param decay in a step, in parts of the rate
   */
  void move(int from, int count, double rate, double decay) {
    parts.add(new Part(from, count, rate, decay, block, gradients));
    gradient = new float[Math.max(gradient.length, count)];
  }

  /**
   * @param rate of the step, which each part multiplies with its own
   */
  void step(double rate) {
    step++;
    double correction = Math.sqrt(1 - Math.pow(BETA2, step));
    double bias = 1 - Math.pow(BETA1, step);
    for (Part part : parts) {
      double own = rate * part.rate;
      int count = part.parameters.length;
      // Always into the same small array, which stays in the cache.
      part.gradientsThere.get(gradient, 0, count);
      update(
          part.parameters,
          part.first,
          part.second,
          gradient,
          count,
          (float) (1 - own * part.decay),
          (float) (own * correction / bias),
          (float) (EPSILON * correction));
      part.parametersThere.put(part.parameters, 0, count);
    }
  }

  /** Copies what was moved into an array of the whole block. */
  void read(float[] whole) {
    for (Part part : parts) {
      System.arraycopy(part.parameters, 0, whole, part.from, part.parameters.length);
    }
  }

  /** m̂ / (√v̂ + ε) with both bias corrections drawn into the rate and ε. */
  private static void update(
      float[] parameters,
      float[] first,
      float[] second,
      float[] gradient,
      int count,
      float keep,
      float rate,
      float epsilon) {
    for (int i = 0; i < count; i++) {
      float g = gradient[i];
      float m = first[i] + (float) (1 - BETA1) * (g - first[i]);
      float v = (float) BETA2 * second[i] + (float) (1 - BETA2) * (g * g);
      first[i] = m;
      second[i] = v;
      parameters[i] = keep * parameters[i] - rate * m / ((float) Math.sqrt(v) + epsilon);
    }
  }
}
