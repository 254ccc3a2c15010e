package org.suiseki.explain;

import static org.suiseki.explain.Assignment.Basis.CUSTOMARY;
import static org.suiseki.explain.Assignment.Basis.STATED;

import java.util.List;

/**
 * Known assignments at the carbon K-edge of organic molecules.
 *
 * <p>The energies are approximate: regions overlap, neighbours shift a peak by some tenths of an
 * eV, energy scales of instruments differ by as much, and the position of a σ* resonance depends on
 * the bond length. Each entry says whether its energies are those the source states or the
 * customary region. Calculated spectra have errors of their own (about 0.5 eV for the excited-core
 * Kohn–Sham data this project ships).
 */
public final class CarbonKEdge {
  private static final String STOEHR = "Stöhr, NEXAFS Spectroscopy, Springer 1992";
  private static final String CARBONYLS = "Urquhart and Ade, J. Phys. Chem. B 106, 8531 (2002)";
  private static final String REFERENCES = "Solomon et al., Soil Sci. Soc. Am. J. 73, 1817 (2009)";
  private static final String GAS_PHASE =
      "Hitchcock and Mancini, J. Electron Spectrosc. 67, 1 (1994), gas-phase bibliography";
  private static final String ESTERS = "Okajima et al., J. Phys. Chem. A 102, 7093 (1998)";

  private static final List<Assignment> ASSIGNMENTS =
      List.of(
          new Assignment(284.4, 285.5, "C 1s → π* (C=C)", STOEHR, CUSTOMARY),
          new Assignment(285.08, 285.37, "C 1s → π* (C=C), ring C–H", REFERENCES, STATED),
          new Assignment(285.5, 286.2, "C 1s → π* (C≡C)", GAS_PHASE, CUSTOMARY),
          new Assignment(286.0, 287.3, "C 1s → π*, ring C beside N, O or F", STOEHR, CUSTOMARY),
          new Assignment(286.05, 286.35, "C 1s → π*, ring C–O and quinone C=O", REFERENCES, STATED),
          new Assignment(286.2, 286.9, "C 1s → π* (C=O), ketone, aldehyde", CARBONYLS, CUSTOMARY),
          new Assignment(286.4, 287.0, "C 1s → π* (C≡N)", GAS_PHASE, CUSTOMARY),
          new Assignment(287.14, 287.86, "C 1s → σ* (C–H) / 3p Rydberg", REFERENCES, STATED),
          new Assignment(287.9, 288.4, "C 1s → π* (C=O), amide", CARBONYLS, CUSTOMARY),
          new Assignment(288.42, 288.74, "C 1s → π* (C=O), carboxyl", REFERENCES, STATED),
          new Assignment(289.10, 289.59, "C 1s → 3p / σ* (O–alkyl)", REFERENCES, STATED),
          new Assignment(289.4, 290.6, "C 1s → π* (C=O), urea to carbonate", CARBONYLS, CUSTOMARY),
          new Assignment(289.6, 290.0, "C 1s → σ* (O–CHx)", ESTERS, STATED),
          new Assignment(291.5, 294.0, "C 1s → σ* (C–C)", STOEHR, CUSTOMARY),
          new Assignment(293.0, 297.0, "C 1s → σ* (C–N, C–O)", STOEHR, CUSTOMARY),
          new Assignment(298.0, 303.0, "C 1s → σ* (C=C)", STOEHR, CUSTOMARY),
          new Assignment(303.0, 307.0, "C 1s → σ* (C=O)", STOEHR, CUSTOMARY),
          new Assignment(307.0, 312.0, "C 1s → σ* (C≡C, C≡N)", STOEHR, CUSTOMARY));

  private CarbonKEdge() {}

  /** All assignments by rising energy. */
  public static List<Assignment> assignments() {
    return ASSIGNMENTS;
  }

  /** The assignments whose region holds {@code energy} (eV); none is a possible answer. */
  public static List<Assignment> at(double energy) {
    return ASSIGNMENTS.stream().filter(one -> one.contains(energy)).toList();
  }
}
