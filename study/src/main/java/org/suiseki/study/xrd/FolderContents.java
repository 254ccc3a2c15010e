package org.suiseki.study.xrd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.io.FoundFiles;
import org.suiseki.matter.io.MeasurementFiles;
import org.suiseki.matter.io.PatternMatrix;
import org.suiseki.matter.io.SampleTable;
import org.suiseki.study.StudyException;

/**
 * What in a folder is what.
 *
 * @param matrix the file whose lines are the patterns, where there is one
 * @param counting whether its head gives no axis
 * @param table of values, where there is one
 * @param files of patterns, where there is no matrix
 */
record FolderContents(
    Optional<Path> matrix,
    boolean counting,
    Optional<Path> table,
    List<Path> files,
    List<String> warnings) {
  private static final int MOST_SHOWN = 5;

  /** Heads of the first column that make a file a table of samples. */
  private static final Set<String> NAMING =
      Set.of("", "id", "file", "filename", "file name", "name", "sample", "pattern", "index");

  static FolderContents of(Path source, PatternFolder.Options options) {
    List<String> warnings = new ArrayList<>();
    boolean folder = Files.isDirectory(source);
    Path around = folder ? source : source.toAbsolutePath().getParent();
    List<Path> separated = separated(around == null ? source : around);
    List<Path> matrices =
        folder
            ? separated.stream().filter(FolderContents::isMatrix).toList()
            : Stream.of(source).filter(FolderContents::isMatrix).toList();
    Optional<Path> table = options.table().or(() -> table(separated, source));
    Optional<Path> chosen =
        matrices.isEmpty()
            ? Optional.empty()
            : Optional.of(matrix(matrices, source, options, warnings));
    if (chosen.isPresent()) {
      return new FolderContents(chosen, counts(chosen.get()), table, List.of(), warnings);
    }
    List<Path> files = folder ? files(source, table, warnings) : List.of(source);
    return new FolderContents(chosen, false, table, files, warnings);
  }

  /** The one with an axis; those without are passed over, or the axis is given for the only one. */
  private static Path matrix(
      List<Path> matrices, Path source, PatternFolder.Options options, List<String> warnings) {
    List<Path> withAxis = new ArrayList<>();
    List<Path> counting = new ArrayList<>();
    for (Path file : matrices) {
      (counts(file) ? counting : withAxis).add(file);
    }
    if (withAxis.isEmpty() && counting.size() == 1 && options.matrixAxis().isPresent()) {
      return counting.get(0);
    }
    if (withAxis.size() == 1) {
      for (Path file : counting) {
        warnings.add(
            file.getFileName()
                + " was passed over: its head counts from 0 or 1 and gives no axis.");
      }
      return withAxis.get(0);
    }
    if (withAxis.isEmpty()) {
      throw new StudyException(
          "The head of " + shown(counting) + " counts from 0 or 1 and gives no axis.",
          Place.of(source.toString()),
          "Head the columns with positions, or give the first position and the step"
              + (counting.size() > 1 ? ", and name one of the files." : "."));
    }
    throw new StudyException(
        "There are " + withAxis.size() + " matrices of patterns: " + shown(withAxis) + ".",
        Place.of(source.toString()),
        "Name one of them instead of the folder.");
  }

  private static Optional<Path> table(List<Path> separated, Path source) {
    List<Path> tables = separated.stream().filter(FolderContents::isTable).toList();
    if (tables.size() > 1) {
      throw new StudyException(
          "Each of " + shown(tables) + " may be the table of values.",
          Place.of(source.toString()),
          "Name the one that is.");
    }
    return tables.stream().findFirst();
  }

  private static boolean isMatrix(Path file) {
    return SampleTable.heads(file).filter(PatternMatrix::isHead).isPresent();
  }

  private static boolean counts(Path matrix) {
    return SampleTable.heads(matrix).filter(PatternMatrix::counts).isPresent();
  }

  private static boolean isTable(Path file) {
    return SampleTable.heads(file)
        .filter(heads ->
            heads.size() > 1
                && NAMING.contains(heads.get(0).toLowerCase(Locale.ROOT))
                && !PatternMatrix.isHead(heads))
        .isPresent();
  }

  /** The files of columns that lie in the folder itself. */
  private static List<Path> separated(Path folder) {
    return listed(folder, 1).stream()
        .filter(file -> {
          String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
          return name.endsWith(".csv") || name.endsWith(".tsv");
        })
        .toList();
  }

  private static List<Path> files(Path folder, Optional<Path> table, List<String> warnings) {
    FoundFiles found = MeasurementFiles.find(List.of(folder.toString()));
    for (MatterException unreadable : found.unreadable()) {
      warnings.add(unreadable.place().map(place -> place + ": ").orElse("") + unreadable.what());
    }
    List<Path> files =
        found.files().stream().filter(file -> table.isEmpty() || !same(file, table.get())).toList();
    List<Path> others =
        listed(folder, Integer.MAX_VALUE).stream()
            .filter(file -> files.stream().noneMatch(one -> same(one, file)))
            .filter(file -> table.isEmpty() || !same(file, table.get()))
            .toList();
    if (!others.isEmpty()) {
      warnings.add(
          (others.size() == 1 ? "1 file was" : others.size() + " files were")
              + " passed over, not being named as patterns are: "
              + shown(others)
              + ".");
    }
    return files;
  }

  private static boolean same(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private static List<Path> listed(Path folder, int depth) {
    try (Stream<Path> all = Files.walk(folder, depth)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new StudyException(
          "The folder cannot be read: " + Failures.reason(e) + ".",
          Place.of(folder.toString()),
          "Check the folder and its permissions.",
          e);
    }
  }

  private static String shown(List<Path> files) {
    String first =
        String.join(
            ", ",
            files.stream().limit(MOST_SHOWN).map(file -> file.getFileName().toString()).toList());
    return files.size() > MOST_SHOWN ? first + " and others" : first;
  }
}
