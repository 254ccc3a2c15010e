package org.suiseki.explain.latent;

/** Curves with peaks at places that tests know. */
final class Peaks {

  private Peaks() {}

  static double[] axis(double from, double to, double step) {
    double[] axis = new double[(int) Math.round((to - from) / step) + 1];
    for (int i = 0; i < axis.length; i++) {
      axis[i] = from + i * step;
    }
    return axis;
  }

  static double[] curve(double[] axis, double width, double height, double... centres) {
    double[] curve = new double[axis.length];
    for (int i = 0; i < axis.length; i++) {
      for (double centre : centres) {
        double z = (axis[i] - centre) / width;
        curve[i] += height * Math.exp(-z * z / 2);
      }
    }
    return curve;
  }
}
