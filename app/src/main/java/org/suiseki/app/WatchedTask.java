package org.suiseki.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.suiseki.learn.Progress;

/** Does something that may take minutes: with a bar, until Ctrl-C. */
final class WatchedTask {
  private final Terminal terminal;
  private final Duration patience;

  WatchedTask(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  /**
   * @param task may be stopped wherever it asks its progress
   */
  <T> T run(Function<Progress, T> task) {
    PrintWriter err = terminal.err();
    Interruption interruption =
        Interruption.listen(patience, () -> {}, () -> err.println("Stopped."));
    try (interruption;
        ProgressView view = view(interruption)) {
      return task.apply(view);
    } catch (CancellationException e) {
      err.println("Stopped.");
      err.flush();
      throw new Crystals.Stopped(interruption.exitCode());
    }
  }

  private ProgressView view(Interruption interruption) {
    PrintWriter err = terminal.err();
    return terminal.screen().isPresent()
        ? new BarView(err, terminal.screen().get(), interruption::requested)
        : new LineView(err, interruption::requested, System::nanoTime);
  }
}
