package org.suiseki.study.tasks;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suiseki.library.LibraryLocation;
import org.suiseki.matter.Place;
import org.suiseki.study.Job;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;
import org.suiseki.study.Workflow;

/** Studies of kind {@value #KIND}: they fill a library. */
public final class LibraryWorkflow implements Workflow {
  static final String KIND = "library-tasks";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Job prepare(Study study, RunOptions asked) {
    List<Task> all = TaskFile.read(study, asked.data());
    List<Task> present = new ArrayList<>();
    List<Task> absent = new ArrayList<>();
    for (Task task : all) {
      boolean there = task.source().shipped() || Files.isRegularFile(task.source().file());
      (there ? present : absent).add(task);
    }
    if (present.isEmpty()) {
      Task first = absent.get(0);
      throw new StudyException(
          "None of the files of its " + all.size() + " tasks is there.",
          Place.of(first.source().file().toString()),
          "Put them there"
              + first.source().url().map(url -> " (this one is from " + url + ")").orElse("")
              + ", or name their folder with --data.");
    }
    LibraryLocation location =
        LibraryLocation.choose(asked.library(), Optional.empty(), System.getenv());
    return new LibraryTrainingJob(study, asked, location, present, absent);
  }
}
