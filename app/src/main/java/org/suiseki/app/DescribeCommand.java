package org.suiseki.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.describe.CrystalDescriptors;
import org.suiseki.describe.Descriptor;
import org.suiseki.describe.FeatureColumns;
import org.suiseki.describe.FeatureFile;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.SuisekiException;
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
      "  suiseki describe --with ofm quartz.cif",
      "",
      "`suiseki list --descriptors` says what there is."
    })
final class DescribeCommand implements Callable<Integer> {
  private static final List<String> KEYS = List.of("id", "file", "formula");

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

  private final Terminal terminal;
  private final Duration patience;

  DescribeCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    List<Descriptor<Crystal>> descriptors = with.stream().map(CrystalDescriptors::named).toList();
    FeatureColumns columns = FeatureColumns.of(KEYS, descriptors);
    Crystals crystals = new Crystals(terminal, patience, inputs);
    List<Path> files = crystals.files();
    if (out != null) {
      FeatureFile.check(out);
    }
    int[] code = new int[1];
    Map<String, Gap> gaps = new TreeMap<>();
    FeatureFile.Rows rows =
        sink ->
            code[0] =
                crystals.each(
                    files,
                    "describe",
                    found -> row(found, descriptors, columns.width()),
                    row -> {
                      row.gaps().forEach((name, why) -> note(gaps, name, why));
                      sink.row(row.keys(), row.values());
                    });
    if (out == null) {
      FeatureFile.writeCsv(terminal.out(), columns, rows);
    } else {
      FeatureFile.write(out, columns, rows);
    }
    gaps.values().forEach(gap -> terminal.err().println(gap));
    terminal.err().flush();
    return code[0];
  }

  private Row row(Crystals.Found found, List<Descriptor<Crystal>> descriptors, int width) {
    Crystal crystal = found.entry().crystal();
    double[] values = new double[width];
    Map<String, String> gaps = new TreeMap<>();
    int offset = 0;
    for (int i = 0; i < descriptors.size(); i++) {
      Descriptor<Crystal> descriptor = descriptors.get(i);
      int end = offset + descriptor.width();
      try {
        descriptor.describe(crystal, values, offset);
      } catch (SuisekiException e) {
        if (inputs.strict() || descriptors.size() == 1) {
          throw e;
        }
        Arrays.fill(values, offset, end, Double.NaN);
        gaps.put(with.get(i), found.entry().id() + ": " + e.what());
      }
      offset = end;
    }
    List<String> keys =
        List.of(
            found.entry().id(), found.file().toString(), crystal.composition().reducedFormula());
    return new Row(keys, values, gaps);
  }

  private static void note(Map<String, Gap> gaps, String name, String why) {
    Gap before = gaps.get(name);
    gaps.put(
        name,
        before == null ? new Gap(name, 1, why) : new Gap(name, before.count() + 1, before.first()));
  }

  private record Row(List<String> keys, double[] values, Map<String, String> gaps) {}

  /** Cells that stay empty because a descriptor could not describe a crystal. */
  private record Gap(String name, long count, String first) {
    @Override
    public String toString() {
      return String.format("%s left %,d row(s) empty, first %s", name, count, first);
    }
  }
}
