package org.suiseki.matter.io;

import java.nio.file.Path;
import java.util.List;
import org.suiseki.matter.MatterException;

/**
 * The files that paths, folders and globs lead to.
 *
 * @param files sorted, each once
 * @param unreadable what leads nowhere or cannot be looked into, and why
 */
public record FoundFiles(List<Path> files, List<MatterException> unreadable) {

  public FoundFiles {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
  }
}
