package org.suiseki.matter.io;

import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** What a file of spectra holds, told from its first lines and not from its name. */
enum SpectraContent {
  /** {@link SiteSticksLines}. */
  TRANSITIONS,
  /** {@link SpectraLines}. */
  SPECTRA_LINES,
  /** {@link SpectraTable}; one spectrum or more, whose ids are the heads. */
  TABLE,
  /** {@link TwoColumns}; one spectrum, whose id the file does not tell. */
  TWO_COLUMNS;

  /** So many lines without a known field: this is another kind of JSON. */
  private static final int HOPELESS = 100;

  private static final int LONGEST_SHOWN = 60;

  private static final String MEND =
      "Give JSON lines with 'id' and either 'sites' or 'energy' and 'intensity', a table headed"
          + " 'energy [eV]' and one id for each other column, or two columns of energy and"
          + " intensity.";

  private static final Pattern SPOKEN_NUMBER =
      Pattern.compile("[-+]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

  /** Heads that say what was measured rather than of what. */
  private static final Pattern GENERIC =
      Pattern.compile(
          "((normali[sz]ed|norm\\.?|raw|total|mean|average|x-ray) )?"
              + "(intensity|intensities|counts?|absorption|absorbance|signal|yield|flux|value"
              + "|norm|y|i|x?mu|µ|μ)",
          Pattern.CASE_INSENSITIVE);

  /**
   * Reads as many lines as it takes to tell.
   *
   * @throws MatterException where it is none of these, with what was found
   */
  static SpectraContent of(BoundedLines lines, String source) {
    try {
      String first = nextFilled(lines).orElseThrow(() -> empty(lines, source));
      return first.startsWith("{") ? ofJson(first, lines) : ofText(first, lines);
    } catch (MatterException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new MatterException(
            "The file holds bytes that are no UTF-8 text.",
            e.place().orElse(Place.of(source)),
            "Save it as UTF-8, if it is text. " + MEND,
            e);
      }
      throw e;
    }
  }

  private static SpectraContent ofJson(String first, BoundedLines lines) {
    Place place = lines.place();
    String found = "";
    int seen = 0;
    for (Optional<String> line = Optional.of(first);
        line.isPresent() && seen < HOPELESS;
        line = nextFilled(lines)) {
      try {
        JsonLine object = JsonLine.parse(line.get(), lines.place());
        Optional<SpectraContent> content = of(object);
        if (content.isPresent()) {
          return content.get();
        }
        found = seen == 0 ? "It has the fields " + object.node().propertyNames() + "." : found;
      } catch (MatterException e) {
        found = seen == 0 ? e.what() : found;
      }
      seen++;
    }
    throw new MatterException(
        "None of the first "
            + seen
            + " lines is a JSON object with 'sites' or 'energy'. The first: "
            + found,
        place,
        MEND);
  }

  private static Optional<SpectraContent> of(JsonLine object) {
    if (object.node().has("sites")) {
      return Optional.of(TRANSITIONS);
    }
    boolean spectrum = object.node().has("energy") || object.node().has("intensity");
    return spectrum ? Optional.of(SPECTRA_LINES) : Optional.empty();
  }

  private static SpectraContent ofText(String first, BoundedLines lines) {
    Place place = lines.place();
    if (startsWithNumber(first)) {
      if (TwoColumns.cells(first).length == 2) {
        return TWO_COLUMNS;
      }
      throw unknown(
          TwoColumns.cells(first).length + " column(s) without heads: " + shown(first), place);
    }
    String second =
        nextFilled(lines).orElseThrow(() -> unknown("only the line " + shown(first), place));
    if (!startsWithNumber(second)) {
      throw unknown("no numbers below its first line " + shown(first), place);
    }
    List<String> heads = SeparatedLine.like(first).split(first, place);
    if (heads.size() > 2 || heads.size() == 2 && namesAnId(heads)) {
      return TABLE;
    }
    if (TwoColumns.cells(second).length != 2) {
      throw unknown(
          TwoColumns.cells(second).length + " column(s) below the head " + shown(first), place);
    }
    return TWO_COLUMNS;
  }

  private static Optional<String> nextFilled(BoundedLines lines) {
    Optional<String> line = lines.next();
    while (line.isPresent() && (line.get().isBlank() || TwoColumns.isComment(line.get()))) {
      line = lines.next();
    }
    return line.map(String::strip);
  }

  /** Decimal commas and numbers that are none count too: the readers name them with their line. */
  private static boolean startsWithNumber(String line) {
    String cell = line.replaceFirst("^\"", "").split("[\\s;,\"]", 2)[0];
    return DecimalNumber.isNumber(cell) || SPOKEN_NUMBER.matcher(cell).matches();
  }

  private static boolean namesAnId(List<String> heads) {
    String energy =
        PropertyColumn.parse(heads.get(0)).map(PropertyColumn::name).orElse(heads.get(0));
    String id = PropertyColumn.parse(heads.get(1)).map(PropertyColumn::name).orElse(heads.get(1));
    return energy.toLowerCase(Locale.ROOT).endsWith("energy")
        && !id.isEmpty()
        && !GENERIC.matcher(id).matches();
  }

  private static MatterException empty(BoundedLines lines, String source) {
    return lines.line() == 0
        ? new MatterException("The file is empty.", Place.of(source), MEND)
        : unknown("nothing but blank lines and comments", Place.of(source));
  }

  private static MatterException unknown(String found, Place place) {
    return new MatterException("The file holds " + found + ".", place, MEND);
  }

  private static String shown(String line) {
    String text = line.replaceAll("\\p{Cntrl}", "\uFFFD");
    return "'"
        + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text)
        + "'";
  }
}
