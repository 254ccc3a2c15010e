package org.suiseki.study.elementmap;

import java.nio.file.Path;
import java.util.Optional;
import org.suiseki.learn.Origin;
import org.suiseki.matter.ElementTable;
import org.suiseki.study.Job;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyNode;
import org.suiseki.study.Workflow;

/** Studies of kind {@code element-map}. */
public final class ElementMapWorkflow implements Workflow {
  private static final String EMBEDDED = "embedded";

  @Override
  public String kind() {
    return "element-map";
  }

  @Override
  public Job prepare(Study study, RunOptions asked) {
    StudyNode root = study.options();
    ElementMapOptions options = ElementMapOptions.read(study, asked);
    String named = root.text("data", EMBEDDED);
    Optional<Path> own =
        asked
            .data()
            .or(() -> named.equals(EMBEDDED) ? Optional.empty() : Optional.of(study.path(named)));
    String licence = root.text("licence", "not stated");
    root.rejectUnknown();
    ElementTable table = own.map(ElementTable::read).orElseGet(ElementTable::standard);
    Origin origin =
        own.map(path -> new Origin(path.toString(), licence, table.sha256()))
            .orElseGet(() ->
                new Origin("the element table of Suiseki", "see its data card", table.sha256()));
    return new ElementMapJob(study, options, table, origin);
  }
}
