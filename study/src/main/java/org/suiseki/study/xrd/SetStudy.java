package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.suiseki.explain.Recalibration;
import org.suiseki.explain.Residuals;
import org.suiseki.explain.latent.LatentAnswer;
import org.suiseki.explain.latent.PeakMasking;
import org.suiseki.explain.latent.PeakRelevance;
import org.suiseki.explain.latent.PeakWindows;
import org.suiseki.explain.latent.RelevanceOptions;
import org.suiseki.learn.Column;
import org.suiseki.learn.GaussianProcess;
import org.suiseki.learn.GaussianProcessModel;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Quantile;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.study.RunFolder;
import org.suiseki.study.StageProgress;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The way of one set through a study: spaces are tried on held-out compositions, the best become
 * the map and the wide space, concentrations are read from them, peaks are masked, and the line
 * between two compositions is walked.
 */
final class SetStudy {
  private static final String PCA = "pca";

  /** What is told where relevance is left out. */
  static final String NO_PEAK =
      "No peak stands above the noise of the mean pattern, so none is asked for its relevance.";

  /** Of held-out rows, so many are nearer to their reconstruction than the border. */
  private static final double INSIDE = 0.99;

  private final PreparedSet prepared;
  private final XrdOptions options;
  private final List<SpaceCandidate> candidates;
  private final RunFolder folder;
  private final Progress progress;
  private final SpaceTrials trials;

  /**
   * @param candidates that are tried, a baseline among them
   */
  SetStudy(
      PreparedSet prepared,
      XrdOptions options,
      List<SpaceCandidate> candidates,
      RunFolder folder,
      Progress progress) {
    this.prepared = prepared;
    this.options = options;
    this.candidates = candidates;
    this.folder = folder;
    this.progress = progress;
    this.trials = new SpaceTrials(prepared, options);
  }

  /**
   * @param file of the model, in the run folder
   */
  SetResults run(String file) {
    List<SpaceScore> spaces = new ArrayList<>();
    for (SpaceCandidate candidate : candidates) {
      spaces.add(trial(candidate, XrdOptions.MAP));
    }
    int map = best(spaces, 0, space -> !space.baseline());
    int[] sizes = prepared.possible(options.wide());
    spaces.add(trial(candidate(spaces.get(map).name()), sizes[0]));
    for (int size : sizes) {
      spaces.add(trial(candidate(PCA), size));
    }
    int wide = best(spaces, candidates.size(), space -> true);
    List<Reading> readings = readings(spaces, spaces.get(map), spaces.get(wide));
    PeakWindows peaks = Peaks.of(prepared, options.mostPeaks());
    MapResult mapped = model(file, spaces, spaces.get(map), spaces.get(wide), readings, peaks);
    XrdModel model = XrdModel.load(folder.path(file));
    return new SetResults(
        prepared,
        spaces,
        map,
        wide,
        all(readings, model),
        ConcentrationScore.of(all(readings, model), targets()),
        model,
        mapped,
        peaks,
        relevance(model, peaks),
        findings(model, peaks),
        walks(spaces.get(map), spaces.get(wide), peaks),
        companion());
  }

