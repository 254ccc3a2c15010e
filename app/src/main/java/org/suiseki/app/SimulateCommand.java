package org.suiseki.app;

import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code suiseki simulate}: physics that makes data. */
@Command(
    name = "simulate",
    sortOptions = false,
    synopsisSubcommandLabel = "WHAT",
    description = "Simulates what an instrument would measure.",
    footer = {"", "Examples:", "  suiseki simulate xrd quartz.cif --anode Cu --out quartz.xy"})
final class SimulateCommand implements Runnable {
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  @Spec
  private CommandSpec spec;

  private SimulateCommand() {}

  static picocli.CommandLine of(Terminal terminal, Duration patience) {
    return new picocli.CommandLine(new SimulateCommand())
        .addSubcommand(new SimulateXrdCommand(terminal, patience));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to simulate.");
  }
}
