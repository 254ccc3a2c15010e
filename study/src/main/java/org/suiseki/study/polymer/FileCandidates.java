package org.suiseki.study.polymer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.io.TextTable;

/** Candidates in a table. */
final class FileCandidates implements CandidateSource {
  private static final Candidate BROKEN = new Candidate("", "", "");

  private final TextTable table;
  private final int unit;
  private final int[] monomers;
  private final int route;

  private FileCandidates(TextTable table, int unit, int[] monomers, int route) {
    this.table = table;
    this.unit = unit;
    this.monomers = monomers;
    this.route = route;
  }

  /**
   * @param monomers heads of columns with monomers
   * @param route head of the column with the class of polymer; empty for none
   */
  static FileCandidates open(Path file, String unit, List<String> monomers, String route) {
    TextTable table = TextTable.open(file);
    try {
      return new FileCandidates(
          table,
          table.column(unit),
          monomers.stream().mapToInt(table::column).toArray(),
          route.isEmpty() ? -1 : table.column(route));
    } catch (MatterException unfit) {
      table.close();
      throw unfit;
    }
  }

  @Override
  public Optional<Candidate> next() {
    try {
      return table.next().map(this::candidate);
    } catch (MatterException broken) {
      return Optional.of(BROKEN);
    }
  }

  private Candidate candidate(TextTable.Row row) {
    String made =
        Arrays.stream(monomers)
            .mapToObj(row::cell)
            .filter(cell -> !cell.isBlank())
            .collect(Collectors.joining(" + "));
    return new Candidate(row.cell(unit), made, route < 0 ? "" : row.cell(route));
  }

  @Override
  public void close() {
    table.close();
  }
}
