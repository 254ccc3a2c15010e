package org.suiseki.library;

import java.util.List;
import java.util.Optional;
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
    return new LibraryQuery(
        Optional.of(name),
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

  public LibraryQuery ofKind(MaterialKind only) {
    return new LibraryQuery(
        property,
        Optional.of(only),
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

  public LibraryQuery withDescriptor(String only) {
    return new LibraryQuery(
        property,
        kind,
        Optional.of(only),
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

  public LibraryQuery ofFamily(String only) {
    return new LibraryQuery(
        property,
        kind,
        descriptor,
        Optional.of(only),
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

  public LibraryQuery trainedOn(int least, int most) {
    return new LibraryQuery(
        property,
        kind,
        descriptor,
        family,
        least,
        most,
        scores,
        tags,
        text,
        domain,
        leastSimilarity,
        ranking,
        limit);
  }

  public LibraryQuery scoring(List<ScoreRange> ranges) {
    return new LibraryQuery(
        property,
        kind,
        descriptor,
        family,
        leastRows,
        mostRows,
        ranges,
        tags,
        text,
        domain,
        leastSimilarity,
        ranking,
        limit);
  }

  public LibraryQuery tagged(List<String> all) {
    return new LibraryQuery(
        property,
        kind,
        descriptor,
        family,
        leastRows,
        mostRows,
        scores,
        all,
        text,
        domain,
        leastSimilarity,
        ranking,
        limit);
  }

  public LibraryQuery saying(String words) {
    return new LibraryQuery(
        property,
        kind,
        descriptor,
        family,
        leastRows,
        mostRows,
        scores,
        tags,
        words,
        domain,
        leastSimilarity,
        ranking,
        limit);
  }

  public LibraryQuery like(DomainSketch materials, double least) {
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
        Optional.of(materials),
        least,
        ranking,
        limit);
  }

  public LibraryQuery rankedBy(Ranking order) {
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
        Optional.of(order),
        limit);
  }

  public LibraryQuery atMost(int count) {
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
        count);
  }
}
