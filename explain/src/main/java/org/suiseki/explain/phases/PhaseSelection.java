package org.suiseki.explain.phases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.suiseki.learn.Progress;

/**
 * Which candidates a pattern needs: forward selection by refined trials, backward elimination after
 * each, by an information criterion (Schwarz, Ann. Stat. 6, 461 (1978), 10.1214/aos/1176344136)
 * over as many independent points as the range holds half widths of peaks, since residuals of
 * neighbours are no independent witnesses; and only phases most of whose own peaks are seen.
 */
final class PhaseSelection {
  /** Direction and degree, and as much again, so that orientation stays the exception. */
  private static final double TEXTURE_EVIDENCE = 4;

  private static final double NEARLY = 0.85;
  private static final int TRIALS = 15;
  private static final int TRIAL_STEPS = 4;
  private static final int STEPS = 6;
  private static final int MOST_FAILURES = 4;
  private static final double[] ZEROS = {-0.2, -0.15, -0.1, -0.05, 0, 0.05, 0.1, 0.15, 0.2};
  private static final double[] NO_ZERO = {0};

  private final PatternFit fit;
  private final PhaseSearch options;
  private final double width;
  private final PeakScore score;
  private final List<PeakScore.Peaks> peaks;
  private final Progress progress;

  PhaseSelection(
      PatternFit fit,
      List<PhaseLines> candidates,
      PhaseSearch options,
      double width,
      Progress progress) {
    this.fit = fit;
    this.options = options;
    this.width = width;
    this.score = new PeakScore(fit, width, options.mostStrain());
    this.peaks = candidates.stream().map(score::peaks).toList();
    this.progress = progress;
  }

  /** How many points of the pattern count as independent. */
  double independent() {
    return Math.max(20, (fit.x[fit.x.length - 1] - fit.x[0]) / width);
  }

  Mixture select() {
    Mixture mixture = Mixture.empty(fit, Instrument.begin(width));
    while (mixture.phases().size() < options.mostPhases()) {
      progress.step("phases", mixture.phases().size(), options.mostPhases());
      progress.check();
      Mixture more = next(mixture);
      if (more == mixture) {
        break;
      }
      mixture = eliminate(more);
    }
    return mixture;
  }

  /** With one phase more, or the same where none is worth it. */
  private Mixture next(Mixture mixture) {
    List<Trial> trials = trials(mixture);
    int failures = 0;
    for (Trial trial : trials) {
      Mixture refined = refined(trial.mixture(), STEPS);
      int last = refined.phases().size() - 1;
      if (worth(refined, mixture) && new PhaseEvidence(fit, refined, width).seen(last)) {
        return refined;
      }
      if (++failures == MOST_FAILURES) {
        break;
      }
    }
    return mixture;
  }

  record Trial(Mixture mixture, double squares) {}

  /** The best first. */
  List<Trial> trials(Mixture mixture) {
    List<PeakScore.Match> matches = matches(mixture);
    List<Trial> trials = new ArrayList<>();
    for (PeakScore.Match match : matches.subList(0, Math.min(TRIALS, matches.size()))) {
      progress.check();
      trials.add(trial(mixture, match));
    }
    trials.sort(Comparator.comparingDouble(Trial::squares));
    return trials;
  }

  /** A mixture with this candidate, itself refined while the others stay. */
  Trial trial(Mixture mixture, PeakScore.Match match) {
    double[] instrument = mixture.instrument().clone();
    boolean first = mixture.phases().isEmpty();
    if (first) {
      instrument[Instrument.ZERO.ordinal()] += match.zero();
    }
    Mixture base = first ? Mixture.empty(fit, instrument) : mixture;
    Mixture begun = base.plus(fit, PhaseState.begin(match.lines(), match.strain()));
    int last = begun.phases().size() - 1;
    List<Parameter> parameters =
        Refinement.parameters(begun, first, new int[] {last}, options.mostStrain(), false);
    Refinement refinement = new Refinement(fit, parameters, priorWeight(begun));
    Mixture improved = refinement.improve(begun, TRIAL_STEPS);
    return new Trial(improved, refinement.objective(improved));
  }

  private List<PeakScore.Match> matches(Mixture mixture) {
    double[] calculated = fit.peaks(mixture.columns(), mixture.scales());
    double[] left = fit.y.clone();
    double[] background = mixture.phases().isEmpty() ? fit.envelope : fit.background(calculated);
    for (int i = 0; i < left.length; i++) {
      left[i] -= calculated[i] + background[i];
    }
    double[] net = score.net(left);
    List<PeakScore.Match> matches = new ArrayList<>();
    for (PeakScore.Peaks one : peaks) {
      if (!mixture.holds(one.lines())) {
        matches.add(
            score.best(
                one, mixture.instrument(), net, mixture.phases().isEmpty() ? ZEROS : NO_ZERO));
      }
    }
    matches.removeIf(match -> !(match.score() > 0));
    matches.sort(Comparator.comparingDouble(match -> -match.score()));
    return matches;
  }

