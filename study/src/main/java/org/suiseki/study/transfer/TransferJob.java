package org.suiseki.study.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suiseki.explain.ApplicabilityDomain;
import org.suiseki.learn.Progress;
import org.suiseki.learn.nn.Torch;
import org.suiseki.learn.transfer.Shotgun;
import org.suiseki.learn.transfer.ShotgunResult;
import org.suiseki.learn.transfer.Source;
import org.suiseki.learn.transfer.TailResult;
import org.suiseki.learn.transfer.TransferModel;
import org.suiseki.learn.transfer.TransferTask;
import org.suiseki.library.TargetScale;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.TextTable;
import org.suiseki.study.Job;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Provenance;
import org.suiseki.study.Recipe;
import org.suiseki.study.ReportPage;
import org.suiseki.study.RunFolder;
import org.suiseki.study.StageProgress;
import org.suiseki.study.Study;
import org.suiseki.study.findings.Findings;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One run: tries the sources, predicts candidates where some are given, and writes
 *
 * <pre>
 * summary.txt      the findings in a few lines
 * metrics.json     {study, property, materials, sources, within, beyond?, seconds}, see TransferJson
 * predictions.csv  id, material, truth, transfer, scratch: each row while it was held out
 * candidates.csv   material, value, low, high, domain: where candidates were given
 * report.html
 * </pre>
 *
 * All values are in the unit of the table, errors in that unit or, where the logarithm is learned,
 * in decades.
 */
final class TransferJob implements Job {
  private static final double LEVEL = 0.8;

  private final Study study;
  private final TransferOptions options;
  private final Descriptions.Described described;
  private final List<Source> sources;
  private final List<String> leftOut;

  TransferJob(
      Study study,
      TransferOptions options,
      Descriptions.Described described,
      List<Source> sources,
      List<String> leftOut) {
    this.study = study;
    this.options = options;
    this.described = described;
    this.sources = List.copyOf(sources);
    this.leftOut = List.copyOf(leftOut);
  }

  /**
   * A candidate.
   *
   * @param domain distance from the materials of the target, 1 at the border
   */
  record Candidate(String material, double value, double low, double high, double domain) {}

  /**
   * @param rows from the highest value down
   * @param refused that could not be read
   */
  record Candidates(List<Candidate> rows, List<PredictionTable.Refused> refused) {}

  @Override
  public Recipe recipe() {
    ObjectNode json = options.toJson();
    ArrayNode names = json.putArray("sources");
    sources.forEach(source -> names.add(source.name()));
    return new Recipe(options.seed(), json, task().origin().sha256());
  }

  @Override
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (!described.refused().isEmpty()) {
      PredictionTable.Refused first = described.refused().get(0);
      notices.add(
          described.refused().size() + " rows of the table are left out. The first, " + first.id()
              + ": " + first.reason());
    }
    if (!leftOut.isEmpty()) {
      notices.add(leftOut.size() + " models are left out. The first: " + leftOut.get(0));
    }
    return notices;
  }

  @Override
  public Path run(RunFolder folder, Progress progress) {
    folder.software("libtorch", Torch.version());
    Shotgun shotgun = options.shotgun();
    ShotgunResult within =
        folder.stage(
            "within",
            ShotgunResult.class,
            () -> shotgun.run(task(), sources, new StageProgress(progress, "within the range")));
    Optional<TailResult> beyond =
        options
            .quantile()
            .map(above ->
                folder.stage(
                    "beyond",
                    TailResult.class,
                    () ->
                        options
                            .tailTrial(above)
                            .run(task(), sources, new StageProgress(progress, "beyond the range"))));
    Optional<Candidates> candidates =
        options
            .candidates()
            .map(file ->
                folder.stage(
                    "candidates",
                    Candidates.class,
                    () -> predict(file, shotgun, within, new StageProgress(progress, "candidates"))));
    TransferReport report = new TransferReport(options, task(), within, beyond, candidates);
    folder.write(TransferWorkflow.SUMMARY, report.summary());
    folder.write("metrics.json", metrics(within, beyond, folder));
    folder.write("predictions.csv", report.predictions());
    candidates.ifPresent(one -> folder.write("candidates.csv", TransferReport.candidates(one)));
    Path page = folder.path("report.html");
    ObjectNode provenance =
        Provenance.of(
            folder.manifest(),
            options.seed(),
            options.quick(),
            task().origin(),
            "materials",
            task().rows(),
            described.refused());
    Findings findings = report.findings(study.title()).provenance(provenance);
    new ReportPage().write(page, findings.counting("materials", "material").json());
    return page;
  }

  private TransferTask task() {
    return described.task();
  }

  private Candidates predict(
      Path file, Shotgun shotgun, ShotgunResult within, Progress progress) {
    List<PredictionTable.Refused> refused = new ArrayList<>();
    List<String> given = materials(file, refused);
    List<String> materials = described.descriptions().describable(given);
    TransferModel model =
        shotgun.fit(task(), sources, within, described.descriptions()::inputs, progress);
    List<TransferModel.Answer> answers = model.predict(materials, LEVEL);
    double[] distances =
        ApplicabilityDomain.fit(task().inputs(), ApplicabilityDomain.Options.scaledOnly())
            .judge(described.descriptions().inputs(materials))
            .scores();
    List<Candidate> rows = new ArrayList<>();
    for (int i = 0; i < materials.size(); i++) {
      TransferModel.Answer answer = answers.get(i);
      rows.add(
          new Candidate(
              materials.get(i),
              restored(options, answer.value()),
              restored(options, answer.low()),
              restored(options, answer.high()),
              distances[i]));
    }
    rows.sort((a, b) -> Double.compare(b.value(), a.value()));
    return new Candidates(rows, refused);
  }

  /** In the unit of the table. */
  static double restored(TransferOptions options, double learned) {
    return options.scale() == TargetScale.LOGARITHMIC ? Math.pow(10, learned) : learned;
  }

  private List<String> materials(Path file, List<PredictionTable.Refused> refused) {
    List<String> materials = new ArrayList<>();
    try (TextTable table = TextTable.open(file)) {
      int column = table.column(options.column());
      for (Optional<TextTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
        try {
          materials.add(options.kind().canonical(row.get().cell(column)));
        } catch (SuisekiException unreadable) {
          refused.add(
              new PredictionTable.Refused(row.get().place().toString(), unreadable.what()));
        }
      }
    }
    return materials.stream().distinct().toList();
  }

  private ObjectNode metrics(
      ShotgunResult within, Optional<TailResult> beyond, RunFolder folder) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("study", study.name());
    json.put("property", options.property()).put("scale", options.scale().label());
    json.put("unit", TransferReport.unit(options)).put("materials", task().rows());
    json.put("sources", sources.size());
    json.set("within", TransferJson.of(within));
    beyond.ifPresent(one -> json.set("beyond", TransferJson.of(one)));
    return json.put("seconds", Provenance.seconds(folder.manifest()));
  }
}
