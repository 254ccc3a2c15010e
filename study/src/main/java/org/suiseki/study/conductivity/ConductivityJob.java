package org.suiseki.study.conductivity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.Progress;
import org.suiseki.learn.nn.Torch;
import org.suiseki.learn.transfer.Shotgun;
import org.suiseki.learn.transfer.ShotgunResult;
import org.suiseki.learn.transfer.Source;
import org.suiseki.learn.transfer.TailResult;
import org.suiseki.learn.transfer.TransferTask;
import org.suiseki.library.DomainSketch;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryLocation;
import org.suiseki.library.MaterialModel;
import org.suiseki.study.Job;
import org.suiseki.study.Provenance;
import org.suiseki.study.Recipe;
import org.suiseki.study.ReportPage;
import org.suiseki.study.RunFolder;
import org.suiseki.study.StageProgress;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;
import org.suiseki.study.transfer.MaterialSources;
import tools.jackson.databind.node.ObjectNode;

/**
 * One run: trains the sources, tries them within and beyond the range of the known conductivities,
 * screens the candidates, and writes files and report. The trained sources stay in the folder
 * {@code sources} as model files.
 */
final class ConductivityJob implements Job {
  private static final String SOURCES = "sources/";
  private static final List<String> TARGET =
      List.of("lattice thermal conductivity", "thermal conductivity");

  private final Study study;
  private final ConductivityOptions options;
  private final ConductivityData data;

  ConductivityJob(Study study, ConductivityOptions options, ConductivityData data) {
    this.study = study;
    this.options = options;
    this.data = data;
  }

  @Override
  public Recipe recipe() {
    return new Recipe(options.seed(), options.toJson(), data.sha256());
  }

  @Override
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (options.data().isEmpty()) {
      notices.add(
          "The table of conductivities is the embedded one, compiled from memory: an example, not a"
              + " reference.");
    }
    int refused = data.target().refused().size() + data.refused().size();
    if (refused > 0) {
      String first =
          (data.target().refused().isEmpty() ? data.refused() : data.target().refused())
              .get(0)
              .reason();
      notices.add(refused + " rows of the tables are left out. The first: " + first);
    }
    return notices;
  }

  @Override
  public Path run(RunFolder folder, Progress progress) {
    folder.software("libtorch", Torch.version());
    data.target().refused().forEach(one -> folder.log("left out " + one.id() + ": " + one.reason()));
    List<SourceSummary> trained = train(folder, progress);
    List<Source> sources = new ArrayList<>(load(folder));
    List<Source> kept = library();
    sources.addAll(kept);
    if (sources.isEmpty()) {
      throw new StudyException(
          "There is no source to transfer from.",
          "Give tables of properties under sources.tables, or a library with --library.");
    }
    TransferTask task = data.target().task();
    Shotgun shotgun = options.shotgun();
    ShotgunResult within =
        folder.stage(
            "within",
            ShotgunResult.class,
            () -> shotgun.run(task, sources, new StageProgress(progress, "within the range")));
    TailResult beyond =
        folder.stage(
            "beyond",
            TailResult.class,
            () ->
                options
                    .tailTrial()
                    .run(task, sources, new StageProgress(progress, "beyond the range")));
    Shortlist shortlist =
        folder.stage("screening", Shortlist.class, () -> screen(sources, shotgun, within, progress));
    progress.check();
    ConductivityResults results =
        new ConductivityResults(options, data, trained, kept.size(), within, beyond, shortlist);
    ResultFiles.write(results, folder, study.name(), Provenance.seconds(folder.manifest()));
    Path report = folder.path("report.html");
    ObjectNode provenance =
        Provenance.of(
            folder.manifest(),
            options.seed(),
            options.quick(),
            task.origin(),
            ConductivityFindings.COUNTED,
            task.rows(),
            data.target().refused());
    new ReportPage()
        .write(report, new ConductivityFindings(results).of(study.title(), provenance).json());
    return report;
  }

  private Shortlist screen(
      List<Source> sources, Shotgun shotgun, ShotgunResult within, Progress progress) {
    Progress shown = new StageProgress(progress, "screening");
    TransferTask task = data.target().task();
    return new Screening(
            task,
            data.target().descriptions(),
            shotgun.fit(task, sources, within, data.target().descriptions()::inputs, shown))
        .run(data.candidates(), options.shortlist(), shown);
  }

  private List<SourceSummary> train(RunFolder folder, Progress progress) {
    SourceTraining training = new SourceTraining(options.descriptor(), options.sourceNetwork());
    List<SourceSummary> summaries = new ArrayList<>();
    for (SolidProperty property : data.properties()) {
      progress.check();
      String stage = "source." + property.name();
      summaries.add(
          folder.stage(
              stage,
              SourceSummary.class,
              () -> {
                SourceTraining.Trained trained =
                    training.train(property, new StageProgress(progress, stage));
                ModelArchive.save(trained.model().toStored(), file(folder, property));
                return new SourceSummary(
                    property.name(),
                    property.column().name(),
                    property.column().unit(),
                    property.scale().label(),
                    trained.rows(),
                    trained.r2(),
                    trained.mae());
              }));
    }
    return summaries;
  }

  /** From the files that training has written, so that a resumed run has the same. */
  private List<Source> load(RunFolder folder) {
    List<Source> sources = new ArrayList<>();
    for (SolidProperty property : data.properties()) {
      MaterialModel model = MaterialModel.from(ModelArchive.load(file(folder, property)));
      DomainSketch trained =
          DomainSketch.of(
              property.formulas().stream().map(MaterialKind.COMPOSITION::composition).toList());
      sources.add(MaterialSources.of(property.name(), model, Optional.of(trained), options.tuning()));
    }
    return sources;
  }

  private static Path file(RunFolder folder, SolidProperty property) {
    return folder.path(SOURCES + property.name() + ".suiseki");
  }

  private List<Source> library() {
    if (options.library().isEmpty()) {
      return List.of();
    }
    String place = options.library().get();
    try (Library library = Library.open(LibraryLocation.of(place))) {
      return MaterialSources.library(
          library, MaterialKind.COMPOSITION, options.mostOfEach(), TARGET, options.tuning());
    }
  }
}
