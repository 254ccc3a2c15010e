package org.suiseki.matter.geometry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds settings by the Hermann–Mauguin symbols that files use. Each setting is known by its
 * symbol, its full symbol, and the shorter and older forms of these; capitals, blanks, underscores
 * and brackets are left out of the comparison.
 */
final class SpaceGroupNames {
  /** No symbol has so many characters; a bound on what a hostile field may cost. */
  private static final int LONGEST = 100;

  /** After a colon any setting code; after a blank only the letters of the ICSD. */
  private static final Pattern QUALIFIED =
      Pattern.compile("([^:]+?)\\s*(?::\\s*([A-Za-z0-9-]+)|\\s([HRSZhrsz]))\\s*");

  /** {@code (No. 62)} behind a symbol. */
  private static final Pattern NUMBERED =
      Pattern.compile("\\s+\\(\\s*(?:[Nn]o\\.?\\s*)?([0-9]{1,3})\\s*\\)\\s*$");

  private static final Pattern ORIGIN =
      Pattern.compile("(?i)[\\s,:(]*origin\\s*(?:choice)?\\s*([12])\\s*\\)?\\s*$");

  private static final Pattern AXES =
      Pattern.compile("(?i)[\\s,:(]*(h|r)(?:exagonal|hombohedral)(?:\\s+axes)?\\s*\\)?\\s*$");

  private final Map<String, SpaceGroup> byName = new HashMap<>();
  private final Map<String, SpaceGroup> byQualifiedName = new HashMap<>();

  /**
   * @param older the symbol that each setting had before 2002, empty where none; in the same order
   */
  SpaceGroupNames(List<SpaceGroup> settings, List<String> older) {
    for (SpaceGroup setting : settings) {
      add(setting.symbol(), setting);
    }
    for (SpaceGroup setting : settings) {
      add(setting.fullSymbol(), setting);
      add(older.get(setting.hallNumber() - 1), setting);
      addShorter(setting);
    }
  }

  private void addShorter(SpaceGroup setting) {
    if (setting.system() == CrystalSystem.MONOCLINIC) {
      add(setting.symbol().replace(" 1", ""), setting);
      qualify(key(setting.international()), setting);
    }
    if (setting.laueClass().startsWith("m-3")) {
      add(setting.symbol().replace("-3", "3"), setting);
    }
    if (setting.number() == 146 || setting.number() == 155) {
      // So the Protein Data Bank writes hexagonal axes.
      add("H" + setting.symbol().substring(1), setting);
    }
  }

  private void add(String symbol, SpaceGroup setting) {
    if (!symbol.isEmpty()) {
      byName.putIfAbsent(key(symbol), setting);
      qualify(key(symbol), setting);
    }
  }

  /** Besides its whole code, a setting of other axes is known by its origin alone. */
  private void qualify(String key, SpaceGroup setting) {
    String code = setting.setting();
    byQualifiedName.putIfAbsent(key + ":" + code.toLowerCase(Locale.ROOT), setting);
    if (code.startsWith("1") || code.startsWith("2")) {
      byQualifiedName.putIfAbsent(key + ":" + code.charAt(0), setting);
    }
  }

  Optional<SpaceGroup> find(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher numbered = NUMBERED.matcher(text);
    if (numbered.find() && !text.matches(".*[0-9]\\s*\\([1-5]\\)\\s*")) {
      int number = Integer.parseInt(numbered.group(1));
      return find(text.substring(0, numbered.start())).filter(it -> it.number() == number);
    }
    Matcher origin = ORIGIN.matcher(text);
    if (origin.find()) {
      return qualified(text.substring(0, origin.start()), origin.group(1));
    }
    Matcher axes = AXES.matcher(text);
    if (axes.find()) {
      return qualified(text.substring(0, axes.start()), axes.group(1));
    }
    Matcher colon = QUALIFIED.matcher(text);
    if (colon.matches()) {
      String code = colon.group(2) == null ? colon.group(3) : colon.group(2);
      return qualified(colon.group(1), code);
    }
    @Nullable SpaceGroup plain = byName.get(key(text));
    return plain == null ? attached(text.strip()) : Optional.of(plain);
  }

  /** {@code R-3mH}, {@code Fd-3mZ}: the letters of the ICSD without a blank. */
  private Optional<SpaceGroup> attached(String text) {
    int last = text.length() - 1;
    boolean lettered = last > 0 && "HRSZ".indexOf(text.charAt(last)) >= 0;
    return lettered ? qualified(text.substring(0, last), text.substring(last)) : Optional.empty();
  }

  private Optional<SpaceGroup> qualified(String symbol, String code) {
    String key = key(symbol);
    String small = code.toLowerCase(Locale.ROOT);
    String setting = small.equals("s") ? "1" : small.equals("z") ? "2" : small;
    @Nullable SpaceGroup found = byQualifiedName.get(key + ":" + setting);
    if (found == null && small.equals("s")) {
      // Of a group with one origin, that one.
      found = byName.get(key);
    }
    return Optional.ofNullable(found);
  }

  /** Only what carries meaning: small letters, digits, slashes and minus signs before digits. */
  static String key(String symbol) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < symbol.length(); i++) {
      char c = symbol.charAt(i);
      if (c == '\u2212' || c == '\u2013') {
        key.append('-');
      } else if (c >= '\u2080' && c <= '\u2089') {
        key.append((char) ('0' + c - '\u2080'));
      } else if ((c == '\u0305' || c == '\u0304') && key.length() > 0) {
        key.insert(key.length() - 1, '-');
      } else if (" \t_~$(){}'\"".indexOf(c) < 0) {
        key.append(Character.toLowerCase(c));
      }
    }
    return key.toString();
  }
}
