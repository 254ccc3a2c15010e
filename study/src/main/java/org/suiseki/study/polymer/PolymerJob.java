package org.suiseki.study.polymer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;
import org.suiseki.learn.Metric;
import org.suiseki.learn.Metrics;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.Torch;
import org.suiseki.learn.transfer.Head;
import org.suiseki.learn.transfer.Representation;
import org.suiseki.learn.transfer.Shotgun;
import org.suiseki.learn.transfer.ShotgunResult;
import org.suiseki.learn.transfer.Source;
import org.suiseki.learn.transfer.TransferModel;
import org.suiseki.learn.transfer.TransferTask;
import org.suiseki.matter.RepeatUnit;
import org.suiseki.study.Job;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Recipe;
import org.suiseki.study.RunFolder;
import org.suiseki.study.Study;

/** One run of a study of the thermal conductivity of polymers. */
final class PolymerJob implements Job {
  private static final int CHECKED = 20;
  private static final int REPEATS = 2;
  private static final int FLIPS = 2000;
  private static final double LEVEL = 0.9;

  private final Study study;
  private final PolymerData data;
  private final PolymerOptions options;
  private final UnitFeatures features;
  private final Described described;
  private final KnownMaterials pool;
  private final List<String> units;
  private final double[] target;
  private final Table own;
  private Optional<List<SourceModel>> trained = Optional.empty();

  PolymerJob(Study study, PolymerData data, PolymerOptions asked) {
    this.study = study;
    this.data = data;
    this.options = asked.within(Math.min(asked.pool(), data.target().size()));
    if (options.sizes().length == 0) {
      throw study
          .options()
          .wrong(
              "target",
              data.target().size() + " polymers have a conductivity; no training set fits.",
              "Give more polymers, or a smaller size under learning_curve.sizes.");
    }
    this.features = new UnitFeatures(options.bits());
    this.described = new Described(features);
    int[] chosen = Arrays.copyOf(Dealt.of(data.target().size(), options.seed()), options.pool());
    this.pool = PolymerData.rows(data.target(), chosen);
    this.units = List.copyOf(pool.materials());
    this.target = Arrays.stream(pool.values()).mapToDouble(row -> row[0]).toArray();
    this.own = features.of(MaterialKind.POLYMER, units);
    described.hold(units, own);
  }

  @Override
  public Recipe recipe() {
    List<String> files = new ArrayList<>();
    data.sources().forEach(one -> files.add(one.name()));
    files.add(data.candidatesAre());
    return new Recipe(options.seed(), options.toJson(files), data.origin().sha256());
  }

