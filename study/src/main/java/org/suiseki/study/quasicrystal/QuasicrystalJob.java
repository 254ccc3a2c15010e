package org.suiseki.study.quasicrystal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.describe.MaterialKind;
import org.suiseki.describe.MaterialText;
import org.suiseki.learn.ClassEnsemble;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.Torch;
import org.suiseki.library.DescribedMaterials;
import org.suiseki.library.MaterialClassModel;
import org.suiseki.library.TrainingRange;
import org.suiseki.matter.Element;
import org.suiseki.matter.ElementTable;
import org.suiseki.study.Job;
import org.suiseki.study.Provenance;
import org.suiseki.study.Recipe;
import org.suiseki.study.ReportPage;
import org.suiseki.study.RunFolder;
import org.suiseki.study.StageProgress;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One run: every split, then the model of all rows, the maps, the files and the report. */
final class QuasicrystalJob implements Job {
  private static final String MODEL_FILE = "model.suiseki";

  private final Study study;
  private final QuasicrystalOptions options;
  private final LabelledFormulas set;

  QuasicrystalJob(Study study, QuasicrystalOptions options, LabelledFormulas set) {
    this.study = study;
    this.options = options;
    this.set = set;
  }

  /** The maps that one model drew, with the names of the candidates in it. */
  private record Mapped(List<String> chosen, List<SystemMap> maps) {}

  @Override
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (!set.refused().isEmpty()) {
      notices.add(
          set.refused().size()
              + " rows of the data are left out, "
              + set.size()
              + " are used. The first: "
              + set.refused().get(0).id()
              + ": "
              + set.refused().get(0).reason());
    }
    if (set.embedded()) {
      notices.add(
          "This is the small example that ships with Suiseki. How to get the published data stands"
              + " in the report and in docs/quasicrystals.md.");
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
    DescribedMaterials described = described();
    int[] columns = described.completeColumns();
    Table inputs = described.table().selectColumns(columns);
    List<SplitResult> results = new ArrayList<>();
    for (SplitKind.Planned planned : SplitKind.all(set, options)) {
      results.add(
          folder.stage(
              planned.stage(),
              SplitResult.class,
              () ->
                  SplitResult.of(planned, inputs, set, options, shown(progress, planned.stage()))));
    }
    Mapped model =
        folder.stage("model", Mapped.class, () -> model(folder, inputs, columns, progress));
    RunResults found = new RunResults(options, set, results, model.maps(), model.chosen());
    progress.check();
    double seconds = Provenance.seconds(folder.manifest());
    ResultFiles.write(found, folder, study.name(), seconds);
    Path report = folder.path("report.html");
    ObjectNode provenance =
        Provenance.of(
            folder.manifest(),
            options.seed(),
            options.quick(),
            set.origin(),
            "compositions",
            set.size(),
            set.refused());
    new ReportPage().write(report, new FindingsPage(found).of(study.title(), provenance).json());
    return report;
  }

  /** Under the name of the stage, with its place among all. */
  private Progress shown(Progress progress, String stage) {
    List<String> stages = new ArrayList<>();
    SplitKind.all(set, options).forEach(planned -> stages.add(planned.stage()));
    stages.add("model");
    return new StageProgress(
        progress, (stages.indexOf(stage) + 1) + "/" + stages.size() + " " + stage);
  }

  private DescribedMaterials described() {
    DescribedMaterials described =
        DescribedMaterials.of(
            MaterialText.descriptor(
                MaterialKind.COMPOSITION,
                options.features(),
                options.elements().orElseGet(ElementTable::standard)),
            set.formulas());
    if (!described.refused().isEmpty()) {
      DescribedMaterials.Refused first = described.refused().get(0);
      throw new StudyException(
          described.refused().size()
              + " compositions cannot be described; the first, "
              + first.text()
              + ": "
              + first.reason(),
          "Let missing values be filled in (missing=impute in features), or leave the rows out.");
    }
    return described;
  }

  /** Trains on all rows, saves the model and maps the systems with it. */
  private Mapped model(RunFolder folder, Table inputs, int[] columns, Progress progress) {
    int[] all = IntStream.range(0, set.size()).toArray();
    NestedTraining.Trained trained =
        train(inputs, new Split(all, new int[0], new int[0]), shown(progress, "model"));
    MaterialClassModel model =
        new MaterialClassModel(
            MaterialKind.COMPOSITION,
            options.features(),
            options.elements(),
            columns,
            TrainingRange.of(inputs, all),
            trained.ensemble());
    ModelArchive.save(
        model.toStored().with("training", training(trained)).with("software", software()),
        folder.path(MODEL_FILE));
    List<SystemMap> maps = new ArrayList<>();
    for (List<Element> system : options.systems()) {
      maps.add(SystemMap.of(system, false, trained.ensemble(), columns, set, inputs, options));
    }
    if (options.unseen()) {
      maps.addAll(unseen(inputs, columns, trained, shown(progress, "model")));
    }
    return new Mapped(trained.chosen(), maps);
  }

  /** Each system by models that saw no row of it; none where the data have no rare row of it. */
  private List<SystemMap> unseen(
      Table inputs, int[] columns, NestedTraining.Trained trained, Progress progress) {
    List<SystemMap> maps = new ArrayList<>();
    for (List<Element> system : options.systems()) {
      Split split = SystemMap.without(system, set);
      if (Arrays.stream(split.test()).anyMatch(row -> set.labels().of()[row] > 0)) {
        ClassEnsemble model = nested(inputs).retrain(trained, split, progress);
        maps.add(SystemMap.of(system, true, model, columns, set, inputs, options));
      }
    }
    return maps;
  }

  private NestedTraining.Trained train(Table inputs, Split split, Progress progress) {
    return nested(inputs).train(split, false, false, progress);
  }

  private NestedTraining nested(Table inputs) {
    return new NestedTraining(inputs, set.labels(), set.systems(), options);
  }

  private ObjectNode training(NestedTraining.Trained trained) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("study", study.name()).put("source", set.origin().source());
    json.put("licence", set.origin().licence()).put("data_sha256", set.origin().sha256());
    json.put("rows", set.size()).put("seed", options.seed());
    json.put("split", "all rows; the figures of held-out rows stand in metrics.json");
    trained.chosen().forEach(json.withArray("candidates")::add);
    return json.put("inner_log_loss", trained.logLoss());
  }

  private static ObjectNode software() {
    return Provenance.software(Torch.version());
  }
}
