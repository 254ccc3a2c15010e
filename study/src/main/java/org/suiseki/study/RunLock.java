package org.suiseki.study;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.suiseki.matter.Place;

/**
 * Keeps two processes out of one run folder: a file {@code .lock} with three lines, process id, its
 * start and the computer. A lock whose process is gone from this computer is taken over. Not a lock
 * of the operating system, because the file systems of computing clusters often have none.
 *
 * <p>Two processes that take over the same dead lock in the same instant may both succeed; a person
 * does not start them so.
 */
final class RunLock implements AutoCloseable {
  static final String NAME = ".lock";

  /** The start of a process is reckoned from the clock, which may be set meanwhile by as much. */
  private static final Duration CLOCK = Duration.ofSeconds(3);

  private final Path file;
  private boolean held = true;

  private RunLock(Path file) {
    this.file = file;
  }

  static RunLock take(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      if (Files.exists(file)) {
        removeIfStale(file);
      }
      String me = String.join("\n", self()) + "\n";
      Files.writeString(file, me, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new RunLock(file);
    } catch (FileAlreadyExistsException e) {
      throw taken(file, "another process");
    } catch (IOException e) {
      throw OutputFile.unwritable(file, e);
    }
  }

  /** Again is harmless: the file may be another process's by then. */
  @Override
  public synchronized void close() {
    if (!held) {
      return;
    }
    held = false;
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw OutputFile.unwritable(file, e);
    }
  }

  private static void removeIfStale(Path file) throws IOException {
    List<String> owner = Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    // With fewer lines its process died while it wrote them.
    if (owner.size() == 3) {
      if (!owner.get(2).equals(host())) {
        throw taken(file, "process " + owner.get(0) + " of the computer " + owner.get(2));
      }
      if (alive(owner.get(0), owner.get(1))) {
        throw taken(file, "process " + owner.get(0));
      }
    }
    Files.delete(file);
  }

  private static boolean alive(String id, String started) {
    if (!id.matches("\\d{1,18}")) {
      return false;
    }
    return ProcessHandle.of(Long.parseLong(id)).map(p -> near(start(p), started)).orElse(false);
  }

  /**
   * Another process may have the same number later, but not the same start. Unknown starts count as
   * the same.
   */
  private static boolean near(String left, String right) {
    try {
      Duration apart = Duration.between(Instant.parse(left), Instant.parse(right)).abs();
      return apart.compareTo(CLOCK) <= 0;
    } catch (DateTimeParseException e) {
      return true;
    }
  }

  private static List<String> self() {
    ProcessHandle me = ProcessHandle.current();
    return List.of(Long.toString(me.pid()), start(me), host());
  }

  private static String start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private static StudyException taken(Path file, String owner) {
    return new StudyException(
        "The run folder is in use by " + owner + ".",
        Place.of(file.toString()),
        "Wait for it or stop it. If it no longer runs, delete this file.");
  }
}
