package org.suiseki.study;

import java.nio.file.Path;
import java.util.Optional;
import org.suiseki.matter.Sha256;

/**
 * One question asked of some data, as a YAML file states it. {@code study} and {@code kind} are the
 * keys every study has; {@code title}, {@code summary} and {@code seed} are known to every study;
 * all other keys belong to the {@link Workflow} of its kind.
 *
 * @param name the key {@code study}: lower-case letters, digits and dashes; names the run folder
 * @param title the key {@code title}, for people; the name where it is missing
 * @param summary the key {@code summary}: one line for the list of studies; empty where it is
 *     missing
 * @param kind which {@link Workflow} runs it
 * @param seed the key {@code seed}: where every random draw comes from, unless the command line
 *     says otherwise
 * @param options all keys of the file; a workflow reads its own and then calls {@link
 *     StudyNode#rejectUnknown()}
 * @param text the file as it was read, without a byte order mark, for the run folder
 * @param sha256 of that text in UTF-8, see {@link Sha256}
 * @param folder absolute; where the file lies, from which its relative paths count; empty for a
 *     shipped study
 */
public record Study(
    String name,
    String title,
    String summary,
    String kind,
    long seed,
    StudyNode options,
    String text,
    String sha256,
    Optional<Path> folder) {

  /** A path that the study names, as it counts from {@link #folder()}. */
  public Path path(String named) {
    return folder.map(at -> at.resolve(named).normalize()).orElseGet(() -> Path.of(named));
  }

  /** The same study as if its file lay elsewhere: a run folder holds only a copy. */
  Study in(Optional<Path> other) {
    return new Study(name, title, summary, kind, seed, options, text, sha256, other);
  }
}
