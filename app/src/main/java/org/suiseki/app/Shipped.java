package org.suiseki.app;

import java.util.List;
import org.suiseki.library.MaterialModel;
import org.suiseki.study.ModelSource;
import org.suiseki.study.Predictors;
import org.suiseki.study.Workflow;
import org.suiseki.study.conductivity.ConductivityWorkflow;
import org.suiseki.study.coreloss.CoreLossWorkflow;
import org.suiseki.study.elementmap.ElementMapWorkflow;
import org.suiseki.study.polymer.PolymerWorkflow;
import org.suiseki.study.quasicrystal.QuasicrystalWorkflow;
import org.suiseki.study.tasks.LibraryWorkflow;
import org.suiseki.study.transfer.TransferWorkflow;
import org.suiseki.study.xrd.XrdWorkflow;
import org.suiseki.study.tasks.MaterialPredictor;

/** What this build can run: the one list where a new kind of study is added. */
final class Shipped {

  private Shipped() {}

  static List<Workflow> workflows() {
    return List.of(
        new CoreLossWorkflow(),
        new XrdWorkflow(),
        new ConductivityWorkflow(),
        new PolymerWorkflow(),
        new QuasicrystalWorkflow(),
        new ElementMapWorkflow(),
        new LibraryWorkflow(),
        new TransferWorkflow());
  }

  static Predictors predictors() {
    return model ->
        switch (ModelSource.load(model).kind()) {
          case MaterialModel.KIND -> MaterialPredictor.of(model);
          case XrdWorkflow.MODEL -> XrdWorkflow.predictor(model);
          case QuasicrystalWorkflow.MODEL -> QuasicrystalWorkflow.predictor(model);
          // Whatever it is, the message then names the kind that is expected.
          default -> CoreLossWorkflow.predictor(model);
        };
  }
}
