package org.suiseki.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.suiseki.matter.Axis;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.io.CoreLossEntry;
import org.suiseki.matter.io.CoreLossReader;
import org.suiseki.matter.io.SiteSticks;
import org.suiseki.simulate.Broadening;
import org.suiseki.study.coreloss.CoreLossWorkflow;

/** Folders as a spectroscopist has them, written from the embedded molecules. */
final class CoreLossFolders {
  static final String RESOURCE = "carbon_k_edge_xch.jsonl.gz";
  static final Axis AXIS = Axis.uniform("energy", "eV", 278, 305, 0.5);

  private CoreLossFolders() {}

  /** The first molecules of the embedded collection. */
  static List<CoreLossEntry> entries(int count) {
    try (InputStream in = CoreLossWorkflow.class.getResourceAsStream(RESOURCE)) {
      return CoreLossReader.read(in, RESOURCE, CoreLossReader.Options.standard())
          .entries()
          .subList(0, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts on a background, as a detector gives them. */
  static double[] counts(CoreLossEntry entry) {
    Spectrum spectrum =
        new Broadening(0.5, 0, 0).molecule(((SiteSticks) entry.absorption()).sites(), AXIS);
    double[] values = spectrum.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = 5 + 40_000 * values[i];
    }
    return values;
  }

  /** Two columns, energy in eV and counts. */
  static String twoColumns(CoreLossEntry entry) {
    StringBuilder text = new StringBuilder("energy [eV],counts\n");
    double[] counts = counts(entry);
    for (int i = 0; i < counts.length; i++) {
      text.append(AXIS.at(i)).append(',').append(number(counts[i])).append('\n');
    }
    return text.toString();
  }

  /** {@code spectra.csv} with a column for each. */
  static List<List<String>> table(List<CoreLossEntry> entries) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(new ArrayList<>(List.of("energy [eV]")));
    for (int i = 0; i < AXIS.length(); i++) {
      lines.add(new ArrayList<>(List.of(Double.toString(AXIS.at(i)))));
    }
    for (CoreLossEntry entry : entries) {
      lines.get(0).add(entry.id());
      double[] counts = counts(entry);
      for (int i = 0; i < counts.length; i++) {
        lines.get(i + 1).add(number(counts[i]));
      }
    }
    return lines;
  }

  static void write(Path file, List<List<String>> lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, lines.stream().map(cells -> String.join(",", cells)).toList());
  }

  /** A property of an entry as a cell, blank where it is not known. */
  static String cell(CoreLossEntry entry, String property) {
    Double value = entry.properties().get(property);
    return value == null ? "" : value.toString();
  }

  static String smiles(CoreLossEntry entry) {
    return entry.molecule().orElseThrow().smiles();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
