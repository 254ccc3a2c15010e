package org.suiseki.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.suiseki.matter.Spelling;

/** The studies that Suiseki ships, and those a person keeps in files. */
public final class Studies {
  private static final String FOLDER = "/studies/";

  private Studies() {}

  /** In the order of {@code studies/index.txt}, which names one resource a line. */
  public static List<Study> shipped() {
    return index().stream().map(Studies::resource).toList();
  }

  /**
   * The study that a command line means: the name of a shipped one, or the path of a YAML file.
   * What ends in .yaml or .yml or holds a separator is a path.
   */
  public static Study find(String nameOrPath) {
    if (nameOrPath.matches("(?is).*\\.ya?ml|.*[/\\\\].*")) {
      return StudyFile.read(Path.of(nameOrPath));
    }
    return shipped().stream()
        .filter(study -> study.name().equals(nameOrPath))
        .findFirst()
        .orElseThrow(() -> unknown(nameOrPath));
  }

  private static StudyException unknown(String name) {
    List<String> names = shipped().stream().map(Study::name).toList();
    String file =
        Files.isRegularFile(Path.of(name)) ? "To run the file here, write ./" + name + ". " : "";
    return new StudyException(
        "No study is called " + StudyNode.quote(name) + ".",
        Spelling.hint(name, names)
            + file
            + "Shipped are: "
            + String.join(", ", names)
            + ". A study of your own is named by its .yaml file.");
  }

  private static List<String> index() {
    try (InputStream in = open("index.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Study resource(String file) {
    try (InputStream in = open(file)) {
      return StudyFile.read(in, "shipped study " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    InputStream in = Studies.class.getResourceAsStream(FOLDER + file);
    if (in == null) {
      throw new IllegalStateException(
          "The resource " + FOLDER + file + " is missing in this build.");
    }
    return in;
  }
}
