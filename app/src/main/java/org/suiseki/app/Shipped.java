package org.suiseki.app;

import java.util.List;
import org.suiseki.study.ModelSource;
import org.suiseki.study.Predictors;
import org.suiseki.study.Workflow;
import org.suiseki.study.coreloss.CoreLossWorkflow;
import org.suiseki.study.quasicrystal.QuasicrystalWorkflow;
import org.suiseki.study.xrd.XrdWorkflow;

/** What this build can run: the one list where a new kind of study is added. */
final class Shipped {

  private Shipped() {}

  static List<Workflow> workflows() {
    return List.of(new CoreLossWorkflow(), new XrdWorkflow(), new QuasicrystalWorkflow());
  }

  static Predictors predictors() {
    return model ->
        switch (ModelSource.load(model).kind()) {
          case XrdWorkflow.MODEL -> XrdWorkflow.predictor(model);
          case QuasicrystalWorkflow.MODEL -> QuasicrystalWorkflow.predictor(model);
          // Whatever it is, the message then names the kind that is expected.
          default -> CoreLossWorkflow.predictor(model);
        };
  }
}
