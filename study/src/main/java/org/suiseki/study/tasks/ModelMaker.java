package org.suiseki.study.tasks;

import java.util.List;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Model;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;

/** Makes some models of one family from any data set. */
interface ModelMaker {

  /** One for each model that it makes, the same for every split. */
  List<Design> designs();

  /** One model for each design; the same for the same data and split. */
  List<? extends Model> make(Dataset data, Split split, Progress progress);

  /**
   * @param family as the card names it
   * @param text of the architecture, without the inputs
   * @param label last part of the name of the model
   */
  record Design(String family, String text, String label) {}
}
