package org.suiseki.study.polymer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Candidates by a rule of our own, for a machine without a library of polymers: every one of some
 * diols and diamines with every one of some diacids (polyesters and polyamides) and diisocyanates
 * (polyurethanes), and vinyl polymers of some side groups. All monomers are substances one can buy
 * or their near kin; whether a pair polymerises well is not asked.
 */
final class MadeCandidates implements CandidateSource {
  /** What stands between the two ends of a diol or diamine. */
  private static final List<String> MIDDLES =
      List.of(
          "CC",
          "CCC",
          "CCCC",
          "CCCCCC",
          "CCCCCCCCCC",
          "CC(C)(C)C",
          "CC1CCC(CC1)C",
          "CCOCC",
          "Cc1ccc(cc1)C",
          "c1ccc(cc1)",
          "c1cccc(c1)",
          "c1ccc(cc1)c1ccc(cc1)",
          "c1ccc(cc1)Oc1ccc(cc1)",
          "c1ccc(cc1)C(C)(C)c1ccc(cc1)",
          "c1ccc2cc(ccc2c1)");

  /** What stands between the two carboxyl or isocyanate groups. */
  private static final List<String> CORES =
      List.of(
          "CC",
          "CCC",
          "CCCC",
          "CCCCCCCC",
          "C=C",
          "C1CCC(CC1)",
          "c1ccc(cc1)",
          "c1cccc(c1)",
          "c1ccc2cc(ccc2c1)",
          "c1ccc(cc1)c1ccc(cc1)",
          "c1ccc(cc1)Oc1ccc(cc1)",
          "C(F)(F)C(F)(F)");

  private static final List<String> SIDES =
      List.of(
          "C",
          "CC",
          "CCC",
          "C(C)C",
          "Cl",
          "F",
          "Br",
          "O",
          "N",
          "C#N",
          "OC",
          "OCC",
          "C(=O)O",
          "C(N)=O",
          "C(=O)OC",
          "C(=O)NC",
          "C(=O)N(C)C",
          "C(=O)OCC",
          "OC(C)=O",
          "c1ccccc1",
          "c1ccc(O)cc1",
          "c1ccc(OC)cc1",
          "c1ccc(C#N)cc1",
          "c1ccncc1",
          "c1ccc(cc1)c1ccccc1",
          "C1CCCCC1",
          "S(=O)(=O)C",
          "C(F)(F)F",
          "n1cccc1",
          "C(=O)NCCO");

  private final Iterator<Candidate> all;

  MadeCandidates() {
    List<Candidate> made = new ArrayList<>();
    for (String middle : MIDDLES) {
      for (String core : CORES) {
        made.add(condensed(middle, core, "O", "polyester"));
        made.add(condensed(middle, core, "N", "polyamide"));
        made.add(
            new Candidate(
                "*O" + middle + "OC(=O)N" + core + "NC(*)=O",
                "O" + middle + "O + O=C=N" + core + "N=C=O",
                "polyurethane"));
      }
    }
    for (String side : SIDES) {
      made.add(new Candidate("*CC(*)" + side, "C=C" + side, "vinyl polymer"));
      made.add(new Candidate("*CC(*)(C)" + side, "C=C(C)" + side, "vinylidene polymer"));
    }
    all = made.iterator();
  }

  private static Candidate condensed(String middle, String core, String end, String route) {
    return new Candidate(
        "*" + end + middle + end + "C(=O)" + core + "C(*)=O",
        end + middle + end + " + OC(=O)" + core + "C(=O)O",
        route);
  }

  @Override
  public Optional<Candidate> next() {
    return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
  }

  @Override
  public void close() {}
}
