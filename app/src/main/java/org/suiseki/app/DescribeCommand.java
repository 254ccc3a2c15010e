package org.suiseki.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.describe.FeatureFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code suiseki describe}. */
@Command(
    name = "describe",
    sortOptions = false,
    description = "Turns materials into rows of named numbers.",
    footer = {
      "",
      "Examples:",
      "  suiseki describe --with crystalnn-ops,rdf structures/ --out features.parquet",
      "  suiseki describe --with crystalnn-shapes --sites quartz.cif",
      "",
      "`suiseki list --descriptors` says what there is."
    })
final class DescribeCommand implements Callable<Integer> {
  @Mixin private final MaterialInputs inputs = new MaterialInputs();

  @SuppressWarnings("NullAway.Init") // Picocli sets what is required.
  @Option(
      names = "--with",
      required = true,
      split = ",",
      paramLabel = "NAME",
      description = "Descriptors, separated by commas.")
  private List<String> with;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A file .csv, .csv.gz or .parquet; otherwise CSV to the output.")
  private @Nullable Path out;

  @Option(
      names = "--sites",
      description = "A row for each site, instead of statistics over the sites.")
  private boolean sites;

  private final Terminal terminal;
  private final Duration patience;

  DescribeCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    DescribedRows described = sites ? DescribedRows.ofSites(with) : DescribedRows.ofCrystals(with);
    Crystals crystals = new Crystals(terminal, patience, inputs);
    List<Path> files = crystals.files();
    if (out == null) {
      crystals.printing();
    } else {
      FeatureFile.check(out);
    }
    int[] code = new int[1];
    Gaps gaps = new Gaps();
    FeatureFile.Rows rows =
        sink -> {
          code[0] =
              crystals.each(
                  files,
                  "describe",
                  found -> described.of(found, inputs.strict()),
                  one -> {
                    gaps.add(one);
                    one.rows().forEach(row -> sink.row(row.keys(), row.values()));
                  });
          if (code[0] != ExitCode.DONE && out != null) {
            // A table without a row is not to take the place of an old one.
            throw new Crystals.Stopped(code[0]);
          }
        };
    if (out == null) {
      FeatureFile.writeCsv(terminal.out(), described.columns(), rows);
    } else {
      FeatureFile.write(out, described.columns(), rows);
    }
    gaps.tell(terminal.err());
    return code[0];
  }

  /** Cells that stay empty because a descriptor could not describe a crystal, by descriptor. */
  private static final class Gaps {
    private final Map<String, Long> count = new TreeMap<>();
    private final Map<String, String> first = new TreeMap<>();

    void add(DescribedRows.Described described) {
      described
          .gaps()
          .forEach((name, why) -> {
            count.merge(name, 1L, Long::sum);
            first.putIfAbsent(name, why);
          });
    }

    void tell(PrintWriter err) {
      count.forEach((name, crystals) ->
          err.printf(
              "%s left its cells empty for %,d crystal(s), first %s%n",
              name, crystals, first.get(name)));
      err.flush();
    }
  }
}
