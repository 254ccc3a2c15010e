package org.suiseki.study.xrd;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.suiseki.learn.Progress;
import org.suiseki.learn.nn.Torch;
import org.suiseki.matter.Sha256;
import org.suiseki.study.Job;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Provenance;
import org.suiseki.study.Recipe;
import org.suiseki.study.ReportPage;
import org.suiseki.study.RunFolder;
import org.suiseki.study.Study;
import tools.jackson.databind.node.ObjectNode;

/** One run of a study of diffraction patterns: each of its sets in turn, then the report. */
final class XrdJob implements Job {
  private static final String MORE = " All are in log.txt.";

  private final Study study;
  private final XrdOptions options;
  private final List<PreparedSet> sets;

  /**
   * @param sets the main one first
   */
  XrdJob(Study study, XrdOptions options, List<PreparedSet> sets) {
    this.study = study;
    this.options = options;
    this.sets = List.copyOf(sets);
  }

  @Override
  public Recipe recipe() {
    StringBuilder hashes = new StringBuilder();
    sets.forEach(one -> hashes.append(one.set().origin().sha256()));
    String sha256 =
        sets.size() == 1
            ? sets.get(0).set().origin().sha256()
            : Sha256.of(hashes.toString().getBytes(StandardCharsets.US_ASCII));
    return new Recipe(options.seed(), options.toJson(), sha256);
  }

  @Override
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    for (PreparedSet one : sets) {
      List<PredictionTable.Refused> refused = one.set().refused();
      if (!refused.isEmpty()) {
        notices.add(
            (refused.size() == 1
                    ? "One pattern is left out, "
                    : refused.size() + " patterns are left out, ")
                + one.size()
                + " are used. The first: "
                + refused.get(0).id()
                + ": "
                + refused.get(0).reason()
                + MORE);
      }
      if (!one.set().warnings().isEmpty()) {
        notices.add(
            "Remarks on the data: "
                + one.set().warnings().size()
                + ". The first: "
                + one.set().warnings().get(0)
                + MORE);
      }
    }
    return notices;
  }

  @Override
  public Path run(RunFolder folder, Progress progress) {
    folder.software("libtorch", Torch.version());
    List<SetResults> results = new ArrayList<>();
    for (PreparedSet one : sets) {
      one.set().refused().forEach(bad -> folder.log("left out " + bad.id() + ": " + bad.reason()));
      one.set().warnings().forEach(folder::log);
      results.add(
          new SetStudy(one, options, candidates(results), folder, progress)
              .run(results.isEmpty() ? "model.suiseki" : "model-" + one.set().name() + ".suiseki"));
    }
    progress.check();
    XrdResultFiles.write(results, folder, study.name(), options);
    Path report = folder.path("report.html");
    ObjectNode provenance =
        Provenance.of(
            folder.manifest(),
            options.seed(),
            options.quick(),
            sets.get(0).set().origin(),
            "patterns",
            sets.stream().mapToInt(PreparedSet::size).sum(),
            sets.stream().flatMap(one -> one.set().refused().stream()).toList());
    new ReportPage().write(report, new XrdReportData(results, options).json(study, provenance));
    return report;
  }

  /** The main set tries all; those that follow take what it chose, beside principal components. */
  private List<SpaceCandidate> candidates(List<SetResults> before) {
    if (before.isEmpty()) {
      return options.candidates();
    }
    String chosen = before.get(0).mapScore().name();
    return options.candidates().stream()
        .filter(one -> one.name().equals("pca") || one.name().equals(chosen))
        .toList();
  }
}
