package org.suiseki.describe;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.geometry.Neighbours;

/**
 * The radial distribution function: how many atoms stand in each spherical shell around an atom,
 * compared with an even spread (Allen and Tildesley, Computer Simulation of Liquids, 2nd ed., eq.
 * 2.94). A pure number for each shell of a {@link RadialGrid}.
 *
 * <p>Sites that are shared or partly vacant count by the part that is not vacant, and pairs by the
 * product of both.
 *
 * <p>Cost: time linear in the pairs within the cutoff; memory is bounded.
 */
public final class RadialDistribution implements Descriptor<Crystal> {

  /** What the counts are divided by. */
  public enum Normalisation {
    /**
     * The number of atoms, the volume of the shell and the density of atoms: the same for every
     * cell of a crystal, and near 1 at long distances.
     */
    PER_ATOM,
    /**
     * The volume of the shell and the density of atoms, as XenonPy and matminer have it: larger by
     * the number of atoms in the cell that was chosen.
     */
    PER_CELL
  }

  private final RadialGrid grid;
  private final Normalisation normalisation;
  private final List<String> names;

  public RadialDistribution(RadialGrid grid, Normalisation normalisation) {
    this.grid = grid;
    this.normalisation = normalisation;
    this.names = grid.names(normalisation == Normalisation.PER_ATOM ? "rdf" : "rdf per cell");
  }

  /** To 10 Å in 100 shells, the same for every cell. */
  public static RadialDistribution standard() {
    return new RadialDistribution(new RadialGrid(10, 100), Normalisation.PER_ATOM);
  }

  /**
   * As XenonPy 0.6.7 gives it: to 20 Å in 200 shells. The peer leaves distances on the border of
   * two shells to round-off, so that values differ there.
   */
  public static RadialDistribution xenonpy() {
    return new RadialDistribution(new RadialGrid(20, 200), Normalisation.PER_CELL);
  }

  /** As matminer 0.8.0 gives it with a cutoff of 10 Å and shells of 0.1 Å. */
  public static RadialDistribution matminer() {
    return new RadialDistribution(new RadialGrid(10, 100), Normalisation.PER_CELL);
  }

  public RadialGrid grid() {
    return grid;
  }

  /** {@code rdf 2.8-2.9 Å}: the shell's radii. */
  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public List<String> units() {
    return Collections.nCopies(grid.bins(), "1");
  }

  @Override
  public int width() {
    return grid.bins();
  }

  @Override
  public void describe(Crystal crystal, double[] out, int offset) {
    Arrays.fill(out, offset, offset + grid.bins(), 0);
    double[] parts = new double[crystal.siteCount()];
    double atoms = 0;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = crystal.occupation(i).total();
      atoms += parts[i];
    }
    PairBlocks.each(
        crystal,
        grid.reach(),
        (neighbours, first, end) -> count(neighbours, first, end, parts, out, offset));
    double even = atoms / crystal.volume();
    if (normalisation == Normalisation.PER_ATOM) {
      even *= atoms;
    }
    for (int bin = 0; bin < grid.bins(); bin++) {
      out[offset + bin] /= even * grid.shellVolume(bin);
    }
  }

  private void count(
      Neighbours neighbours, int first, int end, double[] parts, double[] out, int offset) {
    for (int site = first; site < end; site++) {
      for (int e = neighbours.from(site); e < neighbours.to(site); e++) {
        double weight = parts[site] * parts[neighbours.neighbour(e)];
        grid.add(neighbours.distance(e), weight, out, offset);
      }
    }
  }
}