  @Override
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (data.embedded()) {
      notices.add(
          "The example is 88 common polymers from memory of handbooks; docs/"
              + "polymer-thermal-conductivity.md says how to get the real data.");
    }
    if (!data.missing().isEmpty()) {
      notices.add("Not found, and done without: " + String.join(", ", data.missing()) + ".");
    }
    if (!data.refused().isEmpty()) {
      PredictionTable.Refused first = data.refused().get(0);
      notices.add(
          data.refused().size()
              + " rows are left out. The first: "
              + first.id()
              + ": "
              + first.reason());
    }
    return notices;
  }

  @Override
  public Path run(RunFolder folder, Progress progress) {
    folder.software("libtorch", Torch.version());
    data.refused().forEach(one -> folder.log("left out " + one.id() + ": " + one.reason()));
    SourceModel.Learned[] learned =
        folder.stage(
            "sources",
            SourceModel.Learned[].class,
            () ->
                sources(progress).stream()
                    .map(SourceModel::learned)
                    .toArray(SourceModel.Learned[]::new));
    double[] ceiling = folder.stage("ceiling", double[].class, () -> ceiling(progress));
    CurvePoint[] curve = folder.stage("learning-curves", CurvePoint[].class, () -> curve(progress));
    ShotgunResult trial =
        folder.stage(
            "transfer",
            ShotgunResult.class,
            () -> shotgun().run(task(), asSources(progress), progress));
    TransferVerdict verdict = TransferVerdict.of(trial, trained());
    Reference reference = reference();
    Last last = folder.stage("screening", Last.class, () -> last(reference, trial, progress));
    PolymerResults results =
        new PolymerResults(
            pool.size(),
            List.of(learned),
            ceiling,
            List.of(curve),
            verdict,
            List.of(last.ways()),
            last.check(),
            last.screened(),
            reference.leastLike(),
            reference.hardest());
    PolymerFiles.write(results, folder, study.name(), options);
    return PolymerReport.write(study, results, data, options, folder);
  }

  /** What the last stage leaves. */
  private record Last(String[] ways, HeldOutCheck check, Screened screened) {}

  private List<SourceModel> sources(Progress progress) {
    if (trained.isEmpty()) {
      SourceTraining training =
          new SourceTraining(options, features, new HashSet<>(pool.canonical()), described);
      List<SourceModel> all = new ArrayList<>();
      for (KnownMaterials set : data.sources()) {
        all.addAll(training.of(set, progress));
      }
      if (all.isEmpty()) {
        throw study
            .options()
            .wrong(
                "sources",
                "No property is known of 20 materials or more outside the pool.",
                "Give more materials, or lower target.pool.");
      }
      trained = Optional.of(List.copyOf(all));
    }
    return trained.get();
  }

  /** What all other conductivities would teach: no transfer comes near, or it would be odd. */
  private double[] ceiling(Progress progress) {
    List<SourceModel> one =
        new SourceTraining(options, features, new HashSet<>(pool.canonical()), described)
            .of(data.target(), progress);
    if (one.isEmpty()) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double[] said = one.get(0).source().represent(units).prediction();
    Metrics metrics = Metrics.of(target, said);
    return new double[] {metrics.mae(), metrics.r2()};
  }

  private CurvePoint[] curve(Progress progress) {
    List<SourceModel> sources = sources(progress);
    List<Representation> represented =
        sources.stream().map(one -> one.source().represent(units)).toList();
    Column column = pool.properties().get(0);
    return new LearningCurves(target, column, own, sources, represented, options)
        .run(progress)
        .toArray(CurvePoint[]::new);
  }

  /** The polymers the model of the screening learns from: the first of the pool, or all. */
  private int trained() {
    return pool.size() - options.trained() < CHECKED ? pool.size() : options.trained();
  }

  private TransferTask task() {
    int[] rows = IntStream.range(0, trained()).toArray();
    List<String> materials = List.copyOf(units.subList(0, rows.length));
    Table inputs = own.selectRows(rows);
    described.hold(materials, inputs);
    return new TransferTask(
        materials.stream().map(unit -> pool.ids().get(materials.indexOf(unit))).toList(),
        materials,
        pool.canonical().subList(0, rows.length),
        pool.properties().get(0),
        Arrays.copyOf(target, rows.length),
        inputs,
        data.origin());
  }

  private Shotgun shotgun() {
    return new Shotgun(
        Head.standard(options.seed()),
        Head.standard(options.seed()),
        5,
        5,
        REPEATS,
        FLIPS,
        options.threads(),
        options.seed());
  }

  private List<Source> asSources(Progress progress) {
    return sources(progress).stream().map(SourceModel::source).toList();
  }

  private Last last(Reference reference, ShotgunResult trial, Progress progress) {
    TransferModel model = shotgun().fit(task(), asSources(progress), trial, described, progress);
    String[] ways =
        model.ways().entrySet().stream()
            .map(way -> way.getKey() + ", " + way.getValue() + " of 5 folds")
            .toArray(String[]::new);
    double high = 1.5 * Arrays.stream(target).max().orElse(1);
    Set<String> known = data.knownPolymers();
    try (CandidateSource candidates = data.candidates().get()) {
      Screened screened =
          new Screening(model, described, features, reference, known, options)
              .run(candidates, 0, high, progress);
      return new Last(ways, check(model), screened);
    }
  }

  private HeldOutCheck check(TransferModel model) {
    int[] rows = IntStream.range(trained(), pool.size()).toArray();
    if (rows.length == 0) {
      double none = Double.NaN;
      double[] empty = {};
      return new HeldOutCheck(
          empty, empty, empty, empty, new String[0], none, none, none, none, none);
    }
    List<TransferModel.Answer> answers =
        model.predict(Arrays.stream(rows).mapToObj(units::get).toList(), LEVEL);
    double[] truth = Arrays.stream(rows).mapToDouble(row -> target[row]).toArray();
    double[] said = answers.stream().mapToDouble(TransferModel.Answer::value).toArray();
    double[] low = answers.stream().mapToDouble(TransferModel.Answer::low).toArray();
    double[] high = answers.stream().mapToDouble(TransferModel.Answer::high).toArray();
    Metrics metrics = Metrics.of(truth, said);
    int inside = 0;
    for (int i = 0; i < truth.length; i++) {
      inside += low[i] <= truth[i] && truth[i] <= high[i] ? 1 : 0;
    }
    return new HeldOutCheck(
        truth,
        said,
        low,
        high,
        Arrays.stream(rows).mapToObj(pool.ids()::get).toArray(String[]::new),
        metrics.mae(),
        metrics.r2(),
        Metric.SPEARMAN.of(truth, said),
        (double) inside / truth.length,
        found(truth, said));
  }

  private static double found(double[] truth, double[] said) {
    int tenth = Math.max(1, truth.length / 10);
    Set<Integer> best = new HashSet<>(top(truth, tenth));
    return (double) top(said, tenth).stream().filter(best::contains).count() / tenth;
  }

  private static List<Integer> top(double[] values, int count) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted((a, b) -> Double.compare(values[b], values[a]))
        .limit(count)
        .toList();
  }

  /** All polymers that are known of, conductivity or not. */
  private Reference reference() {
    List<String> all = new ArrayList<>(data.target().materials());
    Set<String> seen = new HashSet<>(data.target().canonical());
    for (KnownMaterials set : data.sources()) {
      for (int i = 0; i < set.size() && set.kind() == MaterialKind.POLYMER; i++) {
        if (seen.add(set.canonical().get(i))) {
          all.add(set.materials().get(i));
        }
      }
    }
    double[] heavy =
        all.stream().mapToDouble(unit -> RepeatUnit.parse(unit).heavyAtomCount()).toArray();
    return new Reference(
        features.of(MaterialKind.POLYMER, all), heavy, features.numbers(), options.accessible());
  }
}
