package org.suiseki.app;

import java.nio.charset.Charset;
import java.util.function.BooleanSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** One bar for each stage, redrawn in its line on standard error. */
final class BarView implements ProgressView {
  private static final int REDRAW_MS = 250;

  private final BooleanSupplier cancelled;
  private String stage = "";
  private @Nullable ProgressBar bar;

  BarView(BooleanSupplier cancelled) {
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

  private static ProgressBar open(String name, long total) {
    boolean blocks = Charset.defaultCharset().newEncoder().canEncode('█');
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(total)
        .setUpdateIntervalMillis(REDRAW_MS)
        .setStyle(blocks ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
        .build();
  }
}
