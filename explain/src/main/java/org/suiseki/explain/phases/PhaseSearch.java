package org.suiseki.explain.phases;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.describe.spectrum.FoundPeak;
import org.suiseki.describe.spectrum.PeakFinder;
import org.suiseki.explain.ExplainException;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Workers;
import org.suiseki.matter.Axis;
import org.suiseki.matter.SuisekiException;
import org.suiseki.simulate.PowderDiffraction;

/**
 * Which candidates make a measured pattern, and how much of each. Every candidate's peaks are
 * looked up in the pattern over a grid of strains; the best are tried one after another as the next
 * phase, by least squares on the whole pattern with the amounts kept positive; one is taken where
 * an information criterion and its own peaks say so, the whole mixture refined, and phases that are
 * no longer needed are dropped, until none explains what is left.
 *
 * <p>Cost: for a pattern of 8,000 points and 40 candidates about a second on one core, and two
 * milliseconds more for each further candidate.
 *
 * <p>It knows no amorphous part, no microabsorption and no phase that is not among the candidates;
 * of structures that differ little it names one and lists the others; occupancies and coordinates
 * are the candidates'. Not for patterns whose peaks are wider than about a degree, nor for films
 * with one strong orientation. Nothing is drawn at random.
 *
 * <pre>{@code
 * MeasuredPattern pattern =
 *     MeasuredPattern.of(spectrum, deviations, Radiation.kAlpha(Anode.CU), Polarisation.none());
 * Identification found =
 *     PhaseSearch.standard().identify(pattern, candidates, 2, Progress.SILENT);
 * found.phases().get(0).weightPercent();
 * }</pre>
 *
 * @param mostStrain of the lattice against the candidate's, as a part of 1
 * @param anisotropic whether axes that symmetry does not tie stretch by themselves, a little
 * @param texture whether preferred orientation is refined where that explains clearly more
 * @param mostPhases at which the search ends
 * @param evidence what a phase has to gain, by what the extended criterion asks; 1 is that, more
 *     finds fewer phases
 * @param modelError part by which peaks of a right structure still miss the pattern, κ of {@link
 *     PatternFit}
 * @param backgroundDegree of its polynomial
 */
