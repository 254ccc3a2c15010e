package org.suiseki.describe;

import java.util.Arrays;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Species;
import org.suiseki.matter.geometry.Neighbours;

/**
 * The coefficients c<sub>nlm</sub> of the density around sites of one crystal, for each channel
 * (one for all elements, or one for each and one more for all). A workspace, not for several
 * threads.
 */
final class SoapExpansion {
  private final Crystal crystal;
  private final Neighbours neighbours;
  private final SoapBasis basis;
  private final SphericalHarmonics harmonics;
  private final int radial;
  private final int degree;
  private final int elements;
  private final int[] channelOf;
  private final double[] overlaps;
  private final double[] angular;
  private final double[] primitive;

  SoapExpansion(
      Crystal crystal, SoapOptions options, SoapBasis basis, SphericalHarmonics harmonics) {
    this.crystal = crystal;
    this.basis = basis;
    this.harmonics = harmonics;
    this.radial = options.radialFunctions();
    this.degree = options.largestDegree();
    this.elements = options.elements().size();
    this.channelOf = channels(options);
    double tail = options.sigma() * Math.sqrt(-2 * Math.log(SoapBasis.THRESHOLD));
    this.neighbours = Neighbours.within(crystal, options.cutoff() + tail);
    this.overlaps = new double[(degree + 1) * radial];
    this.angular = new double[harmonics.size()];
    this.primitive = new double[size()];
  }

  /** How many coefficients there are: channels × radial functions × (largest degree + 1)². */
  int size() {
    return (elements == 0 ? 1 : elements + 1) * channelSize();
  }

  /** How many coefficients one channel has. */
  int channelSize() {
    return radial * harmonics.size();
  }

  /** How much of the site is filled. */
  double filled(int site) {
    return crystal.occupation(site).total();
  }

  /** Adds {@code weight} times the coefficients around a site; (channel, n, lm) in this order. */
  void add(int site, double weight, double[] coefficients) {
    Arrays.fill(primitive, 0);
    atom(site, 0, 0, 0, 0);
    for (int e = neighbours.from(site); e < neighbours.to(site); e++) {
      double distance = neighbours.distance(e);
      double scale = distance > 0 ? 1 / distance : 0;
      atom(
          neighbours.neighbour(e),
          distance,
          neighbours.displacement(e, 0) * scale,
          neighbours.displacement(e, 1) * scale,
          neighbours.displacement(e, 2) * scale);
    }
    for (int channel = 0; channel < elements; channel++) {
      for (int i = 0; i < channelSize(); i++) {
        primitive[elements * channelSize() + i] += primitive[channel * channelSize() + i];
      }
    }
    for (int at = 0; at < size(); at += channelSize()) {
      mix(at, weight, coefficients);
    }
  }

  private void atom(int site, double distance, double x, double y, double z) {
    basis.overlaps(distance, overlaps);
    Arrays.fill(angular, 0);
    harmonics.add(x, y, z, 1, angular, 0);
    Occupation occupation = crystal.occupation(site);
    for (int i = 0; i < occupation.species().size(); i++) {
      accumulate(channel(occupation.species().get(i)), occupation.fraction(i));
    }
  }

  private void accumulate(int channel, double fraction) {
    int at = channel * channelSize();
    for (int n = 0; n < radial; n++) {
      for (int l = 0; l <= degree; l++) {
        double overlap = fraction * overlaps[l * radial + n];
        for (int lm = l * l; lm < (l + 1) * (l + 1); lm++) {
          primitive[at + lm] += overlap * angular[lm];
        }
      }
      at += angular.length;
    }
  }

  /** From the primitive to the orthonormal functions. */
  private void mix(int at, double weight, double[] coefficients) {
    for (int n = 0; n < radial; n++) {
      for (int k = 0; k < radial; k++) {
        int to = at + n * angular.length;
        int from = at + k * angular.length;
        for (int l = 0; l <= degree; l++) {
          double part = weight * basis.mixing(l, n, k);
          for (int lm = l * l; lm < (l + 1) * (l + 1); lm++) {
            coefficients[to + lm] += part * primitive[from + lm];
          }
        }
      }
    }
  }

  private int channel(Species species) {
    int channel = channelOf[species.element().ordinal()];
    if (channel < 0) {
      throw new DescribeException(
          "SOAP was not set up for "
              + species.element().symbol()
              + ", which "
              + crystal
              + " holds.",
          "Name all elements that occur, or use a density blind to elements.");
    }
    return channel;
  }

  private static int[] channels(SoapOptions options) {
    int[] channels = new int[Element.values().length];
    Arrays.fill(channels, options.elements().isEmpty() ? 0 : -1);
    for (int i = 0; i < options.elements().size(); i++) {
      channels[options.elements().get(i).ordinal()] = i;
    }
    return channels;
  }
}
