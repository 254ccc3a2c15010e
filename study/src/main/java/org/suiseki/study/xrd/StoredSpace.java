package org.suiseki.study.xrd;

import org.suiseki.learn.KernelPrincipalComponentsModel;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.NonnegativeFactorsModel;
import org.suiseki.learn.PrincipalComponentsModel;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.nn.Autoencoder;
import org.suiseki.study.StudyException;

/** Feature spaces of every kind, read back from a saved model. */
final class StoredSpace {

  private StoredSpace() {}

  static LatentModel from(StoredModel stored) {
    return switch (stored.kind()) {
      case Autoencoder.KIND -> Autoencoder.from(stored);
      case PrincipalComponentsModel.KIND -> PrincipalComponentsModel.from(stored);
      case NonnegativeFactorsModel.KIND -> NonnegativeFactorsModel.from(stored);
      case KernelPrincipalComponentsModel.KIND -> KernelPrincipalComponentsModel.from(stored);
      case MapSpace.KIND -> MapSpace.from(stored);
      default ->
          throw new StudyException(
              "The model holds a feature space of kind '"
                  + stored.kind()
                  + "', which this build does not know.",
              "It was written by a later version: use that, or train it anew.");
    };
  }
}