  Mixture refined(Mixture mixture, int steps) {
    if (mixture.phases().isEmpty()) {
      return mixture;
    }
    return refinement(mixture).improve(mixture, steps);
  }

  /** Of all there is. */
  Refinement refinement(Mixture mixture) {
    List<Parameter> parameters =
        Refinement.parameters(
            mixture, true, Refinement.all(mixture), options.mostStrain(), options.anisotropic());
    return new Refinement(fit, parameters, priorWeight(mixture));
  }

  /** How many numbers a mixture has beside scales and background. */
  int parameters(Mixture mixture) {
    return mixture.phases().isEmpty() ? 0 : refinement(mixture).size();
  }

  /**
   * Other candidates in the place of a phase, each refined a little: those that explain at least
   * {@value #NEARLY} of what the phase explains, treated the same way.
   */
  List<IdentifiedPhase.Alternative> alternatives(Mixture mixture, int index) {
    Mixture others = mixture.without(fit, index);
    List<PeakScore.Match> matches = matches(others);
    PhaseLines own = mixture.phases().get(index).lines();
    List<PeakScore.Match> likely =
        matches.stream().limit(TRIALS).filter(match -> match.lines() != own).toList();
    double gain = others.squares() - mixture.squares();
    List<IdentifiedPhase.Alternative> alternatives = new ArrayList<>();
    for (PeakScore.Match match : likely) {
      progress.check();
      Mixture tried = trial(others, match).mixture();
      double score = (others.squares() - tried.squares()) / gain;
      if (score > NEARLY) {
        PhaseState state = tried.phases().get(tried.phases().size() - 1);
        alternatives.add(
            new IdentifiedPhase.Alternative(
                match.lines().candidate(), score, 100 * state.strain()));
      }
    }
    alternatives.sort(Comparator.comparingDouble(a -> -a.score()));
    return alternatives;
  }

  double priorWeight(Mixture mixture) {
    return Math.max(1, mixture.squares() / independent());
  }

  /**
   * With preferred orientation of those phases where one direction explains clearly more, each the
   * best of its directions.
   */
  Mixture textured(Mixture mixture) {
    Mixture best = mixture;
    for (int phase = 0; phase < mixture.phases().size(); phase++) {
      progress.check();
      Mixture tried = textured(best, phase);
      if (gain(tried, best) > TEXTURE_EVIDENCE * options.evidence() * Math.log(independent())) {
        best = refined(tried, STEPS);
      }
    }
    return best;
  }

  private Mixture textured(Mixture mixture, int phase) {
    PhaseState plain = mixture.phases().get(phase);
    Mixture best = mixture;
    for (int direction = 0;
        direction < plain.lines().texturing().directions().size();
        direction++) {
      PhaseState turned = plain.withDirection(direction);
      Mixture begun = mixture.with(fit, phase, turned);
      List<Parameter> parameters = List.of(Parameter.texture(turned, phase));
      Mixture tried =
          new Refinement(fit, parameters, priorWeight(mixture)).improve(begun, TRIAL_STEPS);
      if (tried.squares() < best.squares()) {
        best = tried;
      }
    }
    return best;
  }

  /**
   * Whether the larger mixture explains so much more that chance is no reason: Schwarz's criterion,
   * and twice the logarithm of the number of candidates for each phase, among which it was sought
   * (Chen and Chen, Biometrika 95, 759 (2008), 10.1093/biomet/asn034, γ = 1).
   */
  boolean worth(Mixture larger, Mixture smaller) {
    int phasesMore = larger.phases().size() - smaller.phases().size();
    int more = numbers(larger) - numbers(smaller);
    double needed =
        more * Math.log(independent()) + 2 * phasesMore * Math.log(Math.max(1, peaks.size()));
    return gain(larger, smaller) > options.evidence() * needed;
  }

  /** Of the logarithm of likelihood, twice. */
  private double gain(Mixture larger, Mixture smaller) {
    return independent() * Math.log(smaller.squares() / larger.squares());
  }

  /** What phases have of their own: a scale, strains and two widths. */
  private static int numbers(Mixture mixture) {
    return mixture.phases().stream().mapToInt(phase -> 3 + phase.axes()).sum();
  }

  private Mixture eliminate(Mixture mixture) {
    Mixture kept = mixture;
    boolean gone = true;
    while (gone && kept.phases().size() > 1) {
      gone = false;
      // The newest has just been found worth it.
      for (int phase = 0; phase < kept.phases().size() - 1 && !gone; phase++) {
        Mixture fewer = kept.without(fit, phase);
        if (!worth(kept, fewer) || !worth(kept, refined(fewer, 2))) {
          kept = refined(fewer, STEPS);
          gone = true;
        }
      }
    }
    return kept;
  }
}
