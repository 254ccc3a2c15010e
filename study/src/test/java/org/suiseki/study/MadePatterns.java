package org.suiseki.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made-up diffraction patterns that behave like real ones: reflections move with the lattice by
 * Bragg's law, and their intensities change with the composition. The figures mean nothing.
 */
final class MadePatterns {
  private static final double WAVELENGTH = 1.5406;
  private static final double WIDTH = 0.16;

  /** A reflection: its indices, its intensity without any solute, and what one percent adds. */
  record Reflection(int h, int k, int l, double intensity, double[] slopes) {
    String label() {
      return h + " " + k + " " + l;
    }
  }

  /** A series: the lattice of its base, what one percent of each solute adds to a and c. */
  record Series(String name, String label, double a, double c, double[] growA, double[] growC) {}

  record Sample(int family, double[] values, double[] point, int cluster, boolean held) {}

  final double[] axis;
  final List<Series> series;
  final List<Reflection> reflections;
  final List<Sample> samples = new ArrayList<>();

  private MadePatterns(
      double from, double to, int points, List<Series> series, List<Reflection> reflections) {
    axis = new double[points];
    for (int i = 0; i < points; i++) {
      axis[i] = from + (to - from) * i / (points - 1);
    }
    this.series = series;
    this.reflections = reflections;
  }

  /** Tetragonal alloys with three solutes; a map that bends with them. */
  static MadePatterns alloys(Random random, int count, int points) {
    double[] growA = {0.006, -0.0028, -0.0034};
    double[] growC = {-0.0012, -0.0019, -0.0006};
    MadePatterns made =
        new MadePatterns(
            20,
            60,
            points,
            List.of(
                new Series("Sm(Fe,Ti,Co)12", "Sm(Fe,Ti,Co)_{12}", 8.55, 4.79, growA, growC),
                new Series("(Sm,Zr)Fe12", "(Sm,Zr)Fe_{12}", 8.55, 4.79, growA, growC)),
            List.of(
                reflection(1, 0, 1, 3, 0.05, 0, -0.1),
                reflection(2, 2, 0, 6, 0.1, 0.05, -0.2),
                reflection(2, 1, 1, 5, -0.2, 0.1, 0.02),
                reflection(3, 1, 0, 22, -0.5, -0.1, 0.3),
                reflection(0, 0, 2, 24, 0.3, 0.1, 0),
                reflection(3, 0, 1, 30, -0.9, 0.25, -0.4),
                reflection(1, 1, 2, 4, 0.02, -0.03, 0.1),
                reflection(2, 0, 2, 52, 0.5, -0.2, 0.2),
                reflection(3, 2, 1, 100, 0.1, 0.1, 0.1),
                reflection(4, 0, 0, 34, -1.2, -0.15, 0.7),
                reflection(2, 2, 2, 18, 0.2, 0, 0.1),
                reflection(4, 2, 0, 14, 0.4, 0.1, -0.3),
                reflection(4, 1, 1, 12, -0.3, 0.05, 0.1),
                reflection(3, 1, 2, 8, 0.1, 0.02, 0.02),
                reflection(3, 3, 2, 10, 0.15, -0.05, 0.1),
                reflection(4, 2, 2, 9, -0.1, 0.1, 0)));
    for (int n = 0; n < count; n++) {
      boolean zirconium = n % 4 == 3;
      double titanium = zirconium ? 0 : random.nextInt(5) * 2;
      double cobalt = zirconium ? 0 : random.nextInt(6) * 4;
      double zirconiumShare = zirconium ? 0.25 * random.nextInt(13) : 0;
      double[] point = {
        (titanium - 4) / 2.4 + 0.02 * cobalt - 0.65 * zirconiumShare + 0.1 * random.nextGaussian(),
        (cobalt - 9) / 4.5
            + 0.06 * (titanium - 4) * (titanium - 4)
            + 0.35 * zirconiumShare
            + 0.09 * random.nextGaussian()
      };
      int cluster = zirconiumShare > 1 ? 3 : cobalt > 10 ? 2 : titanium > 5 ? 1 : 0;
      made.samples.add(
          new Sample(
              zirconium ? 1 : 0,
              new double[] {titanium, cobalt, zirconiumShare},
              point,
              cluster,
              n % 13 == 5));
    }
    return made;
  }

