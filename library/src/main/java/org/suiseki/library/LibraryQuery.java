package org.suiseki.library;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.suiseki.describe.MaterialKind;

/**
 * What a search is for; whatever is absent does not matter.
 *
 * @param property its name, exactly
 * @param kind of material
 * @param descriptor with its options, exactly; or only its first word, which then takes all options
 * @param family of architecture, exactly
 * @param leastRows of training, at least so many
 * @param mostRows of training, at most so many
 * @param scores all of these have to be in their range
 * @param tags all of these
 * @param text words, each of which begins a word of the model's name, property, descriptor,
 *     architecture, tags, data set, source or licence
 * @param domain materials that the model should know
 * @param leastSimilarity of its domain to that one, from 0 to 1
 * @param ranking the order; if absent, the most similar domain first where one is given, else the
 *     newest first
 * @param limit at most so many
 */
public record LibraryQuery(
    Optional<String> property,
    Optional<MaterialKind> kind,
    Optional<String> descriptor,
    Optional<String> family,
    int leastRows,
    int mostRows,
    List<ScoreRange> scores,
    List<String> tags,
    String text,
    Optional<DomainSketch> domain,
    double leastSimilarity,
    Optional<Ranking> ranking,
    int limit) {
  private static final int USUAL_LIMIT = 20;

  public LibraryQuery {
    scores = List.copyOf(scores);
    tags = List.copyOf(tags);
    if (limit < 1 || leastRows < 0 || mostRows < leastRows) {
      throw new LibraryException(
          "A search for at most "
              + limit
              + " models of "
              + leastRows
              + " to "
              + mostRows
              + " rows.",
          "Ask for at least one model, and give the smaller number of rows first.");
    }
  }

  /** Any model, the newest first, at most 20: what the other methods narrow. */
  public static LibraryQuery any() {
    return new LibraryQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Integer.MAX_VALUE,
        List.of(),
        List.of(),
        "",
        Optional.empty(),
        0,
        Optional.empty(),
        USUAL_LIMIT);
  }

  public LibraryQuery ofProperty(String name) {
    return changed(parts -> parts.property = Optional.of(name));
  }

  public LibraryQuery ofKind(MaterialKind only) {
    return changed(parts -> parts.kind = Optional.of(only));
  }

  public LibraryQuery withDescriptor(String only) {
    return changed(parts -> parts.descriptor = Optional.of(only));
  }

  public LibraryQuery ofFamily(String only) {
    return changed(parts -> parts.family = Optional.of(only));
  }

  public LibraryQuery trainedOn(int least, int most) {
    return changed(parts -> {
      parts.leastRows = least;
      parts.mostRows = most;
    });
  }

  public LibraryQuery scoring(List<ScoreRange> ranges) {
    return changed(parts -> parts.scores = ranges);
  }

  public LibraryQuery tagged(List<String> all) {
    return changed(parts -> parts.tags = all);
  }

  public LibraryQuery saying(String words) {
    return changed(parts -> parts.text = words);
  }

  public LibraryQuery like(DomainSketch materials, double least) {
    return changed(parts -> {
      parts.domain = Optional.of(materials);
      parts.leastSimilarity = least;
    });
  }

  public LibraryQuery rankedBy(Ranking order) {
    return changed(parts -> parts.ranking = Optional.of(order));
  }

  public LibraryQuery atMost(int count) {
    return changed(parts -> parts.limit = count);
  }

  private LibraryQuery changed(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.query();
  }

  /** A query that can be written to, so that no method has to name what it leaves as it is. */
  private static final class Parts {
    private Optional<String> property;
    private Optional<MaterialKind> kind;
    private Optional<String> descriptor;
    private Optional<String> family;
    private int leastRows;
    private int mostRows;
    private List<ScoreRange> scores;
    private List<String> tags;
    private String text;
    private Optional<DomainSketch> domain;
    private double leastSimilarity;
    private Optional<Ranking> ranking;
    private int limit;

    Parts(LibraryQuery query) {
      property = query.property;
      kind = query.kind;
      descriptor = query.descriptor;
      family = query.family;
      leastRows = query.leastRows;
      mostRows = query.mostRows;
      scores = query.scores;
      tags = query.tags;
      text = query.text;
      domain = query.domain;
      leastSimilarity = query.leastSimilarity;
      ranking = query.ranking;
      limit = query.limit;
    }

    LibraryQuery query() {
      return new LibraryQuery(
          property,
          kind,
          descriptor,
          family,
          leastRows,
          mostRows,
          scores,
          tags,
          text,
          domain,
          leastSimilarity,
          ranking,
          limit);
    }
  }
}
