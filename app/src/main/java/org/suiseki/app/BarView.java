package org.suiseki.app;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** One bar with the time left for each stage, redrawn in its line. */
final class BarView implements ProgressView {
  private static final int REDRAW_MS = 250;

  private final PrintWriter err;
  private final Screen screen;
  private final BooleanSupplier cancelled;
  private String stage = "";
  private @Nullable ProgressBar bar;

  BarView(PrintWriter err, Screen screen, BooleanSupplier cancelled) {
    this.err = err;
    this.screen = screen;
    this.cancelled = cancelled;
  }

  @Override
  public synchronized void step(String name, long done, long total) {
    ProgressBar current = bar;
    if (current == null || !name.equals(stage)) {
      close();
      current = open(name, total);
      bar = current;
      stage = name;
    }
    current.maxHint(total);
    current.stepTo(done);
  }

  /** In place of the bar, which comes again below it. */
  @Override
  public void say(PrintWriter above, String line) {
    String blanks = " ".repeat(Math.max(0, screen.width() - 1 - line.length()));
    // In one piece, since the bar is drawn by a thread of its own.
    above.print('\r' + line + blanks + System.lineSeparator());
    above.flush();
  }

  @Override
  public boolean cancelled() {
    return cancelled.getAsBoolean();
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private ProgressBar open(String name, long total) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(total)
        .setUpdateIntervalMillis(REDRAW_MS)
        .setStyle(screen.blocks() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
        .setConsumer(new Line(err, screen.width()))
        .build();
  }

  /**
   * Draws over the line; the last character of the screen stays free, because some terminals wrap
   * there.
   */
  private record Line(PrintWriter err, int width) implements ProgressBarConsumer {

    @Override
    public int getMaxRenderedLength() {
      return width - 1;
    }

    @Override
    public void accept(String text) {
      err.print('\r' + text);
      err.flush();
    }

    @Override
    public void close() {
      err.println();
      err.flush();
    }
  }
}