  private SpaceCandidate candidate(String name) {
    return candidates.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** The one that leaves least of held-out patterns unexplained, baseline or not. */
  private static int best(List<SpaceScore> spaces, int from, Predicate<SpaceScore> among) {
    return IntStream.range(from, spaces.size())
        .filter(i -> among.test(spaces.get(i)))
        .boxed()
        .min(Comparator.comparingDouble(i -> spaces.get(i).unexplained()))
        .orElseThrow();
  }

  private String stage(String part) {
    return prepared.set().name() + "." + part;
  }

  private Progress shown(String part) {
    return new StageProgress(progress, stage(part));
  }

  private SpaceScore trial(SpaceCandidate candidate, int size) {
    progress.check();
    String part = "space." + candidate.name() + "-" + size;
    return folder.stage(
        stage(part), SpaceScore.class, () -> trials.judge(candidate, size, shown(part)));
  }

  private Table targets() {
    return prepared.targets().selectColumns(prepared.learnable());
  }

  private List<Reading> readings(List<SpaceScore> spaces, SpaceScore map, SpaceScore wide) {
    if (prepared.learnable().length == 0) {
      return List.of();
    }
    List<SpaceScore> others =
        spaces.stream()
            .filter(one ->
                one != map && one != wide && (one.name().equals(PCA) || one.size() > map.size()))
            .toList();
    Reading[] readings =
        folder.stage(
            stage("concentration"),
            Reading[].class,
            () ->
                new Readings(prepared, options.seed())
                    .of(map, wide, others, shown("concentration"))
                    .toArray(Reading[]::new));
    return List.of(readings);
  }

  /** Those and the readings of the saved model with one composition left out at a time. */
  private List<Reading> all(List<Reading> readings, XrdModel model) {
    if (readings.isEmpty()) {
      return readings;
    }
    List<Reading> all = new ArrayList<>(readings);
    all.add(new Readings(prepared, options.seed()).leftOut(model.concentrations().get(0)));
    return all;
  }

  private Companion companion() {
    progress.check();
    return folder.stage(
        stage("companion"),
        Companion.class,
        () -> Companion.of(prepared, options.threads(), shown("companion")));
  }

  private MapResult model(
      String file,
      List<SpaceScore> spaces,
      SpaceScore map,
      SpaceScore wide,
      List<Reading> readings,
      PeakWindows peaks) {
    return folder.stage(
        stage("model"),
        MapResult.class,
        () -> {
          SpaceCandidate chosen = candidate(map.name());
          List<LatentModel> seeds = trials.seeds(chosen, map.size(), options.seeds(), shown("map"));
          MapMaker.Made made = new MapMaker(prepared, options.neighbours()).of(seeds);
          LatentModel large =
              trials.seeds(candidate(wide.name()), wide.size(), 1, shown("wide")).get(0);
          XrdModel model = model(made, large, readings, peaks, border(wide));
          model.save(folder.path(file), training(), metrics(spaces, readings));
          if (peaks.peaks() > 0) {
            folder.stage(
                stage("findings"),
                SeedFindings.class,
                () ->
                    SeedFindings.of(made.seeds(), space -> relevance(space, List.of(), peaks, 0)));
          }
          return made.result();
        });
  }

  private XrdModel model(
      MapMaker.Made made,
      LatentModel wide,
      List<Reading> readings,
      PeakWindows peaks,
      double border) {
    double[][] points = wide.encode(prepared.rows());
    List<GaussianProcessModel> concentrations =
        readings.isEmpty()
            ? List.of()
            : List.of(
                new GaussianProcess(options.seed())
                    .withSeparateLengths(false)
                    .withTrend(true)
                    .fit(
                        prepared.dataset(Coordinates.table(points)),
                        prepared.whole(),
                        shown("concentrations")));
    PatternSet set = prepared.set();
    int[] learnable = prepared.learnable();
    return new XrdModel(
        set.title(),
        prepared.preprocessing(),
        set.wavelength(),
        made.space(),
        wide,
        concentrations,
        recalibrations(readings),
        new KnownSamples(
            set.patterns().stream().map(Pattern::id).toList(),
            set.patterns().stream().map(Pattern::family).toList(),
            set.patterns().stream()
                .map(pattern -> IntStream.of(learnable).mapToDouble(i -> pattern.values()[i]))
                .map(values -> values.toArray())
                .toArray(double[][]::new),
            made.result().points(),
            points),
        peaks,
        prepared.rows(),
        border);
  }

  /** What the process says of its own error, mended by what was seen on held-out compositions. */
  private List<Recalibration> recalibrations(List<Reading> readings) {
    if (readings.isEmpty()) {
      return List.of();
    }
    Reading wide = Readings.named(readings, Readings.WIDE);
    List<Recalibration> recalibrations = new ArrayList<>();
    for (int property = 0; property < targets().width(); property++) {
      double[] truth = targets().column(property);
      double[] said = wide.said().mean(property);
      double[] deviation = wide.said().deviation(property);
      int[] known =
          IntStream.range(0, truth.length).filter(row -> Double.isFinite(truth[row])).toArray();
      recalibrations.add(
          Recalibration.fit(
              new Residuals(
                  IntStream.of(known).mapToDouble(row -> said[row] - truth[row]).toArray(),
                  IntStream.of(known).mapToDouble(row -> deviation[row]).toArray())));
    }
    return recalibrations;
  }

  /** Distances of held-out rows from what their fold's space makes of them. */
  private double border(SpaceScore wide) {
    List<LatentModel> models = trials.models(candidate(wide.name()), wide.size(), shown("border"));
    List<Double> distances = new ArrayList<>();
    for (int fold = 0; fold < models.size(); fold++) {
      Split split = prepared.splits().get(fold);
      Table test = prepared.rows().selectRows(split.test());
      for (double distance : Reconstruction.distances(models.get(fold), test)) {
        distances.add(distance);
      }
    }
    return Quantile.of(distances.stream().mapToDouble(Double::doubleValue).toArray(), INSIDE);
  }

  private ObjectNode training() {
    PatternSet set = prepared.set();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("set", set.name()).put("source", set.origin().source());
    json.put("licence", set.origin().licence()).put("sha256", set.origin().sha256());
    json.put("patterns", set.size()).put("seed", options.seed());
    return json.put("folds", prepared.splits().size());
  }

  private ObjectNode metrics(List<SpaceScore> spaces, List<Reading> readings) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode unexplained = json.putObject("unexplained");
    spaces.forEach(one -> unexplained.put(one.name() + "-" + one.size(), one.unexplained()));
    List<Column> properties = targets().columns();
    for (ConcentrationScore score : ConcentrationScore.of(readings, targets())) {
      if (score.reading().equals(Readings.WIDE)) {
        json.withObject("/mae").put(properties.get(score.property()).toString(), score.mae());
      }
    }
    return json;
  }

