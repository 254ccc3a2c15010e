package org.suiseki.matter.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** The files of a user's own folder. The layout is in {@link CoreLossReader}. */
final class SpectraFolder {
  private static final List<String> TABLES = List.of("properties.csv", "properties.jsonl");
  private static final List<String> SPECTRA = List.of("spectra.csv", "spectra.jsonl", "spectra");
  private static final Set<String> TWO_COLUMNS = Set.of("csv", "txt", "dat", "xy");

  private final Path folder;
  private final Map<String, String> sums = new TreeMap<>();

  SpectraFolder(Path folder) {
    this.folder = folder;
  }

  /** Where the properties are. */
  Path table() {
    return only(TABLES).orElseThrow(() -> lacks(TABLES));
  }

  /** Where the properties are, in a folder that need not give them. */
  Optional<Path> tableIfPresent() {
    return only(TABLES);
  }

  /** The file or the folder that holds the spectra. */
  Path spectra() {
    return only(SPECTRA).orElseThrow(() -> lacks(SPECTRA));
  }

  /** The same, or the folder itself where it holds files of two columns side by side. */
  Path spectraOrLooseFiles() {
    return only(SPECTRA)
        .orElseGet(() -> {
          if (files(folder).stream().noneMatch(SpectraFolder::isTwoColumns)) {
            throw lacks(SPECTRA);
          }
          return folder;
        });
  }

  /**
   * @param at one of {@link #spectra()}
   * @param bad is told of lines that do not even give an id
   */
  FoundSpectra read(Path at, Consumer<MatterException> bad) {
    String source = at.toString();
    if (Files.isDirectory(at)) {
      return twoColumnFiles(at);
    }
    return withLines(
        at,
        lines ->
            source.endsWith(".csv")
                ? SpectraTable.read(lines, source)
                : SpectraLines.read(lines, source, bad));
  }

  /** Reads a file of the folder and notes its sum. */
  <T> T withLines(Path file, Function<BoundedLines, T> read) {
    return BoundedLines.of(
        file,
        lines -> {
          T result = read.apply(lines);
          sums.put(folder.relativize(file).toString().replace('\\', '/'), lines.sha256());
          return result;
        });
  }

  /** The sha-256 of every file read so far, by its path in the folder, sorted. */
  Map<String, String> sums() {
    return Collections.unmodifiableMap(sums);
  }

  private FoundSpectra twoColumnFiles(Path at) {
    FoundSpectra found = new FoundSpectra(at.toString());
    List<String> foreign = new ArrayList<>();
    for (Path file : files(at)) {
      String name = file.getFileName().toString();
      if (!isTwoColumns(file)) {
        foreign.add(name);
      } else {
        String id = name.substring(0, name.lastIndexOf('.'));
        found.read(
            id,
            Place.of(file.toString()),
            () -> withLines(file, lines -> TwoColumns.read(lines, id, file.toString(), found)));
      }
    }
    foreign.removeIf(name -> name.startsWith("."));
    if (!foreign.isEmpty()) {
      found.remark(
          new MatterException(
              "Not read: " + shown(foreign) + ".",
              Place.of(at.toString()),
              "A spectrum is a file ID.csv, ID.txt, ID.dat or ID.xy of two columns."));
    }
    return found;
  }

  private static boolean isTwoColumns(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0
        && TWO_COLUMNS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
        && !TABLES.contains(name);
  }

  private Optional<Path> only(List<String> names) {
    List<String> found = names.stream().filter(name -> Files.exists(folder.resolve(name))).toList();
    if (found.size() > 1) {
      throw notOne("The folder holds both of " + found + ".", names);
    }
    return found.stream().findFirst().map(folder::resolve);
  }

  private MatterException lacks(List<String> names) {
    return notOne("The folder holds " + listing() + ".", names);
  }

  private MatterException notOne(String what, List<String> names) {
    return new MatterException(
        what, Place.of(folder.toString()), "Give exactly one of " + String.join(", ", names) + ".");
  }

  private String listing() {
    List<String> names = files(folder).stream().map(file -> file.getFileName().toString()).toList();
    return names.isEmpty() ? "nothing" : shown(names);
  }

  private static String shown(List<String> names) {
    String first = names.stream().limit(8).toList().toString();
    return names.size() > 8 ? first + " and " + (names.size() - 8) + " more" : first;
  }

  private static List<Path> files(Path at) {
    try (Stream<Path> files = Files.list(at)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new MatterException(
          "The folder cannot be read: " + Failures.reason(e) + ".",
          Place.of(at.toString()),
          "Check the folder and its permissions.",
          e);
    }
  }
}
