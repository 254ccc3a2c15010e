package org.suiseki.app;

import java.util.List;
import org.suiseki.study.Predictors;
import org.suiseki.study.Workflow;
import org.suiseki.study.coreloss.CoreLossWorkflow;

/** What this build can run: the one list where a new kind of study is added. */
final class Shipped {

  private Shipped() {}

  static List<Workflow> workflows() {
    return List.of(new CoreLossWorkflow());
  }

  static Predictors predictors() {
    return CoreLossWorkflow::predictor;
  }
}
