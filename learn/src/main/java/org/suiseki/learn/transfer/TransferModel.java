package org.suiseki.learn.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.suiseki.learn.Column;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Model;
import org.suiseki.learn.Table;

/**
 * What the trial of sources leads to: one model a fold, each with the way and source that its inner
 * folds chose. The answer is the mean over them. The interval is that of cross-validation+ (Barber,
 * Candès, Ramdas and Tibshirani, Ann. Statist. 49, 486, 2021, arXiv:1905.02928): from how far each
 * training row was missed by the model that had not seen it, choice of the source included. For
 * materials like those of the target it holds the truth with a probability of at least 2 level − 1,
 * about the level in practice; for others it promises nothing.
 *
 * <p>Thread-safe as far as its sources are.
 */
public final class TransferModel {
  private final Column target;
  private final List<Member> members;
  private final Function<List<String>, Table> inputs;

  /**
   * One fold.
   *
   * @param way what its inner folds chose
   * @param missed by how much each of its held-out rows was missed, absolute
   */
  record Member(Way way, Model model, double[] missed) {}

  /** What a fold learned from. */
  interface Way {
    /** In words. */
    String name();

    Table inputs(Asked asked);
  }

  /** Without a source. */
  record FromScratch(String head) implements Way {

    @Override
    public String name() {
      return head + " from scratch";
    }

    @Override
    public Table inputs(Asked asked) {
      return asked.inputs();
    }
  }

  /** On an approach of a source. */
  record FromSource(Source source, String approach, String head) implements Way {

    @Override
    public String name() {
      return head + " on " + approach + " of " + source.name();
    }

    @Override
    public Table inputs(Asked asked) {
      return asked.of(source).approaches().stream()
          .filter(one -> one.name().equals(approach))
          .findFirst()
          .orElseThrow(() ->
              new LearnException(
                  "The source '" + source.name() + "' no longer gives '" + approach + "'.",
                  "A source must give the same approaches whatever it is asked."))
          .inputs();
    }
  }

  /** Materials that are asked for: each source reads them at most once. */
  static final class Asked {
    private final List<String> materials;
    private final Function<List<String>, Table> describe;
    private final Map<String, Representation> said = new LinkedHashMap<>();

    Asked(List<String> materials, Function<List<String>, Table> describe) {
      this.materials = materials;
      this.describe = describe;
    }

    Representation of(Source source) {
      return said.computeIfAbsent(source.name(), name -> source.represent(materials));
    }

    Table inputs() {
      return describe.apply(materials);
    }
  }

  /**
   * One answer.
   *
   * @param value in the unit of the target
   * @param low lower end of the interval
   * @param high upper end
   */
  public record Answer(double value, double low, double high) {}

  TransferModel(Column target, List<Member> members, Function<List<String>, Table> inputs) {
    this.target = target;
    this.members = List.copyOf(members);
    this.inputs = inputs;
  }

  /** Name and unit of what it answers with. */
  public Column target() {
    return target;
  }

  /** What each fold learned from, in words, with how many folds did; the most frequent first. */
  public Map<String, Integer> ways() {
    Map<String, Integer> times = new LinkedHashMap<>();
    members.forEach(member -> times.merge(member.way().name(), 1, Integer::sum));
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(times.entrySet());
    entries.sort((a, b) -> b.getValue() - a.getValue());
    Map<String, Integer> sorted = new LinkedHashMap<>();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /**
   * One answer for each material.
   *
   * @param level of the intervals, such as 0.9
   * @throws org.suiseki.matter.SuisekiException where a chosen source cannot read one of them: ask
   *     for the others alone
   */
  public List<Answer> predict(List<String> materials, double level) {
    if (!(level > 0 && level < 1)) {
      throw new LearnException(
          "The level " + level + " is not between 0 and 1.", "Give for example 0.9.");
    }
    Asked asked = new Asked(materials, inputs);
    double[][] said = new double[members.size()][];
    for (int fold = 0; fold < said.length; fold++) {
      Member member = members.get(fold);
      double[][] mean = member.model().predict(member.way().inputs(asked)).mean();
      said[fold] = Arrays.stream(mean).mapToDouble(row -> row[0]).toArray();
    }
    List<Answer> answers = new ArrayList<>();
    int trained = members.stream().mapToInt(member -> member.missed().length).sum();
    double[] low = new double[trained];
    double[] high = new double[trained];
    for (int row = 0; row < materials.size(); row++) {
      answers.add(answer(said, row, level, low, high));
    }
    return List.copyOf(answers);
  }

  private Answer answer(double[][] said, int row, double level, double[] low, double[] high) {
    double sum = 0;
    int next = 0;
    for (int fold = 0; fold < said.length; fold++) {
      sum += said[fold][row];
      for (double missed : members.get(fold).missed()) {
        low[next] = said[fold][row] - missed;
        high[next++] = said[fold][row] + missed;
      }
    }
    Arrays.sort(low);
    Arrays.sort(high);
    int n = low.length;
    int up = (int) Math.ceil(level * (n + 1));
    // With too few rows for the level the interval has no end.
    return new Answer(
        sum / said.length,
        up > n ? Double.NEGATIVE_INFINITY : low[n - up],
        up > n ? Double.POSITIVE_INFINITY : high[up - 1]);
  }
}
