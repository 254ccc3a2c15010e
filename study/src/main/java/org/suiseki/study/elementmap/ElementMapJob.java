package org.suiseki.study.elementmap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.suiseki.learn.LatentGrid;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Progress;
import org.suiseki.matter.ElementTable;
import org.suiseki.study.Job;
import org.suiseki.study.Recipe;
import org.suiseki.study.RunFolder;
import org.suiseki.study.Study;

/** One run of a study of the elements. */
final class ElementMapJob implements Job {
  private final Study study;
  private final ElementMapOptions options;
  private final Origin origin;
  private final ElementSet measured;
  private final ElementSet otherwise;
  private final ElementSet everything;

  ElementMapJob(Study study, ElementMapOptions options, ElementTable table, Origin origin) {
    this.study = study;
    this.options = options;
    this.origin = origin;
    this.measured = ElementSet.of(table, options.measured());
    this.otherwise = ElementSet.of(table, options.otherwise());
    this.everything = ElementSet.of(table, options.everything());
    if (2L * options.neighbours() >= measured.elements().size()) {
      throw study
          .options()
          .section("validation")
          .wrong(
              "neighbours",
              options.neighbours() + " neighbours of " + measured.elements().size() + " elements.",
              "Give fewer than half as many neighbours as elements.");
    }
  }

  @Override
  public Recipe recipe() {
    return new Recipe(options.seed(), options.toJson(), origin.sha256());
  }

  @Override
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (!measured.leftOutElements().isEmpty()) {
      ElementSet.LeftOut first = measured.leftOutElements().get(0);
      notices.add(
          measured.leftOutElements().size()
              + " elements are left out. The first: "
              + first.name()
              + ", "
              + first.reason()
              + ".");
    }
    return notices;
  }

  @Override
  public Path run(RunFolder folder, Progress progress) {
    Stream.concat(measured.leftOut().stream(), measured.leftOutElements().stream())
        .forEach(one -> folder.log("left out " + one.name() + ": " + one.reason()));
    ElementMapResults results = results(folder, progress);
    progress.check();
    ElementMapFiles.write(results, folder, study.name(), options);
    return ElementMapReport.write(study, results, folder, options, origin);
  }

  private ElementMapResults results(RunFolder folder, Progress progress) {
    MapChoice[] tried = choose("choice", measured, folder, progress);
    LaidOut main =
        folder.stage(
            "layouts",
            LaidOut.class,
            () ->
                new ElementLayouts(measured, options, tried[0], progress)
                    .all("measured", folder.path("model.suiseki")));
    LaidOut other =
        folder.stage(
            "filled-otherwise",
            LaidOut.class,
            () ->
                new ElementLayouts(otherwise, options, tried[0], progress)
                    .main("filled otherwise"));
    MapChoice[] triedAll = choose("choice-everything", everything, folder, progress);
    LaidOut whole =
        folder.stage(
            "everything",
            LaidOut.class,
            () ->
                new ElementLayouts(everything, options, triedAll[0], progress).main("everything"));
    PropertyEffect[] effects =
        folder.stage(
            "properties",
            PropertyEffect[].class,
            () ->
                new ElementLayouts(measured, options, tried[0], progress)
                    .withoutEach(main.explained()));
    List<PropertyEffect> sorted =
        Stream.of(effects)
            .sorted(Comparator.comparingDouble((PropertyEffect e) -> -e.moved()))
            .toList();
    return new ElementMapResults(measured, List.of(tried), main, other, everything, whole, sorted);
  }

  private MapChoice[] choose(String stage, ElementSet set, RunFolder folder, Progress progress) {
    LatentGrid grid = options.layouts().get(0).grid(set.elements().size());
    return folder.stage(
        stage,
        MapChoice[].class,
        () -> MapChoice.tried(set.rows(), grid, options, progress).toArray(MapChoice[]::new));
  }
}
