package org.suiseki.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.TextTable;

/**
 * Goes over the rows of tables and lists: many at a time side by side, in order, with a bar, until
 * Ctrl-C, in constant memory. A row that cannot be used is told and left out.
 */
final class TableRows {
  /** Enough that handing over costs nothing beside the work, few enough to stay small. */
  private static final int ROWS_PER_PIECE = 256;

  /** In bytes. Below, all is done before anyone could look. */
  private static final long WORTH_A_BAR = 4 << 20;

  private final Terminal terminal;
  private final Duration patience;
  private final MaterialInputs inputs;
  private final Refusals refusals;
  private final AtomicLong bytesRead = new AtomicLong();
  private long used;

  /** While there is one. */
  private @Nullable ProgressView view;

  TableRows(Terminal terminal, Duration patience, MaterialInputs inputs) {
    this.terminal = terminal;
    this.patience = patience;
    this.inputs = inputs;
    this.refusals = Refusals.tellingAll(this::say);
  }

  /** What became of one row: either the result is there, or the refusal. */
  private record Outcome<R>(@Nullable R result, Optional<Refusal> refusal) {}

  /**
   * Works on every row of the files that the words name.
   *
   * @param listHead the column that a file without heads consists of
   * @param opened makes the work of a file from its table, to find columns; the work runs in
   *     several threads
   * @param deliver takes what it gives, in the order of files and rows, in the calling thread
   * @return the exit code: mendable where nothing could be used
   * @throws Crystals.Stopped after a signal
   */
  <R> int each(
      String listHead,
      Function<TextTable, Function<TextTable.Row, R>> opened,
      Consumer<R> deliver) {
    List<Path> files = inputs.files().stream().map(Path::of).toList();
    PrintWriter err = terminal.err();
    Interruption interruption =
        Interruption.listen(patience, () -> {}, () -> err.println("Stopped."));
    try (interruption;
        ProgressView shown = view(interruption, files);
        Conveyor<List<Outcome<R>>> belt =
            new Conveyor<>(inputs.threads(), outcomes -> take(outcomes, deliver), shown)) {
      view = shown;
      long total = files.stream().mapToLong(TableRows::size).sum();
      for (Path file : files) {
        read(file, listHead, opened, belt, () -> step(shown, total));
      }
      belt.finish();
    } catch (CancellationException e) {
      err.println("Stopped.");
      err.flush();
      throw new Crystals.Stopped(interruption.exitCode());
    } catch (Crystals.Undelivered e) {
      throw e.reason();
    } finally {
      view = null;
    }
    refusals.conclude(used);
    return used == 0 ? ExitCode.MENDABLE : ExitCode.DONE;
  }

  private <R> void read(
      Path file,
      String listHead,
      Function<TextTable, Function<TextTable.Row, R>> opened,
      Conveyor<List<Outcome<R>>> belt,
      Runnable step) {
    List<TextTable.Row> rows = new ArrayList<>();
    try (TextTable table = TextTable.listOf(stream(file), file.toString(), listHead)) {
      Function<TextTable.Row, R> work = opened.apply(table);
      table.each(
          row -> {
            rows.add(row);
            if (rows.size() == ROWS_PER_PIECE) {
              lay(rows, work, belt);
              step.run();
            }
          },
          reason -> {
            lay(rows, work, belt);
            refuse(reason, belt);
          });
      lay(rows, work, belt);
    } catch (MatterException e) {
      refuse(e, belt);
    }
  }

  private static <R> void lay(
      List<TextTable.Row> rows, Function<TextTable.Row, R> work, Conveyor<List<Outcome<R>>> belt) {
    List<TextTable.Row> piece = List.copyOf(rows);
    rows.clear();
    belt.lay(() -> piece.stream().map(row -> outcome(row, work)).toList());
  }

  private static <R> Outcome<R> outcome(TextTable.Row row, Function<TextTable.Row, R> work) {
    try {
      return new Outcome<>(work.apply(row), Optional.empty());
    } catch (SuisekiException e) {
      // The room that reads a formula shows it in place of a file.
      String where = row.place() + e.place().map(place -> " (" + place.source() + ")").orElse("");
      MatterException placed = new MatterException(e.what(), Place.of(where), e.mend(), e);
      return new Outcome<>(null, Optional.of(new Refusal(placed)));
    }
  }

  private static <R> void refuse(MatterException reason, Conveyor<List<Outcome<R>>> belt) {
    List<Outcome<R>> outcomes = List.of(new Outcome<>(null, Optional.of(new Refusal(reason))));
    belt.lay(() -> outcomes);
  }

  private <R> void take(List<Outcome<R>> outcomes, Consumer<R> deliver) {
    try {
      for (Outcome<R> outcome : outcomes) {
        if (outcome.refusal().isPresent()) {
          if (inputs.strict()) {
            throw outcome.refusal().get().reason();
          }
          refusals.add(outcome.refusal().get());
        } else if (outcome.result() != null) {
          deliver.accept(outcome.result());
          used++;
        }
      }
    } catch (SuisekiException e) {
      // It may come up while a file is read, and is no fault of that file.
      throw new Crystals.Undelivered(e);
    }
  }

  private InputStream stream(Path file) {
    if (Files.isDirectory(file)) {
      throw new MatterException(
          "This is a folder.", Place.of(file.toString()), "Name the tables in it.");
    }
    try {
      return new CountedStream(Files.newInputStream(file), bytesRead);
    } catch (IOException e) {
      throw new MatterException(
          "The file cannot be read: " + Failures.reason(e) + ".",
          Place.of(file.toString()),
          "Check the file and its permissions.",
          e);
    }
  }

  private void step(ProgressView shown, long total) {
    shown.step("read KiB", bytesRead.get() >> 10, total >> 10);
  }

  private ProgressView view(Interruption interruption, List<Path> files) {
    PrintWriter err = terminal.err();
    if (files.stream().mapToLong(TableRows::size).sum() < WORTH_A_BAR
        || terminal.printsToScreen()) {
      return new Crystals.Quiet(interruption);
    }
    return terminal.screen().isPresent() && !inputs.plain()
        ? new BarView(err, terminal.screen().get(), interruption::requested)
        : new LineView(err, interruption::requested, System::nanoTime);
  }

  private void say(String line) {
    if (view == null) {
      terminal.err().println(line);
      terminal.err().flush();
    } else {
      view.say(terminal.err(), line);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      // Reading will say why.
      return 0;
    }
  }
}
