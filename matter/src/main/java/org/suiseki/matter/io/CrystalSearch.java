package org.suiseki.matter.io;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Walks folders and globs for files of crystals or measurements. The rules are in {@link
 * CrystalFiles#find}.
 */
final class CrystalSearch {
  private static final String MEND = "Check the path and its permissions.";

  private final Predicate<Path> namedLikeOne;
  private final TreeSet<Path> files = new TreeSet<>();
  private final List<MatterException> unreadable = new ArrayList<>();

  /**
   * @param namedLikeOne which files of a folder are wanted
   */
  CrystalSearch(Predicate<Path> namedLikeOne) {
    this.namedLikeOne = namedLikeOne;
  }

  FoundFiles find(List<String> pathsOrGlobs) {
    pathsOrGlobs.forEach(this::add);
    return new FoundFiles(new ArrayList<>(files), unreadable);
  }

  private void add(String text) {
    Path path;
    try {
      path = Path.of(text);
    } catch (InvalidPathException e) {
      unreadable.add(
          new MatterException(
              "This is no path: " + e.getReason() + ".",
              Place.of(text),
              "For letters beyond ASCII choose a locale of UTF-8, such as LC_ALL=C.UTF-8."));
      return;
    }
    if (Files.isDirectory(path)) {
      walk(path, Integer.MAX_VALUE, namedLikeOne);
    } else if (Files.exists(path)) {
      files.add(path.normalize());
    } else if (isGlob(text)) {
      addGlob(text);
    } else {
      reject(text, "There is no such file or folder.");
    }
  }

  private void addGlob(String glob) {
    String base = base(glob);
    List<PathMatcher> matchers = new ArrayList<>();
    try {
      matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + glob));
      // In shells "**/" also stands for no folder at all.
      matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + glob.replace("**/", "")));
    } catch (PatternSyntaxException e) {
      reject(glob, "This is no pattern: " + e.getDescription() + ".");
      return;
    }
    int depth =
        glob.contains("**")
            ? Integer.MAX_VALUE
            : Path.of(glob.substring(base.length()).replaceAll("[*?\\[\\]{}]", "x")).getNameCount();
    int before = files.size();
    if (Files.isDirectory(Path.of(base))) {
      walk(
          Path.of(base),
          depth,
          file -> matchers.stream().anyMatch(matcher -> matcher.matches(file)));
    }
    if (files.size() == before) {
      reject(glob, "No file matches.");
    }
  }

  private static boolean isGlob(String text) {
    return text.matches("(?s).*[*?\\[{].*");
  }

  /** The folders before the first with a pattern, with their last slash; empty for none. */
  private static String base(String glob) {
    int pattern = 0;
    while ("*?[{".indexOf(glob.charAt(pattern)) < 0) {
      pattern++;
    }
    return glob.substring(0, glob.lastIndexOf('/', pattern) + 1);
  }

  /** Whether a file has a name of crystals. */
  static boolean isCrystal(Path file) {
    return CrystalFormat.ofFileName(file).isPresent() && !AtomicFile.isTemporary(file);
  }

  private void walk(Path folder, int depth, Predicate<Path> wanted) {
    SimpleFileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean hidden = !dir.equals(folder) && isHidden(dir);
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isHidden(file) && wanted.test(file)) {
              files.add(file.normalize());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            reject(file.toString(), "It cannot be read: " + Failures.reason(e) + ".");
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, visitor);
    } catch (IOException e) {
      reject(folder.toString(), "It cannot be read: " + Failures.reason(e) + ".");
    }
  }

  private static boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".") && name.toString().length() > 2;
  }

  private void reject(String path, String what) {
    unreadable.add(new MatterException(what, Place.of(path), MEND));
  }
}
