package org.suiseki.study.coreloss;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.suiseki.explain.ApplicabilityDomain;
import org.suiseki.explain.NearestNeighbours;
import org.suiseki.explain.Neighbours;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Estimator;
import org.suiseki.learn.MeanBaseline;
import org.suiseki.learn.Model;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Ridge;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.MlpEnsemble;
import org.suiseki.learn.nn.MlpOptions;
import org.suiseki.learn.nn.MlpRegressor;
import org.suiseki.learn.nn.Torch;
import org.suiseki.study.Job;
import org.suiseki.study.Numbers;
import org.suiseki.study.OutOfFold;
import org.suiseki.study.Provenance;
import org.suiseki.study.Recipe;
import org.suiseki.study.ReportPage;
import org.suiseki.study.RunFolder;
import org.suiseki.study.StageProgress;
import org.suiseki.study.Study;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One run of a core-loss study: baselines and networks on every set of features under both splits,
 * then trust, relevance and robustness of the spectrum network, then the models, the files and the
 * report.
 */
final class CoreLossJob implements Job {
  private static final int NEIGHBOURS = 6;

  /** Keeps the empty parts of spectra from ruling ridge regression. */
  private static final double QUIET = 0.1;

  private static final String MORE = " All are in log.txt.";

  private final Study study;
  private final CoreLossOptions options;
  private final MoleculeSet set;
  private final List<MolecularProperty> unknown;

  /**
   * @param unknown properties that the molecules give too seldom to be learned
   */
  CoreLossJob(
      Study study, CoreLossOptions options, MoleculeSet set, List<MolecularProperty> unknown) {
    this.study = study;
    this.options = options;
    this.set = set;
    this.unknown = List.copyOf(unknown);
  }

