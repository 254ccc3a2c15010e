package org.suiseki.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;

/** Searches are compared with looking at every card, by random libraries and questions. */
class SearchTest {
  private static final int MODELS = 400;
  private static final int QUESTIONS = 300;
  private static final List<DomainSketch> DOMAINS =
      List.of(
          Drafts.OXIDES,
          Drafts.ORGANIC,
          Drafts.sketch("GaAs", "InP"),
          Drafts.sketch("NaCl", "MgO", "LiF"));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void findsWhatLookingAtEveryCardFinds(Server server) {
    SplittableRandom random = new SplittableRandom(20261120);
    try (Library library = Library.open(server.library(folder))) {
      List<LibraryEntry> all = fill(library, random);
      int found = 0;
      for (int i = 0; i < QUESTIONS; i++) {
        LibraryQuery query = question(random);
        List<String> expected = lookAtAll(all, query);
        List<FoundModel> actual = library.search(query);
        assertThat(references(actual)).as(query.toString()).isEqualTo(cut(expected, query));
        assertThat(library.count(query)).as(query.toString()).isEqualTo(expected.size());
        query
            .domain()
            .ifPresent(domain ->
                assertThat(actual)
                    .allSatisfy(model ->
                        assertThat(model.similarity().getAsDouble())
                            .isEqualTo(domain.similarity(model.entry().card().domain()))));
        found += actual.isEmpty() ? 0 : 1;
      }
      // The questions are not so narrow that they test nothing.
      assertThat(found).isGreaterThan(QUESTIONS / 3);
    }
  }

  private static List<LibraryEntry> fill(Library library, SplittableRandom random) {
    byte[] file = Drafts.file(1);
    List<ModelDraft> drafts = new ArrayList<>();
    for (int i = 0; i < MODELS; i++) {
      drafts.add(ModelDraft.of(card(i, random), file));
    }
    List<PublishedModel> published = library.publishAll(drafts);
    for (int i = 0; i < MODELS; i += 17) {
      library.delete(published.get(i).reference());
    }
    return published.stream()
        .map(model -> library.get(model.reference()))
        .filter(entry -> entry.deleted().isEmpty())
        .toList();
  }

  private static ModelCard card(int number, SplittableRandom random) {
    Map<String, ModelCard.Score> scores = new TreeMap<>();
    if (random.nextInt(10) > 0) {
      // Few values, so that many are equal.
      scores.put("test.mae", Drafts.score(random.nextInt(30) / 10.0));
    }
    scores.put("test.r2", Drafts.score(random.nextInt(20) == 0 ? Double.NaN : random.nextDouble()));
    List<String> tags = new ArrayList<>();
    if (random.nextBoolean()) {
      tags.add("oxide");
    }
    if (random.nextInt(20) == 0) {
      tags.add("rare earth");
    }
    String family = pick(random, "network", "trees", "linear");
    return new ModelCard(
        pick(random, "gap", "density", "melting-point") + "/" + family + "-" + number,
        new Column(pick(random, "band-gap", "density", "melting-point"), "1"),
        MaterialKind.values()[random.nextInt(2)],
        pick(random, "composition-290:missing=refuse", "composition-290", "ecfp:radius=2"),
        new ModelCard.Architecture(family, "290-" + random.nextInt(64) + "-1"),
        new ModelCard.Data(
            "set", "cd".repeat(32), 1000, pick(random, "Materials Project", "QM9"), "CC0"),
        new ModelCard.SplitNote("random", number, 100 * (1 + random.nextInt(5)), 10, 10),
        scores,
        Optional.empty(),
        tags,
        DOMAINS.get(random.nextInt(DOMAINS.size())));
  }

  private static String pick(SplittableRandom random, String... from) {
    return from[random.nextInt(from.length)];
  }

  private static LibraryQuery question(SplittableRandom random) {
    LibraryQuery query = LibraryQuery.any().atMost(1 + random.nextInt(30));
    if (random.nextInt(3) == 0) {
      query = query.ofProperty(pick(random, "band-gap", "density", "absent"));
    }
    if (random.nextInt(4) == 0) {
      query = query.ofKind(MaterialKind.values()[random.nextInt(2)]);
    }
    if (random.nextInt(4) == 0) {
      query = query.withDescriptor(pick(random, "composition-290", "ecfp", "ecfp:radius=2", "ecf"));
    }
    if (random.nextInt(4) == 0) {
      query = query.ofFamily(pick(random, "network", "trees"));
    }
    if (random.nextInt(4) == 0) {
      query = query.trainedOn(200, 100 * (2 + random.nextInt(4)));
    }
    if (random.nextInt(4) == 0) {
      double low = random.nextDouble();
      query = query.scoring(List.of(new ScoreRange("test.r2", low, Double.POSITIVE_INFINITY)));
    }
    if (random.nextInt(4) == 0) {
      query = query.tagged(List.of(pick(random, "oxide", "rare earth")));
    }
    if (random.nextInt(3) == 0) {
      query =
          query.saying(
              pick(
                  random,
                  "gap",
                  "materials proj",
                  "Density network",
                  "12",
                  "earth",
                  "29 qm9",
                  "%"));
    }
    if (random.nextInt(3) == 0) {
      query = query.like(DOMAINS.get(random.nextInt(4)), random.nextBoolean() ? 0 : 0.3);
    }
    if (random.nextInt(3) > 0) {
      query = query.rankedBy(Ranking.by(pick(random, "test.mae", "test.r2")));
    }
    return query;
  }

