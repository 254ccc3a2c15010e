package org.suiseki.learn.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.suiseki.learn.ClassBalance;
import org.suiseki.learn.ClassLabels;
import org.suiseki.learn.ClassModel;
import org.suiseki.learn.Classifier;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;

/**
 * Learns classes with an ensemble of multilayer perceptrons that end in a softmax and are trained
 * by cross-entropy (deep ensembles: Lakshminarayanan et al., arXiv 1612.01474); the probability is
 * the mean over the networks. Every input is standardised by itself.
 *
 * <p>All networks of all splits are trained in stacks, one stack a thread, as those of {@link
 * MlpRegressor}. The result depends on the seed and not on the number of threads.
 *
 * <p>When not to use it: below some hundred rows trees or logistic regression do as well; and its
 * probabilities need calibration before they are read as such.
 *
 * @param balance how much rows of rare classes count
 * @param threads stacks trained side by side
 */
public record MlpClassifier(MlpOptions options, ClassBalance balance, int threads)
    implements Classifier<MlpClassModel> {

  public MlpClassifier {
    if (threads < 1) {
      throw new LearnException(
          "Training on " + threads + " threads is not possible.", "Give at least one thread.");
    }
  }

  public MlpClassifier withSeed(long seed) {
    return new MlpClassifier(options.withSeed(seed), balance, threads);
  }

  @Override
  public String name() {
    return "network";
  }

  @Override
  public MlpClassModel fit(Table inputs, ClassLabels labels, Split split, Progress progress) {
    return fitAll(inputs, labels, List.of(split), progress).get(0);
  }

  @Override
  public List<MlpClassModel> fitAll(
      Table inputs, ClassLabels labels, List<Split> splits, Progress progress) {
    List<String> ids = IntStream.range(0, inputs.rows()).mapToObj(row -> "row " + row).toList();
    MlpStack.Rows rows = MlpRegressor.rows(ids, inputs, indicators(labels));
    SplittableRandom seeds = new SplittableRandom(options.seed());
    List<MlpStack> stacks = new ArrayList<>();
    List<Scaling> scalings = new ArrayList<>();
    for (Split split : splits) {
      labels.requireFor(inputs, split.train());
      MlpRegressor.requireRows(options, split);
      Scaling scaling = Scaling.ofEach(inputs, split.train());
      scalings.add(scaling);
      Loss loss =
          new Loss.CrossEntropy(MlpRegressor.floats(balance.weights(labels, split.train())));
      stacks.addAll(stacks(split, scaling, rows, loss, seeds));
    }
    List<float[]> networks = MlpRegressor.networks(stacks, options, threads, name(), progress);
    List<MlpClassModel> models = new ArrayList<>();
    for (int split = 0; split < splits.size(); split++) {
      int first = split * options.members();
      models.add(
          new MlpClassModel(
              new MlpEnsemble(
                  inputs.columns(),
                  ClassModel.columns(labels.classes()),
                  stacks.get(0).widths(),
                  options.activation(),
                  networks.subList(first, first + options.members()),
                  scalings.get(split),
                  Scaling.none(labels.classes().size()))));
    }
    return models;
  }

  /** The networks of one split, which alone share the weights of the classes. */
  private List<MlpStack> stacks(
      Split split, Scaling scaling, MlpStack.Rows rows, Loss loss, SplittableRandom seeds) {
    List<MlpStack.Member> members = new ArrayList<>();
    Scaling none = Scaling.none(rows.targets());
    for (int member = 0; member < options.members(); member++) {
      members.add(
          new MlpStack.Member(split.train(), split.validation(), scaling, none, seeds.nextLong()));
    }
    List<MlpStack> stacks = new ArrayList<>();
    for (int from = 0; from < members.size(); from += MlpRegressor.STACK) {
      int to = Math.min(members.size(), from + MlpRegressor.STACK);
      stacks.add(new MlpStack(options, rows, members.subList(from, to), loss));
    }
    return Collections.unmodifiableList(stacks);
  }

  private static Table indicators(ClassLabels labels) {
    int classes = labels.classes().size();
    double[] values = new double[labels.rows() * classes];
    for (int row = 0; row < labels.rows(); row++) {
      values[row * classes + labels.of()[row]] = 1;
    }
    return new Table(ClassModel.columns(labels.classes()), labels.rows(), values);
  }
}
