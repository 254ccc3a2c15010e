package org.suiseki.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.function.Consumer;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;
import org.suiseki.matter.io.AtomicFile;

/** Model files in a folder: {@code ab/cdef….suiseki}, two and 62 digits of the hash. */
final class FolderStore implements ModelStore {
  static final String ENDING = ".suiseki";
  private static final String DIGITS = "[0-9a-f]";
  private static final String MEND =
      "Check that you may write there and that the disk has room, then do it again.";

  private final Path root;

  FolderStore(Path root) {
    this.root = root;
  }

  @Override
  public boolean holds(String sha256, long bytes) {
    try {
      return Files.size(path(sha256)) == bytes;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public boolean exists(String sha256) {
    return Files.exists(path(sha256));
  }

  @Override
  public void put(String sha256, long bytes, AtomicFile.Content content) {
    Path file = path(sha256);
    try {
      if (holds(sha256, bytes) && hash(sha256).equals(sha256)) {
        return;
      }
      Files.createDirectories(folder(file));
      AtomicFile.write(file, out -> copy(content, out, sha256));
      AtomicFile.forceName(folder(file));
    } catch (IOException e) {
      throw new LibraryException(
          "The model cannot be kept: " + Failures.reason(e) + ".",
          Place.of(file.toString()),
          MEND,
          e);
    }
  }

  private static void copy(AtomicFile.Content content, OutputStream out, String sha256)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    content.writeTo(new DigestOutputStream(out, digest));
    String actual = Sha256.hex(digest);
    if (!actual.equals(sha256)) {
      throw new IOException("its sha-256 turned from " + sha256 + " into " + actual);
    }
  }

  @Override
  public Path file(String sha256) {
    Path file = path(sha256);
    if (!Files.isRegularFile(file)) {
      throw new LibraryException(
          "The file of the model is missing.",
          Place.of(file.toString()),
          "Put it back from a copy, or publish the model again; `suiseki library verify` looks"
              + " through all.");
    }
    return file;
  }

  @Override
  public String hash(String sha256) throws IOException {
    try (InputStream in = Files.newInputStream(path(sha256))) {
      return Sha256.of(in);
    }
  }

  @Override
  public void each(Consumer<Stored> visitor) {
    if (!Files.isDirectory(root)) {
      return;
    }
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              visitor.accept(stored(file, attributes));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              // Another process may have taken it away since its folder was read.
              if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
              }
              throw e;
            }
          });
    } catch (IOException e) {
      throw new LibraryException(
          "The model files cannot be looked through: " + Failures.reason(e) + ".",
          Place.of(root.toString()),
          "Check that the folder is readable for you.",
          e);
    }
  }

  private Stored stored(Path file, BasicFileAttributes attributes) {
    Path relative = root.relativize(file);
    String name = relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    boolean model = name.matches(DIGITS + "{2}/" + DIGITS + "{62}\\" + ENDING);
    String sha256 = model ? name.substring(0, 2) + name.substring(3, 65) : name;
    return new Stored(
        sha256,
        attributes.size(),
        attributes.lastModifiedTime().toInstant(),
        AtomicFile.isTemporary(file),
        !model);
  }

  @Override
  public void remove(Stored file) {
    Path path = file.foreign() ? root.resolve(file.sha256()) : path(file.sha256());
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new LibraryException(
          "The file cannot be removed: " + Failures.reason(e) + ".",
          Place.of(path.toString()),
          "Check that you may write there.",
          e);
    }
  }

  @Override
  public String place() {
    return root.toString();
  }

  @Override
  public String place(String sha256) {
    return path(sha256).toString();
  }

  private Path path(String sha256) {
    return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2) + ENDING);
  }

  private Path folder(Path file) {
    return root.resolve(root.relativize(file).getName(0));
  }
}