public record PhaseSearch(
    double mostStrain,
    boolean anisotropic,
    boolean texture,
    int mostPhases,
    double evidence,
    double modelError,
    int backgroundDegree) {
  private static final int LAST_STEPS = 12;
  private static final int POINTS_PER_WIDTH = 5;
  private static final double USUAL_WIDTH = 0.15;

  /**
   * @throws ExplainException for options outside their range
   */
  public PhaseSearch {
    require(mostStrain > 0 && mostStrain <= 0.1, "The largest strain", mostStrain, "0 to 0.1");
    require(mostPhases >= 1 && mostPhases <= 20, "The number of phases", mostPhases, "1 to 20");
    require(evidence > 0, "The evidence", evidence, "above 0, such as 1");
    require(modelError >= 0 && modelError < 1, "The model's error", modelError, "0 to 1");
    require(
        backgroundDegree >= 0 && backgroundDegree <= 20,
        "The background's degree",
        backgroundDegree,
        "0 to 20");
  }

  private static void require(boolean holds, String what, double value, String range) {
    if (!holds) {
      throw new ExplainException(what + " is " + value + ".", "Give a number of " + range + ".");
    }
  }

  /** Strain to 2.5 %, axes by themselves, up to 8 phases. */
  public static PhaseSearch standard() {
    return new PhaseSearch(0.025, true, true, 8, 1, 0.1, 6);
  }

  public PhaseSearch withMostStrain(double other) {
    return new PhaseSearch(
        other, anisotropic, texture, mostPhases, evidence, modelError, backgroundDegree);
  }

  public PhaseSearch withAnisotropic(boolean other) {
    return new PhaseSearch(
        mostStrain, other, texture, mostPhases, evidence, modelError, backgroundDegree);
  }

  public PhaseSearch withTexture(boolean other) {
    return new PhaseSearch(
        mostStrain, anisotropic, other, mostPhases, evidence, modelError, backgroundDegree);
  }

  public PhaseSearch withMostPhases(int other) {
    return new PhaseSearch(
        mostStrain, anisotropic, texture, other, evidence, modelError, backgroundDegree);
  }

  /**
   * @param threads for the candidates' reflections
   * @throws ExplainException where no candidate can be used
   * @throws java.util.concurrent.CancellationException if progress says so
   */
  public Identification identify(
      MeasuredPattern given, List<Candidate> candidates, int threads, Progress progress) {
    MeasuredPattern measured = given.even();
    double width = width(measured);
    int points = Math.max(1, (int) Math.floor(width / POINTS_PER_WIDTH / measured.step()));
    MeasuredPattern pattern = points > 1 ? measured.binned(points) : measured;
    List<Identification.Refused> refused = new ArrayList<>();
    List<PhaseLines> lines = lines(pattern, candidates, threads, refused, progress);
    PatternFit fit = new PatternFit(pattern, modelError, backgroundDegree);
    PhaseSelection selection = new PhaseSelection(fit, lines, this, width, progress);
    Mixture mixture = selection.refined(selection.select(), LAST_STEPS);
    if (texture) {
      mixture = selection.textured(mixture);
    }
    return new MixtureReading(this, measured, fit, selection, mixture, width).read(refused);
  }

  private static List<PhaseLines> lines(
      MeasuredPattern pattern,
      List<Candidate> candidates,
      int threads,
      List<Identification.Refused> refused,
      Progress progress) {
    PowderDiffraction diffraction = diffraction(pattern);
    List<Object> results =
        Workers.run(
            threads,
            candidates.stream().map(one -> job(one, diffraction)).toList(),
            progress,
            "reflections",
            candidates.size());
    List<PhaseLines> lines = new ArrayList<>();
    for (Object result : results) {
      if (result instanceof PhaseLines one && one.count() > 0) {
        lines.add(one);
      } else if (result instanceof Identification.Refused one) {
        refused.add(one);
      }
    }
    if (lines.isEmpty()) {
      throw new ExplainException(
          "None of the " + candidates.size() + " candidates has reflections here.",
          "Give crystals that diffract between "
              + pattern.spectrum().axis().first()
              + "° and "
              + pattern.spectrum().axis().last()
              + "°, and the right wavelength.");
    }
    return lines;
  }

  private static Workers.Job<Object> job(Candidate candidate, PowderDiffraction diffraction) {
    return progress -> {
      progress.check();
      Object result;
      try {
        result = PhaseLines.of(candidate, diffraction);
      } catch (SuisekiException e) {
        result = new Identification.Refused(candidate, String.valueOf(e.getMessage()));
      }
      progress.step("reflections", 1, 1);
      return result;
    };
  }

  /** Beyond the ends of the pattern, from where strain may bring peaks in. */
  private static PowderDiffraction diffraction(MeasuredPattern pattern) {
    Axis axis = pattern.spectrum().axis();
    return PowderDiffraction.of(pattern.radiation())
        .withPolarisation(pattern.polarisation())
        .withRange(Math.max(0, axis.first() - 2), Math.min(179, axis.last() + 5));
  }

  /** Of the strongest peaks, in degrees: of a pattern of several the narrower ones. */
  static double width(MeasuredPattern measured) {
    List<FoundPeak> peaks =
        new PeakFinder(5, 10, 0.1).find(measured.spectrum(), measured.deviations());
    if (peaks.isEmpty()) {
      return USUAL_WIDTH;
    }
    double[] widths = peaks.stream().mapToDouble(FoundPeak::width).sorted().toArray();
    return Math.max(0.03, Math.min(0.8, widths[widths.length / 3]));
  }
}
