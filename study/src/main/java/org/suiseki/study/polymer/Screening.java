package org.suiseki.study.polymer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;
import org.suiseki.learn.Workers;
import org.suiseki.learn.transfer.TransferModel;
import org.suiseki.matter.RepeatUnit;
import org.suiseki.matter.SuisekiException;
import org.suiseki.study.QuietProgress;

/**
 * Candidates stream through in constant memory: read, described, predicted and measured against
 * known polymers, some thousand at a time on all cores; of those that are inside the domain and
 * easy enough to make the best are kept. From these a short list of polymers that differ is picked:
 * the best first, then each time the one that is farthest from all picked so far (max-min: Kennard
 * and Stone, Technometrics 11, 137, 1969).
 */
final class Screening {
  private static final int CHUNK = 1024;
  private static final double LEVEL = 0.9;
  private static final int BINS = 40;

  private final TransferModel model;
  private final Described described;
  private final UnitFeatures features;
  private final Reference reference;
  private final Set<String> known;
  private final PolymerOptions options;

  /** What is kept of a candidate. */
  private record Kept(
      Candidate candidate, TransferModel.Answer answer, long[] bits, double like, double hard) {}

  /** What one chunk gave. */
  private record Chunk(
      long unreadable, long outside, long hard, double[] values, List<Kept> kept) {}

  /**
   * @param known canonical units that are nothing new
   */
  Screening(
      TransferModel model,
      Described described,
      UnitFeatures features,
      Reference reference,
      Set<String> known,
      PolymerOptions options) {
    this.model = model;
    this.described = described;
    this.features = features;
    this.reference = reference;
    this.known = new HashSet<>(known);
    this.options = options;
  }

  /**
   * @param expected about how many there are, for the progress; 0 where that is not known
   * @param high the largest prediction that the bins show
   */
  Screened run(CandidateSource candidates, long expected, double high, Progress progress) {
    long begin = System.nanoTime();
    Comparator<Kept> worstFirst =
        Comparator.comparingDouble((Kept one) -> one.answer().value())
            .thenComparing(one -> one.candidate().unit(), Comparator.reverseOrder());
    PriorityQueue<Kept> best = new PriorityQueue<>(worstFirst);
    long[] sums = new long[4];
    long[] counts = new long[BINS];
    double[] edges = new double[BINS + 1];
    Arrays.setAll(edges, k -> high * k / BINS);
    // Repeats among the best are told apart only once they are chosen from: keep some more.
    int kept = 2 * options.best();
    List<List<Candidate>> chunks = chunks(candidates, sums);
    while (!chunks.isEmpty()) {
      progress.check();
      for (Chunk chunk : measured(chunks, progress)) {
        sums[1] += chunk.unreadable();
        sums[2] += chunk.outside();
        sums[3] += chunk.hard();
        for (double value : chunk.values()) {
          counts[(int) Math.max(0, Math.min(BINS - 1, value / high * BINS))]++;
        }
        best.addAll(chunk.kept());
        while (best.size() > kept) {
          best.poll();
        }
      }
      progress.step("screening", sums[0], Math.max(expected, sums[0]));
      chunks = chunks(candidates, sums);
    }
    List<Kept> sorted = new ArrayList<>(best);
    sorted.sort(worstFirst.reversed());
    List<Kept> fresh = new ArrayList<>();
    long old = fresh(sorted, fresh);
    List<Screened.Pick> list = picked(fresh, progress);
    return new Screened(
        sums[0],
        sums[1],
        sums[2],
        sums[3],
        old,
        (System.nanoTime() - begin) / 1e9,
        edges,
        counts,
        fresh.size(),
        list);
  }

  private List<List<Candidate>> chunks(CandidateSource candidates, long[] sums) {
    List<List<Candidate>> chunks = new ArrayList<>();
    for (int c = 0; c < 2 * options.threads(); c++) {
      List<Candidate> chunk = new ArrayList<>(CHUNK);
      while (chunk.size() < CHUNK && sums[0] < options.most()) {
        Optional<Candidate> next = candidates.next();
        if (next.isEmpty()) {
          break;
        }
        chunk.add(next.get());
        sums[0]++;
      }
      if (!chunk.isEmpty()) {
        chunks.add(chunk);
      }
    }
    return chunks;
  }

