package org.suiseki.matter.io;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The head of a column that carries its unit: {@code gap [eV]} or {@code gap (eV)}. */
record PropertyColumn(String name, String unit) {
  private static final Pattern HEAD =
      Pattern.compile("\\s*(\\S.*?)\\s*[\\[(]([^\\[\\]]*)[\\])]\\s*");

  /** Empty where there is no unit. */
  static Optional<PropertyColumn> parse(String head) {
    Matcher matcher = HEAD.matcher(head);
    return matcher.matches()
        ? Optional.of(new PropertyColumn(matcher.group(1), matcher.group(2).strip()))
        : Optional.empty();
  }
}
