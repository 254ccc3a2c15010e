package org.suiseki.learn;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.suiseki.matter.Place;

/** The files of a {@link ModelArchive}, read into memory without believing any size they state. */
final class ArchiveReader {

  private static final long MOST_BYTES = 1L << 31;
  private static final int MOST_FILES = 10_000;

  /** A local header and a central one take 30 and 46 bytes besides the name. */
  private static final int ENTRY_OVERHEAD = 30 + 46;

  private static final int END_OVERHEAD = 22;

  private ArchiveReader() {}

  static Map<String, byte[]> read(Path source, Place place) throws IOException {
    return Files.isDirectory(source) ? readFolder(source, place) : readZip(source, place);
  }

  private static Map<String, byte[]> readFolder(Path folder, Place place) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    long total = 0;
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      for (Path file : found) {
        String name = file.getFileName().toString();
        requireName(name, place);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          throw ModelArchive.corrupt("Its '" + name + "' is not a plain file.", place);
        }
        long size = Files.size(file);
        total += size;
        requireBounds(files.size() + 1, total, place);
        try (InputStream in = Files.newInputStream(file)) {
          files.put(name, in.readNBytes((int) size));
        }
      }
    }
    return files;
  }

  private static Map<String, byte[]> readZip(Path source, Place place) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    long length = Files.size(source);
    try (ZipFile zip = new ZipFile(source.toFile())) {
      requireBounds(zip.size(), length, place);
      long accounted = END_OVERHEAD;
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        requireName(entry.getName(), place);
        requireStored(entry, place);
        accounted += ENTRY_OVERHEAD + 2L * entry.getName().length() + entry.getSize();
        if (accounted > length || files.containsKey(entry.getName())) {
          throw ModelArchive.corrupt("Its entries overlap or repeat.", place);
        }
        try (InputStream in = zip.getInputStream(entry)) {
          files.put(entry.getName(), in.readNBytes((int) entry.getSize()));
        }
      }
      if (accounted != length) {
        throw ModelArchive.corrupt(
            "It has " + length + " bytes, its entries account for " + accounted + ".", place);
      }
    }
    return files;
  }

  private static void requireName(String name, Place place) {
    if (!name.matches(ModelArchive.NAME)) {
      throw ModelArchive.corrupt("It holds a file with the name '" + name + "'.", place);
    }
  }

  private static void requireStored(ZipEntry entry, Place place) {
    if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
      throw ModelArchive.corrupt(
          "Its entry '" + entry.getName() + "' is compressed, expected it stored (zip -0 -X).",
          place);
    }
  }

  private static void requireBounds(int files, long bytes, Place place) {
    if (files > MOST_FILES || bytes >= MOST_BYTES) {
      throw ModelArchive.corrupt(
          "It has " + files + " files of " + bytes + " bytes, more than a model may have.", place);
    }
  }
}
