package org.suiseki.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.suiseki.matter.io.CrystalFiles;
import org.suiseki.matter.io.MeasurementFile;
import org.suiseki.matter.io.MeasurementFiles;
import org.suiseki.matter.io.MeasurementFormat;

/** What {@code suiseki convert} does with a file of a spectrum or pattern. */
final class MeasurementConversion {

  private MeasurementConversion() {}

  /** Whether a single file is named that holds no crystals. */
  static boolean isOne(MaterialInputs inputs) {
    Path file = Path.of(inputs.files().get(0));
    return inputs.files().size() == 1
        && Files.isRegularFile(file)
        && !CrystalFiles.recognises(file);
  }

  /** Writes all ranges of the one file. */
  static int run(MaterialInputs inputs, Path target, MeasurementFormat format, PrintWriter err) {
    MeasurementFile read = MeasurementFiles.read(Path.of(inputs.files().get(0)));
    read.entries().stream()
        .flatMap(entry -> entry.warnings().stream())
        .distinct()
        .forEach(err::println);
    OutputFolder.of(target);
    MeasurementFiles.write(target, read.entries(), format).forEach(err::println);
    err.flush();
    return ExitCode.DONE;
  }
}
