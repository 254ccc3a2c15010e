package org.suiseki.matter.io;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * The variables of a JCAMP-DX block of tuples (Davies and Lampen, 10.1366/0003702934067874), such
 * as the real and imaginary part of a spectrum: lists that belong together by position.
 */
final class JcampTuples {
  private static final Pattern EVEN =
      Pattern.compile("\\((\\w+)\\+\\+\\((\\w+)\\.\\.\\2\\)\\)(,.*)?");
  private static final Pattern PAIRS = Pattern.compile("\\((\\w)(\\w)\\.\\.\\1\\2\\)(,.*)?");

  /** One variable of a table. */
  record Variable(
      String name,
      String units,
      OptionalDouble first,
      OptionalDouble last,
      double factor,
      OptionalDouble dimension) {}

  /** What a table is made of: abscissa, ordinate, and its form in their plain names. */
  record Form(Variable x, Variable y, String plain) {}

  private JcampTuples() {}

  /**
   * @param written such as {@code (X++(R..R)), XYDATA}
   * @param fields of the block, by label
   */
  static Form form(String written, Map<String, String> fields, Place place) {
    String form = written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    Matcher even = EVEN.matcher(form);
    Matcher pairs = PAIRS.matcher(form);
    boolean isEven = even.matches();
    if (!isEven && !pairs.matches()) {
      throw new MatterException(
          "The data are in the form '" + Shown.text(written) + "'.",
          place,
          "Export them as (X++(Y..Y)) or (XY..XY).");
    }
    Matcher symbols = isEven ? even : pairs;
    return new Form(
        variable(symbols.group(1), fields, place),
        variable(symbols.group(2), fields, place),
        isEven ? "(X++(Y..Y))" : "(XY..XY)");
  }

  private static Variable variable(String symbol, Map<String, String> fields, Place place) {
    String[] symbols = fields.getOrDefault("SYMBOL", "").split(",", -1);
    for (int i = 0; i < symbols.length; i++) {
      if (symbols[i].strip().equalsIgnoreCase(symbol)) {
        return new Variable(
            item("VARNAME", i, fields).orElse(symbol).toLowerCase(Locale.ROOT),
            item("UNITS", i, fields).orElse(""),
            number("FIRST", i, fields, place),
            number("LAST", i, fields, place),
            number("FACTOR", i, fields, place).orElse(1),
            number("VARDIM", i, fields, place));
      }
    }
    throw new MatterException(
        "The table is of '" + symbol + "', which ##SYMBOL= does not list.",
        place,
        "Correct the form of the table or the list of symbols.");
  }

  private static Optional<String> item(String label, int index, Map<String, String> fields) {
    String[] items = fields.getOrDefault(label, "").split(",", -1);
    return index < items.length && !items[index].isBlank()
        ? Optional.of(items[index].strip())
        : Optional.empty();
  }

  private static OptionalDouble number(
      String label, int index, Map<String, String> fields, Place place) {
    Optional<String> item = item(label, index, fields);
    return item.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            DecimalNumber.parse(item.get(), label + " number " + (index + 1), place));
  }
}
