package org.suiseki.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.suiseki.study.Job;
import org.suiseki.study.RunFolder;
import org.suiseki.study.ShellCommand;

/**
 * A run that a person watches: a bar or lines while it works, how to go on where it stops, and where
 * the results lie.
 *
 * @param patience how long the run may take to stop after Ctrl-C
 * @param plain lines instead of a bar
 */
record StudyRun(Terminal terminal, Duration patience, boolean plain) {

  int run(Job job, RunFolder folder) {
    long begin = System.nanoTime();
    PrintWriter err = terminal.err();
    Interruption interruption =
        Interruption.listen(patience, () -> stopping(err), () -> stopped(folder, err));
    try (interruption) {
      Path report = watched(job, folder, interruption);
      folder.finish(report);
      done(folder, report, (System.nanoTime() - begin) / 1e9);
      return ExitCode.DONE;
    } catch (CancellationException e) {
      stopped(folder, err);
      return interruption.exitCode();
    } catch (RuntimeException | Error e) {
      folder.fail(e);
      err.println(
          "The run stopped. Once that is mended, go on with: "
              + ShellCommand.resume(folder.path()));
      throw e;
    }
  }

  private Path watched(Job job, RunFolder folder, Interruption interruption) {
    try (ProgressView view = view(interruption)) {
      return job.run(folder, view);
    }
  }

  private ProgressView view(Interruption interruption) {
    PrintWriter err = terminal.err();
    return terminal.screen().isPresent() && !plain
        ? new BarView(err, terminal.screen().get(), interruption::requested)
        : new LineView(err, interruption::requested, System::nanoTime);
  }

  private void done(RunFolder folder, Path report, double seconds) {
    PrintWriter out = terminal.out();
    out.println("Report  " + report);
    out.println("Folder  " + folder.path());
    out.printf(Locale.ROOT, "Time    %.1f s%n", seconds);
    out.flush();
  }

  private static void stopping(PrintWriter err) {
    err.printf("%nStopping at the next safe place; Ctrl-C again stops at once.%n");
    err.flush();
  }

  private static void stopped(RunFolder folder, PrintWriter err) {
    folder.cancel();
    folder.close();
    err.println("Stopped. To go on: " + ShellCommand.resume(folder.path()));
    err.flush();
  }
}