  /** Cubic solid solutions between two end members each; every series is an arc of the map. */
  static MadePatterns solutions(Random random, int count, int points) {
    String[][] ends = {
      {"Si–Ge", "5.431", "5.658"},
      {"Cu–Ni", "3.615", "3.524"},
      {"Au–Pd", "4.078", "3.890"},
      {"ZnS–ZnSe", "5.409", "5.668"},
      {"CaF2–SrF2", "5.463", "5.800"},
      {"MgO–NiO", "4.212", "4.177"},
      {"GaAs–InAs", "5.653", "6.058"}
    };
    List<Series> series = new ArrayList<>();
    for (String[] end : ends) {
      double a = Double.parseDouble(end[1]);
      double grow = (Double.parseDouble(end[2]) - a) / 100;
      String label = end[0].replaceAll("([A-Za-z])2", "$1_2");
      series.add(new Series(end[0], label, a, a, new double[] {grow}, new double[] {grow}));
    }
    MadePatterns made =
        new MadePatterns(
            20,
            80,
            points,
            series,
            List.of(
                reflection(1, 1, 1, 100, 0),
                reflection(2, 0, 0, 30, 0.3),
                reflection(2, 2, 0, 60, -0.1),
                reflection(3, 1, 1, 35, 0.05),
                reflection(2, 2, 2, 8, 0.05),
                reflection(4, 0, 0, 10, 0),
                reflection(3, 3, 1, 12, 0.02)));
    for (int n = 0; n < count; n++) {
      int family = n % ends.length;
      double share = 5.0 * random.nextInt(21);
      double angle = 0.8 * family + 0.007 * share;
      double radius = 2 + 0.35 * (family % 3);
      double[] point = {
        radius * Math.cos(angle) + 0.03 * random.nextGaussian(),
        radius * Math.sin(angle) + 0.03 * random.nextGaussian()
      };
      made.samples.add(new Sample(family, new double[] {share}, point, family, n % 17 == 4));
    }
    return made;
  }

  private static Reflection reflection(int h, int k, int l, double intensity, double... slopes) {
    return new Reflection(h, k, l, intensity, slopes);
  }

  /** Where a reflection lies in a series at a composition, in degrees 2θ; NaN where nowhere. */
  double position(Reflection reflection, int family, double[] values) {
    Series own = series.get(family);
    double a = own.a();
    double c = own.c();
    for (int j = 0; j < values.length; j++) {
      a += own.growA()[j] * values[j];
      c += own.growC()[j] * values[j];
    }
    double square =
        (reflection.h() * reflection.h() + reflection.k() * reflection.k()) / (a * a)
            + reflection.l() * reflection.l() / (c * c);
    double sine = WAVELENGTH / 2 * Math.sqrt(square);
    return sine < 1 ? Math.toDegrees(2 * Math.asin(sine)) : Double.NaN;
  }

  double intensity(Reflection reflection, double[] values) {
    double sum = reflection.intensity();
    for (int j = 0; j < values.length; j++) {
      sum += reflection.slopes()[j] * values[j];
    }
    return Math.max(0.2, sum);
  }

  /** The root of the intensity, its maximum near 1. */
  double[] curve(int family, double[] values) {
    double[] curve = new double[axis.length];
    for (Reflection reflection : reflections) {
      double at = position(reflection, family, values);
      double high = intensity(reflection, values) / 100;
      for (int i = 0; i < axis.length; i++) {
        double t = (axis[i] - at) / WIDTH;
        curve[i] += t * t < 40 ? high * Math.exp(-t * t / 2) : 0;
      }
    }
    for (int i = 0; i < curve.length; i++) {
      curve[i] = Math.sqrt(curve[i]);
    }
    return curve;
  }

  double[] noisy(Random random, double[] curve) {
    double[] noisy = curve.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = Math.abs(noisy[i] + 0.012 * random.nextGaussian());
    }
    return noisy;
  }

  /**
   * What a decoder gives there: the pattern of the composition that its neighbours on the map say.
   */
  double[] decoded(double x, double y) {
    int family = 0;
    double least = Double.POSITIVE_INFINITY;
    double weights = 0;
    double[] values = new double[samples.get(0).values().length];
    for (Sample sample : samples) {
      double square = square(sample, x, y);
      if (square < least) {
        least = square;
        family = sample.family();
      }
    }
    for (Sample sample : samples) {
      if (sample.family() != family) {
        continue;
      }
      double weight = 1 / Math.pow(square(sample, x, y) + 0.01, 2);
      weights += weight;
      for (int j = 0; j < values.length; j++) {
        values[j] += weight * sample.values()[j];
      }
    }
    for (int j = 0; j < values.length; j++) {
      values[j] /= weights;
    }
    return curve(family, values);
  }

  private static double square(Sample sample, double x, double y) {
    return Math.pow(sample.point()[0] - x, 2) + Math.pow(sample.point()[1] - y, 2);
  }
}
