package org.suiseki.simulate;

import org.suiseki.matter.Axis;

/**
 * A Gaussian convolved with a Lorentzian of half width γ: Re w((d + iγ)/(σ√2)) / (σ√(2π)), see
 * {@link Faddeeva}; for σ = 0 the Lorentzian itself. Its tails reach over the whole axis, so some
 * of its area always lies outside.
 */
record VoigtLine(double sigma, double gamma) implements LineShape {

  @Override
  public void add(double energy, double area, Axis axis, double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] += area * density(axis.at(i) - energy);
    }
  }

  private double density(double d) {
    if (sigma == 0) {
      return gamma / (Math.PI * (d * d + gamma * gamma));
    }
    double scale = sigma * Math.sqrt(2);
    return Faddeeva.real(d / scale, gamma / scale) / (sigma * Math.sqrt(2 * Math.PI));
  }
}
