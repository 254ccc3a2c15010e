package org.suiseki.study.conductivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.suiseki.explain.ApplicabilityDomain;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;
import org.suiseki.learn.transfer.TransferModel;
import org.suiseki.learn.transfer.TransferTask;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.study.transfer.Descriptions;

/**
 * Predicts candidates with the model that the trial of sources led to, block by block.
 *
 * @param task whose materials draw the domain
 */
record Screening(TransferTask task, Descriptions descriptions, TransferModel model) {
  private static final int BLOCK = 2048;

  /**
   * @param candidates reduced formulas; those of the target are passed over
   * @param most rows that come back, the highest; as many again come back of those inside
   */
  Shortlist run(List<String> candidates, int most, Progress progress) {
    Set<String> wanted = new LinkedHashSet<>(candidates);
    task.materials().forEach(wanted::remove);
    List<String> described = descriptions.describable(List.copyOf(wanted));
    ApplicabilityDomain domain =
        ApplicabilityDomain.fit(task.inputs(), ApplicabilityDomain.Options.scaledOnly());
    Set<Element> known = new HashSet<>();
    task.materials().forEach(one -> known.addAll(Composition.parse(one).elements()));
    List<Shortlist.Row> rows = new ArrayList<>();
    for (int from = 0; from < described.size(); from += BLOCK) {
      progress.check();
      List<String> block = described.subList(from, Math.min(described.size(), from + BLOCK));
      rows.addAll(rows(block, domain, known));
      progress.step("screening", from + block.size(), described.size());
    }
    rows.sort(Comparator.comparingDouble(row -> -row.kappa()));
    List<Shortlist.Row> inside = rows.stream().filter(Shortlist.Row::inside).toList();
    Set<Shortlist.Row> chosen = new LinkedHashSet<>(rows.subList(0, Math.min(most, rows.size())));
    chosen.addAll(inside.subList(0, Math.min(most, inside.size())));
    List<Shortlist.Row> sorted = new ArrayList<>(chosen);
    sorted.sort(Comparator.comparingDouble(row -> -row.kappa()));
    return new Shortlist(wanted.size(), rows.size(), inside.size(), model.ways(), sorted);
  }

  private List<Shortlist.Row> rows(
      List<String> block, ApplicabilityDomain domain, Set<Element> known) {
    List<TransferModel.Answer> answers = model.predict(block, Shortlist.LEVEL);
    Table inputs = descriptions.inputs(block);
    double[] scores = domain.judge(inputs).scores();
    List<Shortlist.Row> rows = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      TransferModel.Answer answer = answers.get(i);
      rows.add(
          new Shortlist.Row(
              block.get(i),
              Math.pow(10, answer.value()),
              Math.pow(10, answer.low()),
              Math.pow(10, answer.high()),
              scores[i],
              Composition.parse(block.get(i)).elements().stream()
                  .filter(element -> !known.contains(element))
                  .map(Element::symbol)
                  .toList()));
    }
    return rows;
  }
}
