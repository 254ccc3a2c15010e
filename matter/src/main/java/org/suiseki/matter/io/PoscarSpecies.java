package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** Which atoms a POSCAR has and how many of each: its lines of symbols and counts. */
final class PoscarSpecies {
  static final long MOST_SITES = 10_000_000;

  /** A symbol with its amount in a formula such as {@code Fe2O3}. */
  private static final Pattern PART = Pattern.compile("([A-Z][a-z]?)([0-9]{0,8})");

  private final TokenLines lines;
  private final Place place;
  private final List<String> symbols = new ArrayList<>();
  private final List<Long> counts = new ArrayList<>();
  private long announced;

  private PoscarSpecies(TokenLines lines) {
    this.lines = lines;
    this.place = lines.place();
  }

  /**
   * @param lines at the line of symbols, or of counts where there are no symbols; afterwards at the
   *     last line of counts
   */
  static PoscarSpecies read(TokenLines lines) {
    PoscarSpecies species = new PoscarSpecies(lines);
    species.readSymbols();
    species.readCounts();
    return species;
  }

  /** Of the symbols, or of the counts where there are none. */
  Place place() {
    return place;
  }

  /** Whether a line of symbols says what the counts are of. */
  boolean told() {
    return !symbols.isEmpty();
  }

  List<Long> counts() {
    return counts;
  }

  /** What the counts add up to. */
  long announced() {
    return announced;
  }

  /**
   * A name for each count: the symbols, or what the comment says where it fits ({@code Fe O},
   * {@code Fe2 O3}, {@code Fe2O3} of the same ratio); empty where it does not.
   */
  List<String> names(String comment) {
    if (told()) {
      return symbols;
    }
    String[] words = comment.split("[\\s,;]+", -1);
    List<String> named = words.length == 1 ? ofFormula(comment) : List.of();
    return named.isEmpty() && words.length == counts.size() ? ofWords(words) : named;
  }

  private List<String> ofWords(String[] words) {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      String count = Long.toString(counts.get(i));
      boolean counted = words[i].endsWith(count);
      String word = counted ? words[i].substring(0, words[i].length() - count.length()) : words[i];
      if (AtomName.parsePotential(word).isEmpty()) {
        return List.of();
      }
      named.add(word);
    }
    return named;
  }

  private List<String> ofFormula(String formula) {
    Matcher part = PART.matcher(formula);
    List<String> named = new ArrayList<>();
    List<Long> amounts = new ArrayList<>();
    int at = 0;
    while (at < formula.length() && part.find() && part.start() == at) {
      named.add(part.group(1));
      amounts.add(part.group(2).isEmpty() ? 1L : Long.parseLong(part.group(2)));
      at = part.end();
    }
    boolean fits = at == formula.length() && named.size() == counts.size();
    for (int i = 0; fits && i < named.size(); i++) {
      // Products of two numbers below 1e8 are exact.
      fits =
          AtomName.parse(named.get(i)).isPresent()
              && counts.get(i) * amounts.get(0) == counts.get(0) * amounts.get(i);
    }
    return fits ? named : List.of();
  }

  private void readSymbols() {
    lines.nextToken();
    while (lines.count() < 0) {
      if (lines.isBlank()) {
        throw new MatterException(
            "The line of symbols or counts is blank.", lines.place(), PoscarLines.MEND);
      }
      while (lines.nextToken() && !isRemark()) {
        if (lines.tokenIsNumber()) {
          throw badCount();
        }
        String name = lines.token();
        if (AtomName.parsePotential(name).isEmpty() && !AtomName.isDummy(name)) {
          throw AtomName.unknown(name, lines.tokenPlace());
        }
        symbols.add(name);
      }
      PoscarLines.need(lines, "counts");
      lines.nextToken();
    }
  }

  private void readCounts() {
    takeCounts();
    while (told() && counts.size() < symbols.size()) {
      PoscarLines.need(lines, "counts");
      lines.nextToken();
      if (lines.count() < 0) {
        break;
      }
      takeCounts();
    }
    if (told() && counts.size() != symbols.size()) {
      throw new MatterException(
          "There are " + symbols.size() + " symbols and " + counts.size() + " counts.",
          lines.place(),
          "Give one count for each symbol.");
    }
    if (announced < 1 || announced > MOST_SITES) {
      throw new MatterException(
          "The counts add up to " + announced + " sites.",
          lines.place(),
          "Give 1 to " + MOST_SITES + " sites.");
    }
  }

  private void takeCounts() {
    lines.rewind();
    while (lines.nextToken() && !isRemark()) {
      long count = lines.count();
      if (count < 0 || count > MOST_SITES) {
        throw badCount();
      }
      counts.add(count);
      announced += count;
    }
  }

  private MatterException badCount() {
    return new MatterException(
        "The count is '" + lines.shownToken() + "'.",
        lines.tokenPlace(),
        "Give a whole number from 0 to " + MOST_SITES + ".");
  }

  private boolean isRemark() {
    return lines.tokenBegins('!') || lines.tokenBegins('#');
  }

  MatterException untold() {
    return new MatterException(
        "No line of symbols says which elements the counts "
            + Shown.text(counts.toString())
            + " are of, as in VASP 4, and the comment does not name "
            + counts.size()
            + ".",
        place,
        "Add a line of symbols above the counts, such as 'Fe O', or write them as the comment.");
  }
}
