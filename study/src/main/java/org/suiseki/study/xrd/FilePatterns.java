package org.suiseki.study.xrd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Workers;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;
import org.suiseki.matter.io.Measurement;
import org.suiseki.matter.io.MeasurementFile;
import org.suiseki.matter.io.MeasurementFiles;

/** Files of a folder as patterns, read side by side. */
final class FilePatterns {
  private static final int CHUNK = 16;

  private final Path source;
  private final List<Path> files;
  private final PatternFolder folder;

  FilePatterns(Path source, List<Path> files, PatternFolder folder) {
    this.source = source;
    this.files = files;
    this.folder = folder;
  }

  private sealed interface Outcome {
    record Content(String sha256, MeasurementFile file) implements Outcome {}

    record Failed(MatterException why) implements Outcome {}
  }

  List<FoundPattern> read(Progress progress) {
    List<Workers.Job<List<Outcome>>> jobs = new ArrayList<>();
    for (int begin = 0; begin < files.size(); begin += CHUNK) {
      List<Path> part = files.subList(begin, Math.min(files.size(), begin + CHUNK));
      jobs.add(inner -> {
        List<Outcome> outcomes = new ArrayList<>();
        for (Path file : part) {
          inner.check();
          outcomes.add(outcome(file));
        }
        inner.step("reading", 1, 1);
        return outcomes;
      });
    }
    int threads = Runtime.getRuntime().availableProcessors();
    List<Outcome> outcomes =
        Workers.run(threads, jobs, progress, "reading", jobs.size()).stream()
            .flatMap(List::stream)
            .toList();
    List<FoundPattern> found = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      add(found, name(files.get(i)), outcomes.get(i));
    }
    return found;
  }

  private static Outcome outcome(Path file) {
    try {
      return new Outcome.Content(sum(file), MeasurementFiles.read(file));
    } catch (MatterException why) {
      return new Outcome.Failed(why);
    }
  }

  private static String sum(Path file) {
    try {
      return Files.size(file) == 0 ? Sha256.of(new byte[0]) : Sha256.of(file);
    } catch (IOException e) {
      throw new MatterException(
          "The file cannot be read: " + Failures.reason(e) + ".",
          Place.of(file.toString()),
          "Check the file and its permissions.",
          e);
    }
  }

  private void add(List<FoundPattern> found, String name, Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      folder.refuse(name, failed.why);
      return;
    }
    Outcome.Content content = (Outcome.Content) outcome;
    folder.note(name, content.sha256);
    List<Measurement> entries = content.file.entries();
    for (int i = 0; i < entries.size(); i++) {
      Measurement entry = entries.get(i);
      for (String warning : entry.warnings()) {
        folder.warn(name + ": " + warning);
      }
      String id = entries.size() == 1 ? name : name + " #" + (i + 1);
      found.add(
          new FoundPattern(
              id,
              names(name, entry, entries.size()),
              -1,
              name,
              entry.spectrum(),
              entry.wavelength()));
    }
  }

  /** Of a file with several patterns the file's name names none of them. */
  private static List<String> names(String name, Measurement entry, int entries) {
    List<String> names = new ArrayList<>();
    if (entries == 1) {
      String last = name.substring(name.lastIndexOf('/') + 1);
      names.add(name);
      names.add(last);
      names.add(last.indexOf('.') > 0 ? last.substring(0, last.indexOf('.')) : last);
      names.add(last.lastIndexOf('.') > 0 ? last.substring(0, last.lastIndexOf('.')) : last);
    }
    names.add(entry.id());
    return names.stream().distinct().toList();
  }

  private String name(Path file) {
    Path base = source.toAbsolutePath().normalize();
    Path whole = file.toAbsolutePath().normalize();
    return whole.equals(base)
        ? whole.getFileName().toString()
        : base.relativize(whole).toString().replace('\\', '/');
  }
}