  @Override
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (!set.refused().isEmpty()) {
      MoleculeSet.Refused first = set.refused().get(0);
      notices.add(
          (set.refused().size() == 1
                  ? "One row of the data is left out, "
                  : set.refused().size() + " rows of the data are left out, ")
              + set.size()
              + " are used. The first: "
              + first.id()
              + ": "
              + first.reason()
              + MORE);
    }
    if (!unknown.isEmpty()) {
      notices.add(
          "Left out, because too few molecules (or only equal ones) give them: "
              + unknown.stream().map(MolecularProperty::name).collect(Collectors.joining(", "))
              + ".");
    }
    if (!set.warnings().isEmpty()) {
      notices.add(
          "Remarks on the data: "
              + set.warnings().size()
              + ". The first: "
              + set.warnings().get(0)
              + MORE);
    }
    return notices;
  }

  @Override
  public Recipe recipe() {
    return new Recipe(options.seed(), options.toJson(), set.origin().sha256());
  }

  @Override
  public Path run(RunFolder folder, Progress progress) {
    folder.software("libtorch", Torch.version());
    set.refused().forEach(one -> folder.log("left out " + one.id() + ": " + one.reason()));
    set.warnings().forEach(folder::log);
    Scores scores = new Scores(set, options.properties());
    Map<FeatureSet, NetworkFolds> networks = new EnumMap<>(FeatureSet.class);
    for (SplitKind split : SplitKind.values()) {
      for (FeatureSet features : FeatureSet.values()) {
        baselines(folder, progress, scores, split, features);
        NetworkFolds folds = network(folder, progress, scores, split, features);
        if (split == SplitKind.RANDOM) {
          networks.put(features, folds);
        }
      }
    }
    NetworkFolds spectrum = Objects.requireNonNull(networks.get(FeatureSet.SPECTRUM));
    RunResults results =
        new RunResults(
            options,
            set,
            scores,
            verdicts(scores),
            trust(folder, progress, scores),
            relevance(folder, progress, spectrum),
            robustness(folder, progress, spectrum),
            save(folder, progress, scores, networks));
    progress.check();
    double seconds = Provenance.seconds(folder.manifest());
    ResultFiles.write(results, folder, study.name(), seconds);
    Path report = folder.path("report.html");
    ObjectNode provenance = ReportData.provenance(results, folder.manifest());
    new ReportPage().write(report, new ReportData(results).json(study.title(), provenance));
    return report;
  }

  /** What takes long, in the order in which it is done. */
  private List<String> longStages() {
    List<String> stages = new ArrayList<>();
    for (SplitKind split : SplitKind.values()) {
      for (FeatureSet features : FeatureSet.values()) {
        String stage = split.text() + "." + features.text() + ".";
        Scores.BASELINES.forEach(baseline -> stages.add(stage + baseline));
        if (options.candidates().size() > 1) {
          stages.add(stage + "tuning");
        }
        stages.add(stage + "network");
      }
    }
    stages.addAll(List.of("relevance", "robustness", "model", "model-with-ratios"));
    return stages;
  }

  /** Under the name of the stage, with its place among all. */
  private Progress shown(Progress progress, String stage) {
    List<String> stages = longStages();
    return new StageProgress(
        progress, (stages.indexOf(stage) + 1) + "/" + stages.size() + " " + stage);
  }

  private void baselines(
      RunFolder folder, Progress progress, Scores scores, SplitKind split, FeatureSet features) {
    List<Estimator<?>> estimators =
        List.of(
            new MeanBaseline(),
            new Ridge().withFloor(QUIET),
            options.trees().withThreads(options.threads()));
    for (int i = 0; i < estimators.size(); i++) {
      String name = Scores.BASELINES.get(i);
      Estimator<? extends Model> estimator = estimators.get(i);
      String stage = split.text() + "." + features.text() + "." + name;
      OutOfFold said =
          folder.stage(
              stage,
              OutOfFold.class,
              () -> {
                Dataset data = set.dataset(features, options.preprocessing());
                List<Split> splits = split.outer(set, options.folds(), options.seed());
                List<? extends Model> models =
                    estimator.fitAll(data, splits, shown(progress, stage));
                return OutOfFold.of(models, splits, data.inputs());
              });
      scores.add(split, features, name, said);
    }
  }

  private NetworkFolds network(
      RunFolder folder, Progress progress, Scores scores, SplitKind split, FeatureSet features) {
    Dataset data = set.dataset(features, options.preprocessing());
    List<Split> splits = split.outer(set, options.folds(), options.seed());
    String stage = split.text() + "." + features.text();
    int[] choice =
        folder.stage(
            stage + ".tuning",
            int[].class,
            () -> {
              List<List<Split>> inner =
                  splits.stream()
                      .map(one -> split.inner(set, one, options.innerFolds(), options.seed()))
                      .toList();
              return NetworkFolds.choose(
                  data,
                  inner,
                  options.candidates(),
                  options.threads(),
                  shown(progress, stage + ".tuning"));
            });
    NetworkFolds folds =
        new NetworkFolds(data, splits, options.candidates(), choice, options.threads());
    OutOfFold said =
        folder.stage(
            stage + ".network",
            OutOfFold.class,
            () ->
                OutOfFold.of(
                    folds.models(shown(progress, stage + ".network")), splits, data.inputs()));
    scores.add(split, features, Scores.NETWORK, said);
    return folds;
  }

  private Sample sample() {
    return Sample.of(set.size(), options.drawn());
  }

  private List<Verdict> verdicts(Scores scores) {
    return IntStream.range(0, options.properties().size())
        .mapToObj(i -> Verdict.of(options.properties().get(i), i, scores))
        .toList();
  }

  private Map<SplitKind, Map<FeatureSet, Trust>> trust(
      RunFolder folder, Progress progress, Scores scores) {
    Map<SplitKind, Map<FeatureSet, Trust>> trust = new EnumMap<>(SplitKind.class);
    for (SplitKind split : SplitKind.values()) {
      trust.put(split, new EnumMap<>(FeatureSet.class));
      for (FeatureSet features : FeatureSet.values()) {
        progress.check();
        trust
            .get(split)
            .put(
                features,
                folder.stage(
                    split.text() + "." + features.text() + ".trust",
                    Trust.class,
                    () ->
                        Trust.of(
                            scores.predictions(split, features, Scores.NETWORK),
                            set.targets(),
                            set.inputs(features, options.preprocessing()),
                            split.outer(set, options.folds(), options.seed()))));
      }
    }
    return trust;
  }

  private SpectrumRelevance relevance(RunFolder folder, Progress progress, NetworkFolds spectrum) {
    return folder.stage(
        "relevance",
        SpectrumRelevance.class,
        () ->
            SpectrumRelevance.of(
                spectrum.models(shown(progress, "relevance")),
                spectrum.splits(),
                set.inputs(FeatureSet.SPECTRUM, options.preprocessing()),
                sample(),
                options,
                shown(progress, "relevance")));
  }

  private Robustness robustness(RunFolder folder, Progress progress, NetworkFolds spectrum) {
    return folder.stage(
        "robustness",
        Robustness.class,
        () -> Robustness.of(set, spectrum, options, shown(progress, "robustness")));
  }

  /**
   * Trains on all molecules and saves; the figures that go with a model are those of the random
   * split.
   *
   * @return the nearest molecules by the hidden layer of the model that reads the spectrum alone
   */
  private Neighbours save(
      RunFolder folder, Progress progress, Scores scores, Map<FeatureSet, NetworkFolds> networks) {
    return folder.stage(
        "models",
        Neighbours.class,
        () -> {
          MlpEnsemble alone =
              save(folder, progress, scores, networks, FeatureSet.SPECTRUM, "model");
          save(folder, progress, scores, networks, FeatureSet.BOTH, "model-with-ratios");
          Table inputs = set.inputs(FeatureSet.SPECTRUM, options.preprocessing());
          double[][] hidden = alone.features(inputs.selectRows(sample().rows()));
          return NearestNeighbours.scaled(hidden).among(Math.min(NEIGHBOURS, hidden.length - 1));
        });
  }

  private MlpEnsemble save(
      RunFolder folder,
      Progress progress,
      Scores scores,
      Map<FeatureSet, NetworkFolds> networks,
      FeatureSet features,
      String name) {
    Dataset data = set.dataset(features, options.preprocessing());
    int[] all = IntStream.range(0, set.size()).toArray();
    MlpOptions chosen = Objects.requireNonNull(networks.get(features)).favourite();
    MlpEnsemble model =
        new MlpRegressor(chosen, options.threads())
            .fit(data, new Split(all, new int[0], new int[0]), shown(progress, name));
    OutOfFold said = scores.predictions(SplitKind.RANDOM, features, Scores.NETWORK);
    new CoreLossModel(
            model,
            features,
            options.preprocessing(),
            features == FeatureSet.SPECTRUM ? List.of() : set.ratioElements(),
            Trust.forAll(said, set.targets()),
            ApplicabilityDomain.fit(data.inputs(), ApplicabilityDomain.Options.defaults()))
        .save(folder.path(name + ".suiseki"), training(chosen), metrics(scores, features));
    return model;
  }

  private ObjectNode training(MlpOptions chosen) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("study", study.name()).put("source", set.origin().source());
    json.put("licence", set.origin().licence()).put("data_sha256", set.origin().sha256());
    json.put("rows", set.size()).put("seed", options.seed());
    json.put("split", "all rows; metrics from " + options.folds() + " random folds");
    json.set("network", CoreLossOptions.network(chosen));
    return json;
  }

  private ObjectNode metrics(Scores scores, FeatureSet features) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (MolecularProperty property : options.properties()) {
      for (SplitKind split : SplitKind.values()) {
        Score score = scores.score(property, features, Scores.NETWORK, split);
        ObjectNode one = json.withObject("/" + property.name()).putObject(split.text());
        Numbers.put(one, "r2", score.r2());
        Numbers.put(one, "mae", score.metrics().mae());
        Numbers.put(one, "rmse", score.metrics().rmse());
      }
    }
    return json;
  }
}