  private List<Chunk> measured(List<List<Candidate>> chunks, Progress progress) {
    List<Workers.Job<Chunk>> jobs = new ArrayList<>();
    chunks.forEach(chunk -> jobs.add(running -> measured(chunk)));
    // Its steps would be those of a window, not of the whole; these are told above.
    return Workers.run(
        options.threads(), jobs, new QuietProgress(progress), "screening", jobs.size());
  }

  private Chunk measured(List<Candidate> chunk) {
    int width = features.width();
    double[] values = new double[chunk.size() * width];
    double[] heavy = new double[chunk.size()];
    List<Candidate> readable = new ArrayList<>();
    for (Candidate one : chunk) {
      int row = readable.size();
      try {
        heavy[row] = features.chain(RepeatUnit.parse(one.unit()), values, row * width);
        readable.add(one);
      } catch (SuisekiException unreadable) {
        Arrays.fill(values, row * width, (row + 1) * width, 0);
      }
    }
    if (readable.isEmpty()) {
      return new Chunk(chunk.size(), 0, 0, new double[0], List.of());
    }
    Table table =
        new Table(
            features.columns(), readable.size(), Arrays.copyOf(values, readable.size() * width));
    List<TransferModel.Answer> answers = answers(readable, table);
    long outside = 0;
    long hard = 0;
    List<Kept> kept = new ArrayList<>();
    for (int row = 0; row < readable.size(); row++) {
      long[] bits = reference.bits(values, row * width, width);
      double like = reference.likeness(bits);
      double hardness = reference.hardness(bits, values, row * width, heavy[row]);
      if (like < reference.leastLike()) {
        outside++;
      } else if (hardness > reference.hardest()) {
        hard++;
      } else {
        kept.add(new Kept(readable.get(row), answers.get(row), bits, like, hardness));
      }
    }
    double[] predicted = kept.stream().mapToDouble(one -> one.answer().value()).toArray();
    return new Chunk(chunk.size() - readable.size(), outside, hard, predicted, kept);
  }

  private List<TransferModel.Answer> answers(List<Candidate> readable, Table table) {
    List<String> units = readable.stream().map(Candidate::unit).toList();
    described.hold(units, table);
    try {
      return model.predict(units, LEVEL);
    } finally {
      described.release(units);
    }
  }

  /** Without what is known and what comes twice; tells how many were known. */
  private long fresh(List<Kept> sorted, List<Kept> fresh) {
    Set<String> seen = new HashSet<>();
    long old = 0;
    for (Kept one : sorted) {
      if (fresh.size() >= options.best()) {
        break;
      }
      String canonical = RepeatUnit.parse(one.candidate().unit()).smiles();
      if (known.contains(canonical)) {
        old++;
      } else if (seen.add(canonical)) {
        fresh.add(one);
      }
    }
    return old;
  }

  private List<Screened.Pick> picked(List<Kept> fresh, Progress progress) {
    List<Integer> chosen = new ArrayList<>();
    double[] far = new double[fresh.size()];
    Arrays.fill(far, Double.POSITIVE_INFINITY);
    int next = 0;
    while (chosen.size() < Math.min(options.shortList(), fresh.size())) {
      progress.check();
      chosen.add(next);
      far[next] = -1;
      int from = next;
      for (int i = 0; i < far.length; i++) {
        if (far[i] >= 0) {
          double away = 1 - Reference.tanimoto(fresh.get(i).bits(), fresh.get(from).bits());
          far[i] = Math.min(far[i], away);
        }
      }
      next = 0;
      for (int i = 1; i < far.length; i++) {
        next = far[i] > far[next] ? i : next;
      }
    }
    return chosen.stream()
        .sorted()
        .map(i -> {
          Kept one = fresh.get(i);
          return new Screened.Pick(
              one.candidate(),
              one.answer().value(),
              one.answer().low(),
              one.answer().high(),
              one.like(),
              one.hard(),
              i + 1);
        })
        .toList();
  }
}
