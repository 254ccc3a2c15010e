package org.suiseki.study.polymer;

import java.nio.file.Path;
import java.util.Optional;
import org.suiseki.study.Job;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyNode;
import org.suiseki.study.Workflow;

/** Studies of kind {@code polymer-thermal-conductivity}. */
public final class PolymerWorkflow implements Workflow {
  private static final String EMBEDDED = "embedded";

  @Override
  public String kind() {
    return "polymer-thermal-conductivity";
  }

  @Override
  public Job prepare(Study study, RunOptions asked) {
    StudyNode root = study.options();
    String named = root.text("data", EMBEDDED);
    Optional<Path> folder =
        asked
            .data()
            .or(() -> named.equals(EMBEDDED) ? Optional.empty() : Optional.of(study.path(named)));
    long seed = asked.seedFor(study);
    PolymerOptions options = PolymerOptions.read(root, asked, seed, folder.isEmpty());
    String licence = root.text("licence", "not stated");
    ask(root);
    root.rejectUnknown();
    PolymerData data =
        folder
            .map(path -> PolymerData.read(root, path, licence, seed))
            .orElseGet(() -> PolymerData.example(seed));
    return new PolymerJob(study, data, options);
  }

  /** All that a run on files reads, so that what is mistyped is found in any run. */
  private static void ask(StudyNode root) {
    StudyNode target = root.section("target");
    target.text("file", "");
    target.text("id", "");
    target.text("material", "");
    target.text("property", "");
    target.text("unit", "");
    for (StudyNode source : root.children("sources")) {
      source.text("name", "");
      source.text("file", "");
      source.text("kind", "");
      source.text("id", "");
      source.text("material", "");
      source.integer("most", 20, 20, Integer.MAX_VALUE);
      for (StudyNode property : source.children("properties")) {
        property.text("column", "");
        property.text("unit", "");
        property.flag("logarithm", false);
      }
    }
    StudyNode screen = root.section("screen");
    screen.text("file", "");
    screen.text("material", "");
    screen.text("route", "");
    screen.texts("monomers");
  }
}
