package org.suiseki.learn;

/**
 * What knowing nothing but the frequencies of the classes amounts to: every row gets the shares of
 * the training rows as its probabilities, and so the commonest class. A classifier that is no
 * better than this has learned nothing.
 */
public record FrequencyBaseline() implements Classifier<FrequencyModel> {

  @Override
  public String name() {
    return "majority";
  }

  @Override
  public FrequencyModel fit(Table inputs, ClassLabels labels, Split split, Progress progress) {
    labels.requireFor(inputs, split.train());
    int[] counts = labels.counts(split.train());
    double[] shares = new double[counts.length];
    for (int one = 0; one < shares.length; one++) {
      shares[one] = (double) counts[one] / split.train().length;
    }
    return new FrequencyModel(inputs.columns(), labels.classes(), shares);
  }
}