  private static List<String> lookAtAll(List<LibraryEntry> all, LibraryQuery query) {
    Comparator<LibraryEntry> order = Comparator.comparing(all::indexOf);
    order = order.reversed();
    if (query.domain().isPresent()) {
      DomainSketch domain = query.domain().get();
      order =
          Comparator.comparing((LibraryEntry e) -> -domain.similarity(e.card().domain()))
              .thenComparing(order);
    }
    if (query.ranking().isPresent()) {
      Ranking ranking = query.ranking().get();
      Comparator<LibraryEntry> byScore =
          Comparator.comparing((LibraryEntry e) -> e.card().metrics().get(ranking.score()).value())
              .thenComparing(all::indexOf);
      order = ranking.ascending() ? byScore : byScore.reversed();
    }
    return all.stream()
        .filter(entry -> fits(entry.card(), query))
        .sorted(order)
        .map(LibraryEntry::reference)
        .toList();
  }

  private static boolean fits(ModelCard card, LibraryQuery query) {
    return query.property().map(card.property().name()::equals).orElse(true)
        && query.kind().map(card.kind()::equals).orElse(true)
        && query
            .descriptor()
            .map(d -> card.descriptor().equals(d) || card.descriptor().startsWith(d + ":"))
            .orElse(true)
        && query.family().map(card.architecture().family()::equals).orElse(true)
        && card.split().train() >= query.leastRows()
        && card.split().train() <= query.mostRows()
        && query.scores().stream().allMatch(range -> within(card, range))
        && card.tags().containsAll(query.tags())
        && Words.of(query.text()).stream().allMatch(word -> says(card, word))
        && query
            .domain()
            .map(d -> d.similarity(card.domain()) >= query.leastSimilarity())
            .orElse(true)
        && query.ranking().map(r -> has(card, r.score())).orElse(true);
  }

  private static boolean has(ModelCard card, String score) {
    return card.metrics().containsKey(score) && !Double.isNaN(card.metrics().get(score).value());
  }

  private static boolean within(ModelCard card, ScoreRange range) {
    if (!has(card, range.score())) {
      return false;
    }
    double value = card.metrics().get(range.score()).value();
    return value >= range.low() && value <= range.high();
  }

  private static boolean says(ModelCard card, String word) {
    Set<String> words =
        Words.of(
            card.name(),
            card.property().name(),
            card.kind().label(),
            card.descriptor(),
            card.architecture().family(),
            card.architecture().text(),
            String.join(" ", card.tags()),
            card.data().name(),
            card.data().source(),
            card.data().licence());
    return words.stream().anyMatch(w -> w.startsWith(word.toLowerCase(Locale.ROOT)));
  }

  private static List<String> cut(List<String> references, LibraryQuery query) {
    return references.subList(0, Math.min(query.limit(), references.size()));
  }

  private static List<String> references(List<FoundModel> found) {
    return found.stream().map(model -> model.entry().reference()).toList();
  }

  @ParameterizedTest
  @EnumSource
  void takesHostileWordsAsWords(Server server) {
    try (Library library = Library.open(server.library(folder))) {
      library.publish(Drafts.draft("a", 1));
      for (String text :
          List.of(
              "'; DROP TABLE model; --", "\"", "%", "_", "\0", "😀", "a' OR '1'='1", "\uffff")) {
        LibraryQuery any = LibraryQuery.any();
        library.search(any.ofProperty(text.replace("\0", "")));
        library.search(any.saying(text).rankedBy(Ranking.by("test.mae")));
        library.search(any.tagged(List.of(text.replace("\0", ""))));
      }
      assertThat(library.search(LibraryQuery.any().saying("%"))).hasSize(1);
      assertThat(library.search(LibraryQuery.any().saying("a' OR '1'='1"))).isEmpty();
      assertThat(library.get("a")).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatThereIs(Server server) {
    try (Library library = Library.open(server.library(folder))) {
      assertThat(library.shelves()).isEmpty();
      library.publishAll(
          List.of(
              Drafts.draft("a", 1),
              Drafts.draft("b", 2),
              ModelDraft.of(
                  Drafts.of(Drafts.card("c"), "work-function", "trees", Drafts.ORGANIC),
                  Drafts.file(3))));
      assertThat(library.shelves())
          .containsExactly(
              new PropertyShelf(
                  new Column("band-gap", "eV"), MaterialKind.COMPOSITION, 2, 1, 1, 1, 4000),
              new PropertyShelf(
                  new Column("work-function", "eV"), MaterialKind.COMPOSITION, 1, 1, 1, 1, 4000));
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesEmptyRanges(Server server) {
    assertThatThrownBy(() -> new ScoreRange("test.mae", 2, 1)).isInstanceOf(LibraryException.class);
    assertThatThrownBy(() -> new ScoreRange("test.mae", Double.NaN, 1))
        .isInstanceOf(LibraryException.class);
    assertThatThrownBy(() -> LibraryQuery.any().atMost(0)).isInstanceOf(LibraryException.class);
    assertThatThrownBy(() -> LibraryQuery.any().trainedOn(5, 4))
        .isInstanceOf(LibraryException.class);
  }
}
