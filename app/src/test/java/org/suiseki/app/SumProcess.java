package org.suiseki.app;

import java.time.Duration;
import java.util.List;
import org.suiseki.matter.Place;
import org.suiseki.study.StudyException;

/**
 * The command line with {@link SumWorkflow}, as a process of its own that can be sent signals; the
 * property {@code patience} is how long it may take to stop.
 */
final class SumProcess {

  private SumProcess() {}

  public static void main(String[] arguments) {
    System.exit(
        Suiseki.execute(
            List.of(new SumWorkflow()),
            model -> {
              throw new StudyException("No models here.", Place.of(model.toString()), "");
            },
            Terminal.ofProcess(),
            Duration.parse(System.getProperty("patience")),
            arguments));
  }
}
