package org.suiseki.app;

import java.util.List;
import org.suiseki.matter.Place;
import org.suiseki.study.Predictors;
import org.suiseki.study.StudyException;
import org.suiseki.study.Workflow;

/** What this build can run: the one list where a new kind of study is added. */
final class Shipped {

  private Shipped() {}

  static List<Workflow> workflows() {
    return List.of();
  }

  static Predictors predictors() {
    return model -> {
      throw new StudyException(
          "This build knows no kind of model.", Place.of(model.toString()), "Use a newer build.");
    };
  }
}
