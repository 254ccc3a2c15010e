package org.suiseki.bench;

import java.util.List;
import java.util.function.Function;
import org.suiseki.describe.CrystalGraph;
import org.suiseki.describe.SiteFingerprint;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.geometry.CrystalNN;
import org.suiseki.matter.geometry.Neighbours;
import org.suiseki.matter.geometry.Symmetry;
import org.suiseki.matter.geometry.VoronoiTessellation;
import org.suiseki.simulate.Anode;
import org.suiseki.simulate.PowderDiffraction;
import org.suiseki.simulate.Radiation;

/** What is measured of a crystal. {@code bench/crystals_pymatgen.py} has the peers' part of it. */
public enum CrystalTask {
  /** The twelve nearest of every site, whole shells. */
  NEIGHBOURS(crystal -> Neighbours.nearest(crystal, 12, 0.01)),

  /** The Voronoi cells of all sites. */
  VORONOI(VoronoiTessellation::of),

  /** CrystalNN on all sites. */
  COORDINATION(CrystalNN.DEFAULT::environments),

  /** CrystalNN, and the 61 numbers "ops" of each site. */
  FINGERPRINT(SiteFingerprint.ops()::describeSites),

  /** An edge, both ways, for the twelve nearest of every site with whole shells. */
  GRAPH(crystal -> CrystalGraph.nearest(crystal, 12)),

  /** Peaks from 0 to 90 degrees, Cu Kα, families by symmetry, with dispersion. */
  DIFFRACTION(PowderDiffraction.of(Radiation.kAlpha(Anode.CU))::reflections),

  /** The same peaks by pymatgen's amplitudes and families. */
  DIFFRACTION_AS_PYMATGEN(PowderDiffraction.asPymatgen()::reflections),

  /** All that a dataset of spglib holds, within 0.01 Å. */
  SYMMETRY(CrystalTask::symmetry);

  private final Function<Crystal, Object> work;

  CrystalTask(Function<Crystal, Object> work) {
    this.work = work;
  }

  /** What came of it, for a black hole. */
  Object of(Crystal crystal) {
    return work.apply(crystal);
  }

  /** Parts of the symmetry are found when they are asked for, so all are. */
  private static Object symmetry(Crystal crystal) {
    Symmetry symmetry = Symmetry.of(crystal, 0.01);
    return List.of(
        symmetry.spaceGroup(),
        symmetry.operations(),
        symmetry.wyckoffPositions(),
        symmetry.transformation(),
        symmetry.originShift(),
        symmetry.conventional());
  }
}