  private PeakRelevance relevance(XrdModel model, PeakWindows peaks) {
    progress.check();
    if (peaks.peaks() == 0) {
      folder.log(prepared.set().name() + ": " + NO_PEAK);
      return withoutPeaks(model);
    }
    return folder.stage(
        stage("relevance"),
        PeakRelevance.class,
        () ->
            relevance(
                model.map(),
                model.concentrations().stream()
                    .map(one -> LatentAnswer.of(model.wide(), one))
                    .toList(),
                peaks,
                options.pairedPeaks()));
  }

  private PeakRelevance relevance(
      LatentModel space, List<LatentAnswer> answers, PeakWindows peaks, int paired) {
    return new RelevanceOptions(
            PeakMasking.standard(), prepared.preprocessing().intensity(), paired)
        .explain(
            space,
            prepared.rows(),
            prepared.preprocessing().axis(),
            peaks,
            answers,
            shown("relevance"));
  }

  /**
   * As the model's stage made them of all seeds; if its file was deleted, of the kept map alone.
   */
  private SeedFindings findings(XrdModel model, PeakWindows peaks) {
    return peaks.peaks() == 0
        ? new SeedFindings(0, Map.of())
        : folder.stage(
            stage("findings"),
            SeedFindings.class,
            () ->
                SeedFindings.of(
                    List.of(model.map()), space -> relevance(space, List.of(), peaks, 0)));
  }

  private PeakRelevance withoutPeaks(XrdModel model) {
    double[][] nothing = new double[prepared.size()][0];
    double[][][] none = new double[prepared.size()][0][];
    return new PeakRelevance(
        1,
        model.properties(),
        List.of(),
        List.of(),
        Double.NaN,
        Double.NaN,
        model.samples().map(),
        none,
        none,
        none,
        none,
        none,
        nothing,
        List.of());
  }

  private WalkResult walks(SpaceScore map, SpaceScore wide, PeakWindows peaks) {
    progress.check();
    return folder.stage(
        stage("walks"),
        WalkResult.class,
        () ->
            new Walks(prepared, options)
                .of(
                    trials.models(candidate(map.name()), map.size(), shown("walks")),
                    trials.models(candidate(wide.name()), wide.size(), shown("walks")),
                    peaks,
                    shown("walks")));
  }
}
