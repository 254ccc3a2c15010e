package org.suiseki.describe;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of one site from its coordination probabilities and ranked neighbours: for each
 * coordination number n up to {@value #LARGEST} its probability, and where motifs are asked for,
 * the probability times the value of each motif with n neighbours, taken with the n first.
 * Immutable.
 */
final class MotifFingerprint {
  /** The largest coordination number with a number of its own. */
  static final int LARGEST = 24;

  private final FingerprintMotif[][] motifs;
  private final List<String> names;

  /**
   * @param motifs in the order in which they shall stand within their coordination number
   */
  MotifFingerprint(List<FingerprintMotif> motifs) {
    this.motifs = new FingerprintMotif[LARGEST + 1][];
    List<String> columns = new ArrayList<>();
    for (int n = 1; n <= LARGEST; n++) {
      int coordination = n;
      this.motifs[n] =
          motifs.stream()
              .filter(motif -> motif.coordination() == coordination)
              .toArray(FingerprintMotif[]::new);
      columns.add("wt CN_" + n);
      for (FingerprintMotif motif : this.motifs[n]) {
        columns.add(motif.name() + " CN_" + n);
      }
    }
    this.names = List.copyOf(columns);
  }

  List<String> names() {
    return names;
  }

  /**
   * Writes the numbers of one site.
   *
   * @param probabilities of the coordination numbers 0, 1, 2, …; those beyond are 0
   * @param directions x, y, z of unit vectors to the neighbours, the highest ranked first
   * @param ranks of the neighbours, never rising
   * @param angles to work with
   */
  void write(
      double[] probabilities,
      double[] directions,
      double[] ranks,
      NeighbourAngles angles,
      double[] out,
      int offset) {
    angles.set(directions, ranks, largest(probabilities));
    int at = offset;
    for (int n = 1; n <= LARGEST; n++) {
      double probability = n < probabilities.length ? probabilities[n] : 0;
      out[at++] = probability;
      angles.take(n);
      for (FingerprintMotif motif : motifs[n]) {
        out[at++] = probability == 0 ? 0 : probability * motif.order().of(angles);
      }
    }
  }

  /** The largest number of neighbours that a motif has to be measured with. */
  private int largest(double[] probabilities) {
    int n = Math.min(LARGEST, probabilities.length - 1);
    while (n > 0 && (probabilities[n] == 0 || motifs[n].length == 0)) {
      n--;
    }
    return n;
  }
}
