package org.suiseki.study.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.suiseki.learn.Column;
import org.suiseki.learn.transfer.Source;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryLocation;
import org.suiseki.library.TargetScale;
import org.suiseki.matter.Place;
import org.suiseki.study.Job;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;
import org.suiseki.study.Workflow;

/**
 * Studies of kind {@code transfer}: a small table, and every suitable model of a library tried as a
 * source for it.
 */
public final class TransferWorkflow implements Workflow {
  /** The value of the key {@code kind}. */
  public static final String KIND = "transfer";

  /** The file of a run that tells its findings in a few lines. */
  public static final String SUMMARY = "summary.txt";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Job prepare(Study study, RunOptions asked) {
    TransferOptions options = TransferOptions.read(study, asked);
    study.options().rejectUnknown();
    boolean logarithmic = options.scale() == TargetScale.LOGARITHMIC;
    SmallTable table =
        SmallTable.read(
            options.target(),
            new SmallTable.Heads(
                options.kind(), options.column(), options.property(), "id", logarithmic));
    Column target =
        logarithmic
            ? new Column("log10 of " + options.property(), "1")
            : new Column(options.property(), options.unit());
    double[] values =
        logarithmic ? Arrays.stream(table.values()).map(Math::log10).toArray() : table.values();
    Descriptions.Described described =
        Descriptions.of(
            table, options.kind(), options.descriptor(), target, values, options.licence());
    List<String> leftOut = new ArrayList<>();
    List<Source> sources = sources(options, leftOut);
    return new TransferJob(study, options, described, sources, leftOut);
  }

  private static List<Source> sources(TransferOptions options, List<String> leftOut) {
    List<Source> sources;
    String place;
    if (options.models().isPresent()) {
      place = options.models().get().toString();
      sources =
          MaterialSources.folder(
              options.models().get(), options.kind(), options.tuning(), leftOut);
    } else {
      LibraryLocation location =
          LibraryLocation.choose(options.library(), Optional.empty(), System.getenv());
      place = location.toString();
      try (Library library = Library.open(location)) {
        sources =
            MaterialSources.library(
                library,
                options.kind(),
                options.mostOfEach(),
                List.of(options.property()),
                options.tuning());
      }
    }
    if (sources.isEmpty()) {
      throw new StudyException(
          "There is no model that reads a " + options.kind().label() + " to transfer from."
              + (leftOut.isEmpty() ? "" : " The first that was left out: " + leftOut.get(0)),
          Place.of(place),
          "Fill a library with `suiseki library train`, name another with --library, or give a"
              + " folder of .suiseki files with --models.");
    }
    return sources;
  }
}
