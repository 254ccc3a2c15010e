package org.suiseki.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.suiseki.describe.spectrum.SpectrumChain;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.io.AtomicFile;
import org.suiseki.matter.io.Measurement;
import org.suiseki.matter.io.MeasurementFiles;
import org.suiseki.matter.io.MeasurementFormat;

/** What {@code suiseki convert} does with files of spectra and patterns. */
final class MeasurementConversion {
  private final Crystals inputs;
  private final SpectrumChain chain;
  private final MeasurementFormat format;
  private final Terminal terminal;

  /** What was left out, which of many files is said once. */
  private final Set<String> told = new HashSet<>();

  /**
   * @param chain done to each range before it is written
   */
  MeasurementConversion(
      Crystals inputs, SpectrumChain chain, MeasurementFormat format, Terminal terminal) {
    this.inputs = inputs;
    this.chain = chain;
    this.format = format;
    this.terminal = terminal;
  }

  /**
   * One range as it will stand in a file.
   *
   * @param remarks what was left out of it
   */
  private record Encoded(Path file, String id, byte[] bytes, List<String> remarks) {}

  /** Ends the writing of a file that nothing came into. */
  private static final class Nothing extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    Nothing(int exitCode) {
      this.exitCode = exitCode;
    }
  }

  /** Writes all ranges into one file. */
  int toFile(Path target) {
    List<Path> files = inputs.measuredFiles();
    OutputFolder.of(target);
    int[] code = new int[1];
    try {
      AtomicFile.writePacked(target, out -> code[0] = into(out, files, target));
    } catch (Nothing e) {
      return e.exitCode;
    } catch (IOException e) {
      throw MeasurementFiles.unwritable(target, e);
    } catch (UncheckedIOException e) {
      IOException cause = Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e));
      throw MeasurementFiles.unwritable(target, cause);
    }
    return code[0];
  }

  private int into(OutputStream out, List<Path> files, Path target) {
    int[] ranges = new int[1];
    int code =
        inputs.eachMeasured(
            files,
            "convert",
            this::encoded,
            encoded -> {
              requireRoom(++ranges[0], target);
              tell(target, encoded.remarks());
              write(out, encoded.bytes());
            });
    if (ranges[0] == 0) {
      throw new Nothing(code);
    }
    return code;
  }

  /** Asked at the second range rather than after the last. */
  private void requireRoom(int ranges, Path target) {
    if (ranges > 1 && !format.holdsSeveral()) {
      throw new MatterException(
          "A file of " + format.text() + " holds one range, and there are several.",
          Place.of(target.toString()),
          "Write them into a folder, with --to " + format.text() + " and a name that ends in /.");
    }
  }

  /**
   * Writes files of the names of those read; all ranges of a file into one where the format holds
   * them.
   */
  int toFolder(Path target) {
    List<Path> files = inputs.measuredFiles();
    FolderWriter writer = new FolderWriter(OutputFolder.at(target));
    int code = inputs.eachMeasured(files, "convert", this::encoded, writer::take);
    writer.flush();
    return code;
  }

  private Encoded encoded(Crystals.Measured found) {
    Measurement prepared = chain.apply(found.measurement());
    List<Measurement> one = List.of(prepared);
    List<String> remarks =
        prepared.warnings().stream()
            .filter(warning -> !found.measurement().warnings().contains(warning))
            .collect(Collectors.toCollection(ArrayList::new));
    remarks.addAll(MeasurementFiles.losses(one, format));
    return new Encoded(
        found.file(), prepared.id(), MeasurementFiles.bytes(one, format), List.copyOf(remarks));
  }

  private void tell(Path file, List<String> remarks) {
    for (String remark : remarks) {
      if (told.add(remark)) {
        terminal.err().println(file + ": " + remark);
        terminal.err().flush();
      }
    }
  }

  private static void write(OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the last range of a file before it writes that. */
  private final class FolderWriter {
    private final OutputFolder folder;
    private final OutputNames names = new OutputNames();
    private final List<Encoded> waiting = new ArrayList<>();

    FolderWriter(OutputFolder folder) {
      this.folder = folder;
    }

    void take(Encoded next) {
      boolean joins =
          format.holdsSeveral() && !waiting.isEmpty() && waiting.get(0).file().equals(next.file());
      if (!joins) {
        flush();
      }
      waiting.add(next);
    }

    void flush() {
      if (waiting.isEmpty()) {
        return;
      }
      Encoded first = waiting.get(0);
      Path file = folder.file(names.next(first.file(), first.id()) + "." + format.text());
      try {
        AtomicFile.write(
            file,
            out -> {
              for (Encoded one : waiting) {
                out.write(one.bytes());
              }
            });
      } catch (IOException e) {
        throw MeasurementFiles.unwritable(file, e);
      }
      waiting.forEach(one -> tell(file, one.remarks()));
      waiting.clear();
    }
  }
}
