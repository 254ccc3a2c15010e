package org.suiseki.study.coreloss;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reader of the report has to know before believing it. */
final class Limits {
  private static final String INTERVALS =
      """
      R² is taken over all held-out predictions together; its 95 % interval, and that of a gain, \
      comes from leaving out one fold at a time. Training sets of folds overlap, and training again \
      with another seed is not in it: the true uncertainty is somewhat larger.\
      """;

  private static final String READABLE =
      """
      “Can be read” means that the lower end of the interval of R² is at least %.1f on molecules \
      held out at random. Total energy, enthalpy and free energy are nearly one quantity here and \
      count as three.\
      """;

  private static final String ISOMERS =
      """
      Molecules of one formula have the same ratios, weight and number of atoms. At random %d, by \
      scaffold %d of the %d test molecules have such an isomer in training, so that what the ratios \
      tell is in good part which formula it is.\
      """;

  private static final String CHOICES =
      """
      The candidates of the network are chosen inside each fold. How intensities are scaled and how \
      far quiet energies are stretched was settled beforehand on the embedded collection, and trees \
      have fixed options: molecules that nobody has looked at may do somewhat worse.\
      """;

  private static final String RELEVANCE =
      """
      Relevance is the change of a prediction when a window of %s eV is replaced, or what integrated \
      gradients ascribe to an energy; it says what the network uses, not what causes the property. \
      Relevance and robustness belong to the network that reads the spectrum alone, on the random \
      split. The last electronvolts of the grid are where such calculations are least certain.\
      """;

  private static final String DOMAIN =
      """
      The flag “outside the domain” sees spectra of another shape or noise; an energy scale that is \
      off by 1 eV it mostly does not see.\
      """;

  private static final String ASSIGNMENTS =
      """
      The names above the spectrum are final states of transitions from C 1s: regions from the \
      literature, most of them customary ones, a help for the eye and not part of any computation.\
      """;

  private static final String SHOWN =
      "Shown one by one are %d of %d molecules, evenly chosen; predictions.csv has all.";

  private static final String UNGROUPED =
      "%d molecules have no SMILES: in the split by scaffold they are grouped by formula.";

  private Limits() {}

  static List<String> sentences(RunResults results, Sample sample) {
    MoleculeSet set = results.set();
    CoreLossOptions options = results.options();
    List<String> sentences = new ArrayList<>();
    sentences.add(INTERVALS);
    sentences.add(with(READABLE, Verdict.READABLE));
    sentences.add(
        with(
            ISOMERS,
            set.withIsomerInTraining(SplitKind.RANDOM, options),
            set.withIsomerInTraining(SplitKind.SCAFFOLD, options),
            set.size()));
    sentences.add(CHOICES);
    sentences.add(with(RELEVANCE, options.window()));
    sentences.add(DOMAIN);
    sentences.add(ASSIGNMENTS);
    if (sample.rows().length < set.size()) {
      sentences.add(with(SHOWN, sample.rows().length, set.size()));
    }
    long ungrouped = set.molecules().stream().filter(Optional::isEmpty).count();
    if (ungrouped > 0) {
      sentences.add(with(UNGROUPED, ungrouped));
    }
    return sentences;
  }

  private static String with(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
