package org.suiseki.bench;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.describe.spectrum.SpectrumChain;
import org.suiseki.learn.Column;
import org.suiseki.learn.Table;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Element;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Site;
import org.suiseki.matter.Spectrum;
import org.suiseki.simulate.Anode;
import org.suiseki.simulate.Background;
import org.suiseki.simulate.PeakProfile;
import org.suiseki.simulate.PowderDiffraction;
import org.suiseki.simulate.PowderPattern;
import org.suiseki.simulate.Radiation;
import org.suiseki.simulate.Reflections;
import org.suiseki.simulate.SolidSolution;

/**
 * Patterns as the study {@code xrd-feature-space} has them: Sm(Fe,Ti)12 of the ThMn12 type, Co Kα,
 * 1,751 points from 30° to 100°, the strongest peak some 7,500 counts, noise of counting. Titanium
 * on 8i goes from none to half of it and widens the lattice.
 */
final class AlloySamples {
  static final Axis AXIS = PowderPattern.axis(30, 100, 0.04);

  /** The steps that the study takes for this axis. */
  static final SpectrumChain STEPS = SpectrumChain.parse("snip:39:15|blur:0.14|area|asinh:0.36");

  static final List<Column> COLUMNS = columns();

  static final PowderPattern INSTRUMENT =
      PowderPattern.of(new PeakProfile(0.004, -0.003, 0.006, 0.02, 0.03, 800, 0.0005, 0, 0))
          .withBackground(new Background(List.of(350.0, -80.0, 25.0), List.of()));

  private static final PowderDiffraction DIFFRACTION =
      PowderDiffraction.of(Radiation.kAlpha(Anode.CO)).withRange(26, 104);

  private static final SolidSolution ALLOY =
      SolidSolution.between(crystal(8.512, 4.789, Element.Fe), crystal(8.692, 4.829, Element.Ti));

  private final List<Reflections> reflections = new ArrayList<>();
  private final List<Spectrum> expected = new ArrayList<>();

  /**
   * @param compositions at least two, evenly spread
   */
  AlloySamples(int compositions) {
    for (int i = 0; i < compositions; i++) {
      double titanium = 0.5 * i / (compositions - 1);
      Reflections found = DIFFRACTION.reflections(ALLOY.at(1 - titanium, titanium));
      reflections.add(found);
      expected.add(INSTRUMENT.scaledTo(7500, found, AXIS).spectrum(found, AXIS));
    }
  }

  /** Measurement number {@code i}; compositions take turns. */
  Spectrum counts(int i) {
    return PowderPattern.counted(expected.get(i % expected.size()), i);
  }

  Reflections reflections(int i) {
    return reflections.get(i % reflections.size());
  }

  /** The first so many measurements, prepared as models read them. */
  Table rows(int count) {
    double[] values = new double[count * AXIS.length()];
    for (int i = 0; i < count; i++) {
      STEPS.apply(counts(i)).copyInto(values, i * AXIS.length());
    }
    return new Table(COLUMNS, count, values);
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < AXIS.length(); i++) {
      columns.add(new Column("point " + (i + 1), "1"));
    }
    return columns;
  }

  /** I4/mmm, one formula unit about each of the two points of the lattice. */
  private static Crystal crystal(double a, double c, Element on8i) {
    List<Site> sites = new ArrayList<>();
    for (double o : new double[] {0, 0.5}) {
      sites.add(new Site(Element.Sm, o, o, o));
      for (double s : new double[] {0.25, 0.75}) {
        sites.add(new Site(Element.Fe, s, s, 0.25 + o));
        sites.add(new Site(Element.Fe, 1 - s, s, 0.25 + o));
      }
      for (double x : new double[] {0.352, 0.648}) {
        sites.add(new Site(on8i, wrapped(x + o), o, o));
        sites.add(new Site(on8i, o, wrapped(x + o), o));
      }
      for (double x : new double[] {0.278, 0.722}) {
        sites.add(new Site(Element.Fe, wrapped(x + o), 0.5 - o, o));
        sites.add(new Site(Element.Fe, 0.5 - o, wrapped(x + o), o));
      }
    }
    return Crystal.of(Lattice.ofParameters(a, a, c, 90, 90, 90), sites);
  }

  private static double wrapped(double x) {
    return x - Math.floor(x);
  }
}
