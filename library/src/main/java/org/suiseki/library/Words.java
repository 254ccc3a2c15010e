package org.suiseki.library;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a search by text compares: runs of letters and digits, in small letters. */
final class Words {
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Nobody types more; a longer run is cut, in the catalogue and in the search alike. */
  private static final int LONGEST = 40;

  private Words() {}

  static Set<String> of(String... texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      for (String word : GAP.split(text.toLowerCase(Locale.ROOT), -1)) {
        if (!word.isEmpty()) {
          words.add(word.substring(0, Math.min(LONGEST, word.length())));
        }
      }
    }
    return words;
  }

  /** As a series keeps them: a blank before each. */
  static String joined(Set<String> words) {
    return words.isEmpty() ? "" : " " + String.join(" ", words);
  }

  /** All words that begin with this one lie from it to here. */
  static String end(String word) {
    return word + '\uffff';
  }
}
