package org.suiseki.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;

/**
 * Reads a study from its YAML file: UTF-8, YAML 1.2 core schema, one document whose root is a map,
 * at most {@value #MAX_BYTES} bytes. Anything else is a {@link StudyException} with file, line and
 * column.
 */
public final class StudyFile {
  /** A study is written by hand; what is larger is some other file. */
  public static final int MAX_BYTES = 256 * 1024;

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int MAX_NAME = 60;

  private StudyFile() {}

  public static Study read(Path file) {
    if (Files.isDirectory(file)) {
      throw new StudyException(
          "This is a folder, not a study file.", Place.of(file.toString()), "Name the .yaml file.");
    }
    if (!Files.exists(file)) {
      throw new StudyException(
          "There is no such file.",
          Place.of(file.toString()),
          "Check the path; `suiseki list` names the shipped studies.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString()).in(Optional.of(folder(file)));
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /**
   * @param source how errors name the input
   */
  public static Study read(InputStream in, String source) {
    try {
      return read(in.readNBytes(MAX_BYTES + 1), source);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  private static Study read(byte[] bytes, String source) {
    if (bytes.length > MAX_BYTES) {
      throw new StudyException(
          "The file is larger than the " + MAX_BYTES + " bytes a study may have.",
          Place.of(source),
          "Keep data in files of their own and name them in the study.");
    }
    String text = decode(bytes, source);
    StudyNode root = new StudyNode(YamlTree.parse(text, source), source, "");
    String name = name(root);
    return new Study(
        name,
        root.text("title", name),
        root.text("summary", ""),
        root.text("kind"),
        root.integer("seed", 1, 0, Long.MAX_VALUE),
        root,
        text,
        Sha256.of(text.getBytes(StandardCharsets.UTF_8)),
        Optional.empty());
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
  }

  private static String name(StudyNode root) {
    String name = root.text("study");
    if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
      throw root.wrong(
          "study",
          "The name of a study, " + StudyNode.quote(name) + ", names folders too.",
          "Use lower-case letters, digits and single dashes, at most "
              + MAX_NAME
              + " characters, such as core-loss.");
    }
    return name;
  }

  private static String decode(byte[] bytes, String source) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      // Editors of one large maker put a byte order mark in front; it is no part of the text.
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new StudyException(
          "The file is not text in UTF-8.", Place.of(source), "Save it as UTF-8.", e);
    }
  }

  private static StudyException unreadable(String source, IOException e) {
    return new StudyException(
        "The file cannot be read: " + Failures.reason(e) + ".",
        Place.of(source),
        "Check that it is readable for you.",
        e);
  }
}
