package org.suiseki.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.FeatureColumns;
import org.suiseki.describe.FeatureFile;
import org.suiseki.describe.MaterialKind;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.io.TextTable;
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
      "  suiseki describe --with composition-290 formulas.csv --out features.csv",
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

  @Option(
      names = "--elements",
      paramLabel = "TABLE",
      description = "Properties of the elements, a CSV file; otherwise the table of Suiseki.")
  private @Nullable Path elements;

  @Option(
      names = "--missing",
      paramLabel = "WHAT",
      description = {
        "What becomes of formulas with an element that the table lacks a value for:",
        "refuse, propagate (empty cells) or impute; otherwise as the descriptor does."
      })
  private @Nullable String missing;

  @Option(
      names = "--column",
      paramLabel = "HEAD",
      description = "The column of formulas or SMILES in a table; otherwise formula, smiles, ….")
  private @Nullable String column;

  @Option(
      names = "--keep",
      split = ",",
      paramLabel = "HEAD",
      description = "Columns of the table that go along, separated by commas.")
  private List<String> kept = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "What a cell holds, where a descriptor knows several: molecule or polymer.")
  private @Nullable String kindName;

  @Option(
      names = "--inverse",
      description = "The other way: the FILEs hold kernel means, and the formulas are looked for.")
  private boolean inverse;

  private final Terminal terminal;
  private final Duration patience;

  DescribeCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    Optional<MaterialKind> kind = kind();
    if (out != null) {
      FeatureFile.check(out);
    }
    return kind.isPresent() ? describeCells(kind.get()) : describeCrystals();
  }

  /** Of what stands in a cell; none for crystals. */
  private Optional<MaterialKind> kind() {
    if (kindName == null) {
      return DescriptorList.kindOf(with.get(0));
    }
    return Optional.of(
        MaterialKind.named(kindName)
            .orElseThrow(() ->
                new DescribeException(
                    "There is no kind of material \"" + kindName + "\".",
                    "Give one of "
                        + Arrays.stream(MaterialKind.values())
                            .map(MaterialKind::label)
                            .collect(Collectors.joining(", "))
                        + ".")));
  }

  private int describeCells(MaterialKind kind) {
    ElementTable properties =
        elements == null ? ElementTable.standard() : ElementTable.read(elements);
    List<String> names =
        missing == null ? with : DescribedCells.with(kind, with, "missing", missing);
    if (inverse) {
      RecoveredFormulas recovered = new RecoveredFormulas(names, properties);
      return rows(
          recovered.columns(kept), recovered.firstHead(), table -> recovered.of(table, kept));
    }
    DescribedCells cells = new DescribedCells(kind, names, properties);
    String head = column == null ? kind.column() : column;
    return rows(cells.columns(kept), head, table -> cells.of(table, head, kept));
  }

  private int rows(
      FeatureColumns columns,
      String listHead,
      Function<TextTable, Function<TextTable.Row, DescribedCells.Row>> opened) {
    int[] code = new int[1];
    FeatureFile.Rows rows =
        sink -> {
          code[0] =
              new TableRows(terminal, patience, inputs)
                  .each(listHead, opened, row -> sink.row(row.keys(), row.values()));
          if (code[0] != ExitCode.DONE && out != null) {
            // A table without a row is not to take the place of an old one.
            throw new Crystals.Stopped(code[0]);
          }
        };
    write(columns, rows);
    return code[0];
  }

  private void write(FeatureColumns columns, FeatureFile.Rows rows) {
    if (out == null) {
      FeatureFile.writeCsv(terminal.out(), columns, rows);
    } else {
      FeatureFile.write(out, columns, rows);
    }
  }

  private int describeCrystals() {
    DescribedRows described = sites ? DescribedRows.ofSites(with) : DescribedRows.ofCrystals(with);
    Crystals crystals = new Crystals(terminal, patience, inputs);
    List<Path> files = crystals.files();
    if (out == null) {
      crystals.printing();
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
    write(described.columns(), rows);
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
